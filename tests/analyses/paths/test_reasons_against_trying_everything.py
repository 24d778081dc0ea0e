"""The reason of each open step of random small cases, against trying everything with one thing relaxed."""

import pytest
from analyses.paths.random_cases import Case, random_case
from analyses.paths.reason_oracle import Reasons, World
from analyses.paths.test_against_trying_everything import solved

from buyer_skills.analyses.paths.result import OpenStep, TrainingPath


def assert_reasons_are_true(case: Case, path: TrainingPath) -> int:
    """Assert that each open step has its true reason; return how many there are."""
    profile = case.catalog.profiles["job"]
    reasons = Reasons(World(case.catalog, case.buyer, profile, case.constraints), path.levels_after)
    count = 0
    for unmet in path.unmet:
        assert unmet.reason == unmet.steps[0].reason
        assert [step.from_level for step in unmet.steps] == list(range(unmet.reached, unmet.required))
        for step in unmet.steps:
            expected, details = reasons.of(unmet.competency, step.from_level, unmet.reached)
            assert step.reason == expected, (unmet.competency, step, expected)
            if "filters" in details:
                assert step.filters == details["filters"]
            if "missing" in details:
                assert _missing(step) == details["missing"]
            count += 1
    return count


@pytest.mark.parametrize("block", range(5))
def test_each_open_step_has_its_true_reason(block: int) -> None:
    for seed in range(6 * block, 6 * block + 6):
        case = random_case(seed)
        assert_reasons_are_true(case, solved(case, presolve=True))


def _missing(step: OpenStep) -> dict[str, float | None]:
    return {
        "hours": None if step.missing_hours is None else round(step.missing_hours, 6),
        "price": None if step.missing_eur is None else round(step.missing_eur, 6),
        "count": step.missing_count,
    }
