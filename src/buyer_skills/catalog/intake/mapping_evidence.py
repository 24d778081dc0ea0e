"""What the values of a column say of it: whether they fit what its heading announces, what they look like."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from buyer_skills.catalog.intake.mapping import PRICE_FAMILIES, ColumnField, MappedWords
from buyer_skills.catalog.intake.table_dates import read_sessions, year_of_heading
from buyer_skills.catalog.intake.table_values import (
    one_line,
    plain,
    read_certification,
    read_codes,
    read_duration,
    read_price,
    read_seats,
    read_url,
    says_nothing,
)
from buyer_skills.catalog.intake.table_words import has_words, read_word
from buyer_skills.catalog.persons import seems_personal
from buyer_skills.sources.tables import CellValue

FORMACODE = r"[0-9]{5}"
ROME = r"[A-N][0-9]{4}"

_NO_WORDS = MappedWords()
_UNIT = re.compile(r"\d ?(?:j|jrs?|jours?|journees?|h|heures?)\b")
_MONEY = re.compile(r"€|\beuros?\b|\beur\b")
_LONGEST_COURSE = 6.0
"""Bare numbers none of which is above are days; none of which is below, hours."""

_ENOUGH = 0.8
_LEAST_PHONE = 100_000_000
"""A telephone number kept as a number has lost its zero: nine digits."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many of the cells looked at a field understands; those that say « not known » are left out."""

    understood: int
    stated: int

    @property
    def share(self) -> float:
        """The share of them, 0 to 1; 1 when nothing is stated."""
        return self.understood / self.stated if self.stated else 1.0


def evidence_for(field: ColumnField, heading: str, cells: Sequence[CellValue]) -> Evidence:
    """Return how well the values of a column fit a field; any text fits those that are texts."""
    stated = [one for one in cells if not says_nothing(one)]
    return Evidence(sum(_fits(field, heading, one) for one in stated), len(stated))


def unit_of_durations(cells: Sequence[CellValue]) -> ColumnField | None:
    """Return whether lengths without a word are of days or of hours, as far as they say it.

    >>> unit_of_durations([1, 2, 3]), unit_of_durations([14, 21]), unit_of_durations([3, 14])
    ('days', 'hours', None)
    """
    texts = [plain(str(one)) for one in cells if isinstance(one, str) and not says_nothing(one)]
    with_unit = [match[0] for text in texts if (match := _UNIT.search(text))]
    if texts and len(with_unit) >= len(texts) * _ENOUGH:
        return "days" if sum("j" in one for one in with_unit) * 2 >= len(with_unit) else "hours"
    found = [read_duration(one, is_days=True) for one in cells]
    numbers = [one.days for one in found if one is not None and one.days is not None]
    if not numbers:
        return None
    if max(numbers) <= _LONGEST_COURSE:
        return "days"
    return "hours" if min(numbers) >= _LONGEST_COURSE else None


def field_of_values(cells: Sequence[CellValue]) -> ColumnField | None:
    """Return what values are like whatever their heading; None when nothing tells."""
    stated = [one for one in cells if not says_nothing(one)]
    if not stated:
        return None
    for field, fits in _TELLING:
        if sum(map(fits, stated)) >= len(stated) * _ENOUGH:
            return field
    texts = [plain(one) for one in stated if isinstance(one, str)]
    if len(texts) == len(stated) and all(_UNIT.search(one) for one in texts):
        return unit_of_durations(stated)
    return None


def unknown_words(field: ColumnField, cells: Sequence[CellValue], most: int) -> tuple[str, ...]:
    """Return words of a column that are none of ours, each once: a mapping may say what they mean."""
    if not has_words(field):
        return ()
    words = (one_line(one) for one in cells if not says_nothing(one))
    unknown = [one for one in dict.fromkeys(words) if read_word(field, one, _NO_WORDS) is None]
    if field != "region":
        # Names of places look like those of people; words of other columns do not.
        unknown = [one for one in unknown if not seems_personal(one)]
    return tuple(unknown[:most])


def may_be_of_a_person(cell: CellValue) -> bool:
    """Return whether a cell may name someone or say where to reach them; a bare number may be of a telephone.

    >>> may_be_of_a_person("Mme Martin"), may_be_of_a_person(612345678), may_be_of_a_person(450)
    (True, True, False)
    """
    if isinstance(cell, str):
        return seems_personal(cell)
    return not isinstance(cell, dt.date) and _LEAST_PHONE <= cell < _LEAST_PHONE * 10


def _fits(field: ColumnField, heading: str, cell: CellValue) -> bool:  # noqa: PLR0911 - one by field
    if field in {"hours", "days"}:
        return read_duration(cell, is_days=field == "days") is not None
    if field == "price" or field in PRICE_FAMILIES:
        return read_price(cell, is_of_family=field != "price") is not None
    if field in {"session_start", "session_end"}:
        return read_sessions(cell, year_of_heading(heading)) is not None
    if has_words(field):
        return read_word(field, cell, _NO_WORDS) is not None
    if field == "session_seats":
        return read_seats(cell) is not None
    if field == "certification":
        return bool(read_certification(cell, heading)) or _is_prose(cell)
    if field in {"title", "aims", "programme", "audience", "entry_note"}:
        return _is_prose(cell)
    if field == "formacodes":
        return bool(read_codes(cell, FORMACODE))
    if field == "rome":
        return bool(read_codes(cell, ROME))
    return field != "url" or read_url(cell) is not None


def _is_prose(cell: CellValue) -> bool:
    """Whether a cell holds words, not a number or a date."""
    return isinstance(cell, str) and sum(one.isalpha() for one in cell) >= 3 and read_sessions(cell) is None


def _is_dated(cell: CellValue) -> bool:
    return not isinstance(cell, int | float) and read_sessions(cell) is not None and not _is_year(cell)


def _is_year(cell: CellValue) -> bool:
    return isinstance(cell, str) and re.fullmatch(r"\s*[0-9]{4}\s*", cell) is not None


def _is_money(cell: CellValue) -> bool:
    return isinstance(cell, str) and _MONEY.search(plain(cell)) is not None and _fits("price", "", cell)


_TELLING: tuple[tuple[ColumnField, Callable[[CellValue], bool]], ...] = (
    ("session_start", _is_dated),
    ("url", lambda cell: read_url(cell) is not None),
    ("certification", lambda cell: bool(read_certification(cell, ""))),
    ("price", _is_money),
    ("region", lambda cell: read_word("region", cell, _NO_WORDS) is not None),
    ("modality", lambda cell: read_word("modality", cell, _NO_WORDS) is not None),
)
"""Values that tell what they are without a heading."""
