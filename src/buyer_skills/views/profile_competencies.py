"""What a job asks for: ways of being first and in words, then knowledge and know-how on the scale."""

from buyer_skills.analyses.profile_sheets import ProfileSheet, SheetRequirement
from buyer_skills.catalog.competencies import Competency
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import level_scale, level_with_cue, required_text
from buyer_skills.views.record_words import said_or
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Cell,
    Column,
    Figure,
    LevelChart,
    LevelPoint,
    Paragraph,
    Section,
    Table,
)
from buyer_skills.views.training_words import training_cell

DEGREES_NAMED = 8
"""Degrees named by a sheet; the others are counted."""

_UNTAUGHT = ("none", "degrees")
"""Ways of learning a step that leave a person in post without a course for it."""


def soft_section(sheet: ProfileSheet, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return what the job rests on: its ways of being, with what they look like at work."""
    if not sheet.soft:
        return ()
    words = wording(language)
    parts = []
    for one in sorted(sheet.soft, key=lambda one: -one.importance):
        competency = graph.competency(one.competency)
        blocks: list[Block] = [Paragraph(_soft_line(one, competency, words))]
        seen = competency.descriptors_at(competency.reads(one.level)) or competency.behaviours
        if seen:
            blocks.append(Bullets(tuple(text.in_language(language) for text in seen)))
        if competency.counter_example:
            example = competency.counter_example.in_language(language)
            blocks.append(Paragraph(words.text("profile.counter-example", example=example), "muted"))
        parts.append(
            Section(f"savoir-etre-{competency.id}", competency.title.in_language(language), tuple(blocks))
        )
    blocks_above = (Paragraph(words.text("profile.soft-intro")), *_validation(sheet, graph, words))
    return (Section("savoir-etre", words.text("profile.section-soft"), blocks_above, tuple(parts)),)


def rated_section(sheet: ProfileSheet, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the knowledge and know-how asked for, by area, with a chart and the same in a table."""
    if not sheet.rated:
        return ()
    words = wording(language)
    areas = list(graph.catalog.areas)
    ordered = sorted(sheet.rated, key=lambda one: areas.index(one.area))
    rated_levels = tuple(level_with_cue(level, language) for level in range(1, 5))
    blocks = (
        Paragraph(words.text("profile.rated-intro", levels=rated_levels)),
        Figure(_chart(sheet, ordered, graph, language), _table(sheet, ordered, graph, language)),
    )
    observed = _observed_section(ordered, graph, words)
    return (Section("savoirs", words.text("profile.section-rated"), blocks, observed),)


def learning_section(sheet: ProfileSheet, graph: SkillGraph, language: str) -> Section:
    """Return how each requirement can be learnt in this catalogue, and the degrees that lead there."""
    words = wording(language)
    columns = (
        Column(words.text("profile.column-competency"), heads_row=True),
        Column(words.text("profile.column-trainings")),
        Column(words.text("profile.column-last-step")),
    )
    rows = tuple(_learning_row(one, graph, words) for one in (*sheet.soft, *sheet.rated))
    blocks: list[Block] = [Paragraph(words.text("profile.learning-intro"))]
    if rows:
        blocks.append(Table(words.text("profile.caption-learning"), columns, rows))
    if sheet.degrees:
        titles = [_degree_line(degree, graph, language) for degree in sheet.degrees[:DEGREES_NAMED]]
        others = len(sheet.degrees) - len(titles)
        if others:
            titles.append(words.text("profile.other-degrees", count=others, profile=sheet.id))
        blocks += [
            Paragraph(words.text("profile.degrees-intro", count=len(sheet.degrees))),
            Bullets(tuple(titles)),
        ]
    else:
        blocks.append(Paragraph(words.text("profile.no-degree")))
    if sheet.degrees_by_title:
        named = [_degree_line(degree, graph, language) for degree in sheet.degrees_by_title]
        blocks += [
            Paragraph(words.text("profile.degrees-by-title", count=len(named))),
            Bullets(tuple(named)),
        ]
    return Section("se-former", words.text("profile.section-learning"), tuple(blocks))


def _observed_section(
    ordered: list[SheetRequirement], graph: SkillGraph, words: Wording
) -> tuple[Section, ...]:
    """Return what each competency means and, where it is described, what is seen at the level asked."""
    told = [one for one in ordered if _meaning(one, graph, words.language) or _observed(one, graph, words)]
    if not told:
        return ()
    names = ["competency", "meaning"]
    blocks: list[Block] = []
    if any(_observed(one, graph, words) for one in told):
        names.append("observed")
        blocks.append(Paragraph(words.text("profile.observed-intro")))
    columns = tuple(
        Column(words.text(f"profile.column-{name}"), heads_row=name == "competency") for name in names
    )
    rows = tuple(
        (
            Cell(
                graph.competency(one.competency).title.in_language(words.language),
                words.text(f"terms.level.{one.level}"),
            ),
            Cell(_meaning(one, graph, words.language)),
            Cell(_observed(one, graph, words)),
        )[: len(names)]
        for one in told
    )
    blocks.append(Table(words.text("profile.caption-observed"), columns, rows))
    return (Section("constater", words.text("profile.section-observed"), tuple(blocks)),)


def _meaning(one: SheetRequirement, graph: SkillGraph, language: str) -> str:
    return said_or(graph.competency(one.competency).description, language)


def _observed(one: SheetRequirement, graph: SkillGraph, words: Wording) -> str:
    seen = graph.competency(one.competency).descriptors_at(one.level)
    return "\n".join(
        words.text("referentiel.descriptor", text=text.in_language(words.language)) for text in seen
    )


def _validation(sheet: ProfileSheet, graph: SkillGraph, words: Wording) -> tuple[Block, ...]:
    """Say how many employers validated the sheet; references are not ours to validate."""
    if sheet.kind == "reference":
        return ()
    count = graph.profile(sheet.id).validated_by
    key = "profile.validated-by" if count else "profile.to-validate"
    return (Paragraph(words.text(key, count=count), "muted"),)


def _soft_line(one: SheetRequirement, competency: Competency, words: Wording) -> str:
    expected = words.text(
        "profile.soft-expected",
        level=required_text(competency, one.level, words.language),
        importance=words.text(f"terms.importance.{one.importance}"),
    )
    if competency.description is None:
        return expected
    return f"{competency.description.in_language(words.language)} {expected}"


def _chart(
    sheet: ProfileSheet, ordered: list[SheetRequirement], graph: SkillGraph, language: str
) -> LevelChart:
    words = wording(language)
    points = tuple(
        LevelPoint(
            label=graph.competency(one.competency).title.in_language(language),
            group=graph.catalog.areas[one.area].title.in_language(language),
            start=one.reference_level,
            end=one.level,
        )
        for one in ordered
    )
    key = "profile.chart-alternative-reference" if sheet.based_on else "profile.chart-alternative"
    return LevelChart(
        title=words.text("profile.chart-title"),
        alternative=words.text(key, count=len(points)),
        points=points,
        start_name=words.text("profile.reference-level") if sheet.based_on else "",
        end_name=words.text("profile.required-level"),
        scale=level_scale(language),
    )


def _table(sheet: ProfileSheet, ordered: list[SheetRequirement], graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    headings = ["column-competency", "column-level", "column-importance"]
    if sheet.based_on:
        headings.append("column-reference")
    columns = tuple(
        Column(words.text(f"profile.{heading}"), heads_row=heading == "column-competency")
        for heading in headings
    )
    reasons = {one.competency: one.reason for one in graph.profile(sheet.id).requirements}
    rows = []
    for one in ordered:
        competency = graph.competency(one.competency)
        reason = reasons[one.competency]
        cells = [
            Cell(
                competency.title.in_language(language),
                graph.catalog.areas[one.area].title.in_language(language),
            ),
            Cell(level_with_cue(one.level, language)),
            Cell(
                words.text(f"terms.importance.{one.importance}"),
                reason.in_language(language) if reason else "",
            ),
        ]
        if sheet.based_on:
            known = one.reference_level is not None
            level = (
                words.text(f"terms.level.{one.reference_level}") if known else words.text("profile.not-asked")
            )
            cells.append(Cell(level))
        rows.append(tuple(cells))
    return Table(words.text("profile.caption-rated"), columns, tuple(rows))


def _learning_row(one: SheetRequirement, graph: SkillGraph, words: Wording) -> tuple[Cell, ...]:
    competency = graph.competency(one.competency)
    level = required_text(competency, one.level, words.language)
    aim = words.text("profile.up-to", level=level)
    if one.level > 1 and one.first_step in _UNTAUGHT and one.first_step != one.last_step:
        first = required_text(competency, 1, words.language)
        then = "-then-practice" if one.last_step == "practice" else ""
        aim = words.text(f"profile.first-step-{one.first_step}{then}", aim=aim, level=first)
    return (
        Cell(competency.title.in_language(words.language)),
        _found_cell(one, words),
        Cell(words.text(f"profile.last-step.{one.last_step}"), aim),
    )


def _found_cell(one: SheetRequirement, words: Wording) -> Cell:
    """Return the continuing trainings found, and the degrees beside: few people in post go back to those."""
    degrees = words.text("list.degrees", count=one.degrees) if one.degrees else ""
    if not one.trainings:
        kind = "initial-only" if one.degrees else "absent"
        return Cell(words.text(f"terms.finding.{kind}"), degrees, "attention")
    known = (
        words.text("profile.well-known", count=one.well_known)
        if one.well_known
        else words.text("profile.none-known", count=one.trainings)
    )
    detail = words.text("profile.beside-degrees", known=known, degrees=degrees) if degrees else known
    return Cell(words.text("profile.trainings", count=one.trainings), detail)


def _degree_line(degree: str, graph: SkillGraph, language: str) -> str:
    cell = training_cell(graph, graph.training(degree), language)
    return f"{cell.text} ({cell.detail})"
