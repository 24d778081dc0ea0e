"""Dates of sessions as people type them, into sessions; never a date that is not said."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from buyer_skills.catalog.intake.offers import OfferSession
from buyer_skills.sources.tables import CellValue

_MONTHS = (
    ("janvier", "janv", "jan", "january"),
    ("fevrier", "fevr", "fev", "february", "feb"),
    ("mars", "march", "mar"),
    ("avril", "avr", "april", "apr"),
    ("mai", "may"),
    ("juin", "june", "jun"),
    ("juillet", "juil", "july", "jul"),
    ("aout", "august", "aug"),
    ("septembre", "sept", "september", "sep"),
    ("octobre", "oct", "october"),
    ("novembre", "nov", "november"),
    ("decembre", "dec", "december"),
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_YEARS = range(2000, 2100)

_BETWEEN_SESSIONS = re.compile(
    r"[;|\n]|\s/\s|\s+ou\s+|"
    # « du 4 au 5/10/2027 et du 8 au 9/11/2027 »
    r"\s*(?:[,/&+]|\bet\b|\bpuis\b)(?:\s+(?:et|puis)\b)?\s*(?=du\s[^;|\n]{0,60}?\sau\s)",
    re.IGNORECASE,
)
_BETWEEN_RANGES = re.compile(r"\s*,\s*|\s+(?:et|puis|&|\+)\s+", re.IGNORECASE)
"""What stands between ranges of dates, and between the days of one session too."""

_LABEL = re.compile(r"^\W*(?:sessions?|groupes?|dates?|modules?|s)\s*\d*\s*[:-]\s*")
_WEEKDAY = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven)\b\.?(?=\s*\d)"
)
_CLOCK = r"\d{1,2}\s?[h:]\s?(?:\d{2})?"
_TIMES = re.compile(rf"(?:,?\s*(?:de\s)?\b{_CLOCK}\s?(?:a|-|au)\s?{_CLOCK}(?!\d))+\s*$")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_AT = re.compile(r"\s+à\s+([^\d,;]+)$")
_NO_PLACE = re.compile(
    r"complete?|a confirmer|sous reserve|matin|apres-midi|inclus|confirmee?|\d* ?(?:j|jours?)"
)

_POINT = re.compile(
    rf"""(?P<iso>(?P<iso_y>\d{{4}})-(?P<iso_m>\d{{2}})-(?P<iso_d>\d{{2}})
      (?:[ t]\d{{2}}:\d{{2}}(?::\d{{2}})?)?)(?!\d)
    |(?P<full>(?P<f_d>\d{{1,2}})(?P<sign>[/.-])(?P<f_m>\d{{1,2}})(?P=sign)(?P<f_y>\d{{4}}|\d{{2}}))(?!\d)
    |(?P<num>(?P<n_m>\d{{1,2}})[/-](?P<n_y>\d{{4}}))(?!\d)
    |(?P<short>(?P<s_d>\d{{1,2}})/(?P<s_m>\d{{1,2}}))(?!\d)
    |(?P<named>(?:(?P<w_d>\d{{1,2}})(?:er)?[ -])?(?P<w_m>{_MONTH})\b\.?(?:[ -](?P<w_y>\d{{4}}))?)(?!\d)
    |(?P<year>\d{{4}})(?!\d)
    |(?P<day>\d{{1,2}})(?:er\b)?(?!\d)""",
    re.VERBOSE,
)
_OPENING = re.compile(r"\s*(?:(?:du|le|les|de|a partir du|a compter du|des le|from|en)\s+)?")
_CLOSING = re.compile(r"\s*(?:inclus)?[\s.,]*")
_FROM_TO = re.compile(r"\s*(?:-|au|a|jusqu'au|to|until)\s*(?:le\s+)?")
_LISTED = re.compile(r"\s*(?:,|et|&|puis|and|\+)+\s*(?:(?:du|le|les)\s+)?")
_FARTHEST = dt.timedelta(days=31)
"""Days that are listed make one session when no more than this is between two of them."""


@dataclass(frozen=True, slots=True)
class _Point:
    day: int | None
    month: int | None
    year: int | None

    @property
    def grain(self) -> str:
        return "day" if self.day else "month" if self.month else "year"


def read_sessions(cell: CellValue, year: int | None = None) -> tuple[OfferSession, ...] | None:
    """Return the sessions a cell tells of, each with its last day when it has one, or None.

    Args:
        cell: what is typed.
        year: the year of dates that do not say theirs, when the heading says it.

    >>> [(one.start, one.end) for one in read_sessions("du 12 au 14 mars 2027 ; 3/05/2027") or ()]
    [('2027-03-12', '2027-03-14'), ('2027-05-03', '')]
    >>> read_sessions("au printemps")
    """
    if isinstance(cell, dt.date):
        return (OfferSession(cell.isoformat()),) if cell.year in _YEARS else None
    if isinstance(cell, int) and not isinstance(cell, bool):
        return (OfferSession(str(cell)),) if cell in _YEARS else None
    if not isinstance(cell, str):
        return None
    sessions = _sessions(_BETWEEN_SESSIONS.split(cell), year)
    if sessions is None and "\n" in cell:
        # One date may stand on two lines.
        return _sessions(_BETWEEN_SESSIONS.split(cell.replace("\n", " ")), year)
    return sessions


def read_last_day(cell: CellValue, year: int | None = None) -> str | None:
    """Return the one date of a cell that says when a session ends, or None."""
    sessions = read_sessions(cell, year)
    if sessions is None or len(sessions) > 1:
        return None
    return sessions[0].end or sessions[0].start


def year_of_heading(heading: str) -> int | None:
    """Return the one year that a heading says, which dates under it need not say again.

    >>> year_of_heading("Dates 2027"), year_of_heading("Sessions 2026-2027")
    (2027, None)
    """
    found = {int(one) for one in re.findall(r"(?<![0-9])20[0-9]{2}(?![0-9])", heading)}
    return found.pop() if len(found) == 1 else None


def _sessions(parts: Iterable[str], year: int | None) -> tuple[OfferSession, ...] | None:
    """Return the session of each part, each once; None when one is not understood, or there is none."""
    found: list[OfferSession] = []
    for part in reversed([one.strip() for one in parts if one.strip()]):
        sessions = _sessions_before(part, year, found[0].start if found else "")
        if sessions is None:
            return None
        found[:0] = sessions
    return tuple(dict.fromkeys(found)) or None


def _sessions_before(part: str, year: int | None, following: str) -> list[OfferSession] | None:
    """Return the sessions of a part: one, or ranges that follow each other; the year may be said after it."""
    one = _session(part, year)
    if one is None and year is None and following:
        said = int(following[:4])
        one = _session(part, said)
        if one is not None and one.start > following:
            one = _session(part, said - 1)
    if one is not None:
        return [one]
    ranges = _BETWEEN_RANGES.split(part)
    found = _sessions(ranges, year) if len(ranges) > 1 else None
    return list(found) if found and all(one.end for one in found) else None


def _session(text: str, year: int | None) -> OfferSession | None:
    bare, place = _without_place(text)
    bare = _LABEL.sub("", _plain(bare))
    bare = _TIMES.sub("", _WEEKDAY.sub("", bare)).strip()
    points = _points(bare, year)
    if points is None:
        return None
    dates = [_written(one) for one in points]
    if None in dates:
        return None
    first, last = dates[0], dates[-1]
    return OfferSession(first or "", "" if last == first else last or "", place)


def _without_place(text: str) -> tuple[str, str]:
    """Return the text without the place that ends it, and the place."""
    for pattern in (_BRACKETS, _AT):
        match = pattern.search(text)
        if match and not re.match(r"annul|report|suppr", _plain(match[1])):
            inside = match[1].strip()
            no_place = _NO_PLACE.fullmatch(_plain(inside)) or any(one.isdigit() for one in inside)
            return text[: match.start()], "" if no_place else inside
    return text, ""


def _points(text: str, year: int | None) -> list[_Point] | None:
    """Return the dates of one session in their order, whole; None when something else is said."""
    found = list(_POINT.finditer(text))
    if not found or not _OPENING.fullmatch(text[: found[0].start()]):
        return None
    if not _CLOSING.fullmatch(text[found[-1].end() :]):
        return None
    between = [text[one.end() : other.start()] for one, other in pairwise(found)]
    is_range = [bool(_FROM_TO.fullmatch(one)) for one in between]
    if not all(one or _LISTED.fullmatch(words) for one, words in zip(is_range, between, strict=True)):
        return None
    points = _completed([_point(one) for one in found], year)
    if points is None or (sum(is_range) and len(points) > 2):
        return None
    return points if _is_one_session(points, is_range) else None


def _is_one_session(points: list[_Point], is_range: list[bool]) -> bool:
    firsts = [_first_day(one) for one in points]
    for (one, other), through in zip(pairwise(firsts), is_range, strict=True):
        if one is None or other is None or other <= one or (not through and other - one > _FARTHEST):
            return False
    return None not in firsts


def _completed(points: list[_Point], default: int | None) -> list[_Point] | None:
    """Give each date the month and year that only those after it say; None when one stays without a year."""
    done: list[_Point] = []
    if points[-1].year is None and points[-1].month:
        points = [*points[:-1], replace(points[-1], year=default)]
    for point in reversed(points):
        if done:
            following = done[0]
            month = point.month or (following.month if point.day else None)
            year = point.year
            if year is None and following.year is not None:
                # « du 30 décembre au 2 janvier 2027 » begins the year before.
                is_before = bool(month and following.month and month > following.month)
                year = following.year - is_before
            point = _Point(point.day, month, year)  # noqa: PLW2901 - the same date, completed
            if point.grain != following.grain:
                return None
        if point.year is None or point.year not in _YEARS or (point.day and not point.month):
            return None
        done.insert(0, point)
    return done


def _point(match: re.Match[str]) -> _Point:  # noqa: PLR0911 - one by way of writing
    part = match.groupdict()
    if part["iso"]:
        return _Point(int(part["iso_d"]), int(part["iso_m"]), int(part["iso_y"]))
    if part["full"]:
        year = int(part["f_y"])
        return _Point(int(part["f_d"]), int(part["f_m"]), year if year > 99 else 2000 + year)
    if part["num"]:
        return _Point(None, int(part["n_m"]), int(part["n_y"]))
    if part["short"]:
        return _Point(int(part["s_d"]), int(part["s_m"]), None)
    if part["named"]:
        day, year_text = part["w_d"], part["w_y"]
        month = _MONTH_NUMBERS[part["w_m"]]
        return _Point(int(day) if day else None, month, int(year_text) if year_text else None)
    if part["year"]:
        return _Point(None, None, int(part["year"]))
    return _Point(int(part["day"]), None, None)


def _first_day(point: _Point) -> dt.date | None:
    try:
        return dt.date(point.year or 0, point.month or 1, point.day or 1)
    except ValueError:
        return None


def _written(point: _Point) -> str | None:
    day = _first_day(point)
    if day is None:
        return None
    return {"day": day.isoformat(), "month": f"{day:%Y-%m}", "year": f"{day:%Y}"}[point.grain]


def _plain(text: str) -> str:
    bare = "".join(_letters(text.lower().replace("\u2019", "'")))
    return " ".join(re.sub("[\u2010-\u2015]", "-", bare).split())


def _letters(text: str) -> Iterator[str]:
    return (one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
