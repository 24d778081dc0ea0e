"""Rows under each other on pictures that each hold on a page, below a head that they repeat."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from buyer_skills.renderers.charts.canvas import (
    INK,
    RULE,
    SMALL_SIZE,
    TALLEST,
    TEXT_SIZE,
    WIDTH,
    Canvas,
    block_height,
    text_width,
    wrapped,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Draw = Callable[[Canvas, float], None]
"""Draws something on a canvas from a height downwards."""

MARGIN = 2.0
_SWATCH = 22.0
_BETWEEN = 18.0
_SHARES = 20
"""How finely the height of a page is tried, from small to whole, to find even pages."""

_ABOVE_GROUP, _BELOW_GROUP = 8.0, 5.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart: the group it belongs to, its height, and how to draw it."""

    group: str
    height: float
    draw: Draw


@dataclass(frozen=True, slots=True)
class Swatch:
    """An entry of a legend: words, and how to draw the sign they explain, given the place of its centre."""

    words: str
    draw: Callable[[Canvas, tuple[float, float]], None]


def stacked(legend: Sequence[Swatch], head: Row, rows: Sequence[Row]) -> tuple["Figure", ...]:
    """Draw a legend, a head and rows, going on to other figures when they are taller than a page."""
    legend_row = legend_of(legend)
    fixed = MARGIN + legend_row.height + head.height + MARGIN
    pages = _pages(rows, TALLEST - fixed)
    return tuple(_figure((legend_row, head), page) for page in pages)


def legend_of(swatches: Sequence[Swatch], sign: float = _SWATCH) -> Row:
    """Set the entries of a legend, each sign ``sign`` points wide, on as many lines as they need."""
    places: list[tuple[float, float, Swatch, tuple[str, ...]]] = []
    left, top, line_height = MARGIN, 0.0, 0.0
    for swatch in swatches:
        words = wrapped(swatch.words, WIDTH - 2 * MARGIN - sign, SMALL_SIZE)
        width = sign + max(text_width(line, SMALL_SIZE) for line in words)
        if left > MARGIN and left + width > WIDTH - MARGIN:
            left, top = MARGIN, top + line_height + 4
            line_height = 0.0
        places.append((left, top, swatch, words))
        left += width + _BETWEEN
        line_height = max(line_height, block_height(words, SMALL_SIZE))

    def draw(canvas: Canvas, start: float) -> None:
        for x, y, swatch, words in places:
            swatch.draw(canvas, (x + sign / 2 - 3, start + y + SMALL_SIZE * 0.65))
            canvas.text((x + sign, start + y), words, size=SMALL_SIZE)

    return Row("", top + line_height + TEXT_SIZE, draw)


def _figure(heads: Sequence[Row], rows: Sequence[Row]) -> "Figure":
    canvas = Canvas()
    top = MARGIN
    for head in heads:
        head.draw(canvas, top)
        top += head.height
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            _draw_group(canvas, top, group)
            top += _group_height(group)
        row.draw(canvas, top)
        top += row.height
    return canvas.finished(top + MARGIN)


def _pages(rows: Sequence[Row], room: float) -> list[list[Row]]:
    """Share rows out over as few pages as they need, as even as rows allow."""
    pages = _filled(rows, room)
    even = (
        shared
        for share in range(_SHARES)
        if len(shared := _filled(rows, room * (share + 1) / _SHARES)) == len(pages)
    )
    return next(even, pages)


def _filled(rows: Sequence[Row], room: float) -> list[list[Row]]:
    pages: list[list[Row]] = [[]]
    used, group = 0.0, ""
    for row in rows:
        height = row.height + (_group_height(row.group) if row.group != group else 0)
        if pages[-1] and used + height > room:
            pages.append([])
            used, height = 0.0, row.height + _group_height(row.group)
        pages[-1].append(row)
        used, group = used + height, row.group
    return pages


def _group_lines(group: str) -> tuple[str, ...]:
    return wrapped(group, WIDTH - 2 * MARGIN, bold=True)


def _group_height(group: str) -> float:
    return _ABOVE_GROUP + block_height(_group_lines(group)) + _BELOW_GROUP if group else 0.0


def _draw_group(canvas: Canvas, top: float, group: str) -> None:
    lines = _group_lines(group)
    canvas.text((MARGIN, top + _ABOVE_GROUP), lines, bold=True, colour=INK)
    bottom = top + _group_height(group) - 1
    canvas.line((MARGIN, bottom), (WIDTH - MARGIN, bottom), colour=RULE)
