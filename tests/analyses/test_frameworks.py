"""The framework as a whole: what is in scope, in which order, and who asks for it."""

from typing import Any

import pytest
from builders import DAY, catalog

from buyer_skills.analyses.frameworks import Framework, FrameworkScope, gather_framework
from buyer_skills.graph.skill_graph import SkillGraph

RECORDS: dict[str, Any] = {
    "areas": ["passation", "facilitation", "vide"],
    "phases": ["programmation", "passation"],
    "roles": ["planificateur", "artisan"],
    "competencies": [
        {"id": "zone", "title": "Zone", "area": "passation", "phase": "passation", "roles": ["artisan"]},
        {"id": "eval", "title": "Évaluation", "area": "passation", "phase": "passation", "kind": "savoir"},
        {"id": "plan", "title": "Plan", "area": "passation", "phase": "programmation"}
        | {"roles": ["planificateur", "artisan"], "validated_by": 2},
        {"id": "achat", "title": "Achat", "area": "passation", "roles": ["artisan"]},
        {"id": "ecoute", "title": "Écoute", "area": "facilitation", "kind": "savoir-etre"}
        | {"roles": ["planificateur"]},
    ],
    "profiles": [
        {"id": "b", "requirements": {"plan": (1, 3), "zone": 0}},
        {"id": "a", "requirements": {"plan": (3, 1), "ecoute": 2}},
        {"id": "ville", "kind": "local", "requirements": {"plan": (3, 2)}},
        {"id": "repere", "kind": "reference", "requirements": {"plan": 4}},
        {"id": "volet", "kind": "volet", "requirements": {"plan": 1}},
    ],
}


def test_competencies_go_by_area_then_phase_then_title_without_accents() -> None:
    # No phase comes last in its area; « Évaluation » stands before « Zone ».
    assert [one.id for one in framework().competencies] == ["plan", "eval", "zone", "achat", "ecoute"]


def test_areas_count_what_they_hold_by_kind_and_an_empty_one_is_left_out() -> None:
    assert [
        (area.id, area.savoir, area.savoir_faire, area.savoir_etre, area.competencies)
        for area in framework().areas
    ] == [
        ("passation", 1, 3, 0, ("plan", "eval", "zone", "achat")),
        ("facilitation", 0, 0, 1, ("ecoute",)),
    ]


def test_roles_name_what_serves_them_and_phases_what_they_call_for_by_title() -> None:
    result = framework()
    assert [(role.id, role.competencies) for role in result.roles] == [
        ("planificateur", ("plan", "ecoute")),
        ("artisan", ("plan", "zone", "achat")),
    ]
    assert [(phase.id, phase.competencies) for phase in result.phases] == [
        ("programmation", ("plan",)),
        ("passation", ("eval", "zone")),
        (None, ("achat", "ecoute")),
    ]


def test_jobs_that_ask_are_named_the_highest_level_first_and_comparisons_are_not_jobs() -> None:
    asked = {
        one.id: [(each.profile, each.level, each.importance) for each in one.asked_by]
        for one in framework().competencies
    }
    assert asked == {
        "plan": [("a", 3, 1), ("ville", 3, 2), ("b", 1, 3)],
        "eval": [],
        # Level 0 asks for nothing.
        "zone": [],
        "achat": [],
        "ecoute": [("a", 2, 2)],
    }


def test_ways_of_being_are_told_from_what_is_rated_and_validated_ones_are_counted() -> None:
    result = framework()
    assert [one.id for one in result.soft] == ["ecoute"]
    assert [one.id for one in result.rated] == ["plan", "eval", "zone", "achat"]
    assert result.validated == 1


@pytest.mark.parametrize(
    ("role", "area", "kept"),
    [
        ("artisan", None, ["plan", "zone", "achat"]),
        ("planificateur", None, ["plan", "ecoute"]),
        (None, "facilitation", ["ecoute"]),
        ("planificateur", "passation", ["plan"]),
        ("artisan", "facilitation", []),
    ],
)
def test_a_role_and_an_area_narrow_it_together(role: str | None, area: str | None, kept: list[str]) -> None:
    result = framework(role, area)
    assert [one.id for one in result.competencies] == kept
    assert [one.id for one in result.roles] == ([role] if role else ["planificateur", "artisan"])
    assert {name for each in result.phases for name in each.competencies} == set(kept)


def framework(role: str | None = None, area: str | None = None) -> Framework:
    graph = SkillGraph.of(catalog(**RECORDS), DAY)
    return gather_framework(graph, FrameworkScope(role=role, area=area))
