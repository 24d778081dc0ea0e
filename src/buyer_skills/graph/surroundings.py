"""What is around a record, link by link, as a reader counts: without steps, and each practice once.

In the graph a training leads to a step of a competency; here it is linked to the competency itself. A
practice made from a template stands for its template. What cannot be followed on the day of the graph and
what was never read at its source are left out, but for the record one starts from.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from buyer_skills.graph.build import node_key
from buyer_skills.graph.skill_graph import SkillGraph

_INSIDE = ("step_of", "leads_to")
"""Edges that tie a competency to its own steps: no link between two records."""


@dataclass(frozen=True, slots=True)
class Link:
    """A statement of the catalogue that ties two records, by their node keys.

    ``level`` is the level reached (teaches) or asked (requires, requires_level); 0 when the kind has none.
    """

    start: str
    end: str
    kind: str
    level: int = 0
    importance: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The records within some links of a record, and the links that lead there.

    ``distances`` counts the links from the centre, itself at 0; ``links`` holds those between a record and
    one that is a link nearer, sorted.
    """

    centre: str
    distances: Mapping[str, int]
    links: tuple[Link, ...]


def surroundings_of(graph: SkillGraph, centre: str, depth: int) -> Surroundings:
    """Return what is within ``depth`` links of the node ``centre``; alone when it has no link."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node(centre)
    left_out = _left_out(graph) - {centre}
    for link in _links(graph, centre):
        if not {link.start, link.end} & left_out and link.start != link.end:
            network.add_edge(link.start, link.end, link=link)
    found = nx.single_source_shortest_path_length(network.to_undirected(as_view=True), centre, cutoff=depth)
    distances = dict(sorted(found.items(), key=lambda one: (one[1], one[0])))
    kept = {
        data["link"]
        for start, end, data in network.edges(data=True)
        if start in distances and end in distances and abs(distances[start] - distances[end]) == 1
    }
    return Surroundings(centre, distances, tuple(_highest(kept)))


def keys_behind(graph: SkillGraph, centre: str, kept: Collection[str]) -> frozenset[str]:
    """Return the keys of the whole graph that a reader sees as one of ``kept``: steps and practices too."""
    return frozenset(key for key in graph.network.nodes if _read_as(graph, key, centre) in kept)


def _links(graph: SkillGraph, centre: str) -> Iterator[Link]:
    for start, end, data in graph.network.edges(data=True):
        level: int = data.get("level") or graph.network.nodes[end].get("to_level", 0)
        # A requirement at level 0 asks for nothing.
        if data["type"] in _INSIDE or (data["type"] == "requires" and not level):
            continue
        yield Link(
            start=_read_as(graph, start, centre),
            end=_read_as(graph, end, centre),
            kind=data["type"],
            level=level,
            importance=data.get("importance", 0),
        )


def _read_as(graph: SkillGraph, key: str, centre: str) -> str:
    """Return the node a reader sees in place of a node: the competency of a step, a practice's template."""
    if key == centre:
        return key
    kind, _, identifier = key.partition(":")
    if kind == "step":
        return node_key("competency", identifier.rpartition(":")[0])
    template = identifier.partition("@")[0]
    if kind == "training" and template in graph.catalog.trainings:
        return node_key("training", template)
    return key


def _left_out(graph: SkillGraph) -> set[str]:
    ended = {
        key
        for key, data in graph.network.nodes(data=True)
        if data["kind"] in {"training", "degree"} and not data["offered"]
    }
    return ended | {node_key("rule", rule.id) for rule in graph.catalog.rules.values() if not rule.is_shown}


def _highest(links: set[Link]) -> Iterator[Link]:
    """Yield links sorted, one for each pair of records and kind: that of the highest level."""
    order = sorted(links, key=lambda one: (one.start, one.end, one.kind, -one.level, -one.importance))
    seen: set[tuple[str, str, str]] = set()
    for link in order:
        pair = (link.start, link.end, link.kind)
        if pair not in seen:
            seen.add(pair)
            yield link
