"""A catalogue learned once, then asked what a training may teach as many times as there are trainings."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from buyer_skills.analyses.suggestions.learning import WORTH, Lesson, Worth, learn
from buyer_skills.analyses.suggestions.material import Material, material_of
from buyer_skills.analyses.suggestions.reading import Reading, read_texts
from buyer_skills.analyses.suggestions.results import Suggestions
from buyer_skills.analyses.suggestions.rules import KNOWN_FROM
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.graph.skill_graph import SkillGraph

ALSO_FROM = 0.6
"""What the next competencies must have of the score of the first, unless the title names them."""

MOST = 3
"""Outcomes suggested at most."""


_AT_ONCE = 256
"""Texts read at once: enough to go fast, few enough to take little memory."""

_UNKNOWN = Suggestions(is_known=False, outcomes=(), best_score=0.0)


@dataclass(frozen=True, slots=True)
class OutcomeSuggester:
    """What was learned from a catalogue; None when there was nothing to learn."""

    lesson: Lesson | None

    def suggest(
        self, text: TrainingText, *, at_most: int = MOST, known_from: float = KNOWN_FROM
    ) -> Suggestions:
        """Return the outcomes that ``text`` may have, the surest first, or that nothing is known.

        Args:
            text: The training.
            at_most: Outcomes wanted at most.
            known_from: Score of the nearest competency from which something is said, 0 to 1.
        """
        return self.suggest_all([text], at_most=at_most, known_from=known_from)[0]

    def suggest_all(
        self, texts: Sequence[TrainingText], *, at_most: int = MOST, known_from: float = KNOWN_FROM
    ) -> tuple[Suggestions, ...]:
        """Return what :meth:`suggest` says of each text, several times faster than one by one."""
        if self.lesson is None:
            return tuple(_UNKNOWN for _ in texts)
        found = list(_read(self.lesson, texts, at_most, known_from))
        if self.lesson.material.rules.brackets:
            shorter = [(row, text.without_asides) for row, text in enumerate(texts)]
            rows = [row for row, text in shorter if text != texts[row]]
            again = _read(self.lesson, [shorter[row][1] for row in rows], at_most, known_from)
            # What stands in brackets may bring near, never push away: the nearer of the two is told.
            for row, without in zip(rows, again, strict=True):
                found[row] = max(found[row], without, key=lambda one: one.best_score)
        return tuple(found)


def learned_from(graph: SkillGraph) -> OutcomeSuggester:
    """Return what suggests outcomes from the competencies and trainings of a catalogue.

    Trainings that ended teach too: someone has read them. What is proposed is not in a catalogue.
    """
    return learned_without(material_of(graph))


def learned_without(
    material: Material, without: Collection[str] = (), worth: Worth = WORTH
) -> OutcomeSuggester:
    """Return the same from terms already read, as if the trainings ``without`` had never been there."""
    return OutcomeSuggester(learn(material, without, worth))


def _read(
    lesson: Lesson, texts: Sequence[TrainingText], at_most: int, known_from: float
) -> Iterator[Suggestions]:
    for start in range(0, len(texts), _AT_ONCE):
        for reading in read_texts(lesson, texts[start : start + _AT_ONCE]):
            yield _suggestions(reading, at_most, known_from)


def _suggestions(reading: Reading, at_most: int, known_from: float) -> Suggestions:
    rest = iter(reading.candidates())
    first = next((one for one in rest if not reading.is_too_weak(one)), None)
    if first is None or first.score < known_from:
        return Suggestions(is_known=False, outcomes=(), best_score=first.score if first else 0.0)
    # Whether a reason is too weak takes longest to tell: it is asked of those that are near enough alone.
    least = first.score * ALSO_FROM
    near = (one for one in rest if (one.named or one.score >= least) and not reading.is_too_weak(one))
    told = (first, *islice(near, at_most - 1))
    return Suggestions(is_known=True, outcomes=tuple(map(reading.outcome, told)), best_score=first.score)
