"""The same thing under its different names: what to learn when going from one kind of employer to another."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Bilingual, Entity, Record
from buyer_skills.catalog.trainings import EmployerFamily

GlossaryTopic = Literal["budget", "vocabulary", "networks", "training"]
"""What a difference is about: the budget, the words, the networks, the way to training."""


class GlossaryEntry(Record):
    """One thing, and what it is called or how it works for each kind of employer."""

    title: Bilingual = Field(description="The thing, in words that all understand.")
    topic: GlossaryTopic = Field(description="budget, vocabulary, networks or training.")
    words: dict[EmployerFamily, Bilingual] = Field(
        description="What it is called, or how it works, by employer family; absent where not known."
    )


class GlossaryFile(Entity):
    """The content of `glossary.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    glossary: tuple[GlossaryEntry, ...] = Field(default=(), description="Differences between employers.")
