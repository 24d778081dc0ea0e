"""Where a report goes: the terminal, the standard output, a file or a folder; and what stops it."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from small_catalogue import Command

from buyer_skills.cli.options import terminal

GAP = ("gap", "b1.yaml", "--profile", "acheteur", "--data", "catalogue", "--date", "2026-11-24")
STEM = "gap-b1-acheteur"

pytestmark = pytest.mark.usefixtures("catalogue", "buyer")


def test_without_a_format_the_report_is_shown(command: Command) -> None:
    ran = command(*GAP)
    assert (ran.code, ran.err) == (0, "")
    assert _spaces(ran.out).startswith("Écarts : Acheteuse / Acheteur fiche métier ; personne : b1")
    assert command(*GAP, "-o", "-").out == ran.out


@pytest.mark.parametrize(
    ("name", "opening"), [("json", "{\n"), ("md", "# Écarts"), ("html", "<!DOCTYPE html>\n")]
)
def test_one_format_goes_to_the_standard_output(
    command: Command, tmp_path: Path, name: str, opening: str
) -> None:
    ran = command(*GAP, "--format", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.replace("\u00a0", " ").startswith(opening)
    assert command(*GAP, "--format", name, "-o", "-").out == ran.out
    assert _files(tmp_path) == []


def test_the_suffix_of_the_file_says_its_format(command: Command, tmp_path: Path) -> None:
    ran = command(*GAP, "-o", "notes.md")
    assert (ran.code, ran.out, ran.err) == (0, "", "Écrit : notes.md\n")
    assert (tmp_path / "notes.md").read_bytes() == command(*GAP, "--format", "md").out.encode()


def test_one_format_and_a_name_that_does_not_fit_is_a_folder(command: Command, tmp_path: Path) -> None:
    assert (
        command(*GAP, "--format", "json", "-o", "rapports").err == f"Écrit : {Path('rapports', STEM)}.json\n"
    )
    assert _files(tmp_path) == [f"rapports/{STEM}.json"]


def test_several_formats_go_to_a_folder_named_by_command_buyer_and_profile(
    command: Command, tmp_path: Path
) -> None:
    ran = command(*GAP, "--format", "md,json", "-o", "ici/ou là")
    assert ran.code == 0
    assert _files(tmp_path) == [f"ici/ou là/{STEM}.json", f"ici/ou là/{STEM}.md"]
    assert len(ran.err.splitlines()) == 2


def test_several_formats_without_a_folder_go_to_outputs(command: Command, tmp_path: Path) -> None:
    command(*GAP, "--format", "json,md")
    assert _files(tmp_path) == [f"outputs/{STEM}.json", f"outputs/{STEM}.md"]


def test_the_standard_output_takes_one_format(command: Command) -> None:
    ran = command(*GAP, "--format", "md,json", "-o", "-")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "Erreur : la sortie standard ne prend qu'un format à la fois.\n"
        "Formats demandés : md, json. Donnez un dossier avec -o.\n"
    )


def test_a_file_without_a_known_suffix_needs_a_format(command: Command, tmp_path: Path) -> None:
    ran = command(*GAP, "-o", "notes.odt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        "Erreur : le format à écrire dans « notes.odt » n'est pas connu.\nAjoutez --format"
    )
    assert _files(tmp_path) == []


def test_nothing_that_exists_is_replaced_unless_told_to(command: Command, tmp_path: Path) -> None:
    (tmp_path / "rapports").mkdir()
    kept = tmp_path / "rapports" / f"{STEM}.md"
    kept.write_text("relu par la RH")
    ran = command(*GAP, "--format", "json,md", "-o", "rapports")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"Erreur : « {Path('rapports', STEM)}.md » existe déjà.\n"
        "Rien n'a été écrit. Choisissez un autre endroit avec -o, ou ajoutez --force pour remplacer.\n"
    )
    assert kept.read_text() == "relu par la RH"
    assert _files(tmp_path) == [f"rapports/{STEM}.md"]
    assert command(*GAP, "--format", "json,md", "-o", "rapports", "--force").code == 0
    assert kept.read_text() != "relu par la RH"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "plus de place sur le disque"),
        (errno.EROFS, "pas le droit d'y écrire"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_write_that_fails_leaves_nothing_behind(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "notes.md").write_text("avant")
    monkeypatch.setattr(os, "fsync", fail)
    ran = command(*GAP, "-o", "notes.md", "--force")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"Erreur : impossible d'écrire « notes.md » ({reason}).\n"
        "Vérifiez la place sur le disque et vos droits sur le dossier, "
        "ou choisissez un autre endroit avec -o.\n"
    )
    assert (tmp_path / "notes.md").read_text() == "avant"
    assert _files(tmp_path) == ["notes.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told(command: Command, tmp_path: Path) -> None:
    (tmp_path / "clos").mkdir(mode=0o555)
    ran = command(*GAP, "-o", "clos/notes.md")
    assert ran.code == 1
    assert "« clos/notes.md » (pas le droit d'y écrire)" in ran.err


def test_a_file_where_a_folder_is_wanted_is_told(command: Command, tmp_path: Path) -> None:
    (tmp_path / "rapports").write_text("")
    ran = command(*GAP, "--format", "json,md", "-o", "rapports")
    assert ran.code == 1
    assert "(un fichier porte déjà ce nom, un dossier est attendu)" in ran.err


def test_a_folder_where_a_file_is_wanted_is_told(command: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.md").mkdir()
    ran = command(*GAP, "-o", "notes.md", "--force")
    assert ran.code == 1
    assert "(un dossier porte déjà ce nom)" in ran.err
    assert _files(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="rights are of another kind there")
def test_a_report_has_the_rights_of_any_new_file(command: Command, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        command(*GAP, "-o", "notes.md")
    finally:
        os.umask(before)
    assert (tmp_path / "notes.md").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["json", "md", "html"])
def test_the_same_question_twice_gives_the_same_bytes(command: Command, name: str) -> None:
    assert command(*GAP, "--format", name).out == command(*GAP, "--format", name).out


def test_the_date_of_the_report_is_the_one_asked_for(command: Command) -> None:
    assert "Catalogue au 24 novembre 2026" in _spaces(command(*GAP).out)
    assert "Catalogue au 2 janvier 2031" in _spaces(command(*GAP[:-1], "2031-01-02").out)


def test_piped_output_is_plain_and_a_hundred_columns_wide(command: Command) -> None:
    shown = command(*GAP).out
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 100
    assert terminal() == (100, False)


def test_a_terminal_gives_its_width_and_colours_unless_told_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdout", Screen())
    monkeypatch.setenv("COLUMNS", "72")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert terminal() == (72, True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert terminal() == (72, False)
    # As https://no-color.org has it, an empty value asks for nothing.
    monkeypatch.setenv("NO_COLOR", "")
    assert terminal() == (72, True)


def _files(folder: Path) -> list[str]:
    found: list[Any] = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return sorted(path.as_posix() for path in found if path.parts[0] not in {"catalogue", "b1.yaml"})


def _spaces(text: str) -> str:
    return " ".join(text.split())
