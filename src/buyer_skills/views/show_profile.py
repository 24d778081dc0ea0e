"""The page of a profile, in short: what it asks for and what is offered for it; the whole is `profile`."""

from dataclasses import replace

from buyer_skills.analyses.neighbourhood_results import (
    ProfileNeighbourhood,
    RecordReference,
    RequirementSupply,
)
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.rules import Statut
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import competency_step_text, is_soft, required_text
from buyer_skills.views.method_section import method_section
from buyer_skills.views.network_figure import network_section
from buyer_skills.views.profile_framing import statut_section
from buyer_skills.views.record_links import links_section
from buyer_skills.views.record_words import employers_text, heading_title, profile_title
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Cell,
    Column,
    Definitions,
    Paragraph,
    ReportView,
    Section,
    Table,
)
from buyer_skills.views.sources_section import sources_section

INDISPENSABLE = 3
"""The importance without which a profile is not held."""


def profile_page(result: ProfileNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    """Return the short page of a profile."""
    words = wording(language)
    record = result.record
    kind = words.text(f"terms.profile-kind.{record.kind}")
    return ReportView(
        title=record.title.in_language(language),
        subtitle=words.text("show.subtitle-profile", kind=kind, id=record.id),
        language=language,
        lead=(
            record.purpose.in_language(language)
            if record.purpose
            else words.text("show.lead-profile", kind=kind),
            _lead_asks(result, graph, language),
            words.text("show.lead-whole-profile", id=record.id),
        ),
        sections=(
            _essentials(result, graph, language),
            *_requirements(result, graph, language),
            _not_found(result, graph, language),
            *_set_ups(result, graph, language),
            *_statut(result, graph, language),
            *network_section(graph, RecordReference(kind="profile", id=record.id), language),
            *links_section(record.links, language),
            method_section(graph, language, (words.text("show.rule-steps"),)),
            sources_section(graph, [record, *_statuts(record, graph)], language),
        ),
    )


def _lead_asks(result: ProfileNeighbourhood, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    titles = tuple(
        graph.competency(one.competency).title.in_language(language)
        for one in result.requirements
        if one.importance == INDISPENSABLE
    )
    if not titles:
        return words.text("show.lead-asks", count=len(result.requirements))
    return words.text("show.lead-asks-first", count=len(result.requirements), titles=titles)


def _essentials(result: ProfileNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    record = result.record
    pairs = [(words.text("show.employers"), employers_text(record.employers, language))]
    if record.based_on:
        title = profile_title(graph, record.based_on.profile, language)
        changes = words.text(
            "show.based-on-line", title=title, id=record.based_on.profile, count=len(record.based_on.changes)
        )
        pairs.append((words.text("show.based-on"), changes))
    if result.derived:
        derived = ", ".join(f"{profile_title(graph, name, language)} ({name})" for name in result.derived)
        pairs.append((words.text("show.derived"), derived))
    if record.themes:
        themes = ", ".join(heading_title(graph, "theme", theme, language) for theme in record.themes)
        pairs.append((words.text("show.themes"), themes))
    if record.validated_by:
        validated = words.text("profile.validated-by", count=record.validated_by)
        pairs.append((words.text("show.validation"), validated))
    if record.basis:
        pairs.append((words.text("show.basis"), record.basis.in_language(language)))
    if record.note:
        pairs.append((words.text("show.note"), record.note.in_language(language)))
    return Section("fiche", words.text("show.section-essentials"), (Definitions(tuple(pairs)),))


def _requirements(result: ProfileNeighbourhood, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    words = wording(language)
    areas = list(graph.catalog.areas)
    ordered = sorted(result.requirements, key=lambda one: areas.index(graph.competency(one.competency).area))
    groups = (
        ("soft", [one for one in ordered if is_soft(graph.competency(one.competency))]),
        ("rated", [one for one in ordered if not is_soft(graph.competency(one.competency))]),
    )
    columns = tuple(
        Column(words.text(f"show.column-{name}"), heads_row=name == "competency")
        for name in ("competency", "level", "importance", "trainings")
    )
    return tuple(
        Section(
            f"exigences-{name}",
            words.text(f"show.section-{name}"),
            (
                Table(
                    words.text(f"show.section-{name}"),
                    columns,
                    tuple(_row(one, graph, language) for one in shown),
                ),
            ),
        )
        for name, shown in groups
        if shown
    )


def _row(one: RequirementSupply, graph: SkillGraph, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    competency = graph.competency(one.competency)
    trainings = Cell(words.text("list.trainings", count=one.trainings))
    if not one.trainings:
        trainings = Cell(words.text("terms.finding.absent"), tone="attention")
    return (
        Cell(competency.title.in_language(language), competency.id),
        Cell(required_text(competency, one.level, language)),
        Cell(words.text(f"terms.importance.{one.importance}")),
        trainings,
    )


def _not_found(result: ProfileNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    lines = tuple(
        words.text(
            "show.not-found-line",
            step=competency_step_text(
                graph.competency(step.competency), step.from_level, step.to_level, language
            ),
            finding=words.text(f"terms.finding.{step.finding}"),
        )
        for one in result.requirements
        for step in one.not_found
    )
    blocks: tuple[Block, ...] = (Paragraph(words.text("show.all-found")),)
    if lines:
        blocks = (Paragraph(words.text("show.not-found-intro", count=len(lines))), Bullets(lines))
    return Section("non-trouve", words.text("show.section-not-found"), blocks)


def _set_ups(result: ProfileNeighbourhood, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    if not result.set_ups:
        return ()
    words = wording(language)
    lines = []
    for name in result.set_ups:
        set_up = graph.catalog.set_ups[name]
        actors = tuple(actor.title.in_language(language) for actor in set_up.actors_holding(result.id))
        title = set_up.title.in_language(language)
        lines.append(words.text("show.set-up-line", title=title, id=name, actors=actors))
    hint = words.text("show.set-up-hint", profile=result.id, set_up=result.set_ups[0])
    blocks = (Bullets(tuple(lines)), Paragraph(hint, "muted"))
    return (Section("organisations", words.text("show.section-set-ups"), blocks),)


def _statut(result: ProfileNeighbourhood, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the statut of a job; a framework's profile is no job, and has none."""
    if result.record.kind == "reference":
        return ()
    section = statut_section(result.record, graph, language)
    statuts = _statuts(result.record, graph)
    if not statuts:
        return (section,)
    names = tuple(statut.id for statut in statuts)
    ids = Paragraph(wording(language).text("framing.see-also", ids=names), "muted")
    return (replace(section, blocks=(*section.blocks, ids)),)


def _statuts(record: JobProfile, graph: SkillGraph) -> list[Statut]:
    return [graph.catalog.statuts[name] for name in record.statut.statuts] if record.statut else []
