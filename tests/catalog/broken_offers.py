"""Spreadsheets of training bodies, or mappings of them, with one thing wrong, each giving one code."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from builders import catalog
from damaged_workbooks import parts_of
from foreign_tables import write_xlsx

from buyer_skills.catalog.intake.mapping import TableMapping
from buyer_skills.catalog.intake.mapping_files import read_mapping
from buyer_skills.catalog.intake.mapping_guesses import guess_mapping
from buyer_skills.catalog.intake.table_reading import read_table
from buyer_skills.issues import Issue
from buyer_skills.sources.zipping import zip_of

HEADINGS = ("Code", "Intitulé", "Durée en jours")
ROWS: Sequence[Sequence[Any]] = (
    HEADINGS,
    ("X1", "Premier stage inventé", 2),
    ("X2", "Second stage inventé", 3),
)
MAPPING = TableMapping.model_validate(
    {
        "registry": "offre-inventee",
        "source": {"title": "Offre inventée"},
        "provider": "organisme-invente",
        "columns": {"Code": "code", "Intitulé": "title", "Durée en jours": "days"},
    }
)


def issues_of_offer(table: Path, mapping: Path) -> tuple[Issue, ...]:
    """Read a mapping, then its table when there is no error."""
    known = catalog(providers=[{"id": "cnfpt", "title": "Centre national inventé (CNFPT)"}])
    read, issues = read_mapping(mapping, mapping.name, (table, table.name), known)
    return issues if read is None else issues + read_table(table, table.name, read, "2026-11-25").issues


def _read(path: Path, **changes: object) -> tuple[Issue, ...]:
    return read_table(path, path.name, MAPPING.model_copy(update=changes), "2026-11-25").issues


def _other_format(folder: Path) -> tuple[Issue, ...]:
    (folder / "offre.pdf").write_bytes(b"%PDF-1.7")
    return _read(folder / "offre.pdf")


def _other_sheet(folder: Path) -> tuple[Issue, ...]:
    return _read(write_xlsx(folder / "offre.xlsx", ROWS), sheet="Exporté")


def _formula(folder: Path) -> tuple[Issue, ...]:
    return _changed(folder, lambda text: re.sub(r'<c r="C3">.*?</c>', '<c r="C3"><f>1+2</f></c>', text))


def _computed(folder: Path) -> tuple[Issue, ...]:
    return _read(write_xlsx(folder / "offre.xlsx", ROWS, formulas=["C3"]))


def _merged(folder: Path) -> tuple[Issue, ...]:
    rows = (HEADINGS, ("X1", "Premier stage inventé", 2), ("X2", "Second stage inventé", None))
    return _read(write_xlsx(folder / "offre.xlsx", rows, merged=["C2:C3"]))


def _changed(folder: Path, change: Callable[[str], str]) -> tuple[Issue, ...]:
    path = write_xlsx(folder / "offre.xlsx", ROWS)
    parts = parts_of(path.read_bytes())
    name = "xl/worksheets/sheet1.xml"
    parts[name] = change(parts[name].decode()).encode()
    path.write_bytes(zip_of(parts))
    return _read(path)


def _cell_in_error(folder: Path) -> tuple[Issue, ...]:
    return _changed(
        folder, lambda text: re.sub(r'<c r="C3">.*?</c>', '<c r="C3" t="e"><v>#REF!</v></c>', text)
    )


def _hidden_row(folder: Path) -> tuple[Issue, ...]:
    return _changed(folder, lambda text: text.replace('<row r="3"', '<row r="3" hidden="1"'))


def _two_titles(folder: Path) -> tuple[Issue, ...]:
    rows = [(*row, row[1]) for row in ROWS[1:]]
    path = write_xlsx(folder / "offre.xlsx", [(*HEADINGS, "Libellé"), *rows])
    return guess_mapping(path, path.name)[2]


def _two_sheets(folder: Path) -> tuple[Issue, ...]:
    path = write_xlsx(folder / "offre.xlsx", ROWS, second=ROWS)
    return guess_mapping(path, path.name)[2]


MADE_OFFERS: dict[str, Callable[[Path], tuple[Issue, ...]]] = {
    "I120": _other_format,
    "I126": _other_sheet,
    "I224": _formula,
    "I225": _merged,
    "I226": _cell_in_error,
    "I227": _two_titles,
    "I228": _two_sheets,
    "I230": _hidden_row,
    "I320": _computed,
}
"""Workbooks are made when they are needed."""
