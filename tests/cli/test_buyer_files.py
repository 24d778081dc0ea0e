"""A buyer's file: what is read, and where each mistake is told, whichever the command."""

import json
from pathlib import Path

import pytest
from small_catalogue import BUYER, Command

ON = ("--profile", "acheteur", "--data", "catalogue", "--date", "2026-11-24")

pytestmark = pytest.mark.usefixtures("catalogue")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (
            "id: b1\nlevels:\n  negociatoin: 1\n",
            "b1.yaml:3:3: erreur B101 : compétence inconnue « negociatoin » (vouliez-vous dire « nego",
        ),
        ("id: b1\nlevels:\n  droit: 5\n", "b1.yaml:3:10: erreur B102 : niveau hors de l'échelle : 5"),
        ("id: b1\nlevels:\n  droit: -1\n", "b1.yaml:3:10: erreur B102 : niveau hors de l'échelle : -1"),
        ("id: b1\nlevels:\n  droit: deux\n", "b1.yaml:3:10: erreur B104 : niveau attendu : de 0 à 4"),
        ("id: b1\nlevels: {droit: 1.5}\n", "b1.yaml:2:17: erreur B104 : niveau attendu : de 0 à 4"),
        ("id: b1\nlevels: {droit: true}\n", "b1.yaml:2:17: erreur B104 : niveau attendu : de 0 à 4"),
        ("id: b1\nlevels:\n\tdroit: 1\n", "b1.yaml:3:1: erreur F109 : tabulation"),
        (
            "id: b1\nlevels: {droit: 1, droit: 2}\n",
            "b1.yaml:2:20: erreur F117 : clé « droit » écrite deux fois",
        ),
        (
            "id: b1\nlevls: {}\n",
            "b1.yaml:2:1: erreur D102 : clé inconnue « levls » (vouliez-vous dire « levels » ?)",
        ),
        ("id: Élodie\n", "b1.yaml:1:5: erreur D105 : identifiant mal formé « Élodie »"),
        ("levels: {droit: 1}\n", "b1.yaml:1:1: erreur D101 : clé obligatoire absente : « id »."),
        ("id: b1\nemployer: commune\n", "b1.yaml:2:11: erreur D106 : mot inconnu « commune »."),
        (
            "id: b1\ncompleted: [negocie]\n",
            "b1.yaml:2:13: erreur B103 : formation suivie inconnue « negocie »",
        ),
        ("", "b1.yaml: erreur F107 : fichier vide"),
        ("[1, 2]\n", "b1.yaml:1:1: erreur F116 : des clés attendues au début du fichier"),
        (
            '{"id": "b1",\n "levels": {"droit": 9}}',
            "b1.yaml:2:22: erreur B102 : niveau hors de l'échelle : 9",
        ),
    ],
)
def test_each_mistake_is_told_at_its_place(command: Command, tmp_path: Path, content: str, line: str) -> None:
    (tmp_path / "b1.yaml").write_text(content, encoding="utf-8")
    ran = command("gap", "b1.yaml", *ON)
    assert (ran.code, ran.out) == (1, "")
    assert line in ran.err.splitlines()[0]
    assert ran.err.startswith("b1.yaml:")
    assert ran.err.splitlines()[-2:] == [
        "Erreur : les données comportent 1 erreur.",
        "Corrigez-la, puis relancez la commande.",
    ]


def test_all_mistakes_are_told_at_once_in_the_language_asked_for(command: Command, tmp_path: Path) -> None:
    (tmp_path / "b1.yaml").write_text(
        "id: b1\nlevels: {drot: 1, negociation: 7}\nage: 40\n", encoding="utf-8"
    )
    lines = command("path", "b1.yaml", *ON, "--lang", "en").err.splitlines()
    assert [line.partition(": error ")[0] for line in lines[:3]] == [
        "b1.yaml:2:10",
        "b1.yaml:2:32",
        "b1.yaml:3:1",
    ]
    assert lines[3] == "Error: the data has 3 errors."


def test_a_file_that_is_not_there_and_a_folder_are_told(command: Command) -> None:
    assert command("gap", "absent.yaml", *ON).err.startswith(
        "absent.yaml: erreur F101 : fichier introuvable."
    )
    assert command("gap", "catalogue", *ON).err.startswith(
        "catalogue: erreur F102 : fichier attendu, dossier"
    )


def test_warnings_are_told_and_stop_nothing(command: Command, tmp_path: Path) -> None:
    (tmp_path / "b1.yaml").write_text("id: b1\ncompleted: [negocier, negocier]\n", encoding="utf-8")
    ran = command("gap", "b1.yaml", *ON)
    assert ran.code == 0
    assert ran.err.startswith("b1.yaml:2:23: avertissement B201 : formation suivie écrite deux fois")


@pytest.mark.parametrize("verb", ["gap", "path"])
def test_json_and_the_standard_input_answer_as_the_yaml_file_does(
    command: Command, tmp_path: Path, verb: str
) -> None:
    (tmp_path / "b1.yaml").write_text(BUYER, encoding="utf-8")
    as_json = json.dumps({"id": "b1", "employer": "territorial", "levels": {"droit": 1}})
    (tmp_path / "b1.json").write_text(as_json, encoding="utf-8")
    expected = command(verb, "b1.yaml", *ON, "--format", "json").out
    assert command(verb, "b1.json", *ON, "--format", "json").out == expected
    assert command(verb, "-", *ON, "--format", "json", stdin=BUYER).out == expected
    assert (
        command(verb, "-", *ON, "--format", "json", stdin="\ufeff" + BUYER.replace("\n", "\r\n")).out
        == expected
    )


def test_a_mistake_on_the_standard_input_is_told_as_such(command: Command) -> None:
    ran = command("gap", "-", *ON, stdin="id: b1\nlevels: {droit: 5}\n")
    assert ran.err.startswith("entrée standard:2:17: erreur B102 :")
    assert command("gap", "-", *ON, stdin=b"id: b1\n\xff\n").err.startswith("entrée standard:2:1: erreur F1")


def test_a_buyer_file_to_fill_in_reads_back_with_every_level_at_zero(command: Command) -> None:
    assert command("profile", "acheteur", *ON[2:], "--as", "buyer-file", "-o", "moi.yaml").code == 0
    ran = command("gap", "moi.yaml", *ON, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert {gap["competency"]: gap["held"] for gap in json.loads(ran.out)["gaps"]} == {
        "droit": 0,
        "negociation": 0,
        "ecoute": 0,
    }
