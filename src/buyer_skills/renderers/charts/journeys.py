"""The trainings of a path in their order, each with its length and what it closes."""

from typing import TYPE_CHECKING

from buyer_skills.renderers.charts.canvas import (
    ACCENT,
    MUTED,
    RULE,
    SMALL_SIZE,
    WIDTH,
    Canvas,
    block_height,
    text_width,
    wrapped,
)
from buyer_skills.renderers.charts.rows import MARGIN, Row, stacked
from buyer_skills.views.report_view import JourneyChart, JourneyStep

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_NUMBER = 28.0
_LABELS = 252.0
_FIRST = MARGIN + _NUMBER + _LABELS + 16
_BARS = WIDTH - MARGIN - _FIRST
_BAR = 13.0
_PADDING = 9.0
_SHORTEST_BAR = 2.0


def draw_journey(chart: JourneyChart) -> tuple["Figure", ...]:
    """Draw a bar a training, as long as its hours, its length in words at its end.

    Under each bar, where the training belongs (who to ask) and what it closes.
    """
    longest = max((step.hours for step in chart.steps), default=0) or 1
    words = max((text_width(step.hours_name, SMALL_SIZE) for step in chart.steps), default=0)
    scale = max(_BARS - words - 8, _BARS / 4) / longest
    rows = [_row(number, step, scale) for number, step in enumerate(chart.steps, 1)]
    return stacked((), _axis(chart.axis_name), rows)


def _axis(name: str) -> Row:
    lines = wrapped(name, _BARS, SMALL_SIZE)

    def draw(canvas: Canvas, top: float) -> None:
        canvas.text((_FIRST, top), lines, size=SMALL_SIZE, colour=MUTED)

    return Row("", block_height(lines, SMALL_SIZE) + 4, draw)


def _row(number: int, step: JourneyStep, scale: float) -> Row:
    label = wrapped(step.label, _LABELS)
    length = max(step.hours * scale, _SHORTEST_BAR)
    hours = wrapped(step.hours_name, _BARS - length - 8, SMALL_SIZE)
    group = wrapped(step.group, _BARS, SMALL_SIZE) if step.group else ()
    closes = tuple(line for text in step.closes for line in _listed(text))
    top_height = max(_BAR, block_height(hours, SMALL_SIZE)) + 4
    height = 2 * _PADDING + max(
        block_height(label), top_height + block_height(group, SMALL_SIZE) + block_height(closes, SMALL_SIZE)
    )

    def draw(canvas: Canvas, top: float) -> None:
        canvas.line((MARGIN, top), (WIDTH - MARGIN, top), colour=RULE)
        top += _PADDING
        canvas.text((MARGIN, top), str(number), bold=True, colour=ACCENT)
        canvas.text((MARGIN + _NUMBER, top), label)
        canvas.rectangle((_FIRST, top + 1), length, _BAR, fill=ACCENT)
        canvas.text((_FIRST + length + 6, top), hours, size=SMALL_SIZE)
        canvas.text((_FIRST, top + top_height), group, size=SMALL_SIZE, colour=MUTED)
        below = top + top_height + block_height(group, SMALL_SIZE)
        canvas.text((_FIRST, below), closes, size=SMALL_SIZE)

    return Row("", height, draw)


def _listed(text: str) -> tuple[str, ...]:
    first, *others = wrapped(text, _BARS - 14, SMALL_SIZE)
    return (f"+ {first}", *(f"\u2003{line}" for line in others))
