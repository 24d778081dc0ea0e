"""One text against what was learned: the competencies it is near, the words and trainings that led there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from buyer_skills.analyses.suggestions.learning import Lesson
from buyer_skills.analyses.suggestions.levels import Step, StepChoice, choose_step
from buyer_skills.analyses.suggestions.results import SuggestedOutcome
from buyer_skills.analyses.suggestions.terms import Term, code_terms, root_of
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.analyses.suggestions.vectors import Vectors, nearness

_NAME, _DESCRIPTION, _SIMILAR = 0.6, 0.4, 0.7
"""What the words of a competency's name, of its description, and of similar trainings are worth."""

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
    """A text as a vector, and the rows of the trainings most like it with their likeness."""

    lesson: Lesson
    text: TrainingText
    parts: tuple[tuple[float, tuple[Term, ...]], ...]
    vector: Vectors
    neighbours: tuple[tuple[int, float], ...]

    def candidates(self) -> tuple[Candidate, ...]:
        """Return every competency that has a word in common with the text, the nearest first."""
        lesson = self.lesson
        # What each reason leaves unsaid, multiplied: two weak reasons make a better one, never above 1.
        unsaid = {
            competency: 1 - _NAME * name - _DESCRIPTION * description
            for competency, name, description in zip(
                lesson.competencies,
                nearness(lesson.names, self.vector),
                nearness(lesson.descriptions, self.vector),
                strict=True,
            )
        }
        for competency, worth, _ in self._coded():
            unsaid[competency] *= 1 - worth
        for row, likeness in self.neighbours:
            for competency in sorted({one.competency for one in lesson.trainings[row].taught}):
                if competency in unsaid:
                    unsaid[competency] *= 1 - _SIMILAR * likeness
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
        target = _NAME * lesson.names[row] + _DESCRIPTION * lesson.descriptions[row]
        for training, likeness in teaching:
            target = target + _SIMILAR * likeness * lesson.titles[training]
        codes = (written for name, _, written in self._coded() if name == competency)
        return (*self._credited(lesson.weights.by_term(self.vector.multiply(target))), *codes)

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

    def _credited(self, brought: Mapping[str, float]) -> tuple[str, ...]:
        """Return the words that bring most, in the order of the text, each as it is written first."""
        written: dict[str, str] = {}
        credit: dict[str, float] = {}
        terms: dict[str, Term] = {}
        for _, part in self.parts:
            for term in part:
                terms.setdefault(term.key, term)
        for key, term in terms.items():
            for word in term.written:
                name = root_of(word.lower())
                written.setdefault(name, word)
                credit[name] = credit.get(name, 0.0) + brought.get(key, 0.0) / len(term.written)
        least = max(credit.values(), default=0.0) * _LEAST_SHARE
        telling = [name for name, value in credit.items() if value > 0 and value >= least]
        best = sorted(telling, key=lambda name: (-round(credit[name], _FINE_DIGITS), name))[:_MOST_WORDS]
        return tuple(word for name, word in written.items() if name in best)


def read_text(lesson: Lesson, text: TrainingText) -> Reading:
    """Return ``text`` against what was learned."""
    parts = lesson.parts_of(text)
    vector = lesson.vector_of(parts)
    likeness = [round(value, _FINE_DIGITS) for value in nearness(lesson.titles, vector)]
    near = [(row, value) for row, value in enumerate(likeness) if value > 0]
    near.sort(key=lambda one: (-one[1], lesson.trainings[one[0]].id))
    return Reading(lesson, text, parts, vector, tuple(near[:_NEIGHBOURS]))
