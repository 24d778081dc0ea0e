"""Paths of random small cases against every set in every order."""

import pytest
from analyses.paths.oracle import Oracle
from analyses.paths.random_cases import Case, random_case
from builders import DAY

from buyer_skills.analyses.paths import find_path
from buyer_skills.analyses.paths.result import TrainingPath
from buyer_skills.graph.skill_graph import SkillGraph


def solved(case: Case, *, presolve: bool) -> TrainingPath:
    """Return the path of a case."""
    graph = SkillGraph.of(case.catalog, DAY)
    constraints = case.constraints.model_copy(update={"presolve": presolve})
    return find_path(graph, case.buyer, case.catalog.profiles["job"], constraints)


def assert_is_best(case: Case, path: TrainingPath) -> None:
    """Assert that a path is the best there is: its ids, their order, its levels and its weights."""
    best = Oracle(case.catalog, case.buyer, case.catalog.profiles["job"], case.constraints).best()
    assert tuple(training.id for training in path.trainings) == best.order
    assert path.levels_after == best.levels
    assert path.gap_weight_closed == -best.ranks[1]
    closed = {each.competency: each.importance for each in case.catalog.profiles["job"].requirements}
    steps = [step for training in path.trainings for step in training.closes]
    assert (
        sum(closed[step.competency] * (step.to_level - step.from_level) for step in steps) == -best.ranks[1]
    )


@pytest.mark.parametrize("block", range(15))
def test_path_is_what_trying_everything_finds(block: int) -> None:
    for seed in range(10 * block, 10 * block + 10):
        case = random_case(seed)
        paths = [solved(case, presolve=presolve) for presolve in (True, False)]
        assert paths[0] == paths[1], seed
        assert paths[0].status != "feasible", seed
        assert_is_best(case, paths[0])
