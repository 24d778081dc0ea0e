"""The narrower question: how few hours of training make a person ready for a job.

Ready means that nothing indispensable is short and that coverage reaches the threshold. The best path
tells whether that can be: it closes as much of the indispensable as possible, then as much of all, so where
it does not make ready, nothing does. Where it does, both are asked for as rows of the programme, no more
than ready needs, and hours are made the least; then the price, then the ids.
"""

from dataclasses import replace
from math import ceil

from buyer_skills.analyses.paths.assembling import levels_from, path_result
from buyer_skills.analyses.paths.constraints import Constraints, Criterion
from buyer_skills.analyses.paths.deadline import Deadline
from buyer_skills.analyses.paths.model import Row
from buyer_skills.analyses.paths.optimum import Optimum, RankChain
from buyer_skills.analyses.paths.orders import smallest_order
from buyer_skills.analyses.paths.presolve import presolved
from buyer_skills.analyses.paths.problem import PathProblem, build_problem
from buyer_skills.analyses.paths.question import PathQuestion
from buyer_skills.analyses.paths.ranks import cost_objectives, gap_objectives, gap_weights
from buyer_skills.analyses.paths.replay import replayed
from buyer_skills.analyses.paths.result import TrainingPath
from buyer_skills.analyses.paths.solver import SolverDisagreementError
from buyer_skills.analyses.readiness import covered_and_required, exact, is_ready
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.graph.skill_graph import SkillGraph

CRITERIA: tuple[Criterion, ...] = ("hours", "price")
"""What is made least once ready, in order; ids settle the rest."""


def fewest_hours_to_ready(
    graph: SkillGraph,
    buyer: Buyer,
    profile: JobProfile,
    constraints: Constraints | None = None,
) -> TrainingPath | None:
    """Return the path of fewest hours that makes ``buyer`` ready for ``profile``; None when none does.

    Someone who is ready already gets a path without training. What stays open below ready is no concern
    here: ``unmet`` is empty. The hours, then the price and the ids, are proven: there is no time limit.

    Args:
        graph: The catalogue, at the day that decides what is offered.
        buyer: Levels held, trainings completed, employer and limits.
        profile: The job aimed at.
        constraints: Filters and limits; their order of preference does not count here.
    """
    limits = (constraints or Constraints()).completed_by(buyer)
    problem = build_problem(graph, buyer, profile, limits)
    admitted = problem.admitted()
    order: tuple[int, ...] = ()
    facts = problem.with_derived(0)
    if not is_ready(profile, buyer.levels, exact(limits.ready_threshold)):
        # Dominance weighs all a path weighs, funding and evidence too: it could take away the smaller id.
        reduced = presolved(admitted, dominance=False) if limits.presolve else admitted
        chain = _ReadyChain(reduced, Deadline(None))
        optimum = chain.shortest(_needed(buyer, profile, limits.ready_threshold))
        if optimum is None:
            return None
        order, facts = _followed(admitted, optimum)
    return path_result(
        PathQuestion(graph, buyer, profile, limits),
        [admitted.options[position].id for position in order],
        levels_from(problem, buyer, facts),
    )


def _needed(buyer: Buyer, profile: JobProfile, threshold: float) -> tuple[int, int]:
    """Return the gap weight to close to be ready: on indispensable requirements, and on all."""
    covered, required = covered_and_required(profile, buyer.levels)
    indispensable = sum(
        each.importance * max(0, each.level - buyer.level_of(each.competency))
        for each in profile.requirements
        if each.importance == 3
    )
    return indispensable, max(0, ceil(exact(threshold) * required) - covered)


class _ReadyChain(RankChain):
    """A chain that first finds whether ready can be, then asks for no more than that."""

    def shortest(self, needed: tuple[int, int]) -> Optimum | None:
        """Return the cheapest set that closes the ``needed`` weights; None when no set does."""
        if not self.problem.options:
            return None
        widest = RankChain(self.problem, self.deadline)
        objectives = gap_objectives(self.model)
        for objective, weight in zip(objectives, needed, strict=True):
            widest.settle(objective)
            if -objective.of(widest.values) < weight:
                return None
        self.values = widest.values
        for objective, weight in zip(objectives, needed, strict=True):
            if objective.terms:
                self._tell(Row(objective.terms, upper=-weight))
        self._settle_all(cost_objectives(self.problem, CRITERIA))
        self._break_ties()
        indispensable, every = (-objective.of(self.values) for objective in objectives)
        return Optimum(self.ids, (indispensable, every), None)


def _followed(problem: PathProblem, optimum: Optimum) -> tuple[tuple[int, ...], int]:
    """Return the smallest order of the set that closes most, and the facts true in the end.

    Raises:
        SolverDisagreementError: when the replay does not reach what the solver promised.
    """
    chosen = set(optimum.ids)
    positions = [position for position, option in enumerate(problem.options) if option.id in chosen]
    alone = replace(problem, options=tuple(problem.options[position] for position in positions))
    chain = RankChain(alone, Deadline(None))
    objectives = gap_objectives(chain.model)
    for objective in objectives:
        chain.settle(objective)
    indispensable, every = (-objective.of(chain.values) for objective in objectives)
    target = max(optimum.weights, (indispensable, every))
    order = smallest_order(problem, positions, target)
    facts = None if order is None else replayed(problem, order)
    if order is None or facts is None or gap_weights(problem, facts) < optimum.weights:
        raise SolverDisagreementError("the shortest way to ready cannot be followed")
    return order, facts
