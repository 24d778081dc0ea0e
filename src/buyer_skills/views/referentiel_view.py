"""The competency framework as one document: to read, to print, to discuss in a workshop."""

from buyer_skills.analyses.frameworks import Framework, FrameworkPhase
from buyer_skills.catalog.fields import Record
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import date_text
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.record_words import heading_title
from buyer_skills.views.referentiel_opening import (
    overview_section,
    roles_section,
    scale_section,
    workshop_section,
)
from buyer_skills.views.referentiel_places import competency_place
from buyer_skills.views.referentiel_sheets import area_sections, soft_section
from buyer_skills.views.report_view import Bullets, Cell, Column, ReportView, Section, Table
from buyer_skills.views.sources_section import sources_section


def referentiel_report(framework: Framework, graph: SkillGraph, language: str) -> ReportView:
    """Return the framework, or the part of it in scope, as a report."""
    words = wording(language)
    sections: tuple[Section, ...] = ()
    if framework.competencies:
        sections = (
            overview_section(framework, graph, language),
            workshop_section(language),
            scale_section(language),
            *roles_section(framework, graph, language),
            *soft_section(framework, graph, language),
            *area_sections(framework, graph, language),
            _index(framework, graph, words),
            _method(words),
            sources_section(graph, _records(framework, graph), language),
        )
    return ReportView(
        title=words.text("referentiel.title"),
        subtitle=_scope(framework, graph, words),
        language=language,
        lead=_lead(framework, words),
        sections=sections,
        contents_depth=2,
    )


def _scope(framework: Framework, graph: SkillGraph, words: Wording) -> str:
    scope, day = framework.scope, date_text(graph.day, words.language)
    role = heading_title(graph, "role", scope.role, words.language) if scope.role else ""
    area = heading_title(graph, "area", scope.area, words.language) if scope.area else ""
    name = ("both" if area else "role") if role else ("area" if area else "all")
    return words.text(f"referentiel.scope-{name}", role=role, area=area, day=day)


def _lead(framework: Framework, words: Wording) -> tuple[str, ...]:
    total, soft = len(framework.competencies), len(framework.soft)
    if not total:
        return (words.text("referentiel.empty"),)
    share = words.text("referentiel.lead-soft", count=soft) if soft else ""
    validated = words.text("referentiel.lead-none-validated")
    if framework.validated:
        validated = words.text("referentiel.lead-validated", count=framework.validated, total=total)
    return (
        words.text("referentiel.lead-what", count=total, soft=share),
        words.text("referentiel.lead-use"),
        validated,
    )


def _index(framework: Framework, graph: SkillGraph, words: Wording) -> Section:
    tables = tuple(_phase_table(phase, graph, words) for phase in framework.phases)
    return Section("etapes", words.text("referentiel.section-phases"), tables)


def _phase_table(phase: FrameworkPhase, graph: SkillGraph, words: Wording) -> Table:
    language = words.language
    title = words.text("referentiel.no-phase")
    if phase.id:
        title = heading_title(graph, "phase", phase.id, language)
    columns = (
        Column(words.text("referentiel.column-competency"), heads_row=True),
        Column(words.text("referentiel.column-kind")),
        Column(words.text("referentiel.column-area")),
    )
    records = [graph.competency(name) for name in phase.competencies]
    rows = tuple(
        (
            Cell(one.title.in_language(language), goes_to=competency_place(one.id)),
            Cell(words.text(f"terms.competency-kind.{one.kind}")),
            Cell(heading_title(graph, "area", one.area, language)),
        )
        for one in records
    )
    caption = words.text("referentiel.caption-phase", phase=title, count=len(rows))
    return Table(caption, columns, rows)


def _method(words: Wording) -> Section:
    rules = ("wording", "links", "law", "ai", "profiles")
    items = (
        *(words.text(f"referentiel.rule-{rule}") for rule in rules),
        words.text("report.method.levels"),
    )
    return Section("methode", words.text("report.method.title"), (Bullets(items),))


def _records(framework: Framework, graph: SkillGraph) -> list[Record]:
    """Return the records whose sources the document rests on."""
    competencies = [one.record for one in framework.competencies]
    rules = [graph.catalog.rules[name] for one in competencies for name in one.rules]
    return [
        *(graph.catalog.areas[area.id] for area in framework.areas),
        *(graph.catalog.roles[role.id] for role in framework.roles),
        *competencies,
        *(rule for rule in rules if rule.is_shown),
    ]
