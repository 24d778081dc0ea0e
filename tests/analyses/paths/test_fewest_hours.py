"""The fewest hours that make ready, against every set in every order, then what random cases cannot say."""

from typing import Any

import pytest
from analyses.paths.oracle import Oracle
from analyses.paths.random_cases import Case, random_case
from builders import DAY, buyer, catalog

from buyer_skills.analyses.paths import Constraints, TrainingPath, fewest_hours_to_ready, find_path
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.graph.skill_graph import SkillGraph


@pytest.mark.parametrize("block", range(5))
def test_it_is_what_trying_everything_finds(block: int) -> None:
    for seed in range(20 * block, 20 * block + 20):
        assert_is_shortest(random_case(seed), seed)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(30))
def test_it_is_what_trying_everything_finds_at_full_size(block: int) -> None:
    for seed in range(1_000 + 100 * block, 1_100 + 100 * block):
        assert_is_shortest(random_case(seed), seed)


def test_someone_ready_has_nothing_to_follow() -> None:
    path = shortest({"negociation": (2, 3), "droit": (1, 1)}, {"negociation": 2})
    assert path is not None
    assert (path.trainings, path.total_hours, path.ready_before) == ((), 0, True)


def test_no_more_than_ready_needs_is_followed() -> None:
    asked = {"negociation": (2, 3), "droit": (1, 1)}
    path = shortest(asked, {"negociation": 1})
    assert path is not None
    assert [training.id for training in path.trainings] == ["negocier"]
    everything = shortest(asked, {"negociation": 1}, Constraints(ready_threshold=1))
    assert everything is not None
    assert [training.id for training in everything.trainings] == ["droit-en-ligne", "negocier"]


def test_what_nothing_closes_or_what_is_beyond_a_limit_gives_no_path() -> None:
    assert shortest({"ailleurs": (1, 3)}, {}) is None
    assert shortest({"negociation": (2, 3)}, {"negociation": 1}, Constraints(max_hours=7)) is None
    assert shortest({"negociation": (2, 3)}, {"negociation": 1}, Constraints(exclude=("negocier",))) is None


def test_hours_come_before_money_and_money_before_ids() -> None:
    courses = [
        {"id": "a-longue", "hours": 21, "price_eur": 0, "outcomes": [("negociation", 0, 2)]},
        {"id": "b-chere", "hours": 7, "price_eur": 900, "outcomes": [("negociation", 0, 2)]},
        {"id": "c-moins-chere", "hours": 7, "price_eur": 300, "outcomes": [("negociation", 0, 2)]},
        {"id": "d-inconnue", "hours": 7, "outcomes": [("negociation", 0, 2)]},
        {"id": "e-moins-chere", "hours": 7, "price_eur": 300, "outcomes": [("negociation", 0, 2)]},
    ]
    path = shortest({"negociation": (2, 3)}, {}, courses=courses)
    assert path is not None
    assert [training.id for training in path.trainings] == ["c-moins-chere"]


COURSES: list[dict[str, Any]] = [
    {"id": "negocier", "outcomes": [("negociation", 1, 2)]},
    {"id": "droit-en-ligne", "hours": 2, "outcomes": [("droit", 0, 1)]},
]


def shortest(
    asked: dict[str, tuple[int, int]],
    held: dict[str, int],
    constraints: Constraints | None = None,
    *,
    courses: list[dict[str, Any]] | None = None,
) -> TrainingPath | None:
    small = catalog(trainings=courses or COURSES, profiles=[{"id": "job", "requirements": asked}])
    graph = SkillGraph.of(small, DAY)
    return fewest_hours_to_ready(graph, buyer(held), graph.profile("job"), constraints)


def assert_is_shortest(case: Case, seed: int) -> None:
    """Assert that the set found is the best of those that make ready, with and without presolve."""
    graph, job = SkillGraph.of(case.catalog, DAY), case.catalog.profiles["job"]
    paths = [
        fewest_hours_to_ready(
            graph, case.buyer, job, case.constraints.model_copy(update={"presolve": presolve})
        )
        for presolve in (True, False)
    ]
    assert paths[0] == paths[1], seed
    oracle = Oracle(case.catalog, case.buyer, job, case.constraints)
    best = min(
        (
            _cost(oracle, chosen)
            for chosen, state in oracle.reachable_states()
            if _is_ready(job, oracle, state)
        ),
        default=None,
    )
    path = paths[0]
    if best is None:
        assert path is None, seed
        assert not find_path(graph, case.buyer, job, case.constraints).ready_after, seed
        return
    assert path is not None, seed
    assert path.ready_after, seed
    assert sorted(training.id for training in path.trainings) == best[-1], seed


def _is_ready(job: JobProfile, oracle: Oracle, state: Any) -> bool:
    levels = {each.competency: state[0][oracle.place[each.competency]] for each in job.requirements}
    covered = sum(each.importance * min(levels[each.competency], each.level) for each in job.requirements)
    required = sum(each.importance * each.level for each in job.requirements)
    short = any(each.importance == 3 and levels[each.competency] < each.level for each in job.requirements)
    return not short and 10 * covered >= 8 * required


def _cost(oracle: Oracle, chosen: frozenset[str]) -> tuple[int, int, int, list[str]]:
    trainings = [oracle.catalog.trainings[each] for each in chosen]
    prices = [oracle.price(each) for each in trainings]
    known = round(100 * sum(price or 0 for price in prices))
    return sum(map(oracle.minutes, trainings)), prices.count(None), known, sorted(chosen)
