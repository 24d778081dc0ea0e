"""`export --provider`: the review sheet of a training body, filled in with what we believe of its offer."""

import datetime as dt
from collections.abc import Iterator, Sequence

from buyer_skills.analyses.costs import price_of
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.forms.layout import form_table
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, HOURS_PER_DAY, Training, most_taught
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.sources.tables import WrittenWorkbook
from buyer_skills.views.level_words import competency_step_text, is_soft
from buyer_skills.views.training_tables import status_text
from buyer_skills.views.training_words import evidence_text
from buyer_skills.workflows.forms.form_words import (
    Choices,
    Row,
    entry_choices,
    form_workbook,
    level_choices,
    level_word,
)

_STATUS_ORDER = {"current": 0, "ended": 1, "history": 2}
START_KEYS = ("start_1", "start_2", "start_3")
"""The keys of the sessions to come."""


def provider_form(graph: SkillGraph, provider: str, language: str) -> WrittenWorkbook:
    """Return the review sheet of a body.

    Args:
        graph: the catalogue at the day the sheet is made: sessions that are over are left out.
        provider: id of the body.
        language: language of the sheet.
    """
    words = wording(language)
    body = graph.catalog.providers[provider].title.in_language(language)
    trainings = _trainings(graph.catalog, provider, language)
    outcomes = list(_outcomes(graph, trainings, language))
    rows: dict[str, Sequence[Row]] = {
        "answer": ({"provider": provider, "body": body},),
        "training": [_training(graph, training, language) for training in trainings],
        "outcome": outcomes,
    }
    choices = {"outcome": _choices(graph, trainings, outcomes, words)}
    return form_workbook("provider-review", body, rows, choices, language)


def days_known(training: Training) -> float | None:
    """Return the length of a training in days where it is known, from its hours when it is said in hours."""
    if training.days is not None or training.hours is None:
        return training.days
    return round(training.hours / HOURS_PER_DAY, 2)


def prices_known(catalog: Catalog, training: Training) -> dict[str, float]:
    """Return the prices in euros that are known of a training, by employer family."""
    found = {family: price_of(catalog, training, family) for family in EMPLOYER_FAMILIES}
    return {family: cents / 100 for family, cents in found.items() if cents is not None}


def channel_known(training: Training) -> str:
    """Return how one enrols, where it is known and the same for all."""
    channels = {one.channel.fr for one in training.access.values() if one.channel is not None}
    return channels.pop() if len(channels) == 1 else ""


def _trainings(catalog: Catalog, provider: str, language: str) -> list[Training]:
    found = [one for one in catalog.trainings.values() if one.provider == provider and one.kind != "practice"]
    return sorted(found, key=lambda one: (_STATUS_ORDER[one.status], one.title.in_language(language), one.id))


def _training(graph: SkillGraph, training: Training, language: str) -> Row:
    prices = prices_known(graph.catalog, training)
    steps = [
        competency_step_text(graph.competency(one.competency), one.from_level, one.to_level, language)
        for one in training.taught
    ]
    known = evidence_text(training, graph.day, language)
    if not training.is_offered(graph.day):
        known = f"{status_text(graph, training, language)}\n{known}"
    starts = starts_to_come(training, graph.day)[: len(START_KEYS)]
    return {
        "training": training.id,
        "title": training.title.in_language(language),
        "teaches": "\n".join(steps) or wording(language).text("form.teaches-unknown"),
        "known": known,
        "code": training.code,
        "days": days_known(training),
        "place": training.place,
        "modality": _modality(training, language),
        **{f"price_{family}": price for family, price in prices.items()},
        **dict(zip(START_KEYS, starts, strict=False)),
        "channel": channel_known(training) or None,
    }


def _modality(training: Training, language: str) -> str | None:
    return wording(language).text(f"terms.modality.{training.modality}") if training.modality else None


def starts_to_come(training: Training, day: dt.date) -> list[dt.date]:
    """Return the first days of the sessions that begin on ``day`` or later, where the day is known."""
    days = {one.start.first for one in training.sessions if one.start.first == one.start.last}
    return sorted(one for one in days if one >= day)


def _outcomes(graph: SkillGraph, trainings: Sequence[Training], language: str) -> Iterator[Row]:
    words = wording(language)
    for training in trainings:
        is_known = training.basis == "programme" or training.evidence == "confirmed"
        for competency, level in levels_taught(training).items():
            record = graph.competency(competency)
            word = level_word(level, words, is_soft=is_soft(record), is_asked=False)
            entries = entry_choices(words, is_soft=is_soft(record))
            start = min(one.from_level for one in training.taught if one.competency == competency)
            yield {
                "training": training.id,
                "competency": competency,
                "title": training.title.in_language(language),
                "competency_title": record.title.in_language(language),
                "believed": word,
                "entry": entries[min(start, len(entries) - 1)] if is_known else None,
                "level": word if is_known else None,
            }


def levels_taught(training: Training) -> dict[str, int]:
    """Return the highest level that a training leads to, by competency."""
    levels: dict[str, int] = {}
    for one in training.taught:
        levels[one.competency] = max(one.to_level, levels.get(one.competency, 0))
    return levels


def _choices(
    graph: SkillGraph, trainings: Sequence[Training], outcomes: Sequence[Row], words: Wording
) -> Choices:
    """Return the words to choose from: levels of each line, then everything in the empty lines below."""
    choices: dict[tuple[int, str], tuple[str, ...]] = {}
    known, soft = (level_choices(words, is_soft=one, is_asked=False) for one in (False, True))
    for index, row in enumerate(outcomes):
        record = graph.competency(str(row["competency"]))
        most = most_taught(graph.training(str(row["training"])).kind)
        believed = levels_taught(graph.training(str(row["training"])))[record.id]
        choices[index, "level"] = (soft if is_soft(record) else known)[: max(most, believed) + 1]
        choices[index, "entry"] = entry_choices(words, is_soft=is_soft(record))
    titles = tuple(dict.fromkeys(one.title.in_language(words.language) for one in trainings))
    competencies = tuple(
        sorted(one.title.in_language(words.language) for one in graph.catalog.competencies.values())
    )
    entries = tuple(
        dict.fromkeys(word for one in (False, True) for word in entry_choices(words, is_soft=one))
    )
    for index in range(len(outcomes), len(outcomes) + form_table("provider-review", "outcome").extra_rows):
        choices[index, "title"] = titles
        choices[index, "competency_title"] = competencies
        choices[index, "entry"] = entries
        choices[index, "level"] = tuple(dict.fromkeys((*known, *soft)))
    return choices
