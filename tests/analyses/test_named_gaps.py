"""Named gaps beside findings: the cases of `tests/cases/named_gaps.yaml`, then order and mentions."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY, catalog

from buyer_skills.analyses.named_gaps import NamedGapStanding
from buyer_skills.analyses.supply import MissingReport, MissingScope, find_missing
from buyer_skills.graph.skill_graph import SkillGraph

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "named_gaps.yaml").read_text(encoding="utf-8"))

AREAS = [
    {"id": "negociation", "area": "passation"},
    {"id": "ecrire", "area": "passation"},
    {"id": "droit", "area": "juridique"},
]
ENOUGH: list[dict[str, Any]] = [
    {"id": f"ecrire-{index}", "outcomes": [("ecrire", 0, 1)]} for index in range(5)
]
"""Enough trainings of the area, on another competency, to conclude."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    gap = {"id": "manque", "steps": case["gap"], "employers": case.get("for", [])}
    result = missing(
        [offered(one) for one in case["offer"]],
        [{"id": "poste", "requirements": {"negociation": case["asks"], "ecrire": 0}}],
        [gap],
        concluding=case.get("concluding", True),
        **case.get("scope", {}),
    )
    if case["status"] == "none":
        assert result.named == ()
        return
    (standing,) = result.named
    assert standing.status == case["status"]
    lacks = {each.to_level: [each.kind, *each.also] for each in standing.findings}
    assert lacks == case.get("lacks", {})
    supplied = {each.to_level: list(each.trainings) for each in standing.supplied}
    assert supplied == case.get("supplied", {})


def test_each_finding_says_which_gap_names_it_and_the_rest_is_unnamed() -> None:
    profiles = [{"id": "poste", "requirements": {"negociation": 2, "ecrire": 2}}]
    result = missing([], profiles, [{"id": "manque", "steps": {"negociation": 1}}])
    assert {(each.competency, each.to_level): each.named for each in result.findings} == {
        ("negociation", 1): ("manque",),
        ("negociation", 2): (),
        ("ecrire", 1): (),
        ("ecrire", 2): (),
    }
    assert [each.key for each in result.unnamed] == [("ecrire", 2), ("negociation", 2), ("ecrire", 1)]


def test_steps_of_work_are_named_too_but_never_among_the_unnamed() -> None:
    profiles = [{"id": "poste", "requirements": {"negociation": 3}}]
    result = missing([], profiles, [{"id": "manque", "steps": {"negociation": 3}}])
    assert [each.named for each in result.work_steps] == [("manque",)]
    assert missing([], profiles, []).work_steps[0].named == ()
    assert [each.to_level for each in missing([], profiles, []).unnamed] == [1, 2]


def test_what_cannot_be_concluded_is_not_among_the_unnamed() -> None:
    profiles = [{"id": "poste", "requirements": {"negociation": 1}}]
    assert missing([], profiles, [], concluding=False).unnamed == ()


def test_need_counts_the_jobs_of_the_employers_concerned() -> None:
    profiles = [
        {"id": "hopital", "employers": ["hospitalier"], "requirements": {"negociation": 1}},
        {"id": "mairie", "employers": ["territorial"], "requirements": {"negociation": 1}},
        {"id": "partout", "requirements": {"negociation": 1}},
    ]
    gaps = [
        {"id": "hopitaux", "steps": {"negociation": 1}, "employers": ["hospitalier"]},
        {"id": "tous", "steps": {"negociation": 1}},
    ]
    result = missing([], profiles, gaps)
    assert {each.gap: each.findings[0].demand for each in result.named} == {"hopitaux": 2, "tous": 3}


def test_a_step_that_no_job_asks_for_is_judged_and_names_no_finding() -> None:
    profiles = [{"id": "mairie", "employers": ["territorial"], "requirements": {"negociation": 1}}]
    gap = {"id": "etat", "steps": {"negociation": 1}, "employers": ["etat"]}
    result = missing([], profiles, [gap])
    assert [(each.status, each.findings[0].demand) for each in result.named] == [("found", 0)]
    assert result.findings[0].named == ()
    assert [each.key for each in result.unnamed] == [("negociation", 1)]


def test_a_profile_brings_the_gaps_of_its_own_employers() -> None:
    profiles = [{"id": "mairie", "employers": ["territorial"], "requirements": {"negociation": 1}}]
    gaps = [
        {"id": "etat", "steps": {"negociation": 1}, "employers": ["etat"]},
        {"id": "prix", "employers": ["etat"]},
        {"id": "ici", "steps": {"negociation": 1}, "employers": ["territorial", "etat"]},
        {"id": "lieu"},
    ]
    result = missing([], profiles, gaps, profile="mairie")
    assert [each.gap for each in result.named] == ["ici", "lieu"]


def test_found_comes_first_then_measured_then_the_most_lacking_steps_then_the_id() -> None:
    profiles = [{"id": "poste", "requirements": {"negociation": 2, "droit": 1}}]
    gaps = [
        {"id": "apart"},
        {"id": "douteux", "steps": {"droit": 1}, "standing": "measured"},
        {"id": "servi", "steps": {"ecrire": 1}},
        {"id": "dit-b", "steps": {"negociation": 1}},
        {"id": "dit-a", "steps": {"negociation": 1}},
        {"id": "large", "steps": {"negociation": 2}},
        {"id": "mesure", "steps": {"negociation": 1}, "standing": "measured"},
    ]
    result = missing([], profiles, gaps)
    assert [(each.gap, each.status) for each in result.named] == [
        ("mesure", "found"),
        ("large", "found"),
        ("dit-a", "found"),
        ("dit-b", "found"),
        ("servi", "not-found"),
        ("douteux", "inconclusive"),
        ("apart", "apart"),
    ]


def test_a_competency_given_twice_counts_up_to_its_highest_level() -> None:
    steps = [{"competency": "negociation", "up_to": 1}, {"competency": "negociation", "up_to": 2}]
    result = missing([], [{"id": "poste", "requirements": {"negociation": 2}}], [{"id": "g", "steps": steps}])
    assert (result.named[0].steps, len(result.named[0].findings)) == (2, 2)


def test_the_json_says_each_gap_its_findings_and_what_supplies_it() -> None:
    course = {"id": "a", "provider": "cnfpt", "outcomes": [("negociation", 0, 1)]}
    profiles = [{"id": "poste", "requirements": {"negociation": 2}}]
    result = missing([course], profiles, [{"id": "manque", "steps": {"negociation": 2}}])
    dumped = result.model_dump(mode="json")["named"]
    assert dumped == [
        {
            "gap": "manque",
            "standing": "named",
            "status": "found",
            "steps": 2,
            "findings": [
                {
                    "competency": "negociation",
                    "from": 1,
                    "to": 2,
                    "kind": "absent",
                    "also": [],
                    "demand": 1,
                    "conclusive": True,
                },
                {
                    "competency": "negociation",
                    "from": 0,
                    "to": 1,
                    "kind": "single-provider",
                    "also": [],
                    "demand": 1,
                    "conclusive": True,
                },
            ],
            "supplied": [{"competency": "negociation", "from": 0, "to": 1, "trainings": ["a"]}],
        }
    ]
    assert NamedGapStanding.model_validate(dumped[0]) == result.named[0]
    assert MissingReport.model_validate_json(result.model_dump_json()) == result


def missing(
    trainings: list[dict[str, Any]],
    profiles: list[dict[str, Any]],
    gaps: list[dict[str, Any]],
    *,
    concluding: bool = True,
    **scope: Any,
) -> MissingReport:
    small = catalog(
        competencies=AREAS,
        trainings=[*trainings, *(ENOUGH if concluding else [])],
        profiles=profiles,
        named_gaps=gaps,
    )
    return find_missing(SkillGraph.of(small, DAY), MissingScope(**scope))


def offered(short: dict[str, Any]) -> dict[str, Any]:
    keys = dict(short)
    keys["outcomes"] = [(name, *levels) for name, levels in keys.pop("teaches").items()]
    return keys
