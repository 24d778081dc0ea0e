"""The supply map: competency by competency and step by step, how many trainings and how far to trust them."""

from collections.abc import Sequence

from buyer_skills.analyses.findings import TOP_LEVEL
from buyer_skills.analyses.needed_steps import NeededStep
from buyer_skills.analyses.supply import MissingReport
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.trainings import EVIDENCE_ORDER
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import is_soft
from buyer_skills.views.report_view import (
    Cell,
    Column,
    Figure,
    Paragraph,
    Section,
    SupplyCell,
    SupplyChart,
    SupplyRow,
    Table,
)

_LEVELS = (1, 2, 3, 4)

Row = tuple[Competency, tuple[NeededStep, ...]]
"""A competency and its four steps; a step nobody asks for has no demand."""


def supply_map_section(result: MissingReport, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the map of what is offered for each step asked for; ways of being in a table of words."""
    words = wording(language)
    rows = _rows(result, graph)
    hard = [row for row in rows if not is_soft(row[0])]
    soft = [row for row in rows if is_soft(row[0])]
    blocks: list[Paragraph | Figure | Table] = []
    if hard:
        table = _table(words.text("missing.caption-map"), hard, _step_names(language), graph, language)
        blocks += [Paragraph(words.text("missing.map-intro")), Figure(_chart(hard, graph, language), table)]
    if soft:
        names = tuple(words.text(f"terms.soft-level.{level}") for level in (1, 2, 3))
        blocks.append(_table(words.text("missing.caption-soft-map"), soft, names, graph, language))
    if not blocks:
        return ()
    return (Section("carte", words.text("missing.section-map"), tuple(blocks)),)


def _rows(result: MissingReport, graph: SkillGraph) -> list[Row]:
    needed = {step.key: step for step in result.steps}
    competencies = dict.fromkeys(step.competency for step in result.steps)
    return [
        (
            graph.competency(competency),
            tuple(
                needed.get((competency, level)) or NeededStep.of(graph, competency, level)
                for level in _LEVELS
            ),
        )
        for competency in competencies
    ]


def _chart(rows: Sequence[Row], graph: SkillGraph, language: str) -> SupplyChart:
    words = wording(language)
    holes = sum(bool(step.demand and not step.trainings) for _, steps in rows for step in steps)
    asked = sum(bool(step.demand) for _, steps in rows for step in steps)
    return SupplyChart(
        title=words.text("missing.map-title"),
        alternative=words.text("missing.map-alternative", count=holes, total=asked),
        steps=_step_names(language),
        evidences=tuple(words.text(f"terms.evidence.{evidence}") for evidence in EVIDENCE_ORDER),
        rows=tuple(
            SupplyRow(
                label=competency.title.in_language(language),
                group=graph.catalog.areas[competency.area].title.in_language(language),
                cells=tuple(
                    SupplyCell(
                        tuple(step.evidence[evidence] for evidence in EVIDENCE_ORDER),
                        needed=bool(step.demand),
                    )
                    for step in steps
                ),
            )
            for competency, steps in rows
        ),
        hole_name=words.text("missing.hole"),
        unneeded_name=words.text("missing.unneeded"),
    )


def _step_names(language: str) -> tuple[str, ...]:
    words = wording(language)
    return tuple(words.text("missing.step-to", level=words.text(f"terms.level.{level}")) for level in _LEVELS)


def _table(
    caption: str, rows: Sequence[Row], names: tuple[str, ...], graph: SkillGraph, language: str
) -> Table:
    columns = (
        Column(wording(language).text("missing.column-competency"), heads_row=True),
        *(Column(name) for name in names),
    )
    return Table(
        caption,
        columns,
        tuple(
            (
                Cell(
                    competency.title.in_language(language),
                    graph.catalog.areas[competency.area].title.in_language(language),
                ),
                *(_cell(step, language) for step in steps[: len(names)]),
            )
            for competency, steps in rows
        ),
    )


def _cell(step: NeededStep, language: str) -> Cell:
    words = wording(language)
    if not step.trainings:
        if not step.demand:
            return Cell(words.text("missing.unneeded"), tone="muted")
        kind = "practice-only" if step.practice or step.to_level == TOP_LEVEL else "absent"
        return Cell(words.text(f"terms.finding.{kind}"), tone="attention")
    shares = tuple(
        words.text("report.method.share", number=number, evidence=words.text(f"terms.evidence.{evidence}"))
        for evidence, number in step.evidence.items()
        if number
    )
    detail = ", ".join(shares)
    if not step.demand:
        detail = words.text("missing.not-asked", shares=detail)
    return Cell(words.text("missing.trainings", count=len(step.trainings)), detail)
