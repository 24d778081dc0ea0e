"""Acronyms of public buying, and words that are said for one another: what a search reads as the same."""

from typing import Annotated

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Bilingual, Entity, Record, Text


class Acronym(Record):
    """An acronym and its full words. One that has two meanings has two records."""

    short: Text = Field(description="The acronym as it is written: DCE.")
    long: Bilingual = Field(description="Its full words, in French and in English.")


class Synonyms(Record):
    """Words, or groups of words, that are said for one another."""

    fr: tuple[Text, ...] = Field(description="Words in French, at least two.", min_length=2)
    en: tuple[Text, ...] = Field(default=(), description="The same in English; one is enough.")


class AcronymsFile(Entity):
    """The content of `acronyms.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    acronyms: tuple[Acronym, ...] = Field(default=(), description="Acronyms.")
    synonyms: tuple[Synonyms, ...] = Field(default=(), description="Words said for one another.")
