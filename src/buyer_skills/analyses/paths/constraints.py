"""What limits a path: the filters, the limits, and the order of its criteria."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.trainings import EmployerFamily, Evidence, Modality

Criterion = Literal["funding", "evidence", "hours", "price", "count"]
"""What is minimised once the gaps are closed, in the order of :data:`DEFAULT_ORDER` unless told otherwise."""

DEFAULT_ORDER: tuple[Criterion, ...] = ("funding", "evidence", "hours", "price", "count")
"""Fewest trainings not funded, surest evidence, fewest hours, lowest price, fewest trainings."""

FilterName = Literal[
    "evidence",
    "no-practice",
    "with-degrees",
    "region",
    "modality",
    "provider",
    "exclude",
    "max-price",
]
"""The filters that can refuse a training, named as on the command line. ``with-degrees`` refuses degrees
when it is not asked for; ``max-price`` refuses a training whose price is unknown."""

FILTERS: tuple[FilterName, ...] = (
    "evidence",
    "no-practice",
    "with-degrees",
    "region",
    "modality",
    "provider",
    "exclude",
    "max-price",
)

LimitName = Literal["hours", "price", "count"]
"""The quantities that may be limited over the whole plan."""

LIMITS: tuple[LimitName, ...] = ("hours", "price", "count")


class Constraints(BaseModel):
    """Filters, limits and order of criteria of a path; by default none but « no degree ».

    >>> Constraints(max_hours=21, order=("hours",)).criteria
    ('hours', 'funding', 'evidence', 'price', 'count')
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    employer: EmployerFamily | None = Field(
        default=None, description="Family whose prices count; the buyer's own when absent."
    )
    max_hours: float | None = Field(default=None, ge=0, description="Hours at most over the whole plan.")
    max_price: float | None = Field(default=None, ge=0, description="Euros at most over the whole plan.")
    max_trainings: int | None = Field(default=None, ge=0, description="Trainings at most.")
    region: str | None = Field(
        default=None, description="Keeps what is in the region, national, or followed at a distance."
    )
    modalities: tuple[Modality, ...] = Field(default=(), description="Modalities kept; all when empty.")
    providers: tuple[str, ...] = Field(default=(), description="Providers kept; all when empty.")
    exclude: tuple[str, ...] = Field(default=(), description="Trainings not to propose.")
    evidence: Evidence | None = Field(
        default=None, description="Least evidence accepted; `generic` practice stands beside."
    )
    practice: bool = Field(default=True, description="Whether practice that an employer sets up is proposed.")
    with_degrees: bool = Field(default=False, description="Whether degrees are proposed.")
    repeat: bool = Field(default=False, description="Whether completed trainings are proposed again.")
    unknown: Literal["keep", "drop"] | None = Field(
        default=None,
        description="keep: an unknown price passes under a price limit, counted 0; drop: an unknown region "
        "or modality is refused too.",
    )
    order: tuple[Criterion, ...] = Field(
        default=(), description="Criteria that come first; the others follow in the default order."
    )
    ready_threshold: float = Field(
        default=0.8, ge=0, le=1, description="Coverage from which one may be ready for the job."
    )
    presolve: bool = Field(
        default=True, description="Whether the problem is reduced before it is solved; answers are the same."
    )

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The five criteria in the order they count."""
        named = tuple(dict.fromkeys(self.order))
        return named + tuple(criterion for criterion in DEFAULT_ORDER if criterion not in named)

    def completed_by(self, buyer: Buyer) -> "Constraints":
        """Return these constraints, with the employer and the limits of ``buyer`` where none is given."""
        return self.model_copy(
            update={
                "employer": self.employer or buyer.employer,
                "max_hours": buyer.limits.hours if self.max_hours is None else self.max_hours,
                "max_price": buyer.limits.price_eur if self.max_price is None else self.max_price,
                "max_trainings": (
                    buyer.limits.trainings if self.max_trainings is None else self.max_trainings
                ),
            }
        )
