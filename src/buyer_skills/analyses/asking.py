"""Who asks for a step: jobs of the catalogue, or people of employers that filed their needs.

Without needs files, each standard or local profile that asks for the step counts for one. With them,
people count: those of the lines whose job asks for it, and whose median level, where one is given, is
below. Weighted demand adds up the importance that each job gives to the competency, once a profile or
once a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from buyer_skills.analyses.missing_scope import MissingScope
from buyer_skills.catalog.needs import Need
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, EmployerFamily, have_family_in_common
from buyer_skills.graph.skill_graph import JOBS, SkillGraph

Needs = tuple[Need, ...]
"""The lines of needs files."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for a step, and how much."""

    profiles: tuple[JobProfile, ...]
    """Jobs that ask for it, by id."""
    demand: int
    """How many of them or, with needs files, how many people."""
    weighted: int
    """Sum of the importance they give it."""
    lines: Needs = ()
    """Lines of needs files with people who need it."""

    def __bool__(self) -> bool:
        """Whether anyone asks for the step."""
        return self.demand > 0

    @property
    def families(self) -> tuple[EmployerFamily, ...]:
        """The employer families where they are; all of them when a job names none."""
        named = {line.employer for line in self.lines}
        if not self.lines:
            employers = [profile.employers for profile in self.profiles]
            if not all(employers):
                return EMPLOYER_FAMILIES
            named = {family for families in employers for family in families}
        return tuple(family for family in EMPLOYER_FAMILIES if family in named)


def asking_for(
    graph: SkillGraph,
    scope: MissingScope,
    competency: str,
    level: int,
    needs: Needs | None = None,
    only: tuple[EmployerFamily, ...] = (),
) -> Asking:
    """Return who asks, within ``scope``, for the step of ``competency`` that ends at ``level``.

    Args:
        graph: The catalogue at the day of the report.
        scope: What the report is limited to; its limits on competencies are left to the caller.
        competency: Id of the competency.
        level: Level that the step reaches, 1 to 4.
        needs: Lines of needs files, those of ``scope`` alone; None counts jobs instead.
        only: Employer families that count; none means all.
    """
    if needs is None:
        profiles = _jobs_asking(graph, scope, competency, level)
        kept = tuple(one for one in profiles if have_family_in_common(one.employers, only))
        return Asking(kept, len(kept), sum(_importance(profile, competency) for profile in kept))
    jobs = {line.profile for line in needs}
    asked = {name for name in jobs if (graph.profile(name).level_of(competency) or 0) >= level}
    lines = tuple(
        line
        for line in needs
        if line.profile in asked
        and have_family_in_common((line.employer,), only)
        and line.people_needing(competency, level)
    )
    return Asking(
        profiles=tuple(graph.profile(name) for name in sorted({line.profile for line in lines})),
        demand=sum(line.headcount for line in lines),
        weighted=sum(line.headcount * _importance(graph.profile(line.profile), competency) for line in lines),
        lines=lines,
    )


def needs_within(needs: Iterable[Need], scope: MissingScope) -> Needs:
    """Return the lines of the job and of the employer family that ``scope`` is limited to."""
    return tuple(
        line
        for line in needs
        if scope.profile in (None, line.profile) and scope.employer in (None, line.employer)
    )


def _jobs_asking(
    graph: SkillGraph, scope: MissingScope, competency: str, level: int
) -> tuple[JobProfile, ...]:
    if scope.profile is not None:
        profile = graph.profile(scope.profile)
        return (profile,) if (profile.level_of(competency) or 0) >= level else ()
    return tuple(
        profile
        for profile in graph.profiles_requiring(competency, level, JOBS)
        if scope.employer is None or have_family_in_common(profile.employers, (scope.employer,))
    )


def _importance(profile: JobProfile, competency: str) -> int:
    return sum(
        requirement.importance for requirement in profile.requirements if requirement.competency == competency
    )
