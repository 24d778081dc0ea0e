"""A record and what is around it: neighbours on both sides of it, or branches that grow to its right."""

from typing import TYPE_CHECKING

from buyer_skills.renderers.charts.canvas import (
    INK,
    MUTED,
    PALE,
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    Anchor,
    Canvas,
    block_height,
    wrapped,
)
from buyer_skills.renderers.charts.network_columns import Spot, Stack, halves, lowered, stacked_groups
from buyer_skills.renderers.charts.network_signs import LINE, MARK, MARKS, draw_mark, draw_wire, legends
from buyer_skills.renderers.charts.rows import MARGIN
from buyer_skills.views.report_view import NetworkChart

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HUB = 120.0
"""Width of the box of the record in the middle."""

_TALLEST_HUB = 360.0
_PADDING = 9.0

_GAP = 60.0
"""What lines wind through, between two columns."""

_MARK_ROOM = 14.0
"""From the centre of a mark to its label; half of it, to the end of its line."""

_WIDER = 960.0
"""Width of a picture with a third column."""

_Place = tuple[float, float]


def draw_network(chart: NetworkChart) -> tuple["Figure", ...]:
    """Draw the record with its neighbours on both sides of it or, when they have their own, at its right.

    Every record has the mark of its kind, every link the line of its kind; groups have their titles.
    """
    columns = len(chart.layer_names)
    width = _WIDER if columns > 2 else WIDTH
    canvas = Canvas(width)
    top = MARGIN
    for row in legends(chart):
        row.draw(canvas, top)
        top += row.height
    top += 4
    bottom = _branches(canvas, chart, top, width) if columns > 1 else _both_sides(canvas, chart, top)
    bottom += _PADDING
    for note in chart.notes:
        lines = wrapped(note, width - 2 * MARGIN, SMALL_SIZE)
        canvas.text((MARGIN, bottom), lines, size=SMALL_SIZE, colour=MUTED)
        bottom += block_height(lines, SMALL_SIZE)
    figure = canvas.finished(bottom + MARGIN)
    # A picture that leaves its page may land on a dark one.
    figure.set_facecolor(PAPER)
    return (figure,)


def _both_sides(canvas: Canvas, chart: NetworkChart, top: float) -> float:
    """Draw the record between two columns of neighbours; return the height reached."""
    left = (WIDTH - _HUB) / 2
    room = left - _GAP - _MARK_ROOM - MARGIN
    columns = halves(chart.groups, room)
    height = max(*(column.height for column in columns), _hub_height(chart, 0))
    hub = _hub_height(chart, height)
    middle = top + height / 2
    for column, side in zip(columns, (-1, 1), strict=True):
        edge = left if side < 0 else left + _HUB
        mark = edge + side * _GAP
        placed = lowered(column, top + (height - column.height) / 2)
        for spot in placed.spots:
            end = (mark - side * _MARK_ROOM / 2, spot.middle)
            meeting = (edge, _meeting(spot, middle, height, hub))
            _draw_line(canvas, spot, end, meeting)
            draw_mark(canvas, (mark, spot.middle), spot.node.kind)
        _write(canvas, placed, mark + side * _MARK_ROOM, is_left=side < 0)
    _draw_hub(canvas, chart, (left, middle - hub / 2), hub)
    return top + height


def _branches(canvas: Canvas, chart: NetworkChart, top: float, width: float) -> float:
    """Draw the record at the left and what is around it in columns; return the height reached."""
    step = (width - 2 * MARGIN - _HUB) / len(chart.layer_names)
    room = step - _GAP - _MARK_ROOM
    marks = [MARGIN + _HUB + step * column + _GAP for column in range(len(chart.layer_names))]
    names = [wrapped(name, room, SMALL_SIZE) for name in chart.layer_names]
    for mark, lines in zip(marks, names, strict=True):
        canvas.text((mark + _MARK_ROOM, top), lines, size=SMALL_SIZE, colour=MUTED)
    top += max(block_height(lines, SMALL_SIZE) for lines in names) + _PADDING
    stack = lowered(stacked_groups(chart.groups, room), top)
    height = max(stack.height, _hub_height(chart, 0))
    hub = _hub_height(chart, height)
    middle = top + height / 2
    for spot in stack.spots:
        end = (marks[spot.column] - _MARK_ROOM / 2, spot.middle)
        if spot.parent < 0:
            meeting = (MARGIN + _HUB, _meeting(spot, middle, height, hub))
            _draw_line(canvas, spot, meeting, end)
        else:
            parent = stack.spots[spot.parent]
            fork = (marks[parent.column] + _MARK_ROOM + room, parent.middle)
            _draw_line(canvas, spot, fork, end)
    for spot in stack.spots:
        label = marks[spot.column] + _MARK_ROOM
        if spot.node.nodes and spot.width + 4 < room:
            canvas.line((label + spot.width + 4, spot.middle), (label + room, spot.middle), colour=LINE)
        draw_mark(canvas, (marks[spot.column], spot.middle), spot.node.kind)
        canvas.text((label, spot.top), spot.lines, size=SMALL_SIZE)
    _write_words(canvas, stack, marks[0] + _MARK_ROOM, "left")
    _draw_hub(canvas, chart, (MARGIN, middle - hub / 2), hub)
    return top + height


def _meeting(spot: Spot, middle: float, height: float, hub: float) -> float:
    """Return the height at which a line meets the box: in the order of the column, so that none crosses."""
    return middle + (spot.middle - middle) * (hub - 2 * _PADDING) / max(height, hub)


def _draw_line(canvas: Canvas, spot: Spot, start: _Place, end: _Place) -> None:
    if spot.node.link:
        draw_wire(canvas, start, end, spot.node.link)


def _write(canvas: Canvas, column: Stack, x: float, *, is_left: bool) -> None:
    anchor: Anchor = "right" if is_left else "left"
    _write_words(canvas, column, x, anchor)
    for spot in column.spots:
        canvas.text((x, spot.top), spot.lines, size=SMALL_SIZE, anchor=anchor)


def _write_words(canvas: Canvas, column: Stack, x: float, anchor: Anchor) -> None:
    for words in column.words:
        colour = INK if words.is_title else MUTED
        canvas.text(
            (x, words.top), words.lines, size=SMALL_SIZE, bold=words.is_title, colour=colour, anchor=anchor
        )


def _hub_lines(chart: NetworkChart) -> tuple[str, ...]:
    return wrapped(chart.centre.label, _HUB - 2 * _PADDING, TEXT_SIZE, bold=True)


def _hub_height(chart: NetworkChart, height: float) -> float:
    """Return how tall the box of the record is: half the height of what is beside it, or all of its words."""
    words = block_height(_hub_lines(chart)) + 2 * MARK + 3 * _PADDING
    return max(words, min(height / 2, _TALLEST_HUB))


def _draw_hub(canvas: Canvas, chart: NetworkChart, corner: _Place, height: float) -> None:
    left, top = corner
    lines = _hub_lines(chart)
    canvas.rectangle(corner, _HUB, height, fill=PALE, edge=MARKS[chart.centre.kind][1])
    start = top + (height - block_height(lines) - 2 * MARK - _PADDING) / 2
    draw_mark(canvas, (left + _HUB / 2, start + MARK), chart.centre.kind, 1.6 * MARK)
    canvas.text((left + _HUB / 2, start + 2 * MARK + _PADDING), lines, bold=True, anchor="center")
