"""Lay a folder over a catalogue: records it adds, and records it changes key by key."""

from buyer_skills.catalog.raw_records import RawRecords
from buyer_skills.issues import Issue


def lay_over(base: RawRecords, overlay: RawRecords, issues: list[Issue]) -> None:
    """Add the records of ``overlay`` to ``base``."""
    base.add(overlay)
