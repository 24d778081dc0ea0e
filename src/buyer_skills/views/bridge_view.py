"""From degrees to jobs, as a report: what each degree brings, what is left, the shortest complement."""

from collections.abc import Sequence
from itertools import groupby

from buyer_skills.analyses.bridges import Bridge, BridgeReport
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import days_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.bridge_degree import degree_section
from buyer_skills.views.bridge_details import complement_text, coverage_text, details_section, outlook_text
from buyer_skills.views.listing import listed
from buyer_skills.views.method_section import method_section
from buyer_skills.views.record_words import region_text
from buyer_skills.views.report_view import Block, Cell, Column, Paragraph, ReportView, Section, Table
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.training_words import is_to_confirm, training_cell


def bridge_report(result: BridgeReport, graph: SkillGraph, language: str) -> ReportView:
    """Return the report on bridges: degrees whose programme was read, then those to fill in."""
    words = wording(language)
    known = [bridge for bridge in result.bridges if bridge.coverage is not None]
    unknown = list(dict.fromkeys(bridge.degree for bridge in result.bridges if bridge.coverage is None))
    sections = (
        *_known_section(known, graph, language),
        *degree_section(result, graph, language),
        *details_section(known, graph, result.employer, language),
        *_unknown_section(unknown, graph, language),
        method_section(graph, language, _rules(result, language)),
        sources_section(graph, _records(result, graph), language),
    )
    return ReportView(
        title=words.text("bridge.title"),
        subtitle=_subtitle(result, graph, language),
        language=language,
        lead=_lead(known, len(unknown), graph, language),
        sections=sections,
    )


def _subtitle(result: BridgeReport, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    degrees = list(dict.fromkeys(bridge.degree for bridge in result.bridges))
    profiles = list(dict.fromkeys(bridge.profile for bridge in result.bridges))
    named = graph.training(degrees[0]).title.in_language(language) if len(degrees) == 1 else ""
    job = graph.profile(profiles[0]).title.in_language(language) if len(profiles) == 1 else ""
    parts = [
        named or words.text("bridge.degrees", count=len(degrees)),
        job or words.text("bridge.profiles", count=len(profiles)),
    ]
    if result.region or not named:
        parts.append(
            region_text(result.region, language) if result.region else words.text("bridge.all-regions")
        )
    return listed(parts, language)


def _lead(known: Sequence[Bridge], unknown: int, graph: SkillGraph, language: str) -> tuple[str, ...]:
    words = wording(language)
    degrees = len({bridge.degree for bridge in known})
    key = "all" if not unknown else "some" if known else "none"
    first = words.text(f"bridge.lead-degrees.{key}", count=degrees + unknown, known=degrees)
    if not known:
        return (first, words.text("bridge.lead-none"), words.text("bridge.lead-ask"))
    best = _nearest(known)
    degree = graph.training(best.degree)
    trainings = [graph.training(identifier) for identifier in best.complement]
    return (
        first,
        words.text(
            "bridge.lead-best",
            degree=degree.title.in_language(language),
            profile=graph.profile(best.profile).title.in_language(language),
            coverage=coverage_text(best, language),
        ),
        words.text(
            "bridge.lead-complement",
            count=len(trainings),
            days=days_text(best.hours or 0, language),
            estimated=days_text(best.hours_estimated or 0, language),
            to_confirm=sum(is_to_confirm(training, graph.day) for training in trainings),
            open=sum(gap.reached < gap.required for gap in best.gaps),
        ),
    )


def _nearest(known: Sequence[Bridge]) -> Bridge:
    """Return the bridge with most of the levels asked at graduation, the first by id among equals."""
    return min(known, key=lambda bridge: (-(bridge.coverage or 0), bridge.degree, bridge.profile))


def _known_section(known: Sequence[Bridge], graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return one table a region: each degree with the profile it is nearest to."""
    if not known:
        return ()
    words = wording(language)
    profiles = {bridge.profile for bridge in known}
    nearest = [_nearest(list(group)) for _, group in groupby(_by_degree(known), key=lambda each: each.degree)]
    tables: list[Block] = []
    for region, group in groupby(sorted(nearest, key=_nearness), key=lambda bridge: bridge.region):
        name = _region_name(region, language)
        tables.append(_table(words.text("bridge.caption-region", region=name), list(group), graph, language))
    intro = "bridge.intro-nearest" if len(profiles) > 1 else "bridge.intro"
    blocks = (Paragraph(words.text(intro)), *tables)
    return (Section("diplomes", words.text("bridge.section-known"), blocks),)


def _nearness(bridge: Bridge) -> tuple[bool, bool, str]:
    """Order regions by name, then what is offered everywhere, then what is not known."""
    return (bridge.region is None, bridge.region == "national", bridge.region or "")


def _region_name(region: str | None, language: str) -> str:
    words = wording(language)
    if region is None:
        return words.text("bridge.region-unknown")
    return words.text("bridge.region-national") if region == "national" else region_text(region, language)


def _by_degree(known: Sequence[Bridge]) -> list[Bridge]:
    """Return bridges with those of one degree together, in the order their degree first comes."""
    rank = {degree: index for index, degree in enumerate(dict.fromkeys(each.degree for each in known))}
    return sorted(known, key=lambda each: rank[each.degree])


def _table(caption: str, bridges: Sequence[Bridge], graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    columns = (
        Column(words.text("bridge.column-degree"), heads_row=True),
        Column(words.text("bridge.column-profile")),
        Column(words.text("bridge.column-brings")),
        Column(words.text("bridge.column-complement")),
        Column(words.text("bridge.column-after")),
    )
    rows = tuple(
        (
            training_cell(graph, graph.training(bridge.degree), language),
            Cell(graph.profile(bridge.profile).title.in_language(language)),
            Cell(coverage_text(bridge, language)),
            complement_text(bridge, language),
            outlook_text(bridge, language),
        )
        for bridge in bridges
    )
    return Table(caption, columns, rows)


def _unknown_section(degrees: Sequence[str], graph: SkillGraph, language: str) -> tuple[Section, ...]:
    if not degrees:
        return ()
    words = wording(language)
    columns = (
        Column(words.text("bridge.column-degree"), heads_row=True),
        Column(words.text("bridge.column-region")),
        Column(words.text("bridge.column-known")),
        Column(words.text("bridge.column-brings")),
    )
    rows = []
    for identifier in degrees:
        degree = graph.training(identifier)
        basis = f"terms.basis.{degree.basis}" if degree.basis else "bridge.basis-none"
        region = (
            region_text(degree.region, language) if degree.region else words.text("bridge.region-unknown")
        )
        rows.append(
            (
                training_cell(graph, degree, language),
                Cell(region),
                Cell(words.text(basis), _themes(degree, graph, language)),
                Cell(words.text("bridge.to-fill-in"), tone="attention"),
            )
        )
    blocks = (
        Paragraph(words.text("bridge.unknown-intro")),
        Table(words.text("bridge.caption-unknown"), columns, tuple(rows)),
    )
    return (Section("a-renseigner", words.text("bridge.section-unknown"), blocks),)


def _themes(degree: Training, graph: SkillGraph, language: str) -> str:
    """Return the competencies a degree is known to touch, without a level: its programme was not read."""
    names = [graph.competency(outcome.competency).title.in_language(language) for outcome in degree.taught]
    return listed(names, language)


def _rules(result: BridgeReport, language: str) -> tuple[str, ...]:
    words = wording(language)
    price = words.text("bridge.rule-no-employer")
    if result.employer:
        price = words.text("bridge.rule-employer", employer=words.text(f"terms.employer.{result.employer}"))
    return (
        words.text("bridge.rule-graduate"),
        words.text("bridge.rule-complement"),
        words.text("bridge.rule-programme"),
        words.text("bridge.rule-share"),
        price,
    )


def _records(result: BridgeReport, graph: SkillGraph) -> list[Record]:
    trainings = dict.fromkeys(
        identifier for bridge in result.bridges for identifier in (bridge.degree, *bridge.complement)
    )
    profiles = dict.fromkeys(bridge.profile for bridge in result.bridges)
    return [
        *(graph.training(identifier) for identifier in trainings),
        *(graph.profile(identifier) for identifier in profiles),
    ]
