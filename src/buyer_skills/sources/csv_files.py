"""Tables as CSV files, one a table, in a folder or a zip archive: read with their places, and written."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from buyer_skills.issues import Issue, Place, issue
from buyer_skills.sources.cells import CellReader
from buyer_skills.sources.packages import RefusedFileError, opened_package, read_whole
from buyer_skills.sources.tables import LONGEST_CELL, CellValue, ReadTable, TableSource, WrittenTable
from buyer_skills.sources.texts import read_bytes, unreadable_issue
from buyer_skills.sources.zipping import zip_of

SUFFIX = ".csv"
_READ_AS_FORMULAS = ("=", "+", "-", "@", "\t")
_QUOTE = "'"
_BYTE_ORDER_MARK = "\ufeff"
_LONGEST_FIELD = 16 * LONGEST_CELL


def read_csv_tables(path: Path, name: str) -> tuple[tuple[tuple[str, ReadTable], ...], tuple[Issue, ...]]:
    """Read the CSV files of a folder or of a zip archive.

    Returns:
        Each table with its key, the name of its file without suffix, and every issue found.
    """
    issues: list[Issue] = []
    tables: list[tuple[str, ReadTable]] = []
    try:
        for file, content in sorted(_contents(path, name, issues)):
            shown = f"{name.rstrip('/')}/{file}"
            table = _table(content, shown, issues)
            if table is not None:
                tables.append((file.rpartition("/")[2].removesuffix(SUFFIX), table))
    except RefusedFileError as refused:
        return (), (*issues, refused.issue)
    return tuple(tables), tuple(issues)


def csv_files(tables: Iterable[WrittenTable]) -> dict[str, bytes]:
    """Return each file by name: keys in the first row, `;` between cells, UTF-8 with its mark."""
    return {f"{table.key}{SUFFIX}": _written(table) for table in tables}


def csv_archive(tables: Iterable[WrittenTable]) -> bytes:
    """Return the same files in one zip archive."""
    return zip_of(csv_files(tables))


def kept_as_text(text: str) -> str:
    """Return a text that a spreadsheet does not take for a formula: an apostrophe comes first.

    >>> kept_as_text("=1+1"), kept_as_text("L'achat"), kept_as_text("'=")
    ("'=1+1", "L'achat", "''=")
    """
    return _QUOTE + text if text.startswith((*_READ_AS_FORMULAS, _QUOTE)) else text


def freed(text: str) -> str:
    """Return the text that :func:`kept_as_text` was given.

    >>> freed("'=1+1"), freed("''="), freed("'abc")
    ('=1+1', "'=", "'abc")
    """
    return text[1:] if text.startswith(_QUOTE) and text[1:].startswith((*_READ_AS_FORMULAS, _QUOTE)) else text


def _contents(path: Path, name: str, issues: list[Issue]) -> Iterator[tuple[str, bytes]]:
    if not path.is_dir():
        with opened_package(path, name) as package:
            found = [(part, package.content(part)) for part in package.parts if not part.endswith("/")]
        yield from _known(found, name, issues)
        return
    try:
        files = sorted(one for one in path.iterdir() if one.is_file())
    except OSError as error:
        raise RefusedFileError(unreadable_issue(error, Place(name))) from error
    known = [(one.name, one) for one in files]
    for file, one in known:
        if one.suffix == SUFFIX:
            yield file, read_whole(one, f"{name.rstrip('/')}/{file}")
        elif not file.startswith("."):
            issues.append(issue("F245", Place(f"{name.rstrip('/')}/{file}")))


def _known(found: Iterable[tuple[str, bytes]], name: str, issues: list[Issue]) -> Iterator[tuple[str, bytes]]:
    for part, content in found:
        if part.endswith(SUFFIX):
            yield part, content
        else:
            issues.append(issue("F245", Place(f"{name}/{part}")))


def _table(content: bytes, shown: str, issues: list[Issue]) -> ReadTable | None:
    source = read_bytes(content, shown)
    if isinstance(source, Issue):
        issues.append(source)
        return None
    first = source.text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = CellReader(TableSource(shown, ""))
    csv.field_size_limit(_LONGEST_FIELD)
    number = 0
    try:
        rows = csv.reader(io.StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
        for number, row in enumerate(rows, 1):
            reader.begin_row(number)
            for column, text in enumerate(row, 1):
                if text:
                    reader.take(column, freed(text))
            reader.end_row()
    except csv.Error:
        issues.append(issue("F149", Place(shown, number + 1, 1, "")))
        return None
    return reader.table


def _written(table: WrittenTable) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.key for column in table.columns])
    for row in table.rows:
        writer.writerow([_shown(value) for value in row])
    return (_BYTE_ORDER_MARK + stream.getvalue()).encode()


def _shown(value: CellValue | None) -> str:
    if value is None:
        return ""
    return kept_as_text(value) if isinstance(value, str) else str(value)


__all__ = ["SUFFIX", "csv_archive", "csv_files", "freed", "kept_as_text", "read_csv_tables"]
