"""A problem found in data: what, where, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from buyer_skills.messages import Message

Severity = Literal["error", "warning", "note"]
"""error stops the work; warning fails `--strict`; note never fails."""

_LONGEST_NAME = 200
"""Beyond so many characters, what is written is no misspelt name."""

_SEVERITY_BY_HUNDRED: dict[str, Severity] = {"1": "error", "2": "warning", "3": "note"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; lines and columns count from 1; 0 when the whole file is meant.

    In a workbook ``sheet`` names the sheet, and line and column are those of a cell. It is empty for a
    file that is one table, and None for a text file.

    >>> str(Place("data/trainings.yaml", 4, 7)), Place("a.xlsx", 12, 6, "Formations").cell
    ('data/trainings.yaml:4:7', 'F12')
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str | None = None

    @property
    def cell(self) -> str:
        """The name of the cell, such as ``F12``; empty in a text file, or when no cell is meant."""
        if self.sheet is None or not self.line:
            return ""
        return f"{column_letters(self.column)}{self.line}"

    @property
    def words(self) -> "Message | str":
        """How the place is said: a link in a text file, a sheet and a cell in a workbook."""
        if self.sheet is None:
            return str(self)
        cell, named = self.cell, {"file": self.file, "sheet": self.sheet}
        if not self.sheet:
            return Message("issues.place.table", {"file": self.file, "cell": cell}) if cell else self.file
        return (
            Message("issues.place.cell", {**named, "cell": cell})
            if cell
            else Message("issues.place.sheet", named)
        )

    def __str__(self) -> str:
        """Return ``file:line:column``, the form editors and terminals make a link of."""
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


def column_letters(number: int) -> str:
    """Return the letters of a column counted from 1.

    >>> column_letters(1), column_letters(27), column_letters(702)
    ('A', 'AA', 'ZZ')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong in data. Collected and shown together, never raised one by one."""

    code: str
    severity: Severity
    place: Place
    message: Message
    hint: Message | None = None

    @property
    def sort_key(self) -> tuple[str, str, int, int, str, str]:
        """The order issues are shown in: by file, sheet, line, column, then code."""
        place = self.place
        parameters = repr(sorted(self.message.parameters.items(), key=str))
        return (place.file, place.sheet or "", place.line, place.column, self.code, parameters)


def issue(code: str, place: Place, /, **parameters: object) -> Issue:
    """Return the issue of this code at this place; its wording is ``issues.<code>``.

    The hundred of the code gives its severity: 1 an error, 2 a warning, 3 a note.

    >>> issue("T103", Place("trainings.yaml", 4, 7), found="sourcig", nearest=nearest("sourcig", [])).severity
    'error'
    """
    return Issue(
        code,
        severity_of(code),
        place,
        Message(f"issues.{code}", parameters),
        Message(f"issues.{code}.hint", parameters),
    )


def severity_of(code: str) -> Severity:
    """Return the severity that a code carries in its hundred.

    >>> severity_of("T214")
    'warning'
    """
    return _SEVERITY_BY_HUNDRED[code[1]]


def nearest(found: str, known: Iterable[str]) -> Message | str:
    """Return the words that offer the known name closest to ``found``, or nothing when none is close."""
    if len(found) > _LONGEST_NAME:
        return ""
    matches = get_close_matches(found, sorted(known), n=1, cutoff=0.6)
    return Message("issues.nearest", {"name": matches[0]}) if matches else ""


def in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return the issues sorted by place, each once."""
    by_key = {(one.sort_key, one.severity): one for one in issues}
    return tuple(by_key[key] for key in sorted(by_key))


def has_errors(issues: Iterable[Issue]) -> bool:
    """Return whether one of the issues is an error: what it stands in is not used."""
    return any(one.severity == "error" for one in issues)
