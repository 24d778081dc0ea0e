"""The steps that jobs ask for, and what the catalogue offers for each.

A profile that asks for level 3 of a competency asks for its three steps. ``demand`` counts the profiles
that ask for a step, ``weighted_demand`` adds up the importance they give it. Jobs are standard and local
profiles, never a reference one; a profile named in the scope is counted alone, whatever its kind. With
needs files, people count instead of profiles: see :mod:`buyer_skills.analyses.asking`.
"""

from collections.abc import Iterable, Mapping
from typing import Self

from pydantic import Field

from buyer_skills.analyses.asking import Asking, Needs, asking_for
from buyer_skills.analyses.missing_scope import MissingScope
from buyer_skills.analyses.results import Step
from buyer_skills.catalog.trainings import EVIDENCE_ORDER, EmployerFamily, Training
from buyer_skills.graph.skill_graph import SkillGraph

NOBODY = Asking(profiles=(), demand=0, weighted=0)
"""Who asks for a step that no job of the scope asks for."""


class NeededStep(Step):
    """A step that some profile asks for, and what is offered for it."""

    demand: int = Field(description="Profiles that ask for the step; people who need it, with needs files.")
    weighted_demand: int = Field(description="Sum of the importance they give it, or that their jobs do.")
    profiles: tuple[str, ...] = Field(description="Ids of those profiles.")
    families: tuple[EmployerFamily, ...] = Field(
        description="Employer families where those jobs exist or, with needs files, where those people are."
    )
    trainings: tuple[str, ...] = Field(
        description="Offered trainings that teach the step, practice left out, the surest first."
    )
    evidence: Mapping[str, int] = Field(description="How many of them by evidence, the surest first.")
    practice: bool = Field(description="Whether a practice that an employer sets up teaches the step.")

    @classmethod
    def of(cls, graph: SkillGraph, competency: str, level: int, asking: Asking = NOBODY) -> Self:
        """Return the step of ``competency`` that ends at ``level``, with who asks for it."""
        offered = graph.trainings_teaching(competency, level)
        supply = surest_first(training for training in offered if training.kind != "practice")
        return cls(
            competency=competency,
            from_level=level - 1,
            to_level=level,
            demand=asking.demand,
            weighted_demand=asking.weighted,
            profiles=tuple(profile.id for profile in asking.profiles),
            families=asking.families,
            trainings=tuple(training.id for training in supply),
            evidence={
                grade: sum(training.evidence == grade for training in supply) for grade in EVIDENCE_ORDER
            },
            practice=len(supply) < len(offered),
        )


def needed_steps(
    graph: SkillGraph, scope: MissingScope, needs: Needs | None = None
) -> tuple[tuple[NeededStep, Asking], ...]:
    """Return every step that the jobs, or the people, of ``scope`` need, with who asks for it.

    They stand by area, competency and level.

    The limits of ``scope`` on competencies are left to the caller: a hole outside them may be the cause of
    one inside.
    """
    rank = {area: index for index, area in enumerate(graph.catalog.areas)}
    competencies = sorted(graph.catalog.competencies.values(), key=lambda each: (rank[each.area], each.id))
    # A median level may leave out the first steps of a competency and not the next.
    return tuple(
        (NeededStep.of(graph, competency.id, level, asking), asking)
        for competency in competencies
        for level in range(1, 5)
        if (asking := asking_for(graph, scope, competency.id, level, needs))
    )


def surest_first(trainings: Iterable[Training]) -> tuple[Training, ...]:
    """Return trainings by evidence, confirmed ones first, then by id."""
    return tuple(sorted(trainings, key=lambda training: (evidence_rank(training), training.id)))


def evidence_rank(training: Training) -> int:
    """Return 0 for a confirmed training, rising as evidence weakens; generic last."""
    order = (*EVIDENCE_ORDER, "generic")
    return order.index(training.evidence)
