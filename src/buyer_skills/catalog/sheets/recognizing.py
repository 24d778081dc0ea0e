"""Which sheet a table is, and which column each of its cells is in: by keys, never by position."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from buyer_skills.catalog.sheets.columns import Column
from buyer_skills.catalog.sheets.layout import Sheet, sheets
from buyer_skills.issues import Issue, issue, nearest
from buyer_skills.sources.looks import LISTS_TITLE
from buyer_skills.sources.tables import CellValue, ReadRow, ReadTable, qualified

_LOOKED_AT = 10
"""The keys stand in one of the first rows."""


@dataclass(frozen=True, slots=True)
class KnownTable:
    """A table whose sheet is known, with the column of each number and its rows of values."""

    sheet: Sheet
    table: ReadTable
    columns: Mapping[int, Column]
    rows: tuple[ReadRow, ...]

    def cells(self, row: ReadRow) -> dict[str, tuple[int, CellValue]]:
        """Return the cells of a row by the key of their column, each with its number."""
        return {
            self.columns[number].key: (number, value)
            for number, value in row.cells.items()
            if number in self.columns
        }


def recognize_workbook(tables: Iterable[ReadTable], issues: list[Issue]) -> dict[str, KnownTable]:
    """Return the tables of a workbook by the key of their sheet; what is not known is added to ``issues``."""
    known = {one.key: one for one in sheets()}
    found: dict[str, KnownTable] = {}
    for table in tables:
        row = next((one for one in table.rows[:_LOOKED_AT] if _holds_keys(one)), None)
        if row is None:
            if _may_be_ours(table):
                issues.append(issue("F250", table.place(table.rows[0].number, 1), found=table.source.sheet))
            continue
        name = _sheet_named(row)
        sheet = known.get(name)
        place = table.place(row.number, min(row.cells))
        if sheet is None:
            issues.append(issue("F150", place, found=name, nearest=nearest(name, known)))
        elif name in found:
            issues.append(issue("F154", place, found=name))
        else:
            # The headings that people read come under the keys.
            found[name] = _known(sheet, table, row, issues, headings=1)
    return found


def recognize_files(tables: Iterable[tuple[str, ReadTable]], issues: list[Issue]) -> dict[str, KnownTable]:
    """Return the tables of CSV files by the key of their sheet, which is the name of the file."""
    known = {one.key: one for one in sheets()}
    found: dict[str, KnownTable] = {}
    for name, table in tables:
        sheet = known.get(name)
        if sheet is None:
            issues.append(issue("F150", table.place(), found=name, nearest=nearest(name, known)))
        elif name in found:
            issues.append(issue("F154", table.place(), found=name))
        elif not table.rows or table.rows[0].number != 1:
            issues.append(issue("F152", table.place()))
        else:
            found[name] = _known(sheet, table, table.rows[0], issues, headings=0)
    return found


def _holds_keys(row: ReadRow) -> bool:
    return any(isinstance(cell, str) and _split(cell) is not None for cell in row.cells.values())


def _may_be_ours(table: ReadTable) -> bool:
    """Whether a sheet without keys is worth a word: one that holds a table, not the guide or the lists."""
    return table.source.sheet != LISTS_TITLE and any(len(row.cells) > 2 for row in table.rows)


def _split(cell: str) -> tuple[str, str] | None:
    table, slash, column = cell.strip().partition("/")
    if not slash or not table or not column or any(sign.isspace() or sign == "/" for sign in table + column):
        return None
    return table, column


def _sheet_named(row: ReadRow) -> str:
    """Return the sheet that most keys of a row name."""
    names = [parts[0] for cell in row.cells.values() if isinstance(cell, str) and (parts := _split(cell))]
    return max(dict.fromkeys(names), key=names.count)


def _known(
    sheet: Sheet, table: ReadTable, keys: ReadRow, issues: list[Issue], *, headings: int
) -> KnownTable:
    issues += table.issues
    columns: dict[int, Column] = {}
    allowed = [qualified(sheet.key, one.key) if headings else one.key for one in sheet.all_columns]
    for number, cell in keys.cells.items():
        written = str(cell).strip()
        key = written.removeprefix(qualified(sheet.key, "")) if headings else written
        column = sheet.column(key) if written in allowed else None
        place = table.place(keys.number, number)
        if column is None:
            issues.append(
                issue("F151", place, found=written, nearest=nearest(written, allowed), known=tuple(allowed))
            )
        elif column in columns.values():
            issues.append(issue("F154", place, found=written))
        else:
            columns[number] = column
    missing = [one for one in (*sheet.handles, *sheet.columns[:1]) if one not in columns.values()]
    for column in missing:
        written = qualified(sheet.key, column.key) if headings else column.key
        if not (column.key == "id" and sheet.form == "records" and _has_changes(columns.values())):
            issues.append(issue("F155", table.place(keys.number, 1), missing=written))
    if missing and not _has_changes(columns.values()):
        # No row can be placed: said once, not row by row.
        return KnownTable(sheet, table, {}, ())
    start = table.rows.index(keys) + 1
    rows = [one for one in table.rows[start:] if one.number > keys.number + headings]
    issues += _strays(table, columns, keys, rows)
    return KnownTable(sheet, table, columns, tuple(rows))


def _has_changes(columns: Iterable[Column]) -> bool:
    return any(one.is_of_change for one in columns)


def _strays(
    table: ReadTable, columns: Mapping[int, Column], keys: ReadRow, rows: Iterable[ReadRow]
) -> Iterator[Issue]:
    """Yield an issue for each column without a key that holds something."""
    named: set[int] = set()
    for row in rows:
        for number, value in row.cells.items():
            if number not in columns and number not in keys.cells and number not in named:
                named.add(number)
                yield issue("F251", table.place(row.number, number), found=str(value)[:60])
