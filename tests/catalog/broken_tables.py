"""Workbooks and CSV files with one thing wrong, each giving one code."""

import re
from collections.abc import Callable
from pathlib import Path

from damaged_workbooks import SOUND, damaged, parts_of, sound

from buyer_skills.catalog.exchange import (
    issues_of_cells,
    plain_catalogue,
    raw_catalogue,
    read_brought,
)
from buyer_skills.issues import Issue
from buyer_skills.sources.zipping import zip_of
from buyer_skills.workflows.exporting import export_csv_files

Change = Callable[[dict[str, bytes]], None]


def brought_issues(path: Path) -> tuple[Issue, ...]:
    brought = read_brought(path, path.name)
    assert brought is not None
    return tuple(brought.issues)


def csv_case(change: Change) -> Callable[[Path], tuple[Issue, ...]]:
    """Return a case made from the CSV files of the sound catalogue."""

    def made(folder: Path) -> tuple[Issue, ...]:
        files = export_csv_files(plain_catalogue(raw_catalogue(SOUND)), "fr")
        change(files)
        (folder / "csv").mkdir()
        for name, content in files.items():
            (folder / "csv" / name).write_bytes(content)
        return brought_issues(folder / "csv")

    return made


def workbook_case(kind: str) -> Callable[[Path], tuple[Issue, ...]]:
    """Return a case made by one kind of damage."""

    def made(folder: Path) -> tuple[Issue, ...]:
        (folder / "classeur.xlsx").write_bytes(damaged(kind, "xlsx", 0))
        return brought_issues(folder / "classeur.xlsx")

    return made


def text_case(old: str, new: str) -> Callable[[Path], tuple[Issue, ...]]:
    """Return a case of a text that no cell holds."""

    def made(folder: Path) -> tuple[Issue, ...]:
        for path in SOUND.glob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            (folder / path.name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return tuple(issues_of_cells(raw_catalogue(folder)))

    return made


def sheet_without_keys(folder: Path) -> tuple[Issue, ...]:
    parts = parts_of(sound("ods"))
    text = parts["content.xml"].decode()
    text = re.sub(r'(table:name="Étapes".*?)<table:table-row .*?</table:table-row>', r"\1", text, count=1)
    (folder / "classeur.ods").write_bytes(zip_of({**parts, "content.xml": text.encode()}))
    return brought_issues(folder / "classeur.ods")


def _added(name: str, content: bytes) -> Change:
    def change(files: dict[str, bytes]) -> None:
        files[name] = files.get(name, b"") + content

    return change


def _replaced(name: str, old: bytes, new: bytes) -> Change:
    def change(files: dict[str, bytes]) -> None:
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)

    return change


def _removed(name: str) -> Change:
    def change(files: dict[str, bytes]) -> None:
        del files[name]

    return change


MADE_TABLES: dict[str, Callable[[Path], tuple[Issue, ...]]] = {
    "F140": workbook_case("empty"),
    "F141": workbook_case("zip-bomb"),
    "F143": workbook_case("formula"),
    "F144": workbook_case("merged"),
    "F146": workbook_case("error-value"),
    "F147": workbook_case("far-column"),
    "F148": workbook_case("old-format"),
    "F149": csv_case(_added("glossary.csv", b'"jamais fini')),
    "F150": csv_case(_added("sujets.csv", b"id\r\n")),
    "F151": csv_case(_replaced("areas.csv", b"title.en", b"title.es")),
    "F152": csv_case(_replaced("areas.csv", b"id;", b"\r\nid;")),
    "F153": csv_case(_removed("trainings.outcomes.csv")),
    "F154": csv_case(_replaced("areas.csv", b"title.en", b"title.fr")),
    "F155": csv_case(_added("trainings.sessions.csv", b";2026-01-01\r\n")),
    "F156": csv_case(_added("trainings.sessions.csv", b"nulle-part;2026-01-01\r\n")),
    "F157": csv_case(_added("catalog.csv", b"Deux;Two;2026\r\n")),
    "F160": text_case("Un catalogue sain", "x" * 33_000),
    "F161": text_case("Un catalogue sain", '"Un\\rcatalogue"'),
    "F242": workbook_case("macros"),
    "F243": workbook_case("external-link"),
    "F244": workbook_case("hidden-row"),
    "F245": csv_case(_added("lisezmoi.txt", b"rien")),
    "F250": sheet_without_keys,
    "F251": csv_case(_added("areas.csv", b"autre;;;;;;;;;;;;;remarque\r\n")),
}
"""One case for each code of workbooks and tables."""
