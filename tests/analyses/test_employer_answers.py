"""Several employers on one job: the cases of `tests/cases/employer_answers.yaml`, and order."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import profile
from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.analyses.employer_answers import (
    AskedTogether,
    EmployersTogether,
    lower_median,
    merge_employer_answers,
)
from buyer_skills.catalog.employer_answers import EmployerAnswer

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "employer_answers.yaml").read_text(encoding="utf-8")
)
SHEET = profile({"id": "poste", "requirements": {"negociation": (2, 2), "droit": (1, 3)}})


def answer(number: int, said: dict[str, Any], job: str = "poste") -> EmployerAnswer:
    lines = []
    for competency, asked in said.items():
        level, importance = asked if isinstance(asked, list | tuple) else (asked, None)
        lines.append({"competency": competency, "level": level, "importance": importance})
    return EmployerAnswer.model_validate(
        {
            "id": f"{job}-employeur-{number}",
            "profile": job,
            "name": f"Employeur {number}",
            "employer": "territorial",
            "function": "responsable des ressources humaines",
            "day": "2026-11-20",
            "requirements": lines,
        }
    )


def together(*said: dict[str, Any]) -> EmployersTogether:
    return merge_employer_answers(SHEET, [answer(number, one) for number, one in enumerate(said)])


def in_short(one: AskedTogether) -> dict[str, Any]:
    short: dict[str, Any] = {"verdict": one.verdict}
    if one.answered:
        spread = [one.least, one.most]
        short |= {"level": one.level, "spread": spread, "asked": [one.asked_by, one.answered]}
    return short | ({"importance": one.importance} if one.importance else {})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    found = together(*case["answers"])
    assert found.employers == len(case["answers"])
    assert {one.competency: in_short(one) for one in found.competencies} == case["expect"]


def test_answers_on_another_job_are_left_out() -> None:
    found = merge_employer_answers(SHEET, [answer(1, {"droit": 3}, "autre")])
    assert (found.employers, found.differences) == (0, ())


def test_a_spread_is_a_difference_between_employers_not_with_the_sheet() -> None:
    by_name = {
        one.competency: one for one in together({"droit": 2, "negociation": 0}, {"droit": 2}).competencies
    }
    assert not by_name["droit"].is_spread
    assert not by_name["negociation"].is_spread
    by_name = {one.competency: one for one in together({"droit": 2}, {"droit": 0}).competencies}
    assert by_name["droit"].is_spread


@given(st.lists(st.integers(0, 4), min_size=1))
def test_the_lower_median_is_one_of_the_values_and_no_more_than_half_are_below_it(values: list[int]) -> None:
    found = lower_median(values)
    assert found in values
    assert 2 * sum(one < found for one in values) < len(values)
    assert 2 * sum(one <= found for one in values) >= len(values)


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["negociation", "droit", "sourcing"]), st.integers(0, 4)), max_size=6
    ).flatmap(lambda said: st.tuples(st.just(said), st.permutations(range(len(said)))))
)
def test_the_order_of_answers_changes_nothing(given_said: tuple[list[dict[str, int]], list[int]]) -> None:
    said, order = given_said
    answers = [answer(number, one) for number, one in enumerate(said)]
    assert merge_employer_answers(SHEET, answers) == merge_employer_answers(
        SHEET, [answers[index] for index in order]
    )
