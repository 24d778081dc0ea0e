"""The page of an area, phase, role or theme: its competencies, what teaches them, what is not found."""

from collections.abc import Sequence

from buyer_skills.analyses.neighbourhood_results import (
    CompetencyInGroup,
    HeadingNeighbourhood,
    RecordReference,
    StepSupply,
)
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import required_text, step_text
from buyer_skills.views.method_section import method_section
from buyer_skills.views.network_figure import network_section
from buyer_skills.views.record_words import capped, competency_title, heading_title, profile_title
from buyer_skills.views.report_view import (
    Block,
    Callout,
    Cell,
    Column,
    Paragraph,
    ReportView,
    Section,
    Table,
)
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.training_tables import by_trust, trainings_table

NAMED_AT_MOST = 5
"""Competencies without training that the first lines name before the rest is counted."""


def heading_page(result: HeadingNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    """Return the page of an area, phase, role or theme."""
    words = wording(language)
    competencies = [graph.competency(one.competency) for one in result.competencies]
    return ReportView(
        title=result.record.title.in_language(language),
        subtitle=words.text(f"show.subtitle-{result.kind}", id=result.id),
        language=language,
        lead=_lead(result, graph, language),
        sections=(
            _what(result, language),
            _competencies(result, graph, language),
            _jobs(result, graph, language),
            _trainings(result, graph, language),
            _degrees(result, graph, language),
            _not_found(result, graph, language),
            *network_section(graph, RecordReference(kind=result.kind, id=result.id), language),
            method_section(graph, language, (words.text("show.rule-steps"),)),
            sources_section(graph, [result.record, *competencies], language),
        ),
    )


def _lead(result: HeadingNeighbourhood, graph: SkillGraph, language: str) -> tuple[str, ...]:
    words = wording(language)
    missing = list(
        dict.fromkeys(competency_title(graph, step.competency, language) for step in result.not_found)
    )
    titles = capped(missing, NAMED_AT_MOST, language)
    holes = (
        words.text("show.lead-group-holes", count=len(missing), titles=titles)
        if missing
        else words.text("show.lead-group-no-hole")
    )
    return (
        words.text("show.lead-group", count=len(result.competencies), jobs=len(result.profiles)),
        words.text(
            "show.lead-group-trainings",
            count=len(result.trainings) + len(result.tagged),
            degrees=len(result.degrees),
        ),
        " ".join((holes, *_unsure(result, graph, language))),
    )


def _unsure(result: HeadingNeighbourhood, graph: SkillGraph, language: str) -> tuple[str, ...]:
    """Return the sentence that says in which areas too little was seen, if there is one."""
    if not result.unsure_areas:
        return ()
    areas = tuple(heading_title(graph, "area", area, language) for area in result.unsure_areas)
    return (wording(language).text("show.unsure-areas", areas=areas),)


def _what(result: HeadingNeighbourhood, language: str) -> Section:
    words = wording(language)
    blocks: list[Block] = []
    if result.record.description:
        blocks.append(Paragraph(result.record.description.in_language(language)))
    note = result.record.note.in_language(language) if result.record.note else ""
    if result.kind == "role":
        reading = words.text("show.role-reading")
        blocks.append(Callout(words.text("show.our-reading"), f"{reading} {note}".strip(), "plain"))
    elif note:
        blocks.append(Callout(words.text("show.note"), note, "muted"))
    blocks = blocks or [Paragraph(words.text("show.no-description"))]
    return Section("presentation", words.text("show.section-what"), tuple(blocks))


def _competencies(result: HeadingNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    title = words.text("show.section-competencies")
    if not result.competencies:
        return Section("competences", title, (Paragraph(words.text("show.no-competency")),))
    columns = tuple(
        Column(words.text(f"show.column-{name}"), heads_row=name == "competency")
        for name in ("competency", "kind", "jobs", "trainings")
    )
    tables: list[Block] = []
    for area in graph.catalog.areas:
        shown = [one for one in result.competencies if graph.competency(one.competency).area == area]
        if shown:
            caption = heading_title(graph, "area", area, language)
            tables.append(Table(caption, columns, tuple(_row(one, graph, language) for one in shown)))
    return Section("competences", title, tuple(tables))


def _row(one: CompetencyInGroup, graph: SkillGraph, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    competency = graph.competency(one.competency)
    jobs = Cell(words.text("list.no-job"))
    if one.profiles:
        level = required_text(competency, one.highest, language)
        jobs = Cell(words.text("list.jobs", count=one.profiles), words.text("show.up-to", level=level))
    courses = one.trainings - one.degrees
    degrees = words.text("list.degrees", count=one.degrees) if one.degrees else ""
    trainings = Cell(words.text("list.trainings", count=courses), degrees)
    if not courses:
        kind = "initial-only" if one.degrees else "absent"
        trainings = Cell(words.text(f"terms.finding.{kind}"), degrees, "attention")
    return (
        Cell(competency.title.in_language(language), competency.id),
        Cell(words.text(f"terms.competency-kind.{competency.kind}")),
        jobs,
        trainings,
    )


def _jobs(result: HeadingNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    title = words.text("show.section-group-jobs")
    if not result.profiles:
        return Section("metiers", title, (Paragraph(words.text("show.no-job-in-group")),))
    columns = tuple(
        Column(words.text(f"show.column-{name}"), heads_row=name == "profile")
        for name in ("profile", "asked", "indispensable")
    )
    rows = tuple(
        (
            Cell(profile_title(graph, one.profile, language), one.profile),
            Cell(words.text("list.competencies", count=one.competencies)),
            Cell(
                words.text("list.competencies", count=one.indispensable)
                if one.indispensable
                else words.text("show.not-indispensable")
            ),
        )
        for one in result.profiles
    )
    return Section("metiers", title, (Table(words.text("show.caption-group-jobs"), columns, rows),))


def _trainings(result: HeadingNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    blocks: list[Block] = []
    for name, identifiers in (("tagged", result.tagged), ("teaching", result.trainings)):
        if identifiers:
            shown = sorted((graph.training(one) for one in identifiers), key=by_trust)
            blocks.append(trainings_table(graph, shown, words.text(f"show.caption-{name}"), language))
    blocks = blocks or [Paragraph(words.text("show.no-training"), "attention")]
    blocks.append(Paragraph(words.text("show.practice-too"), "muted"))
    return Section("formations", words.text("show.section-trainings"), tuple(blocks))


def _degrees(result: HeadingNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    blocks: tuple[Block, ...] = (Paragraph(words.text("show.no-degree")),)
    if result.degrees:
        shown = sorted((graph.training(one) for one in result.degrees), key=by_trust)
        key = "show.caption-theme-degrees" if result.kind == "theme" else "show.caption-degrees"
        blocks = (trainings_table(graph, shown, words.text(key), language),)
    return Section("diplomes", words.text("show.section-degrees"), blocks)


def _not_found(result: HeadingNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    blocks: list[Block] = []
    if result.not_found:
        blocks.append(_steps_table(result.not_found, words.text("show.caption-not-found"), graph, language))
    else:
        blocks.append(Paragraph(words.text("show.nothing-not-found")))
    for unsure in _unsure(result, graph, language):
        blocks.insert(0, Callout(words.text("show.unsure-area"), unsure))
    if result.work_steps:
        blocks.append(_steps_table(result.work_steps, words.text("show.caption-work-steps"), graph, language))
    blocks.append(Paragraph(words.text("show.see-missing"), "muted"))
    return Section("non-trouve", words.text("show.section-not-found"), tuple(blocks))


def _steps_table(steps: Sequence[StepSupply], caption: str, graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    columns = tuple(
        Column(words.text(f"show.column-{name}"), heads_row=name == "competency")
        for name in ("competency", "step", "jobs", "finding")
    )
    rows = tuple(
        (
            Cell(competency_title(graph, step.competency, language), step.competency),
            Cell(step_text(graph.competency(step.competency), step.from_level, step.to_level, language)),
            Cell(words.text("list.jobs", count=step.demand)),
            Cell(words.text(f"terms.finding.{step.finding}"), tone="attention"),
        )
        for step in steps
    )
    return Table(caption, columns, rows)
