"""A buyer: the levels a person holds and their constraints. Personal data, never in `data/`."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field, Strict

from buyer_skills.catalog.fields import Bilingual, DegreeLevel, Entity, Euros, Hours, Level, Slug, TrainingId
from buyer_skills.catalog.trainings import EmployerFamily, PersonStatus


def _answered(levels: object) -> object:
    """Leave out the levels left blank: not answered, which is not « none »."""
    if isinstance(levels, Mapping):
        return {competency: level for competency, level in levels.items() if level is not None}
    return levels


class BuyerLimits(Entity):
    """What the person or the employer will not go beyond, over the whole plan."""

    hours: Hours | None = Field(default=None, description="Hours at most over the whole plan.")
    price_eur: Euros | None = Field(default=None, description="Euros at most over the whole plan.")
    trainings: Annotated[int, Strict(), Field(ge=0)] | None = Field(
        default=None, description="Trainings at most."
    )


class Buyer(Entity):
    """A person: levels held, trainings completed, situation and limits."""

    id: Slug = Field(description="A pseudonym: it goes into file names, so no name.")
    format_version: Annotated[int, Strict()] = Field(default=1, description="Version of the format: 1.")
    levels: Annotated[
        dict[Slug, Level], BeforeValidator(_answered, json_schema_input_type=dict[Slug, Level | None])
    ] = Field(
        default_factory=dict,
        description="Level held by competency, 0 to 4 (0 to 3 for a savoir-être); not listed or blank = not "
        "answered, counted as 0.",
    )
    completed: tuple[TrainingId, ...] = Field(default=(), description="Trainings already followed.")
    employer: EmployerFamily | None = Field(default=None, description="Employer family (versant).")
    degree_level: DegreeLevel | None = Field(default=None, description="Highest degree level held, 3 to 8.")
    statuses: tuple[PersonStatus, ...] = Field(default=(), description="Situations of the person.")
    limits: BuyerLimits = Field(default=BuyerLimits(), description="Limits on the plan.")
    note: Bilingual | None = Field(default=None, description="A remark.")

    def level_of(self, competency: str) -> int:
        """Return the level held in ``competency``, 0 when the person did not say."""
        return self.levels.get(competency, 0)
