"""XLSX workbooks read as a stream: each cell with its place, and all that cannot be taken over named.

Nothing is computed and nothing of the workbook is run. A million empty rows cost the time to skip them.
"""

import datetime as dt
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from buyer_skills.issues import Issue, Place, issue
from buyer_skills.sources.cells import CellReader, plain_number, structure_number
from buyer_skills.sources.packages import (
    DamagedFileError,
    Package,
    RefusedFileError,
    local_name,
    opened_package,
)
from buyer_skills.sources.tables import CellValue, ReadTable, TableSource

_BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NOT_A_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EPOCHS = (dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1))  # noqa: DTZ001 - days, not instants
_LAST_DAY = 2_958_465


def read_xlsx(
    path: Path, name: str, *, takes_results: bool = False
) -> tuple[tuple[ReadTable, ...], tuple[Issue, ...]]:
    """Read every sheet of a workbook.

    Args:
        path: the workbook.
        name: how readers know it.
        takes_results: whether the results stored beside formulas are taken; else formulas are errors.

    Returns:
        The sheets, none when the file cannot be read, and every issue found.
    """
    issues: list[Issue] = []
    try:
        with opened_package(path, name) as package:
            return _Workbook(package, issues, takes_results=takes_results).tables(), tuple(issues)
    except RefusedFileError as refused:
        return (), (*issues, refused.issue)


class _Workbook:
    """One workbook being read."""

    def __init__(self, package: Package, issues: list[Issue], *, takes_results: bool) -> None:
        self._package = package
        self._takes_results = takes_results
        self._main = self._main_part()
        place = Place(package.name)
        if any(part.lower().endswith("vbaproject.bin") for part in package.parts):
            issues.append(issue("F242", place))
        if any("/externallinks/" in part.lower() for part in package.parts):
            issues.append(issue("F243", place))
        self._strings = self._shared_strings()
        self._date_styles = self._styles_of_dates()

    def tables(self) -> tuple[ReadTable, ...]:
        workbook = self._package.tree(self._main)
        targets = self._targets()
        epoch = _EPOCHS[0]
        tables: list[ReadTable] = []
        for node in workbook.iter():
            kind = local_name(node.tag)
            if kind == "workbookPr" and node.get("date1904") in {"1", "true"}:
                epoch = _EPOCHS[1]
            elif kind == "sheet":
                identifier = next((value for key, value in node.items() if local_name(key) == "id"), "")
                part = targets.get(identifier, "")
                if part in self._package.parts and "worksheets/" in part:
                    tables.append(self._sheet(part, node.get("name", ""), epoch))
        return tuple(tables)

    def _main_part(self) -> str:
        for node in self._package.tree("_rels/.rels"):
            if node.get("Type", "").endswith("/officeDocument"):
                return posixpath.normpath(node.get("Target", "").lstrip("/"))
        raise DamagedFileError("no workbook inside")

    def _targets(self) -> dict[str, str]:
        """Return the part of each relation of the workbook."""
        folder, _, base = self._main.rpartition("/")
        targets: dict[str, str] = {}
        for node in self._package.tree(f"{folder}/_rels/{base}.rels"):
            target = node.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            targets[node.get("Id", "")] = posixpath.normpath(part)
        return targets

    def _part(self, name: str) -> str | None:
        part = posixpath.join(posixpath.dirname(self._main), name)
        return part if part in self._package.parts else None

    def _shared_strings(self) -> list[str]:
        part = self._part("sharedStrings.xml")
        strings: list[str] = []
        if part:
            for _, node in self._package.events(part):
                if local_name(node.tag) == "si":
                    strings.append(_text_of(node))
                    node.clear()
        return strings

    def _styles_of_dates(self) -> frozenset[int]:
        part = self._part("styles.xml")
        if not part:
            return frozenset()
        tree = self._package.tree(part)
        formats = {
            structure_number(node.get("numFmtId", "0"), 0): node.get("formatCode", "")
            for node in tree.iter()
            if local_name(node.tag) == "numFmt"
        }
        dates = {number for number, code in formats.items() if _shows_a_date(code)} | (
            _BUILT_IN_DATES - set(formats)
        )
        styles = next((list(node) for node in tree.iter() if local_name(node.tag) == "cellXfs"), [])
        return frozenset(
            index
            for index, node in enumerate(styles)
            if structure_number(node.get("numFmtId", "0"), 0) in dates
        )

    def _sheet(self, part: str, title: str, epoch: dt.datetime) -> ReadTable:
        reader = CellReader(TableSource(self._package.name, "", title), takes_results=self._takes_results)
        holder: ET.Element | None = None
        number = 0
        for event, node in self._package.events(part, starts=True):
            kind = local_name(node.tag)
            if event == "start":
                if kind == "sheetData":
                    holder = node
                elif kind == "row":
                    number = structure_number(node.get("r") or str(number + 1), 1)
            elif kind == "row":
                self._row(reader, node, number, epoch)
                if holder is not None:
                    holder.clear()
            elif kind == "mergeCell":
                reader.note_merged(*_corner(node.get("ref", "")))
        return reader.table

    def _row(self, reader: CellReader, row: ET.Element, number: int, epoch: dt.datetime) -> None:
        column = 0
        reader.begin_row(number, is_hidden=row.get("hidden") in {"1", "true"})
        for cell in row:
            if local_name(cell.tag) != "c":
                continue
            column = _column_of(cell.get("r"), column + 1)
            parts = {local_name(part.tag): part for part in cell}
            if "f" in parts and not (reader.takes_results and _has_result(cell, parts)):
                reader.note_formula(column)
                continue
            value = self._value(cell, parts, epoch)
            if cell.get("t") == "e":
                reader.note_error(column, str(value))
            elif value is not None and "f" in parts:
                reader.take_result(column, value)
            elif value is not None:
                reader.take(column, value)
        reader.end_row()

    def _value(self, cell: ET.Element, parts: dict[str, ET.Element], epoch: dt.datetime) -> CellValue | None:
        kind = cell.get("t", "n")
        if kind == "inlineStr" and "is" in parts:
            return _text_of(parts["is"])
        written = parts["v"].text if "v" in parts else None
        if not written:
            return None
        if kind == "s":
            return self._string(written)
        if kind == "n":
            number = plain_number(written)
            is_date = structure_number(cell.get("s", "0"), 0) in self._date_styles
            return _day(number, epoch) if is_date else number
        if kind == "b":
            return written.strip() in {"1", "true"}
        return written.removesuffix("T00:00:00") if kind == "d" else _unescaped(written)

    def _string(self, written: str) -> str:
        index = structure_number(written, 0)
        if index >= len(self._strings):
            raise DamagedFileError(written)
        return self._strings[index]


def _has_result(cell: ET.Element, parts: dict[str, ET.Element]) -> bool:
    """Whether a result is stored beside a formula; the empty text is one."""
    return "v" in parts and (bool(parts["v"].text) or cell.get("t") == "str")


def _column_of(reference: str | None, following: int) -> int:
    """Return the column of a cell; one that says nothing follows the one before."""
    if reference is None:
        return following
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise DamagedFileError(reference)
    return _column_number(match[1])


def _day(number: float, epoch: dt.datetime) -> CellValue:
    """Return the day of a date cell, the text of the instant when it has a time; else the number."""
    if not 0 <= number <= _LAST_DAY:
        return number
    try:
        moment = epoch + dt.timedelta(days=number)
    except OverflowError:
        # The calendar that begins in 1904 ends as many days sooner.
        return number
    if moment.time() == dt.time():
        return moment.date()
    return moment.isoformat(" ", "seconds")


def _shows_a_date(code: str) -> bool:
    bare = _NOT_A_DATE.sub("", code).lower()
    return "general" not in bare and any(letter in bare for letter in "dmy")


def _text_of(node: ET.Element) -> str:
    """Return a text of one or several runs, without what only says how it is read aloud."""
    return _unescaped("".join(_runs(node)))


def _runs(node: ET.Element) -> Iterator[str]:
    for part in node:
        texts = part if local_name(part.tag) == "r" else (part,)
        yield from (one.text or "" for one in texts if local_name(one.tag) == "t")


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _corner(reference: str) -> tuple[int, int]:
    match = _REFERENCE.match(reference)
    return (int(match[2]), _column_number(match[1])) if match else (1, 1)
