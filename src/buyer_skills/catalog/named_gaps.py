"""Gaps in the offer of training that others measured or named, to set beside what is found here."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Bilingual, Entity, Level, PartialDate, Record, Slug, Text
from buyer_skills.catalog.trainings import EmployerFamily


class NamedStep(Entity):
    """A competency that a named gap bears on."""

    competency: Slug = Field(description="Competency.")
    up_to: Annotated[Level, Field(ge=1)] = Field(
        default=2, description="Highest level it bears on: our reading; 2 when the source does not say."
    )


class NamedGap(Record):
    """A gap that a source measured or named."""

    title: Bilingual = Field(description="The gap in a few words.")
    text: Bilingual = Field(description="What the source measured or named, in our words.")
    figure: Text | None = Field(default=None, description="Figure that the source gives, as it is.")
    standing: Literal["measured", "named"] = Field(description="measured by a survey, or named by someone.")
    employers: tuple[EmployerFamily, ...] = Field(
        default=(), description="Employer families it concerns; none: all."
    )
    concerns: Bilingual | None = Field(default=None, description="Whom it concerns, in words.")
    steps: tuple[NamedStep, ...] = Field(
        default=(), description="Competencies it bears on: our reading; none when it names no competency."
    )
    date: PartialDate | None = Field(default=None, description="The source's own date.")


class NamedGapsFile(Entity):
    """The content of `named_gaps.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    named_gaps: tuple[NamedGap, ...] = Field(default=(), description="Gaps named by others.")
