"""The outside files that can be brought in: which reader each has, and what it needs to know."""

import datetime as dt
from pathlib import Path

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake.offers import OfferFile

SOURCES = ("table", "mon-compte-formation", "rncp", "fun-mooc")
"""What a file of offers may be."""


def read_offers(source: str, path: Path, name: str, catalog: Catalog, day: dt.date) -> OfferFile:
    """Read the offers of a register that the intake rules of a catalogue keep.

    Args:
        source: one of ``SOURCES`` but `table`, which has a mapping.
        path: the file.
        name: how readers know it.
        catalog: the catalogue whose rules say what is kept.
        day: the day it is read, where the file does not say its own date.
    """
    keeping = Keeping.of(catalog.intake_rules.values())
    # Each reader is loaded by those who bring such a file.
    if source == "mon-compte-formation":
        from buyer_skills.catalog.intake.mon_compte_formation import read_mon_compte_formation

        return read_mon_compte_formation(path, name, keeping, day.isoformat())
    if source == "rncp":
        from buyer_skills.catalog.intake.rncp import read_rncp

        return read_rncp(path, name, keeping, day.isoformat())
    from buyer_skills.catalog.intake.fun_mooc import read_fun_mooc

    return read_fun_mooc(path, name, keeping, day.isoformat())
