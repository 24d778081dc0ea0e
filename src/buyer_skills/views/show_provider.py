"""The page of a provider: who it is, how one gets in, and its trainings."""

from collections.abc import Iterable

from buyer_skills.analyses.neighbourhood_results import ProviderNeighbourhood
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.method_section import method_section
from buyer_skills.views.record_words import competency_title, region_text, said_or
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
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.training_tables import by_trust, trainings_table
from buyer_skills.views.training_words import is_to_confirm, price_text


def provider_page(result: ProviderNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    """Return the page of a provider."""
    words = wording(language)
    record = result.record
    offered = [graph.catalog.trainings[name] for name in result.trainings]
    past = [graph.catalog.trainings[name] for name in result.past]
    return ReportView(
        title=record.title.in_language(language),
        subtitle=words.text("show.subtitle-provider", id=record.id),
        language=language,
        lead=_lead(result, graph, language),
        sections=(
            _essentials(result, graph, language),
            _trainings(result, graph, language),
            *_past(result, graph, language),
            *_competencies(result, graph, language),
            method_section(graph, language, (words.text("show.rule-training"),)),
            sources_section(graph, [record, *offered, *past], language),
        ),
    )


def _lead(result: ProviderNeighbourhood, graph: SkillGraph, language: str) -> tuple[str, ...]:
    words = wording(language)
    offered = [graph.catalog.trainings[name] for name in result.trainings]
    degrees = sum(training.kind == "degree" for training in offered)
    if not offered:
        return (
            words.text("show.lead-provider-nothing"),
            words.text("show.lead-provider-past", count=len(result.past))
            if result.past
            else words.text("show.lead-provider-no-past"),
            words.text("show.lead-provider-ask"),
        )
    if _is_the_employer(offered):
        last = words.text("show.lead-provider-employer")
    else:
        confirm = sum(is_to_confirm(training, graph.day) for training in offered)
        last = words.text(
            "show.lead-provider-confirm" if confirm else "show.lead-provider-sure", count=confirm
        )
    return (
        words.text("show.lead-provider", count=len(offered), degrees=degrees)
        if degrees
        else words.text("show.lead-provider-continuing", count=len(offered)),
        words.text("show.lead-provider-competencies", count=len(result.competencies)),
        last,
    )


def _essentials(result: ProviderNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    record = result.record
    pairs = []
    if record.description:
        pairs.append((words.text("show.what"), record.description.in_language(language)))
    if not _is_the_employer(graph.catalog.trainings[name] for name in result.trainings):
        pairs.append((words.text("show.region"), region_text(record.region, language)))
        pairs.append((words.text("show.address"), record.url or words.text("list.to-check")))
    if record.note:
        pairs.append((words.text("show.note"), record.note.in_language(language)))
    blocks: list[Block] = [Definitions(tuple(pairs))] if pairs else [Paragraph(words.text("show.at-work"))]
    if record.access:
        columns = tuple(
            Column(words.text(f"show.column-{name}"), heads_row=name == "employer")
            for name in ("employer", "price", "paid-by", "enrolled-by")
        )
        blocks.append(Table(words.text("show.caption-default-access"), columns, _access(result, language)))
    return Section("fiche", words.text("show.section-essentials"), tuple(blocks))


def _is_the_employer(trainings: Iterable[Training]) -> bool:
    """Return whether all there is is practice: the provider is then any employer, not a body."""
    kinds = {training.kind for training in trainings}
    return kinds == {"practice"}


def _access(result: ProviderNeighbourhood, language: str) -> tuple[tuple[Cell, ...], ...]:
    words = wording(language)
    unknown = words.text("list.to-check")
    rows = []
    for family in EMPLOYER_FAMILIES:
        access = result.record.access.get(family)
        price = None if access is None or access.price_eur is None else round(access.price_eur * 100)
        rows.append(
            (
                Cell(words.text(f"terms.employer.{family}")),
                Cell(price_text(price, language)),
                Cell(said_or(access.paid_by if access else None, language, unknown)),
                Cell(
                    said_or(access.enrolled_by if access else None, language, unknown),
                    said_or(access.channel if access else None, language),
                ),
            )
        )
    return tuple(rows)


def _trainings(result: ProviderNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    shown = [graph.catalog.trainings[name] for name in result.trainings]
    blocks: tuple[Block, ...] = (Paragraph(words.text("show.lead-provider-nothing")),)
    if shown:
        shown.sort(key=by_trust)
        blocks = (trainings_table(graph, shown, words.text("show.caption-offered"), language),)
    return Section("formations", words.text("show.section-offered"), blocks)


def _past(result: ProviderNeighbourhood, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    if not result.past:
        return ()
    words = wording(language)
    shown = [graph.catalog.trainings[name] for name in result.past]
    table = trainings_table(graph, shown, words.text("show.caption-past"), language)
    blocks = (Paragraph(words.text("show.past-intro")), table)
    return (Section("pour-memoire", words.text("show.section-past"), blocks),)


def _competencies(result: ProviderNeighbourhood, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    if not result.competencies:
        return ()
    words = wording(language)
    titles = tuple(f"{competency_title(graph, name, language)} ({name})" for name in result.competencies)
    return (Section("competences", words.text("show.section-taught"), (Bullets(titles),)),)
