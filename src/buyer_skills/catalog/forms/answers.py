"""What bodies, heads of degrees and employers answered, once read: no one is named, only a function."""

import datetime as dt
from typing import Literal

from pydantic import Field

from buyer_skills.catalog.employer_answers import EmployerAnswer
from buyer_skills.catalog.fields import Entity, Level, Slug, Text, TrainingId
from buyer_skills.catalog.trainings import EmployerFamily, Modality, TrainingKind


class AnsweredTraining(Entity):
    """What a body says of one of its trainings; what it does not say is None or empty."""

    training: TrainingId = Field(description="Id of the training.")
    offered: bool = Field(description="Whether it is still offered.")
    ended: dt.date | None = Field(default=None, description="Last day it was, when it is no longer.")
    title: Text | None = Field(default=None, description="Its exact title, where ours differs.")
    code: Text | None = Field(default=None, description="Its code.")
    days: float | None = Field(default=None, description="Its length in days.")
    place: Text | None = Field(default=None, description="Where it is given.")
    modality: Modality | None = Field(default=None, description="How it is followed.")
    prices: dict[EmployerFamily, float] = Field(
        default_factory=dict, description="Price in euros by employer family."
    )
    starts: tuple[dt.date, ...] = Field(default=(), description="First days of the sessions to come.")
    channel: Text | None = Field(default=None, description="How one enrols.")
    remark: Text | None = Field(default=None, description="A remark.")
    levels: dict[Slug, Level] = Field(
        default_factory=dict, description="Level reached by competency; 0: it does not teach it."
    )
    entries: dict[Slug, Level] = Field(
        default_factory=dict, description="Level held on entry by competency, where it is said."
    )


class AddedTraining(Entity):
    """A training that a body has and the catalogue does not."""

    title: Text = Field(description="Title.")
    kind: TrainingKind = Field(default="course", description="What it is.")
    days: float | None = Field(default=None, description="Length in days.")
    code: Text | None = Field(default=None, description="Code.")
    aims: Text | None = Field(default=None, description="What it teaches, in its own words.")
    url: Text | None = Field(default=None, description="Address of its page.")


class ProviderAnswers(Entity):
    """The review sheet of a body, filled in."""

    form: Literal["provider-review"] = Field(default="provider-review", description="Which form it is.")
    provider: Slug = Field(description="Id of the body.")
    function: Text = Field(description="Function of who answered.")
    day: dt.date = Field(description="When.")
    trainings: tuple[AnsweredTraining, ...] = Field(default=(), description="Those it answered for.")
    added: tuple[AddedTraining, ...] = Field(default=(), description="Those it adds.")


class DegreeAnswers(Entity):
    """The questionnaire on a degree, filled in by its head."""

    form: Literal["degree-questionnaire"] = Field(
        default="degree-questionnaire", description="Which form it is."
    )
    degree: Slug = Field(description="Id of the degree.")
    function: Text = Field(description="Function of who answered.")
    day: dt.date = Field(description="When.")
    offered: bool | None = Field(default=None, description="Whether it is still awarded.")
    code: Text | None = Field(default=None, description="Its code in the national register.")
    calendar: Text | None = Field(default=None, description="When placements and apprenticeship take place.")
    contact: Text | None = Field(default=None, description="Function of the person to ask.")
    remark: Text | None = Field(default=None, description="A remark.")
    levels: dict[Slug, Level] = Field(
        default_factory=dict, description="Level of a graduate by competency; 0: it does not teach it."
    )
    units: dict[Slug, Text] = Field(default_factory=dict, description="Teaching unit or block by competency.")


class EmployerAnswers(Entity):
    """The sheet of an employer on a job, filled in."""

    form: Literal["employer-profile"] = Field(default="employer-profile", description="Which form it is.")
    answer: EmployerAnswer = Field(description="What it asks of the job.")


Answers = ProviderAnswers | DegreeAnswers | EmployerAnswers
"""What one form says."""
