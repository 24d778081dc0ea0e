"""A catalogue learned once, then asked what a training may teach as many times as there are trainings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from buyer_skills.analyses.suggestions.learning import WORTH, Lesson, Worth, learn
from buyer_skills.analyses.suggestions.material import Material, material_of
from buyer_skills.analyses.suggestions.reading import Reading, read_texts
from buyer_skills.analyses.suggestions.results import Suggestions
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.graph.skill_graph import SkillGraph

KNOWN_FROM = 0.5
"""Score of the nearest competency from which something is said; the docs page says what it costs."""

ALSO_FROM = 0.6
"""What the next competencies must have of the score of the first."""

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
        return tuple(
            _suggestions(reading, at_most, known_from)
            for start in range(0, len(texts), _AT_ONCE)
            for reading in read_texts(self.lesson, texts[start : start + _AT_ONCE])
        )


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


def _suggestions(reading: Reading, at_most: int, known_from: float) -> Suggestions:
    candidates = reading.candidates()
    if not candidates or candidates[0].score < known_from:
        best = candidates[0].score if candidates else 0.0
        return Suggestions(is_known=False, outcomes=(), best_score=best)
    best = candidates[0].score
    told = [one for one in candidates if one.score >= best * ALSO_FROM][:at_most]
    return Suggestions(is_known=True, outcomes=tuple(map(reading.outcome, told)), best_score=best)
