"""From a degree to a job: what the degree brings, what is left, and the shortest continuing complement.

A graduate holds the level reached by every outcome of the degree, and the degree level it grants; nothing
else. The complement is the path from there, degrees left out, with fewest hours first once the gaps are
closed as far as can be. Nothing is computed for a degree whose programme was not read: its coverage is not
known, and it is to be filled in with the establishment.
"""

from typing import Literal

from pydantic import Field

from buyer_skills.analyses.gaps import RequirementGap, analyse_gap
from buyer_skills.analyses.paths import Constraints, TrainingPath, find_path
from buyer_skills.analyses.results import Result
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.fields import Level
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import Basis, EmployerFamily, Training
from buyer_skills.graph.skill_graph import JOBS, SkillGraph

EVERYWHERE = "national"
"""The region of what is offered all over the country."""

REMOTE = ("distanciel", "en-ligne")
"""Modalities that can be followed from anywhere."""


class BridgeGap(Result):
    """A requirement that a graduate does not meet."""

    competency: str = Field(description="Id of the competency.")
    required: Level = Field(description="Level asked for.")
    held: Level = Field(description="Level at graduation.")
    reached: Level = Field(description="Level after the complement.")
    gap: Level = Field(description="Levels short at graduation.")
    importance: int = Field(description="1 useful, 2 important, 3 indispensable.")


class Bridge(Result):
    """A degree and a profile."""

    degree: str = Field(description="Id of the degree.")
    profile: str = Field(description="Id of the profile.")
    region: str | None = Field(description="Region of the degree; null when unknown.")
    basis: Basis | None = Field(description="On what its outcomes rest; only `programme` is computed on.")
    coverage: float | None = Field(description="Coverage at graduation, 0 to 1; null when not known.")
    coverage_after: float | None = Field(description="Coverage after the complement; null when not known.")
    required: int = Field(description="Requirements above level 0.")
    met: int | None = Field(description="Those met at graduation; null when not known.")
    met_after: int | None = Field(description="Those met after the complement; null when not known.")
    ready: bool | None = Field(description="Whether a graduate is ready; null when not known.")
    ready_after: bool | None = Field(description="The same after the complement; null when not known.")
    gaps: tuple[BridgeGap, ...] = Field(
        description="Requirements not met at graduation; none when not known."
    )
    complement: tuple[str, ...] = Field(description="Continuing trainings in the order to follow.")
    hours: float | None = Field(description="Hours of the complement; null when not known.")
    hours_estimated: float | None = Field(description="Part of them that is an estimate.")
    price_eur: float | None = Field(description="Sum of its known prices; null when not known.")
    unknown_prices: int = Field(description="Trainings of the complement whose price is unknown.")


class BridgeReport(Result):
    """Degrees and the jobs they lead towards."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    region: str | None = Field(description="Region the degrees are in, or can be followed from.")
    employer: EmployerFamily | None = Field(
        description="Employer family whose prices count; null if not said."
    )
    bridges: tuple[Bridge, ...] = Field(
        description="By region, then best coverage first, those not known last, then by id."
    )


def build_bridges(
    graph: SkillGraph,
    degree: Training | None = None,
    profile: JobProfile | None = None,
    region: str | None = None,
    constraints: Constraints | None = None,
) -> BridgeReport:
    """Return the bridges from ``degree`` to ``profile``; one left out stands for all.

    Args:
        graph: The catalogue at the day of the report.
        degree: The degree; all offered degrees when absent.
        profile: The profile; all jobs (standard and local) when absent.
        region: Keeps degrees of the region, national ones, those followed at a distance, and those whose
            region is not known.
        constraints: Limits on the complement; degrees are never part of it.
    """
    constraints = constraints or Constraints()
    limits = constraints.model_copy(
        update={"with_degrees": False, "order": tuple(dict.fromkeys(("hours", *constraints.order)))}
    )
    degrees = (degree,) if degree else tuple(each for each in graph.degrees() if _is_within(each, region))
    profiles = (profile,) if profile else _jobs(graph)
    builder = _Builder(graph, limits)
    bridges = [builder.bridge(each, job) for each in degrees for job in profiles]
    return BridgeReport(
        region=region, employer=constraints.employer, bridges=tuple(sorted(bridges, key=_order))
    )


def graduate(degree: Training) -> Buyer:
    """Return someone who holds what ``degree`` gives, and nothing else."""
    levels: dict[str, int] = {}
    for outcome in degree.taught:
        levels[outcome.competency] = max(outcome.to_level, levels.get(outcome.competency, 0))
    return Buyer(id="graduate", levels=levels, degree_level=degree.grants_degree_level)


class _Builder:
    """Builds bridges, solving once for degrees that give the same."""

    def __init__(self, graph: SkillGraph, limits: Constraints) -> None:
        self.graph = graph
        self.limits = limits
        self._paths: dict[tuple[str, str], TrainingPath] = {}

    def bridge(self, degree: Training, profile: JobProfile) -> Bridge:
        """Return the bridge from a degree to a profile."""
        asked = sum(requirement.level > 0 for requirement in profile.requirements)
        if degree.basis != "programme":
            return _unknown_bridge(degree, profile, asked)
        person = graduate(degree)
        start = analyse_gap(self.graph, person, profile)
        path = self._path(person, profile)
        gaps = tuple(_bridge_gap(entry, path) for entry in start.short)
        left = sum(gap.reached < gap.required for gap in gaps)
        return Bridge(
            degree=degree.id,
            profile=profile.id,
            region=degree.region,
            basis=degree.basis,
            coverage=start.coverage,
            coverage_after=path.coverage_after,
            required=asked,
            met=asked - len(gaps),
            met_after=asked - left,
            ready=path.ready_before,
            ready_after=path.ready_after,
            gaps=gaps,
            complement=tuple(training.id for training in path.trainings),
            hours=path.total_hours,
            hours_estimated=path.hours_estimated,
            price_eur=path.total_price_eur,
            unknown_prices=path.unknown_prices,
        )

    def _path(self, person: Buyer, profile: JobProfile) -> TrainingPath:
        key = (person.model_dump_json(), profile.id)
        if key not in self._paths:
            self._paths[key] = find_path(self.graph, person, profile, self.limits)
        return self._paths[key]


def _bridge_gap(entry: RequirementGap, path: TrainingPath) -> BridgeGap:
    return BridgeGap(
        competency=entry.competency,
        required=entry.required,
        held=entry.held,
        reached=path.levels_after.get(entry.competency, 0),
        gap=entry.gap,
        importance=entry.importance,
    )


def _unknown_bridge(degree: Training, profile: JobProfile, asked: int) -> Bridge:
    return Bridge(
        degree=degree.id,
        profile=profile.id,
        region=degree.region,
        basis=degree.basis,
        coverage=None,
        coverage_after=None,
        required=asked,
        met=None,
        met_after=None,
        ready=None,
        ready_after=None,
        gaps=(),
        complement=(),
        hours=None,
        hours_estimated=None,
        price_eur=None,
        unknown_prices=0,
    )


def _jobs(graph: SkillGraph) -> tuple[JobProfile, ...]:
    return tuple(profile for profile in graph.catalog.profiles.values() if profile.kind in JOBS)


def _is_within(degree: Training, region: str | None) -> bool:
    return region is None or degree.region in (None, region, EVERYWHERE) or degree.modality in REMOTE


def _order(bridge: Bridge) -> tuple[bool, str, bool, float, str, str]:
    # A national degree, or one whose region is not known, comes after those of the regions.
    elsewhere = bridge.region in (None, EVERYWHERE)
    covered = bridge.coverage or 0.0
    return (
        elsewhere,
        bridge.region or "",
        bridge.coverage is None,
        -covered,
        bridge.degree,
        bridge.profile,
    )
