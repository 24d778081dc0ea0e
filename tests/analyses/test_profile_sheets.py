"""What a profile sheet says beyond the record."""

from dataclasses import replace
from typing import Any

from builders import DAY, catalog

from buyer_skills.analyses.profile_sheets import ProfileSheet, describe_profile
from buyer_skills.catalog.intake_rules import IntakeRule
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
        one.competency: (one.reference_level, one.trainings, one.well_known, one.degrees, one.last_step)
        for one in sheet("acheteur").requirements
    }
    assert said == {
        # Up to level 2: a and b; both degrees are counted apart.
        "droit": (3, 2, 1, 2, "trainings"),
        # The last step is learnt in practice only, which is no training.
        "negociation": (None, 0, 0, 1, "practice"),
        "ecoute": (None, 0, 0, 0, "none"),
        # Level 0 asks for nothing, so nothing leads to it.
        "sourcing": (0, 0, 0, 0, "none"),
    }


def test_a_step_that_only_degrees_teach_is_told_from_one_with_a_continuing_training() -> None:
    records = {
        "trainings": [
            {"id": "cours", "outcomes": [("droit", 1, 2)]},
            {"id": "master", "kind": "degree", "outcomes": [("droit", 0, 1), ("sourcing", 0, 2)]},
            {"id": "tutorat", "kind": "practice", "evidence": "generic", "outcomes": [("sourcing", 1, 2)]},
        ],
        "profiles": [{"id": "poste", "requirements": {"droit": 2, "sourcing": 2, "ecoute": 2}}],
    }
    graph = SkillGraph.of(catalog(**records), DAY)
    said = {
        one.competency: (one.first_step, one.last_step)
        for one in describe_profile(graph, graph.profile("poste")).requirements
    }
    assert said == {
        "droit": ("degrees", "trainings"),
        "sourcing": ("degrees", "degrees"),
        "ecoute": ("none", "none"),
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


def test_degrees_known_by_title_are_those_without_outcomes_that_a_rule_of_titles_keeps() -> None:
    small = catalog(
        trainings=[
            {"id": "nomme", "kind": "degree", "title": "Master Achats publics"},
            {"id": "lu", "kind": "degree", "title": "Achats publics", "outcomes": [("droit", 0, 1)]},
            {"id": "ancien", "kind": "degree", "title": "DU Achats publics", "status": "history"},
            {"id": "autre", "kind": "degree", "title": "Master Droit des affaires"},
            {"id": "cours", "title": "Achats publics"},
        ],
        profiles=[{"id": "poste", "requirements": {"droit": 1}}],
    )
    rule = IntakeRule.model_validate({"id": "tri", "title": "Achats", "title_words": ["achats publics"]})
    graph = SkillGraph.of(replace(small, intake_rules={"tri": rule}), DAY)
    assert describe_profile(graph, graph.profile("poste")).degrees_by_title == ("nomme",)


def test_a_profile_that_comes_from_no_other_has_no_reference_level() -> None:
    result = sheet("repere")
    assert result.based_on is None
    assert [one.reference_level for one in result.requirements] == [None, None]


def sheet(profile: str) -> ProfileSheet:
    graph = SkillGraph.of(catalog(**RECORDS), DAY)
    return describe_profile(graph, graph.profile(profile))
