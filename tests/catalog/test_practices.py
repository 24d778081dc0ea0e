"""What is offered on a given day."""

import datetime as dt

from builders import DAY, catalog

from buyer_skills.catalog.practices import is_training_id, offered_trainings

TEMPLATE = {
    "id": "tutorat",
    "kind": "practice",
    "evidence": "generic",
    "title": "Tutorat",
    "outcomes": {
        "applies_to": {"kinds": ["savoir-faire"], "areas": ["passation"]},
        "steps": [[1, 2], [2, 3]],
    },
}
COMPETENCIES = [
    {"id": "negociation", "area": "passation"},
    {"id": "rigueur", "area": "passation", "kind": "savoir-etre"},
    {"id": "sourcing", "area": "sourcing"},
]


def test_a_template_stands_for_a_practice_by_competency_and_step() -> None:
    offered = offered_trainings(catalog(COMPETENCIES, [TEMPLATE]), DAY)
    assert [training.id for training in offered] == ["tutorat@negociation:1-2", "tutorat@negociation:2-3"]
    [outcome] = offered[0].taught
    assert (outcome.competency, outcome.from_level, outcome.to_level) == ("negociation", 1, 2)
    assert offered[0].title.fr == "Tutorat"
    assert offered[0].kind == "practice"


def test_an_empty_scope_covers_every_competency() -> None:
    anywhere = {**TEMPLATE, "outcomes": {"steps": [[1, 2]]}}
    assert len(offered_trainings(catalog(COMPETENCIES, [anywhere]), DAY)) == 3


def test_only_what_is_current_and_not_over_is_offered() -> None:
    small = catalog(
        trainings=[
            {"id": "history", "status": "history"},
            {"id": "over", "ended": "2026-11-23"},
            {"id": "last-day", "ended": "2026-11-24"},
            {"id": "this-year", "ended": 2026},
            {"id": "ended", "status": "ended", "ended": 2030},
            "open",
        ]
    )
    assert [training.id for training in offered_trainings(small, DAY)] == ["last-day", "open", "this-year"]
    later = offered_trainings(small, dt.date(2027, 1, 1))
    assert [training.id for training in later] == ["open"]


def test_the_ids_of_practices_are_known() -> None:
    small = catalog(COMPETENCIES, [TEMPLATE, "course"])
    known = [training.id for training in offered_trainings(small, DAY)]
    assert all(is_training_id(small, identifier) for identifier in known)
    unknown = [
        "tutorat@rigueur:1-2",
        "tutorat@negociation:0-1",
        "tutorat@x:1-2",
        "course@negociation:1-2",
        "x",
        "a@b",
    ]
    assert not any(is_training_id(small, identifier) for identifier in unknown)
