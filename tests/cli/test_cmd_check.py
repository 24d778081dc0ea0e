"""`check`: every problem with its place, how many are shown, and the exit code."""

import json
import re
from pathlib import Path

import pytest
from small_catalogue import Command

CHECK = ("check", "catalogue", "--date", "2026-11-24")
NOTES = ["catalogue/job_profiles.yaml:9:22", "catalogue/job_profiles.yaml:10:22"]
"""Where the small catalogue asks for a level that nothing teaches: a need, not a fault."""

pytestmark = pytest.mark.usefixtures("catalogue")


@pytest.mark.parametrize("strict", [(), ("--strict",)])
def test_notes_fail_nothing(command: Command, strict: tuple[str, ...]) -> None:
    ran = command(*CHECK, *strict)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line.partition(": note P301 : ")[0] for line in lines[:-1]] == NOTES
    assert lines[-1] == "Trouvé : 2 notes."


def test_warnings_fail_only_when_strict(command: Command, tmp_path: Path) -> None:
    change(tmp_path / "catalogue" / "providers.yaml", ("title: Université, ", "title: Université\u00b7s, "))
    ran = command(*CHECK)
    assert ran.code == 0
    assert re.search(r"^catalogue/providers.yaml:\d+:\d+: avertissement G\d+ : ", ran.out, re.MULTILINE)
    assert ran.out.splitlines()[-1] == "Trouvé : 1 avertissement, 2 notes."
    assert command(*CHECK, "--strict").code == 1


def test_errors_fail_and_the_nearest_id_is_offered(command: Command, tmp_path: Path) -> None:
    change(tmp_path / "catalogue" / "trainings.yaml", ("competency: negociation", "competency: negociatoin"))
    ran = command(*CHECK)
    assert (ran.code, ran.err) == (1, "")
    first = ran.out.splitlines()[0]
    assert first.startswith("catalogue/trainings.yaml:17:29:")
    assert "erreur" in first
    assert "« negociatoin » (vouliez-vous dire « negociation » ?)" in first


def test_errors_stop_the_other_commands(command: Command, tmp_path: Path) -> None:
    change(tmp_path / "catalogue" / "trainings.yaml", ("competency: negociation", "competency: negociatoin"))
    ran = command("profile", "acheteur", "--data", "catalogue")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[0].startswith("catalogue/trainings.yaml:17:29:")
    assert ran.err.splitlines()[-2] == "Erreur : les données comportent 1 erreur."


def test_fifty_problems_are_shown_errors_first_and_the_others_counted(
    command: Command, tmp_path: Path
) -> None:
    sources = "\n".join(f"  - {{id: s{number:03}, title: Page {number}}}" for number in range(120))
    (tmp_path / "catalogue" / "sources.yaml").write_text(
        "format_version: 1\nsources:\n"
        f"  - {{id: page, title: Page, url: 'https://example.org/', seen: 2026}}\n{sources}\n"
    )
    change(tmp_path / "catalogue" / "trainings.yaml", ("competency: negociation", "competency: negociatoin"))
    every = json.loads(command(*CHECK, "--format", "json").out)["issues"]
    assert len(every) > 120
    shown = command(*CHECK).out.splitlines()
    assert len(shown) == 52
    assert sum(": erreur " in line for line in shown) == sum(one["severity"] == "error" for one in every) == 1
    assert shown[50] == f"... et {len(every) - 50} autres, à lire avec --format json"
    assert shown[51].startswith("Trouvé : 1 erreur, ")


def test_json_says_every_problem_with_its_place_and_its_remedy(command: Command) -> None:
    ran = command(*CHECK, "--format", "json")
    result = json.loads(ran.out)
    assert result["format_version"] == 1
    assert [f"{one['file']}:{one['line']}:{one['column']}" for one in result["issues"]] == NOTES
    assert result["issues"][0] == {
        "code": "P301",
        "severity": "note",
        "file": "catalogue/job_profiles.yaml",
        "line": 9,
        "column": 22,
        "sheet": None,
        "cell": None,
        "message": "« negociation » au niveau 2 : aucune formation en cours n'y mène",
        "hint": (
            "L'offre existe peut-être ailleurs ; "
            "`buyer-skills missing` détaille ce que ce catalogue ne montre pas."
        ),
    }


def test_json_keeps_the_exit_code(command: Command, tmp_path: Path) -> None:
    change(tmp_path / "catalogue" / "trainings.yaml", ("competency: negociation", "competency: negociatoin"))
    assert command(*CHECK, "--format", "json").code == 1
    assert command(*CHECK, "-o", "check.md").code == 1
    assert (tmp_path / "check.md").exists()


def test_a_report_goes_file_by_file(command: Command) -> None:
    shown = command(*CHECK, "--format", "md").out.replace("\u00a0", " ")
    assert shown.startswith("# Vérification du catalogue\n\ncatalogue\n")
    assert "\n## catalogue/job_profiles.yaml\n" in shown


def test_problems_are_told_in_english_too(command: Command) -> None:
    ran = command(*CHECK, "--lang", "en")
    assert re.search(r"^catalogue/job_profiles.yaml:9:22: note P301: ", ran.out)
    assert ran.out.splitlines()[-1] == "Found: 2 notes."


def test_a_folder_that_is_not_there_or_holds_nothing_is_told(command: Command, tmp_path: Path) -> None:
    ran = command("check", "nulle-part")
    assert ran.code == 1
    assert ran.out.startswith("nulle-part: erreur F130 : dossier introuvable.")
    (tmp_path / "vide").mkdir()
    assert command("check", "vide").code == 1


def test_without_a_folder_the_bundled_catalogue_is_checked_and_has_only_notes(command: Command) -> None:
    ran = command("check", "--strict", "--date", "2026-11-24")
    assert ran.code == 0
    assert {
        line.split(": ")[1].split()[0] for line in ran.out.splitlines()[:-1] if line.startswith("data/")
    } == {"note"}


def change(path: Path, *changes: tuple[str, str]) -> None:
    """Replace texts of a file, each found once."""
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def test_two_folders_at_once_are_refused(command: Command, tmp_path: Path) -> None:
    (tmp_path / "autre").mkdir()
    ran = command(*CHECK, "--data", "autre")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Erreur : « check catalogue » et « --data autre » nomment deux dossiers.\n")


def test_what_is_old_is_listed_oldest_first_and_changes_no_exit_code(
    command: Command, tmp_path: Path
) -> None:
    change(tmp_path / "catalogue" / "sources.yaml", ('seen: "2026-11"', "seen: 2024-06"))
    trainings = tmp_path / "catalogue" / "trainings.yaml"
    text = trainings.read_text(encoding="utf-8").replace('noted: "2026-11"', 'page_date: "2023-01"')
    trainings.write_text(text, encoding="utf-8")
    ran = command(*CHECK, "--stale-after", "24")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith("À revoir"))
    assert lines[start] == "À revoir : 4 fiches de plus de 24 mois, de la plus ancienne à la plus récente."
    assert lines[start + 1] == (
        "catalogue/trainings.yaml:3:5: 45 mois, formation droit-avance, page datée de 2023-01 : "
        "https://example.org/"
    )
    assert lines[-1] == (
        "catalogue/sources.yaml:3:5: 28 mois, source page, vue en 2024-06 : https://example.org/"
    )
    assert "À revoir : aucune fiche de plus de 60 mois." in command(*CHECK, "--stale-after", "60").out
    assert "À revoir" not in command(*CHECK).out


def test_what_is_old_is_in_the_report_and_in_its_json(command: Command, tmp_path: Path) -> None:
    change(tmp_path / "catalogue" / "sources.yaml", ('seen: "2026-11"', "seen: 2024-06"))
    ran = command(*CHECK, "--stale-after", "24", "--format", "json")
    assert json.loads(ran.out)["stale"] == [
        {
            "group": "sources",
            "id": "page",
            "title": "Page du CNFPT",
            "key": "seen",
            "date": "2024-06",
            "months": 28,
            "url": "https://example.org/",
            "file": "catalogue/sources.yaml",
            "line": 3,
            "column": 5,
        }
    ]
    assert json.loads(command(*CHECK, "--format", "json").out)["stale"] == []
    assert (
        "## À revoir, du plus ancien au plus récent"
        in command(*CHECK, "--stale-after", "24", "--format", "md").out
    )
