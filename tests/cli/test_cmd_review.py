"""`review`: what waits, listed, decided in the terminal or by a file."""

import json
from pathlib import Path

import pytest
from small_catalogue import Command

ON = ("--date", "2026-11-24", "--data", "catalogue")

pytestmark = pytest.mark.usefixtures("catalogue", "waiting")


@pytest.fixture
def waiting(tmp_path: Path) -> None:
    """Write a folder in which a training and a change wait."""
    folder = tmp_path / "propositions"
    folder.mkdir()
    (folder / "catalog.yaml").write_text("format_version: 1\noverlay: true\n", encoding="utf-8")
    (folder / "trainings.yaml").write_text(
        """format_version: 1
trainings:
  - id: negocier-mieux
    title: Négocier un marché, approfondissement
    provider: nouvel-organisme
    kind: course
    status: proposed
    hours: 14
    access: {territorial: {price_eur: 250}}
    links: [{framework: Formacode, code: "34002"}]
    aims: Préparer une négociation.
    origin: {registry: essai, key: k1, read: 2026-11}
    sources: [page]
  - {extends: droit-avance, status: proposed, days: 3, origin: {registry: essai, key: k2, read: 2026-11}}
""",
        encoding="utf-8",
    )
    (folder / "providers.yaml").write_text(
        "format_version: 1\nproviders: [{id: nouvel-organisme, title: Nouvel organisme, status: proposed}]\n",
        encoding="utf-8",
    )


def trainings(command: Command) -> dict[str, dict[str, object]]:
    ran = command("list", "trainings", *ON, "--with", "propositions", "--format", "json")
    return {one["id"]: one for one in json.loads(ran.out)["items"]}


def test_the_list_shows_what_waits_and_changes_nothing(command: Command) -> None:
    ran = command("review", "propositions", "--list", *ON)
    assert (ran.code, ran.err) == (0, "")
    out = ran.out.replace("\xa0", " ")
    assert "Nouvelles fiches : 1 ; changements proposés de fiches connues : 1." in out
    assert "Nouvel organisme" in out
    assert "jours : 2 → 3" in out
    assert "negocier-mieux" not in trainings(command)


def test_the_json_says_what_each_would_change(command: Command) -> None:
    ran = command("review", "propositions", *ON, "--format", "json")
    result = json.loads(ran.out)
    assert result["format_version"] == 1
    new, change = result["proposals"]
    assert (new["id"], new["kind"], new["provider"], new["nearest"]) == (
        "negocier-mieux",
        "new",
        "Nouvel organisme",
        "negocier",
    )
    assert (change["id"], change["kind"], change["suggestions"]) == ("droit-avance", "change", None)
    assert change["keys"] == [{"key": "days", "before": 2, "after": 3}]


def test_decisions_are_taken_in_the_terminal(command: Command) -> None:
    answers = "a\nnegociation:1-2\n\nr\nPas confirmé\n"
    ran = command("review", "propositions", *ON, stdin=answers)
    assert ran.code == 0
    out = ran.out.replace("\xa0", " ")
    assert "1 sur 2 : Négocier un marché, approfondissement" in out
    assert "territorial (250 €)" in out
    assert "Formacode 34002" in out
    assert "2 jours" in out
    assert "Acceptées : 1 ; refusées : 1 ; en attente : 0." in out
    assert "negocier-mieux" in trainings(command)
    again = command("review", "propositions", *ON)
    assert "Acceptées : 0 ; refusées : 0 ; en attente : 0." in again.out


def test_a_file_of_decisions_is_written_filled_in_and_applied(command: Command, tmp_path: Path) -> None:
    assert command("review", "propositions", *ON, "--new-batch", "decisions.yaml").code == 0
    path = tmp_path / "decisions.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("decision: later") == 2
    assert "# Négocier un marché, approfondissement" in text
    assert command("review", "propositions", *ON, "--batch", "decisions.yaml").out == (
        "Acceptées : 0 ; refusées : 0 ; en attente : 2.\n"
    )
    path.write_text(text.replace("decision: later", "decision: accept"), encoding="utf-8")
    assert command("review", "propositions", *ON, "--batch", "decisions.yaml").out == (
        "Acceptées : 2 ; refusées : 0 ; en attente : 0.\n"
    )
    assert "negocier-mieux" in trainings(command)


def test_a_file_with_a_fault_decides_nothing(command: Command, tmp_path: Path) -> None:
    before = (tmp_path / "propositions" / "trainings.yaml").read_bytes()
    wrong = (
        "decisions:\n  - {record: negocier-mieux, decision: accept}\n  - {record: droit, decision: accept}\n"
    )
    ran = command("review", "propositions", *ON, "--batch", "-", stdin=wrong)
    assert ran.code == 1
    assert "-:3:14: erreur I101 : rien n'attend sous le nom « droit »" in ran.err
    assert (tmp_path / "propositions" / "trainings.yaml").read_bytes() == before


def test_a_folder_that_is_not_there(command: Command) -> None:
    ran = command("review", "ailleurs", *ON)
    assert ran.code == 2
    assert "« ailleurs » n'est pas un dossier" in ran.err


def test_two_ways_at_once(command: Command) -> None:
    ran = command("review", "propositions", *ON, "--list", "--batch", "d.yaml")
    assert ran.code == 2
    assert "--list, --batch et --new-batch ne vont pas ensemble" in ran.err


def test_a_file_of_decisions_is_not_written_under_another_name(command: Command, tmp_path: Path) -> None:
    ran = command("review", "propositions", *ON, "--new-batch", "decisions.csv")
    assert ran.code == 2
    assert "--new-batch écrit du YAML" in ran.err.replace("\xa0", " ")
    assert not (tmp_path / "decisions.csv").exists()
