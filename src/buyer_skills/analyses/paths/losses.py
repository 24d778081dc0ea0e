"""What leaving out a training of the path would cost, found by solving again without it."""

from collections.abc import Sequence
from dataclasses import replace

from buyer_skills.analyses.paths.deadline import Deadline
from buyer_skills.analyses.paths.optimum import RankChain
from buyer_skills.analyses.paths.presolve import presolved
from buyer_skills.analyses.paths.problem import PathProblem
from buyer_skills.analyses.paths.ranks import Objective, cost_objectives, gap_objectives, gap_weights
from buyer_skills.analyses.paths.result import Loss


def losses_of(
    problem: PathProblem, order: Sequence[int], facts: int, deadline: Deadline, *, presolve: bool = True
) -> dict[str, Loss]:
    """Return the loss of each training of a plan, by id; those not proven in time are left out.

    Each re-solve proves what can still be closed (indispensable, then all) and the fewest hours for it;
    then it keeps as many trainings of the plan as it can, so that what comes in is what replaces.

    Args:
        problem: the problem, whose options are all open to choice.
        order: the plan, as positions of options.
        facts: the facts true after the plan.
        deadline: when to stop.
        presolve: whether each problem is reduced before it is solved.
    """
    plan = frozenset(problem.options[position].id for position in order)
    before = gap_weights(problem, facts)
    losses: dict[str, Loss] = {}
    for position in order:
        if deadline.over:
            break
        left_out = problem.options[position].id
        found = _without(problem, left_out, plan, deadline, presolve=presolve)
        if found is not None:
            ids, weights = found
            losses[left_out] = Loss(
                gap_weight=before[1] - weights[1],
                indispensable_weight=before[0] - weights[0],
                replaced_by=tuple(sorted(ids - plan)),
            )
    return losses


def _without(
    problem: PathProblem, left_out: str, plan: frozenset[str], deadline: Deadline, *, presolve: bool
) -> tuple[frozenset[str], tuple[int, int]] | None:
    """Return the ids and the weights closed of the best plan without a training; None if not proven."""
    rest = replace(problem, options=tuple(each for each in problem.options if each.id != left_out))
    reduced = presolved(rest) if presolve else rest
    if not reduced.options or not reduced.wanted:
        return frozenset(), (0, 0)
    chain = RankChain(reduced, deadline)
    gaps = gap_objectives(chain.model)
    newcomers = {
        position: option.count for position, option in enumerate(reduced.options) if option.id not in plan
    }
    for objective in (*gaps, *cost_objectives(reduced, ("hours",)), Objective("count", newcomers)):
        if chain.settle(objective) is not None:
            return None
    indispensable, every = (-objective.of(chain.values) for objective in gaps)
    return frozenset(chain.ids), (indispensable, every)
