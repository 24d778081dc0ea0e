"""What was decided of records that others proposed, and what they confirmed: the log of a folder."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Code, Entity, PartialDate, Record, Text
from buyer_skills.catalog.trainings import Origin

DecisionKind = Literal["accepted", "edited", "rejected", "confirmed"]
"""accepted: taken as it was proposed; edited: taken with changes; rejected: not taken; confirmed: the body
concerned answered."""

FUNCTION_NEVER_A_NAME = (
    "Function of who answered or decided, such as « responsable de l'offre »; never a name."
)


class Decision(Record):
    """One decision on one record."""

    subject: Text = Field(
        description="Id of the record it bears on; one that was rejected is no longer there."
    )
    decided: DecisionKind = Field(description="accepted, edited, rejected or confirmed.")
    day: PartialDate = Field(description="When it was decided.")
    keys: tuple[Code, ...] = Field(default=(), description="Keys of the record that it changed.")
    reason: Text | None = Field(default=None, description="Why.")
    function: Text | None = Field(default=None, description=FUNCTION_NEVER_A_NAME)
    origin: Origin | None = Field(
        default=None, description="What it was called where it came from: not proposed again when rejected."
    )


class DecisionsFile(Entity):
    """The content of `decisions.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    decisions: tuple[Decision, ...] = Field(default=(), description="Decisions, the oldest first.")
