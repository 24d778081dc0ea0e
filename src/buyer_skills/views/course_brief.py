"""Course briefs: what a training body would need to know to fill the first holes, to confirm before use."""

from collections.abc import Sequence

from buyer_skills.analyses.costs import TYPICAL_HOURS
from buyer_skills.analyses.findings import WITHOUT_COURSE
from buyer_skills.analyses.supply import Finding, MissingReport, counted
from buyer_skills.analyses.supply_trust import AreaTrust
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import days_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import is_soft, level_with_cue, required_text
from buyer_skills.views.listing import listed
from buyer_skills.views.missing_named import gap_with_who
from buyer_skills.views.missing_people import need_text
from buyer_skills.views.missing_trust import providers_text
from buyer_skills.views.report_view import (
    Block,
    Callout,
    Cell,
    Column,
    Definitions,
    Paragraph,
    Section,
    Table,
)
from buyer_skills.views.training_words import duration_text, evidence_cell, training_cell

BRIEFS_SHOWN = 3
"""Competencies for which a brief is written."""


def briefs_section(result: MissingReport, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return a brief for each of the first competencies found wanting in an area where one can conclude.

    Competencies that a source names too come first; the others are to be confirmed.
    """
    words = wording(language)
    wanting: dict[str, list[Finding]] = {}
    for finding in counted(result.findings):
        if finding.kind in WITHOUT_COURSE and result.is_trusted(finding):
            wanting.setdefault(finding.competency, []).append(finding)
    # The sort is stable: within those named and those not, the order of the findings stays.
    first = sorted(wanting.values(), key=lambda findings: not any(each.named for each in findings))
    briefs = tuple(
        _brief(sorted(findings, key=lambda finding: finding.to_level), result, graph, language)
        for findings in first[:BRIEFS_SHOWN]
    )
    if not briefs:
        return ()
    intro = Paragraph(words.text("missing.briefs-intro"))
    return (Section("cahiers-des-charges", words.text("missing.section-briefs"), (intro,), briefs),)


def _brief(findings: Sequence[Finding], result: MissingReport, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    competency = graph.competency(findings[0].competency)
    trust = next(trust for trust in result.trust if trust.area == competency.area)
    blocks: list[Block] = [
        _standing(findings, trust, graph, language),
        Definitions(
            (
                (words.text("missing.brief-public"), _public(findings, graph, language)),
                (words.text("missing.brief-need"), _need(findings, graph, language)),
                (words.text("missing.brief-entry"), _entry(competency, findings[0], language)),
                *(
                    (_aim_name(competency, finding, findings, language), _aim(competency, finding, language))
                    for finding in findings
                ),
                *_case(competency, language),
                (words.text("missing.brief-form"), _form(competency, findings, language)),
                (words.text("missing.brief-degrees"), _degrees(findings, graph, language)),
            )
        ),
        _neighbours(findings, graph, language),
    ]
    title = words.text("missing.brief-title", competency=competency.title.in_language(language))
    return Section(f"cahier-{competency.id}", title, tuple(blocks))


def _standing(findings: Sequence[Finding], trust: AreaTrust, graph: SkillGraph, language: str) -> Block:
    """Return who names the need too, or that it is to be confirmed; then the first thing to do."""
    words = wording(language)
    action = words.text("missing.brief-first-action", providers=providers_text(trust, graph, language))
    names = dict.fromkeys(name for finding in findings for name in finding.named)
    if not names:
        text = words.text("missing.brief-action", action=action)
        return Callout(words.text("missing.brief-to-confirm"), text)
    gaps = [gap_with_who(graph.catalog.named_gaps[name], graph, language) for name in names]
    said = listed(gaps, language, shown=len(gaps))
    text = words.text("missing.brief-action-named", gaps=said, action=action)
    return Callout(words.text("missing.brief-named"), text, "plain")


def _public(findings: Sequence[Finding], graph: SkillGraph, language: str) -> str:
    profiles = dict.fromkeys(profile for finding in findings for profile in finding.profiles)
    titles = [graph.profile(profile).title.in_language(language) for profile in profiles]
    return listed(titles, language, shown=len(titles))


def _need(findings: Sequence[Finding], graph: SkillGraph, language: str) -> str:
    words = wording(language)
    first = findings[0]
    indispensable = sum(
        requirement.importance == 3 and requirement.competency == first.competency
        for profile in first.profiles
        for requirement in graph.profile(profile).requirements
    )
    need = need_text(first, language)
    # Indispensable for so many jobs says nothing of how many people.
    if first.need or not indispensable:
        return need
    return words.text("missing.brief-indispensable", need=need, count=indispensable)


def _entry(competency: Competency, first: Finding, language: str) -> str:
    words = wording(language)
    if not first.from_level:
        return words.text("missing.brief-no-entry")
    return words.text(
        "missing.brief-entry-level",
        level=required_text(competency, first.from_level, language)
        if is_soft(competency)
        else level_with_cue(first.from_level, language),
        competency=competency.title.in_language(language),
    )


def _aim_name(competency: Competency, finding: Finding, findings: Sequence[Finding], language: str) -> str:
    """Return what the course would lead to; to be confirmed when a source names another step only."""
    words = wording(language)
    name = words.text("missing.brief-aim-name", level=required_text(competency, finding.to_level, language))
    if not finding.named and any(other.named for other in findings):
        return words.text("missing.brief-aim-unnamed", name=name)
    return name


def _aim(competency: Competency, finding: Finding, language: str) -> str:
    """Return what one would be seen doing at the level reached, or, where it is not described, the whole."""
    words = wording(language)
    seen = competency.descriptors_at(finding.to_level)
    if seen:
        lines = tuple(_inside_a_sentence(text.in_language(language)) for text in seen)
        return words.text("missing.brief-aim-seen", seen=listed(lines, language, shown=len(lines)))
    what = competency.description or competency.title
    cue = words.text(f"terms.level-cue.{finding.to_level}")
    return words.text("missing.brief-aim", cue=cue, what=_inside_a_sentence(what.in_language(language)))


def _inside_a_sentence(text: str) -> str:
    """Return a sentence as a part of another: no closing stop, no capital unless it is a set of initials."""
    text = text.rstrip(".")
    return text if text[:2].isupper() else text[0].lower() + text[1:]


def _case(competency: Competency, language: str) -> list[tuple[str, str]]:
    """Return the work situation that a case may be built on, when there is one."""
    if competency.situation is None:
        return []
    name = wording(language).text("missing.brief-case")
    return [(name, competency.situation.in_language(language))]


def _form(competency: Competency, findings: Sequence[Finding], language: str) -> str:
    words = wording(language)
    length = days_text(TYPICAL_HOURS["course"] * len(findings), language)
    if is_soft(competency):
        return words.text("missing.brief-form-soft", length=length)
    key = "missing.brief-form-practised" if findings[-1].to_level > 1 else "missing.brief-form-first"
    return words.text(key, length=length)


def _degrees(findings: Sequence[Finding], graph: SkillGraph, language: str) -> str:
    words = wording(language)
    teaching = {
        training.id: training
        for finding in findings
        for training in graph.trainings_raising(finding.competency)
        if training.kind == "degree"
    }
    names = [
        words.text("missing.degree", title=cell.text, provider=cell.detail)
        for cell in (training_cell(graph, teaching[each], language) for each in sorted(teaching))
    ]
    return listed(names, language) if names else words.text("missing.brief-no-degree")


def _neighbours(findings: Sequence[Finding], graph: SkillGraph, language: str) -> Block:
    words = wording(language)
    identifiers = dict.fromkeys(identifier for finding in findings for identifier in finding.nearest)
    if not identifiers:
        return Paragraph(words.text("missing.brief-no-neighbour"))
    columns = (
        Column(words.text("missing.column-training"), heads_row=True),
        Column(words.text("missing.column-length")),
        Column(words.text("missing.column-evidence")),
    )
    trainings = [graph.training(identifier) for identifier in identifiers]
    rows = tuple(_neighbour_row(training, graph, language) for training in trainings)
    return Table(words.text("missing.caption-neighbours"), columns, rows)


def _neighbour_row(training: Training, graph: SkillGraph, language: str) -> tuple[Cell, ...]:
    return (
        training_cell(graph, training, language),
        Cell(duration_text(training, language)),
        evidence_cell(training, graph.day, language),
    )
