"""The cells of open registers: headings, what means absent, codes, numbers, texts, dates."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from buyer_skills.issues import Issue, Place, issue, nearest
from buyer_skills.sources.packages import RefusedFileError
from buyer_skills.sources.texts import seen_text

_ABSENT = frozenset({"", "-1", "-1.0", "nan", "null", "none"})
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_BLANKS = re.compile(r"\s+")
_LEVEL = re.compile(r"\bniv(?:eau)?\.?\s*(?:([3-8])\b|(V|IV|III|II)\b)", re.IGNORECASE)
_OLD_LEVELS = {"V": 3, "IV": 4, "III": 5, "II": 6}
"""The levels of before 2019; the first of them was 7 and 8 in one, so it says neither."""
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)|(\d{2})/(\d{2})/(\d{4})(?!\d)")
_MOST_LINES = 10


def heading_key(heading: str) -> str:
    """Return a heading without its capitals, accents, and spaces.

    >>> heading_key(" Code Formacode 1"), heading_key("Numéro_Fiche")
    ('code_formacode_1', 'numero_fiche')
    """
    decomposed = unicodedata.normalize("NFD", heading.strip().casefold())
    plain = "".join(one for one in decomposed if not unicodedata.combining(one))
    return re.sub(r"[\s\-_]+", "_", plain)


class Columns:
    """Where the columns of a file stand, by the names that they may have."""

    def __init__(self, header: Sequence[str]) -> None:
        """Take the headings; the first of two that are the same is meant."""
        self._at: dict[str, int] = {}
        for place, heading in enumerate(header):
            self._at.setdefault(heading_key(heading), place)

    def at(self, *names: str) -> int | None:
        """Return the position of the first of these columns that is there, or None."""
        return next((self._at[name] for name in names if name in self._at), None)

    def matching(self, heading: re.Pattern[str]) -> int | None:
        """Return the position of the first column whose name is of this form, or None."""
        return next((at for name, at in self._at.items() if heading.fullmatch(name)), None)

    def cell(self, row: Sequence[str], name: str) -> str:
        """Return the cell of a row under this column, nothing without one."""
        at = self._at.get(name)
        return "" if at is None else row[at]

    def all_at(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the positions of those of these columns that are there."""
        return tuple(self._at[name] for name in names if name in self._at)

    def require(self, place: Place, needed: Mapping[str, Sequence[str]]) -> None:
        """Check that each column needed is there, under one of its names.

        Raises:
            RefusedFileError: some are not; the issue names them, and the closest headings found.
        """
        missing = [names for names in needed.values() if self.at(*names) is None]
        if missing:
            first = missing[0][0]
            raise RefusedFileError(
                issue(
                    "F174",
                    place,
                    columns=", ".join(names[0] for names in missing),
                    nearest=nearest(first, self._at),
                )
            )


def plain_cell(cell: str) -> str:
    """Return what a cell says; nothing when it says that there is nothing.

    >>> plain_cell(" -1 "), plain_cell("Achat")
    ('', 'Achat')
    """
    cell = cell.strip()
    return "" if cell.casefold() in _ABSENT else cell


@lru_cache(maxsize=8192)
def code_cell(cell: str) -> str:
    """Return a code, whole when a spreadsheet made a number of it.

    >>> code_cell("34024.0"), code_cell("m1101"), code_cell("-1")
    ('34024', 'M1101', '')
    """
    return plain_cell(cell).removesuffix(".0").upper()


@lru_cache(maxsize=8192)
def certification_cell(kind: str, cell: str) -> str:
    """Return a number of the national registers with the letters of its kind, or nothing.

    >>> certification_cell("RNCP", "35149"), certification_cell("RS", "RS 5678")
    ('RNCP35149', 'RS5678')
    """
    digits = code_cell(cell).removeprefix(kind).strip()
    return f"{kind}{digits}" if digits.isascii() and digits.isdigit() else ""


def number_cell(cell: str) -> float | None:
    """Return a number above 0 written with a point or a comma; None when the cell says nothing.

    Raises:
        ValueError: what it says is no such number.

    >>> number_cell("1 500,50"), number_cell("0"), number_cell("-1")
    (1500.5, None, None)
    """
    plain = _BLANKS.sub("", plain_cell(cell))
    if not plain:
        return None
    if not _NUMBER.fullmatch(plain) or len(plain) > 15:
        raise ValueError(cell)
    number = float(plain.replace(",", "."))
    if number < 0:
        raise ValueError(cell)
    return number or None


def title_cell(cell: str) -> str:
    """Return a title on one line."""
    return _BLANKS.sub(" ", seen_text(plain_cell(cell))).strip()


def text_cell(cell: str) -> str:
    """Return a text of some lines, without what cannot be seen in it."""
    return seen_text(plain_cell(cell).replace("\r\n", "\n").replace("\r", "\n")).strip()


def level_cell(cell: str) -> int | None:
    """Return the level of a diploma, 3 to 8, when a label says it, in the numbers of today or of before 2019.

    >>> level_cell("NIVEAU 6 (licence)"), level_cell("Niveau III (BTS, DUT)"), level_cell("Sans niveau")
    (6, 5, None)
    """
    found = _LEVEL.search(cell)
    if found is None:
        return None
    return int(found[1]) if found[1] else _OLD_LEVELS[found[2].upper()]


def day_cell(cell: str) -> str:
    """Return a date as the catalogue writes it, or nothing.

    >>> day_cell("2026-11-02T00:00"), day_cell("02/11/2026"), day_cell("20261102"), day_cell("lundi")
    ('2026-11-02', '2026-11-02', '2026-11-02', '')
    """
    found = _DAY.match(cell.strip())
    if found is None:
        return ""
    year, month, day = found.groups()[:3] if found[1] else (found[6], found[5], found[4])
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


class Tally:
    """What was not understood, counted by code, with the first lines where it was met."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._lines: dict[tuple[str, str], list[int]] = {}
        self._counts: dict[tuple[str, str], int] = {}

    def note(self, code: str, line: int, *, column: str = "") -> None:
        """Count a case of this code at this line."""
        key = (code, column)
        self._counts[key] = self._counts.get(key, 0) + 1
        lines = self._lines.setdefault(key, [])
        if len(lines) < _MOST_LINES:
            lines.append(line)

    def issues(self, name: str, *, have_lines: bool = True) -> tuple[Issue, ...]:
        """Return one issue for each code and column, at the first line where it was met.

        Args:
            name: how readers know the file.
            have_lines: whether what was counted are lines of the file, not items of a list.
        """
        return tuple(
            issue(
                code,
                Place(name, lines[0], 1) if have_lines else Place(name),
                count=self._counts[code, column],
                lines=", ".join(map(str, lines)),
                column=column,
            )
            for (code, column), lines in sorted(self._lines.items())
        )
