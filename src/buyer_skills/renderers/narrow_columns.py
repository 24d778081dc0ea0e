r"""A table made to fit a terminal, column by column; long identifiers may break after a hyphen.

>>> from buyer_skills.views.report_view import Column
>>> table = Table("Formations", (Column("Formation"),), ((Cell("Sourcing", "sourcing-et-negociation"),),))
>>> fitted = fit_to(table, 20, padding=3)
>>> fitted is not None and fitted[0].rows[0][0].detail
'sourcing-et-\nnegociation'
"""

import textwrap
from dataclasses import replace

from buyer_skills.views.report_view import Cell, Table

_KEPT = str.maketrans({"\u00a0": "x", "\u202f": "x"})
"""Spaces that do not break a line count as letters."""

READABLE = 16
"""Characters under which a column of sentences is not worth reading."""


def fit_to(table: Table, width: int, padding: int) -> tuple[Table, tuple[int, ...]] | None:
    """Return the table with its texts wrapped and the width of each column; None when it cannot be read so.

    Words stay whole when there is room for that; else those with hyphens may break after one.

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
    available = width - padding * len(texts)
    hyphens = False
    least = [max(_least_width(text, hyphens=False) for text in each) for each in texts]
    if sum(least) > available:
        hyphens = True
        least = [max(_least_width(text, hyphens=True) for text in each) for each in texts]
    if sum(least) > available:
        return None
    whole = [max(len(line) for text in each for line in text.split("\n")) for each in texts]
    widths = _shared(least, whole, available)
    rows = tuple(
        tuple(_wrapped(cell, column, hyphens=hyphens) for cell, column in zip(row, widths, strict=True))
        for row in table.rows
    )
    headings = tuple(
        replace(column, heading=_lines(column.heading, limit, hyphens=hyphens))
        for column, limit in zip(table.columns, widths, strict=True)
    )
    return replace(table, columns=headings, rows=rows), widths


def _least_width(text: str, *, hyphens: bool) -> int:
    """Return the width under which a word would be cut, or a sentence too broken to be read."""
    words = text.translate(_KEPT).split()
    longest = max(
        (len(piece) for word in words for piece in (_pieces(word) if hyphens else [word])), default=0
    )
    return max(longest, min(len(text), READABLE))


def _pieces(word: str) -> list[str]:
    # An address is kept whole, so that it can still be followed.
    return [word] if "://" in word else word.replace("-", "- ").split()


def _shared(least: list[int], whole: list[int], available: int) -> tuple[int, ...]:
    """Return widths that bring down the widest columns first, none below what it needs to be read."""
    cap = max(whole)
    while sum(_capped(least, whole, cap)) > available:
        cap -= 1
    widths = _capped(least, whole, cap)
    for place, full in enumerate(whole):
        if full > widths[place] and sum(widths) < available:
            widths[place] += 1
    return tuple(widths)


def _capped(least: list[int], whole: list[int], cap: int) -> list[int]:
    return [max(base, min(full, cap)) for base, full in zip(least, whole, strict=True)]


def _wrapped(cell: Cell, width: int, *, hyphens: bool) -> Cell:
    return replace(
        cell,
        text=_lines(cell.text, width, hyphens=hyphens),
        detail=_lines(cell.detail, width, hyphens=hyphens),
    )


def _lines(text: str, width: int, *, hyphens: bool) -> str:
    return "\n".join(
        part for line in text.split("\n") for part in textwrap.wrap(line, width, break_on_hyphens=hyphens)
    )
