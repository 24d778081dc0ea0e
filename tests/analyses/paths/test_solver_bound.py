"""A solver that calls optimal what its bound does not prove is asked again."""

from analyses.paths.oracle import Oracle
from analyses.paths.random_cases import random_case
from builders import DAY

from buyer_skills.analyses.paths import find_path
from buyer_skills.graph.skill_graph import SkillGraph


def test_a_bound_left_behind_is_solved_again_and_the_answer_is_the_best() -> None:
    # HiGHS 1.16.0 calls the first rank of this case optimal at -2 with a bound of -3; -2 is the truth.
    case = random_case(2397)
    job = case.catalog.profiles["job"]
    path = find_path(SkillGraph.of(case.catalog, DAY), case.buyer, job, case.constraints)
    best = Oracle(case.catalog, case.buyer, job, case.constraints).best()
    assert path.status == "optimal"
    assert tuple(training.id for training in path.trainings) == best.order


def test_a_solve_that_ends_in_an_error_is_made_again() -> None:
    # HiGHS 1.16.0 ends a rank of this case, whole, with an error of its own.
    case = random_case(1900)
    job = case.catalog.profiles["job"]
    whole = case.constraints.model_copy(update={"presolve": False})
    path = find_path(SkillGraph.of(case.catalog, DAY), case.buyer, job, whole)
    best = Oracle(case.catalog, case.buyer, job, case.constraints).best()
    assert path.status == "optimal"
    assert tuple(training.id for training in path.trainings) == best.order
