"""ODS workbooks read as a stream: each cell with its place, and all that cannot be taken over named."""

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
from buyer_skills.sources.tables import MOST_ROWS, CellValue, ReadTable, TableSource

_NUMBERS = frozenset({"float", "percentage", "currency"})
_DEEPEST = 64
"""How many elements of a paragraph may stand one inside another."""

_BLANKS = " \t\r\n"


def read_ods(
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
            _refuse_protected(package)
            if any(part.startswith(("Basic/", "Scripts/")) for part in package.parts):
                issues.append(issue("F242", Place(name)))
            return tuple(_sheets(package, issues, takes_results=takes_results)), tuple(issues)
    except RefusedFileError as refused:
        return (), (*issues, refused.issue)


def _refuse_protected(package: Package) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in package.parts and "encryption-data" in package.text(manifest):
        raise RefusedFileError(issue("F148", Place(package.name)))


def _sheets(package: Package, issues: list[Issue], *, takes_results: bool) -> Iterator[ReadTable]:
    reader: CellReader | None = None
    number = depth = 0
    is_foreign = False
    for event, node in package.events("content.xml", starts=True):
        kind = local_name(node.tag)
        if event == "start":
            if kind == "table":
                depth += 1
                if depth == 1:
                    title = _attribute(node, "name")
                    # What is linked from another file is kept by its program under such a name.
                    is_foreign = title.startswith("'file:")
                    source = TableSource(package.name, "", title)
                    reader, number = CellReader(source, takes_results=takes_results), 0
            continue
        if kind == "table-row" and depth == 1 and reader is not None:
            number = _row(reader, node, number)
            node.clear()
        elif kind == "table":
            depth -= 1
            if depth == 0 and reader is not None:
                if is_foreign:
                    issues.append(issue("F243", Place(package.name)))
                else:
                    yield reader.table
                reader = None
            node.clear()


def _row(reader: CellReader, row: ET.Element, number: int) -> int:
    """Take a row, as many times as it is repeated; return the number of the last one."""
    times = structure_number(_attribute(row, "number-rows-repeated") or "1", 1)
    cells = list(_cells(row))
    if not cells:
        return number + times
    if times > MOST_ROWS:
        times = MOST_ROWS + 1
    is_hidden = _attribute(row, "visibility") in {"collapse", "filter"}
    for _ in range(times):
        number += 1
        reader.begin_row(number, is_hidden=is_hidden)
        for column, cell in cells:
            _take(reader, cell, number, column)
        reader.end_row()
    return number


def _cells(row: ET.Element) -> Iterator[tuple[int, ET.Element]]:
    """Yield the cells that hold something, with their column; a repeated one as often as it is repeated."""
    column = 0
    for cell in row:
        if local_name(cell.tag) not in {"table-cell", "covered-table-cell"}:
            continue
        times = structure_number(_attribute(cell, "number-columns-repeated") or "1", 1)
        if _holds_something(cell):
            # One more than is read at most is enough to refuse the table.
            for offset in range(min(times, 2_000)):
                yield column + offset + 1, cell
        column += times


def _holds_something(cell: ET.Element) -> bool:
    return bool(
        _attribute(cell, "value-type")
        or _attribute(cell, "formula")
        or _is_merged(cell)
        or any(local_name(part.tag) == "p" for part in cell)
    )


def _is_merged(cell: ET.Element) -> bool:
    return any(
        _attribute(cell, name) not in {"", "1"} for name in ("number-columns-spanned", "number-rows-spanned")
    )


def _take(reader: CellReader, cell: ET.Element, number: int, column: int) -> None:
    if _is_merged(cell):
        reader.note_merged(number, column)
    kinds = [value for key, value in cell.items() if local_name(key) == "value-type"]
    if "error" in kinds:
        reader.note_error(column, _text(cell))
        return
    is_formula = bool(_attribute(cell, "formula"))
    if is_formula and not (reader.takes_results and kinds):
        reader.note_formula(column)
    elif (value := _value(cell, kinds[0] if kinds else "string")) is not None:
        if is_formula:
            reader.take_result(column, value)
        else:
            reader.take(column, value)


def _value(cell: ET.Element, kind: str) -> CellValue | None:
    if kind in _NUMBERS:
        return plain_number(_attribute(cell, "value"))
    if kind == "boolean":
        return _attribute(cell, "boolean-value") == "true"
    if kind == "date":
        return _attribute(cell, "date-value").removesuffix("T00:00:00")
    return _attribute(cell, "string-value") or _text(cell) or None


def _text(cell: ET.Element) -> str:
    """Return the paragraphs of a cell, one a line."""
    return "\n".join("".join(_pieces(part)) for part in cell if local_name(part.tag) == "p")


def _pieces(node: ET.Element, depth: int = 0) -> Iterator[str]:
    """Yield the text of a paragraph: runs of blanks are one space, others are said by elements."""
    if depth > _DEEPEST:
        raise DamagedFileError("a text too deep")
    yield _collapsed(node.text, starts=not depth)
    for part in node:
        kind = local_name(part.tag)
        if kind == "s":
            yield " " * min(structure_number(_attribute(part, "c") or "1", 0), 1_000)
        elif kind == "tab":
            yield "\t"
        elif kind == "line-break":
            yield "\n"
        elif kind != "annotation":
            yield from _pieces(part, depth + 1)
        yield _collapsed(part.tail, starts=False)


def _collapsed(text: str | None, *, starts: bool) -> str:
    if not text:
        return ""
    bare = " ".join(text.translate(str.maketrans("\t\r\n", "   ")).split(" "))
    while "  " in bare:
        bare = bare.replace("  ", " ")
    return bare.lstrip(_BLANKS) if starts else bare


def _attribute(node: ET.Element, name: str) -> str:
    for key, value in node.items():
        if local_name(key) == name:
            return value
    return ""
