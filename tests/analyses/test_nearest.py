"""Nearest trainings: other steps first, then the broader or finer competency, then theme and area."""

from typing import Any

from builders import DAY, catalog

from buyer_skills.analyses.nearest import nearest_trainings
from buyer_skills.graph.skill_graph import SkillGraph

COMPETENCIES = [
    {"id": "achat-durable", "area": "responsabilite"},
    {"id": "decarbonation", "area": "responsabilite", "broader": "achat-durable", "themes": ["climat"]},
    {"id": "clause-sociale", "area": "responsabilite", "themes": ["emploi"]},
    {"id": "droit", "area": "juridique"},
]


def test_the_three_ranks_in_order() -> None:
    trainings = [
        {"id": "autre-niveau", "outcomes": [("decarbonation", 1, 2)]},
        {"id": "deux-niveaux-plus-haut", "evidence": "confirmed", "outcomes": [("decarbonation", 2, 3)]},
        {"id": "plus-large", "outcomes": [("achat-durable", 0, 1)]},
        {"id": "meme-theme", "themes": ["climat"], "outcomes": [("clause-sociale", 0, 1)]},
        {"id": "theme-sans-competence", "evidence": "reported", "themes": ["climat"]},
    ]
    assert nearest(trainings, "decarbonation", 1) == [
        "autre-niveau",
        "deux-niveaux-plus-haut",
        "plus-large",
        "meme-theme",
        "theme-sans-competence",
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


def test_five_at_most_the_surest_first() -> None:
    grades = ["indicative", "reported", "verified", "confirmed", "verified", "verified"]
    trainings = [
        {"id": f"t{index}", "evidence": grade, "outcomes": [("decarbonation", 1, 2)]}
        for index, grade in enumerate(grades)
    ]
    assert nearest(trainings, "decarbonation", 1) == ["t3", "t2", "t4", "t5", "t1"]


def nearest(trainings: list[dict[str, Any]], competency: str, level: int) -> list[str]:
    graph = SkillGraph.of(catalog(competencies=COMPETENCIES, trainings=trainings), DAY)
    return [training.id for training in nearest_trainings(graph, competency, level)]
