"""Two profiles side by side, as a report: what they share, what one asks more, the way each way."""

from collections.abc import Sequence

from buyer_skills.analyses.comparisons import ComparedLevels, Distance, ProfileComparison
from buyer_skills.catalog.fields import Record
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import days_text
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.compare_framing import glossary_section, statut_section
from buyer_skills.views.compare_levels import levels_section, soft_section
from buyer_skills.views.level_words import is_soft, required_text
from buyer_skills.views.listing import listed
from buyer_skills.views.method_section import method_section
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Cell,
    Column,
    Paragraph,
    ReportView,
    Section,
    Table,
)
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.training_words import duration_text, evidence_cell, is_to_confirm, training_cell


def compare_report(result: ProfileComparison, graph: SkillGraph, language: str) -> ReportView:
    """Return the report of a comparison between two profiles."""
    words = wording(language)
    a, b = _names(result, graph, language)
    sections = (
        _differences_section(result, graph, language),
        *levels_section(result, graph, language),
        *soft_section(result, graph, language),
        Section(
            "chemins",
            words.text("compare.section-ways"),
            (Paragraph(words.text("compare.ways-intro")),),
            (
                _way(result.a_to_b, "aller", a, b, graph, language),
                _way(result.b_to_a, "retour", b, a, graph, language),
            ),
        ),
        statut_section(result, graph, language),
        *glossary_section(result, graph, language),
        method_section(graph, language, _rules(language)),
        sources_section(graph, _records(result, graph), language),
    )
    return ReportView(
        title=words.text("compare.title", a=a, b=b),
        subtitle=_subtitle(result, graph, language),
        language=language,
        lead=_lead(result, graph, language),
        sections=sections,
    )


def _subtitle(result: ProfileComparison, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    a, b = _kind(result.a, graph, language), _kind(result.b, graph, language)
    if a == b:
        return words.text("compare.subtitle-alike", kind=a)
    return words.text("compare.subtitle", a=a, b=b)


def _lead(result: ProfileComparison, graph: SkillGraph, language: str) -> tuple[str, ...]:
    words = wording(language)
    a, b = _names(result, graph, language)
    common, more, less = (_taught(each, graph) for each in (result.common, result.more, result.less))
    asked = len(common) + len(more) + len(less)
    trainings = [
        graph.training(identifier)
        for identifier in sorted({*result.a_to_b.trainings, *result.b_to_a.trainings})
    ]
    return (
        words.text(
            "compare.lead-common", count=len(common), total=asked, soft=_soft_text(result, graph, language)
        ),
        words.text(
            "compare.lead-more",
            b=b,
            count=len(more),
            less=len(less),
            first=_first(more, graph, language),
        ),
        words.text(
            "compare.lead-ways",
            onward=_way_text(result.a_to_b, a, b, language),
            back=_way_text(result.b_to_a, b, a, language),
            to_confirm=sum(is_to_confirm(training, graph.day) for training in trainings),
        ),
        *_employers_line(result, words),
    )


def _employers_line(result: ProfileComparison, words: Wording) -> tuple[str, ...]:
    """Return how many differences of words to learn between the employers of both; nothing when alike."""
    different = [line for line in result.glossary if line.standing != "same"]
    return (words.text("glossary.lead", count=len(different)),) if different else ()


def _taught(entries: Sequence[ComparedLevels], graph: SkillGraph) -> list[ComparedLevels]:
    """Return what is told in levels: ways of being are told in words, apart."""
    return [each for each in entries if not is_soft(graph.competency(each.competency))]


def _soft_text(result: ProfileComparison, graph: SkillGraph, language: str) -> str:
    """Return how many ways of being both ask as much, apart from the rest; nothing when neither asks any."""
    entries = (*result.common, *result.more, *result.less)
    total = len(entries) - len(_taught(entries, graph))
    if not total:
        return ""
    same = len(result.common) - len(_taught(result.common, graph))
    return wording(language).text("compare.lead-soft", count=same, total=total)


def _first(more: Sequence[ComparedLevels], graph: SkillGraph, language: str) -> str:
    words = wording(language)
    if not more:
        return ""
    names = [graph.competency(each.competency).title.in_language(language) for each in more]
    return words.text("compare.lead-first", names=listed(names, language))


def _way_text(way: Distance, start: str, end: str, language: str) -> str:
    words = wording(language)
    if way.ready_before:
        return words.text("compare.way-none-needed", start=start, end=end)
    if way.hours is None:
        return words.text("compare.way-not-found", start=start, end=end)
    return words.text(
        "compare.way",
        start=start,
        end=end,
        days=days_text(way.hours, language),
        estimated=days_text(way.hours_estimated or 0, language),
    )


def _differences_section(result: ProfileComparison, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    a, b = _names(result, graph, language)
    blocks: list[Block] = []
    common, more, less = (_taught(each, graph) for each in (result.common, result.more, result.less))
    for name, entries, own in ((b, more, "b"), (a, less, "a")):
        blocks.append(Paragraph(words.text("compare.more-intro", count=len(entries), name=name)))
        if entries:
            blocks.append(Bullets(tuple(_difference(each, own, graph, language) for each in entries)))
    blocks.append(Paragraph(words.text("compare.common-intro", count=len(common))))
    if common:
        blocks.append(Bullets(tuple(_common(each, graph, language) for each in common)))
    return Section("differences", words.text("compare.section-differences"), tuple(blocks))


def _difference(each: ComparedLevels, own: str, graph: SkillGraph, language: str) -> str:
    """Return the level the profile named ``own`` asks, beside that of the other."""
    level, other = (each.a, each.b) if own == "a" else (each.b, each.a)
    return wording(language).text(
        "compare.difference",
        competency=graph.competency(each.competency).title.in_language(language),
        level=_asked(each, level, graph, language),
        other=_asked(each, other, graph, language),
    )


def _common(each: ComparedLevels, graph: SkillGraph, language: str) -> str:
    competency = graph.competency(each.competency)
    return wording(language).text(
        "compare.same",
        competency=competency.title.in_language(language),
        level=_asked(each, each.a, graph, language),
    )


def _asked(each: ComparedLevels, level: int | None, graph: SkillGraph, language: str) -> str:
    if not level:
        return wording(language).text("compare.not-asked")
    return required_text(graph.competency(each.competency), level, language)


def _way(way: Distance, anchor: str, start: str, end: str, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    blocks: list[Block] = [
        Paragraph(words.text("compare.way-before", count=way.met, total=way.required)),
        Paragraph(_way_text(way, start, end, language)),
    ]
    if way.trainings:
        blocks.append(_trainings(way.trainings, graph, language))
    if not way.ready_before:
        key = "compare.way-after-ready" if way.ready_after else "compare.way-after"
        blocks.append(Paragraph(words.text(key, count=way.met_after, total=way.required)))
        if way.open:
            names = [graph.competency(each).title.in_language(language) for each in way.open]
            still = listed(names, language, shown=len(names))
            blocks.append(Paragraph(words.text("compare.way-open", names=still)))
    return Section(anchor, words.text("compare.way-title", start=start, end=end), tuple(blocks))


def _trainings(identifiers: Sequence[str], graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    columns = (
        Column(words.text("compare.column-training"), heads_row=True),
        Column(words.text("compare.column-length")),
        Column(words.text("compare.column-evidence")),
    )
    rows = tuple(
        (
            training_cell(graph, graph.training(identifier), language),
            Cell(duration_text(graph.training(identifier), language)),
            evidence_cell(graph.training(identifier), graph.day, language),
        )
        for identifier in identifiers
    )
    return Table(words.text("compare.caption-way"), columns, rows)


def _names(result: ProfileComparison, graph: SkillGraph, language: str) -> tuple[str, str]:
    a, b = graph.profile(result.a), graph.profile(result.b)
    return a.title.in_language(language), b.title.in_language(language)


def _kind(identifier: str, graph: SkillGraph, language: str) -> str:
    return wording(language).text(f"terms.profile-kind.{graph.profile(identifier).kind}")


def _rules(language: str) -> tuple[str, ...]:
    words = wording(language)
    return (
        words.text("compare.rule-levels"),
        words.text("compare.rule-distance"),
        words.text("compare.rule-statut"),
    )


def _records(result: ProfileComparison, graph: SkillGraph) -> list[Record]:
    trainings = sorted({*result.a_to_b.trainings, *result.b_to_a.trainings})
    return [
        graph.profile(result.a),
        graph.profile(result.b),
        *(graph.training(identifier) for identifier in trainings),
        *_framing_records(result, graph),
    ]


def _framing_records(result: ProfileComparison, graph: SkillGraph) -> list[Record]:
    statuts = [name for line in (result.statut_a, result.statut_b) if line for name in line.statuts]
    return [
        *(graph.catalog.statuts[name] for name in dict.fromkeys(statuts)),
        *(graph.catalog.glossary[line.id] for line in result.glossary),
    ]
