"""What written workbooks share in both formats: colours, the sheet of lists, the first row of values."""

from collections.abc import Sequence

from buyer_skills.sources.tables import CellValue, WrittenColumn, WrittenTable

COLOURS = {"heading": "#1F3864", "required": "#FFF2CC", "link": "#0563C1", "known": "#E7E6E6"}

FIRST_ROW = 2
"""The first row of values, from 0: below the hidden keys and the headings."""

EDGE = "#BFBFBF"
"""Colour of the edges of cells."""

MOST_LINES = 12
"""Lines of a row that are shown at most."""

ROWS_BEYOND = 1_000
"""How many empty rows below the last one have drop-down lists too."""

LISTS_TITLE = "_listes"
"""Title of the hidden sheet where the words of drop-down lists are."""


def shared_lists(tables: Sequence[WrittenTable]) -> list[tuple[str, ...]]:
    """Return the lists of words that may be chosen, each once, in the order they are met."""
    columns = [one.choices for table in tables for one in table.columns if one.choices]
    return list(dict.fromkeys([*columns, *(words for table in tables for words in table.choices.values())]))


FORM_COLOURS = ("plain", "required", "known")
"""What the cells of a form are: to be filled in, compulsory, or what is known and only shown."""


def form_look(column: WrittenColumn, *, is_extra: bool) -> tuple[str, str]:
    """Return what a cell of a form holds, and which of :data:`FORM_COLOURS` it is.

    Args:
        column: its column.
        is_extra: whether its row is one of those below, for what is not known: there nothing is only shown.
    """
    kind = "date" if column.is_date else "text" if column.is_text else "number"
    if column.is_known and not is_extra:
        return kind, "known"
    return kind, "required" if column.is_required else "plain"


def lines_of(
    values: Sequence[CellValue | None], columns: Sequence[WrittenColumn], most: int, wide: float = 1.0
) -> int:
    """Return how many lines a row needs: programs do not all work it out when they open a file.

    Args:
        values: its cells.
        columns: its columns, one a cell.
        most: how many lines are shown at most.
        wide: how much wider than usual its letters are: 1.2 in bold.
    """
    lines = [
        sum(1 + int(len(part) * wide) // column.width for part in value.split("\n"))
        for value, column in zip(values, columns, strict=True)
        if isinstance(value, str) and not column.is_hidden
    ]
    return min(max(lines, default=1), most)
