"""What a competency says of its levels."""

import re
from collections.abc import Iterator

from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.catalog.competencies import Competency
from buyer_skills.issues import Issue

_DATED_LAW = re.compile(
    r"\b(?:19|20)[0-9]{2}\b|[0-9]\s?(?:€|euros?\b)|\b[aA]rticles?\s+[LRD]\.?\s?[0-9]", re.UNICODE
)
"""A year, an amount, an article of a code: what goes out of date, and belongs to a rule."""


def check_levels_in_order(context: CheckContext) -> Iterator[Issue]:
    """C108: the levels a competency describes are not in rising order, or one is there twice."""
    for record in context.written.competencies.values():
        for index in range(1, len(record.levels)):
            before, level = record.levels[index - 1].level, record.levels[index].level
            if level <= before:
                path = ("levels", index, "level")
                yield context.issue("C108", "competencies", record, *path, found=level, before=before)


def check_levels_whole(context: CheckContext) -> Iterator[Issue]:
    """C204: a competency describes some of its levels and not the others."""
    for record in context.written.competencies.values():
        described = {one.level for one in record.levels}
        expected = set(expected_levels(record))
        if described and described != expected:
            named = {"found": tuple(sorted(described)), "expected": tuple(sorted(expected))}
            yield context.issue("C204", "competencies", record, "levels", key=True, **named)


def check_levels_undated(context: CheckContext) -> Iterator[Issue]:
    """C205: a descriptor holds a date, an amount or an article of law, which will go out of date."""
    for record in context.written.competencies.values():
        for index, level in enumerate(record.levels):
            for position, descriptor in enumerate(level.descriptors):
                for language in ("fr", "en"):
                    text = getattr(descriptor, language) or ""
                    if found := _DATED_LAW.search(text):
                        path = ("levels", index, "descriptors", position)
                        yield context.issue("C205", "competencies", record, *path, found=found[0])
                        break


def expected_levels(competency: Competency) -> tuple[int, ...]:
    """Return the levels whose descriptors a competency should have: a savoir-être stops at 3."""
    return (1, 2, 3) if competency.kind == "savoir-etre" else (1, 2, 3, 4)
