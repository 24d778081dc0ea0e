"""The levels two profiles ask, competency by competency: a chart and its table, ways of being in words."""

from collections.abc import Sequence

from buyer_skills.analyses.comparisons import ComparedLevels, ProfileComparison
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import is_soft, level_scale, required_text
from buyer_skills.views.report_view import (
    Cell,
    Column,
    Figure,
    LevelChart,
    LevelPoint,
    Section,
    Table,
)


def levels_section(result: ProfileComparison, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the levels asked of what one knows and does; nothing when the profiles ask for none."""
    entries = [each for each in _by_area(result, graph) if not is_soft(graph.competency(each.competency))]
    if not entries:
        return ()
    words = wording(language)
    table = _table(words.text("compare.caption-levels"), entries, result, graph, language)
    figure = Figure(_chart(entries, result, graph, language), table)
    return (Section("niveaux", words.text("compare.section-levels"), (figure,)),)


def soft_section(result: ProfileComparison, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the ways of being both profiles ask for, as a table of words; nothing when they ask for none."""
    entries = [each for each in _by_area(result, graph) if is_soft(graph.competency(each.competency))]
    if not entries:
        return ()
    words = wording(language)
    table = _table(words.text("compare.caption-soft"), entries, result, graph, language)
    return (Section("savoir-etre", words.text("compare.section-soft"), (table,)),)


def _by_area(result: ProfileComparison, graph: SkillGraph) -> list[ComparedLevels]:
    rank = {area: index for index, area in enumerate(graph.catalog.areas)}
    entries = (*result.common, *result.more, *result.less)
    return sorted(entries, key=lambda each: (rank[graph.competency(each.competency).area], each.competency))


def _chart(
    entries: Sequence[ComparedLevels], result: ProfileComparison, graph: SkillGraph, language: str
) -> LevelChart:
    words = wording(language)
    same = sum(each.difference == 0 for each in entries)
    return LevelChart(
        title=words.text("compare.chart-title"),
        alternative=words.text("compare.chart-alternative", count=same, total=len(entries)),
        points=tuple(
            LevelPoint(
                label=graph.competency(each.competency).title.in_language(language),
                group=_area(each, graph, language),
                start=each.a,
                end=each.b,
            )
            for each in entries
        ),
        start_name=graph.profile(result.a).title.in_language(language),
        end_name=graph.profile(result.b).title.in_language(language),
        scale=level_scale(language),
    )


def _table(
    caption: str,
    entries: Sequence[ComparedLevels],
    result: ProfileComparison,
    graph: SkillGraph,
    language: str,
) -> Table:
    words = wording(language)
    columns = (
        Column(words.text("compare.column-competency"), heads_row=True),
        Column(graph.profile(result.a).title.in_language(language)),
        Column(graph.profile(result.b).title.in_language(language)),
        Column(words.text("compare.column-difference")),
    )
    rows = tuple(
        (
            Cell(graph.competency(each.competency).title.in_language(language), _area(each, graph, language)),
            _level_cell(each, each.a, graph, language),
            _level_cell(each, each.b, graph, language),
            _difference_cell(each, graph, language),
        )
        for each in entries
    )
    return Table(caption, columns, rows)


def _level_cell(each: ComparedLevels, level: int | None, graph: SkillGraph, language: str) -> Cell:
    if not level:
        return Cell(wording(language).text("compare.not-asked"), tone="muted")
    return Cell(required_text(graph.competency(each.competency), level, language))


def _difference_cell(each: ComparedLevels, graph: SkillGraph, language: str) -> Cell:
    words = wording(language)
    if not each.difference:
        return Cell(words.text("compare.as-much"))
    direction = "more" if each.difference > 0 else "less"
    if is_soft(graph.competency(each.competency)):
        return Cell(words.text(f"compare.soft-{direction}"))
    return Cell(words.text(f"compare.levels-{direction}", count=abs(each.difference)))


def _area(each: ComparedLevels, graph: SkillGraph, language: str) -> str:
    return graph.catalog.areas[graph.competency(each.competency).area].title.in_language(language)
