"""The opening of a report on missing courses: what was seen of each area, and from whom."""

from buyer_skills.analyses.provider_knowledge import ProviderKnown
from buyer_skills.analyses.supply import MissingReport
from buyer_skills.analyses.supply_trust import ENOUGH_TRAININGS, AreaTrust
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.listing import listed
from buyer_skills.views.report_view import Bullets, Cell, Column, Paragraph, Section, Table


def trust_section(result: MissingReport, graph: SkillGraph, language: str) -> Section:
    """Return how far the catalogue can be trusted, area by area, then provider by provider."""
    words = wording(language)
    intro = [words.text("missing.trust-intro", count=ENOUGH_TRAININGS)]
    employer = result.scope.employer
    if employer:
        family = words.text(f"terms.employer.{employer}")
        intro.append(words.text("missing.trust-employer", family=family))
    title = words.text("missing.section-trust")
    paragraphs = tuple(Paragraph(text) for text in intro)
    if not result.trust:
        return Section("confiance", title, paragraphs)
    columns = (
        Column(words.text("missing.column-area"), heads_row=True),
        Column(words.text("missing.column-seen"), "right"),
        Column(words.text("missing.column-from")),
        Column(words.text("missing.column-conclusion")),
    )
    rows = tuple(_row(trust, graph, language) for trust in result.trust)
    table = Table(words.text("missing.caption-trust"), columns, rows)
    return Section("confiance", title, (*paragraphs, table, *_provider_lines(result, graph, language)))


def provider_known_text(known: ProviderKnown, graph: SkillGraph, language: str) -> str:
    """Return how many trainings of a provider the catalogue has, and how they were known."""
    words = wording(language)
    provider = graph.catalog.providers[known.provider].title.in_language(language)
    if not known.trainings:
        return words.text("missing.provider-none", provider=provider)
    # That none was read on the provider's page is what its own readers must see first.
    is_all_read = known.read == known.trainings > 1
    read = "all-read" if is_all_read else "read" if known.read else "unread"
    shares = [words.text(f"missing.provider-{read}", count=known.read)]
    if known.reported:
        shares.append(words.text("missing.provider-reported", count=known.reported))
    if known.indicative:
        shares.append(words.text("missing.provider-indicative", count=known.indicative))
    return words.text(
        "missing.provider-known",
        provider=provider,
        trainings=words.text("missing.continuing", count=known.trainings),
        shares=tuple(shares),
    )


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


def _provider_lines(
    result: MissingReport, graph: SkillGraph, language: str
) -> tuple[Paragraph | Bullets, ...]:
    if not result.providers:
        return ()
    lines = tuple(provider_known_text(known, graph, language) for known in result.providers)
    return (Paragraph(wording(language).text("missing.providers-intro")), Bullets(lines))


def _row(trust: AreaTrust, graph: SkillGraph, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    counts = [words.text("missing.trusted", count=trust.trusted)]
    if trust.degrees:
        counts.append(words.text("missing.degrees", count=trust.degrees))
    if trust.funded is not None and trust.unknown_prices is not None:
        counts.append(words.text("missing.funded", count=trust.funded, unknown=trust.unknown_prices))
    return (
        Cell(graph.catalog.areas[trust.area].title.in_language(language)),
        Cell(str(trust.trainings), listed(counts, language, shown=len(counts))),
        Cell(providers_text(trust, graph, language)),
        _conclusion(trust, graph, language),
    )


def _conclusion(trust: AreaTrust, graph: SkillGraph, language: str) -> Cell:
    """Return whether one can conclude, and the competencies on which nothing was seen."""
    words = wording(language)
    name = "insufficient"
    if trust.sufficient:
        name = "one-sided" if trust.is_one_sided else "sufficient"
    detail = ""
    if trust.thin:
        titles = [graph.competency(each).title.in_language(language) for each in trust.thin]
        detail = words.text(
            "missing.thin",
            count=len(titles),
            total=trust.competencies,
            competencies=listed(titles, language, shown=len(titles)),
        )
    return Cell(words.text(f"missing.{name}"), detail, "plain" if name == "sufficient" else "attention")
