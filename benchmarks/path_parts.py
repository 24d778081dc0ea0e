"""The parts of a run about paths: at real size, and at 1,000 courses against the bare solver."""

import json
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from statistics import median
from typing import Any

from benchmarks.bare_chain import BareChain
from benchmarks.catalogues import EXAMPLES, Case, LoadedCase, bundled, generated, loaded
from benchmarks.measuring import ROOT, Line, Plan, environment, seconds_of
from benchmarks.rank_clock import Seconds, rank_clock
from buyer_skills.analyses.paths import find_path
from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.analyses.paths.problem import PathProblem, build_problem
from buyer_skills.analyses.paths.ranks import cost_objectives, gap_weights
from buyer_skills.analyses.paths.replay import replayed
from buyer_skills.analyses.paths.result import TrainingPath
from buyer_skills.graph.skill_graph import SkillGraph

REPEATS = 3
"""Times each search is measured; its median counts."""

RANKS = ("indispensable", "gap", "funding", "evidence", "hours", "price", "count")
"""The ranks before ids."""


def real_size(plan: Plan) -> list[Line]:
    """Seconds beyond loading, on about 200 courses and on the bundled catalogue."""
    groups = {
        "200 courses, today": [generated("today", 200, seed) for seed in plan.seeds],
        "200 courses, dense": [generated("dense", 200, seed) for seed in plan.seeds],
        "bundled, its examples": [bundled(example) for example in EXAMPLES],
    }
    return [line for name, cases in groups.items() for line in _real_size(name, cases)]


def against_bare(plan: Plan) -> list[Line]:
    """``path`` at 1,000 courses against the same chain given bare to the solver."""
    lines = []
    for shape in ("today", "dense"):
        cases = [loaded(generated(shape, 1000, seed)) for seed in plan.seeds]
        lines += _against_bare(f"1,000 courses, {shape}", cases)
    return lines


def _real_size(name: str, cases: Sequence[Case]) -> list[Line]:
    warm, stages = [], []
    for case in cases:
        ready = loaded(case)
        warm.append(_graph_and_search(ready))
        with rank_clock() as seconds:
            _search(ready)
        stages.append(seconds)
    cold = [median(_in_own_process(case) for _ in range(REPEATS)) for case in cases]
    spread = f"{min(warm):.3f} to {max(warm):.3f} s, {len(cases)} cases"
    apart = f"{min(cold):.3f} to {max(cold):.3f} s, solver's import included"
    return [
        Line("path", f"beyond loading, {name}", median(warm), "s", 0.3, spread),
        Line("path", "same, first search of a process", median(cold), "s", 0.3, apart),
        *_stages("path", stages),
    ]


def _against_bare(name: str, cases: Sequence[LoadedCase]) -> list[Line]:
    whole: list[float] = []
    ranks: list[float] = []
    ours: list[float] = []
    theirs: list[float] = []
    bare_stages: list[Seconds] = []
    our_stages: list[Seconds] = []
    for case in cases:
        spent = median(seconds_of(partial(_search, case)) for _ in range(REPEATS))
        with rank_clock() as seconds:
            found = _search(case)
        constraints = Constraints().completed_by(case.buyer)
        problem = build_problem(case.graph, case.buyer, case.profile, constraints).admitted()
        chain = BareChain(problem)
        ids = chain.run(constraints.criteria)
        _check_same(problem, [training.id for training in found.trainings], ids, chain.reached)
        bare = sum(chain.seconds.values())
        whole.append(spent / bare)
        ours.append(spent)
        theirs.append(bare)
        ranks.append(
            sum(seconds.get(each, 0.0) for each in ("presolve", "first plan", *RANKS))
            / (bare - chain.seconds["ids"])
        )
        our_stages.append(seconds)
        bare_stages.append(chain.seconds)
    medians = f"{median(ours):.3f} s against {median(theirs):.3f} s, {len(cases)} seeds, same ranks and ids"
    return [
        Line("bare", f"path / bare chain, {name}", median(whole), "ratio", 0.5, medians),
        Line("bare", "same, ids left out of both", median(ranks), "ratio", None, "what precedes ids only"),
        *_stages("bare", our_stages, "path: "),
        *_stages("bare", bare_stages, "bare: "),
    ]


def _check_same(problem: PathProblem, order: Sequence[str], ids: Sequence[str], reached: list[int]) -> None:
    """Check that both reached the same set and the same value at each rank.

    Raises:
        ArithmeticError: they did not: one of the two is wrong.
    """
    places = {option.id: position for position, option in enumerate(problem.options)}
    positions = [places[identifier] for identifier in order]
    gaps = gap_weights(problem, replayed(problem, positions) or 0)
    chosen = tuple(int(position in positions) for position in range(len(problem.options)))
    costs = [objective.of(chosen) for objective in cost_objectives(problem, Constraints().criteria)]
    if sorted(order) != sorted(ids) or [*(-gap for gap in gaps), *costs] != reached:
        raise ArithmeticError(sorted(ids), reached)


def _graph_and_search(case: LoadedCase) -> float:
    def both() -> object:
        graph = SkillGraph.of(case.graph.catalog, case.graph.day)
        return find_path(graph, case.buyer, case.profile)

    return median(seconds_of(both) for _ in range(REPEATS))


def _search(case: LoadedCase) -> TrainingPath:
    return find_path(case.graph, case.buyer, case.profile)


def _in_own_process(case: Case) -> float:
    """Return the processor seconds beyond loading of a path found by a process that does nothing else."""
    arguments = ("-m", "benchmarks.one_path", str(case.data), str(case.buyer), case.profile)
    ran = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    spent: dict[str, Any] = json.loads(ran.stdout)
    return float(spent["beyond"])


def _stages(part: str, all_seconds: Sequence[Seconds], prefix: str = "") -> list[Line]:
    """Return the median time of each stage, those that a case did not come to counting 0."""
    names = dict.fromkeys(name for seconds in all_seconds for name in seconds)
    return [
        Line(part, f"  {prefix}{name}", median(each.get(name, 0.0) for each in all_seconds), "s")
        for name in names
    ]
