"""Gaps of a person towards a profile, as a report: counts and words about a person, never a percentage."""

from buyer_skills.analyses.gaps import INDISPENSABLE, AimedHigher, GapAnalysis, GroupCoverage, RequirementGap
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.fields import Record
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.gap_levels import importance_cell, levels_section, soft_section
from buyer_skills.views.level_words import (
    competency_step_text,
    held_text,
    is_soft,
    level_with_cue,
    required_text,
)
from buyer_skills.views.method_section import method_section
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Paragraph,
    ReportView,
    Section,
    Table,
)
from buyer_skills.views.sources_section import sources_section


def gap_report(result: GapAnalysis, graph: SkillGraph, language: str) -> ReportView:
    """Return the report of a gap analysis: where one stands, what to do first, then the detail."""
    words = wording(language)
    profile = graph.profile(result.profile)
    sections = (
        _first_section(result, graph, language),
        levels_section(result, graph, language),
        *soft_section(result, graph, language),
        _groups_section(result, graph, language),
        *_completed_section(result, graph, language),
        method_section(graph, language, _rules(result, language)),
        sources_section(graph, _records(result, graph), language),
    )
    return ReportView(
        title=words.text("gap.title", profile=profile.title.in_language(language)),
        subtitle=words.text(
            "gap.subtitle", buyer=result.buyer, kind=words.text(f"terms.profile-kind.{profile.kind}")
        ),
        language=language,
        lead=_lead(result, graph, language),
        sections=sections,
    )


def standing_text(result: GapAnalysis, language: str) -> str:
    """Return how many competencies are at the level asked: « 9 compétences sur 14 au niveau attendu »."""
    met = sum(not entry.gap for entry in result.asked)
    return wording(language).text("gap.standing", count=met, total=len(result.asked))


def _lead(result: GapAnalysis, graph: SkillGraph, language: str) -> tuple[str, ...]:
    words = wording(language)
    standing = words.text(
        "gap.lead-standing", standing=standing_text(result, language), verdict=_verdict(result, language)
    )
    unsaid: tuple[str, ...] = ()
    if result.not_stated:
        unsaid = (words.text("gap.lead-not-stated", count=len(result.not_stated)),)
    if not result.short:
        return (standing, *unsaid, words.text("gap.lead-nothing-first"), words.text("gap.lead-nothing-open"))
    first = tuple(
        competency_step_text(graph.competency(entry.competency), entry.held, entry.required, language)
        for entry in result.short
        if entry.competency in result.weakest
    )
    unserved = sum(not entry.trainings for entry in result.short)
    initial = sum(not entry.trainings and bool(entry.degrees) for entry in result.short)
    key = "gap.lead-open-unserved" if unserved else "gap.lead-open"
    return (
        standing,
        *unsaid,
        words.text("gap.lead-first", first=first),
        words.text(
            key,
            count=len(result.short),
            unserved=unserved,
            initial=words.text("gap.lead-initial", count=initial) if initial else "",
        ),
    )


def _verdict(result: GapAnalysis, language: str) -> str:
    words = wording(language)
    if result.ready:
        return words.text("gap.verdict-ready")
    indispensable = sum(entry.importance == INDISPENSABLE for entry in result.short)
    if indispensable:
        return words.text("gap.verdict-indispensable", count=indispensable)
    return words.text("gap.verdict-whole")


def _first_section(result: GapAnalysis, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    blocks: list[Block] = []
    if result.short:
        blocks.append(_priorities(result, graph, language))
        blocks.append(Paragraph(words.text("gap.next-command")))
    else:
        blocks.append(Paragraph(words.text("gap.no-gap")))
    if result.strongest:
        strong = tuple(
            graph.competency(identifier).title.in_language(language) for identifier in result.strongest
        )
        blocks += [Paragraph(words.text("gap.strongest")), Bullets(strong)]
    if result.ready:
        blocks.append(Callout(words.text("gap.statut-heading"), words.text("gap.statut")))
    return Section("priorites", words.text("gap.section-first"), tuple(blocks))


def _priorities(result: GapAnalysis, graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    rows = tuple(
        (
            Cell(graph.competency(entry.competency).title.in_language(language)),
            Cell(_next_step(graph.competency(entry.competency), entry, language)),
            importance_cell(entry, language),
            _trainings_cell(entry, language),
        )
        for entry in result.short
    )
    columns = (
        Column(words.text("gap.column-competency"), heads_row=True),
        Column(words.text("gap.column-next")),
        Column(words.text("gap.column-importance")),
        Column(words.text("gap.column-trainings")),
    )
    return Table(words.text("gap.caption-first"), columns, rows)


def _groups_section(result: GapAnalysis, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    groups = (("area", result.areas, graph.catalog.areas), ("role", result.roles, graph.catalog.roles))
    tables = tuple(
        Table(
            words.text(f"gap.caption-{name}"),
            (
                Column(words.text(f"gap.column-{name}"), heads_row=True),
                Column(words.text("gap.column-standing")),
            ),
            tuple(
                (Cell(headings[group.id].title.in_language(language)), _standing_cell(group, language))
                for group in entries
                if group.required
            ),
        )
        for name, entries, headings in groups
        if any(group.required for group in entries)
    )
    return Section("domaines", words.text("gap.section-groups"), tables)


def _standing_cell(group: GroupCoverage, language: str) -> Cell:
    text = wording(language).text("gap.group-standing", met=group.met, total=group.required)
    return Cell(text, tone="good" if group.met == group.required else "plain")


def _completed_section(result: GapAnalysis, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    words = wording(language)
    if not result.aimed_higher:
        return ()
    items = tuple(_aimed_text(aimed, graph, language) for aimed in result.aimed_higher)
    blocks = (Paragraph(words.text("gap.aimed-intro"), "attention"), Bullets(items))
    return (Section("formations-suivies", words.text("gap.section-completed"), blocks),)


def _aimed_text(aimed: AimedHigher, graph: SkillGraph, language: str) -> str:
    competency = graph.competency(aimed.competency)
    return wording(language).text(
        "gap.aimed",
        training=graph.training(aimed.training).title.in_language(language),
        competency=competency.title.in_language(language),
        aimed=required_text(competency, aimed.aimed, language),
        held=held_text(competency, aimed.held, language),
    )


def _rules(result: GapAnalysis, language: str) -> tuple[str, ...]:
    words = wording(language)
    numerator, denominator = result.ready_threshold
    tenths = f"{10 * numerator / denominator:g}".replace(".", "," if language == "fr" else ".")
    return (
        words.text("gap.rule-stated"),
        words.text("gap.rule-surplus"),
        words.text("gap.rule-ready", tenths=tenths),
        words.text("gap.rule-priorities"),
    )


def _records(result: GapAnalysis, graph: SkillGraph) -> tuple[Record, ...]:
    return (
        graph.profile(result.profile),
        *(graph.competency(entry.competency) for entry in result.gaps),
    )


def _next_step(competency: Competency, entry: RequirementGap, language: str) -> str:
    if is_soft(competency):
        return required_text(competency, entry.required, language)
    return level_with_cue(entry.held + 1, language)


def _trainings_cell(entry: RequirementGap, language: str) -> Cell:
    words = wording(language)
    degrees = words.text("list.degrees", count=entry.degrees) if entry.degrees else ""
    if not entry.trainings:
        without = "practice-only" if entry.practice else "absent"
        kind = "initial-only" if entry.degrees else without
        return Cell(words.text(f"terms.finding.{kind}"), degrees, "attention")
    return Cell(words.text("gap.trainings", count=entry.trainings), degrees)
