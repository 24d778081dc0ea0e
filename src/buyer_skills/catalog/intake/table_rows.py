"""The rows of a training body's spreadsheet, each cell into what its column holds or into an issue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from buyer_skills.catalog.intake.mapping import (
    IGNORED,
    PRICE_FAMILIES,
    SESSION_FIELDS,
    ColumnField,
    TableMapping,
    field_words,
)
from buyer_skills.catalog.intake.mapping_evidence import FORMACODE, ROME
from buyer_skills.catalog.intake.offers import OfferSession
from buyer_skills.catalog.intake.table_dates import read_last_day, read_sessions, year_of_heading
from buyer_skills.catalog.intake.table_layout import HeadedTable
from buyer_skills.catalog.intake.table_values import (
    one_line,
    read_certification,
    read_codes,
    read_duration,
    read_price,
    read_seats,
    read_url,
    says_nothing,
)
from buyer_skills.catalog.intake.table_words import has_words, read_word
from buyer_skills.issues import Issue, Place, issue
from buyer_skills.messages import Message
from buyer_skills.sources.tables import CellValue, ReadRow

TEXTS: tuple[ColumnField, ...] = ("aims", "programme", "audience", "entry_note")

_LONGEST_SHOWN = 60


@dataclass(slots=True)
class RowValues:
    """What one row says, as far as it is understood."""

    row: ReadRow
    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    """By field, those that are understood; texts, codes and lengths of time under the names of an offer."""
    sessions: list[OfferSession] = field(default_factory=list)
    cells: dict[str, Place] = field(default_factory=dict)
    """Where each of them stands."""

    def text(self, name: str) -> str:
        """Return a text, empty when the row has none."""
        return str(self.values.get(name, ""))


class RowReader:
    """Reads the rows of one table, and keeps what of it was not understood."""

    def __init__(self, table: HeadedTable, mapping: TableMapping) -> None:
        """Take a table and its mapping; headings that are not there are passed over."""
        self._table = table
        self._mapping = mapping
        self._columns: list[tuple[int, ColumnField, str]] = sorted(
            (number, name, heading)
            for heading, name in mapping.columns.items()
            if (number := table.column_of(heading)) is not None and name != IGNORED
        )
        self._years = {number: year_of_heading(heading) for number, _, heading in self._columns}
        self._unread: dict[tuple[int, ColumnField, str], tuple[Place, int]] = {}

    @property
    def columns(self) -> Sequence[tuple[int, ColumnField, str]]:
        """The columns that hold something known: number, field and heading."""
        return self._columns

    def read(self, row: ReadRow) -> RowValues:
        """Return what a row says."""
        found = RowValues(row, self._table.table.place(row.number, min(row.cells)))
        for number, name, heading in self._columns:
            cell = row.cells.get(number)
            if cell is None or name in SESSION_FIELDS or _is_empty(name, cell):
                continue
            place = self._table.table.place(row.number, number)
            values = self._values(name, heading, cell)
            if not values or (name == "region" and name not in values):
                self._note(number, name, cell, place)
            for key, value in values.items():
                self._put(found, key, value, place)
        found.sessions = self._sessions(row)
        if not found.sessions:
            self._place_without_dates(found)
        return found

    def issues(self) -> list[Issue]:
        """Return an issue for each value of a column that was not understood, at the first of its cells."""
        return [
            issue("I220", place, found=text, expected=field_words(name), count=count, advice=_advice(name))
            for (_, name, text), (place, count) in self._unread.items()
        ]

    def _values(  # noqa: PLR0911 - one by sort of field
        self, name: ColumnField, heading: str, cell: CellValue
    ) -> Mapping[str, Any]:
        """Return what a cell says, by the names of an offer; nothing when it is not understood."""
        if name in {"hours", "days"}:
            length = read_duration(cell, is_days=name == "days")
            parts = {"hours": length.hours, "days": length.days} if length else {}
            return {key: value for key, value in parts.items() if value is not None}
        if name == "price" or name in PRICE_FAMILIES:
            return _said(name, read_price(cell, is_of_family=name != "price"))
        if has_words(name):
            said = _said(name, read_word(name, cell, self._mapping.values))
            return said | {"region_text": one_line(cell)} if name == "region" else said
        if name == "certification":
            return _certification(cell, heading)
        if name in {"formacodes", "rome"}:
            return _said(name, read_codes(cell, FORMACODE if name == "formacodes" else ROME) or None)
        if name == "url":
            return _said(name, read_url(cell))
        if name in TEXTS:
            return {name: str(cell).replace("\r\n", "\n").strip()}
        return {name: one_line(cell)}

    def _put(self, found: RowValues, key: str, value: Any, place: Place) -> None:
        """Keep a value; further columns of a text or of codes add to it."""
        known = found.values.get(key)
        if known is not None and key in TEXTS:
            value = f"{known}\n{value}"
        elif known is not None and isinstance(value, tuple):
            value = tuple(dict.fromkeys((*known, *value)))
        elif known is not None:
            return
        found.values[key] = value
        found.cells.setdefault(key, place)

    def _sessions(self, row: ReadRow) -> list[OfferSession]:
        """Return the sessions of a row; several columns of dates each have their end, place and seats."""
        columns = {name: [one[0] for one in self._columns if one[1] == name] for name in SESSION_FIELDS}
        starts = columns["session_start"]
        found: list[OfferSession] = []
        for index, number in enumerate(starts):
            beside: dict[str, int] = {
                name: _beside(columns[name], index, len(starts)) for name in SESSION_FIELDS[1:]
            }
            found += self._dated(row, number, beside)
        if not starts:
            for number in columns["session_end"]:
                self._unreadable(row, number, "session_end")
        return list(dict.fromkeys(found))

    def _place_without_dates(self, found: RowValues) -> None:
        """Keep the place of a session whose dates are not known as that of the training."""
        for number, name, _ in self._columns:
            cell = found.row.cells.get(number)
            if name == "session_place" and cell is not None and not says_nothing(cell):
                place = self._table.table.place(found.row.number, number)
                self._put(found, "place", one_line(cell), place)

    def _dated(self, row: ReadRow, number: int, beside: Mapping[str, int]) -> list[OfferSession]:
        cell = row.cells.get(number)
        stated = cell is not None and not says_nothing(cell)
        sessions = (read_sessions(cell, self._years[number]) or ()) if cell is not None and stated else ()
        if not sessions:
            self._unreadable(row, number, "session_start")
            self._unreadable(row, beside["session_end"], "session_end")
            return []
        sessions = self._ended(row, sessions, beside["session_end"])
        place = row.cells.get(beside["session_place"], "")
        seats = self._seats(row, beside["session_seats"])
        shown = "" if says_nothing(place) else one_line(place)
        return [replace(one, place=one.place or shown, seats=seats) for one in sessions]

    def _ended(
        self, row: ReadRow, sessions: tuple[OfferSession, ...], number: int
    ) -> tuple[OfferSession, ...]:
        """Return the one session of a row with the last day that its own column says."""
        cell = row.cells.get(number)
        if cell is None or says_nothing(cell):
            return sessions
        last = read_last_day(cell, self._years[number])
        one = sessions[0]
        if last is None or len(sessions) > 1 or last < one.start or (one.end and one.end != last):
            self._unreadable(row, number, "session_end")
            return sessions
        return (replace(one, end="" if last == one.start else last),)

    def _seats(self, row: ReadRow, number: int) -> int | None:
        cell = row.cells.get(number)
        if cell is None or says_nothing(cell):
            return None
        seats = read_seats(cell)
        if seats is None:
            self._unreadable(row, number, "session_seats")
        return seats

    def _unreadable(self, row: ReadRow, number: int, name: ColumnField) -> None:
        cell = row.cells.get(number)
        if cell is not None and not says_nothing(cell):
            self._note(number, name, cell, self._table.table.place(row.number, number))

    def _note(self, number: int, name: ColumnField, cell: CellValue, place: Place) -> None:
        text = one_line(cell)
        shown = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1].rstrip()}…"
        first, count = self._unread.get((number, name, shown), (place, 0))
        self._unread[number, name, shown] = (first, count + 1)


def _advice(name: ColumnField) -> Message | str:
    """Return the words that say what a cell of a field may hold."""
    if has_words(name):
        return Message("issues.I220.words")
    if name == "price" or name in PRICE_FAMILIES:
        return Message("issues.I220.price")
    if name in {"session_start", "session_end"}:
        return Message("issues.I220.date")
    return Message("issues.I220.duration") if name in {"hours", "days"} else ""


def _is_empty(name: ColumnField, cell: CellValue) -> bool:
    if name == "title":
        return not any(one.isalnum() for one in str(cell))
    return says_nothing(cell)


def _said(name: str, value: Any) -> dict[str, Any]:
    return {} if value is None else {name: value}


def _certification(cell: CellValue, heading: str) -> dict[str, Any]:
    """Return the number of a certification, else its title; « oui » says neither."""
    code = read_certification(cell, heading)
    if code:
        return {"certification": code}
    text = one_line(cell)
    is_title = isinstance(cell, str) and text.casefold() not in {"oui", "non", "x", "vrai", "faux"}
    return {"certification_title": text} if is_title else {}


def _beside(numbers: Sequence[int], index: int, starts: int) -> int:
    """Return the column that goes with the dates of one of several sessions; one alone is for all."""
    if len(numbers) == 1 and starts > 1:
        return numbers[0]
    return numbers[index] if index < len(numbers) else 0
