"""Where the records of a network stand: under each other, every label wrapped, none over another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from buyer_skills.renderers.charts.canvas import SMALL_SIZE, block_height, text_width, wrapped
from buyer_skills.views.report_view import NetworkGroup, NetworkNode

_ABOVE_GROUP, _BELOW_GROUP = 9.0, 3.0
_BETWEEN = 4.0
_BETWEEN_BRANCHES = 5.0
_SHORTEST = 15.0
_SPLIT = 40.0
"""What cutting a group in two counts for, in points of height, when two columns are balanced."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A record in its column: its label, the top of it, its middle where lines end, and what it hangs from.

    ``column`` is 0 for the nearest; ``parent`` is the place, in the list of spots, of the record it hangs
    from, -1 for the one in the middle.
    """

    node: NetworkNode
    lines: tuple[str, ...]
    top: float
    column: int
    parent: int

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.top + block_height(self.lines, SMALL_SIZE) / 2

    @property
    def bottom(self) -> float:
        """The height at which its label ends, or its mark when that is lower."""
        return self.top + max(block_height(self.lines, SMALL_SIZE), _SHORTEST)

    @property
    def width(self) -> float:
        """How wide its label is."""
        return max(text_width(line, SMALL_SIZE) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Words:
    """Words in the first column: the title of a group, or what counts the records not drawn."""

    lines: tuple[str, ...]
    top: float
    is_title: bool


@dataclass(frozen=True, slots=True)
class Stack:
    """Groups under each other, with what hangs from them beside: records, words, and the height of all."""

    spots: tuple[Spot, ...]
    words: tuple[Words, ...]
    height: float


def stacked_groups(groups: Sequence[NetworkGroup], width: float) -> Stack:
    """Set groups under each other, in columns ``width`` points wide."""
    spots: list[Spot] = []
    words: list[Words] = []
    top = 0.0
    for group in groups:
        top += _ABOVE_GROUP if top else 0.0
        title = wrapped(group.title, width, SMALL_SIZE, bold=True)
        head = block_height(title, SMALL_SIZE) + _BELOW_GROUP
        own: list[Spot] = []
        start = top = top + head
        for node in group.nodes:
            place = len(spots)
            top = _grown(node, top, width, spots, (0, -1))
            own.append(spots[place])
        # Words keep close to the records they speak of, which stand level with what hangs from them.
        words.append(Words(title, (own[0].top if own else start) - head, is_title=True))
        if group.more:
            lines = wrapped(group.more, width, SMALL_SIZE)
            under = own[-1].bottom + _BETWEEN if own else start
            words.append(Words(lines, under, is_title=False))
            top = max(top, under + block_height(lines, SMALL_SIZE) + _BETWEEN)
    return Stack(tuple(spots), tuple(words), top)


def lowered(stack: Stack, by: float) -> Stack:
    """Return ``stack`` moved down ``by`` points."""
    return Stack(
        tuple(replace(one, top=one.top + by) for one in stack.spots),
        tuple(replace(one, top=one.top + by) for one in stack.words),
        stack.height,
    )


def halves(groups: Sequence[NetworkGroup], width: float) -> tuple[Stack, Stack]:
    """Share groups out over two columns of even height, in their order, cutting one only if it pays."""
    count = sum(len(group.nodes) for group in groups)
    tried = []
    for kept in range(count + 1):
        first, second, is_cut = _parted(groups, kept)
        columns = stacked_groups(first, width), stacked_groups(second, width)
        cost = max(column.height for column in columns) + (_SPLIT if is_cut else 0)
        tried.append((cost, kept, columns))
    return min(tried, key=lambda one: one[:2])[2]


def _grown(node: NetworkNode, top: float, width: float, spots: list[Spot], at: tuple[int, int]) -> float:
    """Add a record, level with the middle of what hangs from it, and return the height reached."""
    column, parent = at
    lines = wrapped(node.label, width, SMALL_SIZE)
    own = max(_SHORTEST, block_height(lines, SMALL_SIZE))
    place = len(spots)
    spots.append(Spot(node, lines, top, column, parent))
    bottom = top
    for each in node.nodes:
        bottom = _grown(each, bottom, width, spots, (column + 1, place))
    height = max(own + _BETWEEN, bottom - top)
    spots[place] = replace(spots[place], top=top + (height - _BETWEEN - block_height(lines, SMALL_SIZE)) / 2)
    return top + height + (_BETWEEN_BRANCHES if node.nodes else 0.0)


def _parted(groups: Sequence[NetworkGroup], kept: int) -> tuple[list[NetworkGroup], list[NetworkGroup], bool]:
    """Part groups after ``kept`` records; say whether one is cut. What counts its rest stays at its end."""
    first: list[NetworkGroup] = []
    second: list[NetworkGroup] = []
    is_cut = False
    for group in groups:
        here = min(len(group.nodes), max(kept, 0))
        kept -= len(group.nodes)
        if here == len(group.nodes) and not second:
            first.append(group)
        elif here == 0:
            second.append(group)
        else:
            is_cut = True
            first.append(replace(group, nodes=group.nodes[:here], more=""))
            second.append(replace(group, nodes=group.nodes[here:]))
    return first, second, is_cut
