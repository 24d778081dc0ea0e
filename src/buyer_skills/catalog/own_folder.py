"""A folder that records are brought into: what it holds, and the files it becomes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from buyer_skills.catalog.bundled import DataFolder
from buyer_skills.catalog.data_files import Changes, changed_files
from buyer_skills.catalog.exchange import plain_catalogue
from buyer_skills.catalog.groups import ALL_GROUPS, FILES
from buyer_skills.catalog.loading import LoadedCatalog, Underneath, check_records_read
from buyer_skills.catalog.raw_records import read_folder

if TYPE_CHECKING:
    from buyer_skills.issues import Issue

_SUFFIX = ".yaml"


@dataclass
class OwnFolder:
    """The records of a folder in plain values: to be added to or changed, then written back."""

    folder: DataFolder
    records: dict[str, list[dict[str, Any]]]
    front: dict[str, Any]
    under: Underneath
    """The catalogue it is laid over, when it is an overlay."""
    day: dt.date
    """The day its checks are made for."""
    texts: dict[str, bytes] = field(default_factory=dict)
    """The files as they were read, or as they were last written."""

    def put(self, group: str, record: dict[str, Any]) -> None:
        """Add a record, in place of the one of the same id when there is one."""
        records = self.records[group]
        index = next((index for index, one in enumerate(records) if one.get("id") == record["id"]), None)
        if index is None:
            records.append(record)
        else:
            records[index] = record

    @property
    def is_overlay(self) -> bool:
        """Whether it completes another catalogue."""
        return bool(self.front.get("overlay"))

    def files(self, changes: Changes | None = None) -> dict[str, bytes]:
        """Return the files that change, by name: comments and records that stay are kept as they are."""
        before = Changes() if changes is None else changes
        return changed_files(self.records, self.front, self.folder.path, before)

    def changed_meanwhile(self) -> tuple[str, ...]:
        """Return the files that someone else wrote since: added, changed or taken away."""
        now = _texts(self.folder)
        return tuple(name for name in sorted({*now, *self.texts}) if now.get(name) != self.texts.get(name))

    def written(self, files: Mapping[str, bytes]) -> None:
        """Note that files were written."""
        self.texts |= files

    def identifiers(self, group: str) -> set[str]:
        """Return the ids of the records of a group that are here, proposed ones too."""
        return {record["id"] for record in self.records[group] if "id" in record}

    def checked(self, files: Mapping[str, bytes] | None = None) -> LoadedCatalog:
        """Return the catalogue that the folder would make, with its errors alone.

        Args:
            files: the files that change, as :meth:`files` returned them; None to have them made.
        """
        issues: list[Issue] = []
        raw = read_folder(self.folder, issues, self.files() if files is None else files)
        loaded = check_records_read(raw, issues, self.under, day=self.day, errors_only=True)
        # Files say more than errors as they are read: `check` shows it.
        return replace(loaded, issues=tuple(one for one in loaded.issues if one.severity == "error"))


def own_folder(folder: DataFolder, title: Mapping[str, str], under: Underneath, day: dt.date) -> OwnFolder:
    """Return what a folder holds; one that is not there, or empty, becomes an overlay.

    What is wrong in it is left out here and found by :meth:`OwnFolder.checked`.

    Args:
        folder: the folder.
        title: the title of the overlay that is started, by language.
        under: the catalogue it is laid over, when it is an overlay or new.
        day: the day its checks are made for.
    """
    if not folder.path.is_dir() or not any(folder.path.glob(f"*{_SUFFIX}")):
        front = {"title": dict(title), "overlay": True}
        return OwnFolder(folder, {name: [] for name in ALL_GROUPS}, front, under, day)
    texts = _texts(folder)
    plain = plain_catalogue(read_folder(folder, [], texts))
    return OwnFolder(folder, {**plain.records}, {**plain.front}, under, day, texts)


def _texts(folder: DataFolder) -> dict[str, bytes]:
    """Return the data files of a folder by name."""
    paths = (folder.path / f"{stem}{_SUFFIX}" for stem in FILES)
    return {path.name: path.read_bytes() for path in paths if path.is_file()}
