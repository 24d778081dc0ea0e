"""What jobs ask for that this catalogue does not teach, or not well enough, as a report."""

from buyer_skills.analyses.supply import MissingReport
from buyer_skills.analyses.supply_trust import ENOUGH_TRAININGS
from buyer_skills.catalog.fields import Record
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.course_brief import briefs_section
from buyer_skills.views.listing import listed
from buyer_skills.views.method_section import method_section
from buyer_skills.views.missing_actions import actions_section
from buyer_skills.views.missing_findings import (
    findings_section,
    first_findings_section,
    untrusted_section,
    work_section,
)
from buyer_skills.views.missing_lead import missing_lead, trainings_seen
from buyer_skills.views.missing_named import named_section
from buyer_skills.views.missing_people import needs_rules, needs_section
from buyer_skills.views.missing_trust import trust_section
from buyer_skills.views.record_words import region_text
from buyer_skills.views.report_view import Paragraph, ReportView, Section
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.supply_map import supply_map_section


def missing_report(
    result: MissingReport, graph: SkillGraph, language: str, *, short: bool = False
) -> ReportView:
    """Return the report on missing courses: how far to trust it, what is not found, what others named.

    ``short`` keeps the trust, the first findings, the named gaps and what to do.
    """
    sections = _short_sections if short else _sections
    return ReportView(
        title=wording(language).text("missing.title"),
        subtitle=_scope_text(result, graph, language),
        language=language,
        lead=missing_lead(result, graph, language),
        sections=sections(result, graph, language),
    )


def _sections(result: MissingReport, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    return (
        trust_section(result, graph, language),
        *needs_section(result, graph, language),
        *named_section(result, graph, language),
        findings_section(result, graph, language),
        *untrusted_section(result, graph, language),
        *actions_section(result, graph, language),
        *work_section(result, graph, language),
        *supply_map_section(result, graph, language),
        *briefs_section(result, graph, language),
        method_section(graph, language, _rules(result, language)),
        sources_section(graph, _records(result, graph), language),
    )


def _short_sections(result: MissingReport, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    words = wording(language)
    left_out = Paragraph(words.text("missing.short-left-out", command=_command(result)))
    return (
        trust_section(result, graph, language),
        *needs_section(result, graph, language),
        first_findings_section(result, graph, language),
        *named_section(result, graph, language, brief=True),
        *actions_section(result, graph, language),
        Section("rapport-entier", words.text("missing.section-left-out"), (left_out,)),
    )


def _command(result: MissingReport) -> str:
    """Return the command that makes the whole report; the names of the needs files are the reader's own."""
    asked = result.scope.model_dump(exclude_none=True)
    options = [f"--{name} {value}" for name, value in asked.items()]
    if result.needs:
        options += ["--needs ...", f"--group-size {result.needs.group_size}"]
    return " ".join(["buyer-skills missing", *options])


def _scope_text(result: MissingReport, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    scope, catalog = result.scope, graph.catalog
    parts: list[str] = [words.text("needs.scope")] if result.needs else []
    if scope.profile:
        profile = graph.profile(scope.profile).title.in_language(language)
        parts.append(words.text("missing.scope-profile", name=profile))
    for name, identifier, headings in (
        ("area", scope.area, catalog.areas),
        ("theme", scope.theme, catalog.themes),
        ("role", scope.role, catalog.roles),
    ):
        if identifier:
            parts.append(
                words.text(f"missing.scope-{name}", name=headings[identifier].title.in_language(language))
            )
    if scope.employer:
        parts.append(
            words.text("missing.scope-employer", name=words.text(f"terms.employer.{scope.employer}"))
        )
    if scope.region:
        parts.append(words.text("missing.scope-region", name=region_text(scope.region, language)))
    return listed(parts, language, shown=len(parts)) if parts else words.text("missing.scope-all")


def _rules(result: MissingReport, language: str) -> tuple[str, ...]:
    words = wording(language)
    needs = result.needs
    return (
        words.text("missing.rule-step"),
        *(needs_rules(needs, language) if needs else (words.text("missing.rule-need"),)),
        words.text("missing.rule-supply"),
        words.text("missing.rule-order"),
        words.text("missing.rule-trust", count=ENOUGH_TRAININGS),
        words.text("missing.rule-unreachable"),
        words.text("missing.rule-nearest"),
        words.text("missing.rule-named"),
    )


def _records(result: MissingReport, graph: SkillGraph) -> list[Record]:
    profiles = sorted({profile for step in result.steps for profile in step.profiles})
    return [
        *(graph.profile(profile) for profile in profiles),
        *trainings_seen(result, graph),
        *(graph.catalog.named_gaps[each.gap] for each in result.named),
    ]
