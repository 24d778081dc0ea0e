"""`profile`: the sheet of a job, its JSON contract, and the buyer file to fill in."""

import json
from pathlib import Path

import pytest
from small_catalogue import Command

PROFILE = ("profile", "acheteur", "--data", "catalogue", "--date", "2026-11-24")

pytestmark = pytest.mark.usefixtures("catalogue")


def test_the_sheet_is_shown(command: Command) -> None:
    ran = command(*PROFILE)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Acheteuse / Acheteur\n")
    assert command(*PROFILE, "--as", "fiche").out == ran.out
    assert command(*PROFILE, "--lang", "en").out.startswith("Buyer\n")


def test_json_says_each_requirement_and_what_leads_to_it(command: Command) -> None:
    result = json.loads(command(*PROFILE, "--format", "json").out)
    assert (result["format_version"], result["id"], result["kind"]) == (1, "acheteur", "standard")
    assert result["requirements"][0] == {
        "competency": "droit",
        "kind": "savoir",
        "area": "juridique",
        "level": 2,
        "importance": 3,
        "reference_level": None,
        "trainings": 1,
        "well_known": 1,
        "degrees": 1,
        "first_step": "degrees",
        "last_step": "trainings",
    }
    assert result["roles"] == [{"id": "artisan", "competencies": ["negociation"]}]
    assert result["degrees"] == ["master-achat"]


def test_json_is_the_same_in_both_languages(command: Command) -> None:
    french = command(*PROFILE, "--format", "json").out
    assert command(*PROFILE, "--format", "json", "--lang", "en").out == french


def test_an_unknown_profile_is_refused_with_the_nearest(command: Command) -> None:
    ran = command("profile", "juristes", *PROFILE[2:])
    assert (ran.code, ran.out) == (2, "")
    assert "Vouliez-vous dire « juriste » ?" in ran.err


def test_files_are_named_by_the_profile(command: Command, tmp_path: Path) -> None:
    assert command(*PROFILE, "--format", "md,html", "-o", "ici").code == 0
    assert sorted(path.name for path in (tmp_path / "ici").iterdir()) == [
        "profile-acheteur.html",
        "profile-acheteur.md",
    ]


def test_the_buyer_file_goes_to_the_standard_output_a_file_or_a_folder(
    command: Command, tmp_path: Path
) -> None:
    printed = command(*PROFILE, "--as", "buyer-file")
    assert (printed.code, printed.err) == (0, "")
    assert "\n  droit:\n" in printed.out
    assert command(*PROFILE, "--as", "buyer-file", "-o", "-").out == printed.out
    assert command(*PROFILE, "--as", "buyer-file", "-o", "moi.yaml").err == "Écrit : moi.yaml\n"
    assert command(*PROFILE, "--as", "buyer-file", "-o", "ici").code == 0
    written = [tmp_path / "moi.yaml", tmp_path / "ici" / "profile-buyer-file-acheteur.yaml"]
    assert [path.read_text("utf-8") for path in written] == [printed.out] * 2


def test_a_buyer_file_someone_filled_in_is_kept(command: Command, tmp_path: Path) -> None:
    (tmp_path / "moi.yaml").write_text("id: moi\n")
    ran = command(*PROFILE, "--as", "buyer-file", "-o", "moi.yaml")
    assert ran.code == 2
    assert "« moi.yaml » existe déjà" in ran.err
    assert (tmp_path / "moi.yaml").read_text() == "id: moi\n"


def test_an_overlay_adapts_a_profile(command: Command, tmp_path: Path) -> None:
    (tmp_path / "ville").mkdir()
    (tmp_path / "ville" / "catalog.yaml").write_text("format_version: 1\noverlay: true\n")
    (tmp_path / "ville" / "job_profiles.yaml").write_text(
        "format_version: 1\njob_profiles:\n"
        "  - {extends: acheteur, requirements: [{competency: droit, level: 3, importance: 3}]}\n"
    )
    result = json.loads(command(*PROFILE, "--with", "ville", "--format", "json").out)
    assert [(one["competency"], one["level"]) for one in result["requirements"]] == [
        ("droit", 3),
        ("negociation", 2),
        ("ecoute", 1),
    ]
