"""Workbooks that are forms: recognised by their keys, and read row by row, each value with its cell."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from buyer_skills.catalog.forms.layout import FORMS, FormColumn, FormName, FormTable
from buyer_skills.issues import Issue, Place, has_errors, issue, nearest
from buyer_skills.sources.ods_reading import read_ods
from buyer_skills.sources.packages import holds_any
from buyer_skills.sources.tables import CellValue, ReadRow, ReadTable, qualified
from buyer_skills.sources.xlsx_reading import read_xlsx

_LOOKED_AT = 10
"""The keys stand in one of the first rows."""

_WORKBOOKS = {".xlsx": read_xlsx, ".xlsm": read_xlsx, ".ods": read_ods}


@dataclass(frozen=True)
class FormRow:
    """A row of a form: its cells by key, and where each is, even an empty one."""

    table: ReadTable
    number: int
    columns: Mapping[str, int]
    cells: Mapping[str, CellValue]

    def text(self, key: str) -> str:
        """Return what a cell says as a text; nothing when it is empty."""
        value = self.cells.get(key, "")
        if isinstance(value, bool):
            return "oui" if value else "non"
        return " ".join(str(value).split()) if isinstance(value, str) else str(value)

    def lines(self, key: str) -> str:
        """Return a text with its line breaks."""
        return str(self.cells.get(key, "")).strip()

    def place(self, key: str) -> Place:
        """Return the cell of a key."""
        return self.table.place(self.number, self.columns.get(key, 1))

    def holds(self, keys: Iterable[str]) -> bool:
        """Return whether one of the cells says something."""
        return any(self.text(key) for key in keys)


@dataclass
class ReadForm:
    """A form as it came back."""

    form: FormName
    name: str
    """How readers know the file."""
    rows: dict[str, list[FormRow]] = field(default_factory=dict)
    """The rows of each of its tables that is there, by the name of the table."""
    tables: dict[str, ReadTable] = field(default_factory=dict)

    def place(self, table: str) -> Place:
        """Return a table of the form, or the file when the table is gone."""
        return self.tables[table].place() if table in self.tables else Place(self.name)


def read_form(path: Path, name: str, issues: list[Issue]) -> ReadForm | None:
    """Read a workbook as a form; None when it is none, and then nothing is added to ``issues``.

    Args:
        path: the file.
        name: how readers know it.
        issues: what is wrong with it is added here.
    """
    reader = _WORKBOOKS.get(path.suffix.lower())
    if reader is None or not holds_any(path, name, [f"{form}." for form in FORMS]):
        return None
    tables, found = reader(path, name)
    if has_errors(found):
        return None
    by_form = [(table, _keys_of(table)) for table in tables]
    named = [keys[1] for _, keys in by_form if keys is not None]
    if not named:
        return None
    form = named[0].form
    read = ReadForm(form, name)
    issues += found
    for table, keys in by_form:
        if keys is None:
            continue
        row, known = keys
        if known.form != form or known.name in read.rows:
            issues.append(issue("F154", table.place(row.number, 1), found=known.key))
            continue
        issues += table.issues
        read.tables[known.name] = table
        read.rows[known.name] = list(_rows(table, row, known, issues))
    return read


def _keys_of(table: ReadTable) -> tuple[ReadRow, FormTable] | None:
    """Return the row of the keys of a table, and the table of a form that it is."""
    for row in table.rows[:_LOOKED_AT]:
        for cell in row.cells.values():
            name, slash, _ = str(cell).strip().partition("/")
            form, dot, part = name.partition(".")
            if slash and dot and form in get_args(FormName):
                known = next((one for tables in FORMS.values() for one in tables if one.key == name), None)
                if known is not None and part:
                    return row, known
    return None


def _rows(table: ReadTable, keys: ReadRow, known: FormTable, issues: list[Issue]) -> Iterator[FormRow]:
    columns: dict[str, int] = {}
    allowed = [qualified(known.key, one.key) for one in known.columns]
    needed = [qualified(known.key, one.key) for one in known.columns if not one.is_late]
    for number, cell in keys.cells.items():
        written = str(cell).strip()
        column: FormColumn | None = known.column(written.removeprefix(qualified(known.key, "")))
        place = table.place(keys.number, number)
        if written not in allowed or column is None:
            close = nearest(written, allowed)
            issues.append(issue("F151", place, found=written, nearest=close, known=tuple(allowed)))
        elif column.key in columns:
            issues.append(issue("F154", place, found=written))
        else:
            columns[column.key] = number
    issues += [
        issue("F155", table.place(keys.number, 1), missing=missing)
        for missing in needed
        if missing.rpartition("/")[2] not in columns
    ]
    by_number = {number: key for key, number in columns.items()}
    strays: set[int] = set()
    for row in table.rows:
        if row.number <= keys.number + 1:
            # The headings that people read come under the keys.
            continue
        for number, value in row.cells.items():
            if number not in keys.cells and number not in strays:
                strays.add(number)
                issues.append(issue("F251", table.place(row.number, number), found=str(value)[:60]))
        cells = {by_number[number]: value for number, value in row.cells.items() if number in by_number}
        yield FormRow(table, row.number, columns, cells)


def day_of(value: CellValue) -> dt.date | None:
    """Return the day that a cell holds, as a date or written 25/11/2026 or 2026-11-25; None when it is none.

    >>> day_of("25/11/2026"), day_of("demain")
    (datetime.date(2026, 11, 25), None)
    """
    if isinstance(value, dt.date):
        return value
    text = str(value).strip()
    parts = text.replace(".", "/").replace("-", "/").split("/")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    first, month, last = map(int, parts)
    year, day = (first, last) if len(parts[0]) == 4 else (last, first)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


__all__ = ["FormRow", "ReadForm", "day_of", "read_form"]
