"""A record among its neighbours: what each is, how far, and by which links."""

from typing import Any, get_args

import pytest
from builders import DAY, catalog

from buyer_skills.analyses.record_names import names_known, records_named
from buyer_skills.analyses.surroundings import (
    LINK_KINDS,
    LinkKind,
    SurroundingsOfRecord,
    keys_around,
    look_around,
)
from buyer_skills.graph.skill_graph import SkillGraph

RECORDS: dict[str, Any] = {
    "competencies": [
        {"id": "droit", "area": "juridique", "confused_with": [{"competency": "marche", "difference": "x"}]},
        {"id": "marche", "area": "juridique", "confused_with": [{"competency": "droit", "difference": "x"}]},
    ],
    "trainings": [
        {"id": "suite", "outcomes": [("droit", 1, 2)], "requires": {"levels": {"droit": 1}}},
        {"id": "master", "kind": "degree", "outcomes": [("marche", 0, 1)]},
        {
            "id": "tutorat",
            "kind": "practice",
            "evidence": "generic",
            "outcomes": {"applies_to": {}, "steps": [[1, 2]]},
        },
    ],
    "profiles": [{"id": "juriste", "requirements": {"droit": (3, 2)}}],
}


@pytest.fixture(scope="module")
def graph() -> SkillGraph:
    return SkillGraph.of(catalog(**RECORDS), DAY)


def around(graph: SkillGraph, text: str, depth: int = 1) -> SurroundingsOfRecord:
    return look_around(graph, records_named(graph, text)[0], depth)


def test_neighbours_are_told_by_kind_with_the_main_link_first(graph: SkillGraph) -> None:
    found = around(graph, "droit")
    assert [(one.kind, one.id, [link.kind for link in one.links]) for one in found.neighbours] == [
        ("area", "juridique", ["in_area"]),
        ("competency", "marche", ["confused_with", "confused_with"]),
        ("profile", "juriste", ["requires"]),
        ("training", "suite", ["teaches", "requires_level"]),
        ("practice", "tutorat", ["teaches"]),
    ]
    juriste = found.neighbours[2].links[0]
    assert (juriste.nearer, juriste.outward, juriste.level, juriste.importance) == (
        "competency:droit",
        False,
        3,
        2,
    )


def test_farther_neighbours_are_linked_to_nearer_ones_alone(graph: SkillGraph) -> None:
    found = around(graph, "juriste", 2)
    distances = {one.key: one.distance for one in found.neighbours}
    assert distances["competency:droit"] == 1
    assert distances["competency:marche"] == 2
    assert {link.nearer for one in found.neighbours if one.distance == 2 for link in one.links} == {
        "competency:droit"
    }


def test_degrees_and_practices_can_stand_in_the_middle(graph: SkillGraph) -> None:
    assert (around(graph, "master").key, around(graph, "master").kind) == ("degree:master", "degree")
    assert [one.id for one in around(graph, "tutorat").neighbours] == ["droit", "marche", "organisme"]
    assert around(graph, "tutorat@droit:1-2").kind == "practice"


def test_everything_that_has_a_name_can_be_looked_around(graph: SkillGraph) -> None:
    for name in names_known(graph):
        found = around(graph, name, 3)
        assert found.key not in {one.key for one in found.neighbours}
        assert all(one.links for one in found.neighbours)


def test_the_part_of_the_graph_around_a_record_holds_its_steps(graph: SkillGraph) -> None:
    keys = keys_around(graph, around(graph, "suite"))
    assert keys == {
        "training:suite",
        "competency:droit",
        "provider:organisme",
        *(f"step:droit:{level}-{level + 1}" for level in range(4)),
    }


def test_every_kind_of_link_has_its_place() -> None:
    assert set(LINK_KINDS) == set(get_args(LinkKind))
