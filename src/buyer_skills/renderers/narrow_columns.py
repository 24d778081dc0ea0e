r"""A table with long identifiers made to fit a terminal: words with hyphens may break after one.

>>> from buyer_skills.views.report_view import Column
>>> table = Table("Formations", (Column("Formation"),), ((Cell("Sourcing", "sourcing-et-negociation"),),))
>>> fitted = fit_to(table, 20, padding=3)
>>> fitted is not None and fitted[0].rows[0][0].detail
'sourcing-et-\nnegociation'
"""

import textwrap
from dataclasses import replace

from buyer_skills.views.report_view import Cell, Table

READABLE = 16
"""Characters under which a column of sentences is not worth reading."""


def fit_to(table: Table, width: int, padding: int) -> tuple[Table, tuple[int, ...]] | None:
    """Return the table with its texts wrapped and the width of each column; None when it cannot be read so.

    Args:
        table: The table.
        width: Characters there are for a line.
        padding: Characters a column takes beside its text.
    """
    columns = [[cell for row in table.rows for cell in (row[place],)] for place in range(len(table.columns))]
    texts = [
        [column.heading, *(text for cell in cells for text in (cell.text, cell.detail))]
        for column, cells in zip(table.columns, columns, strict=True)
    ]
    least = [max(map(_least_width, each)) for each in texts]
    room = width - padding * len(texts) - sum(least)
    if room < 0:
        return None
    whole = [max(len(line) for text in each for line in text.split("\n")) for each in texts]
    widths = _shared(least, whole, room)
    rows = tuple(
        tuple(_wrapped(cell, column) for cell, column in zip(row, widths, strict=True)) for row in table.rows
    )
    headings = tuple(
        replace(column, heading=_lines(column.heading, limit))
        for column, limit in zip(table.columns, widths, strict=True)
    )
    return replace(table, columns=headings, rows=rows), widths


def _least_width(text: str) -> int:
    """Return the width under which a syllable would be cut, or a sentence too broken to be read."""
    longest = max((len(piece) for word in text.split() for piece in _pieces(word)), default=0)
    return max(longest, min(len(text), READABLE))


def _pieces(word: str) -> list[str]:
    # An address is kept whole, so that it can still be followed.
    return [word] if "://" in word else word.replace("-", "- ").split()


def _shared(least: list[int], whole: list[int], room: int) -> tuple[int, ...]:
    """Return widths that share ``room`` by how much each column would still use."""
    wanted = [max(full - base, 0) for base, full in zip(least, whole, strict=True)]
    total = sum(wanted)
    if total <= room:
        return tuple(base + more for base, more in zip(least, wanted, strict=True))
    return tuple(base + room * more // total for base, more in zip(least, wanted, strict=True))


def _wrapped(cell: Cell, width: int) -> Cell:
    return replace(cell, text=_lines(cell.text, width), detail=_lines(cell.detail, width))


def _lines(text: str, width: int) -> str:
    return "\n".join(
        part for line in text.split("\n") for part in textwrap.wrap(line, width, break_on_hyphens=True)
    )
