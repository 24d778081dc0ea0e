"""The nearest neighbours of a record in the groups a reader knows them by, best first."""

from collections.abc import Sequence
from dataclasses import dataclass

from buyer_skills.analyses.listings import PROFILE_KINDS
from buyer_skills.analyses.surroundings import Neighbour, NeighbourLink, NodeKind, SurroundingsOfRecord
from buyer_skills.catalog.trainings import EVIDENCE_ORDER
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import required_text
from buyer_skills.views.node_titles import NODE_KINDS, node_title
from buyer_skills.views.record_words import heading_title

_RELATIONS = (
    "teaches-in",
    "requires-out",
    "requires-training-out",
    "requires-level-out",
    "part-of-in",
    "offered-by-out",
    "teaches-out",
    "offered-by-in",
    "in-area-in",
    "in-phase-in",
    "serves-role-in",
    "on-theme-in",
    "finer-than-out",
    "finer-than-in",
    "confused-with-out",
    "confused-with-in",
    "based-on-out",
    "in-area-out",
    "in-phase-out",
    "serves-role-out",
    "on-theme-out",
    "under-rule-out",
    "under-rule-in",
    "bears-on-out",
    "bears-on-in",
    "held-under-out",
    "held-under-in",
    "seats-out",
    "seats-in",
    "requires-level-in",
    "requires-training-in",
    "part-of-out",
    "based-on-in",
    "requires-in",
)
"""How a neighbour is tied to the centre, ``-out`` when the centre says so: what leads there comes first."""


@dataclass(frozen=True, slots=True)
class NeighbourGroup:
    """Neighbours that go together under a title: those shown, the best first, and those left out."""

    title: str
    shown: tuple[Neighbour, ...]
    left_out: tuple[Neighbour, ...] = ()


def nearest_groups(
    result: SurroundingsOfRecord, graph: SkillGraph, language: str, room: int
) -> tuple[NeighbourGroup, ...]:
    """Return the neighbours one link away by how they are tied to the centre, at most ``room`` shown."""
    groups: dict[str, list[Neighbour]] = {}
    order: dict[str, tuple[int, int, int]] = {}
    for neighbour in result.neighbours:
        if neighbour.distance > 1:
            continue
        relation = _relation(neighbour.links[0])
        variant, title = _group(neighbour, relation, result, graph, language)
        place = (_RELATIONS.index(relation), *variant)
        groups.setdefault(title, []).append(neighbour)
        order[title] = min(place, order.get(title, place))
    titles = sorted(groups, key=lambda title: (order[title], title))
    for title in titles:
        groups[title].sort(key=lambda one: rank_of(one, graph, language))
    shares = shared_out([len(groups[title]) for title in titles], room)
    return tuple(
        NeighbourGroup(title, tuple(groups[title][:share]), tuple(groups[title][share:]))
        for title, share in zip(titles, shares, strict=True)
    )


def rank_of(neighbour: Neighbour, graph: SkillGraph, language: str) -> tuple[int, int, int, str, str]:
    """Return what sorts neighbours of one kind: the most asked for, the surest, then by title."""
    link = neighbour.links[0]
    asked = (-link.importance, -link.level) if link.kind == "requires" else (0, 0)
    sure = 0
    if neighbour.kind in {"training", "degree"}:
        sure = EVIDENCE_ORDER.index(graph.training(neighbour.id).evidence)
    title = node_title(neighbour.kind, neighbour.id, graph, language)
    return (*asked, sure, title.casefold(), neighbour.id)


def shared_out(sizes: Sequence[int], room: int) -> list[int]:
    """Return how many of each group are kept so that all fit in ``room``: one each in turn, the first first.

    >>> shared_out([9, 1, 3], 8)
    [4, 1, 3]
    """
    shares = [0] * len(sizes)
    left = min(room, sum(sizes))
    while left:
        for place, size in enumerate(sizes):
            if left and shares[place] < size:
                shares[place] += 1
                left -= 1
    return shares


def _relation(link: NeighbourLink) -> str:
    return f"{link.kind.replace('_', '-')}-{'out' if link.outward else 'in'}"


def _group(
    neighbour: Neighbour, relation: str, result: SurroundingsOfRecord, graph: SkillGraph, language: str
) -> tuple[tuple[int, int], str]:
    """Return the place, among those of the same relation, and the title of the group of a neighbour."""
    words = wording(language)
    link, kind = neighbour.links[0], neighbour.kind
    name: str = kind
    variant = _place(kind)
    match relation:
        case "teaches-in" if kind == "training":
            level = required_text(graph.competency(result.id), link.level, language)
            return (0, link.level), words.text("network.group.teaches-in-training", level=level)
        case "in-phase-in" | "serves-role-in" | "on-theme-in" if kind == "competency":
            area = graph.competency(neighbour.id).area
            title = words.text("network.group.of-area", area=heading_title(graph, "area", area, language))
            return (0, list(graph.catalog.areas).index(area)), title
        case "teaches-in" | "offered-by-in" | "on-theme-in":
            pass
        case "requires-out":
            name, variant = str(link.importance), -link.importance
        case "requires-in":
            profile_kind = graph.profile(neighbour.id).kind
            name, variant = profile_kind, PROFILE_KINDS.index(profile_kind)
        case "in-area-in":
            name, variant = graph.competency(neighbour.id).kind, 0
        case _:
            return (0, 0), words.text(f"network.group.{relation}")
    return (1, variant), words.text(f"network.group.{relation}-{name}")


def _place(kind: NodeKind) -> int:
    return NODE_KINDS.index(kind)
