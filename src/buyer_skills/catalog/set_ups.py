"""Who does what along the buying chain, in typical organisations."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Bilingual, Entity, Record, Slug
from buyer_skills.catalog.trainings import EmployerFamily

Part = Literal["fait", "contribue", "valide", "informe"]
"""What an actor does in an activity: does it, contributes, validates it, is told of it."""


class Activity(Record):
    """An activity of the buying chain."""

    title: Bilingual = Field(description="The activity, opened by a verb.")
    phase: Slug = Field(description="Phase of the purchase it belongs to.")


class Actor(Entity):
    """Someone, or a body, who takes part in the purchases of an organisation."""

    id: Slug = Field(description="Identifier inside the set-up.")
    title: Bilingual = Field(description="Who it is.")
    profiles: tuple[Slug, ...] = Field(default=(), description="Profiles this actor can hold.")


class Allocation(Entity):
    """Who takes which part in an activity."""

    activity: Slug = Field(description="Activity (an id of `activities`).")
    parts: dict[Slug, Part] = Field(
        description="Part of each actor concerned: fait, contribue, valide or informe."
    )
    note: Bilingual | None = Field(default=None, description="What is often discussed about it.")


class SetUp(Record):
    """A typical organisation of purchases: its actors and their parts; a proposal to be corrected."""

    title: Bilingual = Field(description="Title.")
    description: Bilingual | None = Field(default=None, description="Which organisations it describes.")
    employers: tuple[EmployerFamily, ...] = Field(default=(), description="Employer families it is met in.")
    actors: tuple[Actor, ...] = Field(description="Who takes part.")
    allocations: tuple[Allocation, ...] = Field(description="One entry an activity, in their order.")
    basis: Bilingual | None = Field(default=None, description="On what it rests.")

    def actors_holding(self, profile: str) -> tuple[Actor, ...]:
        """Return the actors that someone with ``profile`` can be here."""
        return tuple(actor for actor in self.actors if profile in actor.profiles)


class SetUpsFile(Entity):
    """The content of `set_ups.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    activities: tuple[Activity, ...] = Field(default=(), description="Activities of the buying chain.")
    set_ups: tuple[SetUp, ...] = Field(default=(), description="Typical organisations.")
