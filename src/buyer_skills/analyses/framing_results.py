"""What frames the work, as results: a dated rule, a statut, a set-up, a gap that others named."""

from typing import Literal

from pydantic import Field

from buyer_skills.analyses.neighbourhood_results import Neighbourhood, StepSupply
from buyer_skills.analyses.results import Result
from buyer_skills.analyses.set_up_places import ActorPart
from buyer_skills.catalog.fields import Bilingual, JobTitle
from buyer_skills.catalog.named_gaps import NamedGap
from buyer_skills.catalog.rules import Rule, Statut
from buyer_skills.catalog.set_ups import SetUp


class RuleNeighbourhood(Neighbourhood):
    """A dated rule, what it stands behind, and the others of its topic."""

    kind: Literal["rule"] = Field(default="rule", description="What the record is.")
    title: Bilingual = Field(description="What it is about.")
    topic: str = Field(description="Topic it belongs to.")
    record: Rule | None = Field(
        description="The rule as it is written; null when it was never read at its source: nothing is said."
    )
    competencies: tuple[str, ...] = Field(description="Ids of the competencies it stands behind.")
    others: tuple[str, ...] = Field(description="Ids of the other rules of its topic read at their source.")
    unread: int = Field(description="Other rules of its topic that were never read at their source.")


class StatutNeighbourhood(Neighbourhood):
    """A cadre d'emplois or a corps, and the profiles that may be held under it."""

    kind: Literal["statut"] = Field(default="statut", description="What the record is.")
    title: JobTitle = Field(description="Its name.")
    record: Statut | None = Field(
        description="The statut as it is written; null when it was never read at its source: nothing is said."
    )
    profiles: tuple[str, ...] = Field(description="Ids of the profiles that may be held under it.")
    others: tuple[str, ...] = Field(
        description="Ids of the other statuts of the same employer family read at their source."
    )


class SharedActivity(Result):
    """An activity of a set-up and the part of each actor."""

    activity: str = Field(description="Id of the activity.")
    phase: str = Field(description="Id of the phase of the purchase it belongs to.")
    parts: tuple[ActorPart, ...] = Field(description="Who takes part, in the order of the actors.")


class SetUpNeighbourhood(Neighbourhood):
    """A typical organisation: who does what, phase by phase."""

    kind: Literal["set-up"] = Field(default="set-up", description="What the record is.")
    record: SetUp = Field(description="The set-up as it is written.")
    activities: tuple[SharedActivity, ...] = Field(description="Its activities, phase by phase.")


class NamedGapNeighbourhood(Neighbourhood):
    """A gap that others measured or named, and what this catalogue finds on the same steps."""

    kind: Literal["named-gap"] = Field(default="named-gap", description="What the record is.")
    record: NamedGap = Field(description="The gap as it is written.")
    steps: tuple[StepSupply, ...] = Field(description="The steps it bears on, with what teaches each.")
    unsure_areas: tuple[str, ...] = Field(
        description="Areas of its competencies where too little was seen to conclude."
    )
