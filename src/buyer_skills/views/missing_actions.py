"""What to do about what is not found: ask the providers first, then adapt, then write; what to practise."""

from collections import Counter

from buyer_skills.analyses.findings import WITHOUT_COURSE
from buyer_skills.analyses.supply import MissingReport, counted
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.listing import listed
from buyer_skills.views.missing_lead import trainings_seen, trusted_findings
from buyer_skills.views.report_view import Bullets, Section
from buyer_skills.views.training_words import is_to_confirm

PROVIDERS_NAMED = 5
"""Providers named as those to ask first."""


def actions_section(result: MissingReport, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return what to do, in order; nothing when every step asked for is served."""
    lines = (
        *_ask(result, graph, language),
        *_confirm(result, graph, language),
        *_adapt(result, language),
        *_write(result, graph, language),
        *_practise(result, language),
        *_complete(result, graph, language),
    )
    if not lines:
        return ()
    title = wording(language).text("missing.section-actions")
    return (Section("a-faire", title, (Bullets(lines, numbered=True),)),)


def _ask(result: MissingReport, graph: SkillGraph, language: str) -> tuple[str, ...]:
    """Return whom to ask about what was not found: the providers most seen in the areas of the findings."""
    words = wording(language)
    wanting = [finding for finding in trusted_findings(result) if finding.kind in WITHOUT_COURSE]
    if not wanting:
        return ()
    areas = {finding.area for finding in wanting}
    seen: Counter[str] = Counter()
    for trust in result.trust:
        if trust.area in areas:
            seen.update({provider.id: provider.trainings for provider in trust.providers})
    first = sorted(seen, key=lambda provider: (-seen[provider], provider))[:PROVIDERS_NAMED]
    names = [graph.catalog.providers[provider].title.in_language(language) for provider in first]
    providers = listed(names, language, shown=len(names))
    return (words.text("missing.action-ask", count=len(wanting), providers=providers),)


def _confirm(result: MissingReport, graph: SkillGraph, language: str) -> tuple[str, ...]:
    pending = [training for training in trainings_seen(result, graph) if is_to_confirm(training, graph.day)]
    if not pending:
        return ()
    return (wording(language).text("missing.action-confirm", count=len(pending)),)


def _adapt(result: MissingReport, language: str) -> tuple[str, ...]:
    near = [
        finding for finding in trusted_findings(result) if finding.kind in WITHOUT_COURSE and finding.nearest
    ]
    return (wording(language).text("missing.action-adapt", count=len(near)),) if near else ()


def _write(result: MissingReport, graph: SkillGraph, language: str) -> tuple[str, ...]:
    """Return the competencies for which a course brief stands: those that a source also names."""
    named = dict.fromkeys(
        finding.competency
        for finding in trusted_findings(result)
        if finding.kind in WITHOUT_COURSE and finding.named
    )
    if not named:
        return ()
    titles = listed([graph.competency(each).title.in_language(language) for each in named], language)
    return (wording(language).text("missing.action-write", competencies=titles),)


def _practise(result: MissingReport, language: str) -> tuple[str, ...]:
    practised = [
        finding
        for finding in (*trusted_findings(result), *counted(result.work_steps))
        if finding.kind == "practice-only"
    ]
    return (wording(language).text("missing.action-practise", count=len(practised)),) if practised else ()


def _complete(result: MissingReport, graph: SkillGraph, language: str) -> tuple[str, ...]:
    weak = [
        graph.catalog.areas[trust.area].title.in_language(language)
        for trust in result.trust
        if not trust.sufficient
    ]
    if not weak:
        return ()
    return (wording(language).text("missing.action-complete", areas=listed(weak, language)),)
