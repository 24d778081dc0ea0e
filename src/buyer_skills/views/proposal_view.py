"""What waits to be decided: one proposal beside what is known, or the list of all."""

from collections.abc import Iterator, Mapping
from typing import Any

from buyer_skills.analyses.suggestions.results import SuggestedOutcome, Suggestions
from buyer_skills.analyses.waiting_proposals import WaitingProposal, WaitingProposals
from buyer_skills.catalog.trainings import HOURS_PER_DAY, Outcome
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import days_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.diff_names import BothNames
from buyer_skills.views.diff_values import key_text, value_text
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Cell,
    Column,
    Definitions,
    Paragraph,
    ReportView,
    Section,
    Table,
)
from buyer_skills.views.training_words import duration_text, evidence_text, provider_title

_LONGEST = 400
"""Characters of a text that are shown; the record holds it whole."""

_SAID_APART = frozenset(
    {"title", "origin", "sources", "noted", "evidence", "kind", "provider", "hours", "days"}
)
"""Keys that the heading says, or that decide nothing."""


def proposal_report(
    waiting: WaitingProposal, graph: SkillGraph, language: str, place: tuple[int, int]
) -> ReportView:
    """Return one proposal beside what is known.

    Args:
        waiting: the proposal.
        graph: the catalogue.
        language: of the reader.
        place: its number among those that wait, from 1, and how many there are.
    """
    words = wording(language)
    number, count = place
    sections = [
        Section("proposition", words.text(f"review.says-{waiting.kind}"), (_said(waiting, graph, language),))
    ]
    if waiting.suggestions is not None:
        sections.append(_suggested(waiting.suggestions, graph, language))
    if waiting.nearest is not None:
        sections.append(_nearest(waiting.nearest, graph, language))
    return ReportView(
        title=words.text(
            "review.one-title", number=number, count=count, title=_title(waiting, graph, language)
        ),
        subtitle=words.text(
            f"review.one-{waiting.kind}",
            group=words.text(f"diff.group.{waiting.group.replace('_', '-')}"),
            id=waiting.id,
        ),
        language=language,
        lead=(),
        sections=tuple(sections),
    )


def proposals_report(waiting: WaitingProposals, graph: SkillGraph, language: str) -> ReportView:
    """Return the list of what waits, new trainings and changes apart."""
    words = wording(language)
    found = {kind: [one for one in waiting.proposals if one.kind == kind] for kind in ("new", "change")}
    sections = tuple(
        Section(kind, words.text(f"review.section-{kind}"), (_table(proposals, graph, language),))
        for kind, proposals in found.items()
        if proposals
    )
    lead = [words.text("review.lead", new=len(found["new"]), change=len(found["change"]))]
    if sections:
        lead += [words.text("review.lead-unused"), words.text("review.lead-suggested")]
    return ReportView(
        title=words.text("review.title"),
        subtitle=words.text("review.subtitle"),
        language=language,
        lead=tuple(lead),
        sections=sections,
        landscape=True,
    )


def outcome_text(outcome: SuggestedOutcome | Outcome, graph: SkillGraph, language: str) -> str:
    """Return a competency and its step: « Négociation, de 0 à 1 »."""
    title = graph.competency(outcome.competency).title.in_language(language)
    return wording(language).text(
        "review.outcome", competency=title, start=outcome.from_level, end=outcome.to_level
    )


def _title(waiting: WaitingProposal, graph: SkillGraph, language: str) -> str:
    names = BothNames(graph, graph, language)
    said = next((one.after for one in waiting.keys if one.key == "title"), None)
    if waiting.kind == "new" and said is not None:
        return value_text("title", said, names)
    return names.title(waiting.group, waiting.id)


def _said(waiting: WaitingProposal, graph: SkillGraph, language: str) -> Block:
    names = BothNames(graph, graph, language)
    if waiting.kind == "change":
        return Bullets(tuple(key_text(one, names) for one in waiting.keys))
    return Definitions(tuple(_pairs(waiting, names)))


def _pairs(waiting: WaitingProposal, names: BothNames) -> Iterator[tuple[str, str]]:
    """Yield what a new record says, key by key, in words."""
    words = wording(names.language)
    if waiting.provider:
        yield words.text("diff.key.provider"), waiting.provider
    values = {one.key: one.after for one in waiting.keys}
    if length := _length(values, names.language):
        yield words.text("review.length"), length
    for key, value in values.items():
        if key in _SAID_APART:
            continue
        yield words.text(f"diff.key.{key.replace('_', '-')}"), _cut(value_text(key, value, names))


def _length(values: Mapping[str, Any], language: str) -> str:
    hours = values.get("hours")
    if values.get("days") is not None:
        hours = values["days"] * HOURS_PER_DAY
    return days_text(hours, language) if hours is not None else ""


def _suggested(suggestions: Suggestions, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    title = words.text("review.section-suggested")
    if not suggestions.is_known:
        return Section("competences", title, (Paragraph(words.text("review.nothing-suggested")),))
    columns = tuple(
        Column(words.text(f"review.column-{name}"), heads_row=name == "outcome")
        for name in ("number", "outcome", "words", "similar")
    )
    rows = tuple(
        (
            Cell(str(number)),
            Cell(outcome_text(one, graph, language), one.competency),
            Cell(", ".join(one.words)),
            Cell("\n".join(_titles(one.similar, graph, language))),
        )
        for number, one in enumerate(suggestions.outcomes, 1)
    )
    table = Table(words.text("review.caption-suggested"), columns, rows)
    return Section("competences", title, (table,))


def _nearest(identifier: str, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    known = graph.training(identifier)
    taught = "\n".join(outcome_text(one, graph, language) for one in known.taught)
    pairs = (
        (words.text("review.nearest-title"), known.title.in_language(language)),
        (words.text("diff.key.provider"), provider_title(graph, known, language)),
        (words.text("review.length"), duration_text(known, language)),
        (words.text("diff.key.outcomes"), taught or words.text("diff.nothing")),
        (words.text("diff.key.evidence"), evidence_text(known, graph.day, language)),
    )
    return Section("proche", words.text("review.section-nearest"), (Definitions(pairs),))


def _table(found: list[WaitingProposal], graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    last = "suggested" if found[0].kind == "new" else "changes"
    columns = (
        Column(words.text("review.column-record"), heads_row=True),
        Column(words.text("review.column-provider")),
        Column(words.text(f"review.column-{last}")),
        Column(words.text("review.column-nearest")),
    )
    rows = tuple(
        (
            Cell(_title(one, graph, language), one.id),
            Cell(one.provider or ""),
            Cell("\n".join(_last_lines(one, graph, language))),
            Cell(graph.training(one.nearest).title.in_language(language) if one.nearest else ""),
        )
        for one in found
    )
    return Table(words.text(f"review.section-{found[0].kind}"), columns, rows)


def _last_lines(waiting: WaitingProposal, graph: SkillGraph, language: str) -> Iterator[str]:
    if waiting.kind == "change":
        names = BothNames(graph, graph, language)
        yield from (key_text(one, names) for one in waiting.keys)
    elif waiting.suggestions is not None and waiting.suggestions.is_known:
        yield from (outcome_text(one, graph, language) for one in waiting.suggestions.outcomes)
    elif waiting.suggestions is not None:
        yield wording(language).text("review.unknown")


def _titles(identifiers: tuple[str, ...], graph: SkillGraph, language: str) -> Iterator[str]:
    for identifier in identifiers:
        yield graph.training_or_template(identifier).title.in_language(language)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
