"""What changed in the records of a catalogue: added, removed, or changed, key by key.

A key that is written with its default value, and one that is left out, say the same and are no change.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args

from pydantic import Field, JsonValue

from buyer_skills.analyses.results import Result
from buyer_skills.catalog.catalog import GROUPS, Catalog
from buyer_skills.catalog.fields import Record

ChangeKind = Literal["added", "removed", "changed"]

CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""What may have happened to a record, in the order shown."""

GROUPS_IN_ORDER = ("trainings", *(group for group in GROUPS if group != "trainings"))
"""The groups of records, trainings first: they are what changes most."""

FIRST_KEYS = (
    "status",
    "ended",
    "price_eur",
    "access",
    "outcomes",
    "evidence",
    "basis",
    "page_date",
    "noted",
    "as_of",
    "sessions",
)
"""Keys said first when they changed; the others follow in the order of the data format."""

_SET_AND_NULL_DIFFER = "access"
"""There a null price is « unknown », which is not the same as saying nothing of it."""


class KeyChange(Result):
    """A key of a record that changed."""

    key: str = Field(description="Key, as the data files have it.")
    before: JsonValue = Field(description="What it held; null when nothing.")
    after: JsonValue = Field(description="What it holds now; null when nothing.")


class RecordChange(Result):
    """A record that was added, removed or changed."""

    group: str = Field(description="Group of the record: trainings, competencies, profiles...")
    id: str = Field(description="Id of the record.")
    change: ChangeKind = Field(description="added, removed or changed.")
    keys: tuple[KeyChange, ...] = Field(
        description="What changed, key by key; empty for a record added or removed."
    )


def record_changes(old: Catalog, new: Catalog) -> tuple[RecordChange, ...]:
    """Return what changed from ``old`` to ``new``: trainings first, then by group, change and id."""
    return tuple(change for group in GROUPS_IN_ORDER for change in _of_group(group, old, new))


def _of_group(group: str, old: Catalog, new: Catalog) -> Iterator[RecordChange]:
    before: Mapping[str, Record] = getattr(old, group)
    after: Mapping[str, Record] = getattr(new, group)
    for name in sorted(after.keys() - before.keys()):
        yield RecordChange(group=group, id=name, change="added", keys=())
    for name in sorted(before.keys() - after.keys()):
        yield RecordChange(group=group, id=name, change="removed", keys=())
    for name in sorted(before.keys() & after.keys()):
        keys = key_changes(before[name], after[name])
        if keys:
            yield RecordChange(group=group, id=name, change="changed", keys=keys)


def key_changes(before: Record, after: Record) -> tuple[KeyChange, ...]:
    """Return the keys whose value is not the same in two states of one record."""
    old, new = _values(before), _values(after)
    names = [*FIRST_KEYS, *(name for name in old if name not in FIRST_KEYS)]
    return tuple(
        KeyChange(key=name, before=old[name], after=new[name])
        for name in names
        if name in old and old[name] != new[name]
    )


def _values(record: Record) -> dict[str, Any]:
    values = record.model_dump(mode="json", by_alias=True)
    if _SET_AND_NULL_DIFFER in values:
        said = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
        values[_SET_AND_NULL_DIFFER] = said.get(_SET_AND_NULL_DIFFER, {})
    return values
