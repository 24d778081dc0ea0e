"""Two profiles side by side: the cases of `tests/cases/comparisons.yaml`, then the way each way."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY, catalog

from buyer_skills.analyses.comparisons import ComparedLevels, ProfileComparison, compare_profiles
from buyer_skills.analyses.paths import Constraints
from buyer_skills.graph.skill_graph import SkillGraph

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "comparisons.yaml").read_text(encoding="utf-8"))

COURSES: list[dict[str, Any]] = [
    {"id": "negocier", "outcomes": [("negociation", 0, 2)]},
    {"id": "juger", "hours": 7, "outcomes": [("droit", 1, 2)]},
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    result = compare(asked(case["a"]), asked(case["b"]))
    for name in ("common", "more", "less"):
        assert levels(getattr(result, name)) == {key: tuple(pair) for key, pair in case[name].items()}
    assert [result.hours_a_to_b, result.hours_b_to_a] == case["hours"]


def test_the_way_says_where_it_starts_and_where_it_leads() -> None:
    result = compare({"negociation": (1, 2), "droit": (1, 3)}, {"negociation": (2, 3), "droit": (2, 3)})
    way = result.a_to_b
    assert (way.ready_before, way.ready_after) == (False, True)
    assert (way.met, way.met_after, way.required) == (0, 2, 2)
    assert (way.coverage, way.coverage_after) == (0.5, 1.0)
    assert sorted(way.trainings) == ["juger", "negocier"]
    assert (way.hours, way.hours_estimated, way.unknown_prices) == (21, 0, 2)
    assert result.b_to_a.ready_before


def test_where_no_path_makes_ready_there_is_no_distance_but_the_best_path() -> None:
    result = compare({"droit": (0, 1)}, {"droit": (2, 3), "negociation": (2, 3)})
    way = result.a_to_b
    assert (way.hours, way.price_eur, way.ready_after) == (None, None, False)
    assert way.trainings == ("negocier",)
    assert (way.met_after, way.coverage_after, way.open) == (1, 0.5, ("droit",))


def test_limits_hold_on_the_way() -> None:
    result = compare({"negociation": (1, 3)}, {"negociation": (2, 3)}, Constraints(max_hours=7))
    assert result.hours_a_to_b is None


def test_the_widest_difference_comes_first() -> None:
    result = compare({"a": (2, 2), "b": (1, 2)}, {"c": (1, 2), "a": (3, 2), "b": (3, 2), "d": (1, 2)})
    assert [each.competency for each in result.more] == ["b", "a", "c", "d"]


def test_the_result_is_its_own_json() -> None:
    result = compare({"negociation": (1, 2)}, {"negociation": (2, 3)})
    dumped = result.model_dump(mode="json")
    assert {"common", "more", "less", "hours_a_to_b", "hours_b_to_a"} <= set(dumped)
    assert dumped["more"] == [{"competency": "negociation", "a": 1, "b": 2}]
    assert ProfileComparison.model_validate_json(result.model_dump_json()) == result


def compare(
    first: dict[str, tuple[int, int]],
    second: dict[str, tuple[int, int]],
    constraints: Constraints | None = None,
) -> ProfileComparison:
    profiles = [{"id": "un", "requirements": first}, {"id": "deux", "requirements": second}]
    graph = SkillGraph.of(catalog(trainings=COURSES, profiles=profiles), DAY)
    return compare_profiles(graph, graph.profile("un"), graph.profile("deux"), constraints)


def asked(short: dict[str, list[int]]) -> dict[str, tuple[int, int]]:
    return {name: (level, importance) for name, (level, importance) in short.items()}


def levels(entries: tuple[ComparedLevels, ...]) -> dict[str, tuple[int | None, int | None]]:
    return {each.competency: (each.a, each.b) for each in entries}
