"""A catalogue in figures: what is counted, and what is left out."""

from builders import DAY, catalog

from buyer_skills.analyses.catalogue_measures import RequirementMeasure, measure_catalogue
from buyer_skills.graph.skill_graph import SkillGraph


def levels(*numbers: int) -> list[dict[str, object]]:
    return [{"level": number, "descriptors": ["Rédige"]} for number in numbers]


def test_a_competency_is_described_when_every_level_is_and_a_way_of_being_stops_at_three() -> None:
    small = catalog(
        competencies=[
            {"id": "droit", "levels": levels(1, 2, 3, 4)},
            {"id": "achat", "levels": levels(1, 2, 3)},
            {"id": "ecoute", "kind": "savoir-etre", "levels": levels(1, 2, 3)},
        ]
    )
    measures = measure_catalogue(SkillGraph.of(small, DAY))
    assert [(area.competencies, area.described) for area in measures.areas] == [(3, 2)]
    assert measures.soft == 1


def test_trainings_are_counted_by_area_past_ones_and_practice_left_out() -> None:
    small = catalog(
        trainings=[
            {"id": "cours", "outcomes": [("droit", 0, 1)]},
            {"id": "theme", "evidence": "indicative", "outcomes": [("droit", 0, 1)]},
            {"id": "master", "kind": "degree", "outcomes": [("droit", 0, 1)]},
            {"id": "fini", "status": "history", "outcomes": [("droit", 0, 1)]},
            {"id": "binome", "kind": "practice", "evidence": "generic", "outcomes": [("droit", 1, 2)]},
        ]
    )
    measures = measure_catalogue(SkillGraph.of(small, DAY))
    area = measures.areas[0]
    assert (area.courses, area.degrees, area.well_known, area.indicative) == (2, 1, 1, 1)
    assert measures.statuses == {"current": 3, "history": 1}
    assert [sum(step.evidence.values()) for step in area.steps] == [3, 0, 0, 0]
    assert not area.sufficient


def test_requirements_are_told_apart_by_how_far_a_known_training_leads() -> None:
    small = catalog(
        trainings=[
            {"id": "cours", "outcomes": [("droit", 0, 1)]},
            {"id": "rumeur", "evidence": "reported", "outcomes": [("prix", 0, 1)]},
        ],
        profiles=[
            {"id": "acheteur", "requirements": {"droit": 1, "prix": 1, "rev3": 1, "ia": 0}},
            {"id": "chef", "requirements": {"droit": 3}},
            {"id": "modele", "kind": "reference", "requirements": {"rev3": 4}},
        ],
    )
    measures = measure_catalogue(SkillGraph.of(small, DAY))
    assert measures.requirements == RequirementMeasure(total=4, towards=2, up_to=1, none=1)
