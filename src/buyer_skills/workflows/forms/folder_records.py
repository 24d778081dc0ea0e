"""The records of a folder that answers go to: changed one by one, then written with what is there kept."""

from collections.abc import Collection, Iterable
from typing import Any

from buyer_skills.catalog.loading import LoadedCatalog
from buyer_skills.catalog.overlays import (
    EXTENDS,
    PROPOSED,
    REMOVE,
    STATUS,
    is_proposed_change,
    lines_named,
    standing_change,
)
from buyer_skills.catalog.own_folder import OwnFolder

Plain = dict[str, Any]


class FolderRecords:
    """Plain records of a folder, changed as answers say."""

    def __init__(self, own: OwnFolder) -> None:
        """Take the folder."""
        self._own = own
        self.records = own.records

    def checked(self) -> LoadedCatalog:
        """Return the catalogue as it would be with the answers taken so far."""
        return self._own.checked()

    def identifiers(self, group: str) -> set[str]:
        """Return the ids of the records of a group that are here, proposed ones too."""
        return self._own.identifiers(group)

    def change(self, group: str, identifier: str, keys: Plain, removed: Collection[str] = ()) -> None:
        """Change some keys of a record, here where it is here, else over the catalogue underneath.

        Args:
            group: its group.
            identifier: its id.
            keys: what changes, in plain values; a list of lines is given whole.
            removed: the lines that are taken away, by what tells them apart.
        """
        records = self.records[group]
        own = next((one for one in records if one.get("id") == identifier), None)
        standing = standing_change(records, identifier)
        if own is not None:
            self._own.put(group, {**own, **keys})
        elif standing is not None:
            records[standing] = _extended({**records[standing], **keys}, removed)
        else:
            records.append(_extended({EXTENDS: identifier, **keys}, removed))

    def propose(self, group: str, identifier: str, keys: Plain | None, removed: Collection[str] = ()) -> None:
        """Propose a change of a record, in place of what was proposed of it before; None withdraws it."""
        kept = [
            one
            for one in self.records[group]
            if one.get(EXTENDS) != identifier or not is_proposed_change(one)
        ]
        if keys is not None:
            kept.append(_extended({EXTENDS: identifier, STATUS: PROPOSED, **keys}, removed))
        self.records[group] = kept

    def put(self, group: str, record: Plain) -> None:
        """Add a record, in place of the one of the same id when there is one."""
        self._own.put(group, record)


def _extended(record: Plain, removed: Iterable[str]) -> Plain:
    """Return a change of a record with the lines it takes away, but for those it brings back."""
    there = lines_named(record)
    names = [one for one in dict.fromkeys([*record.get(REMOVE, ()), *removed]) if one not in there]
    rest = {key: value for key, value in record.items() if key != REMOVE}
    # With no line left there is nothing to take one from.
    emptied = "outcomes" in record and not record["outcomes"]
    return {**rest, REMOVE: names} if names and not emptied else rest
