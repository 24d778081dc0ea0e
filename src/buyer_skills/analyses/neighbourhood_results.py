"""A record with what is around it, as a result: what leads to it and what it opens."""

from typing import Literal, get_args

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.catalog.competencies import Competency, Heading
from buyer_skills.catalog.fields import Bilingual, Importance, Level
from buyer_skills.catalog.profiles import JobProfile, ProfileKind
from buyer_skills.catalog.providers import Provider
from buyer_skills.catalog.trainings import EmployerFamily, Training

RecordKind = Literal[
    "competency",
    "training",
    "profile",
    "provider",
    "rule",
    "statut",
    "set-up",
    "area",
    "phase",
    "role",
    "theme",
    "named-gap",
]
"""What an id can stand for; a bare id that several lists hold is read in this order."""

RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)

HeadingKind = Literal["area", "phase", "role", "theme"]
"""The four lists that records are sorted by."""

NotFound = Literal["absent", "practice-only"]
"""Why a step that jobs ask for is not found: nothing at all, or practice alone."""


_PREFIXED: tuple[RecordKind, ...] = ("area", "phase", "role", "theme", "named-gap")
"""Kinds whose ids another list may have too, and comes before them."""


class RecordReference(Result):
    """A record by its kind and id."""

    kind: RecordKind = Field(description="The list it is in.")
    id: str = Field(description="Its id there.")

    @property
    def text(self) -> str:
        """How it is asked for without doubt: ``theme:ia``.

        >>> RecordReference(kind="theme", id="ia").text
        'theme:ia'
        """
        return f"{self.kind}:{self.id}"

    @property
    def short(self) -> str:
        """How it is asked for in the fewest letters: a bare id where no other list comes before its own.

        >>> RecordReference(kind="rule", id="ia").short
        'ia'
        """
        return self.text if self.kind in _PREFIXED else self.id


class StepSupply(Result):
    """A step of one level of a competency: who asks for it, and what teaches it."""

    competency: str = Field(description="Id of the competency.")
    from_level: Level = Field(alias="from", description="Level before.")
    to_level: Level = Field(alias="to", description="Level after: one above.")
    demand: int = Field(description="Standard and local profiles that ask for it.")
    trainings: tuple[str, ...] = Field(description="Ids of the offered trainings that teach it.")
    practices: tuple[str, ...] = Field(description="Ids of the practices an employer can set up for it.")
    finding: NotFound | None = Field(
        description="Null when a training teaches it; else `absent` or `practice-only`, asked for or not."
    )


class RequiredBy(Result):
    """A profile that asks for a competency."""

    profile: str = Field(description="Id of the profile.")
    kind: ProfileKind = Field(description="standard, volet, reference or local.")
    competency: str = Field(description="Id of the competency.")
    level: Level = Field(description="Level asked for.")
    importance: Importance = Field(description="1 useful, 2 important, 3 indispensable.")


class EntryOf(Result):
    """A training that asks for a competency on entry."""

    training: str = Field(description="Id of the training.")
    level: Level = Field(description="Level asked on entry.")


class FamilyAccess(Result):
    """How one employer family gets in; what is null is to be checked."""

    employer: EmployerFamily = Field(description="Employer family.")
    price_eur: float | None = Field(description="Price in euros; null unknown.")
    general_rule: bool = Field(
        description="Whether the price is the provider's general rule, not one read about this training."
    )
    paid_by: Bilingual | None = Field(description="Who pays.")
    enrolled_by: Bilingual | None = Field(description="Who enrols.")
    channel: Bilingual | None = Field(description="By which channel.")
    lead_time_days: int | None = Field(description="Days to count between asking and starting.")


class LevelOnEntry(Result):
    """A level a training asks for, and the trainings that lead there."""

    competency: str = Field(description="Id of the competency.")
    level: Level = Field(description="Level asked on entry.")
    trainings: tuple[str, ...] = Field(description="Offered trainings, not practice, that teach that level.")


class RequirementSupply(Result):
    """A requirement of a profile and what is offered for it."""

    competency: str = Field(description="Id of the competency.")
    level: Level = Field(description="Level asked for.")
    importance: Importance = Field(description="1 useful, 2 important, 3 indispensable.")
    trainings: int = Field(description="Offered trainings, practice left out, that teach a step up to it.")
    not_found: tuple[StepSupply, ...] = Field(description="Steps up to it that no training teaches.")


class CompetencyInGroup(Result):
    """A competency of an area, phase, role or theme."""

    competency: str = Field(description="Id of the competency.")
    profiles: int = Field(description="Standard and local profiles that ask for it.")
    highest: Level = Field(description="Highest level they ask for; 0 when none does.")
    trainings: int = Field(description="Offered trainings, practice left out, that teach it.")
    degrees: int = Field(description="Degrees among them.")


class ProfileInGroup(Result):
    """A job that asks for competencies of an area, phase, role or theme."""

    profile: str = Field(description="Id of the profile.")
    competencies: int = Field(description="Competencies of the group it asks for.")
    indispensable: int = Field(description="Those among them that are indispensable.")


class Neighbourhood(Result):
    """What every answer of `show` says first."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    id: str = Field(description="Id of the record.")
    also: tuple[RecordReference, ...] = Field(default=(), description="Other records of the same id.")


class CompetencyNeighbourhood(Neighbourhood):
    """A competency, the jobs that ask for it, and what teaches it step by step."""

    kind: Literal["competency"] = Field(default="competency", description="What the record is.")
    record: Competency = Field(description="The competency as it is written.")
    required_by: tuple[RequiredBy, ...] = Field(description="Profiles that ask for it, jobs first.")
    steps: tuple[StepSupply, ...] = Field(description="Its four steps.")
    finer: tuple[str, ...] = Field(description="Ids of the competencies that are a finer part of it.")
    confused_by: tuple[str, ...] = Field(
        description="Ids of the competencies that say they are easily taken for it."
    )
    named_gaps: tuple[str, ...] = Field(description="Ids of the gaps named by others that bear on it.")
    opens: tuple[EntryOf, ...] = Field(description="Offered trainings that ask for it on entry.")


class TrainingNeighbourhood(Neighbourhood):
    """A training, what it asks and gives, and what it opens."""

    kind: Literal["training"] = Field(default="training", description="What the record is.")
    record: Training = Field(description="The training as it is written.")
    offered: bool = Field(description="Whether it can be followed on the day of the report.")
    hours: float = Field(description="Duration in hours.")
    hours_estimated: bool = Field(description="Whether the duration is a typical value for its kind.")
    stale: bool = Field(description="Whether its facts are older than 36 months.")
    access: tuple[FamilyAccess, ...] = Field(description="One entry an employer family.")
    covers: tuple[str, ...] = Field(description="For a practice template, ids of the competencies it covers.")
    entry: tuple[LevelOnEntry, ...] = Field(description="Levels it asks for, and what leads there.")
    itineraries: tuple[str, ...] = Field(description="Ids of the itineraries it is a part of.")
    followed_by: tuple[str, ...] = Field(description="Offered trainings that ask for it or a level it gives.")
    serves: tuple[RequiredBy, ...] = Field(description="Requirements of jobs that it moves towards.")


class ProfileNeighbourhood(Neighbourhood):
    """A profile and what is offered for each requirement."""

    kind: Literal["profile"] = Field(default="profile", description="What the record is.")
    record: JobProfile = Field(description="The profile as it is written.")
    requirements: tuple[RequirementSupply, ...] = Field(description="One entry a requirement above level 0.")
    derived: tuple[str, ...] = Field(description="Ids of the profiles that come from it.")
    set_ups: tuple[str, ...] = Field(description="Ids of the set-ups in which it has a part.")


class ProviderNeighbourhood(Neighbourhood):
    """A provider and its trainings."""

    kind: Literal["provider"] = Field(default="provider", description="What the record is.")
    record: Provider = Field(description="The provider as it is written.")
    trainings: tuple[str, ...] = Field(description="Ids of its offered trainings, with practice templates.")
    past: tuple[str, ...] = Field(description="Ids of those that ended or are kept for the record.")
    competencies: tuple[str, ...] = Field(description="Ids of the competencies the offered ones can teach.")


class HeadingNeighbourhood(Neighbourhood):
    """An area, phase, role or theme: its competencies, what teaches them, and what is not found."""

    kind: HeadingKind = Field(description="What the record is.")
    record: Heading = Field(description="The heading as it is written.")
    competencies: tuple[CompetencyInGroup, ...] = Field(description="Its competencies, by area.")
    profiles: tuple[ProfileInGroup, ...] = Field(description="Jobs that ask for some, the most first.")
    tagged: tuple[str, ...] = Field(description="For a theme: offered trainings that carry it.")
    trainings: tuple[str, ...] = Field(description="Other offered trainings that teach its competencies.")
    degrees: tuple[str, ...] = Field(description="Offered degrees that teach its competencies or carry it.")
    unsure_areas: tuple[str, ...] = Field(
        description="Areas of its competencies where too little was seen to conclude."
    )
    not_found: tuple[StepSupply, ...] = Field(description="Steps to 1 and 2 jobs ask for and none teaches.")
    work_steps: tuple[StepSupply, ...] = Field(description="The same for steps to 3 and 4.")
