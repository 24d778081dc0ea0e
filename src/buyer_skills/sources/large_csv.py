"""Large CSV files read as they come: rows with their lines, a few cells of each looked at before the others.

A CSV parser makes every cell of every row, most of which are never looked at. Here a block is cut at its
quotes: a row ends at the first line break outside them. That is several times as fast, and right as long as
quotes stand around whole cells; where they do not, the standard library says where rows end.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import zip_longest
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

from buyer_skills.issues import Issue, Place, issue
from buyer_skills.sources.mixed_text import BYTE_ORDER_MARK, is_wide, likely_encoding, mixed_text
from buyer_skills.sources.packages import DamagedFileError, RefusedFileError
from buyer_skills.sources.unpacking import opened_stream

LONGEST_ROW = 1024 * 1024
"""How many bytes a row may take: 1 MiB."""

RawCells: TypeAlias = tuple[bytes | str, ...]
"""Cells as they are written, or all parsed: good as a key, and for :meth:`LargeTable.texts`."""

_BLOCK = 1024 * 1024
_DELIMITERS = (b";", b",", b"\t", b"|")
_QUOTE, _END = b'"', b"\n"
_BETWEEN = b"\x1f"
"""What no cell should hold: cells put one after the other are decoded at once."""

_END_BYTE = _END[0]
"""Looking for a number in bytes is several times as fast as looking for bytes."""


@contextmanager
def opened_table(path: Path, name: str) -> Iterator["LargeTable"]:
    """Open a CSV file, plain, in gzip, or alone in a zip archive; whatever its encoding and delimiter.

    Raises:
        RefusedFileError: it cannot be read or has no header.
    """
    with opened_stream(path, name, ".csv") as (stream, shown):
        yield LargeTable(stream, shown)


class LargeTable:
    """A CSV file whose header was read."""

    def __init__(self, stream: io.BufferedReader, name: str) -> None:
        """Read the header.

        Raises:
            RefusedFileError: there is none that can be read.
        """
        self.name = name
        """How readers know the file."""
        self._stream = stream
        block = self._block(1)
        if is_wide(block):
            raise RefusedFileError(issue("F105", Place(name, 1, 1), encoding="UTF-16"))
        self._encoding = likely_encoding(block)
        first, self._rest = self._first_row(block.removeprefix(BYTE_ORDER_MARK))
        self._line = 1 + first.count(_END)
        outside = b"".join(first.split(_QUOTE)[::2])
        self._delimiter = max(_DELIMITERS, key=outside.count)
        self.header = tuple(self.cells(first.lstrip(b"\r\n")))
        """The cells of its first row."""

    def records(self, wanted: Sequence[int]) -> Iterator[tuple[int, RawCells, bytes]]:
        """Yield each row: its first line, its cells at the positions ``wanted`` (two or more), and itself.

        A row that has not as many cells as the header comes with no cell; a blank line is no row.

        Raises:
            RefusedFileError: from here on nothing can be read.
        """
        delimiter, separators = self._delimiter, len(self.header) - 1
        until, picked = max(wanted) + 1, itemgetter(*wanted)
        for number, record, outside in self._rows():
            if outside is None:
                if record.strip():
                    yield number, self._picked(record, picked), record
            elif b"".join(outside).count(delimiter) != separators:
                if record.strip():
                    yield number, (), record
            elif len(head := outside[0].split(delimiter, until)) > until or len(outside) == 1:
                yield number, picked(head), record
            else:
                yield number, self._picked(record, picked), record

    def texts(self, cells: RawCells) -> tuple[str, ...]:
        """Return the texts of cells, without the blanks around them."""
        if parsed := [cell for cell in cells if isinstance(cell, str)]:
            return tuple(parsed)
        written = [cell for cell in cells if isinstance(cell, bytes)]
        texts = mixed_text(_BETWEEN.join(written), self._encoding).split(_BETWEEN.decode())
        if len(texts) != len(written):
            texts = [mixed_text(cell, self._encoding) for cell in written]
        return tuple([text.strip() for text in texts])

    def cells(self, record: bytes) -> list[str]:
        """Return every cell of a row, without the blanks around it; none when it cannot be parsed."""
        csv.field_size_limit(2 * LONGEST_ROW)
        # Some versions of the parser refuse NUL; another character that cannot be seen stands for it.
        text = mixed_text(record.replace(b"\x00", b"\x01"), self._encoding)
        try:
            return [cell.strip() for cell in next(csv.reader([text], delimiter=self._delimiter.decode()), [])]
        except csv.Error:
            return []

    def _picked(self, record: bytes, picked: Callable[[list[str]], RawCells]) -> RawCells:
        cells = self.cells(record)
        return picked(cells) if len(cells) == len(self.header) else ()

    def _rows(self) -> Iterator[tuple[int, bytes, Sequence[bytes] | None]]:
        """Yield each row: its first line, itself, its parts outside quotes, None when they are unusual."""
        number, rest = self._line, self._rest
        is_last = False
        while not is_last:
            read = self._block(number)
            is_last = not read
            block = rest + read
            if is_last and not block.endswith(_END):
                block += _END
            position, is_unusual = 0, False
            for record, outside in _usual_rows(block, self._delimiter):
                is_unusual = not outside
                if is_unusual:
                    break
                yield number, record, outside
                position += len(record)
                number += record.count(_END)
            rest = block[position:]
            if is_unusual or is_last or len(rest) >= LONGEST_ROW:
                position = 0
                for record in self._parsed_rows(rest):
                    yield number, record, None
                    position += len(record)
                    number += record.count(_END)
                rest = rest[position:]
                if len(rest) >= LONGEST_ROW or (is_last and rest):
                    raise RefusedFileError(self._endless(rest, number))

    def _parsed_rows(self, block: bytes) -> Iterator[bytes]:
        """Yield the whole rows of a block as the standard library parses them."""
        taken: list[bytes] = []
        is_over = False

        def lines() -> Iterator[str]:
            nonlocal is_over
            for line in io.BytesIO(block):
                if not line.endswith(_END):
                    break
                taken.append(line)
                yield mixed_text(line.replace(b"\x00", b"\x01"), self._encoding)
            is_over = True

        csv.field_size_limit(2 * LONGEST_ROW)
        rows = csv.reader(lines(), delimiter=self._delimiter.decode())
        while True:
            # A carriage return in its middle is an error: it is found again when its cells are counted.
            with suppress(csv.Error):
                if next(rows, None) is None or is_over:
                    return
            yield b"".join(taken)
            taken.clear()

    def _block(self, number: int) -> bytes:
        try:
            return self._stream.read(_BLOCK)
        except DamagedFileError as error:
            raise RefusedFileError(issue("F170", Place(self.name, number))) from error

    def _first_row(self, block: bytes) -> tuple[bytes, bytes]:
        """Return the row of the headings, and what comes after it in the first block."""
        position = 0
        for line in io.BytesIO(block):
            position += len(line)
            row = block[:position]
            if row.strip() and not row.count(_QUOTE) & 1:
                if len(row) >= LONGEST_ROW:
                    break
                return row, block[position:]
        raise RefusedFileError(self._endless(block, 1) if block.strip() else issue("F179", Place(self.name)))

    def _endless(self, row: bytes, number: int) -> Issue:
        if _QUOTE in row:
            return issue("F149", Place(self.name, number))
        return issue("F173", Place(self.name, number), limit=LONGEST_ROW // 1024)


def _usual_rows(block: bytes, delimiter: bytes) -> Iterator[tuple[bytes, Sequence[bytes]]]:
    """Yield each whole row of a block with its parts outside quotes; no part when they are unusual.

    After an unusual row, the next ones mean nothing. What comes after the last row is left.
    """
    parts = block.split(_QUOTE)
    held: list[bytes] = []
    for outside, inside in zip_longest(parts[::2], parts[1::2], fillvalue=b""):
        if _END_BYTE in outside:
            first, *others, last = outside.split(_END)
            if held:
                held.append(first + _END)
                around = held[::2]
                yield _QUOTE.join(held), around if _is_usual(around, delimiter) else ()
            else:
                others.insert(0, first)
            for line in others:
                yield line + _END, (line,)
            held = [last, inside]
        else:
            held += outside, inside


def _is_usual(outside: Sequence[bytes], delimiter: bytes) -> bool:
    """Return whether quotes open after a delimiter and close before one, as writers of CSV have them."""
    if outside[0] and not outside[0].endswith(delimiter):
        return False
    last = outside[-1].rstrip(b"\r\n")
    if last and not last.startswith(delimiter):
        return False
    for part in outside[1:-1]:
        if part and part != delimiter and not (part.startswith(delimiter) and part.endswith(delimiter)):
            return False
    return True
