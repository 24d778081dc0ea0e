"""The gaps that others named, beside what is found here: found too, not found, undecided, apart, unnamed."""

from collections import Counter
from collections.abc import Sequence

from buyer_skills.analyses.named_gaps import GAP_STATUSES, NamedGapStanding
from buyer_skills.analyses.needed_steps import surest_first
from buyer_skills.analyses.results import Step
from buyer_skills.analyses.supply import MissingReport
from buyer_skills.catalog.named_gaps import NamedGap
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import competency_step_text
from buyer_skills.views.listing import SHOWN, listed
from buyer_skills.views.missing_people import demand_text
from buyer_skills.views.report_view import Block, Bullets, Cell, Column, Paragraph, Section, Table
from buyer_skills.views.standing_words import publishers
from buyer_skills.views.training_words import evidence_text, partial_date_text, provider_title

UNNAMED_SHOWN = 10
"""Findings that nobody else named, written out before the rest is counted."""


def named_section(
    result: MissingReport, graph: SkillGraph, language: str, *, brief: bool = False
) -> tuple[Section, ...]:
    """Return what others named beside what is found here; nothing when the catalogue holds no named gap.

    ``brief`` leaves out what each source says beyond its title and figure.
    """
    if not graph.catalog.named_gaps:
        return ()
    words = wording(language)
    parts = []
    for status in GAP_STATUSES:
        standings = [each for each in result.named if each.status == status]
        if standings:
            title = words.text(f"named.title.{status}", count=len(standings))
            table = _table(standings, graph, language, brief=brief)
            blocks = (Paragraph(words.text(f"named.meaning.{status}")), table)
            parts.append(Section(f"lacunes-{status}", title, blocks))
    parts.append(_unnamed(result, graph, language))
    intro = words.text("named.intro" if result.named else "named.none-in-scope")
    return (Section("lacunes-nommees", words.text("named.section"), (Paragraph(intro),), tuple(parts)),)


def named_line(result: MissingReport, graph: SkillGraph, language: str) -> tuple[str, ...]:
    """Return the line of the first lines that counts named gaps; nothing when there is none in scope."""
    words = wording(language)
    if not result.named:
        return ()
    shares = []
    for status in GAP_STATUSES:
        standings = [each for each in result.named if each.status == status]
        if standings:
            share = words.text(f"named.lead-share.{status}", count=len(standings))
            if status == "found":
                title = graph.catalog.named_gaps[standings[0].gap].title.in_language(language)
                share = words.text("named.lead-first", share=share, title=title)
            shares.append(share)
    together = listed(shares, language, shown=len(shares))
    return (words.text("named.lead", count=len(result.named), shares=together),)


def gap_with_who(gap: NamedGap, graph: SkillGraph, language: str) -> str:
    """Return the title of a named gap and, in brackets, who names it and when."""
    return wording(language).text(
        "named.title-who", title=gap.title.in_language(language), who=_who(gap, graph, language)
    )


def _who(gap: NamedGap, graph: SkillGraph, language: str) -> str:
    """Return who names a gap, with the source's own date; said to be unknown when it is."""
    words = wording(language)
    named = publishers(graph, gap.sources, language)
    who = listed(named, language) if named else words.text("named.source-unknown")
    dated = partial_date_text(gap.date, language) if gap.date else words.text("named.date-unknown")
    return words.text("named.who", who=who, date=dated)


def _table(standings: Sequence[NamedGapStanding], graph: SkillGraph, language: str, *, brief: bool) -> Table:
    words = wording(language)
    status = standings[0].status
    names = ("gap", "who", "concerns", *(() if status == "apart" else ("here",)))
    columns = tuple(Column(words.text(f"named.column-{name}"), heads_row=name == "gap") for name in names)
    rows = tuple(
        (
            _gap_cell(graph.catalog.named_gaps[each.gap], language, brief=brief),
            _who_cell(graph.catalog.named_gaps[each.gap], graph, language),
            _concerns_cell(graph.catalog.named_gaps[each.gap], language),
            *_here_cells(each, graph, language, brief=brief),
        )
        for each in standings
    )
    return Table(words.text(f"named.caption.{status}"), columns, rows)


def _gap_cell(gap: NamedGap, language: str, *, brief: bool) -> Cell:
    """Return the gap, what its source says and its figure; briefly, the figure alone.

    A figure stands in French only: elsewhere the text, which gives it too, is shown instead.
    """
    figure = ""
    if gap.figure and language == "fr":
        figure = wording(language).text("named.figure", figure=gap.figure)
    text = gap.text.in_language(language)
    if brief:
        return Cell(gap.title.in_language(language), figure or (text if gap.figure else ""))
    note = gap.note.in_language(language) if gap.note else ""
    return Cell(gap.title.in_language(language), " ".join(part for part in (text, figure, note) if part))


def _who_cell(gap: NamedGap, graph: SkillGraph, language: str) -> Cell:
    return Cell(_who(gap, graph, language), wording(language).text(f"named.standing.{gap.standing}"))


def _concerns_cell(gap: NamedGap, language: str) -> Cell:
    words = wording(language)
    families = [words.text(f"terms.employer.{family}") for family in gap.employers]
    employers = listed(families, language, shown=len(families)) or words.text("named.all-employers")
    if gap.concerns:
        return Cell(gap.concerns.in_language(language), employers)
    return Cell(employers)


def _here_cells(
    standing: NamedGapStanding, graph: SkillGraph, language: str, *, brief: bool
) -> tuple[Cell, ...]:
    """Return the cell that says what is found here; none for a gap that is not judged."""
    if standing.status == "apart":
        return ()
    makers = {"found": _found_cell, "inconclusive": _undecided_cell, "not-found": _supplied_cell}
    return (makers[standing.status](standing, graph, language, brief=brief),)


def _found_cell(standing: NamedGapStanding, graph: SkillGraph, language: str, *, brief: bool) -> Cell:
    """Return how many of its steps lack here, and which; briefly, how many of each kind."""
    words = wording(language)
    if brief:
        kinds = Counter(finding.kind for finding in standing.lacks)
        lines = [
            words.text("missing.lead-share", number=number, kind=words.text(f"terms.finding.{kind}"))
            for kind, number in kinds.items()
        ]
    else:
        lines = [
            words.text(
                "named.finding",
                step=_step(finding, graph, language),
                kind=words.text(f"terms.finding.{finding.kind}"),
            )
            for finding in standing.lacks
        ]
    details = [listed(lines, language)]
    undecided = sum(finding.is_lack and not finding.conclusive for finding in standing.findings)
    if undecided:
        details.append(words.text("named.undecided-count", count=undecided))
    count = words.text("named.found-count", count=len(standing.lacks), total=standing.steps)
    return Cell(count, listed(details, language), "attention")


def _undecided_cell(standing: NamedGapStanding, graph: SkillGraph, language: str, *, brief: bool) -> Cell:
    words = wording(language)
    lines = [_step(finding, graph, language) for finding in standing.findings if finding.is_lack]
    detail = words.text("named.undecided-steps", steps=listed(lines, language, shown=1 if brief else SHOWN))
    return Cell(words.text("missing.insufficient"), detail, "attention")


def _supplied_cell(standing: NamedGapStanding, graph: SkillGraph, language: str, *, brief: bool) -> Cell:
    """Return the trainings seen for its steps, the surest first, and the steps one body alone offers."""
    words = wording(language)
    found = dict.fromkeys(name for step in standing.supplied for name in step.trainings)
    # Degrees come last: someone in post does not follow them.
    trainings = sorted(surest_first(map(graph.training, found)), key=lambda each: each.kind == "degree")
    lines = [
        words.text(
            "missing.training",
            title=training.title.in_language(language),
            provider=provider_title(graph, training, language),
            evidence=evidence_text(training, graph.day, language),
        )
        for training in trainings
    ]
    details = [listed(lines, language, shown=1 if brief else SHOWN)]
    if standing.findings:
        alone = [_step(finding, graph, language) for finding in standing.findings]
        details.append(words.text("named.one-body", steps=listed(alone, language)))
    count = words.text("missing.trainings", count=len(trainings))
    text = words.text("named.supplied-count", trainings=count, count=standing.steps)
    return Cell(text, listed(details, language))


def _unnamed(result: MissingReport, graph: SkillGraph, language: str) -> Section:
    """Return the findings that no source named: how many, and the first of them."""
    words = wording(language)
    title = words.text("named.title-unnamed", count=len(result.unnamed))
    if not result.unnamed:
        return Section("lacunes-non-nommees", title, (Paragraph(words.text("named.no-unnamed")),))
    known = {finding.key: finding for finding in result.findings}
    heads = [known[step.key] for step in result.unnamed[:UNNAMED_SHOWN]]
    blocks: list[Block] = [Paragraph(words.text("named.unnamed-intro"))]
    blocks.append(
        Bullets(
            tuple(
                words.text(
                    "named.unnamed",
                    step=_step(finding, graph, language),
                    kind=words.text(f"terms.finding.{finding.kind}"),
                    demand=demand_text(finding, language),
                )
                for finding in heads
            )
        )
    )
    rest = len(result.unnamed) - len(heads)
    if rest:
        blocks.append(Paragraph(words.text("named.unnamed-rest", count=rest), "muted"))
    return Section("lacunes-non-nommees", title, tuple(blocks))


def _step(step: Step, graph: SkillGraph, language: str) -> str:
    competency = graph.competency(step.competency)
    return competency_step_text(competency, step.from_level, step.to_level, language)
