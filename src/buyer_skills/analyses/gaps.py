"""Where a person stands towards a profile: what is held, what is asked, what is short.

Everything is compared in integers. For a requirement of level ``r`` and importance ``w`` of which the
person holds level ``h``::

    gap      = max(0, r - h)
    surplus  = max(0, h - r)
    coverage = sum(w x min(h, r)) / sum(w x r)        (nothing asked: 1)

A surplus never pays for a gap elsewhere. The person is *ready* when no indispensable requirement is short
and coverage reaches the threshold, 8 tenths unless told otherwise.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from pydantic import Field

from buyer_skills.analyses.readiness import is_ready
from buyer_skills.analyses.results import Result
from buyer_skills.analyses.supply_trust import continuing
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.fields import Importance, Level
from buyer_skills.catalog.profiles import JobProfile, Requirement
from buyer_skills.graph.skill_graph import SkillGraph

INDISPENSABLE = 3
"""The importance without which a profile is not held."""

READY_THRESHOLD = (8, 10)
"""Share of the weighted levels that makes ready, as a fraction."""

POINTS_SHOWN = 3
"""Strongest and weakest points named by a result."""


class RequirementGap(Result):
    """One requirement of the profile, met or not."""

    competency: str = Field(description="Id of the competency.")
    required: Level = Field(description="Level asked for.")
    held: Level = Field(description="Level held; 0 when the person did not say.")
    gap: Level = Field(description="Levels short.")
    surplus: Level = Field(description="Levels above what is asked.")
    importance: Importance = Field(description="1 useful, 2 important, 3 indispensable.")
    trainings: int = Field(
        description="Offered trainings, degrees and practice left out, of the next level; 0 when met."
    )
    degrees: int = Field(description="Offered degrees that teach the next level; 0 when met.")
    practice: bool = Field(description="Whether a practice that an employer sets up teaches the next level.")


class GroupCoverage(Result):
    """The requirements of one area or one role."""

    id: str = Field(description="Id of the area or role.")
    coverage: float = Field(description="Coverage of the requirements of the group, 0 to 1.")
    required: int = Field(description="Requirements of the group above level 0.")
    met: int = Field(description="Those among them that are met.")


class AimedHigher(Result):
    """A completed training that aims higher than the level the person states."""

    training: str = Field(description="Id of the training.")
    competency: str = Field(description="Id of the competency.")
    aimed: Level = Field(description="Level the training leads to.")
    held: Level = Field(description="Level stated.")


class GapAnalysis(Result):
    """Gaps of a person towards a profile."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    buyer: str = Field(description="Id of the person.")
    profile: str = Field(description="Id of the profile.")
    coverage: float = Field(description="Weighted share of the levels asked that is held, 0 to 1.")
    ready: bool = Field(
        description="Whether nothing indispensable is short and coverage reaches the threshold."
    )
    covered_weight: int = Field(description="Sum of importance x level held, capped at the level asked.")
    required_weight: int = Field(description="Sum of importance x level asked.")
    ready_threshold: tuple[int, int] = Field(description="The threshold of `ready`, as a fraction.")
    gaps: tuple[RequirementGap, ...] = Field(description="One entry a requirement, in the profile's order.")
    areas: tuple[GroupCoverage, ...] = Field(description="By area, in the catalogue's order.")
    roles: tuple[GroupCoverage, ...] = Field(description="By role, in the catalogue's order.")
    strongest: tuple[str, ...] = Field(description="Competencies met that weigh most, at most three.")
    weakest: tuple[str, ...] = Field(description="Competencies short to work on first, at most three.")
    not_stated: tuple[str, ...] = Field(
        description="Competencies asked for that the person's file leaves blank or does not name: read as 0."
    )
    aimed_higher: tuple[AimedHigher, ...] = Field(
        description="Completed trainings that aim higher than the level stated."
    )

    @property
    def asked(self) -> tuple[RequirementGap, ...]:
        """The requirements above level 0: those that count in words."""
        return tuple(entry for entry in self.gaps if entry.required)

    @property
    def short(self) -> tuple[RequirementGap, ...]:
        """The requirements that are not met, those to work on first before the others."""
        return tuple(sorted((entry for entry in self.gaps if entry.gap), key=_urgency))


def analyse_gap(
    graph: SkillGraph, buyer: Buyer, profile: JobProfile, ready_threshold: tuple[int, int] = READY_THRESHOLD
) -> GapAnalysis:
    """Return the gaps of ``buyer`` towards ``profile``.

    Args:
        graph: The catalogue at the day of the report.
        buyer: The person.
        profile: The profile aimed at.
        ready_threshold: Coverage that makes ready, as a fraction of two integers.
    """
    gaps = tuple(_entry(graph, buyer, requirement) for requirement in profile.requirements)
    covered, required = covered_weight(gaps), required_weight(gaps)
    short_first = sorted((entry for entry in gaps if entry.gap), key=_urgency)
    met_first = sorted((entry for entry in gaps if entry.required and not entry.gap), key=_strength)
    return GapAnalysis(
        buyer=buyer.id,
        profile=profile.id,
        coverage=ratio(covered, required),
        ready=is_ready(profile, buyer.levels, Fraction(*ready_threshold)),
        covered_weight=covered,
        required_weight=required,
        ready_threshold=ready_threshold,
        gaps=gaps,
        areas=_by_area(graph, gaps),
        roles=_by_role(graph, gaps),
        strongest=tuple(entry.competency for entry in met_first[:POINTS_SHOWN]),
        weakest=tuple(entry.competency for entry in short_first[:POINTS_SHOWN]),
        not_stated=tuple(
            one.competency for one in profile.requirements if one.level and one.competency not in buyer.levels
        ),
        aimed_higher=_aimed_higher(graph, buyer),
    )


def covered_weight(gaps: Iterable[RequirementGap]) -> int:
    """Return the sum of importance x level held, each capped at the level asked."""
    return sum(entry.importance * min(entry.held, entry.required) for entry in gaps)


def required_weight(gaps: Iterable[RequirementGap]) -> int:
    """Return the sum of importance x level asked."""
    return sum(entry.importance * entry.required for entry in gaps)


def ratio(covered: int, required: int) -> float:
    """Return ``covered / required``; asking nothing is fully covered.

    >>> ratio(3, 4), ratio(0, 0)
    (0.75, 1.0)
    """
    return covered / required if required else 1.0


def _entry(graph: SkillGraph, buyer: Buyer, requirement: Requirement) -> RequirementGap:
    held = buyer.level_of(requirement.competency)
    gap = max(0, requirement.level - held)
    teaching = graph.trainings_teaching(requirement.competency, held + 1) if gap else ()
    return RequirementGap(
        competency=requirement.competency,
        required=requirement.level,
        held=held,
        gap=gap,
        surplus=max(0, held - requirement.level),
        importance=requirement.importance,
        trainings=len(continuing(teaching)),
        degrees=sum(training.kind == "degree" for training in teaching),
        practice=any(training.kind == "practice" for training in teaching),
    )


def _urgency(entry: RequirementGap) -> tuple[bool, int, int, str]:
    """Order of what to work on: indispensable first, then the weight of what is short."""
    return (entry.importance != INDISPENSABLE, -entry.importance * entry.gap, -entry.gap, entry.competency)


def _strength(entry: RequirementGap) -> tuple[int, int, str]:
    """Order of strong points: the weight of what is held for this profile, then what is above it."""
    return (-entry.importance * entry.required, -entry.surplus, entry.competency)


def _by_area(graph: SkillGraph, gaps: tuple[RequirementGap, ...]) -> tuple[GroupCoverage, ...]:
    groups = (
        (area, [entry for entry in gaps if graph.competency(entry.competency).area == area])
        for area in graph.catalog.areas
    )
    return tuple(_group(area, entries) for area, entries in groups if entries)


def _by_role(graph: SkillGraph, gaps: tuple[RequirementGap, ...]) -> tuple[GroupCoverage, ...]:
    groups = (
        (role, [entry for entry in gaps if role in graph.competency(entry.competency).roles])
        for role in graph.catalog.roles
    )
    return tuple(_group(role, entries) for role, entries in groups if entries)


def _group(identifier: str, entries: list[RequirementGap]) -> GroupCoverage:
    asked = [entry for entry in entries if entry.required]
    return GroupCoverage(
        id=identifier,
        coverage=ratio(covered_weight(entries), required_weight(entries)),
        required=len(asked),
        met=sum(not entry.gap for entry in asked),
    )


def _aimed_higher(graph: SkillGraph, buyer: Buyer) -> tuple[AimedHigher, ...]:
    """Return what the person's file may understate: a completed training changes no level by itself."""
    found: list[AimedHigher] = []
    for identifier in sorted(set(buyer.completed)):
        training = graph.trainings.get(identifier)
        if training is None:
            continue
        found += [
            AimedHigher(
                training=identifier,
                competency=outcome.competency,
                aimed=outcome.to_level,
                held=buyer.level_of(outcome.competency),
            )
            for outcome in training.taught
            if outcome.to_level > buyer.level_of(outcome.competency)
        ]
    return tuple(found)
