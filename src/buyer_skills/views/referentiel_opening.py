"""What opens the document of the framework: overview, how to use it, the scale, the roles."""

from buyer_skills.analyses.frameworks import Framework, FrameworkArea, FrameworkRole
from buyer_skills.catalog.competencies import TOP_SOFT_LEVEL
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import level_scale
from buyer_skills.views.record_words import competency_title, heading_title
from buyer_skills.views.referentiel_places import area_place
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Cell,
    Column,
    Definitions,
    Paragraph,
    Section,
    Table,
)


def overview_section(framework: Framework, graph: SkillGraph, language: str) -> Section:
    """Return the areas with the number of their competencies, by kind; the last row adds them up."""
    words = wording(language)
    names = ("area", "savoir", "savoir-faire", "savoir-etre", "all")
    columns = tuple(
        Column(
            words.text(f"referentiel.column-{name}"),
            "left" if name == "area" else "right",
            heads_row=name == "area",
        )
        for name in names
    )
    rows = [
        (
            Cell(
                heading_title(graph, "area", area.id, language),
                area.id,
                goes_to=area_place(area.id, framework),
            ),
            *_counts([area]),
        )
        for area in framework.areas
    ]
    if len(rows) > 1:
        rows.append((Cell(words.text("referentiel.all-areas")), *_counts(framework.areas)))
    table = Table(words.text("referentiel.caption-overview"), columns, tuple(rows))
    return Section("ensemble", words.text("referentiel.section-overview"), (table,))


def workshop_section(language: str) -> Section:
    """Return how to use the document with others."""
    words = wording(language)
    steps = tuple(
        words.text(f"referentiel.workshop-{step}") for step in ("choose", "soft", "level", "note", "keep")
    )
    blocks = (
        Paragraph(words.text("referentiel.workshop-intro")),
        Bullets(steps, numbered=True),
        Paragraph(words.text("referentiel.workshop-more"), "muted"),
    )
    return Section("atelier", words.text("referentiel.section-workshop"), blocks)


def scale_section(language: str) -> Section:
    """Return the scale of levels, and the degrees of ways of being, which have no number."""
    words = wording(language)
    blocks = (
        Paragraph(words.text("referentiel.scale-intro")),
        _levels_table(words),
        Paragraph(words.text("referentiel.scale-soft")),
        _degrees_table(words),
    )
    return Section("echelle", words.text("referentiel.section-scale"), blocks)


def roles_section(framework: Framework, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the roles and what serves them, by area; one role alone needs no table."""
    if not framework.roles:
        return ()
    words = wording(language)
    blocks: list[Block] = [
        Paragraph(words.text("referentiel.roles-intro")),
        Definitions(tuple(_role_pair(role, graph, words) for role in framework.roles), beside=True),
    ]
    if len(framework.roles) > 1:
        blocks.append(_roles_table(framework, graph, words))
        blocks += _without_role(framework, words)
    return (Section("roles", words.text("referentiel.section-roles"), tuple(blocks)),)


def _counts(areas: tuple[FrameworkArea, ...] | list[FrameworkArea]) -> tuple[Cell, ...]:
    numbers = (
        sum(area.savoir for area in areas),
        sum(area.savoir_faire for area in areas),
        sum(area.savoir_etre for area in areas),
    )
    return tuple(Cell(str(number)) for number in (*numbers, sum(numbers)))


def _levels_table(words: Wording) -> Table:
    columns = (
        Column(words.text("referentiel.column-number"), "center"),
        Column(words.text("referentiel.column-word"), heads_row=True),
        Column(words.text("referentiel.column-cue")),
    )
    rows = tuple(
        (
            Cell(str(level)),
            Cell(name),
            Cell(words.text(f"terms.level-cue.{level}") if level else words.text("referentiel.cue-0")),
        )
        for level, name in enumerate(level_scale(words.language))
    )
    return Table(words.text("referentiel.caption-scale"), columns, rows)


def _degrees_table(words: Wording) -> Table:
    columns = (
        Column(words.text("referentiel.column-degree"), heads_row=True),
        Column(words.text("referentiel.column-cue")),
    )
    rows = tuple(
        (Cell(words.text(f"terms.soft-level.{degree}")), Cell(words.text(f"referentiel.soft-cue-{degree}")))
        for degree in range(1, TOP_SOFT_LEVEL + 1)
    )
    return Table(words.text("referentiel.caption-soft-scale"), columns, rows)


def _role_pair(role: FrameworkRole, graph: SkillGraph, words: Wording) -> tuple[str, str]:
    heading = graph.catalog.roles[role.id]
    served = words.text("referentiel.role-unserved")
    if role.competencies:
        kinds = [graph.competency(name).kind for name in role.competencies]
        soft = kinds.count("savoir-etre")
        shown = words.text("referentiel.lead-soft", count=soft) if soft else ""
        served = words.text("referentiel.role-served", count=len(kinds), soft=shown, role=role.id)
    description = heading.description.in_language(words.language) if heading.description else ""
    return heading.title.in_language(words.language), f"{description} {served}".strip()


def _roles_table(framework: Framework, graph: SkillGraph, words: Wording) -> Table:
    language = words.language
    columns = (
        Column(words.text("referentiel.column-area"), heads_row=True),
        *(Column(heading_title(graph, "role", role.id, language)) for role in framework.roles),
    )
    rows = []
    if framework.soft:
        soft = {one.id for one in framework.soft}
        rows.append((Cell(words.text("referentiel.soft-row")), *_served(framework, soft, graph, words)))
    for area in framework.areas:
        rated = {one.id for one in framework.rated if one.record.area == area.id}
        if rated:
            title = heading_title(graph, "area", area.id, language)
            cell = Cell(title, goes_to=area_place(area.id, framework))
            rows.append((cell, *_served(framework, rated, graph, words)))
    return Table(words.text("referentiel.caption-roles"), columns, tuple(rows))


def _served(framework: Framework, among: set[str], graph: SkillGraph, words: Wording) -> tuple[Cell, ...]:
    cells = []
    for role in framework.roles:
        titles = [
            competency_title(graph, name, words.language) for name in role.competencies if name in among
        ]
        cells.append(Cell("\n".join(titles) or words.text("referentiel.no-cell")))
    return tuple(cells)


def _without_role(framework: Framework, words: Wording) -> list[Block]:
    titles = tuple(
        one.record.title.in_language(words.language) for one in framework.competencies if not one.record.roles
    )
    if not titles:
        return []
    return [Paragraph(words.text("referentiel.without-role", count=len(titles), titles=titles), "muted")]
