"""Who pays for a training and who enrols, by employer family; what is not known is to be checked."""

from buyer_skills.analyses.neighbourhood_results import FamilyAccess, TrainingNeighbourhood
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.record_words import said_or
from buyer_skills.views.report_view import Block, Cell, Column, Paragraph, Section, Table
from buyer_skills.views.training_words import price_text, provider_title


def access_section(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> Section:
    """Return the section on price and enrolment; a line is enough when nothing is known."""
    return Section("acces", wording(language).text("show.section-access"), (_block(result, graph, language),))


def _block(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> Block:
    words = wording(language)
    if result.record.kind == "practice":
        return Paragraph(words.text("show.practice-access"))
    if not any(_is_known(one) for one in result.access):
        return Paragraph(words.text("show.access-unknown"))
    names = ("employer", "price", "paid-by", "enrolled-by", "lead-time")
    columns = tuple(Column(words.text(f"show.column-{name}"), heads_row=name == "employer") for name in names)
    provider = provider_title(graph, result.record, language)
    rows = tuple(_row(one, provider, language) for one in result.access)
    return Table(words.text("show.caption-access"), columns, rows)


def _is_known(one: FamilyAccess) -> bool:
    said = (one.price_eur, one.paid_by, one.enrolled_by, one.channel, one.lead_time_days)
    return any(fact is not None for fact in said)


def _row(one: FamilyAccess, provider: str, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    unknown = words.text("list.to-check")
    delay = unknown
    if one.lead_time_days is not None:
        delay = words.text("show.days", count=one.lead_time_days)
    price = price_text(None if one.price_eur is None else round(one.price_eur * 100), language)
    return (
        Cell(words.text(f"terms.employer.{one.employer}")),
        Cell(price, words.text("show.general-rule", provider=provider) if one.general_rule else ""),
        Cell(said_or(one.paid_by, language, unknown)),
        Cell(said_or(one.enrolled_by, language, unknown), said_or(one.channel, language)),
        Cell(delay),
    )
