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


TextParts = tuple[tuple[float, tuple[Term, ...]], ...]
"""The parts of a text that say something: what each is worth, and its terms."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What the words of a competency's name, of its description, and of similar trainings are worth."""

    name: float = 0.6
    description: float = 0.4
    similar: float = 0.7


WORTH = Worth()
"""What was chosen; the page on suggestions shows what each reason is worth alone."""


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
    worth: Worth

    def parts_of(self, text: TrainingText) -> TextParts:
        """Return the terms of each part of ``text`` with what it is worth; empty parts are left out."""
        reader = self.material.reader
        parts = (
            (_TITLE, reader.terms(text.title)),
            (_AIMS, reader.terms(text.aims)),
            (_PROGRAMME, reader.terms(text.programme)),
        )
        return tuple((worth, terms) for worth, terms in parts if terms)


def learn(material: Material, without: Collection[str] = (), worth: Worth = WORTH) -> Lesson | None:
    """Return what ``material`` teaches; None when it has no competency or no word.

    Args:
        material: The catalogue as terms.
        without: Ids of trainings to leave out of everything that is learned, to measure.
        worth: What each reason is worth.
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
        worth=worth,
    )


def _steps(trainings: tuple[TrainingTerms, ...]) -> Iterator[tuple[bool, Step]]:
    for training in trainings:
        yield from ((training.is_long, (one.from_level, one.to_level)) for one in training.taught)
