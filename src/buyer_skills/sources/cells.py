"""The cells of a table as they come from a reader of workbooks: kept, or named when they cannot be."""

from math import isfinite

from buyer_skills.issues import Issue, Place, issue
from buyer_skills.sources.packages import DamagedFileError, RefusedFileError
from buyer_skills.sources.tables import (
    MOST_COLUMNS,
    MOST_ROWS,
    CellMark,
    CellValue,
    ReadRow,
    ReadTable,
    TableSource,
)
from buyer_skills.sources.texts import unseen_character

_LARGEST_WHOLE = 1e15
_MOST_ISSUES = 1_000
"""After so many issues, no more are noted of one table."""


def plain_number(written: str) -> int | float:
    """Return the number that a cell holds, whole when it is.

    Raises:
        DamagedFileError: it is none that a cell can show.

    >>> plain_number("14.0"), plain_number("3.5")
    (14, 3.5)
    """
    try:
        number = float(written)
    except ValueError as error:
        raise DamagedFileError(written) from error
    if not isfinite(number):
        raise DamagedFileError(written)
    return int(number) if number.is_integer() and abs(number) < _LARGEST_WHOLE else number


def structure_number(written: str, least: int) -> int:
    """Return a number that says how a workbook is made: of a row, of a style, of times to repeat.

    Raises:
        DamagedFileError: it is no whole number, or is less than ``least``.

    >>> structure_number("12", 1)
    12
    """
    try:
        number = int(written)
    except ValueError as error:
        raise DamagedFileError(written) from error
    if number < least:
        raise DamagedFileError(written)
    return number


class CellReader:
    """Takes the cells of one table row by row, and notes in it the issues of what it cannot take."""

    def __init__(self, source: TableSource, *, takes_results: bool = False) -> None:
        """Start a table of ``source``; with ``takes_results``, results stored beside formulas are taken."""
        self.table = ReadTable(source)
        self.takes_results = takes_results
        self._number = 0
        self._is_hidden = False
        self._cells: dict[int, CellValue] = {}

    def begin_row(self, number: int, *, is_hidden: bool = False) -> None:
        """Start the row ``number``, counted from 1."""
        self._number, self._is_hidden, self._cells = number, is_hidden, {}

    def take(self, column: int, value: CellValue) -> None:
        """Take the value of a cell; a text of blanks is nothing."""
        if isinstance(value, str):
            if not value.strip():
                return
            if unseen := unseen_character(value):
                self._note(issue("F108", self._place(column), character=unseen))
                return
        if column > MOST_COLUMNS:
            raise RefusedFileError(issue("F147", self._place(column), rows=MOST_ROWS, columns=MOST_COLUMNS))
        self._cells[column] = value

    def take_result(self, column: int, value: CellValue) -> None:
        """Take the result of a formula, as the program that saved the file computed and stored it."""
        self.take(column, value)
        if column in self._cells:
            self.table.computed.append(CellMark(self._number - 1, column - 1))

    def note_formula(self, column: int) -> None:
        """Note a cell that holds a formula."""
        self._note(issue("F143", self._place(column)))

    def note_error(self, column: int, shown: str) -> None:
        """Note a cell that shows the error of a formula."""
        self._note(issue("F146", self._place(column), found=shown))

    def note_merged(self, row: int, column: int) -> None:
        """Note cells that are merged into one, by the first of them."""
        self._note(issue("F144", self.table.place(row, column)))

    def end_row(self) -> None:
        """Keep the row when it holds something."""
        if not self._cells:
            return
        if len(self.table.rows) >= MOST_ROWS:
            raise RefusedFileError(issue("F147", self._place(1), rows=MOST_ROWS, columns=MOST_COLUMNS))
        rows = self.table.rows
        if rows and self._number <= rows[-1].number:
            raise DamagedFileError("rows out of order")
        if self._is_hidden and rows:
            # The first row is the hidden one of the keys.
            self._note(issue("F244", self.table.place(self._number, min(self._cells))))
        rows.append(ReadRow(self._number, self._cells))

    def _place(self, column: int) -> Place:
        return self.table.place(self._number, column)

    def _note(self, found: Issue) -> None:
        if len(self.table.issues) < _MOST_ISSUES:
            self.table.issues.append(found)
