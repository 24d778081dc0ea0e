"""The situations of `tests/cases/paths.yaml`: what the best path is, and why the rest stays open."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY, buyer, catalog

from buyer_skills.analyses.paths import Constraints, TrainingPath, find_path
from buyer_skills.graph.skill_graph import SkillGraph

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "paths.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    path = solved(case)
    assert path.status == ("optimal" if path.gap_weight_before else "no-gap")
    assert [training.id for training in path.trainings] == case["order"]
    assert path.levels_after == case["after"]
    reasons = {one.competency: [step.reason for step in one.steps] for one in path.unmet}
    assert reasons == case.get("open", {})
    if "more" in case:
        assert missing(path) == case["more"]


def test_without_time_the_plan_in_hand_is_given_with_its_bound() -> None:
    case = next(case for case in CASES if len(case["order"]) > 1)
    path = solved(case, time_limit=0.0)
    assert path.status in ("feasible", "optimal")
    assert (path.bound is None) == (path.status == "optimal")


def solved(case: dict[str, Any], time_limit: float | None = None) -> TrainingPath:
    """Return the path of a case."""
    records = catalog(
        trainings=[_training(short) for short in case["trainings"]],
        profiles=[
            {"id": "metier", "requirements": {name: tuple(pair) for name, pair in case["job"].items()}}
        ],
    )
    person = buyer(case.get("holds", {}), **case.get("buyer", {}))
    constraints = Constraints.model_validate(case.get("options", {}))
    graph = SkillGraph.of(records, DAY)
    return find_path(graph, person, graph.profile("metier"), constraints, time_limit=time_limit)


def missing(path: TrainingPath) -> dict[str, float]:
    """Return by how much each limit should rise for the first open step."""
    step = path.unmet[0].steps[0]
    rises = {"hours": step.missing_hours, "eur": step.missing_eur, "count": step.missing_count}
    return {name: rise for name, rise in rises.items() if rise is not None}


def _training(short: dict[str, Any]) -> dict[str, Any]:
    keys = dict(short)
    keys["outcomes"] = [_outcome(words) for words in keys.pop("gives")]
    if "asks" in keys:
        keys["requires"] = {"levels": keys.pop("asks")}
    return keys


def _outcome(words: str) -> tuple[str, int, int]:
    competency, step = words.split()
    start, end = step.split(">")
    return competency, int(start), int(end)
