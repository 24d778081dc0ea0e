"""One table in a text file, as any program writes it: CSV or TSV, in UTF-8, UTF-16 or older Windows text."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from buyer_skills.issues import Issue, Place, issue
from buyer_skills.sources.cells import CellReader
from buyer_skills.sources.csv_files import freed
from buyer_skills.sources.packages import RefusedFileError, read_whole
from buyer_skills.sources.tables import LONGEST_CELL, ReadTable, TableSource
from buyer_skills.sources.texts import read_bytes

_DELIMITERS = ";\t,|"
_SAID = re.compile(r"sep=(.)\r?\n")
_JUDGED_ON = 60
"""How many rows say which sign stands between cells."""

_LONGEST_FIELD = 16 * LONGEST_CELL
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PASTED = {"\u200b": "", "\ufeff": "", "\x0b": " ", "\u2028": " ", "\u2029": " "}
"""Signs that nobody sees and that pasting leaves: no reason to refuse the file of someone else."""


def read_delimited(path: Path, name: str) -> tuple[tuple[ReadTable, ...], tuple[Issue, ...]]:
    """Read a text file as one table; ``name`` is how readers know the file.

    Returns:
        The table alone, or nothing when the file cannot be read, and every issue found.
    """
    try:
        text = _text(read_whole(path, name), name)
        return (_table(text, name),), ()
    except RefusedFileError as refused:
        return (), (refused.issue,)


def _text(content: bytes, name: str) -> str:
    found = read_bytes(_as_utf8(content), name)
    if isinstance(found, Issue):
        raise RefusedFileError(found)
    return found.text


def _as_utf8(content: bytes) -> bytes:
    """Return a text in UTF-8, without signs that only pasting leaves; what is no text stays as it is."""
    marked = tuple(encoding for mark, encoding in _MARKS if content.startswith(mark))
    for encoding in marked or ("utf-8", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        for sign, instead in _PASTED.items():
            text = text.replace(sign, instead)
        return text.encode()
    return content


def _table(text: str, name: str) -> ReadTable:
    csv.field_size_limit(_LONGEST_FIELD)
    if said := _SAID.match(text):
        # Excel counts no row for the line that says which sign it is.
        delimiter, text = said[1], text[said.end() :]
    else:
        delimiter = max(_DELIMITERS, key=lambda one: _likelihood(text, one))
    reader = CellReader(TableSource(name, ""))
    number = 0
    try:
        for number, row in enumerate(_rows(text, delimiter), 1):
            reader.begin_row(number)
            for column, cell in enumerate(row, 1):
                if cell:
                    reader.take(column, freed(cell))
            reader.end_row()
    except csv.Error as error:
        raise RefusedFileError(issue("F149", Place(name, number + 1, 1, ""))) from error
    return reader.table


def _likelihood(text: str, delimiter: str) -> int:
    """Return how many cells stand in rows of the same length when a sign is taken to be between them."""
    lengths: Counter[int] = Counter()
    try:
        lengths.update(len(row) for row in islice(_rows(text, delimiter), _JUDGED_ON) if len(row) > 1)
    except csv.Error:
        return 0
    return max((length * times for length, times in lengths.items()), default=0)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
