"""What a picture of a record's surroundings draws: few enough records to read, each at the end of a branch.

The nearest neighbours come in groups; each farther record hangs from one nearer record, so that lines never
cross. A branch gets records of several kinds before a second one of the same kind.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from buyer_skills.analyses.surroundings import Neighbour, NodeKind, SurroundingsOfRecord
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.network_groups import NeighbourGroup, nearest_groups, rank_of

MOST_DRAWN = 40
"""Records in a picture, its centre included; beyond, they are counted in words."""

_ROOM: Mapping[int, tuple[int, ...]] = {1: (MOST_DRAWN - 1,), 2: (14, 25), 3: (12, 12, 15)}
"""Records of each layer, by depth; what a layer leaves goes to the next."""

_FIRST: tuple[NodeKind, ...] = (
    "training",
    "profile",
    "degree",
    "competency",
    "rule",
    "named-gap",
    "practice",
    "provider",
    "statut",
    "set-up",
    "theme",
    "role",
    "area",
    "phase",
)
"""The kinds of record a branch gets first: what can be followed, then where it leads."""


@dataclass(frozen=True, slots=True)
class Branches:
    """What is drawn: the groups of the nearest, what hangs from each record, and what is left out beyond."""

    groups: tuple[NeighbourGroup, ...]
    hanging: Mapping[str, tuple[Neighbour, ...]]
    left_out: tuple[tuple[Neighbour, ...], ...]
    """What is not drawn at two links, then at three."""

    def drawn(self) -> Iterator[Neighbour]:
        """Yield what is drawn, branch by branch, each record before what hangs from it."""
        for group in self.groups:
            for one in group.shown:
                yield from self._branch(one)

    def _branch(self, one: Neighbour) -> Iterator[Neighbour]:
        yield one
        for each in self.hanging.get(one.key, ()):
            yield from self._branch(each)


def branches_of(result: SurroundingsOfRecord, graph: SkillGraph, language: str) -> Branches:
    """Return what is drawn of what is around a record: as many as there is room for."""
    first, *farther = _ROOM[result.depth]
    while True:
        branches = _with_room(result, graph, language, (first, *farther))
        free = MOST_DRAWN - 1 - sum(1 for _ in branches.drawn())
        if not free or not any(group.left_out for group in branches.groups):
            return branches
        # Farther layers did not take all their room: the nearest have it.
        first += free


def _with_room(
    result: SurroundingsOfRecord, graph: SkillGraph, language: str, rooms: tuple[int, ...]
) -> Branches:
    """Return what is drawn when each layer has so much room, and what the one before it left."""
    first, *farther = rooms
    groups = nearest_groups(result, graph, language, first)
    layer = [one for group in groups for one in group.shown]
    drawn, room = len(layer), first - len(layer)
    hanging: dict[str, tuple[Neighbour, ...]] = {}
    left_out = []
    for distance, own_room in enumerate(farther, 2):
        room = min(room + own_room, MOST_DRAWN - 1 - drawn)
        there = [one for one in result.neighbours if one.distance == distance]
        grown = _grown(layer, there, room, graph, language)
        hanging |= grown
        layer = [one for parent in layer for one in grown.get(parent.key, ())]
        drawn, room = drawn + len(layer), room - len(layer)
        keys = {one.key for one in layer}
        left_out.append(tuple(one for one in there if one.key not in keys))
    return Branches(groups, hanging, tuple(left_out))


def _grown(
    layer: list[Neighbour], there: list[Neighbour], room: int, graph: SkillGraph, language: str
) -> dict[str, tuple[Neighbour, ...]]:
    """Hang records from those of a layer, one to each in turn, until there is no more room."""
    waiting = {
        parent.key: [linked for one in there if (linked := _linked_to(one, parent.key)).links]
        for parent in layer
    }
    for candidates in waiting.values():
        candidates.sort(key=lambda one: rank_of(one, graph, language))
    grown: dict[str, list[Neighbour]] = {}
    taken: set[str] = set()
    growing = True
    while growing:
        growing = False
        for parent in layer:
            own = grown.setdefault(parent.key, [])
            left = [one for one in waiting[parent.key] if one.key not in taken]
            if left and len(taken) < room:
                counts = Counter(one.kind for one in own)
                best = min(left, key=lambda one: (counts[one.kind], _FIRST.index(one.kind)))
                own.append(best)
                taken.add(best.key)
                growing = True
    return {key: tuple(own) for key, own in grown.items() if own}


def _linked_to(neighbour: Neighbour, nearer: str) -> Neighbour:
    """Return ``neighbour`` with the link it hangs by first, all the others after."""
    own = [link for link in neighbour.links if link.nearer == nearer]
    if not own:
        return neighbour.model_copy(update={"links": ()})
    others = [link for link in neighbour.links if link.nearer != nearer]
    return neighbour.model_copy(update={"links": (*own, *others)})
