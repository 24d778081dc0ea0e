"""The trainings nearest to a step that is not well served: those to adapt before writing a new one.

Nearness, the first that holds:

1. same competency, another step: the fewer levels away, the nearer;
2. same step of the competency it is a finer part of, or of one of its own finer parts;
3. a common theme, and a competency of the same area taught (or none known to be taught).

Within a rank, the surest evidence first, then the id. Degrees and practice are left out: neither can be
adapted by a training body.
"""

from buyer_skills.analyses.needed_steps import evidence_rank
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph

NEAREST_SHOWN = 5
"""Nearest trainings named for a step."""

Nearness = tuple[int, int, int, str]
"""Rank, levels away, evidence, id."""


def nearest_trainings(graph: SkillGraph, competency: str, level: int) -> tuple[Training, ...]:
    """Return the trainings nearest to the step of ``competency`` that ends at ``level``, the nearest first.

    Those that teach the step itself are no neighbours and are left out.
    """
    itself = {training.id for training in graph.trainings_teaching(competency, level)}
    found: dict[str, Nearness] = {}
    for training, rank, away in (
        *_same_competency(graph, competency, level),
        *_parent_or_part(graph, graph.competency(competency), level),
        *_same_theme(graph, graph.competency(competency)),
    ):
        if training.id in itself or training.kind in ("degree", "practice"):
            continue
        nearness = (rank, away, evidence_rank(training), training.id)
        found[training.id] = min(nearness, found.get(training.id, nearness))
    nearest = sorted(found.values())[:NEAREST_SHOWN]
    return tuple(graph.training(identifier) for *_, identifier in nearest)


def _same_competency(graph: SkillGraph, competency: str, level: int) -> list[tuple[Training, int, int]]:
    return [
        (training, 1, min(abs(level - outcome.to_level), abs(level - 1 - outcome.from_level)))
        for training in graph.trainings_raising(competency)
        for outcome in training.taught
        if outcome.competency == competency
    ]


def _parent_or_part(graph: SkillGraph, competency: Competency, level: int) -> list[tuple[Training, int, int]]:
    related = [finer.id for finer in graph.finer_than(competency.id)]
    if competency.broader:
        related.append(competency.broader)
    return [(training, 2, 0) for each in related for training in graph.trainings_teaching(each, level)]


def _same_theme(graph: SkillGraph, competency: Competency) -> list[tuple[Training, int, int]]:
    near: list[tuple[Training, int, int]] = []
    for theme in competency.themes:
        for training in graph.trainings_on(theme):
            areas = {graph.competency(outcome.competency).area for outcome in training.taught}
            if not areas or competency.area in areas:
                near.append((training, 3, 0))
    return near
