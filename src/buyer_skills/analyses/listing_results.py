"""The lists of the catalogue, as results: what a reader asked for, and the records found."""

from typing import Literal

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.catalog.competencies import CompetencyKind
from buyer_skills.catalog.fields import Level
from buyer_skills.catalog.profiles import ProfileKind
from buyer_skills.catalog.trainings import EmployerFamily, Evidence, TrainingKind, TrainingStatus

ListName = Literal["competencies", "trainings", "profiles", "providers"]
"""The lists a reader can ask for."""

LISTS: tuple[ListName, ...] = ("competencies", "trainings", "profiles", "providers")

FILTERS: dict[ListName, tuple[str, ...]] = {
    "competencies": ("area", "phase", "role", "theme", "kind", "provider", "evidence"),
    "trainings": ("area", "phase", "role", "theme", "kind", "provider", "evidence", "region", "employer"),
    "profiles": ("area", "phase", "role", "theme", "kind", "employer"),
    "providers": ("area", "phase", "role", "theme", "evidence", "region"),
}
"""The filters that mean something for each list."""


class ListScope(Result):
    """What a reader asked to see."""

    area: str | None = Field(default=None, description="Area: of the competency, or of one it concerns.")
    phase: str | None = Field(default=None, description="Phase of the purchase.")
    role: str | None = Field(default=None, description="Role served.")
    theme: str | None = Field(default=None, description="Theme carried by the record or by a competency.")
    kind: str | None = Field(default=None, description="Kind of competency, training or profile.")
    provider: str | None = Field(default=None, description="Provider of the training.")
    evidence: Evidence | None = Field(default=None, description="Least evidence; practice is kept.")
    region: str | None = Field(default=None, description="Region where it can be followed.")
    employer: EmployerFamily | None = Field(default=None, description="Employer family.")
    all: bool = Field(default=False, description="Whether ended trainings and those of history are listed.")

    @property
    def named(self) -> dict[str, str]:
        """The filters set, by name, in the order they are declared."""
        return {
            name: value
            for name, value in self.model_dump(exclude_none=True).items()
            if isinstance(value, str)
        }


class LevelTaught(Result):
    """What a training lifts: a competency, from a level to another."""

    competency: str = Field(description="Id of the competency.")
    from_level: Level = Field(alias="from", description="Level needed for the gain.")
    to_level: Level = Field(alias="to", description="Level reached.")


class ListedCompetency(Result):
    """A competency of a list."""

    id: str = Field(description="Id.")
    title: str = Field(description="Title, in French.")
    title_en: str | None = Field(description="Title in English, when there is one.")
    kind: CompetencyKind = Field(description="savoir, savoir-faire or savoir-etre.")
    area: str = Field(description="Id of its area.")
    phase: str | None = Field(description="Id of its phase.")
    roles: tuple[str, ...] = Field(description="Ids of the roles it serves.")
    themes: tuple[str, ...] = Field(description="Ids of its themes.")
    broader: str | None = Field(description="Id of the competency it is a finer part of.")
    profiles: int = Field(description="Standard and local profiles that ask for it.")
    trainings: int = Field(description="Offered trainings that teach it and meet the filters; no practice.")


class ListedTraining(Result):
    """A training of a list."""

    id: str = Field(description="Id.")
    title: str = Field(description="Title, in the language of the provider.")
    title_en: str | None = Field(description="Title in English, when there is one.")
    kind: TrainingKind = Field(description="What it is.")
    provider: str = Field(description="Id of its provider.")
    status: TrainingStatus = Field(description="current, ended or history.")
    offered: bool = Field(description="Whether it can be followed on the day of the list.")
    ended: str | None = Field(description="When it ended or will end, as it is known.")
    hours: float = Field(description="Duration in hours.")
    hours_estimated: bool = Field(description="Whether the duration is a typical value for its kind.")
    price_eur: float | None = Field(description="Price for the employer, else for anyone; null unknown.")
    evidence: Evidence = Field(description="How far the offer can be trusted.")
    noted: str | None = Field(description="When the facts were noted.")
    page_date: str | None = Field(description="Date of the page they come from.")
    stale: bool = Field(description="Whether they are older than 36 months.")
    region: str | None = Field(description="Region, or `national`.")
    modality: str | None = Field(description="How it is followed.")
    themes: tuple[str, ...] = Field(description="Ids of its themes.")
    teaches: tuple[LevelTaught, ...] = Field(description="What it teaches; empty for a practice template.")


class ListedProfile(Result):
    """A profile of a list."""

    id: str = Field(description="Id.")
    title: str = Field(description="Title, in French, as a doublet.")
    title_en: str | None = Field(description="Title in English, when there is one.")
    kind: ProfileKind = Field(description="standard, volet, reference or local.")
    employers: tuple[EmployerFamily, ...] = Field(description="Employer families; empty when not said.")
    requirements: int = Field(description="Competencies asked for above level 0.")
    indispensable: int = Field(description="Those among them that are indispensable.")
    based_on: str | None = Field(description="Id of the profile it comes from.")


class ListedProvider(Result):
    """A provider of a list."""

    id: str = Field(description="Id.")
    title: str = Field(description="Name, in French.")
    title_en: str | None = Field(description="Name in English, when there is one.")
    region: str | None = Field(description="Region, or `national`.")
    trainings: int = Field(description="Offered trainings that meet the filters, degrees left out.")
    degrees: int = Field(description="Offered degrees that meet the filters.")


ListedItem = ListedCompetency | ListedTraining | ListedProfile | ListedProvider


class Listing(Result):
    """One list of the catalogue."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    list: ListName = Field(description="competencies, trainings, profiles or providers.")
    scope: ListScope = Field(description="The filters set.")
    items: tuple[ListedItem, ...] = Field(description="The records that meet them all.")
    left_out: int = Field(description="Trainings ended or of history that `--all` would add.")
