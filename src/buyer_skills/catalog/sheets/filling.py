"""Plain records as the rows of sheets."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from buyer_skills.catalog.groups import ALL_GROUPS
from buyer_skills.catalog.overlays import EXTENDS, numbered_handle
from buyer_skills.catalog.sheets.columns import Column, KeyPath
from buyer_skills.catalog.sheets.layout import ACCEPTED, RANK, Sheet, front_sheet, group_sheet, sheets
from buyer_skills.catalog.sheets.values import NONE, UNKNOWN, cell_of
from buyer_skills.sources.tables import CellValue

_ABSENT = object()

Cells = tuple[CellValue | None, ...]


@dataclass
class Filled:
    """The rows of every sheet, by its key; columns that only an overlay has are there when one needs them."""

    rows: dict[str, list[Cells]] = field(default_factory=lambda: {one.key: [] for one in sheets()})
    has_changes: bool = False

    def columns_of(self, sheet: Sheet) -> tuple[Column, ...]:
        """Return the columns that a sheet is written with."""
        return tuple(one for one in sheet.all_columns if self.has_changes or not one.is_of_change)

    def rows_of(self, sheet: Sheet) -> tuple[Cells, ...]:
        """Return the rows of a sheet, with a cell for each of its columns."""
        kept = [
            index for index, one in enumerate(sheet.all_columns) if self.has_changes or not one.is_of_change
        ]
        return tuple(tuple(row[index] for index in kept) for row in self.rows[sheet.key])


def fill_sheets(records: Mapping[str, Iterable[Mapping[str, Any]]], front: Mapping[str, Any]) -> Filled:
    """Return the rows of plain records, by group, and of what `catalog.yaml` says."""
    filled = Filled()
    if front:
        filled.rows[front_sheet().key].append(_cells(front_sheet(), (), front))
        filled.has_changes = bool(front.get("overlay"))
    for group, found in records.items():
        sheet = group_sheet(group)
        changes: Counter[str] = Counter()
        for record in found:
            filled.has_changes = filled.has_changes or EXTENDS in record
            handle = record.get("id")
            if handle is None:
                changes[record[EXTENDS]] += 1
                handle = numbered_handle(record[EXTENDS], changes[record[EXTENDS]])
            filled.rows[group].append(_cells(sheet, (), record))
            _fill_below(sheet, (handle,), record, filled)
    return filled


def _fill_below(sheet: Sheet, handles: tuple[Any, ...], holder: Mapping[str, Any], filled: Filled) -> None:
    for child in sheet.children:
        value = _at(holder, child.path)
        if value is _ABSENT:
            continue
        named = (ALL_GROUPS[child.group].key, *handles) if child.key == ACCEPTED else handles
        rows = filled.rows.setdefault(child.key, [])
        if child.form == "single":
            if isinstance(value, Mapping):
                rows.append(_cells(child, named, value))
        elif value is None:
            rows.append(_marked(child, named, UNKNOWN))
        elif isinstance(value, Mapping) is (child.form == "map"):
            _fill_lines(child, named, value, filled)


def _fill_lines(sheet: Sheet, handles: tuple[Any, ...], value: Any, filled: Filled) -> None:
    rows = filled.rows.setdefault(sheet.key, [])
    if not value:
        rows.append(_marked(sheet, handles, NONE))
        return
    if sheet.form == "map":
        for key, each in value.items():
            rows.append((*handles, key, *_cells(sheet, (), each, from_column=1)))
            _fill_below(sheet, (*handles, key), each if isinstance(each, Mapping) else {}, filled)
        return
    for rank, each in enumerate(value, 1):
        row_key = sheet.row_key
        if row_key is not None and row_key.key == RANK:
            rows.append((*handles, rank, *_cells(sheet, (), each, from_column=1)))
            _fill_below(sheet, (*handles, rank), each, filled)
            continue
        if not sheet.is_implied:
            rows.append(_cells(sheet, handles, each))
        if row_key is not None:
            _fill_below(sheet, (*handles, each.get(row_key.key)), each, filled)


def _marked(sheet: Sheet, handles: Sequence[Any], marker: str) -> Cells:
    """Return a row that says a list is there and empty, or null."""
    if sheet.is_implied:
        sheet = sheet.children[0]
        handles = (*handles, marker)
        return (*handles, *(None for _ in sheet.columns))
    return (*handles, marker, *(None for _ in sheet.columns[1:]))


def _cells(sheet: Sheet, handles: Sequence[Any], holder: Any, from_column: int = 0) -> Cells:
    columns = sheet.columns[from_column:]
    cells = [_cell(column, holder) for column in columns]
    if isinstance(holder, Mapping):
        _say_empty_parts(columns, cells, holder)
    return (*handles, *cells)


def _cell(column: Column, holder: Any) -> CellValue | None:
    if column.null_of is not None and _at(holder, column.null_of) is None:
        return UNKNOWN
    value = _at(holder, column.path)
    return None if value is _ABSENT else cell_of(column, value)


def _say_empty_parts(columns: Sequence[Column], cells: list[CellValue | None], holder: Any) -> None:
    """Say that a part of the record is there and empty, in the first of its cells that can."""
    for index, column in enumerate(columns):
        above = column.path[:-1]
        if column.kind == "list" and above and _at(holder, above) == {}:
            first = next(other for other in columns if other.path[:-1] == above and other.kind == "list")
            if first is column:
                cells[index] = NONE


def _at(holder: Any, path: KeyPath) -> Any:
    for key in path:
        if not isinstance(holder, Mapping) or key not in holder:
            return _ABSENT
        holder = holder[key]
    return holder


__all__ = ["Cells", "Filled", "fill_sheets"]
