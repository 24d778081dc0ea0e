"""Tables of a workbook or of CSV files: as they were read, cell by cell, and as they are to be written."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from buyer_skills.issues import Issue, Place
from buyer_skills.sources.tree import Mark, SourceText

CellValue: TypeAlias = str | int | float | bool | dt.date
"""What a cell that is not empty holds."""

MOST_ROWS = 100_000
"""How many rows that hold something are read of one table."""

MOST_COLUMNS = 1_000
"""How many columns are read of one table."""

LONGEST_CELL = 32_767
"""How many characters a cell of a workbook holds."""


@dataclass(slots=True)
class CellMark:
    """The position of a cell, counted from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class TableSource(SourceText):
    """The table a value was read from, so that its place is a cell."""

    sheet: str = ""
    """Name of the sheet; empty when the file is one table."""

    def place(self, mark: Mark | None) -> Place:
        """Return the cell at ``mark``, or the whole table."""
        if mark is None:
            return Place(self.name, sheet=self.sheet)
        return Place(self.name, mark.line + 1, mark.column + 1, self.sheet)

    def line(self, number: int) -> str:  # noqa: ARG002 - as a text has it
        """Return nothing: a table has no text."""
        return ""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that holds something: its number and its cells by column, both counted from 1."""

    number: int
    cells: Mapping[int, CellValue]


@dataclass(slots=True)
class ReadTable:
    """A table as it was read; empty rows and cells are left out."""

    source: TableSource
    rows: list[ReadRow] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    """What of it could not be taken over; it only matters when the table is one we know."""
    computed: list[CellMark] = field(default_factory=list)
    """The cells whose value is the stored result of a formula, where the reader was asked to take them."""

    def place(self, row: int = 0, column: int = 0) -> Place:
        """Return the place of a cell, or of the whole table."""
        return self.source.place(CellMark(row - 1, column - 1) if row else None)


@dataclass(frozen=True, slots=True)
class WrittenColumn:
    """A column to write: the key it is read back by, and what people see."""

    key: str
    heading: str
    width: int
    help: str = ""
    is_required: bool = False
    is_text: bool = True
    choices: tuple[str, ...] = ()
    """Words that may be chosen in its cells."""
    choices_from: str = ""
    """Key of the table whose first column lists what may be chosen."""
    is_date: bool = False
    """Whether its cells are to be filled with dates."""
    is_known: bool = False
    """Whether it only shows what is known, greyed: nothing is to be written there."""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table to write; values are in the order of its columns, None for an empty cell."""

    key: str
    title: str
    columns: tuple[WrittenColumn, ...]
    rows: tuple[tuple[CellValue | None, ...], ...]
    frozen_columns: int = 1
    extra_rows: int | None = None
    """How many rows to fill in come below, in a form; None in a catalogue, whose columns go on."""
    choices: Mapping[tuple[int, str], tuple[str, ...]] = field(default_factory=dict)
    """Words that may be chosen in single cells, by row, counted from 0, and key of the column."""

    @property
    def is_form(self) -> bool:
        """Whether it is a form: what is to be filled in ends somewhere."""
        return self.extra_rows is not None

    def choices_at(self, row: int, column: WrittenColumn) -> tuple[str, ...]:
        """Return the words that may be chosen in a cell of a form."""
        return self.choices.get((row, column.key), column.choices)


@dataclass(frozen=True, slots=True)
class GuideLine:
    """A line of the guide sheet: a heading, a text, or a sheet it leads to with what is there."""

    text: str
    style: str = "text"
    """heading, text, required or known (a text on the colour of those cells), or link."""
    target: str = ""
    """For a link: the title of the sheet."""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class WrittenWorkbook:
    """A workbook to write: a guide sheet, then its tables."""

    title: str
    guide_title: str
    guide: tuple[GuideLine, ...]
    tables: tuple[WrittenTable, ...]


def qualified(table: str, column: str) -> str:
    """Return the key written over a column of a workbook: that of its table, then its own.

    >>> qualified("trainings.outcomes", "from")
    'trainings.outcomes/from'
    """
    return f"{table}/{column}"
