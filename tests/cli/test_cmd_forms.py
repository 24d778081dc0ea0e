"""Forms from the command line: sent out, brought back, refused."""

from datetime import date
from pathlib import Path

import pytest
from filled_forms import SOUND, WHO, form_of, row_of, written
from small_catalogue import Command

DATE = ("--date", "2026-11-24")
DATA = ("--data", str(SOUND))


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("export", "--provider", "ecole", "--to", "xlsx"), "relecture-ecole.xlsx"),
        (("export", "--profile", "acheteur", "--to", "ods"), "employeurs-acheteur.ods"),
    ],
)
def test_a_form_is_named_by_what_it_is_about_in_a_folder(
    arguments: tuple[str, ...], name: str, command: Command, tmp_path: Path
) -> None:
    (tmp_path / "envois").mkdir()
    ran = command(*arguments, "-o", "envois", *DATA, *DATE)
    assert (ran.code, ran.err) == (0, f"Écrit : envois/{name}\n")
    assert (tmp_path / "envois" / name).read_bytes().startswith(b"PK")


def test_a_questionnaire_is_about_one_degree(command: Command) -> None:
    ran = command("bridge", "diplome", "--as", "questionnaire", "-o", "q.ods", *DATA, *DATE)
    assert (ran.code, ran.err) == (0, "Écrit : q.ods\n")
    ran = command("bridge", "--as", "questionnaire", "-o", "q.ods", *DATA, *DATE)
    assert ran.code == 2
    assert "un questionnaire porte sur un diplôme, et aucun n'est nommé" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--provider", "ecol", "--to", "xlsx", "-o", "f.xlsx"), "Vouliez-vous dire « ecole » ?"),
        (("--profile", "acheteurs", "--to", "xlsx", "-o", "f.xlsx"), "Vouliez-vous dire « acheteur » ?"),
        (("--profile", "acheteur", "--provider", "ecole", "-o", "f.xlsx"), "ne vont pas ensemble"),
        (("--provider", "ecole", "-o", "f.csv"), "Ajoutez --to et l'un de : xlsx, ods"),
        (("--provider", "ecole", "--to", "json", "-o", "f.xlsx"), "un formulaire ne s'écrit pas"),
        (("--provider", "ecole"), "on ne sait pas où écrire"),
    ],
)
def test_what_cannot_be_sent_is_a_fault_of_the_command(
    arguments: tuple[str, ...], said: str, command: Command, tmp_path: Path
) -> None:
    ran = command("export", *arguments, *DATA, *DATE)
    assert ran.code == 2
    assert said in ran.err
    assert not list(tmp_path.glob("f.*"))


def test_answers_come_back_and_are_said(command: Command, tmp_path: Path) -> None:
    cells = {**WHO, ("training", 0, "offered"): "oui"}
    written(tmp_path / "f.xlsx", form_of("provider"), cells)
    ran = command("import", "f.xlsx", "-o", "reponses", *DATA, *DATE)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Formulaire lu : 1.",
        "Formations écrites : 1, et leur journal (approfondissement).",
    ]
    shown = command("show", "approfondissement", *DATA, "--with", "reponses", *DATE)
    assert "confirmé par l'organisme (responsable de l'offre), le 20 novembre 2026" in shown.out
    listed = command("list", "trainings", "--evidence", "confirmed", *DATA, "--with", "reponses", *DATE)
    assert "approfondissement" in listed.out
    assert "initiation" not in listed.out


def test_a_name_is_refused_with_its_cell_and_nothing_is_written(command: Command, tmp_path: Path) -> None:
    cells = {**WHO, ("training", 0, "offered"): "oui", ("answer", 0, "function"): "Jean Dupont"}
    written(tmp_path / "f.xlsx", form_of("provider"), cells)
    ran = command("import", "f.xlsx", "-o", "reponses", *DATA, *DATE)
    assert ran.code == 1
    assert "f.xlsx, feuille Qui répond, cellule C3" in ran.err
    assert "Indiquez une fonction" in ran.err
    assert not (tmp_path / "reponses").exists()


def test_a_catalogue_among_forms_is_refused_by_its_name(command: Command, tmp_path: Path) -> None:
    written(tmp_path / "f.xlsx", form_of("provider"), {**WHO, ("training", 0, "offered"): "oui"})
    assert command("export", "-o", "c.xlsx", *DATA, *DATE).code == 0
    ran = command("import", "f.xlsx", "c.xlsx", "-o", "reponses", *DATA, *DATE)
    assert ran.code == 2
    assert "« c.xlsx » n'est pas un formulaire" in ran.err


def test_answers_of_employers_need_an_overlay(command: Command, tmp_path: Path) -> None:
    cells = {
        **WHO,
        ("answer", 0, "name"): "Ville d'Exemple",
        ("answer", 0, "family"): "État (ministères, opérateurs)",
        ("requirement", 0, "asked"): "non",
    }
    written(tmp_path / "f.ods", form_of("employer"), cells)
    assert command("init", "ville", *DATE).code == 0
    ran = command("import", "f.ods", "-o", "ville", "--force", *DATA, *DATE)
    assert ran.code == 2
    assert "vont dans un complément" in ran.err


def test_the_page_of_a_job_says_who_validated_it_and_where_they_differ(
    command: Command, tmp_path: Path
) -> None:
    for name, level in (("Ville d'A", "2 application"), ("Ville de B", "4 expertise")):
        cells = {
            **WHO,
            ("answer", 0, "name"): name,
            ("answer", 0, "family"): "territorial (collectivités et leurs établissements)",
            ("requirement", 0, "asked"): "oui",
            ("requirement", 0, "level"): level,
        }
        written(tmp_path / f"{name[-1]}.xlsx", form_of("employer"), cells)
    assert command("import", "A.xlsx", "B.xlsx", "-o", "d", *DATA, *DATE).code == 0
    shown = command("profile", "acheteur", *DATA, "--with", "d", "--format", "md", *DATE)
    assert "2 employeurs ont répondu (territorial)." in shown.out
    assert "attend d'être relue" in shown.out
    assert (
        "| Achat durable | maîtrise | application | de « application » à « expertise » | 2 sur 2 |"
        in shown.out.replace("\xa0", " ")
    )
    path = tmp_path / "d" / "job_profiles.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    status: proposed\n", ""), encoding="utf-8")
    shown = command("profile", "acheteur", *DATA, "--with", "d", "--format", "md", *DATE)
    assert "Fiche validée par 2 employeurs." in shown.out
    assert "attend d'être relue" not in shown.out


def test_show_says_what_the_body_said_as_its_own(command: Command, tmp_path: Path) -> None:
    form = form_of("provider")
    training = row_of(form, "training", training="initiation")
    outcome = row_of(form, "outcome", training="initiation")
    cells = {
        **WHO,
        ("training", training, "offered"): "oui",
        ("training", training, "remark"): "refonte en 2027",
        ("outcome", outcome, "level"): "1 notions",
    }
    written(tmp_path / "f.xlsx", form, cells)
    before = command("show", "initiation", *DATA, *DATE).out
    assert "Cette lecture est la nôtre" in before
    assert command("import", "f.xlsx", "-o", "reponses", *DATA, *DATE).code == 0
    shown = command("show", "initiation", *DATA, "--with", "reponses", *DATE).out.replace("\xa0", " ")
    assert "Cette lecture est la nôtre" not in shown
    assert "D'après la réponse de l'organisme, le 20 novembre 2026." in shown
    assert "Remarque de l'organisme" in shown
    assert "refonte en 2027" in shown


def test_days_are_said_in_french(command: Command, tmp_path: Path) -> None:
    cells = {**WHO, ("training", 0, "offered"): "oui", ("answer", 0, "day"): date(2026, 12, 2)}
    written(tmp_path / "f.xlsx", form_of("provider"), cells)
    ran = command("import", "f.xlsx", "-o", "reponses", *DATA, *DATE)
    assert ran.code == 1
    assert "la réponse est datée du 02/12/2026, après le 24/11/2026" in ran.err
