"""A record among its neighbours: how far each one is, and by which links it is reached."""

from typing import Literal, get_args

from pydantic import Field

from buyer_skills.analyses.neighbourhood_results import RecordReference
from buyer_skills.analyses.results import Result
from buyer_skills.catalog.fields import Level
from buyer_skills.graph.build import node_key, training_kind
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.graph.surroundings import Link, Surroundings, keys_behind, surroundings_of

NodeKind = Literal[
    "competency",
    "training",
    "degree",
    "practice",
    "profile",
    "provider",
    "area",
    "phase",
    "role",
    "theme",
    "rule",
    "statut",
    "set-up",
    "named-gap",
]
"""What a neighbour is, as a reader tells them apart: degrees and practices are no other training."""

LinkKind = Literal[
    "teaches",
    "requires_level",
    "requires_training",
    "part_of",
    "requires",
    "based_on",
    "finer_than",
    "confused_with",
    "offered_by",
    "in_area",
    "in_phase",
    "serves_role",
    "on_theme",
    "under_rule",
    "bears_on",
    "held_under",
    "seats",
]
"""What ties two records, each read from its start to its end."""

LINK_KINDS: tuple[LinkKind, ...] = get_args(LinkKind)
"""The kinds of link, the main ones first."""

FARTHEST = 3
"""Links from a record beyond which nothing is looked at: nearly the whole catalogue is there."""


class NeighbourLink(Result):
    """A link between a neighbour and a record that is a link nearer."""

    nearer: str = Field(description="Key of the nearer record, `kind:id`.")
    kind: LinkKind = Field(description="What ties them.")
    outward: bool = Field(description="Whether the nearer record is the one that states the link.")
    level: Level = Field(description="Level reached or asked; 0 when the link has none.")
    importance: int = Field(description="Importance of a requirement, 1 to 3; 0 elsewhere.", ge=0, le=3)


class Neighbour(Result):
    """A record some links away."""

    key: str = Field(description="Its key, `kind:id`.")
    kind: NodeKind = Field(description="What it is.")
    id: str = Field(description="Its id.")
    distance: int = Field(description="Links from the record in the middle.")
    links: tuple[NeighbourLink, ...] = Field(description="Its links to nearer records, the main one first.")


class SurroundingsOfRecord(Result):
    """A record and all that is within some links of it."""

    asked: RecordReference = Field(description="How the record in the middle is asked for.")
    key: str = Field(description="Key of the record in the middle, `kind:id`.")
    kind: NodeKind = Field(description="What it is.")
    id: str = Field(description="Its id.")
    depth: int = Field(description="Links within which neighbours are looked for.")
    neighbours: tuple[Neighbour, ...] = Field(description="The nearest first, then by key.")


def look_around(graph: SkillGraph, reference: RecordReference, depth: int) -> SurroundingsOfRecord:
    """Return all that is within ``depth`` links of a record.

    Links between two records at the same distance are left out: the answer is what leads to each neighbour.
    """
    found = surroundings_of(graph, centre_key(graph, reference), depth)
    return SurroundingsOfRecord(
        asked=reference,
        key=found.centre,
        kind=_kind(graph, found.centre),
        id=reference.id,
        depth=depth,
        neighbours=tuple(
            _neighbour(graph, key, distance, found)
            for key, distance in found.distances.items()
            if key != found.centre
        ),
    )


def keys_around(graph: SkillGraph, found: SurroundingsOfRecord) -> frozenset[str]:
    """Return the nodes of the whole graph that stand for a record and its neighbours."""
    return keys_behind(graph, found.key, {found.key, *(one.key for one in found.neighbours)})


def centre_key(graph: SkillGraph, reference: RecordReference) -> str:
    """Return the key of the node that stands for a record in the graph."""
    kind: str = reference.kind
    if kind == "training":
        kind = training_kind(graph.training_or_template(reference.id))
    return node_key(kind, reference.id)


def _neighbour(graph: SkillGraph, key: str, distance: int, found: Surroundings) -> Neighbour:
    links = [
        _link(link, key)
        for link in found.links
        if key in {link.start, link.end} and found.distances[_other(link, key)] < distance
    ]
    return Neighbour(
        key=key,
        kind=_kind(graph, key),
        id=key.partition(":")[2],
        distance=distance,
        links=tuple(sorted(links, key=lambda one: (LINK_KINDS.index(one.kind), one.nearer, one.outward))),
    )


def _link(link: Link, key: str) -> NeighbourLink:
    return NeighbourLink.model_validate(
        {
            "nearer": _other(link, key),
            "kind": link.kind,
            "outward": link.end == key,
            "level": link.level,
            "importance": link.importance,
        }
    )


def _other(link: Link, key: str) -> str:
    return link.end if link.start == key else link.start


def _kind(graph: SkillGraph, key: str) -> NodeKind:
    kind, _, identifier = key.partition(":")
    if kind == "training":
        training = graph.training_or_template(identifier)
        return "practice" if training.kind == "practice" else "training"
    return kind  # type: ignore[return-value]  # the other kinds of node, steps being none of them
