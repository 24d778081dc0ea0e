"""One text against what was learned: the competencies it is near, the words and trainings that led there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from buyer_skills.analyses.suggestions.learning import Lesson, TextParts
from buyer_skills.analyses.suggestions.levels import Step, StepChoice, choose_step
from buyer_skills.analyses.suggestions.results import SuggestedOutcome
from buyer_skills.analyses.suggestions.terms import Term, code_terms, root_of
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.analyses.suggestions.vectors import nearness, row_of

_NEIGHBOURS = 10
"""Similar trainings that are listened to."""

_MOST_WORDS = 6
_MOST_SIMILAR = 3
_LEAST_SHARE = 0.1
"""Of what the first word or training brings: those that bring less are not named as reasons."""

_DIGITS = 3
"""Digits of a score: what is equal to that many is settled by id."""

_FINE_DIGITS = 6
"""Digits below which sums that should be equal are not told apart."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A competency with its score."""

    competency: str
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A text against what was learned.

    ``vector`` holds its values by column, ``names`` and ``descriptions`` how near it is to those of each
    competency, ``neighbours`` the rows of the trainings most like it with their likeness.
    """

    lesson: Lesson
    text: TrainingText
    parts: TextParts
    vector: Mapping[int, float]
    names: Sequence[float]
    descriptions: Sequence[float]
    neighbours: tuple[tuple[int, float], ...]

    def candidates(self) -> tuple[Candidate, ...]:
        """Return every competency that has a word in common with the text, the nearest first."""
        lesson = self.lesson
        # What each reason leaves unsaid, multiplied: two weak reasons make a better one, never above 1.
        worth = lesson.worth
        unsaid = {
            competency: 1 - worth.name * name - worth.description * description
            for competency, name, description in zip(
                lesson.competencies, self.names, self.descriptions, strict=True
            )
        }
        for competency, coded, _ in self._coded():
            unsaid[competency] *= 1 - coded
        for row, likeness in self.neighbours:
            for competency in sorted({one.competency for one in lesson.trainings[row].taught}):
                if competency in unsaid:
                    unsaid[competency] *= 1 - worth.similar * likeness
        scores = {competency: round(1 - value, _DIGITS) for competency, value in unsaid.items()}
        found = (Candidate(competency, min(1.0, score)) for competency, score in scores.items() if score > 0)
        return tuple(sorted(found, key=lambda one: (-one.score, one.competency)))

    def outcome(self, candidate: Candidate) -> SuggestedOutcome:
        """Return a candidate with its step, and the words and trainings that led there."""
        teaching = self._teaching(candidate.competency)
        step = self.step(candidate.competency)
        return SuggestedOutcome(
            competency=candidate.competency,
            from_level=step.step[0],
            to_level=step.step[1],
            score=candidate.score,
            words=self._words(candidate.competency, teaching),
            similar=tuple(
                self.lesson.trainings[row].id
                for row, likeness in teaching
                if likeness >= teaching[0][1] * _LEAST_SHARE
            )[:_MOST_SIMILAR],
            step_reason=step.reason,
            step_words=step.words,
        )

    def step(self, competency: str) -> StepChoice:
        """Return the step that the text teaches of a competency, and why."""
        return choose_step(self.text, self._steps(competency), self.lesson.usual)

    def _steps(self, competency: str) -> list[Step]:
        return [
            (one.from_level, one.to_level)
            for row, _ in self._teaching(competency)
            for one in self.lesson.trainings[row].taught
            if one.competency == competency and self.lesson.trainings[row].is_long == self.text.is_long
        ]

    def _teaching(self, competency: str) -> list[tuple[int, float]]:
        return [
            (row, likeness)
            for row, likeness in self.neighbours
            if any(one.competency == competency for one in self.lesson.trainings[row].taught)
        ]

    def _words(self, competency: str, teaching: Sequence[tuple[int, float]]) -> tuple[str, ...]:
        lesson = self.lesson
        row = lesson.competencies.index(competency)
        worth = lesson.worth
        reasons = [(worth.name, lesson.names, row), (worth.description, lesson.descriptions, row)]
        reasons += [(worth.similar * likeness, lesson.titles, training) for training, likeness in teaching]
        brought: dict[int, float] = {}
        for weight, vectors, of in reasons:
            for column, value in row_of(vectors, of).items():
                if column in self.vector:
                    brought[column] = brought.get(column, 0.0) + weight * value * self.vector[column]
        codes = (written for name, _, written in self._coded() if name == competency)
        return (*self._credited(brought), *codes)

    def _coded(self) -> list[tuple[str, float, str]]:
        """Return each competency linked to a code of the text, what that is worth, and the code."""
        codes = dict.fromkeys(
            (*code_terms("Formacode", self.text.formacodes), *code_terms("ROME", self.text.rome))
        )
        return [
            (one.id, one.codes[term.key], term.written[0])
            for one in self.lesson.material.competencies.values()
            for term in codes
            if term.key in one.codes
        ]

    def _credited(self, brought: Mapping[int, float]) -> tuple[str, ...]:
        """Return the words that bring most, in the order of the text, each as it is written first."""
        written: dict[str, str] = {}
        credit: dict[str, float] = {}
        terms: dict[str, Term] = {}
        for _, part in self.parts:
            for term in part:
                terms.setdefault(term.key, term)
        for key, term in terms.items():
            column = self.lesson.weights.column(key)
            share = 0.0 if column is None else brought.get(column, 0.0) / len(term.written)
            for word in term.written:
                name = root_of(word.lower())
                written.setdefault(name, word)
                credit[name] = credit.get(name, 0.0) + share
        least = max(credit.values(), default=0.0) * _LEAST_SHARE
        telling = [name for name, value in credit.items() if value > 0 and value >= least]
        best = sorted(telling, key=lambda name: (-round(credit[name], _FINE_DIGITS), name))[:_MOST_WORDS]
        return tuple(word for name, word in written.items() if name in best)


def read_texts(lesson: Lesson, texts: Sequence[TrainingText]) -> Iterator[Reading]:
    """Yield texts against what was learned; many at once are read faster than one by one."""
    parts = [lesson.parts_of(text) for text in texts]
    keys = [[(worth, [term.key for term in terms]) for worth, terms in one] for one in parts]
    vectors = lesson.weights.blended_vectors(keys)
    near = (nearness(vectors, rows) for rows in (lesson.names, lesson.descriptions, lesson.titles))
    for row, (names, descriptions, titles) in enumerate(zip(*near, strict=True)):
        yield Reading(
            lesson=lesson,
            text=texts[row],
            parts=parts[row],
            vector=row_of(vectors, row),
            names=names,
            descriptions=descriptions,
            neighbours=_neighbours(lesson, titles),
        )


def _neighbours(lesson: Lesson, titles: Sequence[float]) -> tuple[tuple[int, float], ...]:
    likeness = [(row, round(value, _FINE_DIGITS)) for row, value in enumerate(titles) if value > 0]
    near = sorted(likeness, key=lambda one: (-one[1], lesson.trainings[one[0]].id))
    return tuple(near[:_NEIGHBOURS])
