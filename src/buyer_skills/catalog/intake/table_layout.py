"""Where the table is in a spreadsheet of someone else: its sheet, its headings, the rows under them."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import islice
from pathlib import Path

from buyer_skills.catalog.intake.mapping import TableMapping
from buyer_skills.catalog.intake.mapping_words import BETWEEN_LINES, field_of_heading
from buyer_skills.catalog.intake.table_values import one_line
from buyer_skills.issues import Issue, Place, column_letters, has_errors, issue, nearest
from buyer_skills.sources.delimited import read_delimited
from buyer_skills.sources.ods_reading import read_ods
from buyer_skills.sources.tables import CellValue, ReadRow, ReadTable
from buyer_skills.sources.xlsx_reading import read_xlsx

# A table of someone else was computed by their program: its results are what they read in it.
_READERS: dict[str, Callable[[Path, str], tuple[tuple[ReadTable, ...], tuple[Issue, ...]]]] = {
    ".xlsx": partial(read_xlsx, takes_results=True),
    ".xlsm": partial(read_xlsx, takes_results=True),
    ".ods": partial(read_ods, takes_results=True),
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".txt": read_delimited,
}

TABLE_SUFFIXES = tuple(_READERS)
"""How the names of files that are read end."""

_LOOKED_AT = 60
"""Headings stand in one of so many first rows."""

_LONGEST_HEADING = 120
_FEWEST_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Headings:
    """Where headings stand, and what each column is called: a heading written twice is followed by (2)."""

    row: int
    """The first row they stand on, counted from 1."""
    lines: int
    by_column: Mapping[int, str]

    @property
    def known(self) -> int:
        """How many different things their words announce."""
        fields = [field_of_heading(one) for one in self.by_column.values()]
        return len({one for one in fields if one is not None})


@dataclass(frozen=True)
class HeadedTable:
    """A table with its headings and the rows under them."""

    table: ReadTable
    headings: Headings
    rows: tuple[ReadRow, ...]

    def is_section(self, row: ReadRow) -> bool:
        """Return whether a row is the title of a section: one cell, in a table whose rows have several."""
        return self.has_sections and len(row.cells) == 1

    @cached_property
    def has_sections(self) -> bool:
        """Whether most rows have several cells."""
        return sum(len(row.cells) > 1 for row in self.rows) * 2 > len(self.rows)

    def column_of(self, heading: str) -> int | None:
        """Return the column of a heading, whatever its capitals and blanks."""
        wanted = heading_key(heading)
        return next(
            (one for one, text in self.headings.by_column.items() if heading_key(text) == wanted), None
        )


def read_tables(path: Path, name: str) -> tuple[tuple[ReadTable, ...], tuple[Issue, ...]]:
    """Read every sheet of a spreadsheet, or the one table of a text file; the suffix says which.

    Args:
        path: the file.
        name: how readers know it.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        return (), (issue("I120", Place(name), found=path.suffix or path.name, known=TABLE_SUFFIXES),)
    return reader(path, name)


def found_headings(table: ReadTable) -> Headings | None:
    """Return the headings of a table: the row whose words announce most, on one line or two.

    Without any word that is known, they are the first row of three short texts or more, none of them twice.
    """
    rows = table.rows[:_LOOKED_AT]
    several = (row for row in rows if len(row.cells) > 1)
    found = [one for row in several for lines in (1, 2) if (one := headings_at(table, row.number, lines))]
    best = min(found, key=lambda one: (-one.known, one.lines, one.row), default=None)
    if best is not None and best.known >= _FEWEST_HEADINGS:
        return best
    likely = (headings_at(table, row.number, 1) for row in rows if _may_be_headings(row))
    return next((one for one in likely if one is not None), None)


def headings_at(table: ReadTable, number: int, lines: int) -> Headings | None:
    """Return the headings that stand on a row, and on the next one with two ``lines``; None without any."""
    index = bisect_left(table.rows, number, key=lambda row: row.number)
    rows = {row.number: row for row in table.rows[index : index + 2]}
    first, second = rows.get(number), rows.get(number + 1)
    if first is None or not _are_short_texts(first):
        return None
    if lines == 1:
        return Headings(
            number, 1, _named_once({column: one_line(text) for column, text in first.cells.items()})
        )
    if second is None or not _may_be_second(first, second):
        return None
    return Headings(number, 2, _named_once(_joined(table, first, second)))


def headed(table: ReadTable, headings: Headings) -> HeadedTable:
    """Return a table with the rows under its headings; a column without one is named by its letters."""
    last = headings.row + headings.lines - 1
    rows = tuple(row for row in table.rows if row.number > last)
    named = dict(headings.by_column)
    for column in sorted({one for row in rows for one in row.cells} - set(named)):
        named[column] = f"colonne {column_letters(column)}"
    return HeadedTable(table, replace(headings, by_column=named), rows)


def heading_key(heading: str) -> str:
    r"""Return what two ways to write a heading have in common.

    >>> heading_key("Durée\n(jours)") == heading_key("DURÉE (jours) ")
    True
    """
    return one_line(heading).casefold()


def _are_short_texts(row: ReadRow) -> bool:
    cells = row.cells.values()
    return all(isinstance(one, str) and len(one) <= _LONGEST_HEADING for one in cells) or (
        # A year, or a number of session, may be one of them.
        sum(isinstance(one, str) and len(one) <= _LONGEST_HEADING for one in cells) > len(row.cells) * 0.8
    )


def _may_be_headings(row: ReadRow) -> bool:
    texts = [heading_key(one) for one in row.cells.values() if isinstance(one, str)]
    return len(texts) == len(row.cells) >= 3 and len(set(texts)) == len(texts)


def _may_be_second(first: ReadRow, second: ReadRow) -> bool:
    """Whether a row says more of the headings above it: texts alone, none under a title or a code.

    Unless its own words announce several things: the line above then says what they have in common.
    """
    if len(second.cells) < 2 or not all(
        isinstance(one, str) and len(one) < 60 for one in second.cells.values()
    ):
        return False
    own = {field_of_heading(one_line(text)) for text in second.cells.values()}
    if len(own - {None}) >= _FEWEST_HEADINGS:
        return True
    above = {column: field_of_heading(one_line(text)) for column, text in first.cells.items()}
    return not any(above.get(column) in {"title", "code", "url"} for column in second.cells)


def _joined(table: ReadTable, first: ReadRow, second: ReadRow) -> dict[int, str]:
    """Return headings on two lines as one; what stands over several columns is said of each."""
    merged = {
        found.place.column
        for found in table.issues
        if found.code == "F144" and found.place.line == first.number
    }
    joined: dict[int, str] = {}
    over = ""
    for column in range(1, max(*first.cells, *second.cells) + 1):
        above, below = first.cells.get(column), second.cells.get(column)
        if above is not None:
            # In a text file nothing says what was merged.
            over = one_line(above) if column in merged or not table.source.sheet else ""
        group = one_line(above) if above is not None else over if below is not None else ""
        parts = [one for one in (group, one_line(below) if below is not None else "") if one]
        if parts:
            joined[column] = BETWEEN_LINES.join(dict.fromkeys(parts))
    return joined


def _named_once(headings: Mapping[int, str]) -> dict[int, str]:
    """Tell apart columns that have the same heading."""
    seen: dict[str, int] = {}
    named: dict[int, str] = {}
    for column, heading in headings.items():
        key = heading_key(heading)
        seen[key] = seen.get(key, 0) + 1
        named[column] = heading if seen[key] == 1 else f"{heading} ({seen[key]})"
    return named


def sample_cells(table: HeadedTable, column: int, most: int) -> Sequence[CellValue]:
    """Return the first cells of a column that hold something, titles of sections left out."""
    cells = (row.cells[column] for row in table.rows if column in row.cells and not table.is_section(row))
    return list(islice(cells, most))


def located_table(path: Path, name: str, mapping: TableMapping) -> tuple[HeadedTable | None, list[Issue]]:
    """Return the table that a mapping is of, None when it is not in the file, and every issue found.

    Args:
        path: the spreadsheet.
        name: how readers know it.
        mapping: what its sheet and headings are said to be.
    """
    tables, found = read_tables(path, name)
    issues = list(found)
    if not tables:
        if not has_errors(issues):
            issues.append(issue("I123", Place(name)))
        return None, issues
    if mapping.sheet is not None and tables[0].source.sheet:
        names = [one.source.sheet for one in tables]
        tables = tuple(one for one in tables if one.source.sheet == mapping.sheet)
        if not tables:
            close = nearest(mapping.sheet, names)
            issues.append(issue("I126", Place(name), found=mapping.sheet, nearest=close, known=tuple(names)))
            return None, issues
    if mapping.heading_row is None:
        candidates = headed_tables(tables)
        if not candidates:
            issues.append(issue("I123", tables[0].place()))
            return None, issues
        issues += [issue("I228", one.table.place(), found=one.table.source.sheet) for one in candidates[1:]]
        return candidates[0], issues
    headings = headings_at(tables[0], mapping.heading_row, mapping.heading_lines)
    if headings is None:
        issues.append(issue("I127", tables[0].place(mapping.heading_row, 1), row=mapping.heading_row))
        return None, issues
    return headed(tables[0], headings), issues


def headed_tables(tables: Sequence[ReadTable]) -> list[HeadedTable]:
    """Return the tables that have headings and rows: those whose headings are known, else the first."""
    found = [headed(one, headings) for one in tables if (headings := found_headings(one))]
    found = [one for one in found if one.rows]
    return [one for one in found if one.headings.known] or found[:1]
