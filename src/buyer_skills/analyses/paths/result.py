"""The result of a path: what to follow, in which order, what it closes, what stays open and why."""

from typing import Literal

from pydantic import Field

from buyer_skills.analyses.paths.constraints import FilterName
from buyer_skills.analyses.paths.filters import Unknown
from buyer_skills.analyses.results import Result
from buyer_skills.catalog.trainings import EmployerFamily, Evidence

Status = Literal["optimal", "feasible", "no-gap"]
"""``optimal`` only when every rank was proven; ``feasible`` when the time given ran out before."""

Basket = Literal["plan", "open", "personal"]
"""Who acts: the employer's training plan, open access from tomorrow, or a personal project."""

Reason = Literal[
    "not-in-catalogue",
    "practice-only",
    "lower-step-missing",
    "entry-requirement",
    "already-completed",
    "excluded-by-filter",
    "over-budget",
    "lost-in-order",
    "not-proven",
]
"""Why a step stays open, in the order in which causes are tried."""

RankName = Literal["indispensable", "gap", "funding", "evidence", "hours", "price", "count", "ids"]
"""The ranks of the optimum; those from ``funding`` to ``count`` in the order asked for."""


class StepGained(Result):
    """Levels gained in a competency by one training."""

    competency: str = Field(description="Competency.")
    from_level: int = Field(alias="from", description="Level before.")
    to_level: int = Field(alias="to", description="Level after.")


class StandIn(Result):
    """A surer training that could take the place of one still to be confirmed."""

    id: str = Field(description="Training that could stand in.")
    evidence: Evidence = Field(description="How far its offer can be trusted.")
    hours: float = Field(description="Its hours.")
    hours_estimated: bool = Field(description="Whether its hours are an estimate.")
    price_eur: float | None = Field(description="Its price for this employer; null when unknown.")


class Loss(Result):
    """What is lost when a training is left out and the path is solved again without it."""

    gap_weight: int = Field(
        description="Gap weight closed no more; negative where what is indispensable must give way."
    )
    indispensable_weight: int = Field(description="The same on indispensable requirements alone.")
    replaced_by: tuple[str, ...] = Field(description="Trainings that come in its place.")


class PathTraining(Result):
    """A training of the path, with what it closes."""

    id: str = Field(description="Training.")
    hours: float = Field(description="Its hours.")
    hours_estimated: bool = Field(description="Whether its hours are an estimate.")
    price_eur: float | None = Field(description="Its price for this employer; null when unknown.")
    funded: bool = Field(description="Whether it costs this employer nothing, whoever pays behind.")
    evidence: Evidence = Field(description="How far the offer can be trusted.")
    stale: bool = Field(description="Whether what is said of it is older than 36 months.")
    basket: Basket = Field(description="plan, open or personal.")
    closes: tuple[StepGained, ...] = Field(description="Required levels gained, capped at what is required.")
    enables: tuple[StepGained, ...] = Field(description="Other levels gained, for a later entry requirement.")
    unknown: tuple[Unknown, ...] = Field(description="What a filter asked and the record does not say.")
    stand_in: StandIn | None = Field(
        description="For one still to be confirmed, the best surer training that could stand in."
    )
    loss: Loss | None = Field(description="What leaving it out costs; null unless asked for.")


class OpenStep(Result):
    """A step of a requirement that the path leaves open, and why."""

    from_level: int = Field(alias="from", description="Level below the step.")
    to_level: int = Field(alias="to", description="Level above the step.")
    reason: Reason = Field(description="Code of the reason.")
    trainings: tuple[str, ...] = Field(description="Trainings concerned: those the reason keeps out.")
    filters: tuple[FilterName, ...] = Field(description="Filters whose lifting lets the step close.")
    filters_together: bool = Field(
        description="Whether they must be lifted together; otherwise each alone is enough."
    )
    needs: tuple[str, ...] = Field(
        description="Entry requirements nothing meets: `degree_level:6`, `status:titulaire`, "
        "`level:negociation:2`, `training:ID`."
    )
    missing_hours: float | None = Field(
        description="Least rise of the limit that closes it; null if none does."
    )
    missing_eur: float | None = Field(
        description="Least rise of the limit that closes it; null if none does."
    )
    missing_count: int | None = Field(
        description="Least rise of the limit that closes it; null if none does."
    )


class UnmetRequirement(Result):
    """A requirement that stays open."""

    competency: str = Field(description="Competency.")
    held: int = Field(description="Level before the path.")
    reached: int = Field(description="Level after it.")
    required: int = Field(description="Level asked for.")
    importance: int = Field(description="1 utile, 2 importante, 3 indispensable.")
    reason: Reason = Field(description="Reason of the lowest open step.")
    steps: tuple[OpenStep, ...] = Field(description="Open steps, the lowest first.")


class Bound(Result):
    """How good a path could be at best, at the first rank that was not proven."""

    rank: RankName = Field(description="First rank not proven.")
    value: float = Field(description="Best value still possible there, in the units of the rank.")


class TrainingPath(Result):
    """The best path from what a buyer holds to what a job asks for; its dump is the JSON contract."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    buyer: str = Field(description="Buyer.")
    profile: str = Field(description="Job profile aimed at.")
    employer: EmployerFamily | None = Field(
        description="Employer family whose prices count; null if not said."
    )
    status: Status = Field(description="optimal, feasible or no-gap.")
    coverage_before: float = Field(description="Coverage before, 0 to 1.")
    coverage_after: float = Field(description="Coverage after, 0 to 1.")
    ready_before: bool = Field(description="Whether the competences were already met.")
    ready_after: bool = Field(description="Whether the competences are met after the path.")
    gap_weight_before: int = Field(description="Sum of importance x levels short, before.")
    gap_weight_closed: int = Field(description="Part of it that the path closes.")
    total_hours: float = Field(description="Hours of the path.")
    hours_estimated: float = Field(description="Part of them that is an estimate.")
    total_price_eur: float = Field(description="Sum of the known prices.")
    unknown_prices: int = Field(description="Trainings whose price is unknown.")
    bound: Bound | None = Field(description="null when proven.")
    trainings: tuple[PathTraining, ...] = Field(description="Trainings in the order to follow.")
    unmet: tuple[UnmetRequirement, ...] = Field(description="Requirements left open.")
    levels_after: dict[str, int] = Field(description="Level after the path in each competency above 0.")
