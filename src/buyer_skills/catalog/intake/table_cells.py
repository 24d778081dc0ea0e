"""What of a spreadsheet could not be taken over as it is: formulas, merged cells, columns nobody mapped."""

from collections.abc import Collection, Iterator

from buyer_skills.catalog.intake.mapping import TableMapping
from buyer_skills.catalog.intake.table_layout import HeadedTable, heading_key
from buyer_skills.issues import Issue, Place, issue

_BY_COLUMN = {"F143": "I224", "F144": "I225", "F108": "I226", "F146": "I226"}
"""Errors in a workbook of ours, that in a spreadsheet of someone else cost a value: said once a column."""

_HIDDEN, _MERGED = "F244", "F144"


def issues_of_cells(
    table: HeadedTable, mapping: TableMapping, used: Collection[int], titled: Collection[int]
) -> Iterator[Issue]:
    """Yield what was not read of the columns in use, below the headings, and columns nobody mapped.

    Args:
        table: the table.
        mapping: which column holds what.
        used: the numbers of the columns that hold something known.
        titled: the rows that say of which training they are.
    """
    first_row = table.headings.row + table.headings.lines
    counted: dict[tuple[str, int], list[Issue]] = {}
    for found in table.table.issues:
        if found.place.line < first_row:
            continue
        if found.code == _HIDDEN:
            counted.setdefault(("I230", 0), []).append(found)
        elif found.code == _MERGED and not _costs_a_value(table, found.place, titled):
            continue
        elif found.place.column in used and found.code in _BY_COLUMN:
            counted.setdefault((_BY_COLUMN[found.code], found.place.column), []).append(found)
    for (code, column), issues in counted.items():
        heading = table.headings.by_column.get(column, "")
        yield issue(code, issues[0].place, heading=heading, count=len(issues))
    yield from _computed(table, used, first_row)
    mapped = {heading_key(one) for one in mapping.columns}
    for number, heading in sorted(table.headings.by_column.items()):
        if heading_key(heading) not in mapped and any(number in row.cells for row in table.rows):
            yield issue("I223", table.table.place(table.headings.row, number), found=heading)


def _computed(table: HeadedTable, used: Collection[int], first_row: int) -> Iterator[Issue]:
    """Yield once a column that values of it are results of formulas, at the first of them."""
    lines: dict[int, list[int]] = {}
    for mark in table.table.computed:
        if mark.line + 1 >= first_row and mark.column + 1 in used:
            lines.setdefault(mark.column + 1, []).append(mark.line + 1)
    for column, found in sorted(lines.items()):
        place = table.table.place(found[0], column)
        heading = table.headings.by_column.get(column, "")
        yield issue("I320", place, heading=heading, count=len(found))


def _costs_a_value(table: HeadedTable, merged: Place, titled: Collection[int]) -> bool:
    """Whether merged cells may leave a training without a value: the row below them is of its own training.

    Rows of further sessions, whose other cells are merged with those above, lose nothing.
    """
    below = next((row for row in table.rows if row.number > merged.line), None)
    is_taken = below is not None and {merged.line, below.number} <= set(titled)
    return is_taken and below is not None and merged.column not in below.cells
