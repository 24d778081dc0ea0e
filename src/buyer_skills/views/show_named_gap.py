"""The page of a gap that others measured or named, beside what this catalogue finds on the same steps."""

from collections.abc import Sequence

from buyer_skills.analyses.framing_results import NamedGapNeighbourhood
from buyer_skills.analyses.neighbourhood_results import StepSupply
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import competency_step_text, step_text
from buyer_skills.views.method_section import method_section
from buyer_skills.views.record_words import capped, competency_title, employers_text, heading_title
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
from buyer_skills.views.standing_words import date_said, publishers_text
from buyer_skills.views.training_tables import by_trust
from buyer_skills.views.training_words import training_title

_STEPS_NAMED = 4
"""Steps without training that the first lines name before the rest is counted."""

_TRAININGS_NAMED = 3
"""Trainings named beside a step before the rest is counted."""


def named_gap_page(result: NamedGapNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    """Return the page of a gap named by others."""
    words = wording(language)
    record = result.record
    return ReportView(
        title=record.title.in_language(language),
        subtitle=words.text(f"framing.subtitle-{record.standing}", id=record.id),
        language=language,
        lead=(
            record.text.in_language(language),
            words.text("framing.lead-concerns", who=_who(result, words)),
            _lead_found(result, graph, words),
        ),
        sections=(
            _source(result, graph, words),
            _found(result, graph, words),
            method_section(
                graph, language, (words.text("framing.method-gap"), words.text("show.rule-steps"))
            ),
            sources_section(graph, _records(result, graph), language),
        ),
    )


def _who(result: NamedGapNeighbourhood, words: Wording) -> str:
    concerns = result.record.concerns
    return concerns.in_language(words.language) if concerns else _employers(result, words)


def _employers(result: NamedGapNeighbourhood, words: Wording) -> str:
    """Return the employers a gap concerns: all of them when it names none."""
    return employers_text(result.record.employers or EMPLOYER_FAMILIES, words.language)


def _lead_found(result: NamedGapNeighbourhood, graph: SkillGraph, words: Wording) -> str:
    if not result.steps:
        return words.text("framing.gap-no-competency")
    holes = [_step(step, graph, words) for step in result.steps if step.finding]
    if not holes:
        return words.text("framing.gap-all-found", count=len(result.steps))
    named = capped(holes, _STEPS_NAMED, words.language)
    return words.text("framing.gap-holes", count=len(holes), steps=named)


def _source(result: NamedGapNeighbourhood, graph: SkillGraph, words: Wording) -> Section:
    record = result.record
    pairs = [(words.text(f"framing.gap-{record.standing}"), record.text.in_language(words.language))]
    if record.figure:
        pairs.append((words.text("framing.figure"), record.figure))
    pairs += [
        (words.text("framing.concerns"), _who(result, words)),
        (words.text("framing.gap-employers"), _employers(result, words)),
        (
            words.text("framing.source"),
            publishers_text(graph, record.sources, words.language) or words.text("list.to-check"),
        ),
        (words.text("framing.source-date"), date_said(record.date, words.language)),
    ]
    if record.note:
        pairs.append((words.text("show.note"), record.note.in_language(words.language)))
    return Section("source", words.text("framing.section-gap"), (Definitions(tuple(pairs)),))


def _found(result: NamedGapNeighbourhood, graph: SkillGraph, words: Wording) -> Section:
    title = words.text("framing.section-found")
    if not result.steps:
        return Section("trouve", title, (Paragraph(words.text("framing.gap-no-competency")),))
    blocks: list[Block] = [Paragraph(words.text("framing.found-intro"))]
    if result.unsure_areas:
        areas = tuple(heading_title(graph, "area", area, words.language) for area in result.unsure_areas)
        unsure = words.text("show.unsure-areas", areas=areas)
        blocks.append(Callout(words.text("show.unsure-area"), unsure))
    blocks.append(_table(result.steps, graph, words))
    return Section("trouve", title, tuple(blocks))


def _table(steps: Sequence[StepSupply], graph: SkillGraph, words: Wording) -> Table:
    columns = tuple(
        Column(words.text(f"framing.column-{name}"), heads_row=name == "competency")
        for name in ("competency", "step", "found", "jobs")
    )
    rows = tuple(
        (
            Cell(competency_title(graph, step.competency, words.language), step.competency),
            Cell(
                step_text(graph.competency(step.competency), step.from_level, step.to_level, words.language)
            ),
            _supply(step, graph, words),
            Cell(words.text("list.jobs", count=step.demand) if step.demand else words.text("list.no-job")),
        )
        for step in steps
    )
    return Table(words.text("framing.caption-found"), columns, rows)


def _supply(step: StepSupply, graph: SkillGraph, words: Wording) -> Cell:
    if step.finding:
        return Cell(words.text(f"terms.finding.{step.finding}"), tone="attention")
    trainings = sorted((graph.training(name) for name in step.trainings), key=by_trust)
    titles = [training_title(graph, training, words.language) for training in trainings]
    named = "\n".join(capped(titles, _TRAININGS_NAMED, words.language))
    return Cell(words.text("list.trainings", count=len(trainings)), named)


def _step(step: StepSupply, graph: SkillGraph, words: Wording) -> str:
    competency = graph.competency(step.competency)
    return competency_step_text(competency, step.from_level, step.to_level, words.language)


def _records(result: NamedGapNeighbourhood, graph: SkillGraph) -> list[Record]:
    return [result.record, *(graph.training(name) for step in result.steps for name in step.trainings)]
