"""The steps that jobs ask for, and what the catalogue offers for each.

A profile that asks for level 3 of a competency asks for its three steps. ``demand`` counts the profiles
that ask for a step, ``weighted_demand`` adds up the importance they give it. Jobs are standard and local
profiles, never a reference one; a profile named in the scope is counted alone, whatever its kind.
"""

from collections.abc import Iterable, Mapping
from typing import Self

from pydantic import Field

from buyer_skills.analyses.results import Result, Step
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import EVIDENCE_ORDER, EmployerFamily, Training
from buyer_skills.graph.skill_graph import JOBS, SkillGraph


class MissingScope(Result):
    """What a report on missing courses is limited to; each field left out limits nothing."""

    profile: str | None = Field(default=None, description="Need of this profile alone, whatever its kind.")
    theme: str | None = Field(default=None, description="Competencies that carry this theme.")
    role: str | None = Field(default=None, description="Competencies that serve this role.")
    area: str | None = Field(default=None, description="Competencies of this area.")
    region: str | None = Field(
        default=None, description="Region the trainings must be in, or be followed at a distance."
    )
    employer: EmployerFamily | None = Field(
        default=None, description="Family of employers whose jobs are counted and whose prices are judged."
    )

    def covers(self, competency: Competency) -> bool:
        """Return whether the scope holds ``competency``."""
        return (
            (self.theme is None or self.theme in competency.themes)
            and (self.role is None or self.role in competency.roles)
            and (self.area is None or self.area == competency.area)
        )


class NeededStep(Step):
    """A step that some profile asks for, and what is offered for it."""

    demand: int = Field(description="Profiles that ask for the step.")
    weighted_demand: int = Field(description="Sum of the importance they give it.")
    profiles: tuple[str, ...] = Field(description="Ids of those profiles.")
    trainings: tuple[str, ...] = Field(
        description="Offered trainings that teach the step, practice left out, the surest first."
    )
    evidence: Mapping[str, int] = Field(description="How many of them by evidence, the surest first.")
    practice: bool = Field(description="Whether a practice that an employer sets up teaches the step.")

    @classmethod
    def of(cls, graph: SkillGraph, competency: str, level: int, profiles: tuple[JobProfile, ...]) -> Self:
        """Return the step of ``competency`` that ends at ``level``, asked for by ``profiles``."""
        offered = graph.trainings_teaching(competency, level)
        supply = surest_first(training for training in offered if training.kind != "practice")
        return cls(
            competency=competency,
            from_level=level - 1,
            to_level=level,
            demand=len(profiles),
            weighted_demand=sum(_importance(profile, competency) for profile in profiles),
            profiles=tuple(profile.id for profile in profiles),
            trainings=tuple(training.id for training in supply),
            evidence={
                grade: sum(training.evidence == grade for training in supply) for grade in EVIDENCE_ORDER
            },
            practice=len(supply) < len(offered),
        )


def needed_steps(graph: SkillGraph, scope: MissingScope) -> tuple[NeededStep, ...]:
    """Return every step that the profiles of ``scope`` ask for, by area, competency and level.

    The limits of ``scope`` on competencies are left to the caller: a hole outside them may be the cause of
    one inside.
    """
    rank = {area: index for index, area in enumerate(graph.catalog.areas)}
    competencies = sorted(graph.catalog.competencies.values(), key=lambda each: (rank[each.area], each.id))
    steps: list[NeededStep] = []
    for competency in competencies:
        for level in range(1, 5):
            asking = profiles_asking(graph, scope, competency.id, level)
            if not asking:
                break
            steps.append(NeededStep.of(graph, competency.id, level, asking))
    return tuple(steps)


def profiles_asking(
    graph: SkillGraph, scope: MissingScope, competency: str, level: int
) -> tuple[JobProfile, ...]:
    """Return the profiles of ``scope`` that ask for ``competency`` at ``level`` or above."""
    if scope.profile is not None:
        profile = graph.profile(scope.profile)
        return (profile,) if (profile.level_of(competency) or 0) >= level else ()
    return tuple(
        profile
        for profile in graph.profiles_requiring(competency, level, JOBS)
        if scope.employer is None or not profile.employers or scope.employer in profile.employers
    )


def surest_first(trainings: Iterable[Training]) -> tuple[Training, ...]:
    """Return trainings by evidence, confirmed ones first, then by id."""
    return tuple(sorted(trainings, key=lambda training: (evidence_rank(training), training.id)))


def evidence_rank(training: Training) -> int:
    """Return 0 for a confirmed training, rising as evidence weakens; generic last."""
    order = (*EVIDENCE_ORDER, "generic")
    return order.index(training.evidence)


def _importance(profile: JobProfile, competency: str) -> int:
    return sum(
        requirement.importance for requirement in profile.requirements if requirement.competency == competency
    )
