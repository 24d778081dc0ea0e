"""A record and what is around it, as a picture and the same in a table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from buyer_skills.analyses.neighbourhood_results import RecordReference
from buyer_skills.analyses.surroundings import LinkKind, Neighbour, SurroundingsOfRecord, look_around
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import date_text
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.network_branches import MOST_DRAWN, Branches, branches_of
from buyer_skills.views.network_groups import NeighbourGroup
from buyer_skills.views.node_titles import NODE_KINDS, node_title
from buyer_skills.views.report_view import (
    Cell,
    Column,
    Figure,
    NetworkChart,
    NetworkGroup,
    NetworkLink,
    NetworkNode,
    Paragraph,
    Section,
    Table,
)

_LINES: Mapping[LinkKind, NetworkLink] = {
    "teaches": "teaches",
    "requires_level": "entry",
    "requires_training": "entry",
    "part_of": "derived",
    "requires": "requires",
    "based_on": "derived",
    "finer_than": "derived",
    "confused_with": "confused",
    "offered_by": "offered",
    "in_area": "sorted",
    "in_phase": "sorted",
    "serves_role": "sorted",
    "on_theme": "sorted",
    "under_rule": "framed",
    "bears_on": "needed",
    "held_under": "framed",
    "seats": "seated",
}
"""The line each kind of link is drawn with; links that a reader takes for the same thing share one."""

_LINE_ORDER: tuple[NetworkLink, ...] = (
    "teaches",
    "entry",
    "requires",
    "offered",
    "sorted",
    "derived",
    "confused",
    "framed",
    "needed",
    "seated",
)
"""The order of lines in legends."""


def network_section(graph: SkillGraph, reference: RecordReference, language: str) -> tuple[Section, ...]:
    """Return the section that shows the nearest neighbours of a record; nothing when it has none."""
    figure = network_figure(look_around(graph, reference, 1), graph, language)
    if figure is None:
        return ()
    words = wording(language)
    farther = Paragraph(words.text("network.farther", id=reference.short), "muted")
    return (Section("autour", words.text("network.section"), (figure, farther)),)


def network_figure(result: SurroundingsOfRecord, graph: SkillGraph, language: str) -> Figure | None:
    """Return the picture of what is around a record, with its table; None when nothing is."""
    if not result.neighbours:
        return None
    branches = branches_of(result, graph, language)
    words = wording(language)
    table = _groups_table if result.depth == 1 else _records_table
    return Figure(_chart(result, branches, graph, words), table(result, branches, graph, words))


def network_chart(result: SurroundingsOfRecord, graph: SkillGraph, language: str) -> NetworkChart:
    """Return the picture alone; a record that nothing is linked to stands by itself."""
    return _chart(result, branches_of(result, graph, language), graph, wording(language))


def _chart(
    result: SurroundingsOfRecord, branches: Branches, graph: SkillGraph, words: Wording
) -> NetworkChart:
    centre = node_title(result.kind, result.id, graph, words.language)
    drawn = list(branches.drawn())
    kinds = {result.kind, *(one.kind for one in drawn)}
    lines = {_LINES[one.links[0].kind] for one in drawn}
    return NetworkChart(
        title=words.text("network.title", centre=centre),
        alternative=words.text("network.alternative", centre=centre, counts=_counts(drawn, words)),
        centre=NetworkNode(centre, result.kind),
        groups=tuple(
            NetworkGroup(
                group.title,
                tuple(_node(one, branches, graph, words) for one in group.shown),
                _more(group, words),
            )
            for group in branches.groups
        ),
        layer_names=tuple(
            words.text("network.layer", count=distance)
            for distance in range(1, max((one.distance for one in drawn), default=0) + 1)
        ),
        kind_names=tuple((kind, words.text(f"network.kind.{kind}")) for kind in NODE_KINDS if kind in kinds),
        link_names=tuple((line, words.text(f"network.line.{line}")) for line in _LINE_ORDER if line in lines),
        notes=tuple(_notes(result, branches, graph, words)),
    )


def _node(one: Neighbour, branches: Branches, graph: SkillGraph, words: Wording) -> NetworkNode:
    return NetworkNode(
        label=node_title(one.kind, one.id, graph, words.language),
        kind=one.kind,
        link=_LINES[one.links[0].kind],
        nodes=tuple(_node(each, branches, graph, words) for each in branches.hanging.get(one.key, ())),
    )


def _more(group: NeighbourGroup, words: Wording) -> str:
    """Return how many neighbours of a group are not drawn, in words; nothing when all are."""
    count = len(group.left_out)
    if not count:
        return ""
    kinds = {one.kind for one in group.left_out}
    name = kinds.pop() if len(kinds) == 1 else "record"
    return words.text(f"network.more.{name}" if group.shown else f"network.count.{name}", count=count)


def _counts(drawn: Iterable[Neighbour], words: Wording) -> tuple[str, ...]:
    counts = Counter(one.kind for one in drawn)
    return tuple(
        words.text(f"network.count.{kind}", count=counts[kind]) for kind in NODE_KINDS if counts[kind]
    )


def _notes(
    result: SurroundingsOfRecord, branches: Branches, graph: SkillGraph, words: Wording
) -> Iterator[str]:
    if not result.neighbours:
        yield words.text("network.alone")
    else:
        yield words.text("network.note-near" if result.depth == 1 else "network.note-far")
        yield from _left_out(branches, words)
        if any(group.left_out for group in branches.groups) or any(branches.left_out):
            yield words.text("network.note-most", count=MOST_DRAWN)
    yield words.text("network.note-day", day=date_text(graph.day, words.language))


def _left_out(branches: Branches, words: Wording) -> Iterator[str]:
    """Yield what is not drawn beyond the nearest, counted by kind, for each distance."""
    for distance, left_out in enumerate(branches.left_out, 2):
        if left_out:
            yield words.text(
                "network.note-left-out",
                distance=words.text("network.layer", count=distance),
                counts=_counts(left_out, words),
            )


def _groups_table(
    result: SurroundingsOfRecord, branches: Branches, graph: SkillGraph, words: Wording
) -> Table:
    """Return the nearest neighbours group by group."""
    columns = (
        Column(words.text("network.column-link"), heads_row=True),
        Column(words.text("network.column-records")),
    )
    rows = tuple(
        (Cell(group.title), Cell("\n".join(_members(group, graph, words)))) for group in branches.groups
    )
    centre = node_title(result.kind, result.id, graph, words.language)
    return Table(words.text("network.caption", centre=centre), columns, rows)


def _members(group: NeighbourGroup, graph: SkillGraph, words: Wording) -> Iterator[str]:
    for one in group.shown:
        yield f"{node_title(one.kind, one.id, graph, words.language)} ({one.id})"
    if more := _more(group, words):
        yield more


def _records_table(
    result: SurroundingsOfRecord, branches: Branches, graph: SkillGraph, words: Wording
) -> Table:
    """Return the records drawn one by one, with how far each is and all it is linked to among them."""
    columns = tuple(
        Column(words.text(f"network.column-{name}"), heads_row=name == "record")
        for name in ("record", "kind", "distance", "linked")
    )
    centre = node_title(result.kind, result.id, graph, words.language)
    titles = {result.key: centre}
    for one in branches.drawn():
        titles[one.key] = node_title(one.kind, one.id, graph, words.language)
    rows = tuple(
        (
            Cell(titles[one.key], one.id),
            Cell(words.text(f"network.kind.{one.kind}")),
            Cell(words.text("network.layer", count=one.distance)),
            Cell("\n".join(_links_said(one, titles, words))),
        )
        for one in branches.drawn()
    )
    return Table(words.text("network.caption", centre=centre), columns, rows)


def _links_said(one: Neighbour, titles: Mapping[str, str], words: Wording) -> Iterator[str]:
    """Yield what a record is linked to among those drawn, once each, the one it hangs from first."""
    seen: set[str] = set()
    for link in one.links:
        if link.nearer in titles and link.nearer not in seen:
            seen.add(link.nearer)
            line = words.text(f"network.line.{_LINES[link.kind]}")
            yield words.text("network.linked-line", title=titles[link.nearer], line=line)
