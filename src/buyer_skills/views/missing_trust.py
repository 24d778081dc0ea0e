"""The opening of a report on missing courses: what was seen of each area, and from whom."""

from buyer_skills.analyses.supply import MissingReport
from buyer_skills.analyses.supply_trust import ENOUGH_TRAININGS, AreaTrust
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.listing import listed
from buyer_skills.views.report_view import Cell, Column, Paragraph, Section, Table


def trust_section(result: MissingReport, graph: SkillGraph, language: str) -> Section:
    """Return how far the catalogue can be trusted, area by area."""
    words = wording(language)
    intro = Paragraph(words.text("missing.trust-intro", count=ENOUGH_TRAININGS))
    columns = (
        Column(words.text("missing.column-area"), heads_row=True),
        Column(words.text("missing.column-seen"), "right"),
        Column(words.text("missing.column-from")),
        Column(words.text("missing.column-conclusion")),
    )
    rows = tuple(_row(trust, graph, language) for trust in result.trust)
    if not rows:
        return Section("confiance", words.text("missing.section-trust"), (intro,))
    table = Table(words.text("missing.caption-trust"), columns, rows)
    return Section("confiance", words.text("missing.section-trust"), (intro, table))


def seen_text(trust: AreaTrust, graph: SkillGraph, language: str) -> str:
    """Return how many trainings of an area were seen, and from whom."""
    words = wording(language)
    if not trust.providers:
        return words.text("missing.nothing-seen")
    return words.text("missing.seen", count=trust.trainings, providers=providers_text(trust, graph, language))


def providers_text(trust: AreaTrust, graph: SkillGraph, language: str) -> str:
    """Return who was seen in an area, each with how many trainings, the most present first."""
    words = wording(language)
    names = [
        words.text(
            "missing.provider-seen",
            provider=graph.catalog.providers[seen.id].title.in_language(language),
            number=seen.trainings,
        )
        for seen in trust.providers
    ]
    return listed(names, language) if names else words.text("missing.nobody-seen")


def _row(trust: AreaTrust, graph: SkillGraph, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    key = "missing.sufficient" if trust.sufficient else "missing.insufficient"
    counts = [words.text("missing.trusted", count=trust.trusted)]
    if trust.degrees:
        counts.append(words.text("missing.degrees", count=trust.degrees))
    return (
        Cell(graph.catalog.areas[trust.area].title.in_language(language)),
        Cell(str(trust.trainings), listed(counts, language)),
        Cell(providers_text(trust, graph, language)),
        Cell(words.text(key), tone="plain" if trust.sufficient else "attention"),
    )
