"""What `catalog.yaml` says of a folder of data: its title, its date, whether it overlays another."""

from typing import Annotated

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Bilingual, Entity, PartialDate

FORMAT_VERSION = 1
"""The version of the data format that this copy reads."""


class CatalogFile(Entity):
    """The content of `catalog.yaml`, which a folder may do without."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    title: Bilingual | None = Field(default=None, description="Title of the catalogue.")
    date: PartialDate | None = Field(default=None, description="Day the catalogue was last looked over.")
    overlay: Annotated[bool, Strict()] = Field(
        default=False,
        description="true when the folder completes another catalogue and does not stand alone.",
    )
