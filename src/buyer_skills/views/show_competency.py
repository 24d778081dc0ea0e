"""The page of a competency: what it is, who asks for it, and how it is learnt step by step."""

from collections.abc import Iterator

from buyer_skills.analyses.neighbourhood_results import (
    CompetencyNeighbourhood,
    RecordReference,
    RequiredBy,
    StepSupply,
)
from buyer_skills.catalog.competencies import TOP_SOFT_LEVEL
from buyer_skills.graph.skill_graph import JOBS, SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import is_soft, required_text, step_text
from buyer_skills.views.method_section import method_section
from buyer_skills.views.network_figure import network_section
from buyer_skills.views.record_links import links_section
from buyer_skills.views.record_words import competency_title, heading_title, profile_title
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
from buyer_skills.views.show_competency_framing import framing_records, framing_sections
from buyer_skills.views.show_competency_work import LEVELS, work_sections
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.training_tables import by_trust, trainings_table
from buyer_skills.views.training_words import training_title


def competency_page(result: CompetencyNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    """Return the page of a competency."""
    words = wording(language)
    record = result.record
    taught = [graph.training(name) for step in result.steps for name in step.trainings]
    kind = words.text(f"terms.competency-kind.{record.kind}")
    return ReportView(
        title=record.title.in_language(language),
        subtitle=words.text("show.subtitle-competency", kind=kind, id=record.id),
        language=language,
        lead=(
            _lead_what(result, graph, language),
            _lead_jobs(result, words),
            _lead_supply(result, words),
        ),
        sections=(
            _essentials(result, graph, language),
            *work_sections(record, language),
            _jobs(result, graph, language),
            _learning(result, graph, language),
            *framing_sections(result, graph, language),
            *network_section(graph, RecordReference(kind="competency", id=record.id), language),
            *links_section(record.links, language),
            method_section(graph, language, (words.text("show.rule-steps"),)),
            sources_section(graph, [record, *taught, *framing_records(result, graph)], language),
        ),
    )


def _lead_what(result: CompetencyNeighbourhood, graph: SkillGraph, language: str) -> str:
    if result.record.description:
        return result.record.description.in_language(language)
    area = heading_title(graph, "area", result.record.area, language)
    return wording(language).text("show.lead-in-area", area=area)


def _lead_jobs(result: CompetencyNeighbourhood, words: Wording) -> str:
    jobs = _jobs_of(result)
    if not jobs:
        return words.text("show.lead-no-job")
    highest = max(one.level for one in jobs)
    return words.text(
        "show.lead-jobs", count=len(jobs), level=required_text(result.record, highest, words.language)
    )


def _lead_supply(result: CompetencyNeighbourhood, words: Wording) -> str:
    trainings = {name for step in result.steps for name in step.trainings}
    holes = [step for step in _shown(result) if step.finding and step.demand]
    if not trainings and not holes:
        return words.text("show.lead-not-found")
    if not holes:
        return words.text("show.lead-trainings", count=len(trainings))
    steps = tuple(_step(result, step, words.language) for step in holes)
    key = "show.lead-trainings-and-holes" if trainings else "show.lead-holes"
    return words.text(key, count=len(trainings), steps=steps)


def _essentials(result: CompetencyNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    record = result.record
    pairs = [(words.text("show.area"), heading_title(graph, "area", record.area, language))]
    if record.phase:
        pairs.append((words.text("show.phase"), heading_title(graph, "phase", record.phase, language)))
    for name, values in (("roles", record.roles), ("themes", record.themes)):
        if values:
            titles = ", ".join(heading_title(graph, name[:-1], value, language) for value in values)
            pairs.append((words.text(f"show.{name}"), titles))
    if record.broader:
        pairs.append((words.text("show.broader"), _named(graph, record.broader, language)))
    if result.finer:
        finer = ", ".join(_named(graph, name, language) for name in result.finer)
        pairs.append((words.text("show.finer"), finer))
    if record.basis:
        pairs.append((words.text("show.basis"), record.basis.in_language(language)))
    if record.note:
        pairs.append((words.text("show.note"), record.note.in_language(language)))
    return Section("fiche", words.text("show.section-essentials"), (Definitions(tuple(pairs)),))


def _jobs(result: CompetencyNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    title = words.text("show.section-jobs")
    if not result.required_by:
        return Section("metiers", title, (Paragraph(words.text("show.no-profile")),))
    columns = tuple(
        Column(words.text(f"show.column-{name}"), heads_row=name == "profile")
        for name in ("profile", "level", "importance")
    )
    rows = tuple(_job_row(one, result, graph, language) for one in result.required_by)
    return Section("metiers", title, (Table(words.text("show.caption-jobs"), columns, rows),))


def _job_row(
    one: RequiredBy, result: CompetencyNeighbourhood, graph: SkillGraph, language: str
) -> tuple[Cell, ...]:
    words = wording(language)
    kind = words.text(f"terms.profile-kind.{one.kind}")
    return (
        Cell(profile_title(graph, one.profile, language), f"{kind}, {one.profile}"),
        Cell(required_text(result.record, one.level, language)),
        Cell(words.text(f"terms.importance.{one.importance}")),
    )


def _learning(result: CompetencyNeighbourhood, graph: SkillGraph, language: str) -> Section:
    words = wording(language)
    parts = tuple(
        Section(
            f"pas-{step.to_level}",
            words.text("show.step-title", step=_step(result, step, language)),
            tuple(_supply(step, graph, language)),
        )
        for step in _shown(result)
    )
    blocks: list[Block] = [Paragraph(words.text("show.learning-intro"))]
    if result.opens:
        titles = tuple(
            words.text(
                "show.opens-line",
                training=graph.training(one.training).title.in_language(language),
                level=required_text(result.record, one.level, language),
                id=one.training,
            )
            for one in result.opens
        )
        opens = (Paragraph(words.text("show.opens-intro")), Bullets(titles))
        parts = (*parts, Section("ouvre", words.text("show.section-opens"), opens))
    return Section("se-former", words.text("show.section-learning"), tuple(blocks), parts)


def _supply(step: StepSupply, graph: SkillGraph, language: str) -> Iterator[Block]:
    words = wording(language)
    demand = words.text("show.demand", count=step.demand) if step.demand else words.text("show.no-demand")
    yield Paragraph(demand, "muted")
    if step.trainings:
        shown = sorted((graph.training(name) for name in step.trainings), key=by_trust)
        courses = [training for training in shown if training.kind != "degree"]
        degrees = [training for training in shown if training.kind == "degree"]
        if courses:
            yield trainings_table(
                graph, courses, words.text("show.caption-step", count=len(courses)), language
            )
        if degrees:
            caption = words.text("show.caption-step-degrees", count=len(degrees))
            yield trainings_table(graph, degrees, caption, language)
    elif step.practices:
        yield Paragraph(words.text("show.step-practice-only"), "attention" if step.demand else "plain")
    elif step.finding == "practice-only":
        yield Paragraph(words.text("show.step-at-work"))
    else:
        yield Paragraph(words.text("show.step-not-found"), "attention" if step.demand else "plain")
    if step.practices:
        titles = tuple(
            f"{training_title(graph, graph.training(name), language)} ({name})" for name in step.practices
        )
        yield Paragraph(words.text("show.practices"))
        yield Bullets(titles)


def _shown(result: CompetencyNeighbourhood) -> list[StepSupply]:
    """Return the steps worth showing: a way of being stops at 3 in words, unless more is taught."""
    top = TOP_SOFT_LEVEL if is_soft(result.record) else LEVELS[-1]
    return [step for step in result.steps if step.to_level <= top or step.trainings]


def _jobs_of(result: CompetencyNeighbourhood) -> list[RequiredBy]:
    return [one for one in result.required_by if one.kind in JOBS and one.level]


def _step(result: CompetencyNeighbourhood, step: StepSupply, language: str) -> str:
    return step_text(result.record, step.from_level, step.to_level, language)


def _named(graph: SkillGraph, identifier: str, language: str) -> str:
    return f"{competency_title(graph, identifier, language)} ({identifier})"
