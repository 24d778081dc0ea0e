"""From a degree to a job: the cases of `tests/cases/bridges.yaml`, then regions, order and limits."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY, catalog

from buyer_skills.analyses.bridges import BridgeReport, build_bridges
from buyer_skills.analyses.paths import Constraints
from buyer_skills.graph.skill_graph import SkillGraph

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "bridges.yaml").read_text(encoding="utf-8"))

COURSES: list[dict[str, Any]] = [
    {"id": "negocier", "outcomes": [("negociation", 1, 2)]},
    {
        "id": "droit-en-ligne",
        "kind": "e-learning",
        "hours": 2,
        "price_eur": 0,
        "modality": "en-ligne",
        "outcomes": [("droit", 0, 1)],
    },
]
JOB: dict[str, Any] = {"id": "poste", "requirements": {"negociation": (2, 3), "droit": (1, 2)}}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    teaches = [(name, *levels) for name, levels in case["degree"]["teaches"].items()]
    degree = {"id": "licence", "kind": "degree", "outcomes": teaches, "basis": case["degree"].get("basis")}
    bridge = bridges([degree, *COURSES]).bridges[0]
    if case["coverage"] is None:
        assert (bridge.coverage, bridge.hours, bridge.price_eur, bridge.ready) == (None, None, None, None)
        assert (bridge.gaps, bridge.complement) == ((), ())
        return
    covered, required = case["coverage"]
    covered_after, _ = case["after"]
    assert bridge.coverage == covered / required
    assert bridge.coverage_after == covered_after / required
    assert {gap.competency: gap.gap for gap in bridge.gaps} == case["gaps"]
    assert list(bridge.complement) == case["complement"]
    assert bridge.hours == case["hours"]
    assert (bridge.price_eur, bridge.unknown_prices) == (case["price"], case["unknown_prices"])


def test_a_degree_level_opens_what_asks_for_it_and_degrees_are_no_complement() -> None:
    licence = {
        "id": "licence",
        "kind": "degree",
        "basis": "programme",
        "grants_degree_level": 6,
        "outcomes": [("droit", 0, 1)],
    }
    master = {**licence, "id": "master", "basis": None, "outcomes": [("negociation", 0, 2)]}
    cycle = {
        "id": "cycle",
        "kind": "cycle",
        "requires": {"degree_level": 6},
        "outcomes": [("negociation", 0, 1)],
    }
    bridge = bridges([licence, master, cycle]).bridges[0]
    assert bridge.degree == "licence"
    assert bridge.complement == ("cycle",)
    assert {gap.competency: (gap.held, gap.reached) for gap in bridge.gaps} == {"negociation": (0, 1)}
    assert (bridge.ready, bridge.ready_after, bridge.met, bridge.met_after) == (False, False, 1, 1)


def test_the_complement_is_the_shortest_whoever_pays() -> None:
    degree = {"id": "licence", "kind": "degree", "basis": "programme", "outcomes": [("droit", 0, 1)]}
    courses = [
        {"id": "longue", "hours": 21, "price_eur": 0, "outcomes": [("negociation", 0, 2)]},
        {"id": "courte", "hours": 7, "price_eur": 900, "outcomes": [("negociation", 0, 2)]},
    ]
    assert bridges([degree, *courses]).bridges[0].complement == ("courte",)


def test_a_region_keeps_its_degrees_national_ones_and_those_not_known() -> None:
    degrees = [
        degree("a-lille", "hauts-de-france"),
        degree("a-paris", "ile-de-france"),
        degree("partout", "national"),
        degree("inconnu", None),
        {**degree("en-ligne", "ile-de-france"), "modality": "en-ligne"},
    ]
    kept = bridges(degrees, region="hauts-de-france").bridges
    assert [bridge.degree for bridge in kept] == ["a-lille", "en-ligne", "inconnu", "partout"]


def test_by_region_then_the_nearest_first_and_those_not_known_last() -> None:
    degrees = [
        degree("b-lille", "hauts-de-france", ("negociation", 0, 1)),
        degree("a-lille", "hauts-de-france"),
        degree("c-lille", "hauts-de-france", ("negociation", 0, 2)),
        degree("aix", "bretagne"),
    ]
    assert [bridge.degree for bridge in bridges(degrees).bridges] == ["aix", "c-lille", "b-lille", "a-lille"]


def test_without_a_profile_every_job_and_no_reference() -> None:
    profiles = [JOB, {**JOB, "id": "local", "kind": "local"}, {**JOB, "id": "reference", "kind": "reference"}]
    small = catalog(trainings=[degree("licence", None)], profiles=profiles)
    result = build_bridges(SkillGraph.of(small, DAY))
    assert [bridge.profile for bridge in result.bridges] == ["local", "poste"]


def test_one_degree_alone_and_the_limits_given() -> None:
    chosen = degree("licence", "bretagne", ("negociation", 0, 1))
    small = catalog(trainings=[chosen, degree("autre", None), *COURSES], profiles=[JOB])
    graph = SkillGraph.of(small, DAY)
    result = build_bridges(
        graph, graph.training("licence"), graph.profile("poste"), "hauts-de-france", Constraints(max_hours=2)
    )
    assert [(bridge.degree, bridge.complement) for bridge in result.bridges] == [
        ("licence", ("droit-en-ligne",))
    ]


def test_the_result_is_its_own_json() -> None:
    result = bridges([degree("licence", None, ("negociation", 0, 1)), *COURSES])
    dumped = result.model_dump(mode="json")["bridges"][0]
    assert {"degree", "profile", "coverage", "gaps", "complement", "hours", "price_eur"} <= set(dumped)
    assert BridgeReport.model_validate_json(result.model_dump_json()) == result


def degree(identifier: str, region: str | None, *outcomes: tuple[str, int, int]) -> dict[str, Any]:
    return {
        "id": identifier,
        "kind": "degree",
        "region": region,
        "basis": "programme" if outcomes else None,
        "outcomes": list(outcomes),
    }


def bridges(trainings: list[dict[str, Any]], region: str | None = None) -> BridgeReport:
    graph = SkillGraph.of(catalog(trainings=trainings, profiles=[JOB]), DAY)
    return build_bridges(graph, None, graph.profile("poste"), region)
