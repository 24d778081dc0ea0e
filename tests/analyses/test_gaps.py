"""Gaps towards a profile: the cases of `tests/cases/gaps.yaml`, then what a case cannot say."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY, buyer, catalog

from buyer_skills.analyses.gaps import GapAnalysis, analyse_gap
from buyer_skills.graph.skill_graph import SkillGraph

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "gaps.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    profile = {"id": "poste", "requirements": {name: tuple(asked) for name, asked in case["profile"].items()}}
    result = analyse(profiles=[profile], levels=case["holds"])
    covered, asked = case["coverage"]
    assert result.covered_weight * asked == covered * result.required_weight or not result.required_weight
    assert result.coverage == covered / asked
    assert result.ready is case["ready"]
    assert {entry.competency: entry.gap for entry in result.gaps} == case["gaps"]
    assert list(result.weakest) == case["weakest"]
    assert list(result.strongest) == case["strongest"]


def test_each_requirement_has_its_entry_in_the_order_of_the_profile() -> None:
    profile = {"id": "poste", "requirements": {"negociation": (2, 1), "droit": (1, 3), "zero": (0, 2)}}
    result = analyse(profiles=[profile], levels={"negociation": 3, "ailleurs": 4})
    assert [entry.competency for entry in result.gaps] == ["negociation", "droit", "zero"]
    assert result.gaps[0].surplus == 1
    assert [entry.competency for entry in result.asked] == ["negociation", "droit"]


def test_areas_and_roles_count_their_own_requirements() -> None:
    result = analyse(
        competencies=[
            {"id": "droit", "area": "juridique", "roles": ["artisan-exigeant", "responsable"]},
            {"id": "negociation", "area": "passation", "roles": ["artisan-exigeant"]},
            {"id": "zero", "area": "juridique"},
        ],
        profiles=[{"id": "poste", "requirements": {"droit": (2, 3), "negociation": (2, 1), "zero": (0, 1)}}],
        levels={"droit": 2},
    )
    assert {group.id: (group.met, group.required, group.coverage) for group in result.areas} == {
        "juridique": (1, 1, 1.0),
        "passation": (0, 1, 0.0),
    }
    assert {group.id: (group.met, group.required, group.coverage) for group in result.roles} == {
        "artisan-exigeant": (1, 2, 0.75),
        "responsable": (1, 1, 1.0),
    }


def test_the_trainings_of_the_next_level_are_counted_without_practice_nor_degrees() -> None:
    result = analyse(
        trainings=[
            {"id": "initiation", "outcomes": [("negociation", 0, 1)]},
            {"id": "approfondir", "outcomes": [("negociation", 1, 2)]},
            {"id": "cycle-long", "kind": "cycle", "outcomes": [("negociation", 0, 2)]},
            {"id": "tutorat", "kind": "practice", "evidence": "generic", "outcomes": [("negociation", 1, 2)]},
            {"id": "diplome", "kind": "degree", "outcomes": [("negociation", 1, 2)]},
            {"id": "ancienne", "status": "history", "outcomes": [("negociation", 1, 2)]},
        ],
        profiles=[{"id": "poste", "requirements": {"negociation": 3, "droit": 1}}],
        levels={"negociation": 1, "droit": 1},
    )
    assert [(entry.trainings, entry.degrees, entry.practice) for entry in result.gaps] == [
        (2, 1, True),
        (0, 0, False),
    ]


def test_a_completed_training_changes_no_level_but_says_where_it_aimed_higher() -> None:
    result = analyse(
        trainings=[{"id": "negocier", "outcomes": [("negociation", 0, 2), ("droit", 0, 1)]}],
        profiles=[{"id": "poste", "requirements": {"negociation": 2}}],
        levels={"negociation": 1, "droit": 1},
        completed=["negocier", "inconnue"],
    )
    assert result.gaps[0].held == 1
    assert [(entry.training, entry.competency, entry.aimed, entry.held) for entry in result.aimed_higher] == [
        ("negocier", "negociation", 2, 1)
    ]


def test_the_threshold_is_a_choice() -> None:
    small = catalog(profiles=[{"id": "poste", "requirements": {"negociation": (2, 1)}}])
    graph = SkillGraph.of(small, DAY)
    person = buyer({"negociation": 1})
    assert not analyse_gap(graph, person, graph.profile("poste")).ready
    assert analyse_gap(graph, person, graph.profile("poste"), (1, 2)).ready


def test_the_result_is_its_own_json() -> None:
    result = analyse(profiles=[{"id": "poste", "requirements": {"negociation": 2}}], levels={})
    dumped = result.model_dump(mode="json")
    assert dumped["format_version"] == 1
    assert {"coverage", "ready", "gaps", "areas", "roles"} <= set(dumped)
    assert {"competency", "required", "held", "gap", "surplus", "importance"} <= set(dumped["gaps"][0])
    assert GapAnalysis.model_validate_json(result.model_dump_json()) == result


def analyse(*, levels: dict[str, int], completed: list[str] | None = None, **records: Any) -> GapAnalysis:
    graph = SkillGraph.of(catalog(**records), DAY)
    return analyse_gap(graph, buyer(levels, completed=completed or []), graph.profile("poste"))
