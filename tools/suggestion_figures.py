"""The figures of the page on suggestions: each training of the bundled catalogue left out in turn.

The page is written by hand around the blocks that are filled here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import yaml

from buyer_skills.analyses.suggestions.learning import Worth
from buyer_skills.analyses.suggestions.material import Material, material_of
from buyer_skills.analyses.suggestions.measures import (
    THRESHOLDS,
    LeftOut,
    Method,
    Quality,
    always_first_step,
    exact_words,
    left_out,
    most_frequent,
    quality_of,
    suggested,
    twins_left_out,
)
from buyer_skills.analyses.suggestions.results import SuggestedOutcome, Suggestions
from buyer_skills.analyses.suggestions.rules import KNOWN_FROM, RULES, Rules
from buyer_skills.analyses.suggestions.suggesting import learned_from, learned_without
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import share_text
from buyer_skills.messages.wording import wording
from figure_blocks import filled, table
from judged_suggestions import Judged, judged, judged_counts, judged_table

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "explanation" / "suggestions.md"
FOREIGN = ROOT / "tests" / "cases" / "foreign_trainings.yaml"

PAST_SHOWN = 20
"""Past trainings shown with what would be suggested for them."""

_ERRORS_SHOWN = 8
_NEAR = 0.5
_SIMILAR_ALONE = Worth(name=0, description=0)
_BANDS = (KNOWN_FROM, 0.6, 0.7, 0.8, 0.9, 1.01)
_WORDS = wording("fr")
_UNKNOWN = "ne sait pas"

_RULES = {
    "places": "lieux",
    "brackets": "parenthèses",
    "whole_names": "nom entier",
    "matters": "objet du nom",
    "vague": "mot « public »",
    "borrowed": "mot emprunté",
}
"""The rules, as the page calls them."""


def suggestion_files() -> Iterator[tuple[Path, str]]:
    """Yield the page with its text."""
    figures = Figures(_bundled())
    yield PAGE, filled(PAGE.read_text(encoding="utf-8"), figures.block)


def past_trainings(graph: SkillGraph) -> list[Training]:
    """Return the past trainings that are shown: as many, evenly taken from the list by id."""
    past = [one for one in graph.catalog.trainings.values() if one.status in {"ended", "history"}]
    past.sort(key=lambda one: one.id)
    return [past[number * len(past) // PAST_SHOWN] for number in range(PAST_SHOWN)]


def suggestions_of_past(graph: SkillGraph) -> list[tuple[Training, Suggestions]]:
    """Return the past trainings that are shown, each with what is suggested when it is left out."""
    material = material_of(graph)
    return [(one, _of_left_out(material, one)) for one in past_trainings(graph)]


def told(graph: SkillGraph, found: Suggestions) -> str:
    """Return suggestions in French, with their words, or that nothing is known."""
    return "<br>".join(_outcome(graph, one) for one in found.outcomes) if found.is_known else _UNKNOWN


def _outcome(graph: SkillGraph, one: SuggestedOutcome) -> str:
    title = graph.competency(one.competency).title.fr
    words = ", ".join(f"« {word} »" for word in one.words)
    return f"{title}, niveau {one.from_level} à {one.to_level} ({words})"


def _of_left_out(material: Material, training: Training) -> Suggestions:
    text = TrainingText(training.title.fr, kind=training.kind, hours=training.hours)
    return learned_without(material, {training.id}).suggest(text)


def _bundled() -> SkillGraph:
    catalog = load_catalog()
    if catalog.date is None:
        raise ValueError("the bundled catalogue has a date")
    return SkillGraph.of(catalog, catalog.date)


@dataclass(frozen=True)
class Figures:
    """What is measured on a catalogue, and the blocks that tell it."""

    graph: SkillGraph

    def block(self, name: str) -> str:
        """Return the figures of a block of the page."""
        blocks: dict[str, Callable[[], str]] = {
            "erreurs": self._errors,
            "essai": self._trial,
            "etrangers": self._foreign,
            "jugees": lambda: judged_table(self.graph, self._judged),
            "jugees-compte": lambda: judged_counts(self._judged),
            "niveaux": self._steps,
            "qualite": self._quality,
            "regles": self._rules,
            "scores": self._bands,
            "seuils": self._thresholds,
            "sortes": self._kinds,
            "vingt": self._past,
        }
        return blocks[name]()

    @cached_property
    def _material(self) -> Material:
        return material_of(self.graph)

    @cached_property
    def _ours(self) -> tuple[LeftOut, ...]:
        return self._left_out(suggested())

    @cached_property
    def _methods(self) -> Sequence[tuple[str, tuple[LeftOut, ...], float]]:
        return (
            ("cet outil", self._ours, KNOWN_FROM),
            ("cet outil, sans les titres jumeaux", self._twins_left_out(1.0), KNOWN_FROM),
            ("cet outil, sans les titres voisins", self._twins_left_out(_NEAR), KNOWN_FROM),
            ("cet outil, s'il répondait toujours", self._ours, 0.0),
            ("… par les mots des compétences seuls", self._left_out(suggested(Worth(similar=0))), 0.0),
            ("… par les formations semblables seules", self._left_out(suggested(_SIMILAR_ALONE)), 0.0),
            ("mots exacts du nom de la compétence", self._left_out(exact_words(self.graph)), 0.0),
            ("compétences les plus fréquentes", self._left_out(most_frequent), 0.0),
        )

    def _left_out(self, method: Method) -> tuple[LeftOut, ...]:
        return left_out(self.graph, self._material, method)

    def _twins_left_out(self, shared: float) -> tuple[LeftOut, ...]:
        return twins_left_out(self._material, suggested(), self._ours, shared)

    def _trial(self) -> str:
        material = self._material
        twins = sum(bool(material.twins_of(out.training.id)) for out in self._ours)
        near = sum(bool(material.twins_of(out.training.id, _NEAR)) for out in self._ours)
        return table(
            ("l'essai", "combien"),
            (
                (
                    "formations qui enseignent quelque chose, retirées une à une",
                    str(len(self._ours)),
                ),
                ("compétences et niveaux qu'elles donnent en tout", str(quality_of(self._ours).expected)),
                ("dont le titre a un jumeau : les mêmes mots, ailleurs ou une autre année", str(twins)),
                ("dont le titre a un voisin : la moitié des mots en commun, ou plus", str(near)),
                ("seuil en dessous duquel l'outil ne sait pas", _decimal(KNOWN_FROM)),
            ),
        )

    def _quality(self) -> str:
        return _qualities(
            (name, quality_of(outs, threshold=threshold)) for name, outs, threshold in self._methods
        )

    def _steps(self) -> str:
        fixed = always_first_step(self._ours)
        ways = [*self._methods, ("cet outil, s'il disait toujours « de 0 à 1 »", fixed, KNOWN_FROM)]
        return _qualities(
            (name, quality_of(outs, threshold=threshold, with_step=True)) for name, outs, threshold in ways
        )

    @cached_property
    def _judged(self) -> list[Judged]:
        return judged(self.graph, self._material)

    def _rules(self) -> str:
        none = Rules(**dict.fromkeys(_RULES, False))
        ways = (
            ("aucune règle", none),
            *(
                (f"{said} : cette règle seule", replace(none, **{rule: True}))
                for rule, said in _RULES.items()
            ),
            ("toutes les règles", RULES),
        )
        return _qualities(
            (name, quality_of(self._following(rules), threshold=KNOWN_FROM)) for name, rules in ways
        )

    def _following(self, rules: Rules) -> tuple[LeftOut, ...]:
        return left_out(self.graph, material_of(self.graph, rules), suggested())

    def _kinds(self) -> str:
        material = self._material
        long = [out for out in self._ours if material.trainings[out.training.id].is_long]
        short = [out for out in self._ours if not material.trainings[out.training.id].is_long]
        return _qualities(
            (
                ("stages, MOOC et autres formations courtes", quality_of(short, threshold=KNOWN_FROM)),
                ("diplômes, cycles, certifications", quality_of(long, threshold=KNOWN_FROM)),
            )
        )

    def _thresholds(self) -> str:
        foreign = self._foreign_scores
        return table(
            ("seuil", "répond", "première juste", "dit quelque chose d'un titre étranger à l'achat"),
            (
                (
                    f"**{_decimal(value)}**" if value == KNOWN_FROM else _decimal(value),
                    _share(quality.answered, quality.trainings),
                    _share(quality.first_right, quality.answered),
                    f"{sum(score >= value for _, score in foreign)} sur {len(foreign)}",
                )
                for value in THRESHOLDS
                for quality in (quality_of(self._ours, threshold=value),)
            ),
        )

    def _bands(self) -> str:
        rows = []
        for low, high in pairwise(_BANDS):
            inside = [out for out in self._ours if low <= out.score < high]
            right = sum(out.is_first_right for out in inside)
            name = f"{_decimal(low)} à {_decimal(min(high, 1.0))}"
            rows.append((name, str(len(inside)), str(right)))
        return table(("score de la première", "formations", "première juste"), rows)

    @cached_property
    def _foreign_scores(self) -> list[tuple[str, float]]:
        suggester = learned_from(self.graph)
        titles: list[str] = yaml.safe_load(FOREIGN.read_text(encoding="utf-8"))
        return [(title, suggester.suggest(TrainingText(title)).best_score) for title in titles]

    def _foreign(self) -> str:
        suggester = learned_from(self.graph)
        said = [title for title, score in self._foreign_scores if score >= KNOWN_FROM]
        return table(
            ("titre étranger à l'achat public", "ce que l'outil en dit à tort"),
            ((title, told(self.graph, suggester.suggest(TrainingText(title)))) for title in said),
        )

    def _errors(self) -> str:
        wrong = [out for out in self._ours if out.score >= KNOWN_FROM and not out.is_first_right]
        wrong.sort(key=lambda out: (-out.score, out.training.id))
        material = self._material
        return table(
            ("titre", "ce que l'outil suggère", "ce que dit le catalogue"),
            (
                (
                    out.training.title.fr,
                    told(self.graph, _of_left_out(material, out.training)),
                    ", ".join(self.graph.competency(name).title.fr for name, _ in out.expected),
                )
                for out in wrong[:_ERRORS_SHOWN]
            ),
        )

    def _past(self) -> str:
        return table(
            ("titre", "type", "ce que l'outil suggère"),
            (
                (one.title.fr, _WORDS.text(f"terms.training-kind.{one.kind}"), told(self.graph, found))
                for one, found in suggestions_of_past(self.graph)
            ),
        )


def _qualities(rows: Iterator[tuple[str, Quality]] | Sequence[tuple[str, Quality]]) -> str:
    return table(
        (
            "façon de faire",
            "répond",
            "première : justes",
            "première : trouvées",
            "trois premières : justes",
            "trois premières : trouvées",
            "une juste au moins",
        ),
        (
            (
                name,
                _share(quality.answered, quality.trainings),
                _share(quality.first_right, quality.answered),
                _share(quality.first_right, quality.expected),
                _share(quality.right, quality.said),
                _share(quality.right, quality.expected),
                _share(quality.one_right, quality.answered),
            )
            for name, quality in rows
        ),
    )


def _share(part: int, whole: int) -> str:
    return share_text(part, whole, "fr") if whole else ""


def _decimal(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
