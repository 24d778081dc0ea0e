"""What every result is: frozen, closed, and its own JSON."""

from pydantic import BaseModel, ConfigDict, Field

from buyer_skills.catalog.fields import Level


class Result(BaseModel):
    """Base of results. ``model_dump(mode="json")`` is the JSON that users get."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Step(Result):
    """A step of one level: from ``from_level`` to the next.

    >>> Step(competency="negociation", from_level=1, to_level=2).model_dump()
    {'competency': 'negociation', 'from': 1, 'to': 2}
    """

    competency: str = Field(description="Id of the competency.")
    from_level: Level = Field(alias="from", description="Level before.")
    to_level: Level = Field(alias="to", description="Level after: one above.")

    @property
    def key(self) -> tuple[str, int]:
        """The competency and the level reached, which name the step."""
        return self.competency, self.to_level
