"""What each rank makes as small as possible; what is to be large is counted negative."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from buyer_skills.analyses.paths.constraints import Criterion
from buyer_skills.analyses.paths.model import PathModel
from buyer_skills.analyses.paths.problem import Option, PathProblem
from buyer_skills.analyses.paths.result import RankName

COST_OF: Mapping[Criterion, tuple[Callable[[Option], int], ...]] = {
    "funding": (lambda option: option.unfunded,),
    "evidence": (lambda option: option.evidence,),
    "hours": (lambda option: option.minutes,),
    "price": (lambda option: option.unknown_price, lambda option: option.cents),
    "count": (lambda option: option.count,),
}
"""What an option costs in each criterion; price is two, unknown prices first, then the known total."""


@dataclass(frozen=True, slots=True)
class Objective:
    """One rank, or half of one, as a sum over columns to make as small as possible."""

    rank: RankName
    terms: Mapping[int, int]
    unit: float = 1.0

    def of(self, values: tuple[int, ...]) -> int:
        """Return the value of the objective at ``values``."""
        return sum(coefficient * values[column] for column, coefficient in self.terms.items())

    def shown(self, value: int) -> float:
        """Return a value of the objective in the units of the rank: weight, hours, euros or a number."""
        return abs(value) * self.unit


def gap_objectives(model: PathModel) -> tuple[Objective, Objective]:
    """Return ranks 1 and 2: the weighted gap closed on indispensable requirements, then on all."""
    indispensable: dict[int, int] = {}
    every: dict[int, int] = {}
    for step in model.problem.wanted:
        column = model.facts[step.fact]
        every[column] = every.get(column, 0) - step.weight
        if step.indispensable:
            indispensable[column] = indispensable.get(column, 0) - step.weight
    return Objective("indispensable", indispensable), Objective("gap", every)


def cost_objectives(problem: PathProblem, criteria: tuple[Criterion, ...]) -> list[Objective]:
    """Return the ranks of costs, in the order asked for."""
    units = {"hours": 1 / 60, "price": 1 / 100}
    objectives = []
    for criterion in criteria:
        for number, cost in enumerate(COST_OF[criterion]):
            terms = {
                position: cost(option) for position, option in enumerate(problem.options) if cost(option)
            }
            unit = 1.0 if criterion == "price" and number == 0 else units.get(criterion, 1.0)
            objectives.append(Objective(criterion, terms, unit))
    return objectives


def gap_weights(problem: PathProblem, facts: int) -> tuple[int, int]:
    """Return the weight closed on indispensable steps and on all once ``facts`` are true."""
    indispensable = every = 0
    for step in problem.wanted:
        if step.fact & facts:
            every += step.weight
            if step.indispensable:
                indispensable += step.weight
    return indispensable, every
