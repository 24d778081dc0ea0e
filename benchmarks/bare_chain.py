"""The same chain of ranks given bare to HiGHS: what a plain programme of the whole problem would cost.

Same variables, constraints and cuts as the product's, on the problem as it is: nothing is reduced before, no
plan is found beforehand, no rank is settled without a solve. Each rank is solved with the solver's own
options, the gap it tolerates apart, which is 0 (with its default of one in ten thousand the answers would
not be the same), then fixed as a constraint. Ids are fixed one by one.
"""

import math
import time
from collections.abc import Mapping, Sequence
from typing import Any

import highspy

from buyer_skills.analyses.paths.constraints import Criterion
from buyer_skills.analyses.paths.cuts import circle_cuts, followed
from buyer_skills.analyses.paths.model import Row, build_model
from buyer_skills.analyses.paths.problem import PathProblem
from buyer_skills.analyses.paths.ranks import cost_objectives, gap_objectives


class BareChain:
    """One programme in the solver, and the processor time spent on each rank."""

    def __init__(self, problem: PathProblem) -> None:
        """Take the problem with all its options, as it stands."""
        started = time.process_time()
        self.problem = problem
        self.model = build_model(problem)
        self.highs = highspy._core._Highs()  # noqa: SLF001 - the public class writes on the terminal
        self.highs.setOptionValue("output_flag", False)  # noqa: FBT003 - as the solver has it
        self.highs.setOptionValue("mip_rel_gap", 0.0)
        for column in range(self.model.column_count):
            self.highs.addCol(0.0, 0.0, 1.0, 0, [], [])
            self.highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        for row in self.model.rows:
            self._add(row)
        self.values: tuple[int, ...] = ()
        self.reached: list[int] = []
        """The value of each rank, in order."""
        self.seconds = {"programme": time.process_time() - started}
        """Processor time by rank, in order."""

    def run(self, criteria: Sequence[Criterion]) -> tuple[str, ...]:
        """Go down every rank and return the ids of the optimal set."""
        for objective in (*gap_objectives(self.model), *cost_objectives(self.problem, tuple(criteria))):
            started = time.process_time()
            found = self._solve(objective.terms)
            if found is None:
                raise ValueError(objective.rank)
            self.values = found
            value = objective.of(found)
            self.reached.append(value)
            self._add(Row(objective.terms, upper=value))
            spent = time.process_time() - started
            self.seconds[objective.rank] = self.seconds.get(objective.rank, 0.0) + spent
        started = time.process_time()
        self._fix_ids()
        self.seconds["ids"] = time.process_time() - started
        return tuple(option.id for i, option in enumerate(self.problem.options) if self.values[i])

    def _fix_ids(self) -> None:
        """Take the smallest id that some optimal set holds, then the next one beside it, and so on."""
        size = sum(self.values[: len(self.problem.options)])
        held = 0
        for position in range(len(self.problem.options)):
            if held == size:
                return
            self.highs.changeColBounds(position, 1.0, 1.0)
            found = self.values if self.values[position] else self._solve({})
            if found is None:
                self.highs.changeColBounds(position, 0.0, 0.0)
            else:
                self.values = found
                held += 1

    def _solve(self, terms: Mapping[int, int]) -> tuple[int, ...] | None:
        """Return the best solution that can be followed; None when there is none."""
        costs = [float(terms.get(column, 0)) for column in range(self.model.column_count)]
        self.highs.changeColsCost(len(costs), list(range(len(costs))), costs)
        while True:
            self.highs.run()
            status = self.highs.getModelStatus()
            if status == highspy.HighsModelStatus.kInfeasible:
                return None
            if status != highspy.HighsModelStatus.kOptimal:
                raise ValueError(status.name)
            found: Any = self.highs.getSolution().col_value
            values = tuple(round(value) for value in found)
            cuts = circle_cuts(self.model, values, followed(self.model, values))
            if not cuts:
                return values
            for cut in cuts:
                self._add(cut)

    def _add(self, row: Row) -> None:
        lower = -math.inf if row.lower is None else float(row.lower)
        upper = math.inf if row.upper is None else float(row.upper)
        columns = list(row.terms)
        coefficients = [float(row.terms[column]) for column in columns]
        self.highs.addRow(lower, upper, len(columns), columns, coefficients)
