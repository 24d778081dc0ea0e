"""Records to look at again: what is known of them is old at the day of the report."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from buyer_skills.analyses.costs import is_older, known_at, whole_months
from buyer_skills.analyses.results import Result
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.fields import PartialDate
from buyer_skills.catalog.places import Places
from buyer_skills.catalog.providers import Source
from buyer_skills.catalog.rules import Rule, Statut
from buyer_skills.catalog.trainings import Training

DatedKey = Literal["page_date", "noted", "confirmed", "as_of", "seen"]
"""The key that a record is judged on."""

DatedGroup = Literal["trainings", "rules", "statuts", "sources"]
"""The groups whose records have a date to be judged on."""

DatedRecord = Training | Rule | Statut | Source
"""A record that has one."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A record, and the date it is judged on."""

    group: DatedGroup
    record: DatedRecord
    key: DatedKey
    known: PartialDate


class StaleRecord(Result):
    """A record to look at again."""

    group: DatedGroup = Field(description="What it is.")
    id: str = Field(description="Id of the record.")
    title: str = Field(description="Its title, in the language asked for where it stands.")
    key: DatedKey = Field(description="Key of the date it is judged on.")
    date: str = Field(description="That date, as it is written.")
    months: int = Field(description="Whole months from the last day of that date to the day of the report.")
    url: str | None = Field(description="Address to open; null when none is known.")
    file: str = Field(description="File it is written in.")
    line: int = Field(description="Line where it begins.")
    column: int = Field(description="Column where it begins.")


def stale_records(
    catalog: Catalog, places: Places, day: date, months: int, language: str
) -> tuple[StaleRecord, ...]:
    """Return the records older than ``months`` at ``day``, the oldest first, then by group and id.

    Trainings that are offered are judged on the answer of their body, else on the date of their page, else on
    when they were noted; rules and
    statuts on ``as_of``; sources on when they were seen. A record without date is left to the other checks,
    and one that is not written in a file of the catalogue is left out.
    """
    found = sorted(
        (
            (one.known.last, one.group, one.record.id, _stale(catalog, places, one, day, language))
            for one in _dated(catalog, day)
            if is_older(one.known, day, months) and places.has(one.group, one.record.id)
        ),
        key=lambda one: one[:3],
    )
    return tuple(one[3] for one in found)


def _dated(catalog: Catalog, day: date) -> Iterator[_Dated]:
    yield from _trainings(catalog, day)
    for rule in catalog.rules.values():
        if rule.as_of is not None:
            yield _Dated("rules", rule, "as_of", rule.as_of)
    for statut in catalog.statuts.values():
        if statut.as_of is not None:
            yield _Dated("statuts", statut, "as_of", statut.as_of)
    for source in catalog.sources.values():
        if source.seen is not None:
            yield _Dated("sources", source, "seen", source.seen)


def _trainings(catalog: Catalog, day: date) -> Iterator[_Dated]:
    for training in catalog.trainings.values():
        known = known_at(training)
        if known is not None and training.is_offered(day):
            yield _Dated("trainings", training, *known)


def _stale(catalog: Catalog, places: Places, dated: _Dated, day: date, language: str) -> StaleRecord:
    place = places.of(dated.group, dated.record.id)
    return StaleRecord(
        group=dated.group,
        id=dated.record.id,
        title=dated.record.title.in_language(language),
        key=dated.key,
        date=str(dated.known),
        months=whole_months(dated.known, day),
        url=_address(catalog, dated.record),
        file=place.file,
        line=place.line,
        column=place.column,
    )


def _address(catalog: Catalog, record: DatedRecord) -> str | None:
    """Return the address of the record's own page, else that of the first source that has one."""
    if isinstance(record, Training | Source) and record.url:
        return record.url
    sources = (catalog.sources.get(name) for name in record.sources)
    return next((source.url for source in sources if source and source.url), None)
