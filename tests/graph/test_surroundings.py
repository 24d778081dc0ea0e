"""What is around a record: links as a reader counts them."""

from typing import Any

import pytest
from builders import DAY, catalog

from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.graph.surroundings import Link, keys_behind, surroundings_of

RECORDS: dict[str, Any] = {
    "competencies": [
        {"id": "droit", "area": "juridique", "rules": ["seuil", "ignore"]},
        {"id": "negocier", "area": "passation"},
    ],
    "trainings": [
        {"id": "base", "outcomes": [("droit", 0, 2)], "requires": {"levels": {"negocier": 1}}},
        {"id": "jadis", "status": "history", "outcomes": [("droit", 0, 1)]},
        {"id": "master", "kind": "degree", "outcomes": [("droit", 0, 1)]},
        {
            "id": "tutorat",
            "kind": "practice",
            "evidence": "generic",
            "outcomes": {"applies_to": {}, "steps": [[1, 2], [2, 3]]},
        },
    ],
    "profiles": [{"id": "juriste", "requirements": {"droit": (3, 2), "negocier": 0}}],
    "rules": [
        {"id": name, "topic": "t", "text": "x", "status": status}
        for name, status in (("seuil", "seen"), ("ignore", "known-not-seen"))
    ],
}


@pytest.fixture(scope="module")
def graph() -> SkillGraph:
    return SkillGraph.of(catalog(**RECORDS), DAY)


def test_steps_and_practices_are_read_as_what_they_belong_to(graph: SkillGraph) -> None:
    around = surroundings_of(graph, "competency:droit", 1)
    assert dict(around.distances) == {
        "competency:droit": 0,
        "area:juridique": 1,
        "degree:master": 1,
        "profile:juriste": 1,
        "rule:seuil": 1,
        "training:base": 1,
        "training:tutorat": 1,
    }
    assert around.links == (
        Link("competency:droit", "area:juridique", "in_area"),
        Link("competency:droit", "rule:seuil", "under_rule"),
        Link("degree:master", "competency:droit", "teaches", 1),
        Link("profile:juriste", "competency:droit", "requires", 3, 2),
        Link("training:base", "competency:droit", "teaches", 2),
        Link("training:tutorat", "competency:droit", "teaches", 3),
    )


def test_what_is_asked_at_level_0_is_no_link(graph: SkillGraph) -> None:
    assert "profile:juriste" not in surroundings_of(graph, "competency:negocier", 1).distances


def test_what_is_over_or_unread_is_shown_only_when_asked_for(graph: SkillGraph) -> None:
    assert "training:jadis" not in surroundings_of(graph, "competency:droit", 3).distances
    assert "competency:droit" in surroundings_of(graph, "training:jadis", 1).distances
    assert "competency:droit" in surroundings_of(graph, "rule:ignore", 1).distances


def test_each_record_is_at_its_shortest_distance_and_links_lead_away(graph: SkillGraph) -> None:
    around = surroundings_of(graph, "area:juridique", 3)
    assert around.distances["competency:droit"] == 1
    assert around.distances["training:base"] == 2
    assert around.distances["competency:negocier"] == 3
    for link in around.links:
        assert abs(around.distances[link.start] - around.distances[link.end]) == 1


def test_a_record_without_link_stands_alone(graph: SkillGraph) -> None:
    around = surroundings_of(graph, "theme:rien", 2)
    assert (dict(around.distances), around.links) == ({"theme:rien": 0}, ())


def test_one_practice_can_be_looked_around_for_itself(graph: SkillGraph) -> None:
    around = surroundings_of(graph, "training:tutorat@droit:1-2", 1)
    assert set(around.distances) == {
        "training:tutorat@droit:1-2",
        "competency:droit",
        "provider:organisme",
    }


def test_behind_a_competency_are_its_steps_and_behind_a_template_its_practices(graph: SkillGraph) -> None:
    keys = keys_behind(graph, "competency:droit", {"competency:droit", "training:tutorat"})
    assert {"competency:droit", "step:droit:0-1", "training:tutorat@droit:1-2"} <= keys
    assert "training:base" not in keys
