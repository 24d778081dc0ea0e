"""The page of a training: what it is, gives, asks, costs, and where it leads."""

from collections.abc import Iterator, Sequence

from buyer_skills.analyses.neighbourhood_results import RecordReference, TrainingNeighbourhood
from buyer_skills.catalog.decisions import Decision
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.trainings import EntryCondition
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import competency_step_text, required_text
from buyer_skills.views.method_section import method_section
from buyer_skills.views.network_figure import network_section
from buyer_skills.views.record_words import capped, competency_title, profile_title
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Definitions,
    Paragraph,
    ReportView,
    Section,
    Table,
)
from buyer_skills.views.show_training_access import access_section
from buyer_skills.views.show_training_facts import training_facts
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.training_tables import by_trust, length_text, status_text
from buyer_skills.views.training_words import (
    evidence_text,
    is_to_confirm,
    partial_date_text,
    provider_title,
    training_title,
)

SHOWN_AT_MOST = 12
"""Competencies a template covers, or jobs it serves, that are named before the rest is counted."""


def training_page(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    """Return the page of a training, of a practice or of a practice template."""
    words = wording(language)
    record = result.record
    kind = words.text(f"terms.training-kind.{record.kind}")
    rules = (words.text("show.rule-training"), words.text("show.rule-access"))
    return ReportView(
        title=training_title(graph, record, language),
        subtitle=words.text("show.subtitle-training", kind=kind, id=result.id),
        language=language,
        lead=(
            _lead_what(result, graph, language),
            _lead_gives(result, graph, language),
            _lead_do(result, graph, language),
        ),
        sections=(
            _facts(result, graph, language),
            _gives(result, graph, language),
            _asks(result, graph, language),
            access_section(result, graph, language),
            _leads(result, graph, language),
            *network_section(graph, RecordReference(kind="training", id=result.id), language),
            method_section(graph, language, rules),
            sources_section(graph, _records(result, graph), language),
        ),
    )


def _lead_what(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    if result.record.kind == "practice":
        return words.text("show.lead-practice", duration=length_text(result.record, language))
    return words.text(
        "show.lead-training",
        status=status_text(graph, result.record, language),
        provider=provider_title(graph, result.record, language),
        duration=length_text(result.record, language),
    )


def _lead_gives(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    if result.covers:
        return words.text("show.lead-covers", count=len(result.covers))
    if not result.record.taught:
        key = "degree" if result.record.kind == "degree" else "other"
        return words.text(f"show.gives-nothing-{key}")
    steps = words.text("list.separator").join(_steps(result, graph, language))
    return words.text("show.lead-gives", steps=steps)


def _lead_do(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    if not result.offered:
        return words.text("show.lead-past")
    if result.record.kind == "practice":
        return words.text("show.lead-set-up")
    evidence = evidence_text(result.record, graph.day, language)
    key = "show.lead-confirm" if is_to_confirm(result.record, graph.day) else "show.lead-sure"
    return words.text(key, evidence=evidence)


def _facts(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    blocks: list[Block] = [Definitions(training_facts(result, graph, language))]
    if result.record.note:
        blocks.append(Callout(words.text("show.note"), result.record.note.in_language(language), "muted"))
    remarks = [one for one in _answers(result, graph) if one.reason]
    if remarks:
        last = max(remarks, key=lambda one: (one.day.last, one.id))
        blocks.append(Callout(words.text("show.note-of-provider"), str(last.reason), "plain"))
    return Section("fiche", words.text("show.section-essentials"), tuple(blocks))


def _gives(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    blocks: list[Block] = []
    if result.covers:
        titles = [competency_title(graph, name, language) for name in result.covers]
        blocks += [
            Paragraph(words.text("show.covers-intro", id=result.id)),
            Bullets(capped(titles, SHOWN_AT_MOST, language)),
        ]
    elif result.record.taught:
        blocks.append(_gives_table(result, graph, language))
        if result.record.kind != "practice":
            blocks.append(Paragraph(_rests_on(result, graph, language)))
    else:
        key = "degree" if result.record.kind == "degree" else "other"
        blocks.append(Paragraph(words.text(f"show.gives-nothing-{key}")))
    return Section("apports", words.text("show.section-gives"), tuple(blocks))


def _rests_on(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> str:
    """Return on what the levels rest: the answer of the provider when it bore on them, else our reading."""
    words = wording(language)
    record = result.record
    if record.evidence == "confirmed" and record.confirmed is not None:
        answers = _answers(result, graph)
        if record.basis == "programme" or any("outcomes" in one.keys for one in answers):
            date = partial_date_text(record.confirmed.day, language)
            return words.text("show.rests-on-answer", date=date)
    basis = words.text(f"terms.basis.{record.basis}" if record.basis else "list.to-check")
    return words.text("show.rests-on", basis=basis)


def _answers(result: TrainingNeighbourhood, graph: SkillGraph) -> list[Decision]:
    decisions = graph.catalog.decisions.values()
    return [one for one in decisions if one.subject == result.id and one.decided == "confirmed"]


def _gives_table(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    columns: tuple[Column, ...] = (
        Column(words.text("show.column-competency"), heads_row=True),
        Column(words.text("show.column-from")),
        Column(words.text("show.column-to")),
    )
    has_units = any(outcome.unit for outcome in result.record.taught)
    if has_units:
        columns += (Column(words.text("show.column-unit")),)
    rows = []
    for outcome in result.record.taught:
        competency = graph.competency(outcome.competency)
        start = required_text(competency, outcome.from_level, language)
        end = required_text(competency, outcome.to_level, language)
        if not outcome.from_level:
            start = words.text("show.from-anyone")
        title = Cell(competency.title.in_language(language), competency.id)
        unit = (Cell(outcome.unit or words.text("list.to-check")),) if has_units else ()
        rows.append((title, Cell(start), Cell(end), *unit))
    return Table(words.text("show.caption-gives"), columns, tuple(rows))


def _asks(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    requires = result.record.requires
    asked = list(_conditions(requires, graph, language))
    if requires.any_of:
        ways = [", ".join(_conditions(way, graph, language)) for way in requires.any_of]
        asked.append(words.text("show.any-of", ways=words.text("show.or").join(ways)))
    nothing = words.text("show.practice-asks" if result.record.kind == "practice" else "show.asks-nothing")
    blocks: list[Block] = [Bullets(tuple(asked))] if asked else []
    if not asked and not result.record.entry_note:
        blocks.append(Paragraph(nothing))
    if result.record.entry_note:
        text = result.record.entry_note.in_language(language)
        blocks.append(Callout(words.text("show.entry-note"), text, "plain"))
    for entry in result.entry:
        competency = graph.competency(entry.competency)
        level = required_text(competency, entry.level, language)
        title = competency.title.in_language(language)
        if entry.trainings:
            blocks.append(Paragraph(words.text("show.leads-to-entry", competency=title, level=level)))
            blocks.append(Bullets(capped(_lines(entry.trainings, graph, language), SHOWN_AT_MOST, language)))
        else:
            blocks.append(
                Paragraph(words.text("show.no-lead-to-entry", competency=title, level=level), "attention")
            )
    return Section("prerequis", words.text("show.section-asks"), tuple(blocks))


def _conditions(condition: EntryCondition, graph: SkillGraph, language: str) -> Iterator[str]:
    words = wording(language)
    for required in condition.levels:
        competency = graph.competency(required.competency)
        yield words.text(
            "show.asks-level",
            competency=competency.title.in_language(language),
            level=required_text(competency, required.level, language),
        )
    for name in condition.trainings:
        yield words.text("show.asks-training", training=training_title(graph, graph.training(name), language))
    if condition.degree_level is not None:
        yield words.text("show.asks-degree", level=condition.degree_level)
    if condition.statuses:
        yield words.text(
            "show.asks-status",
            statuses=words.text("show.or").join(
                words.text(f"terms.person-status.{one}") for one in condition.statuses
            ),
        )


def _leads(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    blocks: list[Block] = []
    groups: Sequence[tuple[str, Sequence[str]]] = (
        ("parts", result.record.parts),
        ("itineraries", result.itineraries),
        ("followed-by", result.followed_by),
    )
    for name, identifiers in groups:
        if identifiers:
            blocks.append(Paragraph(words.text(f"show.{name}")))
            blocks.append(Bullets(capped(_lines(identifiers, graph, language), SHOWN_AT_MOST, language)))
    jobs: dict[str, list[str]] = {}
    for one in result.serves:
        jobs.setdefault(one.profile, []).append(competency_title(graph, one.competency, language))
    if jobs:
        lines = [
            words.text(
                "show.serves-line",
                profile=profile_title(graph, name, language),
                competencies=tuple(dict.fromkeys(titles)),
            )
            for name, titles in jobs.items()
        ]
        blocks += [Paragraph(words.text("show.serves")), Bullets(capped(lines, SHOWN_AT_MOST, language))]
    return Section(
        "suites",
        words.text("show.section-leads"),
        tuple(blocks) or (Paragraph(words.text("show.leads-nowhere")),),
    )


def _steps(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> list[str]:
    return [
        competency_step_text(graph.competency(one.competency), one.from_level, one.to_level, language)
        for one in result.record.taught
    ]


def _lines(identifiers: Sequence[str], graph: SkillGraph, language: str) -> list[str]:
    trainings = sorted((graph.training(name) for name in identifiers), key=by_trust)
    return [f"{training_title(graph, training, language)} ({training.id})" for training in trainings]


def _records(result: TrainingNeighbourhood, graph: SkillGraph) -> list[Record]:
    """Return the records a page rests on: the training, and the provider its conditions may come from."""
    provider = graph.catalog.providers.get(result.record.provider)
    return [result.record, provider] if provider and provider.access else [result.record]
