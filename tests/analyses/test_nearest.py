"""Nearest trainings: other steps first, then the broader or finer competency, then theme and area."""

from typing import Any

from builders import DAY, catalog

from buyer_skills.analyses.nearest import nearest_trainings
from buyer_skills.graph.skill_graph import SkillGraph

COMPETENCIES = [
    {"id": "achat-durable", "area": "responsabilite"},
    {
        "id": "decarbonation",
        "title": "Décarbonation de l'achat",
        "area": "responsabilite",
        "broader": "achat-durable",
        "themes": ["climat"],
    },
    {"id": "clause-sociale", "area": "responsabilite", "themes": ["emploi"]},
    {"id": "droit", "area": "juridique"},
]


def test_the_three_ranks_in_order() -> None:
    trainings = [
        {"id": "autre-niveau", "outcomes": [("decarbonation", 1, 2)]},
        {"id": "deux-niveaux-plus-haut", "evidence": "confirmed", "outcomes": [("decarbonation", 2, 3)]},
        {"id": "plus-large", "outcomes": [("achat-durable", 0, 1)]},
        {"id": "meme-theme", "themes": ["climat"], "outcomes": [("clause-sociale", 0, 1)]},
        {"id": "theme-et-titre", "title": "La décarbonation", "themes": ["climat"], "outcomes": []},
        {"id": "theme-seul", "evidence": "confirmed", "themes": ["climat"]},
    ]
    assert nearest(trainings, "decarbonation", 1) == [
        "autre-niveau",
        "deux-niveaux-plus-haut",
        "plus-large",
        "meme-theme",
        "theme-et-titre",
    ]


def test_a_finer_competency_is_near_its_parent() -> None:
    assert nearest([{"id": "t", "outcomes": [("decarbonation", 0, 1)]}], "achat-durable", 1) == ["t"]


def test_what_teaches_the_step_degrees_practice_and_past_trainings_are_no_neighbours() -> None:
    trainings = [
        {"id": "elle-meme", "outcomes": [("decarbonation", 0, 2)]},
        {"id": "diplome", "kind": "degree", "outcomes": [("decarbonation", 1, 2)]},
        {"id": "tutorat", "kind": "practice", "evidence": "generic", "outcomes": [("decarbonation", 1, 2)]},
        {"id": "passee", "status": "history", "outcomes": [("decarbonation", 1, 2)]},
    ]
    assert nearest(trainings, "decarbonation", 1) == []


def test_a_theme_in_another_area_is_not_near() -> None:
    assert (
        nearest([{"id": "t", "themes": ["climat"], "outcomes": [("droit", 0, 1)]}], "decarbonation", 1) == []
    )


def test_a_day_on_corruption_is_no_neighbour_of_rigour() -> None:
    competencies = [
        {"id": "rigueur", "area": "juridique", "kind": "savoir-etre", "themes": ["probite"]},
        {"id": "ethique", "area": "juridique", "kind": "savoir-etre"},
        {"id": "favoritisme", "area": "juridique", "kind": "savoir", "themes": ["probite"]},
        {"id": "controle", "area": "juridique", "kind": "savoir-faire", "themes": ["probite"]},
    ]
    day = {"id": "journee", "themes": ["probite"], "outcomes": [("ethique", 0, 1)]}
    for competency in ("rigueur", "favoritisme", "controle"):
        assert nearest([day], competency, 1, competencies) == []
    course = {"id": "cours", "themes": ["probite"], "outcomes": [("controle", 0, 1)]}
    assert nearest([course], "favoritisme", 1, competencies) == []
    assert nearest([{**course, "outcomes": [("favoritisme", 1, 2)]}], "favoritisme", 1, competencies) == [
        "cours"
    ]


def test_a_broader_competency_of_another_area_makes_no_neighbour() -> None:
    competencies = [
        {"id": "risques", "area": "pilotage"},
        {"id": "approvisionnements", "area": "sourcing", "broader": "risques"},
    ]
    assert (
        nearest([{"id": "t", "outcomes": [("risques", 0, 1)]}], "approvisionnements", 1, competencies) == []
    )


def test_more_common_themes_are_nearer() -> None:
    competencies = [
        {"id": "a", "area": "x", "themes": ["climat", "energie"]},
        {"id": "b", "area": "x"},
    ]
    trainings = [
        {"id": "un", "evidence": "confirmed", "themes": ["climat"], "outcomes": [("b", 0, 1)]},
        {"id": "deux", "evidence": "reported", "themes": ["climat", "energie"], "outcomes": [("b", 0, 1)]},
    ]
    assert nearest(trainings, "a", 1, competencies) == ["deux", "un"]


def test_five_at_most_the_surest_first() -> None:
    grades = ["indicative", "reported", "verified", "confirmed", "verified", "verified"]
    trainings = [
        {"id": f"t{index}", "evidence": grade, "outcomes": [("decarbonation", 1, 2)]}
        for index, grade in enumerate(grades)
    ]
    assert nearest(trainings, "decarbonation", 1) == ["t3", "t2", "t4", "t5", "t1"]


def nearest(
    trainings: list[dict[str, Any]],
    competency: str,
    level: int,
    competencies: list[dict[str, Any]] | None = None,
) -> list[str]:
    small = catalog(competencies=competencies or COMPETENCIES, trainings=trainings)
    return [training.id for training in nearest_trainings(SkillGraph.of(small, DAY), competency, level)]
