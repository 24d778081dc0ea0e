"""What jobs ask for that this catalogue does not teach, or not well enough, as a report."""

from collections import Counter

from buyer_skills.analyses.costs import duration_of
from buyer_skills.analyses.findings import FINDING_KINDS
from buyer_skills.analyses.supply import Finding, MissingReport, counted
from buyer_skills.analyses.supply_trust import ENOUGH_TRAININGS
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.course_brief import briefs_section
from buyer_skills.views.level_words import competency_step_text
from buyer_skills.views.listing import listed
from buyer_skills.views.method_section import method_section
from buyer_skills.views.missing_findings import findings_section, untrusted_section, work_section
from buyer_skills.views.missing_trust import trust_section
from buyer_skills.views.record_words import region_text
from buyer_skills.views.report_view import ReportView
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.supply_map import supply_map_section
from buyer_skills.views.training_words import is_to_confirm


def missing_report(result: MissingReport, graph: SkillGraph, language: str) -> ReportView:
    """Return the report on missing courses: how far to trust it, what is not found, course briefs."""
    words = wording(language)
    sections = (
        trust_section(result, graph, language),
        findings_section(result, graph, language),
        *untrusted_section(result, graph, language),
        *work_section(result, graph, language),
        *supply_map_section(result, graph, language),
        *briefs_section(result, graph, language),
        method_section(graph, language, _rules(language)),
        sources_section(graph, _records(result, graph), language),
    )
    return ReportView(
        title=words.text("missing.title"),
        subtitle=_scope_text(result, graph, language),
        language=language,
        lead=_lead(result, graph, language),
        sections=sections,
    )


def _lead(result: MissingReport, graph: SkillGraph, language: str) -> tuple[str, ...]:
    return (
        _trust_line(result, graph, language),
        _findings_line(result, graph, language),
        _first_action_line(result, graph, language),
    )


def _trust_line(result: MissingReport, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    weak = [
        graph.catalog.areas[trust.area].title.in_language(language)
        for trust in result.trust
        if not trust.sufficient
    ]
    pending = [finding for finding in counted(result.findings) if not result.is_trusted(finding)]
    left = words.text("missing.pending", count=len(pending))
    trusted = len(result.trust) - len(weak)
    if not result.trust:
        return words.text("missing.lead-trust-nothing")
    if not weak:
        return words.text("missing.lead-trust-all", count=len(result.trust))
    if not trusted:
        return words.text("missing.lead-trust-none", count=len(result.trust), pending=left)
    names = listed(weak, language)
    return words.text("missing.lead-trust", count=trusted, total=len(result.trust), weak=names, pending=left)


def _findings_line(result: MissingReport, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    findings = [finding for finding in counted(result.findings) if result.is_trusted(finding)]
    if not findings:
        return words.text("missing.lead-nothing")
    kinds = Counter(finding.kind for finding in findings)
    shares = tuple(
        words.text("missing.lead-share", number=kinds[kind], kind=words.text(f"terms.finding.{kind}"))
        for kind in FINDING_KINDS
        if kinds[kind]
    )
    return words.text(
        "missing.lead-findings",
        count=len(findings),
        shares=shares,
        first=_step(findings[0], graph, language),
        demand=words.text("missing.demand", count=findings[0].demand),
    )


def _first_action_line(result: MissingReport, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    trainings = _trainings_seen(result, graph)
    counts = {
        "to_confirm": sum(is_to_confirm(training, graph.day) for training in trainings),
        "estimated": sum(duration_of(training).estimated for training in trainings),
        "total": len(trainings),
    }
    return words.text("missing.lead-action", **counts)


def _trainings_seen(result: MissingReport, graph: SkillGraph) -> list[Training]:
    identifiers = sorted({identifier for step in result.steps for identifier in step.trainings})
    return [graph.training(identifier) for identifier in identifiers]


def _scope_text(result: MissingReport, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    scope, catalog = result.scope, graph.catalog
    parts: list[str] = []
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


def _rules(language: str) -> tuple[str, ...]:
    words = wording(language)
    return (
        words.text("missing.rule-step"),
        words.text("missing.rule-need"),
        words.text("missing.rule-supply"),
        words.text("missing.rule-order"),
        words.text("missing.rule-trust", count=ENOUGH_TRAININGS),
        words.text("missing.rule-unreachable"),
        words.text("missing.rule-nearest"),
    )


def _records(result: MissingReport, graph: SkillGraph) -> list[Record]:
    profiles = sorted({profile for step in result.steps for profile in step.profiles})
    return [*(graph.profile(profile) for profile in profiles), *_trainings_seen(result, graph)]


def _step(finding: Finding, graph: SkillGraph, language: str) -> str:
    competency = graph.competency(finding.competency)
    return competency_step_text(competency, finding.from_level, finding.to_level, language)
