"""What generated catalogues look like: shares counted in the bundled catalogue, and a harder variant."""

from dataclasses import dataclass, field

Weights = dict[str, int]
"""How often each value comes, out of their sum."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Shares between 0 and 1, and weights; counts of records are for one course."""

    name: str
    competencies: int = 58
    taught_competencies: float = 0.62
    """Share of the competencies that some course teaches; practice covers the others."""
    statuses: Weights = field(default_factory=lambda: {"current": 154, "history": 40, "ended": 6})
    degrees: float = 0.445
    kinds: Weights = field(
        default_factory=lambda: {
            "course": 61, "mooc": 10, "cycle": 9, "e-learning": 9, "itinerary": 8, "webinar": 6,
            "certification": 5, "workshop": 2, "peer-session": 1,
        }
    )  # fmt: skip
    evidence: Weights = field(default_factory=lambda: {"reported": 109, "verified": 71, "indicative": 20})
    outcomes: Weights = field(
        default_factory=lambda: {"0": 104, "1": 68, "2": 15, "3": 6, "4": 2, "5": 2, "6": 1, "7": 2}
    )
    """How many competencies a course teaches."""
    steps: Weights = field(default_factory=lambda: {"0-1": 126, "0-2": 19, "1-2": 9})
    """From which level to which; those that do not start at 0 are the share with ``from`` > 0."""
    requires_level: float = 0.10
    requires_training: float = 0.02
    requires_degree: float = 0.28
    """Of degrees: share that asks for a degree on entry."""
    hours: float = 0.12
    days: float = 0.19
    price: float = 0.10
    """Share of courses whose price is said; nine in ten of those cost nothing."""
    funded_provider: float = 0.38
    """Share of courses from the one provider whose courses are funded for local authorities."""
    providers: float = 0.45
    sources: float = 0.93
    profiles: int = 11
    requirements: int = 15


TODAY = Shape("today")
"""The bundled catalogue's own shares. No course asks for another there; one in fifty does here."""

DENSE = Shape(
    "dense",
    taught_competencies=1.0,
    statuses={"current": 1},
    degrees=0.10,
    outcomes={"1": 68, "2": 20, "3": 8, "4": 4},
    steps={"0-1": 50, "0-2": 15, "1-2": 25, "2-3": 10},
    requires_level=0.15,
    requires_training=0.06,
    hours=0.60,
    price=0.40,
)
"""A catalogue fully described: every course is offered and teaches, a third from a level above 0."""

SHAPES = {shape.name: shape for shape in (TODAY, DENSE)}
"""Every shape by name."""
