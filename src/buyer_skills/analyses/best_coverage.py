"""The best that a catalogue can bring, for a job, to someone who starts from level 0 everywhere.

For each requirement, the highest level up to the one required such that each step below it is taught by an
offered training that can be entered from level 0 (any degree level and any status granted), practice
counted or not. Requirement by requirement: one person may not reach all of them together, where a training
must give up an outcome for another. So it is a ceiling: what no path can go beyond.
"""

from collections.abc import Collection

from pydantic import Field

from buyer_skills.analyses.reachability import StepKey, enterable_steps
from buyer_skills.analyses.results import Result
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.graph.skill_graph import JOBS, SkillGraph


class RequirementReach(Result):
    """A requirement, and how far the catalogue can bring someone from level 0."""

    competency: str = Field(description="Id of the competency.")
    required: int = Field(description="Level required, 1 to 4.")
    reached: int = Field(description="Highest level reached, the required one at most.")
    without_practice: int = Field(
        description="The same, with only the steps that a training other than a practice teaches."
    )


class BestCoverage(Result):
    """How much of a job the catalogue can bring."""

    requirements: int = Field(description="Requirements of level 1 or more.")
    met: int = Field(description="Those that can be brought to the level required.")
    met_without_practice: int = Field(description="Those that can without counting practice.")
    coverage: float = Field(description="Share of the required weight, from 0 to 1; 1 when nothing is asked.")
    coverage_without_practice: float = Field(description="The same without counting practice.")


def reaches(graph: SkillGraph) -> dict[str, tuple[RequirementReach, ...]]:
    """Return how far each requirement of each standard and local profile can be brought, by profile id."""
    everything = enterable_steps(graph, practice=True)
    courses = enterable_steps(graph)
    return {
        profile.id: tuple(
            RequirementReach(
                competency=requirement.competency,
                required=requirement.level,
                reached=_highest(requirement.competency, requirement.level, everything),
                without_practice=_highest(requirement.competency, requirement.level, courses),
            )
            for requirement in profile.requirements
            if requirement.level
        )
        for profile in graph.catalog.profiles.values()
        if profile.kind in JOBS
    }


def best_coverage(profile: JobProfile, reach: Collection[RequirementReach]) -> BestCoverage:
    """Return how much of ``profile`` its requirements' ``reach`` makes, weighted by importance."""
    importance = {one.competency: one.importance for one in profile.requirements}
    asked = sum(importance[one.competency] * one.required for one in reach)
    covered = sum(importance[one.competency] * one.reached for one in reach)
    without = sum(importance[one.competency] * one.without_practice for one in reach)
    return BestCoverage(
        requirements=len(reach),
        met=sum(one.reached == one.required for one in reach),
        met_without_practice=sum(one.without_practice == one.required for one in reach),
        coverage=covered / asked if asked else 1.0,
        coverage_without_practice=without / asked if asked else 1.0,
    )


def _highest(competency: str, required: int, steps: Collection[StepKey]) -> int:
    level = 0
    while level < required and (competency, level + 1) in steps:
        level += 1
    return level
