"""The records of a folder that answers go to: changed one by one, then written with what is there kept."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from buyer_skills.catalog.bundled import DataFolder
from buyer_skills.catalog.data_files import Changes, data_file, front_file
from buyer_skills.catalog.exchange import plain_catalogue
from buyer_skills.catalog.groups import FILES, FRONT, GROUPS_BY_FILE
from buyer_skills.catalog.overlays import EXTENDS, PROPOSED, REMOVE, STATUS
from buyer_skills.catalog.raw_records import RawRecords, add_records, read_folder, read_front
from buyer_skills.issues import Issue
from buyer_skills.sources.strict_yaml import read_yaml_bytes

Plain = dict[str, Any]


class FolderRecords:
    """Plain records of a folder. One that is new becomes an overlay."""

    def __init__(self, folder: DataFolder, title: Mapping[str, str], issues: list[Issue]) -> None:
        """Read what is there.

        Args:
            folder: the folder.
            title: what it is called when it is new, by language.
            issues: what is wrong in what is there is added here.
        """
        self.folder = folder
        self.is_new = not folder.path.is_dir() or not any(folder.path.glob("*.yaml"))
        raw = RawRecords() if self.is_new else read_folder(folder, issues)
        plain = plain_catalogue(raw)
        self.records: dict[str, list[Plain]] = {name: list(found) for name, found in plain.records.items()}
        self.front = {"title": dict(title), "overlay": True} if self.is_new else dict(plain.front)
        self._touched: set[str] = set()

    @property
    def is_overlay(self) -> bool:
        """Whether it completes another catalogue."""
        return bool(self.front.get("overlay"))

    def identifiers(self, group: str) -> set[str]:
        """Return the ids of the records of a group that are here, proposed ones too."""
        return {record["id"] for record in self.records[group] if "id" in record}

    def change(self, group: str, identifier: str, keys: Plain, removed: Collection[str] = ()) -> None:
        """Change some keys of a record, here where it is here, else over the catalogue underneath.

        Args:
            group: its group.
            identifier: its id.
            keys: what changes, in plain values; a list of lines is given whole.
            removed: the lines that are taken away, by what tells them apart.
        """
        self._touched.add(group)
        for index, record in enumerate(self.records[group]):
            if record.get("id") == identifier:
                self.records[group][index] = {**record, **keys}
                return
            if record.get(EXTENDS) == identifier and "id" not in record and not _is_proposed(record):
                self.records[group][index] = _extended({**record, **keys}, removed)
                return
        self.records[group].append(_extended({EXTENDS: identifier, **keys}, removed))

    def propose(self, group: str, identifier: str, keys: Plain | None, removed: Collection[str] = ()) -> None:
        """Propose a change of a record, in place of what was proposed of it before; None withdraws it."""
        self._touched.add(group)
        kept = [one for one in self.records[group] if one.get(EXTENDS) != identifier or not _is_proposed(one)]
        if keys is not None:
            kept.append(_extended({EXTENDS: identifier, STATUS: PROPOSED, **keys}, removed))
        self.records[group] = kept

    def put(self, group: str, record: Plain) -> None:
        """Add a record, in place of the one of the same id when there is one."""
        self._touched.add(group)
        for index, one in enumerate(self.records[group]):
            if one.get("id") == record["id"]:
                self.records[group][index] = record
                return
        self.records[group].append(record)

    def files(self, changes: Changes) -> dict[str, bytes]:
        """Return the files that change, by name; what becomes of records is added to ``changes``."""
        written: dict[str, bytes] = {}
        for stem in FILES:
            path = self.folder.path / f"{stem}.yaml"
            before = path.read_bytes() if path.is_file() else None
            if stem == FRONT:
                content = front_file(self.front, before) if self.is_new else None
            elif self._touched.isdisjoint(group.name for group in GROUPS_BY_FILE[stem]):
                continue
            else:
                content = data_file(stem, self.records, before, changes)
            if content is not None and content != before:
                written[f"{stem}.yaml"] = content
        return written

    def as_read(self, files: Mapping[str, bytes], issues: list[Issue]) -> RawRecords:
        """Return the records as they would be read once ``files`` are written."""
        raw = RawRecords()
        for stem in FILES:
            name = f"{stem}.yaml"
            path = self.folder.path / name
            content = files.get(name) or (path.read_bytes() if path.is_file() else None)
            if content is None:
                continue
            tree, found = read_yaml_bytes(content, self.folder.name_of(name))
            issues += found
            if tree is None:
                continue
            if stem == FRONT:
                raw.front, raw.front_tree = read_front(tree, issues), tree
            for group in GROUPS_BY_FILE[stem]:
                add_records(raw, group, tree, issues)
        return raw


def _is_proposed(record: Plain) -> bool:
    return record.get(STATUS) == PROPOSED


def _extended(record: Plain, removed: Iterable[str]) -> Plain:
    """Return a change of a record with the lines it takes away, but for those it brings back."""
    there = {
        line["competency"]
        for value in record.values()
        if isinstance(value, list)
        for line in value
        if isinstance(line, dict) and "competency" in line
    }
    names = [one for one in dict.fromkeys([*record.get(REMOVE, ()), *removed]) if one not in there]
    rest = {key: value for key, value in record.items() if key != REMOVE}
    # With no line left there is nothing to take one from.
    emptied = "outcomes" in record and not record["outcomes"]
    return {**rest, REMOVE: names} if names and not emptied else rest
