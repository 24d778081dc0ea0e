"""The trainings nearest to a step that is not well served: those to adapt before writing a new one.

Nearness, the first that holds:

1. same competency, another step: the fewer levels away, the nearer;
2. same step of the competency it is a finer part of, or of one of its own finer parts, in the same area;
3. a common theme, and a competency of the same area and kind taught or, when none is known to be taught, a
   strong word of the competency's title in that of the training; the more common themes, the nearer.

A common theme alone makes no neighbour, and none makes one of a way of being: a day on corruption is no
neighbour of rigour, though both are about probity. Within a rank, the surest evidence first, then the id.
Degrees and practice are left out: neither can be adapted by a training body.
"""

from collections import Counter

from buyer_skills.analyses.needed_steps import evidence_rank
from buyer_skills.analyses.search.words import is_empty, plain, root, words_in
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph

NEAREST_SHOWN = 5
"""Nearest trainings named for a step."""

SHARED_BY = 2
"""Competencies that may have a word in their titles for it still to say which one is meant."""

LETTERS = 5
"""Letters from which a word is strong enough; shorter ones, acronyms among them, mean too many things."""

Nearness = tuple[int, int, int, str]
"""Rank, levels away (or, for a theme, minus the number of common ones), evidence, id."""


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
    return [
        (training, 2, 0)
        for each in related
        if graph.competency(each).area == competency.area
        for training in graph.trainings_teaching(each, level)
    ]


def _same_theme(graph: SkillGraph, competency: Competency) -> list[tuple[Training, int, int]]:
    if competency.kind == "savoir-etre":
        return []
    common = Counter(training for theme in competency.themes for training in _ids_on(graph, theme))
    trainings = [(graph.training(identifier), number) for identifier, number in common.items()]
    return [(training, 3, -number) for training, number in trainings if _is_kin(graph, training, competency)]


def _ids_on(graph: SkillGraph, theme: str) -> list[str]:
    return [training.id for training in graph.trainings_on(theme)]


def _is_kin(graph: SkillGraph, training: Training, competency: Competency) -> bool:
    """Return whether a training on a theme of ``competency`` also teaches, or names, something like it."""
    if not training.taught:
        strong = _strong_words(graph, competency)
        return not strong.isdisjoint(_words(training.title.fr))
    taught = (graph.competency(outcome.competency) for outcome in training.taught)
    return any((each.area, each.kind) == (competency.area, competency.kind) for each in taught)


def _strong_words(graph: SkillGraph, competency: Competency) -> set[str]:
    """Return the words of the title of ``competency`` that few other titles have."""
    titles = Counter(word for each in graph.catalog.competencies.values() for word in _words(each.title.fr))
    return {word for word in _words(competency.title.fr) if titles[word] <= SHARED_BY}


def _words(title: str) -> set[str]:
    """Return the words of a title that mean something by themselves, without endings."""
    return {
        root(word, "fr")
        for word in words_in(title)
        if len(word) >= LETTERS and not is_empty(plain(word), "fr")
    }
