"""Trainings as a table, the same wherever a list of them is shown."""

from collections.abc import Iterable

from buyer_skills.analyses.costs import duration_of, price_of, rests_on_provider
from buyer_skills.catalog.trainings import EVIDENCE_ORDER, EmployerFamily, Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import days_text, number_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import Cell, Column, Table
from buyer_skills.views.training_words import (
    duration_text,
    evidence_cell,
    partial_date_text,
    price_text,
    provider_title,
)


def trainings_table(
    graph: SkillGraph,
    trainings: Iterable[Training],
    caption: str,
    language: str,
    employer: EmployerFamily | None = None,
) -> Table:
    """Return trainings in the order given, each with its id, who offers it, how long and how sure it is.

    Args:
        graph: The catalogue at the day of the report.
        trainings: The trainings, at least one.
        caption: Caption of the table.
        language: Language of the reader.
        employer: Employer family whose price is shown; no price without it.
    """
    words = wording(language)
    names = ["training", "provider", "duration", *(["price"] if employer else []), "evidence"]
    columns = tuple(Column(words.text(f"list.column-{name}"), heads_row=name == "training") for name in names)
    rows = []
    for training in trainings:
        cells = [
            Cell(training.title.in_language(language), training.id),
            _provider_cell(graph, training, language),
            _length_cell(training, language),
            status_cell(graph, training, language),
        ]
        if employer:
            cells.insert(3, _price_cell(graph, training, employer, language))
        rows.append(tuple(cells))
    return Table(caption, columns, tuple(rows))


def by_trust(training: Training) -> tuple[bool, int, str, str]:
    """Return what sorts trainings for a reader: degrees last, the surest first, then by title."""
    grades = (*EVIDENCE_ORDER, "generic")
    return (
        training.kind == "degree",
        grades.index(training.evidence),
        training.title.fr.casefold(),
        training.id,
    )


def length_text(training: Training, language: str) -> str:
    """Return the length of ``training`` in days; a degree is told in months, or is to be asked about."""
    words = wording(language)
    if training.kind != "degree" or training.hours is not None or training.days is not None:
        return duration_text(training, language)
    if training.duration_months is None:
        return words.text("list.length-unknown")
    months = number_text(training.duration_months, language)
    return words.text("list.months", count=int(training.duration_months), number=months)


def status_cell(graph: SkillGraph, training: Training, language: str) -> Cell:
    """Return how sure ``training`` is; for one that is not offered any more, that it ended and when."""
    evidence = evidence_cell(training, graph.day, language)
    if training.is_offered(graph.day):
        return evidence
    return Cell(status_text(graph, training, language), evidence.detail, "muted")


def status_text(graph: SkillGraph, training: Training, language: str) -> str:
    """Return whether ``training`` is offered, with the date of its end when it is known."""
    words = wording(language)
    status = "ended" if training.status == "current" and training.is_over(graph.day) else training.status
    name = words.text(f"terms.training-status.{status}")
    if training.ended is None:
        return name
    key = "list.ended-on" if training.is_over(graph.day) else "list.until"
    return words.text(key, status=name, date=partial_date_text(training.ended, language))


def _price_cell(graph: SkillGraph, training: Training, employer: EmployerFamily, language: str) -> Cell:
    price = price_text(price_of(graph.catalog, training, employer), language)
    by_rule = rests_on_provider(graph.catalog, training, employer)
    return Cell(price, wording(language).text("list.general-rule") if by_rule else "")


def _length_cell(training: Training, language: str) -> Cell:
    duration = duration_of(training)
    if training.kind == "degree" or not duration.estimated:
        return Cell(length_text(training, language))
    return Cell(days_text(duration.hours, language), wording(language).text("list.estimated"))


def _provider_cell(graph: SkillGraph, training: Training, language: str) -> Cell:
    words = wording(language)
    kind = words.text(f"terms.training-kind.{training.kind}")
    if training.kind == "practice":
        return Cell(words.text("list.by-employer"), kind)
    return Cell(provider_title(graph, training, language), kind)
