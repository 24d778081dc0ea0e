"""A problem found in data: what, where, and how to mend it."""

from dataclasses import dataclass
from typing import Literal

from buyer_skills.messages import Message

Severity = Literal["error", "warning", "note"]
"""error stops the work; warning fails `--strict`; note never fails."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; lines and columns count from 1; 0 when the whole file is meant."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong in data. Collected and shown together, never raised one by one."""

    code: str
    severity: Severity
    place: Place
    message: Message
    hint: Message | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order issues are shown in: by file, line, column, then code."""
        place = self.place
        return (place.file, place.line, place.column, self.code, repr(sorted(self.message.parameters.items(), key=str)))
