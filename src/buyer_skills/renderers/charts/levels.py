"""Levels held, reached and required, on the scale from 0 to 4: a dumbbell chart, group by group."""

from typing import TYPE_CHECKING

from buyer_skills.renderers.charts.canvas import (
    ACCENT,
    INK,
    MUTED,
    PAPER,
    RULE,
    SMALL_SIZE,
    WIDTH,
    Canvas,
    block_height,
    wrapped,
)
from buyer_skills.renderers.charts.rows import MARGIN, Row, Swatch, stacked
from buyer_skills.views.report_view import LevelChart, LevelPoint

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LABELS = 268.0
"""Width of the labels' column."""

_FIRST, _LAST = 334.0, WIDTH - 54.0
_BETWEEN = (_LAST - _FIRST) / 4
_SHORTEST_ROW = 24.0


def draw_levels(chart: LevelChart) -> tuple["Figure", ...]:
    """Draw where each point starts (a ring), where it ends (a diamond) and its target (an upright bar).

    A gap is a full line from ring to diamond; a surplus, where the end is lower, is a thin grey one.
    """
    legend = [Swatch(chart.start_name, _start), Swatch(chart.end_name, _end)]
    if chart.target_name:
        legend.append(Swatch(chart.target_name, _target))
    return stacked(legend, _scale(chart.scale), [_row(point) for point in chart.points])


def _scale(names: tuple[str, ...]) -> Row:
    columns = [wrapped(name, _BETWEEN - 6, SMALL_SIZE) for name in names]
    height = max(block_height(lines, SMALL_SIZE) for lines in columns)

    def draw(canvas: Canvas, top: float) -> None:
        for level, lines in enumerate(columns):
            above = height - block_height(lines, SMALL_SIZE)
            canvas.text((_x(level), top + above), lines, size=SMALL_SIZE, colour=MUTED, anchor="center")

    return Row("", height + 4, draw)


def _row(point: LevelPoint) -> Row:
    label = wrapped(point.label, _LABELS)
    height = max(_SHORTEST_ROW, block_height(label) + 8)

    def draw(canvas: Canvas, top: float) -> None:
        middle = top + height / 2
        canvas.text((MARGIN, middle - block_height(label) / 2), label)
        for level in range(5):
            canvas.line((_x(level), top), (_x(level), top + height), colour=RULE, width=0.8)
        if point.start is not None and point.end is not None and point.start != point.end:
            rises = point.end > point.start
            canvas.line(
                (_x(point.start), middle),
                (_x(point.end), middle),
                colour=ACCENT if rises else MUTED,
                width=3 if rises else 1.2,
            )
        marks = ((point.target, _target), (point.start, _start), (point.end, _end))
        for reached, draw_mark in marks:
            if reached is not None:
                draw_mark(canvas, (_x(reached), middle))

    return Row(point.group, height, draw)


def _x(level: int) -> float:
    return _FIRST + level * _BETWEEN


def _start(canvas: Canvas, place: tuple[float, float]) -> None:
    canvas.mark(place, "o", size=12, fill=PAPER, edge=INK, width=1.6)


def _end(canvas: Canvas, place: tuple[float, float]) -> None:
    canvas.mark(place, "D", size=6, fill=ACCENT, edge=ACCENT)


def _target(canvas: Canvas, place: tuple[float, float]) -> None:
    canvas.rectangle((place[0] - 2, place[1] - 9), 4, 18, fill=INK)
