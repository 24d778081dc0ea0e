"""The part of a gap report that goes through each competency: chart and table, ways of being in words."""

from collections.abc import Sequence

from buyer_skills.analyses.gaps import GapAnalysis, RequirementGap
from buyer_skills.catalog.competencies import Heading
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import held_text, is_soft, level_scale, level_with_cue, required_text
from buyer_skills.views.report_view import (
    Block,
    Cell,
    Column,
    Figure,
    LevelChart,
    LevelPoint,
    Paragraph,
    Section,
    Table,
)


def levels_section(result: GapAnalysis, graph: SkillGraph, language: str) -> Section:
    """Return held against required for what one knows and does: a chart and the same as a table."""
    words = wording(language)
    entries = [entry for entry in _by_area(result, graph) if not is_soft(graph.competency(entry.competency))]
    unasked = len(result.gaps) - len(result.asked)
    blocks: list[Block] = []
    if entries:
        blocks.append(Figure(_chart(entries, graph, language), _levels_table(entries, graph, language)))
    else:
        blocks.append(Paragraph(words.text("gap.only-soft")))
    if unasked:
        blocks.append(Paragraph(words.text("gap.unasked", count=unasked), "muted"))
    return Section("niveaux", words.text("gap.section-levels"), tuple(blocks))


def _chart(entries: Sequence[RequirementGap], graph: SkillGraph, language: str) -> LevelChart:
    words = wording(language)
    met = sum(not entry.gap for entry in entries)
    return LevelChart(
        title=words.text("gap.chart-title"),
        alternative=words.text("gap.chart-alternative", count=met, total=len(entries)),
        points=tuple(
            LevelPoint(
                label=graph.competency(entry.competency).title.in_language(language),
                group=_area(graph, entry).title.in_language(language),
                start=entry.held,
                end=entry.required,
            )
            for entry in entries
        ),
        start_name=words.text("gap.column-held"),
        end_name=words.text("gap.column-required"),
        scale=level_scale(language),
    )


def _levels_table(entries: Sequence[RequirementGap], graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    rows = tuple(
        (
            Cell(
                graph.competency(entry.competency).title.in_language(language),
                _area(graph, entry).title.in_language(language),
            ),
            Cell(words.text(f"terms.level.{entry.held}")),
            Cell(level_with_cue(entry.required, language)),
            _gap_cell(entry, language),
            importance_cell(entry, language),
        )
        for entry in entries
    )
    return Table(words.text("gap.caption-levels"), _level_columns(language), rows)


def soft_section(result: GapAnalysis, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the ways of being the profile asks for, as a table of words; nothing when it asks for none."""
    words = wording(language)
    entries = [entry for entry in _by_area(result, graph) if is_soft(graph.competency(entry.competency))]
    if not entries:
        return ()
    rows = tuple(
        (
            Cell(graph.competency(entry.competency).title.in_language(language)),
            Cell(held_text(graph.competency(entry.competency), entry.held, language)),
            Cell(required_text(graph.competency(entry.competency), entry.required, language)),
            _soft_gap_cell(entry, language),
            importance_cell(entry, language),
        )
        for entry in entries
    )
    table = Table(words.text("gap.caption-soft"), _level_columns(language), rows)
    return (
        Section(
            "savoir-etre", words.text("gap.section-soft"), (Paragraph(words.text("gap.soft-intro")), table)
        ),
    )


def _level_columns(language: str) -> tuple[Column, ...]:
    words = wording(language)
    return (
        Column(words.text("gap.column-competency"), heads_row=True),
        Column(words.text("gap.column-held")),
        Column(words.text("gap.column-required")),
        Column(words.text("gap.column-gap")),
        Column(words.text("gap.column-importance")),
    )


def importance_cell(entry: RequirementGap, language: str) -> Cell:
    """Return how much a requirement weighs, in words."""
    return Cell(wording(language).text(f"terms.importance.{entry.importance}"))


def _by_area(result: GapAnalysis, graph: SkillGraph) -> list[RequirementGap]:
    """Return the requirements above level 0, area by area in the catalogue's order."""
    rank = {area: index for index, area in enumerate(graph.catalog.areas)}
    return sorted(
        result.asked, key=lambda entry: rank.get(graph.competency(entry.competency).area, len(rank))
    )


def _area(graph: SkillGraph, entry: RequirementGap) -> Heading:
    return graph.catalog.areas[graph.competency(entry.competency).area]


def _gap_cell(entry: RequirementGap, language: str) -> Cell:
    words = wording(language)
    if entry.gap:
        return Cell(words.text("gap.levels-short", count=entry.gap), tone="attention")
    if entry.surplus:
        return Cell(words.text("gap.above"), tone="good")
    return Cell(words.text("gap.met"), tone="good")


def _soft_gap_cell(entry: RequirementGap, language: str) -> Cell:
    words = wording(language)
    if entry.gap:
        return Cell(words.text("gap.soft-short"), tone="attention")
    return Cell(words.text("gap.met"), tone="good")
