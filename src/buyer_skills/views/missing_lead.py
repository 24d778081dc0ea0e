"""The first lines of a report on missing courses: how far to trust it, what is found, what to do first."""

from collections import Counter
from collections.abc import Sequence

from buyer_skills.analyses.costs import duration_of
from buyer_skills.analyses.findings import FINDING_KINDS, WITHOUT_COURSE
from buyer_skills.analyses.supply import WORK_LEVEL, Finding, MissingReport, counted
from buyer_skills.analyses.supply_trust import AreaTrust
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import is_soft, step_text
from buyer_skills.views.listing import listed
from buyer_skills.views.missing_named import named_line
from buyer_skills.views.missing_people import need_text, needs_line
from buyer_skills.views.missing_trust import provider_known_text
from buyer_skills.views.training_words import is_to_confirm

HEADS = 3
"""Steps named in the first lines."""


def missing_lead(result: MissingReport, graph: SkillGraph, language: str) -> tuple[str, ...]:
    """Return the first lines: trust, providers, people, findings, needs, named gaps, what to do first."""
    return (
        _trust_line(result, graph, language),
        *_providers_line(result, graph, language),
        *needs_line(result, language),
        _findings_line(result, graph, language),
        *_heads_line(result, graph, language),
        *named_line(result, graph, language),
        _first_action_line(result, graph, language),
    )


def trusted_findings(result: MissingReport) -> tuple[Finding, ...]:
    """Return the findings to look at: on their own, in an area where one can conclude; in their order."""
    return tuple(finding for finding in counted(result.findings) if result.is_trusted(finding))


def trainings_seen(result: MissingReport, graph: SkillGraph) -> list[Training]:
    """Return the trainings that teach a step asked for, by id."""
    identifiers = sorted({identifier for step in result.steps for identifier in step.trainings})
    return [graph.training(identifier) for identifier in identifiers]


def nothing_found_text(result: MissingReport, language: str) -> str:
    """Return why there is no finding: every level asked for is served, or no area allows a conclusion."""
    concluding = any(trust.sufficient for trust in result.trust)
    key = "missing.lead-nothing" if concluding else "missing.lead-no-conclusion"
    return wording(language).text(key)


def step_with_demand(finding: Finding, graph: SkillGraph, language: str) -> str:
    """Return the step of a finding and how many profiles ask for it."""
    words = wording(language)
    competency = graph.competency(finding.competency)
    return words.text(
        "missing.step-demand",
        competency=competency.title.in_language(language),
        step=step_text(competency, finding.from_level, finding.to_level, language),
        demand=need_text(finding, language),
    )


def _trust_line(result: MissingReport, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    weak = [trust for trust in result.trust if not trust.sufficient]
    pending = [finding for finding in counted(result.findings) if not result.is_trusted(finding)]
    left = words.text("missing.pending", count=len(pending))
    trusted = len(result.trust) - len(weak)
    if not result.trust:
        return words.text("missing.lead-trust-nothing")
    if not trusted:
        return words.text("missing.lead-trust-none", count=len(result.trust), pending=left)
    careful = _careful_text(result, graph, language)
    if not weak:
        return words.text("missing.lead-trust-all", count=len(result.trust), careful=careful)
    return words.text(
        "missing.lead-trust",
        count=trusted,
        total=len(result.trust),
        careful=careful,
        weak=_areas_text(weak, graph, language),
        pending=left,
    )


def _careful_text(result: MissingReport, graph: SkillGraph, language: str) -> str:
    """Return the areas where one can conclude, though half of their competencies or more were not seen."""
    careful = [trust for trust in result.trust if trust.sufficient and trust.is_one_sided]
    if not careful:
        return ""
    areas = _areas_text(careful, graph, language)
    return wording(language).text("missing.lead-careful", count=len(careful), areas=areas)


def _areas_text(trusts: Sequence[AreaTrust], graph: SkillGraph, language: str) -> str:
    titles = [graph.catalog.areas[trust.area].title.in_language(language) for trust in trusts]
    return listed(titles, language, shown=len(titles))


def _providers_line(result: MissingReport, graph: SkillGraph, language: str) -> tuple[str, ...]:
    if not result.trust or not result.providers:
        return ()
    lines = [provider_known_text(known, graph, language) for known in result.providers]
    return (wording(language).text("missing.lead-providers", providers=listed(lines, language, len(lines))),)


def _findings_line(result: MissingReport, graph: SkillGraph, language: str) -> str:
    """Return how many steps are asked for and served, and how many to look at, by kind."""
    words = wording(language)
    findings = trusted_findings(result)
    if not findings:
        return nothing_found_text(result, language)
    asked = [step for step in result.steps if step.to_level < WORK_LEVEL]
    profiles = {profile for step in asked for profile in step.profiles}
    kinds = Counter(finding.kind for finding in findings)
    shares = [
        words.text("missing.lead-share", number=kinds[kind], kind=words.text(f"terms.finding.{kind}"))
        for kind in FINDING_KINDS
        if kinds[kind]
    ]
    return words.text(
        "missing.lead-findings",
        count=len(findings),
        shares=listed(shares, language, shown=len(shares)),
        soft=_soft_text(findings, graph, language),
        asked=words.text("missing.lead-asked", count=len(asked)),
        profiles=words.text("missing.lead-jobs", count=len(profiles)),
        served=len(asked) - len(result.findings),
    )


def _soft_text(findings: Sequence[Finding], graph: SkillGraph, language: str) -> str:
    soft = [finding for finding in findings if is_soft(graph.competency(finding.competency))]
    return wording(language).text("missing.lead-soft", count=len(soft)) if soft else ""


def _heads_line(result: MissingReport, graph: SkillGraph, language: str) -> tuple[str, ...]:
    """Return how many steps have no continuing training found here, and the first of them.

    Those of knowledge and know-how are named, from areas seen on all sides when there are any: one does not
    order a course in a way of being, nor on the word of a catalogue that looked little on that side. The
    tables keep the steps of those areas at their rank, so the line says how many it passed over.
    """
    words = wording(language)
    wanting = [finding for finding in trusted_findings(result) if finding.kind in WITHOUT_COURSE]
    if not wanting:
        return ()
    careful = {trust.area for trust in result.trust if trust.is_one_sided}
    taught = [one for one in wanting if not is_soft(graph.competency(one.competency))]
    certain = [one for one in taught if one.area not in careful]
    named = certain or taught or wanting
    heads = [step_with_demand(finding, graph, language) for finding in named[:HEADS]]
    names = listed(heads, language, shown=len(heads))
    left = len(taught) - len(certain) if certain else 0
    unnamed = words.text("missing.lead-heads-careful", count=left) if left else ""
    return (words.text("missing.lead-heads", count=len(wanting), heads=names, unnamed=unnamed),)


def _first_action_line(result: MissingReport, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    trainings = trainings_seen(result, graph)
    return words.text(
        "missing.lead-action",
        to_confirm=sum(is_to_confirm(training, graph.day) for training in trainings),
        estimated=sum(duration_of(training).estimated for training in trainings),
        total=len(trainings),
    )
