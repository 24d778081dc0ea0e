"""What is offered on a given day, practice templates laid out competency by competency."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.trainings import Outcome, PracticeTemplate, Training


class Trainable(Protocol):
    """What holds trainings and competencies: a catalogue, or the records it will be made of."""

    @property
    def trainings(self) -> Mapping[str, Training]:
        """Trainings by id."""

    @property
    def competencies(self) -> Mapping[str, Competency]:
        """Competencies by id."""


_PRACTICE_ID = re.compile(r"(?P<template>[^@]+)@(?P<competency>[^:]+):(?P<from>[0-4])-(?P<to>[0-4])")


def offered_trainings(catalog: Catalog, day: dt.date) -> tuple[Training, ...]:
    """Return the trainings that can be followed on ``day``, sorted by id.

    Those are the `current` ones whose end date, if they have one, is not before ``day``. A practice template
    stands for one practice by competency and step that it covers; each keeps the template's title.
    """
    offered: list[Training] = []
    for training in catalog.trainings.values():
        if not training.is_offered(day):
            continue
        if isinstance(training.outcomes, PracticeTemplate):
            offered += _practices(training, training.outcomes, catalog)
        else:
            offered.append(training)
    return tuple(sorted(offered, key=lambda training: training.id))


def practice_id(template: str, competency: str, from_level: int, to_level: int) -> str:
    """Return the id of a practice made from a template.

    >>> practice_id("tutorat", "negociation", 2, 3)
    'tutorat@negociation:2-3'
    """
    return f"{template}@{competency}:{from_level}-{to_level}"


def is_training_id(catalog: Trainable, identifier: str) -> bool:
    """Return whether the id is that of a training, or of a practice one of the templates stands for."""
    if identifier in catalog.trainings:
        return True
    parts = _PRACTICE_ID.fullmatch(identifier)
    template = catalog.trainings.get(parts["template"]) if parts else None
    if parts is None or template is None or not isinstance(template.outcomes, PracticeTemplate):
        return False
    competency = catalog.competencies.get(parts["competency"])
    step = (int(parts["from"]), int(parts["to"]))
    covered = competency is not None and _covers(template.outcomes, competency)
    return covered and step in template.outcomes.steps


def _practices(template: Training, outcomes: PracticeTemplate, catalog: Catalog) -> Iterator[Training]:
    for competency in catalog.competencies.values():
        if not _covers(outcomes, competency):
            continue
        for from_level, to_level in outcomes.steps:
            outcome = Outcome(competency=competency.id, from_level=from_level, to_level=to_level)
            identifier = practice_id(template.id, competency.id, from_level, to_level)
            yield template.model_copy(update={"id": identifier, "outcomes": (outcome,)})


def _covers(template: PracticeTemplate, competency: Competency) -> bool:
    scope = template.applies_to
    return (not scope.kinds or competency.kind in scope.kinds) and (
        not scope.areas or competency.area in scope.areas
    )
