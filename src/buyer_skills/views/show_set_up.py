"""The page of a set-up, to print and correct in a meeting: who does what, phase by phase."""

from collections.abc import Iterator

from buyer_skills.analyses.framing_results import SetUpNeighbourhood, SharedActivity
from buyer_skills.analyses.set_up_places import PARTS
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.method_section import method_section
from buyer_skills.views.record_words import employers_text, heading_title, profile_title
from buyer_skills.views.report_view import (
    Block,
    Callout,
    Cell,
    Column,
    Definitions,
    Paragraph,
    ReportView,
    Section,
    Table,
)
from buyer_skills.views.sources_section import sources_section


def set_up_page(result: SetUpNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    """Return the page of a set-up, made for a sheet of A4 paper on its side."""
    words = wording(language)
    record = result.record
    description = record.description.in_language(language) if record.description else ""
    return ReportView(
        title=record.title.in_language(language),
        subtitle=words.text("framing.subtitle-set-up", id=record.id),
        language=language,
        lead=(
            description or words.text("framing.lead-set-up-plain"),
            words.text("framing.lead-set-up", activities=len(result.activities), actors=len(record.actors)),
            words.text("framing.lead-correct"),
        ),
        sections=(
            _matrix(result, graph, words),
            _actors(result, graph, words),
            *_notes(result, graph, words),
            _essentials(result, words),
            method_section(graph, language, (words.text("framing.method-set-up"),)),
            sources_section(graph, [record], language),
        ),
        landscape=True,
    )


_MOST_COLUMNS = 8
"""Actors beyond which a column each would be too narrow to read on A4: they are then named part by part."""


def _matrix(result: SetUpNeighbourhood, graph: SkillGraph, words: Wording) -> Section:
    return Section(
        "qui-fait-quoi",
        words.text("framing.section-matrix"),
        (Paragraph(words.text("framing.matrix-intro")), *_tables(result, graph, words)),
    )


def _tables(result: SetUpNeighbourhood, graph: SkillGraph, words: Wording) -> Iterator[Table]:
    """Yield a table for each phase of the purchase, all with the same columns."""
    by_part = len(result.record.actors) > _MOST_COLUMNS
    headings = (
        [words.text(f"terms.part.{part}") for part in PARTS]
        if by_part
        else [actor.title.in_language(words.language) for actor in result.record.actors]
    )
    columns = (
        Column(words.text("framing.column-activity"), heads_row=True),
        *(Column(heading) for heading in headings),
        Column(words.text("framing.column-correct"), to_fill=True),
    )
    cells = _actors_by_part if by_part else _parts_by_actor
    for phase in dict.fromkeys(one.phase for one in result.activities):
        rows = tuple(
            (
                Cell(graph.catalog.activities[one.activity].title.in_language(words.language)),
                *cells(one, result, words),
                Cell(""),
            )
            for one in result.activities
            if one.phase == phase
        )
        yield Table(heading_title(graph, "phase", phase, words.language), columns, rows)


def _parts_by_actor(one: SharedActivity, result: SetUpNeighbourhood, words: Wording) -> tuple[Cell, ...]:
    """Return a cell an actor: the part it takes."""
    parts = {part.actor: words.text(f"framing.part.{part.part}") for part in one.parts}
    return tuple(Cell(parts.get(actor.id, "")) for actor in result.record.actors)


def _actors_by_part(one: SharedActivity, result: SetUpNeighbourhood, words: Wording) -> tuple[Cell, ...]:
    """Return a cell a part: the actors who take it."""
    titles = {actor.id: actor.title.in_language(words.language) for actor in result.record.actors}
    return tuple(
        Cell("\n".join(titles[held.actor] for held in one.parts if held.part == part)) for part in PARTS
    )


def _actors(result: SetUpNeighbourhood, graph: SkillGraph, words: Wording) -> Section:
    columns = (
        Column(words.text("framing.column-actor"), heads_row=True),
        Column(words.text("framing.column-can-be")),
        Column(words.text("framing.column-here"), to_fill=True),
    )
    rows = tuple(
        (
            Cell(actor.title.in_language(words.language)),
            Cell(
                "\n".join(f"{profile_title(graph, name, words.language)} ({name})" for name in actor.profiles)
                or words.text("framing.no-profile")
            ),
            Cell(""),
        )
        for actor in result.record.actors
    )
    table = Table(words.text("framing.caption-actors"), columns, rows)
    return Section("intervenants", words.text("framing.section-actors"), (table,))


def _notes(result: SetUpNeighbourhood, graph: SkillGraph, words: Wording) -> tuple[Section, ...]:
    """Return what is often discussed, activity by activity, in the order of the matrix."""
    said = {one.activity: one.note for one in result.record.allocations if one.note}
    pairs = tuple(
        (
            graph.catalog.activities[one.activity].title.in_language(words.language),
            said[one.activity].in_language(words.language),
        )
        for one in result.activities
        if one.activity in said
    )
    if not pairs:
        return ()
    blocks = (Paragraph(words.text("framing.notes-intro")), Definitions(pairs))
    return (Section("a-discuter", words.text("framing.section-notes"), blocks),)


def _essentials(result: SetUpNeighbourhood, words: Wording) -> Section:
    record = result.record
    pairs = [(words.text("framing.met-in"), employers_text(record.employers, words.language))]
    if record.basis:
        pairs.append((words.text("show.basis"), record.basis.in_language(words.language)))
    blocks: list[Block] = [Definitions(tuple(pairs))]
    if record.note:
        blocks.append(Callout(words.text("show.note"), record.note.in_language(words.language), "muted"))
    return Section("fiche", words.text("show.section-essentials"), tuple(blocks))
