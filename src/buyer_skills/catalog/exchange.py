"""A catalogue out of its folder, and back from tables: what an export holds, what an import brings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from buyer_skills.catalog.bundled import DataFolder, as_folder
from buyer_skills.catalog.data_files import plain_front
from buyer_skills.catalog.groups import ALL_GROUPS
from buyer_skills.catalog.interchange import read_catalogue_json
from buyer_skills.catalog.loading import AnyFolder, LoadedCatalog
from buyer_skills.catalog.overlays import lay_over
from buyer_skills.catalog.raw_records import RawRecords, read_folder, read_front
from buyer_skills.catalog.sheets.plain import plain_record
from buyer_skills.catalog.sheets.reading import read_sheets
from buyer_skills.catalog.sheets.recognizing import KnownTable, recognize_files, recognize_workbook
from buyer_skills.errors import UsageError
from buyer_skills.issues import Issue, Place, has_errors, issue
from buyer_skills.sources.csv_files import read_csv_tables
from buyer_skills.sources.ods_reading import read_ods
from buyer_skills.sources.tables import LONGEST_CELL
from buyer_skills.sources.texts import unseen_character
from buyer_skills.sources.tree import YamlMapping, YamlSequence
from buyer_skills.sources.xlsx_reading import read_xlsx

_BETWEEN = 2
"""Signs between two values of one cell."""


@dataclass(frozen=True)
class PlainCatalogue:
    """A catalogue in plain values: its records by group, and what its front says."""

    records: Mapping[str, list[dict[str, Any]]]
    front: Mapping[str, Any]


@dataclass
class Brought:
    """What a file brings: raw records, the groups it speaks of, and every issue found on the way."""

    raw: RawRecords = field(default_factory=RawRecords)
    groups: frozenset[str] = frozenset()
    issues: list[Issue] = field(default_factory=list)


def raw_catalogue(folder: AnyFolder, overlays: Iterable[AnyFolder] = ()) -> RawRecords:
    """Return the records of a folder as they are written; those of ``overlays`` are laid over them.

    The folder is one that was checked: what is wrong in it is not said again.
    """
    issues: list[Issue] = []
    raw = read_folder(as_folder(folder), issues)
    front, front_tree = raw.front, raw.front_tree
    for overlay in overlays:
        lay_over(raw, read_folder(as_folder(overlay), issues), issues)
    # What an overlay says of itself is not true of what it is laid over.
    raw.front, raw.front_tree = front, front_tree
    return raw


def plain_catalogue(raw: RawRecords) -> PlainCatalogue:
    """Return raw records in plain values."""
    records = {
        name: [plain_record(ALL_GROUPS[name], record) for record in found]
        for name, found in raw.by_group.items()
    }
    return PlainCatalogue(records, plain_front(raw.front_tree) if raw.front_tree is not None else {})


def plain_standing(loaded: LoadedCatalog, group: str) -> dict[str, dict[str, Any]]:
    """Return the records of a group of a checked catalogue in plain values, by id; proposed ones too."""
    return {
        name: plain_record(ALL_GROUPS[group], tree)
        for found, name, tree in loaded.places.trees()
        if found == group
    }


def issues_of_cells(raw: RawRecords) -> Iterator[Issue]:
    """Yield an issue for each text that a cell of a workbook cannot hold."""
    for records in raw.by_group.values():
        for record in records:
            yield from _issues_in(record)
    if raw.front_tree is not None:
        yield from _issues_in(raw.front_tree)


def read_brought(path: Path, name: str) -> Brought | None:
    """Read a file, or a folder of CSV files, by what its name ends with; None when it is no known format."""
    suffix = path.suffix.lower()
    if suffix == ".json":
        brought = Brought()
        brought.raw, brought.groups = read_catalogue_json(path, name, brought.issues)
        return brought
    if suffix in {".xlsx", ".xlsm"}:
        return _of_workbook(*read_xlsx(path, name))
    if suffix == ".ods":
        return _of_workbook(*read_ods(path, name))
    if suffix == ".zip" or path.is_dir():
        tables, found = read_csv_tables(path, name)
        issues = list(found)
        if has_errors(issues):
            return Brought(issues=issues)
        return _of_tables(recognize_files(tables, issues), issues, name)
    return None


def with_rest_of(brought: Brought, folder: DataFolder) -> None:
    """Add to what a file brings the groups it does not speak of, from the folder it goes to.

    Raises:
        UsageError: the file is a whole catalogue and the folder an overlay.
    """
    if not folder.path.is_dir() or not any(folder.path.glob("*.yaml")):
        return
    standing = read_folder(folder, brought.issues)
    for name, records in standing.by_group.items():
        if name not in brought.groups:
            brought.raw.by_group[name] = records
    if brought.raw.front is None:
        brought.raw.front, brought.raw.front_tree = standing.front, standing.front_tree
    elif standing.front is not None and standing.front.overlay and not brought.raw.front.overlay:
        raise UsageError("import-over-overlay", folder=folder.label)


def _of_workbook(tables: Any, found: Iterable[Issue]) -> Brought:
    issues = list(found)
    if has_errors(issues):
        return Brought(issues=issues)
    name = tables[0].source.name if tables else ""
    return _of_tables(recognize_workbook(tables, issues), issues, name)


def _of_tables(tables: Mapping[str, KnownTable], issues: list[Issue], name: str) -> Brought:
    if not tables and not has_errors(issues):
        issues.append(issue("F152", Place(name)))
    found = read_sheets(tables, issues)
    raw = RawRecords()
    raw.by_group |= found.by_group
    if found.front is not None:
        raw.front, raw.front_tree = read_front(found.front, issues), found.front
    return Brought(raw, frozenset(found.by_group), issues)


def _issues_in(node: Any) -> Iterator[Issue]:
    if isinstance(node, YamlMapping):
        for key, value in node.items():
            if isinstance(value, str):
                yield from _issue_of_text(value, node.value_place(key))
            else:
                yield from _issues_in(value)
    elif isinstance(node, YamlSequence):
        texts = [one for one in node if isinstance(one, str)]
        if sum(len(one) + _BETWEEN for one in texts) > LONGEST_CELL and len(texts) > 1:
            yield issue("F160", node.place(), limit=LONGEST_CELL)
        for index, value in enumerate(node):
            if isinstance(value, str):
                yield from _issue_of_text(value, node.item_place(index))
            else:
                yield from _issues_in(value)


def _issue_of_text(text: str, place: Place) -> Iterator[Issue]:
    if len(text) > LONGEST_CELL - 1:
        yield issue("F160", place, limit=LONGEST_CELL - 1)
    elif "\r" in text:
        yield issue("F161", place, character="U+000D")
    elif unseen := unseen_character(text):
        yield issue("F161", place, character=unseen)
