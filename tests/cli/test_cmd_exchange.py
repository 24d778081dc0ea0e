"""`export`, `import` and `init`, from the command line."""

import json
import shutil
from pathlib import Path

import pytest
from damaged_workbooks import SOUND

from buyer_skills.catalog.exchange import plain_catalogue, raw_catalogue
from buyer_skills.cli.running import run

DATE = ["--date", "2026-11-24"]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A folder of one's own, in which `check` finds nothing."""
    return Path(shutil.copytree(SOUND, tmp_path / "ville"))


def exported(town: Path, name: str) -> Path:
    path = town.parent / name
    assert run(["export", "--data", str(town), "-o", str(path), *DATE]) == 0
    return path


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}


@pytest.mark.parametrize("name", ["c.xlsx", "c.ods", "c.zip", "c.json"])
def test_what_goes_out_comes_back(name: str, town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(town)
    path = exported(town, name)
    assert run(["import", str(path), "-o", str(town), *DATE]) == 0
    assert texts(town) == before
    said = capsys.readouterr()
    assert "Rien à écrire : les fichiers disent déjà la même chose." in said.out


def test_csv_files_go_to_a_folder(town: Path) -> None:
    path = town.parent / "csv"
    assert run(["export", "--data", str(town), "--to", "csv", "-o", str(path), *DATE]) == 0
    assert (
        (path / "trainings.outcomes.csv")
        .read_bytes()
        .startswith("\ufeffrecord;competency;from;to;unit\r\n".encode())
    )
    assert run(["import", str(path), "-o", str(town.parent / "new"), *DATE]) == 0
    assert (town.parent / "new" / "trainings.yaml").exists()


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "zip", "json"])
def test_a_change_that_stands_and_one_that_waits_come_back(suffix: str, tmp_path: Path) -> None:
    over = tmp_path / "complement"
    over.mkdir()
    (over / "catalog.yaml").write_text("format_version: 1\noverlay: true\n", encoding="utf-8")
    (over / "trainings.yaml").write_text(
        """format_version: 1
trainings:
  - extends: negociation-marches-publics-cnfpt
    hours: 14
    outcomes: [{competency: negociation, from: 0, to: 1}]
  - extends: negociation-marches-publics-cnfpt
    status: proposed
    outcomes: [{competency: negociation, from: 1, to: 2}]
""",
        encoding="utf-8",
    )
    before = texts(over)
    path = exported(over, f"c.{suffix}")
    assert run(["import", str(path), "-o", str(over), *DATE]) == 0
    assert texts(over) == before
    assert run(["import", str(path), "-o", str(tmp_path / "neuf"), *DATE]) == 0
    trainings = [
        plain_catalogue(raw_catalogue(one)).records["trainings"] for one in (over, tmp_path / "neuf")
    ]
    assert len(trainings[0]) == 2
    assert trainings[0] == trainings[1]


def test_a_whole_catalogue_is_not_poured_into_an_overlay(
    town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    over = tmp_path / "complement"
    over.mkdir()
    (over / "catalog.yaml").write_text("format_version: 1\noverlay: true\n", encoding="utf-8")
    whole = exported(town, "tout.xlsx")
    assert run(["import", str(whole), "-o", str(over), "--force", *DATE]) == 2
    assert "est un complément, et le fichier est un catalogue entier" in capsys.readouterr().err
    assert [path.name for path in over.iterdir()] == ["catalog.yaml"]


def test_a_change_is_written_only_with_force(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = exported(town, "c.json")
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["providers"][0]["title"] = "Autre nom"
    path.write_text(json.dumps(whole), encoding="utf-8")
    before = texts(town)
    assert run(["import", str(path), "-o", str(town), *DATE]) == 2
    assert texts(town) == before
    assert run(["import", str(path), "-o", str(town), "--force", *DATE]) == 0
    changed = {name for name, content in texts(town).items() if content != before[name]}
    assert changed == {"providers.yaml"}
    assert "Fiches ajoutées : 0 ; modifiées : 1 ; retirées : 0" in capsys.readouterr().out


def test_an_error_is_said_with_its_cell_and_nothing_is_written(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = exported(town, "c.json")
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["trainings"][0]["kind"] = "cours"
    path.write_text(json.dumps(whole), encoding="utf-8")
    # JSON has lines; a workbook has cells.
    assert run(["import", str(path), "-o", str(town.parent / "new"), *DATE]) == 1
    assert "c.json:" in capsys.readouterr().err
    assert not (town.parent / "new").exists()


def test_a_cell_is_named_by_its_sheet(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from buyer_skills.catalog.exchange import plain_catalogue, raw_catalogue
    from buyer_skills.workflows.exporting import export_file

    catalogue = plain_catalogue(raw_catalogue(town))
    catalogue.records["trainings"][0]["kind"] = "cours"
    path = town.parent / "fichier.xlsx"
    path.write_bytes(export_file(catalogue, "xlsx", "fr"))
    assert run(["import", str(path), "-o", str(town.parent / "new"), *DATE]) == 1
    said = capsys.readouterr().err
    assert "fichier.xlsx, feuille Formations, cellule E3: erreur D106 : " in said
    assert not (town.parent / "new").exists()


@pytest.mark.parametrize("more", [[], ["--overlay"]])
def test_a_first_catalogue_passes_check_and_its_workbook_says_the_same(
    more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a-nous"
    assert run(["init", str(folder), *more, *DATE]) == 0
    assert run(["check", str(folder), "--strict", *DATE]) == 0
    before = texts(folder)
    assert all(content.startswith(b"# ") for content in before.values())
    assert run(["import", str(folder / "catalogue.xlsx"), "-o", str(folder), *DATE]) == 0
    assert texts(folder) == before
    assert run(["init", str(folder), *more, *DATE]) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export"], "on ne sait pas où écrire"),
        (["export", "-o", "catalogue.doc"], "on ne sait pas dans quel format écrire"),
        (["import", "x.xlsx"], "on ne sait pas dans quel dossier écrire"),
        (["import", "x.doc", "-o", "y"], "le format de « x.doc » n'est pas connu"),
    ],
)
def test_what_is_missing_is_asked_for(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_missing_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(tmp_path / "x.xlsx"), "-o", str(tmp_path / "y")]) == 1
    assert "F101" in capsys.readouterr().err


def test_an_overlay_keeps_what_it_changes_and_takes_away(tmp_path: Path) -> None:
    folder = tmp_path / "ville"
    assert run(["init", str(folder), "--overlay", *DATE]) == 0
    (folder / "job_profiles.yaml").write_text(
        "format_version: 1\n"
        "job_profiles:\n"
        "  - extends: acheteur-public\n"
        "    purpose: Acheter pour la ville\n"
        "    note: null\n"
        "    relations: []\n"
        "    requirements:\n"
        "      - {competency: negociation, level: 2}\n"
        "    remove: [ethique-conformite]\n",
        encoding="utf-8",
    )
    before = texts(folder)
    for name in ("c.xlsx", "c.ods", "c.zip", "c.json"):
        path = exported(folder, name)
        new = tmp_path / f"new-{name}"
        assert run(["import", str(path), "-o", str(new), *DATE]) == 0
        assert run(["import", str(path), "-o", str(folder), *DATE]) == 0
        text = (new / "job_profiles.yaml").read_text(encoding="utf-8")
        assert "note: null" in text
        assert "relations: []" in text
        assert "remove: [ethique-conformite]" in text
    assert texts(folder) == before
