"""The sheets of the framework: ways of being first and in words, then competencies area by area."""

from collections.abc import Iterator

from buyer_skills.analyses.frameworks import Framework, FrameworkCompetency
from buyer_skills.catalog.competencies import Competency, LevelDescription
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import is_soft, required_text
from buyer_skills.views.record_words import heading_title
from buyer_skills.views.referentiel_facts import competency_facts
from buyer_skills.views.referentiel_places import SOFT, area_place, competency_place
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

LINES_TO_WRITE = 3
"""Empty lines left under each sheet, on paper."""


def soft_section(framework: Framework, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the sheets of the ways of being; nothing when there is none in scope."""
    if not framework.soft:
        return ()
    words = wording(language)
    blocks = (Paragraph(words.text("referentiel.soft-intro")),)
    sheets = tuple(_sheet(one, graph, words) for one in framework.soft)
    return (Section(SOFT, words.text("referentiel.section-soft"), blocks, sheets),)


def area_sections(framework: Framework, graph: SkillGraph, language: str) -> Iterator[Section]:
    """Yield the sheets of knowledge and know-how, one section an area."""
    words = wording(language)
    for area in framework.areas:
        rated = [one for one in framework.rated if one.record.area == area.id]
        if not rated:
            continue
        heading = graph.catalog.areas[area.id]
        blocks: list[Block] = []
        if heading.description:
            blocks.append(Paragraph(heading.description.in_language(language)))
        soft = tuple(
            one.record.title.in_language(language) for one in framework.soft if one.record.area == area.id
        )
        if soft:
            blocks.append(Paragraph(words.text("referentiel.soft-of-area", titles=soft), "muted"))
        sheets = tuple(_sheet(one, graph, words) for one in rated)
        yield Section(
            area_place(area.id, framework), heading.title.in_language(language), tuple(blocks), sheets
        )


def _sheet(one: FrameworkCompetency, graph: SkillGraph, words: Wording) -> Section:
    record, language = one.record, words.language
    blocks: list[Block] = [Paragraph(_meta(record, graph, words), "muted")]
    if record.validated_by:
        blocks.append(Paragraph(words.text("referentiel.validated-by", count=record.validated_by), "good"))
    if record.description:
        blocks.append(Paragraph(record.description.in_language(language)))
    if record.situation:
        term = words.text("referentiel.scene" if is_soft(record) else "referentiel.situation")
        blocks.append(Definitions(((term, record.situation.in_language(language)),), beside=True))
    blocks.append(_levels(record, words))
    if is_soft(record):
        blocks += _at_work(record, words)
    blocks.append(competency_facts(one, graph, language))
    discuss, prompt = words.text("referentiel.discuss"), words.text("referentiel.discuss-prompt")
    blocks.append(Callout(discuss, prompt, "plain", room=LINES_TO_WRITE))
    return Section(competency_place(record.id), record.title.in_language(language), tuple(blocks), whole=True)


def _meta(record: Competency, graph: SkillGraph, words: Wording) -> str:
    """Return what sorts a competency: its kind (its area for a way of being), phase, roles, themes and id."""
    language = words.language
    parts = [words.text(f"terms.competency-kind.{record.kind}")]
    if is_soft(record):
        area = heading_title(graph, "area", record.area, language)
        parts = [words.text("referentiel.meta-area", area=area)]
    if record.phase:
        phase = heading_title(graph, "phase", record.phase, language)
        parts.append(words.text("referentiel.meta-phase", phase=phase))
    if record.roles:
        roles = tuple(heading_title(graph, "role", role, language) for role in record.roles)
        parts.append(words.text("referentiel.meta-roles", count=len(roles), roles=roles))
    if record.themes:
        themes = tuple(heading_title(graph, "theme", theme, language) for theme in record.themes)
        parts.append(words.text("referentiel.meta-themes", count=len(themes), themes=themes))
    return words.text("report.list-separator").join([*parts, record.id])


def _levels(record: Competency, words: Wording) -> Block:
    soft = is_soft(record)
    if not record.levels:
        return Paragraph(words.text("referentiel.no-degrees" if soft else "referentiel.no-levels"), "muted")
    columns = (
        Column(
            words.text("referentiel.column-degree" if soft else "referentiel.column-number"), heads_row=True
        ),
        Column(words.text("referentiel.column-seen")),
    )
    caption = words.text("referentiel.caption-degrees" if soft else "referentiel.caption-levels")
    rows = tuple(
        (
            _level_cell(record, level.level, words),
            Cell("\n".join(_descriptors(level, words))),
        )
        for level in sorted(record.levels, key=lambda one: one.level)
    )
    return Table(caption, columns, rows)


def _level_cell(record: Competency, level: int, words: Wording) -> Cell:
    name = required_text(record, level, words.language)
    if is_soft(record):
        return Cell(name)
    numbered = words.text("referentiel.numbered-level", number=level, level=name)
    return Cell(numbered, words.text(f"terms.level-cue.{level}"))


def _descriptors(level: LevelDescription, words: Wording) -> Iterator[str]:
    for text in level.descriptors:
        yield words.text("referentiel.descriptor", text=text.in_language(words.language))


def _at_work(record: Competency, words: Wording) -> Iterator[Block]:
    """Yield what a way of being looks like from day to day, and a scene in which it is lacking."""
    pairs = []
    if record.behaviours:
        scenes = "\n".join(scene.in_language(words.language) for scene in record.behaviours)
        pairs.append((words.text("referentiel.behaviours"), scenes))
    if record.counter_example:
        example = record.counter_example.in_language(words.language)
        pairs.append((words.text("referentiel.counter-example"), example))
    if pairs:
        yield Definitions(tuple(pairs), beside=True)
