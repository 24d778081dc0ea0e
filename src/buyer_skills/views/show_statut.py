"""The page of a cadre d'emplois or corps: what was read of it, and the jobs that may be held under it."""

from collections.abc import Sequence

from buyer_skills.analyses.framing_results import StatutNeighbourhood
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.rules import Statut
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.method_section import method_section
from buyer_skills.views.record_words import employers_text, profile_title
from buyer_skills.views.report_view import (
    Block,
    Cell,
    Column,
    Definitions,
    Paragraph,
    ReportView,
    Section,
    Table,
)
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.standing_words import date_said, nothing_asserted


def statut_page(result: StatutNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    """Return the page of a cadre d'emplois or corps."""
    words = wording(language)
    profiles = [graph.profile(name) for name in result.profiles]
    return ReportView(
        title=result.title.in_language(language),
        subtitle=words.text("framing.subtitle-statut", id=result.id),
        language=language,
        lead=(
            _lead_what(result.record, words),
            words.text("framing.lead-held", count=len(profiles))
            if profiles
            else words.text("framing.lead-held-none"),
            words.text("framing.nothing-asserted"),
        ),
        sections=(
            _essentials(result.record, words),
            _profiles(result, graph, words),
            *_others(result, graph, words),
            method_section(graph, language, (words.text("framing.method-rules"),)),
            sources_section(graph, _records(result, profiles), language),
        ),
    )


def _lead_what(statut: Statut | None, words: Wording) -> str:
    if statut is None:
        return words.text("framing.statut-unread")
    return words.text(
        "framing.lead-statut",
        kind=words.text(f"framing.statut-kind.{statut.kind}"),
        category=statut.category,
        employer=words.text(f"terms.employer.{statut.employer}"),
    )


def _essentials(statut: Statut | None, words: Wording) -> Section:
    title = words.text("show.section-essentials")
    if statut is None:
        unread = Paragraph(words.text("framing.statut-unread"), "attention")
        return Section("fiche", title, (unread, nothing_asserted(words.language)))
    unknown = words.text("list.to-check")
    reading = date_said(statut.as_of, words.language)
    if statut.status == "seen-old":
        reading = words.text("report.rules.old", day=reading)
    pairs = [
        (words.text("framing.category"), statut.category),
        (words.text("framing.employer"), employers_text((statut.employer,), words.language)),
        (words.text("framing.kind"), words.text(f"framing.statut-kind.{statut.kind}")),
        (words.text("framing.branch"), statut.branch or unknown),
        (words.text("framing.legal-text"), statut.legal_text or unknown),
        (words.text("framing.buying"), _buying(statut, words)),
        (words.text("framing.source-date"), reading),
    ]
    if statut.note:
        pairs.append((words.text("show.note"), statut.note.in_language(words.language)))
    blocks: tuple[Block, ...] = (Definitions(tuple(pairs)), nothing_asserted(words.language))
    return Section("fiche", title, blocks)


def _buying(statut: Statut, words: Wording) -> str:
    if statut.for_buyers is None:
        return words.text("list.to-check")
    basis = words.text("framing.names-buying" if statut.names_buying else "framing.own-reading")
    return words.text("framing.buying-said", said=statut.for_buyers.in_language(words.language), basis=basis)


def _profiles(result: StatutNeighbourhood, graph: SkillGraph, words: Wording) -> Section:
    title = words.text("framing.section-held")
    if not result.profiles:
        return Section("metiers", title, (Paragraph(words.text("framing.lead-held-none")),))
    columns = tuple(
        Column(words.text(f"framing.column-{name}"), heads_row=name == "profile")
        for name in ("profile", "categories", "contract", "read")
    )
    rows = []
    for name in result.profiles:
        statut = graph.profile(name).statut
        contract = "framing.contract-read" if statut and statut.open_to_contract else "list.to-check"
        rows.append(
            (
                Cell(profile_title(graph, name, words.language), name),
                Cell(", ".join(statut.categories) if statut else ""),
                Cell(words.text(contract)),
                Cell(date_said(statut.as_of if statut else None, words.language)),
            )
        )
    return Section("metiers", title, (Table(words.text("framing.caption-held"), columns, tuple(rows)),))


def _others(result: StatutNeighbourhood, graph: SkillGraph, words: Wording) -> tuple[Section, ...]:
    if not result.others:
        return ()
    columns = tuple(
        Column(words.text(f"framing.column-{name}"), heads_row=name == "statut")
        for name in ("statut", "category", "buying")
    )
    statuts = [graph.catalog.statuts[name] for name in result.others]
    rows = tuple(
        (Cell(one.title.in_language(words.language), one.id), Cell(one.category), Cell(_buying(one, words)))
        for one in statuts
    )
    table = Table(words.text("framing.caption-others"), columns, rows)
    return (Section("voisins", words.text("framing.section-others"), (table,)),)


def _records(result: StatutNeighbourhood, profiles: Sequence[JobProfile]) -> list[Record]:
    return [result.record, *profiles] if result.record else [*profiles]
