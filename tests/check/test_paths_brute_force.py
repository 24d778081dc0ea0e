"""Thousands of random small catalogues: the path is what trying every set in every order finds.

A share of the same cases runs in the fast suite (``tests/analyses/paths``).
"""

from collections import Counter

import pytest
from analyses.paths.random_cases import Case, random_case
from analyses.paths.test_against_trying_everything import assert_is_best, solved
from analyses.paths.test_reasons_against_trying_everything import assert_reasons_are_true

from buyer_skills.catalog.trainings import Training

CASES = 3000
EXPLAINED = 400
BLOCK = 100


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, CASES, BLOCK))
def test_path_is_what_trying_everything_finds(start: int) -> None:
    for seed in range(start, start + BLOCK):
        case = random_case(seed)
        reduced, whole = (solved(case, presolve=presolve) for presolve in (True, False))
        assert reduced == whole, seed
        assert reduced.status != "feasible", seed
        assert_is_best(case, reduced)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, EXPLAINED, BLOCK // 4))
def test_each_open_step_has_its_true_reason(start: int) -> None:
    for seed in range(start, start + BLOCK // 4):
        case = random_case(seed)
        assert_reasons_are_true(case, solved(case, presolve=True))


@pytest.mark.slow
def test_the_cases_hold_all_that_makes_a_path_hard() -> None:
    counts: Counter[str] = Counter()
    for seed in range(CASES):
        counts.update(_difficulties(random_case(seed)))
    rare = {name: counts[name] for name in DIFFICULTIES if counts[name] < 100}
    assert rare == {}


DIFFICULTIES = (
    "level required",
    "training required",
    "degree required",
    "status required",
    "alternatives",
    "circle",
    "from above 0",
    "several outcomes",
    "two steps at once",
    "price by employer",
    "unknown price",
    "estimated hours",
    "to be confirmed",
    "itinerary",
    "practice",
    "degree",
    "completed",
    "repeat",
    "hours limit",
    "price limit",
    "count limit",
    "region",
    "modality",
    "provider",
    "excluded",
    "minimum evidence",
    "no practice",
    "unknown kept",
    "unknown dropped",
    "another order",
)


def _difficulties(case: Case) -> set[str]:
    """Return what a case exercises."""
    trainings = case.catalog.trainings.values()
    conditions = [one for each in trainings for one in (each.requires, *each.requires.any_of)]
    outcomes = [outcome for each in trainings for outcome in each.taught]
    wanted = case.constraints
    found = {
        "level required": any(one.levels for one in conditions),
        "training required": any(one.trainings for one in conditions),
        "degree required": any(one.degree_level for one in conditions),
        "status required": any(one.statuses for one in conditions),
        "alternatives": any(each.requires.any_of for each in trainings),
        "circle": _has_circle(case),
        "from above 0": any(outcome.from_level for outcome in outcomes),
        "several outcomes": any(len(each.taught) > 1 for each in trainings),
        "two steps at once": any(outcome.to_level - outcome.from_level > 1 for outcome in outcomes),
        "price by employer": any(each.access for each in trainings),
        "unknown price": any(each.price_eur is None for each in trainings),
        "estimated hours": any(each.hours is None for each in trainings),
        "to be confirmed": any(each.evidence in ("reported", "indicative") for each in trainings),
        "itinerary": any(each.parts for each in trainings),
        "practice": any(each.kind == "practice" for each in trainings),
        "degree": any(each.kind == "degree" for each in trainings),
        "completed": bool(case.buyer.completed),
        "repeat": wanted.repeat,
        "hours limit": wanted.max_hours is not None,
        "price limit": wanted.max_price is not None,
        "count limit": wanted.max_trainings is not None,
        "region": wanted.region is not None,
        "modality": bool(wanted.modalities),
        "provider": bool(wanted.providers),
        "excluded": bool(wanted.exclude),
        "minimum evidence": wanted.evidence is not None,
        "no practice": not wanted.practice,
        "unknown kept": wanted.unknown == "keep",
        "unknown dropped": wanted.unknown == "drop",
        "another order": bool(wanted.order),
    }
    return {name for name, holds in found.items() if holds}


def _has_circle(case: Case) -> bool:
    """Whether two trainings each teach a level that the other starts from."""
    pairs = [
        ({(one.competency, one.from_level) for one in each.taught if one.from_level}, each)
        for each in case.catalog.trainings.values()
    ]
    return any(
        _teaches_one_of(other, needs) and _teaches_one_of(each, other_needs)
        for needs, each in pairs
        for other_needs, other in pairs
        if each.id < other.id
    )


def _teaches_one_of(training: Training, needs: set[tuple[str, int]]) -> bool:
    return any(
        one.competency == competency and one.to_level >= level
        for one in training.taught
        for competency, level in needs
    )
