"""What is learned from a catalogue: vectors of its competencies and trainings, and the usual steps."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from buyer_skills.analyses.suggestions.levels import Step, usual_steps
from buyer_skills.analyses.suggestions.material import Material, TrainingTerms
from buyer_skills.analyses.suggestions.terms import Term
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.analyses.suggestions.vectors import TermWeights, Vectors, weigh_terms

_TITLE, _AIMS, _PROGRAMME = 1.0, 0.5, 0.5
"""What each part of a text is worth: a title is what others chose to say first."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned.

    Rows of ``names`` and ``descriptions`` are ``competencies``; rows of ``titles`` are ``trainings``.
    """

    material: Material
    weights: TermWeights
    competencies: tuple[str, ...]
    names: Vectors
    descriptions: Vectors
    trainings: tuple[TrainingTerms, ...]
    titles: Vectors
    usual: Mapping[bool, Step]

    def parts_of(self, text: TrainingText) -> tuple[tuple[float, tuple[Term, ...]], ...]:
        """Return the terms of each part of ``text`` with what it is worth; empty parts are left out."""
        reader = self.material.reader
        parts = (
            (_TITLE, reader.terms(text.title)),
            (_AIMS, reader.terms(text.aims)),
            (_PROGRAMME, reader.terms(text.programme)),
        )
        return tuple((worth, terms) for worth, terms in parts if terms)

    def vector_of(self, parts: tuple[tuple[float, tuple[Term, ...]], ...]) -> Vectors:
        """Return a text as one vector of length 1 at most."""
        return self.weights.blended_vector([(worth, [term.key for term in terms]) for worth, terms in parts])


def learn(material: Material, without: Collection[str] = ()) -> Lesson | None:
    """Return what ``material`` teaches; None when it has no competency or no word.

    Args:
        material: The catalogue as terms.
        without: Ids of trainings to leave out of everything that is learned, to measure.
    """
    competencies = tuple(material.competencies.values())
    known = tuple(one for one in material.trainings.values() if one.id not in without)
    weights = weigh_terms(
        [
            *(one.description for one in competencies),
            *(one.scenes for one in competencies if one.scenes),
            *(one.title for one in known),
        ]
    )
    if weights is None or not competencies:
        return None
    teaching = tuple(one for one in known if one.taught)
    return Lesson(
        material=material,
        weights=weights,
        competencies=tuple(one.id for one in competencies),
        names=weights.unit_vectors([one.name for one in competencies]),
        descriptions=weights.unit_vectors([one.description for one in competencies]),
        trainings=teaching,
        titles=weights.unit_vectors([one.title for one in teaching]) if teaching else None,
        usual=usual_steps(_steps(teaching)),
    )


def _steps(trainings: tuple[TrainingTerms, ...]) -> Iterator[tuple[bool, Step]]:
    for training in trainings:
        yield from ((training.is_long, (one.from_level, one.to_level)) for one in training.taught)
