"""Lists of the catalogue: what each filter keeps, and how filters combine."""

from typing import Any

import pytest
from builders import DAY, catalog

from buyer_skills.analyses.listing_results import LISTS, ListedTraining, Listing, ListName, ListScope
from buyer_skills.analyses.listings import list_records
from buyer_skills.graph.skill_graph import SkillGraph

RECORDS: dict[str, Any] = {
    "competencies": [
        {"id": "droit", "area": "juridique", "phase": "passation", "kind": "savoir"},
        {"id": "negocier", "area": "passation", "phase": "passation", "roles": ["artisan"], "themes": ["ia"]},
        {"id": "ecoute", "area": "facilitation", "phase": "bilan", "kind": "savoir-etre"},
    ],
    "trainings": [
        {"id": "cours-droit", "title": "Droit", "provider": "cnfpt", "outcomes": [("droit", 0, 1)]},
        {
            "id": "cours-tout",
            "title": "Tout",
            "provider": "ecole",
            "evidence": "indicative",
            "region": "hauts-de-france",
            "outcomes": [("droit", 0, 1), ("ecoute", 0, 1)],
        },
        {"id": "master", "kind": "degree", "provider": "ecole", "outcomes": [("negocier", 0, 2)]},
        {"id": "jadis", "status": "history", "page_date": "2015", "outcomes": [("droit", 0, 1)]},
        {"id": "fini", "ended": "2020-05", "themes": ["ia"], "region": "bretagne"},
        {
            "id": "tutorat",
            "kind": "practice",
            "evidence": "generic",
            "outcomes": {"applies_to": {"kinds": ["savoir"]}, "steps": [[1, 2], [2, 3]]},
        },
    ],
    "profiles": [
        {"id": "juriste", "requirements": {"droit": (2, 3)}, "employers": ["etat"]},
        {"id": "acheteur", "requirements": {"negocier": 2, "ecoute": 0}},
        {"id": "repere", "kind": "reference", "requirements": {"droit": 4}},
    ],
}


def listed(name: ListName, **scope: Any) -> Listing:
    return list_records(SkillGraph.of(catalog(**RECORDS), DAY), name, ListScope(**scope))


def ids(name: ListName, **scope: Any) -> list[str]:
    return [item.id for item in listed(name, **scope).items]


def test_trainings_are_those_offered_and_a_practice_stands_once() -> None:
    result = listed("trainings")
    assert [item.id for item in result.items] == ["cours-droit", "master", "cours-tout", "tutorat"]
    assert result.left_out == 2


def test_all_adds_what_ended_and_history_and_says_so_of_each() -> None:
    result = listed("trainings", all=True)
    past = {
        item.id: (item.status, item.offered, item.ended)
        for item in result.items
        if isinstance(item, ListedTraining)
    }
    assert past["jadis"] == ("history", False, None)
    assert past["fini"] == ("current", False, "2020-05")
    assert result.left_out == 0


def test_filters_on_competencies_must_be_met_by_the_same_one() -> None:
    assert ids("trainings", area="juridique", phase="passation") == ["cours-droit", "cours-tout", "tutorat"]
    # It teaches law, and listening which serves the review: but no competency does both.
    assert ids("trainings", area="juridique", phase="bilan") == []


def test_a_theme_is_carried_by_the_training_or_by_what_it_teaches() -> None:
    assert ids("trainings", theme="ia") == ["master"]
    assert ids("trainings", theme="ia", all=True) == ["fini", "master"]


def test_evidence_is_a_minimum_and_practice_stands_beside_it() -> None:
    assert ids("trainings", evidence="verified") == ["cours-droit", "master", "tutorat"]


def test_a_region_keeps_what_is_there_everywhere_or_not_known() -> None:
    assert ids("trainings", region="bretagne") == ["cours-droit", "master", "tutorat"]
    assert "cours-tout" in ids("trainings", region="hauts-de-france")


def test_the_price_is_that_of_the_employer_asked_about() -> None:
    records = RECORDS | {
        "trainings": [
            {"id": "cours", "access": {"etat": {"price_eur": 100}}, "hours": None, "price_eur": 250.5}
        ]
    }
    graph = SkillGraph.of(catalog(**records), DAY)
    for employer, price in ((None, 250.5), ("etat", 100), ("autre", 250.5)):
        (item,) = list_records(graph, "trainings", ListScope(employer=employer)).items
        assert isinstance(item, ListedTraining)
        assert (item.price_eur, item.hours, item.hours_estimated) == (price, 14, True)


def test_competencies_go_by_area_and_count_jobs_and_trainings() -> None:
    counts = [
        (item["id"], item["profiles"], item["trainings"])
        for item in listed("competencies").model_dump()["items"]
    ]
    # Profiles of reference are no jobs, and a level 0 asks for nothing; practice is no training.
    assert counts == [("ecoute", 0, 1), ("droit", 1, 2), ("negocier", 1, 1)]


def test_competencies_that_a_provider_teaches_by_kind() -> None:
    assert ids("competencies", provider="ecole", kind="savoir") == ["droit"]
    assert ids("competencies", provider="cnfpt", kind="savoir-etre") == []
    assert ids("competencies", theme="ia") == ["negocier"]


def test_profiles_by_what_they_ask_and_where_they_exist() -> None:
    assert ids("profiles") == ["acheteur", "juriste", "repere"]
    assert ids("profiles", area="facilitation") == []
    assert ids("profiles", kind="standard", employer="territorial") == ["acheteur"]


def test_providers_are_those_with_a_training_that_meets_all() -> None:
    assert ids("providers", role="artisan") == ["ecole"]
    assert ids("providers", area="juridique", evidence="verified") == ["cnfpt", "organisme"]
    (school,) = [item for item in listed("providers").model_dump()["items"] if item["id"] == "ecole"]
    assert (school["trainings"], school["degrees"]) == (1, 1)


@pytest.mark.parametrize("name", LISTS)
def test_the_json_has_items_with_id_and_title(name: ListName) -> None:
    data = listed(name).model_dump(mode="json")
    assert data["format_version"] == 1
    assert all(item["id"] and item["title"] for item in data["items"])
