"""`path`: its JSON contract, its limits and its exit codes."""

import json
from typing import Any

import pytest
from small_catalogue import Command

PATH = ("path", "b1.yaml", "--profile", "acheteur", "--data", "catalogue", "--date", "2026-11-24")

pytestmark = pytest.mark.usefixtures("catalogue", "buyer")


def test_json_says_the_trainings_what_they_close_and_what_stays_open(command: Command) -> None:
    result = path(command)
    expected = {
        "format_version": 1,
        "status": "optimal",
        "coverage_before": 3 / 11,
        "coverage_after": 8 / 11,
        "gap_weight_before": 8,
        "gap_weight_closed": 5,
        "total_hours": 28,
        "hours_estimated": 14,
        "total_price_eur": 0,
        "unknown_prices": 0,
        "bound": None,
    }
    assert {name: result[name] for name in expected} == expected
    kept = (
        "id",
        "hours",
        "hours_estimated",
        "price_eur",
        "funded",
        "evidence",
        "basket",
        "closes",
        "enables",
    )
    assert [{name: one[name] for name in kept} for one in result["trainings"]] == [
        {
            "id": "droit-avance",
            "hours": 14,
            "hours_estimated": False,
            "price_eur": 0,
            "funded": True,
            "evidence": "verified",
            "basket": "plan",
            "closes": [{"competency": "droit", "from": 1, "to": 2}],
            "enables": [],
        },
        {
            "id": "negocier",
            "hours": 14,
            "hours_estimated": True,
            "price_eur": 0,
            "funded": True,
            "evidence": "indicative",
            "basket": "plan",
            "closes": [{"competency": "negociation", "from": 0, "to": 1}],
            "enables": [],
        },
    ]
    assert [(one["competency"], one["held"], one["reached"], one["required"]) for one in result["unmet"]] == [
        ("negociation", 0, 1, 2),
        ("ecoute", 0, 0, 1),
    ]
    assert {one["reason"] for one in result["unmet"]} == {"not-in-catalogue"}
    assert [(step["from"], step["to"]) for step in result["unmet"][0]["steps"]] == [(1, 2)]


def test_the_loss_of_each_training_is_said_on_request(command: Command) -> None:
    assert [one["loss"] for one in path(command)["trainings"]] == [None, None]
    explained = path(command, "--explain")["trainings"]
    assert [one["loss"] for one in explained] == [
        {"gap_weight": 3, "indispensable_weight": 3, "replaced_by": []},
        {"gap_weight": 2, "indispensable_weight": 0, "replaced_by": []},
    ]


def test_the_loss_of_each_training_is_always_in_a_document(command: Command) -> None:
    assert "Ce que coûterait de se passer" not in command(*PATH).out
    assert "Ce que coûterait de se passer" in command(*PATH, "--format", "md").out


@pytest.mark.parametrize(
    ("limit", "chosen"),
    [
        (["--max-trainings", "1"], ["droit-avance"]),
        (["--max-hours", "27,5"], ["droit-avance"]),
        (["--max-hours", "28"], ["droit-avance", "negocier"]),
        (["--evidence", "verified"], ["droit-avance"]),
        (["--exclude", "droit-avance"], ["negocier"]),
        (["--exclude", "droit-avance", "--with-degrees"], ["master-achat", "negocier"]),
        (["--provider", "universite"], []),
        (["--provider", "universite,cnfpt"], ["droit-avance", "negocier"]),
        (["--employer", "etat", "--max-price", "0"], []),
        (["--employer", "etat", "--max-price", "0", "--unknown", "keep"], ["droit-avance", "negocier"]),
        (["--modality", "en-ligne", "--unknown", "drop"], []),
    ],
)
def test_limits_keep_out_what_they_say(command: Command, limit: list[str], chosen: list[str]) -> None:
    assert sorted(one["id"] for one in path(command, *limit)["trainings"]) == chosen


def test_a_person_without_gap_has_no_path_to_follow(command: Command) -> None:
    person = "id: b2\nlevels: {droit: 2}\n"
    ran = command("path", "-", "--profile", "juriste", *PATH[4:], "--format", "json", stdin=person)
    result = json.loads(ran.out)
    assert (ran.code, result["status"], result["trainings"], result["unmet"]) == (0, "no-gap", [], [])


@pytest.mark.parametrize(
    ("option", "value", "nearest"),
    [
        ("--provider", "cnftp", "cnfpt"),
        ("--exclude", "negocie", "negocier"),
        ("--exclude", "droit-avancé", "droit-avance"),
        ("--region", "haut-de-france", "hauts-de-france"),
    ],
)
def test_what_the_catalogue_does_not_know_is_refused_with_the_nearest(
    command: Command, option: str, value: str, nearest: str
) -> None:
    ran = command(*PATH, option, value)
    assert (ran.code, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first == f"Erreur : « {value} » n'existe pas dans ce catalogue (option {option})."
    asked, _, known = second.partition(" Valeurs connues : ")
    assert asked == f"Vouliez-vous dire « {nearest} » ?"
    # All the values are named when they are few: the regions are not.
    assert (nearest in known) == (option != "--region")


def test_what_is_like_nothing_known_is_refused_with_what_is(command: Command) -> None:
    said = command(*PATH, "--region", "zzz").err
    assert "Valeurs connues : auvergne-rhone-alpes, bourgogne-franche-comte, bretagne" in said


@pytest.mark.parametrize(("threshold", "code"), [("0.7", 0), ("0.8", 3)])
def test_coverage_after_under_the_threshold_asked_for_is_exit_code_3(
    command: Command, threshold: str, code: int
) -> None:
    assert command(*PATH, "--fail-under", threshold).code == code


def path(command: Command, *limits: str) -> dict[str, Any]:
    ran = command(*PATH, *limits, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    result: dict[str, Any] = json.loads(ran.out)
    return result
