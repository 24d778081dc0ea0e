"""The catalogue as terms: what suggestions are learned from, read once."""

from collections.abc import Mapping
from dataclasses import dataclass

from buyer_skills.analyses.suggestions.naming import Name, names_of
from buyer_skills.analyses.suggestions.rules import RULES, Rules
from buyer_skills.analyses.suggestions.terms import TermReader, code_terms, term_reader
from buyer_skills.analyses.suggestions.training_text import is_long
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.trainings import Outcome, Training
from buyer_skills.graph.skill_graph import SkillGraph

_ENGLISH_FRAMEWORKS = ("ProcurCompEU", "ESCO")
"""Outside frameworks whose labels are in English: no French text is like them."""

_SAME_CODE, _NEAR_CODE = 0.5, 0.3
"""What a code of the text says for a competency that is linked to it, or to a wider or near item."""


@dataclass(frozen=True, slots=True)
class CompetencyTerms:
    """The terms of a competency, and the codes it is linked to with what each link is worth.

    ``name`` holds the terms of its title and of the labels it is linked to; ``description`` those and the
    description; ``scenes`` what it looks like at work, which only tells how common a word is. ``title`` holds
    the terms of its title alone, and ``called`` the words that name it.
    """

    id: str
    title: frozenset[str]
    called: Name
    name: tuple[str, ...]
    description: tuple[str, ...]
    scenes: tuple[str, ...]
    codes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TrainingTerms:
    """The terms of a training's title, what it teaches, and whether it is long."""

    id: str
    title: tuple[str, ...]
    taught: tuple[Outcome, ...]
    is_long: bool


@dataclass(frozen=True, slots=True)
class Material:
    """All that suggestions are learned from, by id."""

    reader: TermReader
    rules: Rules
    competencies: Mapping[str, CompetencyTerms]
    trainings: Mapping[str, TrainingTerms]

    def twins_of(self, training: str, shared: float = 1.0) -> frozenset[str]:
        """Return the other trainings whose title has the same terms, or at least a share of them in common.

        Args:
            training: Id of the training.
            shared: Terms in common over terms of either, 0 to 1.
        """
        own = frozenset(self.trainings[training].title)
        others = (other for other in self.trainings.values() if other.id != training)
        return frozenset(
            other.id
            for other in others
            if len(own.intersection(other.title)) >= shared * len(own.union(other.title))
        )


def material_of(graph: SkillGraph, rules: Rules = RULES) -> Material:
    """Return the terms of every competency and training of a catalogue; practice templates are left aside.

    Args:
        graph: The catalogue.
        rules: Which rules what is learned from it follows.
    """
    reader = term_reader(graph.catalog, with_places=not rules.places)
    competencies = graph.catalog.competencies
    called = names_of({one.id: one.title.fr for one in competencies.values()})
    trainings = (one for one in graph.catalog.trainings.values() if not _is_practice(one))
    return Material(
        reader=reader,
        rules=rules,
        competencies={one.id: _of_competency(one, reader, called[one.id]) for one in competencies.values()},
        trainings={one.id: _of_training(one, reader) for one in trainings},
    )


def _is_practice(training: Training) -> bool:
    return training.is_template or training.kind == "practice"


def _of_competency(competency: Competency, reader: TermReader, called: Name) -> CompetencyTerms:
    french = [link for link in competency.links if link.framework not in _ENGLISH_FRAMEWORKS]
    name = reader.keys(competency.title.fr, *(link.label for link in french if link.label))
    said = reader.keys(competency.description.fr) if competency.description else ()
    scenes = [one.fr for level in competency.levels for one in level.descriptors]
    if competency.situation:
        scenes.append(competency.situation.fr)
    codes = {
        term.key: _SAME_CODE if link.relation in {"exact", "close"} else _NEAR_CODE
        for link in french
        if link.code
        for term in code_terms(link.framework, [link.code])
    }
    return CompetencyTerms(
        id=competency.id,
        title=frozenset(reader.keys(competency.title.fr)),
        called=called,
        name=name,
        description=(*name, *said),
        scenes=reader.keys(*scenes),
        codes=codes,
    )


def _of_training(training: Training, reader: TermReader) -> TrainingTerms:
    return TrainingTerms(
        training.id,
        reader.keys(training.title.fr),
        training.taught,
        is_long(training.kind, training.hours),
    )
