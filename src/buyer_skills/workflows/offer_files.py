"""The outside files that can be brought in: which reader each has, and what it needs to know."""

import datetime as dt
from pathlib import Path

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake.offers import OfferFile

SOURCES = ("table", "mon-compte-formation")
"""What a file of offers may be."""


def read_offers(
    source: str,  # noqa: ARG001 - one register so far
    path: Path,
    name: str,
    catalog: Catalog,
    day: dt.date,
) -> OfferFile:
    """Read the offers of a register that the intake rules of a catalogue keep.

    Args:
        source: one of ``SOURCES`` but `table`, which has a mapping.
        path: the file.
        name: how readers know it.
        catalog: the catalogue whose rules say what is kept.
        day: the day it is read, where the file does not say its own date.
    """
    keeping = Keeping.of(catalog.intake_rules.values())
    from buyer_skills.catalog.intake.mon_compte_formation import read_mon_compte_formation

    return read_mon_compte_formation(path, name, keeping, day.isoformat())
