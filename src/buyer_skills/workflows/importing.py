"""`import`: a workbook, CSV files or a JSON text back into a folder of data files, nothing lost."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from buyer_skills.catalog.bundled import DataFolder
from buyer_skills.catalog.data_files import Changes, changed_files
from buyer_skills.catalog.exchange import plain_catalogue, read_brought, with_rest_of
from buyer_skills.catalog.loading import AnyFolder, Underneath, check_records_read
from buyer_skills.issues import Issue, has_errors, in_order


@dataclass
class Imported:
    """What an import found, and the files it would write: none when there is an error."""

    issues: tuple[Issue, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    """The content of each file that changes, by name."""
    changes: Changes = field(default_factory=Changes)
    untouched: tuple[str, ...] = ()
    """The groups that the file does not speak of, left as they are."""

    @property
    def has_errors(self) -> bool:
        """Whether nothing may be written."""
        return has_errors(self.issues)


def import_catalogue(
    source: Path,
    name: str,
    into: DataFolder,
    under: DataFolder,
    day: dt.date,
    overlays: Iterable[AnyFolder] = (),
) -> Imported | None:
    """Read a file and return the data files it makes of a folder; None when its format is not known.

    Args:
        source: the workbook, archive, folder or text.
        name: how readers know it.
        into: the folder that the records go to; what is there already and does not change stays.
        under: the folder that an overlay is laid over.
        day: the day the check is made for.
        overlays: folders that are laid over ``under`` first.

    Raises:
        UsageError: the file is a whole catalogue and the folder an overlay.
    """
    brought = read_brought(source, name)
    if brought is None:
        return None
    if not has_errors(brought.issues):
        with_rest_of(brought, into)
    if has_errors(brought.issues):
        # What the checks would find in half a catalogue would only hide what is wrong.
        return Imported(in_order(brought.issues))
    plain = plain_catalogue(brought.raw)
    loaded = check_records_read(brought.raw, list(brought.issues), Underneath(under, overlays), day=day)
    if loaded.has_errors:
        return Imported(loaded.issues)
    records = {group: found for group, found in plain.records.items() if group in brought.groups}
    imported = Imported(loaded.issues)
    imported.untouched = tuple(group for group in plain.records if group not in brought.groups)
    imported.files = changed_files(records, plain.front, into.path, imported.changes)
    return imported
