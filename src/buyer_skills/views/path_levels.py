"""Levels before and after a path, against what the job asks for."""

from buyer_skills.analyses.paths.result import TrainingPath
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.profiles import Requirement
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import held_text, is_soft, level_scale, required_text
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


def before_after_section(result: TrainingPath, graph: SkillGraph, buyer: Buyer, language: str) -> Section:
    """Return the section of levels: a chart for what is rated on the scale, words for ways of being."""
    words = wording(language)
    asked = [one for one in graph.profile(result.profile).requirements if one.level]
    rated = [one for one in asked if not is_soft(graph.competency(one.competency))]
    soft = [one for one in asked if is_soft(graph.competency(one.competency))]
    blocks: list[Block] = []
    if rated:
        table = _table(result, graph, buyer, rated, "path.caption-levels", language)
        blocks.append(Figure(_chart(result, graph, buyer, rated, language), table))
    if soft:
        blocks.append(Paragraph(words.text("path.soft-intro")))
        blocks.append(_table(result, graph, buyer, soft, "path.caption-soft", language))
    return Section("avant-apres", words.text("path.section-levels"), tuple(blocks))


def _chart(
    result: TrainingPath, graph: SkillGraph, buyer: Buyer, requirements: list[Requirement], language: str
) -> LevelChart:
    words = wording(language)
    areas = graph.catalog.areas
    ordered = sorted(requirements, key=lambda one: list(areas).index(graph.competency(one.competency).area))
    points = tuple(
        LevelPoint(
            label=graph.competency(one.competency).title.in_language(language),
            group=areas[graph.competency(one.competency).area].title.in_language(language),
            start=buyer.level_of(one.competency),
            end=level_after(result, buyer, one.competency),
            target=one.level,
        )
        for one in ordered
    )
    return LevelChart(
        title=words.text("path.levels-title"),
        alternative=words.text("path.levels-alternative", count=len(points)),
        points=points,
        start_name=words.text("path.before"),
        end_name=words.text("path.after"),
        scale=level_scale(language),
        target_name=words.text("path.required"),
    )


def _table(
    result: TrainingPath,
    graph: SkillGraph,
    buyer: Buyer,
    requirements: list[Requirement],
    caption: str,
    language: str,
) -> Table:
    words = wording(language)
    columns = (
        Column(words.text("path.column-competency"), heads_row=True),
        Column(words.text("path.before")),
        Column(words.text("path.after")),
        Column(words.text("path.required")),
    )
    rows = []
    for one in requirements:
        competency = graph.competency(one.competency)
        after = level_after(result, buyer, one.competency)
        rows.append(
            (
                Cell(
                    competency.title.in_language(language), words.text(f"terms.importance.{one.importance}")
                ),
                Cell(held_text(competency, buyer.level_of(one.competency), language)),
                Cell(
                    held_text(competency, after, language), tone="good" if after >= one.level else "attention"
                ),
                Cell(required_text(competency, one.level, language)),
            )
        )
    return Table(words.text(caption), columns, tuple(rows))


def level_after(result: TrainingPath, buyer: Buyer, competency: str) -> int:
    """Return the level of ``competency`` after the path, at least what was held."""
    return max(buyer.level_of(competency), result.levels_after.get(competency, 0))
