"""What employers ask of a job, as each answered: kept one by one, so that those to come add up."""

from typing import Annotated

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Bilingual, Entity, Importance, Level, PartialDate, Record, Slug, Text
from buyer_skills.catalog.trainings import EmployerFamily


class AskedLevel(Entity):
    """What an employer says of one competency."""

    competency: Slug = Field(description="Competency.")
    level: Level = Field(description="Level it asks for; 0: it does not ask for it.")
    importance: Importance | None = Field(
        default=None, description="1 utile, 2 importante, 3 indispensable; absent = not said."
    )


class MissingSkill(Entity):
    """What an employer asks for and the framework does not hold."""

    title: Text = Field(description="What is asked for, in its own words.")
    reason: Text | None = Field(default=None, description="Why.")


class EmployerAnswer(Record):
    """The answer of one employer on one job; a later one of the same employer takes its place."""

    profile: Slug = Field(description="Job it speaks of (an id of `job_profiles.yaml`).")
    name: Text = Field(description="Name of the employer; never that of a person.")
    employer: EmployerFamily = Field(description="Employer family (versant).")
    function: Text = Field(
        description="Function of who answered, such as « responsable des ressources humaines »; never a name."
    )
    day: PartialDate = Field(description="When it answered.")
    requirements: tuple[AskedLevel, ...] = Field(
        default=(), description="What it says, competency by competency; not listed = no answer."
    )
    missing: tuple[MissingSkill, ...] = Field(
        default=(), description="What it asks for that the framework does not hold."
    )
    remark: Bilingual | None = Field(default=None, description="What it adds.")


class EmployerAnswersFile(Entity):
    """The content of `employer_answers.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    employer_answers: tuple[EmployerAnswer, ...] = Field(
        default=(), description="Answers, one an employer and job."
    )
