"""Every question to the graph, asked of one small catalogue."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from builders import DAY, catalog

from buyer_skills.catalog.fields import Record
from buyer_skills.graph.build import build_graph
from buyer_skills.graph.skill_graph import SkillGraph

RECORDS: dict[str, Any] = {
    "areas": ["passation", "juridique"],
    "competencies": [
        {"id": "negociation", "area": "passation", "phase": "besoin", "roles": ["artisan"], "themes": ["ia"]},
        {"id": "analyse", "area": "passation", "broader": "negociation"},
        {"id": "droit", "area": "juridique", "phase": "besoin", "roles": ["artisan", "animateur"]},
    ],
    "trainings": [
        {"id": "zebre", "outcomes": [("negociation", 0, 2)], "themes": ["ia"], "provider": "cnfpt"},
        {"id": "bases", "outcomes": [("negociation", 0, 1)], "provider": "cnfpt"},
        {
            "id": "avance",
            "outcomes": [("negociation", 1, 2)],
            "requires": {"levels": {"negociation": 1}, "trainings": ["bases"]},
        },
        {
            "id": "au-choix",
            "outcomes": [("negociation", 2, 3)],
            "requires": {"any_of": [{"levels": {"droit": 2}}, {"trainings": ["zebre"]}]},
        },
        {"id": "fini", "outcomes": [("negociation", 0, 1), ("droit", 0, 1)], "ended": "2026-11-23"},
        {"id": "jusqu-a-ce-jour", "outcomes": [("droit", 0, 1)], "ended": "2026-11-24"},
        {"id": "memoire", "outcomes": [("droit", 0, 2)], "status": "history", "themes": ["ia"]},
        {
            "id": "cycle",
            "kind": "itinerary",
            "parts": ["avance", "bases"],
            "outcomes": [("negociation", 0, 2)],
        },
        {"id": "master", "kind": "degree", "outcomes": [("droit", 0, 2)], "provider": "universite"},
        {"id": "ancien-master", "kind": "degree", "status": "ended"},
        {
            "id": "tutorat",
            "kind": "practice",
            "evidence": "generic",
            "outcomes": {"applies_to": {"areas": ["juridique"]}, "steps": [(2, 3)]},
        },
    ],
    "profiles": [
        {
            "id": "acheteur",
            "requirements": {"negociation": 2, "droit": 0},
            "based_on": {"profile": "reference"},
        },
        {"id": "local", "kind": "local", "requirements": {"negociation": 1, "droit": 1}},
        {"id": "reference", "kind": "reference", "requirements": {"negociation": 3}},
    ],
}


def test_trainings_teaching_a_step_are_those_offered_that_lift_it_whole_or_on_the_way() -> None:
    graph = small_graph()
    assert ids(graph.trainings_teaching("negociation", 1)) == ["bases", "cycle", "zebre"]
    assert ids(graph.trainings_teaching("negociation", 2)) == ["avance", "cycle", "zebre"]
    assert ids(graph.trainings_teaching("negociation", 4)) == []


def test_a_training_is_offered_until_its_last_day_and_only_while_current() -> None:
    graph = small_graph()
    assert ids(graph.trainings_teaching("droit", 1)) == ["jusqu-a-ce-jour", "master"]
    assert ids(small_graph(date(2026, 11, 25)).trainings_teaching("droit", 1)) == ["master"]
    assert graph.training("memoire").status == "history"


def test_trainings_raising_a_competency_come_once_each_whichever_the_step() -> None:
    assert ids(small_graph().trainings_raising("negociation")) == [
        "au-choix",
        "avance",
        "bases",
        "cycle",
        "zebre",
    ]


def test_a_practice_template_stands_as_one_practice_a_competency_and_step() -> None:
    graph = small_graph()
    assert ids(graph.trainings_teaching("droit", 3)) == ["tutorat@droit:2-3"]
    assert "tutorat" not in graph.trainings
    assert graph.training("tutorat@droit:2-3").taught[0].to_level == 3


def test_trainings_of_a_provider_and_on_a_theme() -> None:
    graph = small_graph()
    assert ids(graph.trainings_of("cnfpt")) == ["bases", "zebre"]
    assert ids(graph.trainings_on("ia")) == ["zebre"]


def test_degrees_are_those_still_offered() -> None:
    assert ids(small_graph().degrees()) == ["master"]


def test_itineraries_with_a_training_as_a_part() -> None:
    graph = small_graph()
    assert ids(graph.itineraries_with("bases")) == ["cycle"]
    assert ids(graph.itineraries_with("cycle")) == []


def test_prerequisites_and_what_they_open() -> None:
    graph = small_graph()
    assert graph.prerequisites_of("avance").trainings == ("bases",)
    assert graph.prerequisites_of("bases").levels == ()
    assert ids(graph.followed_by("bases")) == ["avance"]
    assert ids(graph.followed_by("zebre")) == ["au-choix"]
    assert ids(graph.trainings_asking("negociation", 1)) == ["avance"]
    assert ids(graph.trainings_asking("droit", 2)) == ["au-choix"]
    assert ids(graph.trainings_asking("droit", 1)) == []


def test_profiles_requiring_a_competency_are_jobs_that_ask_for_that_level() -> None:
    graph = small_graph()
    assert ids(graph.profiles_requiring("negociation")) == ["acheteur", "local"]
    assert ids(graph.profiles_requiring("negociation", 2)) == ["acheteur"]
    assert ids(graph.profiles_requiring("negociation", 3, kinds=["reference"])) == ["reference"]
    assert ids(graph.profiles_requiring("droit")) == ["local"]
    assert ids(graph.profiles_requiring("droit", 0)) == ["acheteur", "local"]
    assert ids(graph.profiles_requiring("analyse")) == []


def test_profiles_based_on_another() -> None:
    assert ids(small_graph().profiles_based_on("reference")) == ["acheteur"]


def test_competencies_by_area_phase_role_theme_and_those_finer_than_one() -> None:
    graph = small_graph()
    assert ids(graph.competencies_of_area("passation")) == ["analyse", "negociation"]
    assert ids(graph.competencies_of_phase("besoin")) == ["droit", "negociation"]
    assert ids(graph.competencies_of_role("animateur")) == ["droit"]
    assert ids(graph.competencies_on("ia")) == ["negociation"]
    assert ids(graph.finer_than("negociation")) == ["analyse"]


def test_unreachable_steps_are_those_nothing_offered_teaches() -> None:
    assert small_graph().unreachable_steps() == (
        *(("analyse", level) for level in (1, 2, 3, 4)),
        ("droit", 4),
        ("negociation", 4),
    )


@pytest.mark.parametrize("question", ["training", "competency", "profile"])
def test_an_unknown_id_is_a_key_error(question: str) -> None:
    with pytest.raises(KeyError):
        getattr(small_graph(), question)("inconnu")


@pytest.mark.parametrize(
    "question", ["trainings_of", "trainings_on", "profiles_based_on", "competencies_of_area", "finer_than"]
)
def test_nothing_is_found_of_what_does_not_exist(question: str) -> None:
    assert getattr(small_graph(), question)("inconnu") == ()


def test_records_are_found_whatever_order_they_were_written_in() -> None:
    turned = {group: list(reversed(records)) for group, records in RECORDS.items()}
    graph, other = small_graph(), SkillGraph.of(catalog(**turned), DAY)
    assert ids(other.trainings_raising("negociation")) == ids(graph.trainings_raising("negociation"))
    assert other.unreachable_steps() == graph.unreachable_steps()


@pytest.mark.parametrize("count", [10, 100])
def test_the_graph_grows_with_the_records_and_no_faster(count: int) -> None:
    names = [f"c{number:03}" for number in range(count)]
    records = catalog(
        competencies=[{"id": name, "area": "passation"} for name in names],
        trainings=[
            {"id": f"t-{name}", "outcomes": [(name, 0, 2)], "requires": {"levels": {name: 1}}}
            for name in names
        ],
        profiles=[{"id": "acheteur", "requirements": dict.fromkeys(names, 2)}],
    )
    graph = build_graph(records, records.trainings, records.trainings)
    # A competency with its four steps, and its training; the area, the provider and the profile.
    assert graph.number_of_nodes() == 6 * count + 3
    # 4 steps of it and 3 that lead to the next, its area, its requirement; the training's provider, two
    # steps taught and one asked.
    assert graph.number_of_edges() == 13 * count


def small_graph(day: date = DAY) -> SkillGraph:
    return SkillGraph.of(catalog(**RECORDS), day)


def ids(records: Iterable[Record]) -> list[str]:
    return [record.id for record in records]
