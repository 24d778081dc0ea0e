"""One integer programme in the hands of HiGHS, and nothing of its answers taken on trust.

The solver is imported when it is first needed. It is given no starting solution: HiGHS 1.16 handed one can
report the optimum and return the start. Each returned solution is rounded, put back into every row in
whole numbers, and its value computed again; the bound must meet it before « proven » is said.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import ModuleType
from typing import Any

from buyer_skills.analyses.paths.model import PathModel, Row

RANDOM_SEED = 20241212
"""Fixed, so that the same problem always gives the same answer."""

ROUNDING = 1e-4
"""How far from a whole number the solver may return a value that must be one."""


class Outcome(Enum):
    """What one solve came to."""

    PROVEN = "proven"
    STOPPED = "stopped"
    INFEASIBLE = "infeasible"


@dataclass(frozen=True, slots=True)
class Solved:
    """A solve: its outcome, the best solution with its value, and the best bound, in whole numbers.

    ``values`` and ``value`` are None when no solution was found; ``bound`` None when there is none.
    """

    outcome: Outcome
    values: tuple[int, ...] | None
    value: int | None
    bound: int | None


class SolverDisagreementError(AssertionError):
    """The solver's answer does not stand up to being computed again: a bug, of ours or of the solver."""


class Programme:
    """Minimises one objective after the other over the same columns, rows being added in between."""

    def __init__(self, model: PathModel) -> None:
        """Take the model; its rows are copied to the solver."""
        self.model = model
        self.rows = list(model.rows)
        self._highs = _new_highs(model.column_count)
        for row in self.rows:
            self._pass_row(row)
        self._costs = [0] * model.column_count
        self._fixed: set[int] = set()

    def add_column(self) -> int:
        """Add a 0-1 column to the programme, and return it."""
        highspy = highs_module()
        self._highs.addCol(0.0, 0.0, 1.0, 0, [], [])
        column = len(self._costs)
        self._highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        self._costs.append(0)
        return column

    def add(self, row: Row) -> None:
        """Add a row."""
        self.rows.append(row)
        self._pass_row(row)

    def drop(self, rows: Collection[Row]) -> None:
        """Take rows away again."""
        places = [place for place, row in enumerate(self.rows) if any(row is each for each in rows)]
        self.rows = [row for row in self.rows if not any(row is each for each in rows)]
        self._highs.deleteRows(len(places), places)

    def fix(self, column: int, value: int) -> None:
        """Fix a column to 0 or 1 for good."""
        if column not in self._fixed:
            self._fixed.add(column)
            self._highs.changeColBounds(column, float(value), float(value))

    def is_fixed(self, column: int) -> bool:
        """Return whether a column is fixed."""
        return column in self._fixed

    def minimise(self, objective: Mapping[int, int], seconds: float | None = None) -> Solved:
        """Return the least value of ``objective`` (column -> coefficient, integers), within ``seconds``."""
        divisor = math.gcd(*objective.values()) or 1
        self._set_costs(objective, divisor)
        # The solver keeps its last solution as a start for the next solve unless told to forget it.
        self._highs.clearSolver()
        spent = self._highs.getRunTime()
        self._highs.setOptionValue("time_limit", math.inf if seconds is None else spent + max(seconds, 0.0))
        self._highs.run()
        try:
            return self._read(divisor)
        except SolverDisagreementError:
            # Seen on 1.16.0, in about one case in ten thousand: what the solver's own presolve settles
            # is the optimum, but its bound stays that of the first relaxation, or the solve ends in an error.
            # Solved plainly, all agrees; if it does not, it is raised.
            self._run_without_presolve()
            return self._read(divisor)

    def _run_without_presolve(self) -> None:
        self._highs.clearSolver()
        self._highs.setOptionValue("presolve", "off")
        self._highs.run()
        self._highs.setOptionValue("presolve", "choose")

    def _set_costs(self, objective: Mapping[int, int], divisor: int) -> None:
        for column, cost in enumerate(self._costs):
            wanted = objective.get(column, 0) // divisor
            if cost != wanted:
                self._highs.changeColCost(column, float(wanted))
                self._costs[column] = wanted

    def _pass_row(self, row: Row) -> None:
        lower = -math.inf if row.lower is None else float(row.lower)
        upper = math.inf if row.upper is None else float(row.upper)
        columns = list(row.terms)
        values = [float(row.terms[column]) for column in columns]
        self._highs.addRow(lower, upper, len(columns), columns, values)

    def _read(self, divisor: int) -> Solved:
        name = self._highs.getModelStatus().name
        outcome = _OUTCOMES.get(name)
        if outcome is None:
            raise SolverDisagreementError(f"unexpected solver status: {name}")
        if outcome is Outcome.INFEASIBLE:
            return Solved(outcome, None, None, None)
        information = self._highs.getInfo()
        bound = _whole_bound(information.mip_dual_bound)
        if information.primal_solution_status != highs_module().SolutionStatus.kSolutionStatusFeasible.value:
            if outcome is Outcome.PROVEN:
                raise SolverDisagreementError("optimal without a solution")
            return Solved(outcome, None, None, None if bound is None else bound * divisor)
        values = self._rounded_solution()
        value = sum(cost * values[column] for column, cost in enumerate(self._costs) if cost)
        if abs(value - information.objective_function_value) > 0.5:
            raise SolverDisagreementError(f"objective {information.objective_function_value}, really {value}")
        if bound is not None and bound > value:
            raise SolverDisagreementError(f"bound {bound} above the value {value}")
        if outcome is Outcome.PROVEN and bound != value:
            raise SolverDisagreementError(f"said optimal at {value} with bound {bound}")
        if bound == value:
            outcome = Outcome.PROVEN
        return Solved(outcome, values, value * divisor, None if bound is None else bound * divisor)

    def _rounded_solution(self) -> tuple[int, ...]:
        found = list(self._highs.getSolution().col_value)
        values = tuple(round(value) for value in found)
        if any(abs(value - whole) > ROUNDING for value, whole in zip(found, values, strict=True)):
            raise SolverDisagreementError("a value that must be whole is not")
        if not all(row.holds(values) for row in self.rows):
            raise SolverDisagreementError("the solution breaks a row")
        return values


_OUTCOMES: Mapping[str, Outcome] = {
    "kOptimal": Outcome.PROVEN,
    "kInfeasible": Outcome.INFEASIBLE,
    "kUnboundedOrInfeasible": Outcome.INFEASIBLE,
    "kTimeLimit": Outcome.STOPPED,
    "kInterrupt": Outcome.STOPPED,
    "kSolutionLimit": Outcome.STOPPED,
    "kIterationLimit": Outcome.STOPPED,
    "kMemoryLimit": Outcome.STOPPED,
}
"""Each status of the solver that can be met on a bounded 0-1 programme; any other is an error.
Every column lies between 0 and 1, so that « unbounded or infeasible » can only be infeasible."""


@cache
def highs_module() -> ModuleType:
    """Return the solver's module, imported at first use."""
    import highspy

    return highspy


def _new_highs(columns: int) -> Any:
    highspy = highs_module()
    # The public class writes a banner to standard output as it is made, before it can be told not to.
    highs = highspy._core._Highs()  # noqa: SLF001
    quiet = False
    highs.setOptionValue("output_flag", quiet)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("random_seed", RANDOM_SEED)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.0)
    for column in range(columns):
        highs.addCol(0.0, 0.0, 1.0, 0, [], [])
        highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)
    return highs


def _whole_bound(bound: float) -> int | None:
    """Return the least whole number a value above ``bound`` can be."""
    return None if math.isinf(bound) or math.isnan(bound) else math.ceil(bound - 1e-5)
