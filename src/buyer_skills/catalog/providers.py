"""Providers of trainings, and the sources that records rest on."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Bilingual, Entity, PartialDate, Record, Slug, Text, Url
from buyer_skills.catalog.trainings import Access, EmployerFamily


class Provider(Record):
    """Who offers trainings: CNFPT, a university, an association, a firm, the employer itself."""

    title: Bilingual = Field(description="Name of the body.")
    description: Bilingual | None = Field(default=None, description="What it is, in a sentence.")
    url: Url | None = Field(default=None, description="Its address.")
    region: Slug | None = Field(default=None, description="Its region, as a slug, or `national`.")
    access: dict[EmployerFamily, Access] = Field(
        default_factory=dict, description="Default price and channel of its trainings by employer family."
    )
    status: Literal["proposed"] | None = Field(
        default=None, description="`proposed` keeps it out of analyses."
    )


class ProvidersFile(Entity):
    """The content of `providers.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    providers: tuple[Provider, ...] = Field(default=(), description="Providers.")


class Source(Record):
    """Where a fact was read: title, publisher, address, the source's own date, and when it was seen."""

    title: Bilingual = Field(description="Title of the page or document.")
    publisher: Text | None = Field(default=None, description="Who publishes it.")
    url: Url | None = Field(default=None, description="Address; a source without one is worth `indicative`.")
    date: PartialDate | None = Field(default=None, description="The source's own date.")
    seen: PartialDate | None = Field(default=None, description="When it was read.")
    licence: Text | None = Field(default=None, description="Licence it is published under, when stated.")
    status: Literal["proposed"] | None = Field(
        default=None, description="`proposed` keeps it out of analyses."
    )


class SourcesFile(Entity):
    """The content of `sources.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    sources: tuple[Source, ...] = Field(default=(), description="Sources.")
