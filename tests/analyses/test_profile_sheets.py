"""What a profile sheet says beyond the record."""

from typing import Any

from builders import DAY, catalog

from buyer_skills.analyses.profile_sheets import ProfileSheet, describe_profile
from buyer_skills.graph.skill_graph import SkillGraph

RECORDS: dict[str, Any] = {
    "competencies": [
        {"id": "droit", "kind": "savoir", "roles": ["animateur"]},
        {"id": "ecoute", "kind": "savoir-etre", "roles": ["animateur"]},
        {"id": "negociation", "roles": ["artisan"]},
    ],
    "roles": ["planificateur", "animateur", "artisan"],
    "trainings": [
        {"id": "a", "outcomes": [("droit", 0, 2)], "evidence": "confirmed"},
        {"id": "b", "outcomes": [("droit", 0, 1)], "evidence": "reported"},
        {"id": "c", "outcomes": [("droit", 2, 3)], "evidence": "verified"},
        {"id": "p", "kind": "practice", "evidence": "generic", "outcomes": [("negociation", 1, 2)]},
        {"id": "petit", "kind": "degree", "outcomes": [("droit", 0, 1)]},
        {"id": "grand", "kind": "degree", "outcomes": [("droit", 0, 1), ("negociation", 0, 1)]},
        {"id": "autre", "kind": "degree", "outcomes": [("sourcing", 0, 1)]},
    ],
    "profiles": [
        {
            "id": "acheteur",
            "title": "Acheteuse / Acheteur",
            "requirements": [("negociation", 2, 2), ("droit", 2, 3), ("ecoute", 1, 1), ("sourcing", 0, 1)],
            "based_on": {"profile": "repere"},
        },
        {"id": "repere", "kind": "reference", "requirements": {"droit": 3, "sourcing": 0}},
    ],
}


def test_each_requirement_says_its_reference_level_and_how_it_can_be_learnt() -> None:
    said = {
        one.competency: (one.reference_level, one.trainings, one.well_known, one.last_step)
        for one in sheet("acheteur").requirements
    }
    assert said == {
        # Up to level 2: a and b, and both degrees, which are verified as most records here are.
        "droit": (3, 4, 3, "trainings"),
        # The last step is learnt in practice only, which is no training.
        "negociation": (None, 1, 1, "practice"),
        "ecoute": (None, 0, 0, "none"),
        # Level 0 asks for nothing, so nothing leads to it.
        "sourcing": (0, 0, 0, "none"),
    }


def test_ways_of_being_and_the_rest_are_told_apart_without_what_asks_for_nothing() -> None:
    result = sheet("acheteur")
    assert [one.competency for one in result.soft] == ["ecoute"]
    assert [one.competency for one in result.rated] == ["negociation", "droit"]


def test_roles_keep_the_order_of_the_catalogue_and_name_what_the_profile_asks() -> None:
    assert [(role.id, role.competencies) for role in sheet("acheteur").roles] == [
        ("planificateur", ()),
        ("animateur", ("droit", "ecoute")),
        ("artisan", ("negociation",)),
    ]


def test_degrees_that_prepare_most_of_the_job_come_first() -> None:
    assert sheet("acheteur").degrees == ("grand", "petit")


def test_a_profile_that_comes_from_no_other_has_no_reference_level() -> None:
    result = sheet("repere")
    assert result.based_on is None
    assert [one.reference_level for one in result.requirements] == [None, None]


def sheet(profile: str) -> ProfileSheet:
    graph = SkillGraph.of(catalog(**RECORDS), DAY)
    return describe_profile(graph, graph.profile(profile))
