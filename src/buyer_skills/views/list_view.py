"""A list of the catalogue as a report: what was asked, how many there are, then the list itself."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from buyer_skills.analyses.listing_results import (
    ListedCompetency,
    ListedProfile,
    ListedProvider,
    ListedTraining,
    Listing,
)
from buyer_skills.catalog.trainings import Training, TrainingKind
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.method_section import method_section
from buyer_skills.views.record_words import employers_text, heading_title, region_text
from buyer_skills.views.report_view import Cell, Column, Paragraph, ReportView, Section, Table
from buyer_skills.views.training_tables import trainings_table
from buyer_skills.views.training_words import is_to_confirm


def list_report(result: Listing, graph: SkillGraph, language: str) -> ReportView:
    """Return the report of a list: a section an area, a kind of training or a kind of profile."""
    words = wording(language)
    sections = {
        "competencies": _competency_sections,
        "trainings": _training_sections,
        "profiles": _profile_sections,
        "providers": _provider_sections,
    }[result.list](result, graph, language)
    title = words.text(f"list.title-{result.list}")
    nothing = Section("liste", title, (Paragraph(words.text("list.nothing")),))
    rules = (words.text(f"list.rule-{result.list}"), words.text("list.rule-sources"))
    return ReportView(
        title=title,
        subtitle=_scope_text(result, graph, language),
        language=language,
        lead=_lead(result, graph, words),
        sections=(*(tuple(sections) or (nothing,)), method_section(graph, language, rules)),
    )


def _lead(result: Listing, graph: SkillGraph, words: Wording) -> tuple[str, ...]:
    practices = sum(item.kind == "practice" for item in result.items if isinstance(item, ListedTraining))
    count = words.text(f"list.lead-{result.list}", count=len(result.items))
    if practices:
        trainings = len(result.items) - practices
        count = words.text("list.lead-trainings-with-practice", trainings=trainings, practices=practices)
    # Nothing to open when nothing is found.
    more = (words.text("list.lead-show"),) if result.items else ()
    return (count, _second_line(result, graph, words), *more)


def _second_line(result: Listing, graph: SkillGraph, words: Wording) -> str:
    if not result.items:
        return words.text("list.lead-nothing")
    trainings = [item for item in result.items if isinstance(item, ListedTraining)]
    if trainings:
        confirm = sum(is_to_confirm(graph.catalog.trainings[item.id], graph.day) for item in trainings)
        estimated = sum(item.hours_estimated and item.kind != "degree" for item in trainings)
        key = "list.lead-sure" if estimated else "list.lead-confirm"
        return words.text(key, confirm=confirm, estimated=estimated)
    competencies = [item for item in result.items if isinstance(item, ListedCompetency)]
    if competencies:
        untaught = sum(not item.trainings for item in competencies)
        if untaught:
            return words.text("list.lead-untaught", untaught=untaught, total=len(competencies))
        return words.text("list.lead-all-taught", count=len(competencies))
    if result.list == "profiles":
        return words.text("list.lead-profile-kinds")
    return words.text("list.lead-providers-trainings")


def _scope_text(result: Listing, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    said = [
        words.text(f"list.scope-{name}", value=_filter_text(name, value, result, graph, language))
        for name, value in result.scope.named.items()
    ]
    if result.scope.all:
        said.append(words.text("list.scope-all"))
    lines = [words.text("list.scope", filters=words.text("list.separator").join(said))] if said else []
    if result.left_out and not result.scope.all:
        lines.append(words.text("list.left-out", count=result.left_out))
    return "\n".join(lines)


def _filter_text(name: str, value: str, result: Listing, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    match name:
        case "area" | "phase" | "role" | "theme":
            return heading_title(graph, name, value, language)
        case "provider":
            return graph.catalog.providers[value].title.in_language(language)
        case "region":
            return region_text(value, language)
        case "kind":
            family = {"competencies": "competency-kind", "profiles": "profile-kind"}
            return words.text(f"terms.{family.get(result.list, 'training-kind')}.{value}")
    return words.text(f"terms.{name}.{value}")


def _training_sections(result: Listing, graph: SkillGraph, language: str) -> Iterator[Section]:
    words = wording(language)
    items = [item for item in result.items if isinstance(item, ListedTraining)]
    for kind in get_args(TrainingKind):
        shown: list[Training] = [graph.catalog.trainings[item.id] for item in items if item.kind == kind]
        if shown:
            title = words.text(f"list.kind-{kind}")
            table = trainings_table(
                graph, shown, words.text("list.caption-trainings"), language, result.scope.employer
            )
            yield Section(kind, words.text("list.counted", title=title, number=len(shown)), (table,))


def _competency_sections(result: Listing, graph: SkillGraph, language: str) -> Iterator[Section]:
    words = wording(language)
    items = [item for item in result.items if isinstance(item, ListedCompetency)]
    names = ("competency", "competency-kind", "phase", "profiles", "trainings")
    columns = tuple(
        Column(words.text(f"list.column-{name}"), heads_row=name == "competency") for name in names
    )
    for area, number in Counter(item.area for item in items).items():
        title = heading_title(graph, "area", area, language)
        rows = tuple(_competency_row(item, graph, language) for item in items if item.area == area)
        table = Table(words.text("list.caption-competencies"), columns, rows)
        yield Section(area, words.text("list.counted", title=title, number=number), (table,))


def _competency_row(item: ListedCompetency, graph: SkillGraph, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    phase = heading_title(graph, "phase", item.phase, language) if item.phase else words.text("list.not-said")
    trainings = Cell(words.text("list.trainings", count=item.trainings))
    if not item.trainings:
        trainings = Cell(words.text("terms.finding.absent"), tone="attention")
    return (
        Cell(graph.competency(item.id).title.in_language(language), item.id),
        Cell(words.text(f"terms.competency-kind.{item.kind}")),
        Cell(phase),
        Cell(words.text("list.jobs", count=item.profiles) if item.profiles else words.text("list.no-job")),
        trainings,
    )


def _profile_sections(result: Listing, graph: SkillGraph, language: str) -> Iterator[Section]:
    words = wording(language)
    items = [item for item in result.items if isinstance(item, ListedProfile)]
    names = ("profile", "requirements", "employers", "based-on")
    columns = tuple(Column(words.text(f"list.column-{name}"), heads_row=name == "profile") for name in names)
    for kind in dict.fromkeys(item.kind for item in items):
        shown = [item for item in items if item.kind == kind]
        title = words.text(f"list.profiles-{kind}")
        table = Table(
            words.text("list.caption-profiles"),
            columns,
            tuple(_profile_row(item, graph, language) for item in shown),
        )
        yield Section(kind, words.text("list.counted", title=title, number=len(shown)), (table,))


def _profile_row(item: ListedProfile, graph: SkillGraph, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    origin = words.text("list.no-origin")
    if item.based_on:
        origin = graph.profile(item.based_on).title.in_language(language)
    indispensable = words.text("list.indispensable", count=item.indispensable) if item.indispensable else ""
    return (
        Cell(graph.profile(item.id).title.in_language(language), item.id),
        Cell(words.text("list.competencies", count=item.requirements), indispensable),
        Cell(employers_text(item.employers, language)),
        Cell(origin),
    )


def _provider_sections(result: Listing, graph: SkillGraph, language: str) -> Iterator[Section]:
    words = wording(language)
    items = [item for item in result.items if isinstance(item, ListedProvider)]
    groups: Sequence[tuple[str, list[ListedProvider]]] = (
        ("continuing", [item for item in items if item.trainings]),
        ("degrees", [item for item in items if item.degrees and not item.trainings]),
        ("none", [item for item in items if not item.degrees and not item.trainings]),
    )
    columns = tuple(
        Column(words.text(f"list.column-{name}"), heads_row=name == "provider")
        for name in ("provider", "region", "trainings", "degrees")
    )
    for name, shown in groups:
        if shown:
            title = words.text(f"list.providers-{name}")
            table = Table(
                words.text("list.caption-providers"),
                columns,
                tuple(_provider_row(item, graph, language) for item in shown),
            )
            yield Section(name, words.text("list.counted", title=title, number=len(shown)), (table,))


def _provider_row(item: ListedProvider, graph: SkillGraph, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    return (
        Cell(graph.catalog.providers[item.id].title.in_language(language), item.id),
        Cell(region_text(item.region, language)),
        Cell(
            words.text("list.trainings", count=item.trainings)
            if item.trainings
            else words.text("list.no-training")
        ),
        Cell(
            words.text("list.degrees", count=item.degrees) if item.degrees else words.text("list.no-degree")
        ),
    )
