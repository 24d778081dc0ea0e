"""What a check looks at, and how it says what it found."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.places import Places


@dataclass(frozen=True)
class CheckContext:
    """The catalogue under check."""

    catalog: Catalog
    records: Mapping[str, Mapping[str, Record]]
    places: Places
    known: frozenset[tuple[str, str]]
    day: datetime.date | None
