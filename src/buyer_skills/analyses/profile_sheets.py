"""What a profile sheet says beyond the record: where levels come from, and whether they can be learnt."""

from typing import Literal

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.analyses.set_up_places import SetUpPlace, place_in_set_up
from buyer_skills.analyses.supply_trust import continuing
from buyer_skills.catalog.competencies import CompetencyKind
from buyer_skills.catalog.fields import Importance, Level
from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.profiles import JobProfile, ProfileKind, Requirement
from buyer_skills.catalog.set_ups import SetUp
from buyer_skills.catalog.trainings import OWN_EVIDENCE
from buyer_skills.graph.skill_graph import SkillGraph

Learning = Literal["trainings", "degrees", "practice", "none"]
"""How a step can be learnt in this catalogue: a continuing training, degrees only, practice, or nothing."""


class SheetRequirement(Result):
    """A requirement, the level of the profile it comes from, and what leads to it."""

    competency: str = Field(description="Competency.")
    kind: CompetencyKind = Field(description="savoir, savoir-faire or savoir-etre.")
    area: str = Field(description="Area of the competency.")
    level: Level = Field(description="Level asked for.")
    importance: Importance = Field(description="1 utile, 2 importante, 3 indispensable.")
    reference_level: Level | None = Field(description="Level in the profile it is based on; null when none.")
    trainings: int = Field(
        description="Current trainings, degrees and practice aside, that teach a step up to the level."
    )
    well_known: int = Field(description="Those among them seen on, or confirmed by, the provider.")
    degrees: int = Field(description="Current degrees that teach a step up to the level.")
    first_step: Learning = Field(description="How the first step, from level 0, can be learnt.")
    last_step: Learning = Field(description="How the last step up to the level can be learnt.")


class SheetRole(Result):
    """A role of the buyer, and the requirements that serve it."""

    id: str = Field(description="Role.")
    competencies: tuple[str, ...] = Field(description="Competencies of the profile that serve it.")


class ProfileSheet(Result):
    """A job profile with what the catalogue says around it."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    id: str = Field(description="Profile.")
    title: str = Field(description="Title in French, as a doublet.")
    kind: ProfileKind = Field(description="standard, volet, reference or local.")
    based_on: str | None = Field(description="Profile it comes from.")
    requirements: tuple[SheetRequirement, ...] = Field(
        description="Requirements, in the order of the profile."
    )
    roles: tuple[SheetRole, ...] = Field(description="The roles, in the order of the catalogue.")
    degrees: tuple[str, ...] = Field(
        description="Current degrees that teach at least one requirement, those that teach most first."
    )
    degrees_by_title: tuple[str, ...] = Field(
        description="Current degrees that say nothing of what they teach and whose title speaks of buying."
    )
    set_ups: tuple[str, ...] = Field(description="Set-ups in which the job has a part.")
    place: SetUpPlace | None = Field(
        default=None, description="Its place in the set-up asked for; null when none was."
    )

    @property
    def soft(self) -> tuple[SheetRequirement, ...]:
        """Requirements that are ways of being, those above level 0."""
        return tuple(one for one in self.requirements if one.kind == "savoir-etre" and one.level)

    @property
    def rated(self) -> tuple[SheetRequirement, ...]:
        """Requirements rated on the scale, those above level 0."""
        return tuple(one for one in self.requirements if one.kind != "savoir-etre" and one.level)


def describe_profile(graph: SkillGraph, profile: JobProfile, set_up: SetUp | None = None) -> ProfileSheet:
    """Return the sheet of ``profile``: its requirements, their origin and what leads to them.

    Args:
        graph: The catalogue at the day of the report.
        profile: The job.
        set_up: A typical organisation the activities and relations are read in; None for any.
    """
    asked = {one.competency for one in profile.requirements if one.level}
    return ProfileSheet(
        id=profile.id,
        title=profile.title.in_language("fr"),
        kind=profile.kind,
        based_on=profile.based_on.profile if profile.based_on else None,
        requirements=tuple(_requirement(graph, profile, one) for one in profile.requirements),
        roles=tuple(
            SheetRole(
                id=role,
                competencies=tuple(one.id for one in graph.competencies_of_role(role) if one.id in asked),
            )
            for role in graph.catalog.roles
        ),
        degrees=_degrees(graph, asked),
        degrees_by_title=_degrees_by_title(graph),
        set_ups=tuple(one.id for one in graph.set_ups_with(profile.id)),
        place=place_in_set_up(graph, profile, set_up) if set_up else None,
    )


def _degrees(graph: SkillGraph, asked: set[str]) -> tuple[str, ...]:
    taught = {
        degree.id: len(asked & {outcome.competency for outcome in degree.taught})
        for degree in graph.degrees()
    }
    return tuple(
        sorted((degree for degree, count in taught.items() if count), key=lambda one: (-taught[one], one))
    )


def _degrees_by_title(graph: SkillGraph) -> tuple[str, ...]:
    """Return the degrees without outcomes whose title alone an intake rule keeps: no code is asked there."""
    keeping = Keeping.of(graph.catalog.intake_rules.values())
    return tuple(
        sorted(
            degree.id
            for degree in graph.degrees()
            if not degree.taught and keeping.rule_for(degree.title.in_language("fr"))
        )
    )


def _requirement(graph: SkillGraph, profile: JobProfile, requirement: Requirement) -> SheetRequirement:
    competency = graph.competency(requirement.competency)
    teaching = {
        training.id: training
        for level in range(1, requirement.level + 1)
        for training in graph.trainings_teaching(competency.id, level)
        if training.kind != "practice"
    }
    courses = continuing(teaching.values())
    return SheetRequirement(
        competency=competency.id,
        kind=competency.kind,
        area=competency.area,
        level=requirement.level,
        importance=requirement.importance,
        reference_level=_reference_level(graph, profile, competency.id),
        trainings=len(courses),
        well_known=sum(training.evidence in OWN_EVIDENCE for training in courses),
        degrees=len(teaching) - len(courses),
        first_step=_learning(graph, competency.id, min(1, requirement.level)),
        last_step=_learning(graph, competency.id, requirement.level),
    )


def _reference_level(graph: SkillGraph, profile: JobProfile, competency: str) -> int | None:
    if profile.based_on is None:
        return None
    return graph.profile(profile.based_on.profile).level_of(competency)


def _learning(graph: SkillGraph, competency: str, level: int) -> Learning:
    """Return how the step that ends at ``level`` can be learnt; nothing is to be learnt for level 0."""
    if not level:
        return "none"
    teaching = graph.trainings_teaching(competency, level)
    if continuing(teaching):
        return "trainings"
    if any(training.kind == "degree" for training in teaching):
        return "degrees"
    return "practice" if teaching else "none"
