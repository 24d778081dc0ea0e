"""What can be said of a step that is not well served: one finding a step, the most serious kind first."""

from typing import Literal, get_args

from buyer_skills.analyses.costs import is_stale, price_of
from buyer_skills.analyses.missing_scope import MissingScope
from buyer_skills.analyses.needed_steps import NeededStep
from buyer_skills.catalog.trainings import EmployerFamily, Training
from buyer_skills.graph.skill_graph import SkillGraph

FindingKind = Literal[
    "absent",
    "practice-only",
    "unreachable",
    "initial-only",
    "unconfirmed",
    "fee-only",
    "far",
    "single-provider",
    "stale",
]
"""What can be wrong with the supply of a step, the most serious first."""

FINDING_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)

WITHOUT_COURSE: tuple[FindingKind, ...] = ("absent", "practice-only", "unreachable", "initial-only")
"""Findings that a new course would answer; the others ask for a check with the provider."""

TOP_LEVEL = 4
"""The level that comes with years in the job: a step to it without supply is for practice."""

EVERYWHERE = "national"
"""The region of what is offered all over the country."""

REMOTE = ("distanciel", "en-ligne")
"""Modalities that can be followed from anywhere."""


def finding_kinds(
    graph: SkillGraph, step: NeededStep, scope: MissingScope, *, enterable: bool
) -> tuple[FindingKind, ...]:
    """Return what can be said of ``step``, the most serious first; nothing when it is well served.

    ``enterable`` says whether someone can get in, from level 0, to a training that teaches the step.
    """
    if not step.trainings:
        return ("practice-only",) if step.practice or step.to_level == TOP_LEVEL else ("absent",)
    supply = tuple(graph.training(identifier) for identifier in step.trainings)
    said: dict[FindingKind, bool] = {
        "unreachable": not enterable,
        "initial-only": all(training.kind == "degree" for training in supply),
        "unconfirmed": all(training.evidence in ("reported", "indicative") for training in supply),
        "fee-only": bool(unfunded_families(graph, step, scope)),
        "far": scope.region is not None and all(_is_far(training, scope.region) for training in supply),
        "single-provider": len({training.provider for training in supply}) == 1,
        "stale": all(is_stale(training, graph.day) for training in supply),
    }
    return tuple(kind for kind in FINDING_KINDS if said.get(kind))


def unfunded_families(graph: SkillGraph, step: NeededStep, scope: MissingScope) -> tuple[EmployerFamily, ...]:
    """Return the employer families for which every training of ``step`` has a known price above 0.

    The families are that of the scope, else those where the jobs, or the people, that need the step are.
    """
    supply = tuple(graph.training(identifier) for identifier in step.trainings)
    return tuple(
        family
        for family in ((scope.employer,) if scope.employer else step.families)
        if supply and all((price_of(graph.catalog, training, family) or 0) > 0 for training in supply)
    )


def _is_far(training: Training, region: str) -> bool:
    """Return whether a training is known to be elsewhere, and known not to be followed at a distance."""
    if training.region is None or training.modality is None:
        return False
    return training.region not in (region, EVERYWHERE) and training.modality not in REMOTE
