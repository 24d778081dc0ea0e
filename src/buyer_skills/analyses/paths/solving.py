"""A problem into the best plan for it: reduced, solved, put in its final order, and replayed."""

from dataclasses import dataclass

from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.analyses.paths.deadline import Deadline
from buyer_skills.analyses.paths.optimum import best_set
from buyer_skills.analyses.paths.orders import smallest_order
from buyer_skills.analyses.paths.presolve import presolved
from buyer_skills.analyses.paths.problem import PathProblem
from buyer_skills.analyses.paths.ranks import gap_weights
from buyer_skills.analyses.paths.replay import replayed
from buyer_skills.analyses.paths.result import Bound
from buyer_skills.analyses.paths.solver import SolverDisagreementError


@dataclass(frozen=True, slots=True)
class Plan:
    """Options of a problem in the order to follow, the facts true in the end, and what was not proven."""

    order: tuple[int, ...]
    facts: int
    bound: Bound | None


def best_plan(problem: PathProblem, constraints: Constraints, deadline: Deadline) -> Plan:
    """Return the best plan of ``problem``, whose options are all open to choice.

    Its set is the optimum of the reduced problem; its order, found on the whole problem, is the smallest
    by ids that closes as much. It is replayed before it is returned.

    Raises:
        SolverDisagreementError: when the replay does not reach what the solver promised.
    """
    reduced = presolved(problem) if constraints.presolve else problem
    optimum = best_set(reduced, constraints.criteria, deadline)
    chosen = set(optimum.ids)
    positions = [position for position, option in enumerate(problem.options) if option.id in chosen]
    order = smallest_order(problem, positions, optimum.weights)
    facts = None if order is None else replayed(problem, order)
    if order is None or facts is None or gap_weights(problem, facts) < optimum.weights:
        raise SolverDisagreementError("the plan cannot be followed")
    return Plan(order, facts, optimum.bound)
