"""A value in a cell and back: what people read there, and the plain value it stands for."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from buyer_skills.catalog.sheets.columns import Column
from buyer_skills.sources.tables import CellValue

UNKNOWN = "(inconnu)"
"""What a cell says for a value that is there and null: a price asked for and not known."""

NONE = "(aucun)"
"""What a cell says for a list that is there and empty."""

_QUOTE = "'"
_YES, _NO = "oui", "non"
_BOOLEANS = {
    "oui": True,
    "vrai": True,
    "yes": True,
    "true": True,
    "non": False,
    "faux": False,
    "no": False,
    "false": False,
}
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FRENCH_DAY = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")
_INTEGER = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_PAIR = re.compile(r"([0-9])\s*(?:→|->|-|à)\s*([0-9])")
_BETWEEN = re.compile(r"[;,\n]")


def cell_of(column: Column, value: Any) -> CellValue | None:
    """Return what the cell of a column holds for a value."""
    if value is None:
        return UNKNOWN
    if column.kind in {"list", "pairs"}:
        parts = ("→".join(map(str, one)) if isinstance(one, list) else str(one) for one in value)
        return "; ".join(parts) or NONE
    if isinstance(value, bool):
        return _YES if value else _NO
    if column.kind == "date":
        return _date_cell(str(value))
    if isinstance(value, str):
        return _guarded(value)
    return value if isinstance(value, int | float) else str(value)


def value_of(column: Column, cell: CellValue) -> Any:
    """Return the plain value of a cell; what does not fit the column comes back as it is."""
    if is_marker(cell, UNKNOWN):
        return None
    return _READERS[column.kind](cell.strip() if isinstance(cell, str) else cell)


def is_marker(cell: CellValue | None, marker: str) -> bool:
    """Return whether a cell says that a value is unknown, or a list empty."""
    return isinstance(cell, str) and cell.strip() == marker


def _guarded(text: str) -> str:
    """Return a text that is not taken for one of the markers."""
    return _QUOTE + text if text.lstrip(_QUOTE) in {UNKNOWN, NONE} else text


def _text(cell: CellValue) -> str:
    if isinstance(cell, bool):
        return _YES if cell else _NO
    if isinstance(cell, str) and cell.startswith(_QUOTE) and cell.lstrip(_QUOTE) in {UNKNOWN, NONE}:
        return cell[1:]
    return str(cell)


def _boolean(cell: CellValue) -> Any:
    return _BOOLEANS.get(cell.lower(), cell) if isinstance(cell, str) else _not_a_day(cell)


def _integer(cell: CellValue) -> Any:
    return _number(cell, is_whole=True)


def _number(cell: CellValue, *, is_whole: bool = False) -> Any:
    if not isinstance(cell, str):
        return _not_a_day(cell)
    bare = cell.replace("\u202f", "").replace("\xa0", "")
    if _INTEGER.fullmatch(bare):
        return int(bare)
    if not is_whole and _NUMBER.fullmatch(bare):
        return float(bare.replace(",", "."))
    return cell


def _not_a_day(cell: CellValue) -> Any:
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def _date(cell: CellValue) -> Any:
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, str) and (match := _FRENCH_DAY.fullmatch(cell)):
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    return str(cell)


def _date_cell(text: str) -> CellValue:
    """Return a full day as a date, which spreadsheets know from 1901 on; anything less as a text."""
    match = _DAY.fullmatch(text)
    if not match or int(match[1]) <= 1900:
        return text
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return text


def _parts(cell: CellValue) -> list[Any]:
    parts = (part.strip() for part in _BETWEEN.split(_text(cell)))
    return [part for part in parts if part and part != NONE]


def _pairs(cell: CellValue) -> list[Any]:
    return [
        [int(match[1]), int(match[2])] if (match := _PAIR.fullmatch(part)) else part for part in _parts(cell)
    ]


_READERS: dict[str, Callable[[CellValue], Any]] = {
    "text": _text,
    "slug": _text,
    "word": _text,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "list": _parts,
    "pairs": _pairs,
}
