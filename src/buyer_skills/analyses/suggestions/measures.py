"""How good suggestions are: each training left out in turn, and told from its title alone."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.analyses.search.words import is_empty, words_in
from buyer_skills.analyses.suggestions.learning import WORTH, Worth
from buyer_skills.analyses.suggestions.levels import FIRST_STEP
from buyer_skills.analyses.suggestions.material import Material
from buyer_skills.analyses.suggestions.suggesting import learned_without
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph

Guess = tuple[str, tuple[int, int]]
"""A competency and its step."""

_FIRST = 3
"""Suggestions that are looked at."""

THRESHOLDS = (0.0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
"""Scores below which nothing would be said, to compare."""


class Quality(Result):
    """How often a way of suggesting is right, over all the trainings that were left out."""

    trainings: int = Field(description="Trainings left out in turn.")
    answered: int = Field(description="Those for which something was suggested.")
    expected: int = Field(description="Outcomes the catalogue gives them.")
    first_right: int = Field(description="First suggestions that are right.")
    said: int = Field(description="Suggestions among the first three.")
    right: int = Field(description="Those that are right.")
    one_right: int = Field(description="Trainings with one right at least among the first three.")

    @property
    def precision_at_1(self) -> float:
        """Share of first suggestions that are right."""
        return self.first_right / max(1, self.answered)

    @property
    def recall_at_1(self) -> float:
        """Share of outcomes found by first suggestions."""
        return self.first_right / max(1, self.expected)

    @property
    def precision_at_3(self) -> float:
        """Share of the first three suggestions that are right."""
        return self.right / max(1, self.said)

    @property
    def recall_at_3(self) -> float:
        """Share of outcomes found by the first three suggestions."""
        return self.right / max(1, self.expected)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A training left out: what the catalogue says it teaches, what is guessed, and the best score."""

    training: Training
    guesses: tuple[Guess, ...]
    score: float

    @property
    def expected(self) -> tuple[Guess, ...]:
        """What the catalogue says."""
        return tuple((one.competency, (one.from_level, one.to_level)) for one in self.training.taught)

    @property
    def is_first_right(self) -> bool:
        """Whether the first competency is one that the catalogue gives."""
        return bool(self.guesses) and self.guesses[0][0] in {name for name, _ in self.expected}


Method = Callable[[Material, Training, frozenset[str]], LeftOut]
"""Guesses what a training teaches, without some of the trainings of the catalogue."""


def left_out(graph: SkillGraph, material: Material, method: Method) -> tuple[LeftOut, ...]:
    """Return what ``method`` guesses of each training that teaches something, left out in turn.

    Args:
        graph: The catalogue.
        material: Its terms.
        method: The way of guessing.
    """
    return tuple(
        method(material, training, frozenset({training.id}))
        for training in graph.catalog.trainings.values()
        if training.taught and training.id in material.trainings
    )


def twins_left_out(
    material: Material, method: Method, outs: Sequence[LeftOut], shared: float
) -> tuple[LeftOut, ...]:
    """Return the guesses when the trainings with a title that is alike are left out too.

    Args:
        material: The terms of the catalogue.
        method: The way of guessing.
        outs: Its guesses with each training left out alone: they stand for those that have no twin.
        shared: Terms in common over terms of either from which titles are alike, 0 to 1.
    """
    pairs = ((out, material.twins_of(out.training.id, shared)) for out in outs)
    return tuple(
        method(material, out.training, twins | {out.training.id}) if twins else out for out, twins in pairs
    )


def quality_of(outs: Sequence[LeftOut], *, threshold: float = 0.0, with_step: bool = False) -> Quality:
    """Return how often the guesses are right.

    Args:
        outs: The trainings left out.
        threshold: Score below which nothing is said.
        with_step: Whether the step must be right too.
    """
    answered = first_right = said = right = one_right = 0
    for out in outs:
        told = out.guesses if out.score >= threshold else ()
        expected = {_compared(guess, with_step=with_step) for guess in out.expected}
        hits = [_compared(guess, with_step=with_step) in expected for guess in told[:_FIRST]]
        answered += bool(hits)
        first_right += bool(hits) and hits[0]
        said += len(hits)
        right += sum(hits)
        one_right += any(hits)
    return Quality(
        trainings=len(outs),
        answered=answered,
        expected=sum(len(out.expected) for out in outs),
        first_right=first_right,
        said=said,
        right=right,
        one_right=one_right,
    )


def suggested(worth: Worth = WORTH) -> Method:
    """Return the method that guesses as suggestions do, from the title, kind and hours, whatever the score.

    Notes and audiences are not read: the first were written by those who chose the outcomes.
    """

    def guess(material: Material, training: Training, without: frozenset[str]) -> LeftOut:
        text = TrainingText(training.title.fr, kind=training.kind, hours=training.hours)
        found = learned_without(material, without, worth).suggest(text, known_from=0)
        guesses = tuple((one.competency, (one.from_level, one.to_level)) for one in found.outcomes)
        return LeftOut(training, guesses, found.best_score)

    return guess


def always_first_step(outs: Sequence[LeftOut]) -> tuple[LeftOut, ...]:
    """Return the same guesses with every step taken to be from 0 to 1."""
    return tuple(
        replace(out, guesses=tuple((competency, FIRST_STEP) for competency, _ in out.guesses)) for out in outs
    )


def most_frequent(material: Material, training: Training, without: frozenset[str]) -> LeftOut:
    """Guess the competencies that most other trainings teach, whatever the title."""
    counts: Counter[str] = Counter()
    steps: dict[str, Counter[tuple[int, int]]] = {}
    for other in material.trainings.values():
        for one in other.taught if other.id not in without else ():
            counts[one.competency] += 1
            steps.setdefault(one.competency, Counter())[one.from_level, one.to_level] += 1
    best = sorted(counts, key=lambda name: (-counts[name], name))[:_FIRST]
    return LeftOut(training, tuple((name, _commonest(steps[name])) for name in best), 1.0)


def exact_words(graph: SkillGraph) -> Method:
    """Return the method that guesses the competencies whose title shares most of its exact words."""
    names = {one.id: _words(one.title.fr) for one in graph.catalog.competencies.values()}

    def guess(material: Material, training: Training, without: frozenset[str]) -> LeftOut:
        asked = _words(training.title.fr)
        shares = {name: len(words & asked) / len(words) for name, words in names.items() if words & asked}
        best = sorted(shares, key=lambda name: (-shares[name], name))[:_FIRST]
        others = (one for one in material.trainings.values() if one.id not in without)
        steps = Counter((one.from_level, one.to_level) for other in others for one in other.taught)
        guesses = tuple((name, _commonest(steps)) for name in best)
        return LeftOut(training, guesses, max(shares.values(), default=0.0))

    return guess


def _compared(guess: Guess, *, with_step: bool) -> Guess | str:
    return guess if with_step else guess[0]


def _commonest(steps: Counter[tuple[int, int]]) -> tuple[int, int]:
    return min(steps, key=lambda step: (-steps[step], step), default=(0, 1))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in words_in(text) if not is_empty(word, "fr"))
