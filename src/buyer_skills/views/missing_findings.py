"""The findings of a report on missing courses, kind by kind, each with its need and what is near."""

from collections.abc import Sequence

from buyer_skills.analyses.findings import FINDING_KINDS
from buyer_skills.analyses.supply import Finding, MissingReport
from buyer_skills.analyses.supply_trust import trainings_seen_on
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import competency_step_text, is_soft, step_text
from buyer_skills.views.listing import listed
from buyer_skills.views.missing_lead import nothing_found_text, trusted_findings
from buyer_skills.views.missing_named import gap_with_who
from buyer_skills.views.missing_people import need_details, need_text
from buyer_skills.views.missing_trust import seen_text
from buyer_skills.views.report_view import Block, Cell, Column, Paragraph, Section, Table
from buyer_skills.views.training_words import evidence_text, provider_title

FIRST_FINDINGS = 10
"""Findings on knowledge and know-how that the short form shows."""

FIRST_SOFT_FINDINGS = 5
"""Findings on ways of being that it shows below them."""


def findings_section(result: MissingReport, graph: SkillGraph, language: str) -> Section:
    """Return the findings of the areas where one can conclude, one part a kind, the most serious first.

    Those on ways of being stand in a part of their own, the last: few courses teach them.
    """
    words = wording(language)
    taught, soft = _told_apart(trusted_findings(result), graph)
    parts = [
        _kind_section(kind, kept, result, graph, language)
        for kind in FINDING_KINDS
        if (kept := [finding for finding in taught if finding.kind == kind])
    ]
    if soft:
        table = _table(words.text("missing.caption-soft"), soft, result, graph, language, with_kind=True)
        title = words.text("missing.soft-title", count=len(soft))
        parts.append(
            Section("constat-savoir-etre", title, (Paragraph(words.text("missing.soft-intro")), table))
        )
    said = words.text("needs.findings-intro" if result.needs else "missing.findings-intro")
    intro = said if parts else nothing_found_text(result, language)
    return Section("constats", words.text("missing.section-findings"), (Paragraph(intro),), tuple(parts))


def first_findings_section(result: MissingReport, graph: SkillGraph, language: str) -> Section:
    """Return the first findings of the areas where one can conclude, in one table, the rest counted.

    The first ones on ways of being are in a table of their own below.
    """
    words = wording(language)
    findings = trusted_findings(result)
    title = words.text("missing.section-first-findings")
    if not findings:
        return Section("constats", title, (Paragraph(nothing_found_text(result, language)),))
    taught, soft = _told_apart(findings, graph)
    shown = (taught[:FIRST_FINDINGS], soft[:FIRST_SOFT_FINDINGS])
    captions = ("missing.caption-first", "missing.caption-first-soft")
    blocks: list[Block] = [
        Paragraph(words.text("needs.first-intro" if result.needs else "missing.first-intro")),
        *(
            _first_table(words.text(caption), first, result, graph, language)
            for caption, first in zip(captions, shown, strict=True)
            if first
        ),
    ]
    rest = len(findings) - sum(map(len, shown))
    if rest:
        blocks.append(Paragraph(words.text("missing.first-rest", count=rest), "muted"))
    return Section("constats", title, tuple(blocks))


def untrusted_section(result: MissingReport, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the findings of the areas of which too little was seen to conclude."""
    words = wording(language)
    findings = [finding for finding in result.findings if not result.is_trusted(finding)]
    if not findings:
        return ()
    intro = Paragraph(words.text("missing.untrusted-intro"), "attention")
    seen = tuple(
        Paragraph(
            words.text(
                "missing.area-seen",
                area=graph.catalog.areas[trust.area].title.in_language(language),
                seen=seen_text(trust, graph, language),
            )
        )
        for trust in result.trust
        if any(finding.area == trust.area for finding in findings)
    )
    table = _table(words.text("missing.caption-untrusted"), findings, result, graph, language, with_kind=True)
    return (Section("sans-conclusion", words.text("missing.section-untrusted"), (intro, *seen, table)),)


def work_section(result: MissingReport, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the steps to the two upper levels, built in the work situation."""
    words = wording(language)
    if not result.work_steps:
        return ()
    intro = Paragraph(words.text("missing.work-intro"))
    table = _table(
        words.text("missing.caption-work"), result.work_steps, result, graph, language, with_kind=True
    )
    return (Section("situation-de-travail", words.text("missing.section-work"), (intro, table)),)


def _told_apart(
    findings: Sequence[Finding], graph: SkillGraph
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings on knowledge and know-how, then those on ways of being, in their order."""
    soft = [is_soft(graph.competency(finding.competency)) for finding in findings]
    pairs = list(zip(findings, soft, strict=True))
    return tuple(one for one, is_so in pairs if not is_so), tuple(one for one, is_so in pairs if is_so)


def _first_table(
    caption: str, findings: Sequence[Finding], result: MissingReport, graph: SkillGraph, language: str
) -> Table:
    words = wording(language)
    names = ("competency", "kind", "need", "first-near")
    columns = tuple(
        Column(words.text(f"missing.column-{name}"), heads_row=name == "competency") for name in names
    )
    rows = tuple(
        (
            _competency_cell(finding, result, graph, language),
            _kind_cell(finding, language),
            _first_need_cell(finding, language),
            _trainings_cell(finding.nearest[:1], graph, language),
        )
        for finding in findings
    )
    return Table(caption, columns, rows)


def _kind_section(
    kind: str, findings: Sequence[Finding], result: MissingReport, graph: SkillGraph, language: str
) -> Section:
    words = wording(language)
    name = words.text(f"terms.finding.{kind}")
    title = words.text("missing.kind-title", kind=name[0].upper() + name[1:], count=len(findings))
    table = _table(words.text(f"missing.kind-caption.{kind}"), findings, result, graph, language)
    return Section(f"constat-{kind}", title, (Paragraph(words.text(f"missing.kind-meaning.{kind}")), table))


def _table(
    caption: str,
    findings: Sequence[Finding],
    result: MissingReport,
    graph: SkillGraph,
    language: str,
    *,
    with_kind: bool = False,
) -> Table:
    words = wording(language)
    served = any(finding.trainings for finding in findings)
    columns = (
        Column(words.text("missing.column-competency"), heads_row=True),
        *((Column(words.text("missing.column-kind")),) if with_kind else ()),
        Column(words.text("missing.column-need")),
        *((Column(words.text("missing.column-supply")),) if served else ()),
        Column(words.text("missing.column-nearest")),
        Column(words.text("missing.column-area-seen")),
    )
    rows = tuple(
        (
            _competency_cell(finding, result, graph, language),
            *((_kind_cell(finding, language),) if with_kind else ()),
            _need_cell(finding, graph, language),
            *((_trainings_cell(finding.trainings, graph, language),) if served else ()),
            _trainings_cell(finding.nearest, graph, language),
            _area_cell(finding, graph, language),
        )
        for finding in findings
    )
    return Table(caption, columns, rows)


def _competency_cell(finding: Finding, result: MissingReport, graph: SkillGraph, language: str) -> Cell:
    """Return the competency and its step; below, what else holds and the steps it keeps closed."""
    words = wording(language)
    competency = graph.competency(finding.competency)
    details = [step_text(competency, finding.from_level, finding.to_level, language)]
    if finding.also:
        also = tuple(words.text(f"terms.finding.{kind}") for kind in finding.also)
        details.append(words.text("missing.also", also=also))
    if finding.employers:
        families = tuple(words.text(f"terms.employer.{family}") for family in finding.employers)
        details.append(words.text("missing.fee-families", families=families))
    kept_closed = tuple(
        competency_step_text(graph.competency(other.competency), other.from_level, other.to_level, language)
        for other in (*result.findings, *result.work_steps)
        if other.caused_by and other.caused_by.key == finding.key
    )
    if kept_closed:
        details.append(words.text("missing.keeps-closed", steps=kept_closed))
    if finding.named:
        gaps = [gap_with_who(graph.catalog.named_gaps[name], graph, language) for name in finding.named]
        details.append(words.text("missing.named-too", gaps=listed(gaps, language, shown=1)))
    return Cell(competency.title.in_language(language), listed(details, language, shown=len(details)))


def _kind_cell(finding: Finding, language: str) -> Cell:
    words = wording(language)
    detail = words.text("missing.has-cause") if finding.caused_by else ""
    return Cell(words.text(f"terms.finding.{finding.kind}"), detail)


def _first_need_cell(finding: Finding, language: str) -> Cell:
    details = need_details(finding.need, language) if finding.need else []
    return Cell(need_text(finding, language), listed(details, language, shown=len(details)))


def _need_cell(finding: Finding, graph: SkillGraph, language: str) -> Cell:
    titles = [graph.profile(profile).title.in_language(language) for profile in finding.profiles]
    if finding.need is None:
        return Cell(need_text(finding, language), listed(titles, language))
    details = [*need_details(finding.need, language), *titles]
    shown = len(details) - len(titles) + 2
    return Cell(need_text(finding, language), listed(details, language, shown=shown))


def _trainings_cell(identifiers: Sequence[str], graph: SkillGraph, language: str) -> Cell:
    words = wording(language)
    if not identifiers:
        return Cell(words.text("missing.none-near"), tone="muted")
    trainings = [graph.training(identifier) for identifier in identifiers]
    lines = [
        words.text(
            "missing.training",
            title=training.title.in_language(language),
            provider=provider_title(graph, training, language),
            evidence=evidence_text(training, graph.day, language),
        )
        for training in trainings
    ]
    return Cell(listed(lines, language, shown=1))


def _area_cell(finding: Finding, graph: SkillGraph, language: str) -> Cell:
    """Return what was seen on the competency itself, then what was seen of its area, and from whom."""
    words = wording(language)
    names = [
        graph.catalog.providers[provider].title.in_language(language) for provider in finding.area_providers
    ]
    if not names:
        return Cell(words.text("missing.nothing-seen"))
    seen = trainings_seen_on(graph, finding.competency)
    return Cell(
        words.text("missing.seen-on", count=seen) if seen else words.text("missing.seen-on-none"),
        words.text(
            "missing.seen-in-area",
            trainings=words.text("missing.trainings", count=finding.area_trainings),
            providers=listed(names, language, shown=2),
        ),
    )
