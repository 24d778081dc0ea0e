"""What is kept of an outside register of trainings: by its codes, or by the words of its titles."""

from typing import Annotated

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Bilingual, Code, Entity, Record, Text


class IntakeRule(Record):
    """A rule: an offer that it fits is kept, and none is kept that no rule fits.

    Each list that is not empty asks for one of its items; an offer fits when it has one of each.
    """

    title: Bilingual = Field(description="What it keeps.")
    formacodes: tuple[Code, ...] = Field(default=(), description="Formacode codes, such as 13209.")
    rome: tuple[Code, ...] = Field(default=(), description="ROME codes, such as M1101.")
    certifications: tuple[Code, ...] = Field(
        default=(), description="Certifications of the national register, such as RNCP35149 or RS1234."
    )
    title_words: tuple[Text, ...] = Field(
        default=(),
        description="Words of the title, one after the other, whatever their accents and capitals.",
    )
    without_words: tuple[Text, ...] = Field(
        default=(), description="Words that the title may not have: what fits by its code and is not buying."
    )


class IntakeRulesFile(Entity):
    """The content of `intake_rules.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    intake_rules: tuple[IntakeRule, ...] = Field(default=(), description="Rules.")
