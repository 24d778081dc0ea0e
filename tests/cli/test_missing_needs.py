"""`missing --needs`: files that add up, the group size, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from small_catalogue import Command

ON = ("--data", "catalogue", "--date", "2026-11-24")
LINE = "{name: Ville inventée, employer: territorial, departement: 59, profile: acheteur, headcount: 9}"
OTHER = "{name: Bourg inventé, employer: etat, departement: 59, profile: juriste, headcount: 6}"

pytestmark = pytest.mark.usefixtures("catalogue", "needs")


@pytest.fixture
def needs(tmp_path: Path) -> None:
    """Write two needs files beside the catalogue."""
    for name, line in (("un.yaml", LINE), ("deux.yaml", OTHER)):
        (tmp_path / name).write_text(f"needs:\n  - {line}\n", encoding="utf-8")


def test_people_take_the_place_of_jobs(command: Command) -> None:
    result = answer(command, "--needs", "un.yaml")
    assert [
        (one["competency"], one["to"], one["demand"], one["weighted_demand"]) for one in result["findings"]
    ] == [
        ("negociation", 2, 9, 18),
        ("ecoute", 1, 9, 9),
        ("droit", 1, 9, 27),
        ("negociation", 1, 9, 18),
    ]
    assert result["findings"][0]["need"] == {
        "people": 9,
        "employers": 1,
        "departements": ["59"],
        "other_departements": 0,
        "named": [{"name": "Ville inventée", "employer": "territorial", "departements": ["59"], "people": 9}],
        "groups": [{"form": "inter", "departement": None, "employers": 1, "names": [], "groups": 0}],
    }
    assert result["needs"]["group_size"] == 12


def test_several_files_add_up_and_the_group_size_is_a_parameter(command: Command) -> None:
    both = ("--needs", "un.yaml", "--needs", "deux.yaml")
    (law,) = [one for one in answer(command, *both)["findings"] if one["competency"] == "droit"]
    assert (law["demand"], law["need"]["employers"]) == (15, 2)
    assert [(one["form"], one["groups"]) for one in law["need"]["groups"]] == [("union-departement", 1)]
    (law,) = [
        one for one in answer(command, *both, "--group-size", "4")["findings"] if one["competency"] == "droit"
    ]
    assert [(one["form"], one["groups"], one["names"]) for one in law["need"]["groups"]] == [
        ("intra", 3, ["Bourg inventé", "Ville inventée"])
    ]


def test_a_file_is_named_by_needs_and_never_by_an_employer(command: Command, tmp_path: Path) -> None:
    asked = ("missing", "--needs", "un.yaml", "--profile", "acheteur", *ON, "--format", "md", "-o", "ici")
    assert command(*asked).code == 0
    assert [path.name for path in (tmp_path / "ici").iterdir()] == ["missing-besoins-acheteur.md"]


def test_the_employer_and_the_profile_limit_whose_people_count(command: Command) -> None:
    both = ("--needs", "un.yaml", "--needs", "deux.yaml")
    assert answer(command, *both, "--employer", "etat")["needs"]["people"] == 6
    assert answer(command, *both, "--profile", "acheteur")["needs"]["people"] == 9


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--group-size", "12"), "--group-size ne sert qu'avec --needs"),
        (("--needs", "un.yaml", "--group-size", "0"), "un groupe compte au moins une personne"),
        (("--needs", "un.yaml", "--employer", "etat"), "aucune ligne des fichiers de besoins"),
        (("--needs", "un.yaml", "--group-size", "douze"), "douze"),
    ],
)
def test_what_makes_no_sense_is_refused(command: Command, arguments: tuple[str, ...], said: str) -> None:
    ran = command("missing", *arguments, *ON)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_every_issue_of_every_file_is_shown_and_nothing_is_answered(command: Command, tmp_path: Path) -> None:
    (tmp_path / "un.yaml").write_text("needs:\n  - {nom: X}\n", encoding="utf-8")
    (tmp_path / "deux.yaml").write_text("needs: []\n", encoding="utf-8")
    ran = command("missing", "--needs", "un.yaml", "--needs", "deux.yaml", "--needs", "trois.yaml", *ON)
    assert (ran.code, ran.out) == (1, "")
    lines = ran.err.splitlines()
    assert [line.partition(" : ")[0] for line in lines if ": erreur " in line] == [
        "deux.yaml:1:8: erreur E106",
        "trois.yaml: erreur F101",
        *["un.yaml:2:5: erreur D101"] * 5,
        "un.yaml:2:6: erreur E101",
    ]


def test_a_warning_is_said_beside_the_answer(command: Command) -> None:
    ran = command("missing", "--needs", "un.yaml", "--needs", "un.yaml", *ON, "--format", "json")
    assert ran.code == 0
    assert "un.yaml:2:5: avertissement E201" in ran.err
    assert json.loads(ran.out)["needs"]["people"] == 18


def answer(command: Command, *arguments: str) -> Any:
    ran = command("missing", *arguments, *ON, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)
