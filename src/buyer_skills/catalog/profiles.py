"""Job profiles: what a job asks for, and where the profile comes from."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from buyer_skills.catalog.competencies import Link, ValidatedBy
from buyer_skills.catalog.fields import (
    Bilingual,
    Entity,
    Importance,
    JobTitle,
    Level,
    PartialDate,
    Record,
    Slug,
)
from buyer_skills.catalog.trainings import EmployerFamily

ProfileKind = Literal["standard", "volet", "reference", "local"]
"""standard: the job; volet: the buying part of another job; reference: a framework's profile, a
comparison and not a job offered; local: an employer's own, derived from a standard one."""


class Requirement(Entity):
    """A level of a competency that a job asks for, and how much it weighs."""

    competency: Slug = Field(description="Competency.")
    level: Level = Field(description="Level asked for.")
    importance: Importance = Field(default=2, description="1 utile, 2 importante, 3 indispensable.")
    reason: Bilingual | None = Field(
        default=None, description="Why it weighs so, when the rule does not say."
    )


class Change(Entity):
    """One difference with the profile this one is based on, and why."""

    competency: Slug = Field(description="Competency that differs.")
    from_level: Level | None = Field(
        alias="from", default=None, description="Level there; null when it is not asked for there."
    )
    to_level: Level | None = Field(
        alias="to", default=None, description="Level here; null when it is not asked for here."
    )
    reason: Bilingual = Field(description="Why it differs.")


class BasedOn(Entity):
    """The profile this one comes from, with every change."""

    profile: Slug = Field(description="Id of the profile it comes from.")
    changes: tuple[Change, ...] = Field(default=(), description="Every requirement that differs, and why.")


Category = Literal["A", "B", "C"]
"""A category of the civil service, by level of recruitment."""

Percent = Annotated[int, Strict(), Field(ge=1, le=100)]
"""A share in per cent."""


class ProfileStatut(Entity):
    """Where the job usually stands in the civil service: read in texts, never a right of a person."""

    categories: tuple[Category, ...] = Field(default=(), description="Categories it is met in.")
    statuts: tuple[Slug, ...] = Field(
        default=(), description="Cadres d'emplois or corps it may belong to (ids of `statuts.yaml`)."
    )
    open_to_contract: bool | None = Field(
        default=None, description="Whether it is met under contract; absent = to be checked."
    )
    as_of: PartialDate = Field(description="When this was read.")
    note: Bilingual | None = Field(default=None, description="What was read, and what is our own reading.")
    sources: tuple[Slug, ...] = Field(default=(), description="Ids of the sources it rests on.")


class ShareOfJob(Entity):
    """The share of a job that its buying part takes: an indication, to be set by each employer."""

    min_percent: Percent = Field(description="Least share usually met, in per cent.")
    max_percent: Percent = Field(description="Largest share usually met, in per cent.")


class Support(Entity):
    """What one need not hold alone, and where to find it."""

    what: Bilingual = Field(description="What is needed.")
    where: Bilingual = Field(
        description="Where to find it: intercommunality, CDG, central purchasing body..."
    )


class JobProfile(Record):
    """A job: its missions, its activities, and the levels it asks for."""

    title: JobTitle = Field(description="Title, as a doublet « Acheteuse publique / Acheteur public ».")
    kind: ProfileKind = Field(default="standard", description="standard, volet, reference or local.")
    requirements: tuple[Requirement, ...] = Field(description="Levels asked for.")
    purpose: Bilingual | None = Field(default=None, description="Why the job exists, in a sentence or two.")
    missions: tuple[Bilingual, ...] = Field(default=(), description="Two or three missions.")
    activities: tuple[Bilingual, ...] = Field(
        default=(), description="Five to ten activities, each opened by a verb."
    )
    relations: tuple[Bilingual, ...] = Field(default=(), description="Whom the job works with.")
    context: Bilingual | None = Field(default=None, description="Where and how the job is done.")
    conditions: tuple[Bilingual, ...] = Field(default=(), description="Working conditions and constraints.")
    indicators: tuple[Bilingual, ...] = Field(default=(), description="What results can be looked at.")
    situations: tuple[Bilingual, ...] = Field(
        default=(), description="Two or three work situations: the scene, what is decided, what is hard."
    )
    employers: tuple[EmployerFamily, ...] = Field(default=(), description="Employer families it exists in.")
    statut: ProfileStatut | None = Field(
        default=None, description="Categories, cadres d'emplois or corps; apart from competences."
    )
    share_of_job: ShareOfJob | None = Field(
        default=None, description="For a volet: the share of the job that it takes."
    )
    hold_oneself: tuple[Bilingual, ...] = Field(default=(), description="For a volet: what to hold oneself.")
    find_elsewhere: tuple[Support, ...] = Field(
        default=(), description="For a volet: what to find with others, and where."
    )
    validated_by: ValidatedBy = Field(
        default=0, description="Employers who validated the profile; 0: to be validated by employers."
    )
    themes: tuple[Slug, ...] = Field(default=(), description="Cross-cutting themes.")
    based_on: BasedOn | None = Field(default=None, description="Profile it comes from, with every change.")
    links: tuple[Link, ...] = Field(default=(), description="Links to repertories of jobs.")
    basis: Bilingual | None = Field(default=None, description="On what levels and importance rest.")
    status: Literal["proposed"] | None = Field(
        default=None, description="`proposed` keeps it out of analyses."
    )

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources of the profile, those of its statut included."""
        return self.sources + (self.statut.sources if self.statut else ())

    def level_of(self, competency: str) -> int | None:
        """Return the level asked of ``competency``, or None when it is not asked for."""
        for requirement in self.requirements:
            if requirement.competency == competency:
                return requirement.level
        return None


class JobProfilesFile(Entity):
    """The content of `job_profiles.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    job_profiles: tuple[JobProfile, ...] = Field(default=(), description="Job profiles.")
