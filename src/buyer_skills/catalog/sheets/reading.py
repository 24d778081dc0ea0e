"""The rows of known tables as raw records, each value with the cell it was read in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from buyer_skills.catalog.groups import ALL_GROUPS, FRONT
from buyer_skills.catalog.overlays import EXTENDS, PROPOSED, STATUS, numbered_handle
from buyer_skills.catalog.sheets.columns import Column, KeyPath
from buyer_skills.catalog.sheets.layout import ACCEPTED, RANK, Sheet, group_sheet, sheets_below
from buyer_skills.catalog.sheets.recognizing import KnownTable
from buyer_skills.catalog.sheets.values import NONE, UNKNOWN, is_marker, value_of
from buyer_skills.issues import Issue, issue, nearest
from buyer_skills.sources.tables import CellMark, CellValue, ReadRow
from buyer_skills.sources.tree import YamlMapping, YamlSequence

Row = dict[str, tuple[int, CellValue]]
Handles = tuple[str, ...]


@dataclass
class SheetRecords:
    """What the tables hold, as it would have been read from files."""

    by_group: dict[str, list[YamlMapping]] = field(default_factory=dict)
    """The records of each group that has a table."""
    front: YamlMapping | None = None


def read_sheets(tables: Mapping[str, KnownTable], issues: list[Issue]) -> SheetRecords:
    """Return the records of the tables; rows that cannot be placed are added to ``issues``."""
    found = SheetRecords()
    if FRONT in tables:
        found.front = _front(tables[FRONT], issues)
    for group in ALL_GROUPS:
        sheet = group_sheet(group)
        below = [one for one in sheets_below(sheet) if one.key != ACCEPTED and not one.is_implied]
        if sheet.key not in tables:
            orphans = [one for one in below if one.key in tables and tables[one.key].rows]
            issues += [
                issue("F153", tables[one.key].table.place(), found=one.key, missing=sheet.key)
                for one in orphans
            ]
            continue
        issues += [
            issue("F153", tables[group].table.place(), found=sheet.key, missing=one.key)
            for one in below
            if one.key not in tables
        ]
        found.by_group[group] = _Group(tables, issues).records(sheet)
    if ACCEPTED not in tables and found.by_group:
        first = tables[next(iter(found.by_group))]
        issues.append(issue("F153", first.table.place(), found=first.sheet.key, missing=ACCEPTED))
    elif ACCEPTED in tables:
        issues += _strange_lists(tables[ACCEPTED], found.by_group)
    return found


def _front(table: KnownTable, issues: list[Issue]) -> YamlMapping | None:
    if not table.rows:
        return None
    issues += [issue("F157", table.table.place(row.number, 1)) for row in table.rows[1:]]
    return _mapping(table, table.rows[0], table.sheet.columns)


def _strange_lists(table: KnownTable, groups: Iterable[str]) -> Iterable[Issue]:
    """Yield an issue for each row of the shared sheet that names no list read here."""
    known = [ALL_GROUPS[group].key for group in groups]
    handle = table.sheet.handles[0]
    for row in table.rows:
        number, value = table.cells(row).get(handle.key, (1, ""))
        if value not in known:
            close = nearest(str(value), known)
            yield issue("F156", table.table.place(row.number, number), found=str(value), nearest=close)


class _Group:
    """Reads the records of one group, then the lines of the sheets below them."""

    def __init__(self, tables: Mapping[str, KnownTable], issues: list[Issue]) -> None:
        self._tables = tables
        self._issues = issues

    def records(self, sheet: Sheet) -> list[YamlMapping]:
        table = self._tables[sheet.key]
        records: list[YamlMapping] = []
        holders: dict[Handles, YamlMapping] = {}
        for row in table.rows:
            cells = table.cells(row)
            if not cells:
                continue
            record = _mapping(table, row, sheet.columns)
            handle = record.get("id", record.get(EXTENDS))
            if not isinstance(handle, str):
                number = min(row.cells)
                self._issues.append(issue("F155", table.table.place(row.number, number), missing="id"))
                continue
            records.append(record)
            earlier = holders.get((handle,))
            if earlier is not None and EXTENDS in record and "id" not in record:
                handle = numbered_handle(handle, 2)
                waits = [one.get(STATUS) == PROPOSED for one in (earlier, record)]
                if (handle,) in holders or waits[0] == waits[1]:
                    self._issues.append(issue("F157", table.table.place(row.number, min(row.cells))))
            elif earlier is not None and EXTENDS in record:
                self._issues.append(issue("F157", table.table.place(row.number, min(row.cells))))
            holders.setdefault((handle,), record)
        for child in sheet.children:
            self._read_below(child, holders)
        return records

    def _read_below(self, sheet: Sheet, above: Mapping[Handles, YamlMapping]) -> None:
        """Put the lines of a sheet in the records, or lines, they belong to; then those below them."""
        if sheet.is_implied:
            self._read_implied(sheet, above)
            return
        table = self._tables.get(sheet.key)
        if table is None:
            return
        holders: dict[Handles, YamlMapping] = {}
        for row in table.rows:
            placed = self._holder(sheet, table, row, above)
            if placed is None:
                continue
            handles, holder = placed
            line = self._take_line(sheet, table, row, holder)
            if line is not None and sheet.row_key is not None and sheet.children:
                key = self._row_key(sheet, table, row)
                if (*handles, key) in holders:
                    self._issues.append(issue("F157", table.table.place(row.number, min(row.cells))))
                holders[(*handles, key)] = line
        for child in sheet.children:
            self._read_below(child, holders)

    def _read_implied(self, sheet: Sheet, above: Mapping[Handles, YamlMapping]) -> None:
        """Make the lines of a sheet that is not written from the rows of the one below it."""
        child = sheet.children[0]
        table = self._tables.get(child.key)
        row_key = sheet.row_key
        if table is None or row_key is None:
            return
        holders: dict[Handles, YamlMapping] = {}
        for row in table.rows:
            placed = self._holder(sheet, table, row, above)
            if placed is None:
                continue
            handles, holder = placed
            number, cell = table.cells(row).get(row_key.key, (0, ""))
            if is_marker(cell, NONE) or is_marker(cell, UNKNOWN):
                self._say_empty(sheet, table, row, holder, cell)
                continue
            named = (*handles, _shown(row_key, cell) if number else "")
            if named not in holders:
                line = YamlMapping(table.table.source, CellMark(row.number - 1, max(number, 1) - 1))
                if number:
                    _put(line, row_key.path, value_of(row_key, cell), table, row, number)
                self._sequence(holder, sheet.path, table, row).append(line)
                holders[named] = line
            self._take_line(child, table, row, holders[named])

    def _holder(
        self, sheet: Sheet, table: KnownTable, row: ReadRow, above: Mapping[Handles, YamlMapping]
    ) -> tuple[Handles, YamlMapping] | None:
        """Return what a row belongs to; None when nothing has the id it gives, which is said."""
        cells = table.cells(row)
        if not cells:
            return None
        if sheet.key == ACCEPTED:
            if cells.get(sheet.handles[0].key, (0, ""))[1] != ALL_GROUPS[sheet.group].key:
                return None
            named = sheet.handles[1:]
        else:
            named = sheet.handles
        handles = tuple(_shown(one, cells[one.key][1]) if one.key in cells else "" for one in named)
        if handles in above:
            return handles, above[handles]
        number = next((cells[one.key][0] for one in reversed(named) if one.key in cells), min(row.cells))
        place = table.table.place(row.number, number)
        if not all(handles):
            missing = named[handles.index("")].key
            self._issues.append(issue("F155", place, missing=missing))
        else:
            found = handles[-1]
            known = [one[-1] for one in above if one[:-1] == handles[:-1]]
            self._issues.append(
                issue("F156", place, found=" / ".join(handles), nearest=nearest(found, known))
            )
        return None

    def _take_line(
        self, sheet: Sheet, table: KnownTable, row: ReadRow, holder: YamlMapping
    ) -> YamlMapping | None:
        """Put what a row holds in the record or line it belongs to; return it when it is a mapping."""
        cells = table.cells(row)
        own = {one.key: cells[one.key] for one in sheet.columns if one.key in cells}
        first = cells.get(sheet.columns[0].key, (0, ""))[1]
        if sheet.form != "single" and (not own or set(own) == {sheet.columns[0].key}):
            if is_marker(first, NONE) or is_marker(first, UNKNOWN):
                self._say_empty(sheet, table, row, holder, first)
                return None
            if not own and sheet.form == "list" and not sheet.children and _is_text(sheet):
                self._issues.append(
                    issue("F155", table.table.place(row.number, min(row.cells)), missing="text")
                )
                return None
        if sheet.form == "map":
            return self._take_key(sheet, table, row, holder)
        if sheet.form == "single":
            line = _mapping(table, row, sheet.columns)
            _put(holder, sheet.path, line, table, row, 0)
            return line
        lines = self._sequence(holder, sheet.path, table, row)
        if _is_text(sheet):
            number, cell = own[sheet.columns[0].key]
            lines.append(value_of(sheet.columns[0], cell))
            lines.marks.append(CellMark(row.number - 1, number - 1))
            return None
        line = _mapping(table, row, [one for one in sheet.columns if one.path])
        lines.append(line)
        lines.marks.append(CellMark(row.number - 1, min(row.cells) - 1))
        return line

    def _take_key(
        self, sheet: Sheet, table: KnownTable, row: ReadRow, holder: YamlMapping
    ) -> YamlMapping | None:
        cells = table.cells(row)
        key_column = sheet.columns[0]
        if key_column.key not in cells:
            place = table.table.place(row.number, min(row.cells))
            self._issues.append(issue("F155", place, missing=key_column.key))
            return None
        number, cell = cells[key_column.key]
        held = _inner(holder, sheet.path, table, row)
        key = _shown(key_column, cell)
        if key in held:
            self._issues.append(issue("F157", table.table.place(row.number, number)))
            return None
        value_column = next((one for one in sheet.columns[1:] if not one.path), None)
        if value_column is None:
            line = _mapping(table, row, sheet.columns[1:])
            _put(held, (key,), line, table, row, number)
            return line
        value_number, value = cells.get(value_column.key, (number, ""))
        _put(held, (key,), value_of(value_column, value) if value != "" else None, table, row, value_number)
        return None

    def _row_key(self, sheet: Sheet, table: KnownTable, row: ReadRow) -> str:
        column = sheet.row_key
        cells = table.cells(row)
        return _shown(column, cells[column.key][1]) if column and column.key in cells else ""

    def _say_empty(
        self, sheet: Sheet, table: KnownTable, row: ReadRow, holder: YamlMapping, marker: CellValue
    ) -> None:
        mark = CellMark(row.number - 1, min(row.cells) - 1)
        empty: Any = None
        if is_marker(marker, NONE):
            source = table.table.source
            empty = YamlMapping(source, mark) if sheet.form == "map" else YamlSequence(source, mark)
        if _has(holder, sheet.path):
            self._issues.append(issue("F157", table.table.place(row.number, min(row.cells))))
        else:
            _put(holder, sheet.path, empty, table, row, 0)

    def _sequence(self, holder: YamlMapping, path: KeyPath, table: KnownTable, row: ReadRow) -> YamlSequence:
        found = _inner(holder, path[:-1], table, row).get(path[-1])
        if isinstance(found, YamlSequence):
            return found
        if _has(holder, path):
            self._issues.append(issue("F157", table.table.place(row.number, min(row.cells))))
        made = YamlSequence(table.table.source, CellMark(row.number - 1, min(row.cells) - 1))
        _put(holder, path, made, table, row, 0)
        return made


def _is_text(sheet: Sheet) -> bool:
    return sheet.form == "list" and len(sheet.columns) == 1 and not sheet.columns[0].path


def _mapping(table: KnownTable, row: ReadRow, columns: Iterable[Column]) -> YamlMapping:
    """Return what the cells of a row say, as a mapping whose places are those cells."""
    made = YamlMapping(table.table.source, CellMark(row.number - 1, min(row.cells) - 1))
    cells: Row = table.cells(row)
    for column in columns:
        if column.key not in cells or column.key == RANK:
            continue
        number, cell = cells[column.key]
        value = value_of(column, cell)
        if value is None and column.null_of is not None:
            _put(made, column.null_of, None, table, row, number)
            continue
        if column.kind in {"list", "pairs"}:
            items = YamlSequence(table.table.source, CellMark(row.number - 1, number - 1))
            for each in value or ():
                items.append(_pair(each, table, row, number) if isinstance(each, list) else each)
                items.marks.append(CellMark(row.number - 1, number - 1))
            value = items if value is not None else None
        _put(made, column.path, value, table, row, number)
    return made


def _pair(pair: list[int], table: KnownTable, row: ReadRow, number: int) -> YamlSequence:
    made = YamlSequence(table.table.source, CellMark(row.number - 1, number - 1))
    made += pair
    made.marks += [CellMark(row.number - 1, number - 1)] * len(pair)
    return made


def _put(
    holder: YamlMapping, path: KeyPath, value: Any, table: KnownTable, row: ReadRow, number: int
) -> None:
    held = _inner(holder, path[:-1], table, row)
    mark = CellMark(row.number - 1, (number or min(row.cells)) - 1)
    held[path[-1]] = value
    held.marks[path[-1]] = (mark, mark)
    if held.source != table.table.source:
        # A list of another sheet: its place is there.
        owner = YamlMapping(table.table.source, mark)
        owner.marks[path[-1]] = (mark, mark)
        held.borrowed[path[-1]] = owner


def _inner(holder: YamlMapping, path: KeyPath, table: KnownTable, row: ReadRow) -> YamlMapping:
    for key in path:
        found = holder.get(key)
        if not isinstance(found, YamlMapping):
            found = YamlMapping(table.table.source, CellMark(row.number - 1, min(row.cells) - 1))
            _put(holder, (key,), found, table, row, 0)
        holder = found
    return holder


def _has(holder: YamlMapping, path: KeyPath) -> bool:
    node: Any = holder
    for key in path:
        if not isinstance(node, Mapping) or key not in node:
            return False
        node = node[key]
    return True


def _shown(column: Column, cell: CellValue) -> str:
    return str(value_of(column, cell))
