"""The chain of ranks: each made the best it can be, proven, fixed, and the next one taken up."""

from collections.abc import Sequence
from dataclasses import dataclass

from buyer_skills.analyses.paths.constraints import Criterion
from buyer_skills.analyses.paths.cuts import circle_cuts, followed
from buyer_skills.analyses.paths.deadline import Deadline
from buyer_skills.analyses.paths.incumbent import greedy_plan
from buyer_skills.analyses.paths.model import PathModel, Row, bits, build_model
from buyer_skills.analyses.paths.problem import PathProblem
from buyer_skills.analyses.paths.ranks import Objective, cost_objectives, gap_objectives
from buyer_skills.analyses.paths.result import Bound
from buyer_skills.analyses.paths.solver import Outcome, Programme, Solved, SolverDisagreementError
from buyer_skills.analyses.paths.ties import smallest_ids


@dataclass(frozen=True, slots=True)
class Optimum:
    """The best set found.

    Its ids, the weights it closes in ranks 1 and 2 (in some order), and the bound at the first rank that
    was not proven (None: all are).
    """

    ids: tuple[str, ...]
    weights: tuple[int, int]
    bound: Bound | None


def best_set(
    problem: PathProblem,
    criteria: Sequence[Criterion],
    deadline: Deadline,
    *,
    break_ties: bool = True,
) -> Optimum:
    """Return the lexicographic optimum of ``problem`` over gaps, ``criteria`` in order, then ids."""
    if not problem.options or not problem.wanted:
        return Optimum((), (0, 0), None)
    return RankChain(problem, deadline).run(tuple(criteria), break_ties=break_ties)


class RankChain:
    """A programme, the best plan in hand, and what was proven of it so far."""

    def __init__(self, problem: PathProblem, deadline: Deadline) -> None:
        """Take the problem and the time there is; the plan in hand is found without the solver."""
        self.problem = problem
        self.deadline = deadline
        self.model = build_model(problem)
        self.values = values_of(self.model, greedy_plan(problem))
        self._programme: Programme | None = None
        self._pending: list[Row | tuple[int, int]] = []

    def run(self, criteria: tuple[Criterion, ...], *, break_ties: bool) -> Optimum:
        """Go down the ranks; stop at the first that cannot be proven in time."""
        gaps = gap_objectives(self.model)
        bound = self._settle_all((*gaps, *cost_objectives(self.problem, criteria)))
        if bound is None and break_ties:
            bound = self._break_ties()
        indispensable, every = (-objective.of(self.values) for objective in gaps)
        return Optimum(self.ids, (indispensable, every), bound)

    def _settle_all(self, objectives: Sequence[Objective]) -> Bound | None:
        for objective in objectives:
            bound = self.settle(objective)
            if bound is not None:
                return bound
        return None

    def _break_ties(self) -> Bound | None:
        self.values, proven = smallest_ids(
            self.programme, self.values, len(self.problem.options), self._minimise
        )
        return None if proven else Bound(rank="ids", value=0)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the plan in hand."""
        return tuple(
            option.id for option, value in zip(self.problem.options, self.values, strict=False) if value
        )

    @property
    def programme(self) -> Programme:
        """The programme in the solver, made when it is first needed."""
        if self._programme is None:
            self._programme = Programme(self.model)
            for waiting in self._pending:
                self._tell(waiting)
        return self._programme

    def settle(self, objective: Objective) -> Bound | None:
        """Make ``objective`` the least it can be and fix it; return the bound reached if not proven."""
        value = objective.of(self.values)
        floor = sum(min(coefficient, 0) for coefficient in objective.terms.values())
        if value == floor:
            # Every term is at its best at once: nothing to solve, and nothing left free in this rank.
            for column, coefficient in objective.terms.items():
                self._tell((column, int(coefficient < 0)))
            return None
        solved = self._minimise(objective)
        if solved.outcome is Outcome.INFEASIBLE:
            raise SolverDisagreementError("no plan at all, with one in hand")
        if solved.values is not None and solved.value is not None and solved.value < value:
            self.values, value = solved.values[: self.model.column_count], solved.value
        if solved.outcome is Outcome.PROVEN or solved.bound == value:
            self._tell(Row(objective.terms, upper=value))
            return None
        best = floor if solved.bound is None else max(floor, solved.bound)
        return Bound(rank=objective.rank, value=objective.shown(best))

    def _tell(self, fixed: Row | tuple[int, int]) -> None:
        if self._programme is None:
            self._pending.append(fixed)
        elif isinstance(fixed, Row):
            self._programme.add(fixed)
        else:
            self._programme.fix(*fixed)

    def _minimise(self, objective: Objective) -> Solved:
        """Solve until the answer can be followed, or is no better than the plan in hand."""
        in_hand = None if objective.rank == "ids" else objective.of(self.values)
        while True:
            solved = self.programme.minimise(objective.terms, self.deadline.left())
            if solved.values is None or (in_hand is not None and solved.bound == in_hand):
                return Solved(solved.outcome, None, None, solved.bound)
            replay = followed(self.model, solved.values)
            cuts = circle_cuts(self.model, solved.values, replay)
            if not cuts:
                return solved
            for cut in cuts:
                self.programme.add(cut)
            if solved.outcome is Outcome.STOPPED:
                return Solved(solved.outcome, None, None, solved.bound)


def values_of(model: PathModel, order: Sequence[int]) -> tuple[int, ...]:
    """Return the value of each column for a plan followed in ``order``."""
    problem = model.problem
    values = [0] * model.column_count
    facts = problem.with_derived(0)
    for position in order:
        option = problem.options[position]
        values[position] = 1
        for number, gain in enumerate(option.gains):
            if not gain.needs & ~facts:
                values[model.gain_column(position, number)] = 1
        facts = problem.with_derived(option.after(facts))
    for fact in bits(facts):
        if fact in model.facts:
            values[model.facts[fact]] = 1
    for (position, number), column in model.alternatives.items():
        if not problem.options[position].any_of[number] & ~facts:
            values[column] = 1
    return tuple(values)
