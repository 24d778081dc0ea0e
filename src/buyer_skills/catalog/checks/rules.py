"""Rules of law and statuts: how old their reading is."""

from collections.abc import Iterator

from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.issues import Issue

_OLD_BEFORE = 2022
"""A source older than this year is shown with its year (a convention of this catalogue)."""


def check_readings_dated(context: CheckContext) -> Iterator[Issue]:
    """R201: a rule or statut is called `seen` from a source before 2022: it should be `seen-old`."""
    for group in ("rules", "statuts"):
        for record in getattr(context.written, group).values():
            if record.status == "seen" and record.as_of and record.as_of.last.year < _OLD_BEFORE:
                found = str(record.as_of)
                yield context.issue("R201", group, record, "status", found=found, year=_OLD_BEFORE)
