"""The sheet of a job: what it is for, what it rests on, what it asks, where that comes from."""

from dataclasses import replace

from buyer_skills.analyses.profile_sheets import ProfileSheet, SheetRequirement
from buyer_skills.analyses.set_up_places import SetUpPlace
from buyer_skills.catalog.fields import Bilingual, Record
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import date_text
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.listing import listed
from buyer_skills.views.method_section import method_section
from buyer_skills.views.profile_competencies import learning_section, rated_section, soft_section
from buyer_skills.views.profile_employers import employers_section
from buyer_skills.views.profile_framing import ai_section, law_section, statut_section, volet_section
from buyer_skills.views.profile_origin import origin_section, repertories_table
from buyer_skills.views.profile_set_up import reach_text, set_up_sections
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Definitions,
    Paragraph,
    ReportView,
    Section,
)
from buyer_skills.views.sources_section import sources_section


def profile_report(sheet: ProfileSheet, graph: SkillGraph, language: str) -> ReportView:
    """Return the sheet of a job as a report."""
    words = wording(language)
    profile = graph.profile(sheet.id)
    sections = (
        *_roles_section(sheet, graph, words),
        *volet_section(profile, language),
        *_work_section(profile, sheet, graph, words),
        *soft_section(sheet, graph, language),
        *rated_section(sheet, graph, language),
        *ai_section(profile, graph, language),
        *_setting_section(profile, words),
        statut_section(profile, graph, language),
        *law_section(profile, graph, language),
        learning_section(sheet, graph, language),
        *employers_section(profile, graph, language),
        *origin_section(profile, graph, language),
        method_section(graph, language, _rules(words, profile)),
        sources_section(graph, _records(profile, graph), language),
    )
    return ReportView(
        title=profile.title.in_language(language),
        subtitle=words.text(
            "profile.subtitle",
            kind=words.text(f"terms.profile-kind.{profile.kind}"),
            employers=_employers(profile, words),
            day=date_text(graph.day, language),
        ),
        language=language,
        lead=_lead(sheet, graph, language),
        sections=sections,
    )


def _lead(sheet: ProfileSheet, graph: SkillGraph, language: str) -> tuple[str, ...]:
    words = wording(language)
    profile = graph.profile(sheet.id)
    lines = []
    if profile.purpose:
        purpose = profile.purpose.in_language(language)
        key = "profile.lead-purpose-volet" if sheet.kind == "volet" else "profile.lead-purpose"
        lines.append(words.text(key, purpose=purpose))
    asked = [*sheet.soft, *sheet.rated]
    soft = words.text("profile.soft-count", count=len(sheet.soft)) if sheet.soft else ""
    essential = [
        graph.competency(one.competency).title.in_language(language) for one in asked if one.importance == 3
    ]
    if essential:
        names = listed(essential, language, shown=len(essential))
        lines.append(words.text("profile.lead-asks", count=len(asked), soft=soft, essential=names))
    else:
        lines.append(words.text("profile.lead-asks-level", count=len(asked), soft=soft))
    lines.append(_learning_line(asked, words))
    return tuple(lines)


def _learning_line(asked: list[SheetRequirement], words: Wording) -> str:
    """Return how many competencies have a continuing training, with those that only degrees teach beside."""
    known = sum(bool(one.well_known) for one in asked)
    unknown = sum(not one.trainings and not one.degrees for one in asked)
    initial = sum(not one.trainings and bool(one.degrees) for one in asked)
    key = "profile.lead-learn" if unknown else "profile.lead-learn-all"
    return words.text(
        key,
        count=known,
        total=len(asked),
        unknown=unknown,
        initial=words.text("profile.lead-initial", count=initial) if initial else "",
        reached=sum(one.last_step == "trainings" for one in asked),
        by_degree=words.text("profile.lead-by-degree", count=by_degree)
        if (by_degree := sum(one.last_step == "degrees" for one in asked))
        else "",
    )


def _roles_section(sheet: ProfileSheet, graph: SkillGraph, words: Wording) -> tuple[Section, ...]:
    roles = [role for role in sheet.roles if role.competencies]
    if not roles or sheet.kind == "reference":
        return ()
    pairs = []
    for role in roles:
        heading = graph.catalog.roles[role.id]
        description = heading.description.in_language(words.language) if heading.description else ""
        titles = [graph.competency(one).title.in_language(words.language) for one in role.competencies]
        named = listed(titles, words.language, shown=len(titles))
        served = words.text("profile.role-served", count=len(titles), titles=named)
        pairs.append((heading.title.in_language(words.language), f"{description} {served}".strip()))
    blocks = (Paragraph(words.text("profile.roles-intro")), Definitions(tuple(pairs)))
    title = "profile.section-roles-volet" if sheet.kind == "volet" else "profile.section-roles"
    return (Section("roles", words.text(title), blocks),)


def _work_section(
    profile: JobProfile, sheet: ProfileSheet, graph: SkillGraph, words: Wording
) -> tuple[Section, ...]:
    missions = _list_part("missions", profile.missions, words)
    situations = _list_part("situations", profile.situations, words)
    indicators = _list_part("indicators", profile.indicators, words)
    if sheet.place:
        missions = missions and _with_reach(missions, sheet.place, graph, words)
        activities, relations = set_up_sections(sheet.place, graph, words.language)
        parts = [missions, activities, situations, relations, indicators]
    else:
        doing = _list_part("activities", profile.activities, words)
        working_with = _list_part("relations", profile.relations, words)
        parts = [missions, doing, situations, working_with, indicators]
    kept = tuple(part for part in parts if part is not None)
    if not kept:
        return ()
    blocks: tuple[Block, ...] = ()
    if sheet.set_ups and not sheet.place:
        commands = tuple(_set_up_line(name, profile, graph, words) for name in sheet.set_ups)
        blocks = (Paragraph(words.text("profile.set-ups"), "muted"), Bullets(commands))
    return (Section("travail", words.text("profile.section-work"), blocks, kept),)


def _set_up_line(name: str, profile: JobProfile, graph: SkillGraph, words: Wording) -> str:
    return words.text(
        "profile.set-up-command",
        set_up=graph.catalog.set_ups[name].title.in_language(words.language),
        command=f"buyer-skills profile {profile.id} --set-up {name}",
    )


def _with_reach(missions: Section, place: SetUpPlace, graph: SkillGraph, words: Wording) -> Section:
    """Return the missions headed by how far they reach in the set-up."""
    return replace(missions, blocks=(Paragraph(reach_text(place, graph, words), "muted"), *missions.blocks))


def _list_part(name: str, items: tuple[Bilingual, ...], words: Wording) -> Section | None:
    if not items:
        return None
    bullets = Bullets(tuple(item.in_language(words.language) for item in items))
    return Section(name, words.text(f"profile.section-{name}"), (bullets,))


def _setting_section(profile: JobProfile, words: Wording) -> tuple[Section, ...]:
    blocks: list[Block] = []
    if profile.context:
        blocks.append(Paragraph(profile.context.in_language(words.language)))
    if profile.conditions:
        blocks.append(Bullets(tuple(item.in_language(words.language) for item in profile.conditions)))
    blocks += repertories_table(profile, words.language)
    return (Section("cadre", words.text("profile.section-setting"), tuple(blocks)),) if blocks else ()


def _employers(profile: JobProfile, words: Wording) -> str:
    if not profile.employers:
        return words.text("profile.any-employer")
    return ", ".join(words.text(f"terms.employer.{family}") for family in profile.employers)


def _rules(words: Wording, profile: JobProfile) -> tuple[str, ...]:
    rules = [
        words.text("profile.rule-importance"),
        words.text("profile.rule-soft"),
        words.text("profile.rule-post"),
    ]
    if profile.basis:
        rules.append(words.text("profile.rule-basis", basis=profile.basis.in_language(words.language)))
    return tuple(rules)


def _records(profile: JobProfile, graph: SkillGraph) -> list[Record]:
    asked = [graph.competency(one.competency) for one in profile.requirements]
    rules = [graph.catalog.rules[name] for one in asked for name in one.rules]
    statuts = [graph.catalog.statuts[name] for name in profile.statut.statuts] if profile.statut else []
    return [profile, *asked, *(rule for rule in rules if rule.is_shown), *statuts]
