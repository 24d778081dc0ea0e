"""Warnings that a record accepts with a reason, and that nothing gives rise to any more."""

from collections.abc import Iterator

from buyer_skills.catalog.catalog import GROUPS
from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.catalog.codes import DATED_CODES
from buyer_skills.issues import Issue


def check_acceptances_needed(context: CheckContext) -> Iterator[Issue]:
    """G301: an `accepted` entry matches no warning of its record. To run after every other check."""
    for group in GROUPS:
        for record in getattr(context.written, group).values():
            for index, accepted in enumerate(record.accepted):
                is_idle = (group, record.id, accepted.code) not in context.matched
                if is_idle and not (context.day is None and accepted.code in DATED_CODES):
                    path = ("accepted", index, "code")
                    yield context.issue("G301", group, record, *path, found=accepted.code)
