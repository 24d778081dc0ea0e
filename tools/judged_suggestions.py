"""What a person judged of twenty suggestions, blind, and what the same judgement gives on those of today."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from buyer_skills.analyses.suggestions.material import Material
from buyer_skills.analyses.suggestions.suggesting import learned_without
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph
from figure_blocks import table

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "judged_suggestions.yaml"

_VERDICTS = ("juste", "plausible", "fausse")
_UNJUDGED = "non jugée"
_SILENT = "silence"


@dataclass(frozen=True)
class Judged:
    """A training, what was said of it with the verdict on each, and what is said today.

    ``silence`` is the verdict on having said nothing; ``missing`` what the judge missed.
    """

    training: Training
    before: Mapping[str, str]
    silence: str | None
    missing: tuple[str, ...]
    now: tuple[str, ...]

    @property
    def now_judged(self) -> dict[str, str]:
        """What is said today with the verdict it had, if it was said then."""
        return {name: self.before.get(name, _UNJUDGED) for name in self.now}


def judged(graph: SkillGraph, material: Material) -> list[Judged]:
    """Return the trainings that were judged, each left out before it is asked about."""
    cases: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return [_judged(graph.training(case["training"]), case, material) for case in cases]


def judged_table(graph: SkillGraph, cases: Iterable[Judged]) -> str:
    """Return what was said and is said of each training, with its verdict."""
    return table(
        ("titre", "la version jugée", "celle d'aujourd'hui"),
        (
            (
                case.training.title.fr,
                _told(graph, case.before) or f"{_SILENT} : {case.silence}",
                _told(graph, case.now_judged) or _SILENT,
            )
            for case in cases
        ),
    )


def judged_counts(cases: Iterable[Judged]) -> str:
    """Return how many suggestions had each verdict, then and today, and how many silences."""
    cases = list(cases)
    before = [case.before for case in cases]
    now = [case.now_judged for case in cases]
    silent_then = Counter(case.silence for case in cases if case.silence)
    silent_now = Counter(case.silence or _UNJUDGED for case in cases if not case.now)
    missing = [(name, case) for case in cases for name in case.missing]
    found = sum(name in case.now for name, case in missing)
    verdicts = (*_VERDICTS, _UNJUDGED, "total")
    suggestions = table(
        ("suggestions", *verdicts),
        (
            ("première, version jugée", *_counts(_firsts(before))),
            ("première, aujourd'hui", *_counts(_firsts(now))),
            ("toutes, version jugée", *_counts(_all(before))),
            ("toutes, aujourd'hui", *_counts(_all(now))),
        ),
    )
    silences = table(
        ("silences", "bons", "mauvais", "non jugés", "total"),
        (("version jugée", *_silences(silent_then)), ("aujourd'hui", *_silences(silent_now))),
    )
    told = (
        "Compétences qui s'imposaient d'après cette personne, et que la version jugée taisait : "
        f"{len(missing)}. Suggérées aujourd'hui : {found}.\n"
    )
    return f"{suggestions}\n{silences}\n{told}"


def _judged(training: Training, case: Mapping[str, Any], material: Material) -> Judged:
    text = TrainingText(training.title.fr, kind=training.kind, hours=training.hours)
    found = learned_without(material, {training.id}).suggest(text)
    return Judged(
        training=training,
        before=case.get("said", {}),
        silence=case.get("silence"),
        missing=tuple(case.get("missing", ())),
        now=tuple(one.competency for one in found.outcomes),
    )


def _told(graph: SkillGraph, verdicts: Mapping[str, str]) -> str:
    return "<br>".join(f"{graph.competency(name).title.fr} : {verdict}" for name, verdict in verdicts.items())


def _firsts(said: Iterable[Mapping[str, str]]) -> Iterator[str]:
    yield from (next(iter(one.values())) for one in said if one)


def _all(said: Iterable[Mapping[str, str]]) -> Iterator[str]:
    for one in said:
        yield from one.values()


def _counts(verdicts: Iterable[str]) -> list[str]:
    counts = Counter(verdicts)
    return [*(str(counts[name]) for name in (*_VERDICTS, _UNJUDGED)), str(counts.total())]


def _silences(counts: Counter[str]) -> list[str]:
    return [*(str(counts[name]) for name in ("bon", "mauvais", _UNJUDGED)), str(counts.total())]
