"""The bridges of a report one by one: what is short at graduation, and the complement that closes it."""

from collections.abc import Sequence

from buyer_skills.analyses.bridges import Bridge
from buyer_skills.catalog.trainings import EmployerFamily
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import days_text, euros_text, share_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import held_text, required_text
from buyer_skills.views.report_view import Block, Cell, Column, Paragraph, Section, Table
from buyer_skills.views.training_words import duration_text, evidence_cell, training_cell

DETAILS_SHOWN = 5
"""Bridges told in full; the table and the JSON hold them all."""


def details_section(
    known: Sequence[Bridge], graph: SkillGraph, employer: EmployerFamily | None, language: str
) -> tuple[Section, ...]:
    """Return the bridges that cover most at graduation, each with what is short and what closes it."""
    if not known:
        return ()
    words = wording(language)
    first = sorted(known, key=lambda bridge: (-(bridge.coverage or 0), bridge.degree, bridge.profile))
    parts = tuple(_detail(bridge, graph, language) for bridge in first[:DETAILS_SHOWN])
    key = "bridge.details-cut" if len(known) > DETAILS_SHOWN else "bridge.details-all"
    intro = Paragraph(words.text(key, count=len(parts), total=len(known)))
    blocks: tuple[Block, ...] = (intro,)
    if employer is None:
        blocks += (Paragraph(words.text("bridge.no-employer"), "muted"),)
    return (Section("complements", words.text("bridge.section-details"), blocks, parts),)


def coverage_text(bridge: Bridge, language: str) -> str:
    """Return what a degree brings towards a profile: a share of the levels asked, and a count."""
    words = wording(language)
    if bridge.coverage is None or bridge.met is None:
        return words.text("bridge.to-fill-in")
    share = share_text(round(bridge.coverage * 10_000), 10_000, language)
    return words.text("bridge.coverage", share=share, count=bridge.met, total=bridge.required)


def complement_text(bridge: Bridge, language: str) -> Cell:
    """Return the size of the complement: how many trainings, how long, at what known price."""
    words = wording(language)
    if bridge.hours is None or not bridge.complement:
        return Cell(words.text("bridge.no-complement"))
    text = words.text(
        "bridge.complement", count=len(bridge.complement), days=days_text(bridge.hours, language)
    )
    if bridge.hours_estimated:
        estimated = days_text(bridge.hours_estimated, language)
        text = words.text("bridge.complement-estimated", complement=text, estimated=estimated)
    price = euros_text(round((bridge.price_eur or 0) * 100), language)
    key = "bridge.price-and-unknown" if bridge.unknown_prices else "bridge.price"
    return Cell(text, words.text(key, price=price, count=bridge.unknown_prices))


def outlook_text(bridge: Bridge, language: str) -> Cell:
    """Return where the complement leads: how many competencies are met then, and whether that is enough."""
    words = wording(language)
    met = words.text("bridge.met", count=bridge.met_after or 0, total=bridge.required)
    if bridge.ready_after:
        return Cell(met, words.text("bridge.ready"), "good")
    return Cell(met, words.text("bridge.not-ready"))


def _detail(bridge: Bridge, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    degree = graph.training(bridge.degree)
    title = words.text(
        "bridge.detail-title",
        degree=degree.title.in_language(language),
        profile=graph.profile(bridge.profile).title.in_language(language),
    )
    blocks: list[Block] = [Paragraph(coverage_text(bridge, language))]
    if bridge.gaps:
        blocks.append(_gaps_table(bridge, graph, language))
    if bridge.complement:
        blocks.append(_complement_table(bridge, graph, language))
        blocks.append(Paragraph(_totals(bridge, language)))
    elif bridge.gaps:
        blocks.append(Paragraph(words.text("bridge.no-complement-found"), "attention"))
    return Section(f"passage-{bridge.degree}-{bridge.profile}", title, tuple(blocks))


def _totals(bridge: Bridge, language: str) -> str:
    words = wording(language)
    complement, outlook = complement_text(bridge, language), outlook_text(bridge, language)
    return words.text(
        "bridge.totals",
        complement=complement.text,
        price=complement.detail,
        met=outlook.text,
        outlook=outlook.detail,
    )


def _gaps_table(bridge: Bridge, graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    columns = (
        Column(words.text("bridge.column-competency"), heads_row=True),
        Column(words.text("bridge.column-held")),
        Column(words.text("bridge.column-required")),
        Column(words.text("bridge.column-reached")),
        Column(words.text("bridge.column-importance")),
    )
    rows = []
    for gap in bridge.gaps:
        competency = graph.competency(gap.competency)
        reached = held_text(competency, gap.reached, language)
        is_open = gap.reached < gap.required
        rows.append(
            (
                Cell(competency.title.in_language(language)),
                Cell(held_text(competency, gap.held, language)),
                Cell(required_text(competency, gap.required, language)),
                Cell(
                    reached,
                    words.text("bridge.still-open" if is_open else "bridge.closed"),
                    "attention" if is_open else "good",
                ),
                Cell(words.text(f"terms.importance.{gap.importance}")),
            )
        )
    return Table(words.text("bridge.caption-gaps"), columns, tuple(rows))


def _complement_table(bridge: Bridge, graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    columns = (
        Column(words.text("bridge.column-training"), heads_row=True),
        Column(words.text("bridge.column-length")),
        Column(words.text("bridge.column-evidence")),
    )
    rows = tuple(
        (
            training_cell(graph, graph.training(identifier), language),
            Cell(duration_text(graph.training(identifier), language)),
            evidence_cell(graph.training(identifier), graph.day, language),
        )
        for identifier in bridge.complement
    )
    return Table(words.text("bridge.caption-complement"), columns, rows)
