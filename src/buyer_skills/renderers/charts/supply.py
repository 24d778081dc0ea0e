"""What is offered for each step of each competency, by how sure it is: a map where holes are seen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from buyer_skills.renderers.charts.canvas import (
    ACCENT,
    INK,
    MUTED,
    PALE,
    PAPER,
    RULE,
    SMALL_SIZE,
    WARNING,
    WIDTH,
    Canvas,
    block_height,
    text_width,
    wrapped,
)
from buyer_skills.renderers.charts.rows import MARGIN, Row, Swatch, stacked
from buyer_skills.views.report_view import SupplyCell, SupplyChart, SupplyRow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LABELS = 236.0
_FIRST = MARGIN + _LABELS + 14
_WIDEST_CELL = 150.0
_BETWEEN = 4.0
_MARK = 9.0
_LINE = 17.0
_PADDING = 5.0

_SHAPES = (("o", ACCENT), ("s", ACCENT), ("D", PAPER), ("o", PAPER), ("^", PAPER), ("s", PAPER))
"""Shape and filling of each evidence, surest first: full for what was seen, hollow for the rest."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of trainings of one evidence, and its place in the cell."""

    evidence: int
    words: str
    left: float
    line: int


def draw_supply(chart: SupplyChart) -> tuple["Figure", ...]:
    """Draw a row a competency and a cell a step, with a mark and a number for each evidence found.

    A step that is asked for has a border; when nothing supplies it, the cell is hatched, with a 0. A step
    nobody asks for is grey.
    """
    room = (WIDTH - MARGIN - _FIRST) / max(len(chart.steps), 1)
    width = min(room, _WIDEST_CELL) - _BETWEEN
    legend = [Swatch(name, partial(_mark, evidence)) for evidence, name in enumerate(chart.evidences)]
    legend.append(Swatch(chart.hole_name, _swatch(_hole)))
    legend.append(Swatch(chart.unneeded_name, _swatch(_unneeded)))
    return stacked(legend, _steps(chart.steps, width), [_row(row, width) for row in chart.rows])


def _steps(steps: tuple[str, ...], width: float) -> Row:
    columns = [wrapped(name, width - 4, SMALL_SIZE) for name in steps]
    height = max((block_height(lines, SMALL_SIZE) for lines in columns), default=0.0)

    def draw(canvas: Canvas, top: float) -> None:
        for place, lines in enumerate(columns):
            above = height - block_height(lines, SMALL_SIZE)
            centre = _left(place, width) + width / 2
            canvas.text((centre, top + above), lines, size=SMALL_SIZE, colour=MUTED, anchor="center")

    return Row("", height + 6, draw)


def _row(row: SupplyRow, width: float) -> Row:
    label = wrapped(row.label, _LABELS)
    counts = [_placed(cell, width) for cell in row.cells]
    lines = max((count.line + 1 for cell in counts for count in cell), default=1)
    height = max(block_height(label), lines * _LINE) + 2 * _PADDING

    def draw(canvas: Canvas, top: float) -> None:
        canvas.text((MARGIN, top + (height - block_height(label)) / 2), label)
        for place, (cell, found) in enumerate(zip(row.cells, counts, strict=True)):
            corner = (_left(place, width), top + _BETWEEN / 2)
            _draw_cell(canvas, cell, found, corner, (width, height - _BETWEEN))

    return Row(row.group, height, draw)


def _placed(cell: SupplyCell, width: float) -> list[_Count]:
    """Set the counts of a cell side by side, on as many lines as they need."""
    placed: list[_Count] = []
    left, line = _PADDING, 0
    for evidence, count in enumerate(cell.counts):
        if count:
            needed = _MARK + 4 + text_width(str(count), SMALL_SIZE)
            if left > _PADDING and left + needed > width - _PADDING:
                left, line = _PADDING, line + 1
            placed.append(_Count(evidence, str(count), left, line))
            left += needed + 8
    return placed


def _draw_cell(
    canvas: Canvas,
    cell: SupplyCell,
    counts: list[_Count],
    corner: tuple[float, float],
    size: tuple[float, float],
) -> None:
    left, top = corner
    width, height = size
    if not cell.needed:
        _unneeded(canvas, corner, width, height)
    elif counts:
        canvas.rectangle(corner, width, height, fill=PAPER, edge=INK)
    else:
        _hole(canvas, corner, width, height)
        centre = (left + width / 2, top + height / 2)
        canvas.rectangle((centre[0] - 9, centre[1] - 8), 18, 16, fill=PAPER)
        canvas.text((centre[0], centre[1] - 7.5), "0", bold=True, colour=WARNING, anchor="center")
    lines = max((count.line + 1 for count in counts), default=0)
    first = top + (height - lines * _LINE) / 2
    for count in counts:
        middle = first + (count.line + 0.5) * _LINE
        _mark(count.evidence, canvas, (left + count.left + _MARK / 2, middle))
        place = (left + count.left + _MARK + 4, middle - SMALL_SIZE * 0.65)
        canvas.text(place, count.words, size=SMALL_SIZE, colour=INK if cell.needed else MUTED)


def _left(place: int, width: float) -> float:
    return _FIRST + place * (width + _BETWEEN)


def _mark(evidence: int, canvas: Canvas, place: tuple[float, float]) -> None:
    shape, fill = _SHAPES[evidence % len(_SHAPES)]
    canvas.mark(place, shape, size=_MARK - 3 if shape == "D" else _MARK - 1.5, fill=fill, edge=ACCENT)


def _hole(canvas: Canvas, corner: tuple[float, float], width: float, height: float) -> None:
    canvas.rectangle(corner, width, height, fill=PAPER, edge=WARNING, hatch="////", dashed=True)


def _unneeded(canvas: Canvas, corner: tuple[float, float], width: float, height: float) -> None:
    canvas.rectangle(corner, width, height, fill=PALE, edge=RULE)


def _swatch(
    draw: Callable[[Canvas, tuple[float, float], float, float], None],
) -> Callable[[Canvas, tuple[float, float]], None]:
    return lambda canvas, centre: draw(canvas, (centre[0] - 8, centre[1] - 6), 16, 12)
