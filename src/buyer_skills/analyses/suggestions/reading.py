"""One text against what was learned: the competencies it is near, the words and trainings that led there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from buyer_skills.analyses.search.words import words_asked
from buyer_skills.analyses.suggestions.borrowing import is_too_weak
from buyer_skills.analyses.suggestions.learning import Lesson, TextParts
from buyer_skills.analyses.suggestions.levels import Step, StepChoice, choose_step
from buyer_skills.analyses.suggestions.results import SuggestedOutcome
from buyer_skills.analyses.suggestions.rules import KNOWN_FROM
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
    """A competency with its score, and the words of the title that name it, if any."""

    competency: str
    score: float
    named: tuple[str, ...] = ()


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
        """Return every competency that has a word in common with the text, the nearest first.

        Those that the title names in full come before all others; those whose matter it says are near enough
        to be told.
        """
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
        rounded = {competency: round(1 - value, _DIGITS) for competency, value in unsaid.items()}
        return self._ranked({name: min(1.0, score) for name, score in rounded.items() if score > 0})

    def outcome(self, candidate: Candidate) -> SuggestedOutcome:
        """Return a candidate with its step, and the words and trainings that led there."""
        teaching = self._teaching(candidate.competency)
        step = self.step(candidate.competency)
        return SuggestedOutcome(
            competency=candidate.competency,
            from_level=step.step[0],
            to_level=step.step[1],
            score=candidate.score,
            words=self._words(candidate, teaching),
            similar=tuple(
                self.lesson.trainings[row].id
                for row, likeness in teaching
                if likeness >= teaching[0][1] * _LEAST_SHARE
            )[:_MOST_SIMILAR],
            step_reason=step.reason,
            step_words=step.words,
        )

    def is_too_weak(self, candidate: Candidate) -> bool:
        """Return whether a candidate rests on a word that says too little to be told."""
        competencies = self.lesson.material.competencies
        own = competencies[candidate.competency]
        if candidate.named or any(name == own.id for name, _, _ in self._coded()):
            return False
        words = {root_of(word.lower()) for word in self._words(candidate, self._teaching(own.id))}
        terms: dict[str, set[str]] = {word: set() for word in words}
        for _, part in self.parts:
            for term in part:
                for word in words.intersection(root_of(typed.lower()) for typed in term.written):
                    terms[word].add(term.key)
        others = (one for one in competencies.values() if one.id != own.id)
        return is_too_weak(own, terms.values(), others, self.lesson.material.rules)

    def step(self, competency: str) -> StepChoice:
        """Return the step that the text teaches of a competency, and why."""
        return choose_step(self.text, self._steps(competency), self.lesson.usual)

    def _ranked(self, scores: Mapping[str, float]) -> tuple[Candidate, ...]:
        rules, title = self.lesson.material.rules, self.text.title
        names = {one.id: one.called for one in self.lesson.material.competencies.values()}
        whole = {one: name.whole_in(title) for one, name in names.items()} if rules.whole_names else {}
        matter = {one: name.matter_in(title) for one, name in names.items()} if rules.matters else {}
        best = max((*scores.values(), KNOWN_FROM))
        found = []
        for competency in names:
            said = whole.get(competency, ()) or matter.get(competency, ())
            score = scores.get(competency, 0.0)
            if said:
                score = best if whole.get(competency) else max(score, KNOWN_FROM)
            if score:
                found.append(Candidate(competency, score, said))
        return tuple(
            sorted(found, key=lambda one: (-one.score, not whole.get(one.competency), one.competency))
        )

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

    def _words(self, candidate: Candidate, teaching: Sequence[tuple[int, float]]) -> tuple[str, ...]:
        lesson, competency = self.lesson, candidate.competency
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
        return (*self._credited(brought, candidate.named), *codes)

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

    def _credited(self, brought: Mapping[int, float], named: Sequence[str]) -> tuple[str, ...]:
        """Return the words that name or bring most, in the order of the text, each as it is written first."""
        naming = [root_of(word.lower()) for word in named]
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
        # A word of every sheet, « cycle », may be among those that name, though it brings nothing.
        words = {**dict(zip(naming, named, strict=True)), **written}
        places = [root_of(typed.lower()) for _, typed in words_asked(self.text.title)]
        kept = [name for name in words if name in best or name in naming]
        kept.sort(key=lambda name: places.index(name) if name in places else len(places))
        return tuple(words[name] for name in kept)


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
