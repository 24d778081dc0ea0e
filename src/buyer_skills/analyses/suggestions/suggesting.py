"""A catalogue learned once, then asked what a training may teach as many times as there are trainings."""

from collections.abc import Collection
from dataclasses import dataclass

from buyer_skills.analyses.suggestions.learning import Lesson, learn
from buyer_skills.analyses.suggestions.material import Material, material_of
from buyer_skills.analyses.suggestions.reading import read_text
from buyer_skills.analyses.suggestions.results import Suggestions
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.graph.skill_graph import SkillGraph

KNOWN_FROM = 0.5
"""Score of the nearest competency from which something is said; the docs page says what it costs."""

ALSO_FROM = 0.6
"""What the next competencies must have of the score of the first."""

MOST = 3
"""Outcomes suggested at most."""


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
        if self.lesson is None:
            return Suggestions(is_known=False, outcomes=(), best_score=0.0)
        reading = read_text(self.lesson, text)
        candidates = reading.candidates()
        best = candidates[0].score if candidates else 0.0
        if not candidates or best < known_from:
            return Suggestions(is_known=False, outcomes=(), best_score=best)
        told = [one for one in candidates if one.score >= best * ALSO_FROM][:at_most]
        return Suggestions(is_known=True, outcomes=tuple(map(reading.outcome, told)), best_score=best)


def learned_from(graph: SkillGraph) -> OutcomeSuggester:
    """Return what suggests outcomes from the competencies and trainings of a catalogue.

    Trainings that ended teach too: someone has read them. What is proposed is not in a catalogue.
    """
    return learned_without(material_of(graph))


def learned_without(material: Material, without: Collection[str] = ()) -> OutcomeSuggester:
    """Return the same from terms already read, as if the trainings ``without`` had never been there."""
    return OutcomeSuggester(learn(material, without))
