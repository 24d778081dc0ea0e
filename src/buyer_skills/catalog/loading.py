"""Folders of data into a checked catalogue."""

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from buyer_skills.catalog.bundled import DataFolder, as_folder, bundled_folder
from buyer_skills.catalog.catalog import GROUPS, Catalog
from buyer_skills.catalog.checks import CheckContext, Written, check_records
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.groups import ALL_GROUPS
from buyer_skills.catalog.overlays import lay_over, refuse_extensions
from buyer_skills.catalog.partial_records import readable_part
from buyer_skills.catalog.places import Places
from buyer_skills.catalog.raw_records import RawRecords, read_folder
from buyer_skills.catalog.shapes import place_of, shape_issues
from buyer_skills.errors import DataError
from buyer_skills.issues import Issue, has_errors, in_order, issue
from buyer_skills.sources.tree import YamlMapping

AnyFolder = DataFolder | Path | str
"""A folder of data: by its path, or with the name it is shown by."""

_UNSORTED = frozenset(
    {"areas", "phases", "roles", "themes", "activities", "set_ups", "glossary", "decisions"}
)


@dataclass(frozen=True)
class LoadedCatalog:
    """A catalogue as it was read, with all that was found wrong on the way."""

    catalog: Catalog
    """The records that could be read and are not `proposed`."""
    issues: tuple[Issue, ...]
    """Every issue, sorted by place."""
    places: Places
    """Where each record is written."""

    @property
    def has_errors(self) -> bool:
        """Whether an issue forbids going on."""
        return has_errors(self.issues)


def read_catalog(
    folders: Iterable[AnyFolder],
    overlays: Iterable[AnyFolder] = (),
    *,
    day: dt.date | None = None,
    errors_only: bool = False,
) -> LoadedCatalog:
    """Read folders of data as one catalogue and check it.

    Args:
        folders: the folders whose records stand side by side. One whose `catalog.yaml` says
            `overlay: true` is laid over the others, or over the bundled catalogue when there is no other.
        overlays: folders laid over them, in this order: they add records, and change those they `extend`.
        day: the day the report is made for; checks that depend on it are left out without it.
        errors_only: leave out the checks that only give warnings and notes.

    Returns:
        The catalogue, the issues and the places. Nothing is raised for what is wrong in the data.
    """
    with _collector_at_rest():
        issues: list[Issue] = []
        raw = _read_standing(folders, issues)
        for folder in overlays:
            lay_over(raw, read_folder(as_folder(folder), issues), issues)
        return _checked(raw, issues, day=day, errors_only=errors_only)


class Underneath:
    """A catalogue that records may be laid over, read once however many times they are checked."""

    def __init__(self, folder: AnyFolder, overlays: Iterable[AnyFolder] = ()) -> None:
        """Take a catalogue.

        Args:
            folder: its folder.
            overlays: folders that are laid over it first.
        """
        self._folders = as_folder(folder), tuple(map(as_folder, overlays))

    def records(self, issues: list[Issue]) -> RawRecords:
        """Return its records, to lay others over; what is wrong with them is added to ``issues``."""
        raw, found = self._read
        issues += found
        return raw.copy()

    @cached_property
    def _read(self) -> tuple[RawRecords, list[Issue]]:
        folder, overlays = self._folders
        issues: list[Issue] = []
        raw = read_folder(folder, issues)
        for overlay in overlays:
            lay_over(raw, read_folder(overlay, issues), issues)
        return raw, issues


def check_records_read(
    raw: RawRecords,
    issues: list[Issue],
    under: Underneath,
    *,
    day: dt.date | None = None,
    errors_only: bool = False,
) -> LoadedCatalog:
    """Check records that come from elsewhere than a folder, as :func:`read_catalog` does.

    Args:
        raw: the records; when their front says that they are an overlay, they are laid over ``under``.
        issues: what was found wrong while they were read.
        under: the catalogue an overlay is laid over.
        day: the day the check is made for.
        errors_only: leave out the checks that only give warnings and notes.
    """
    with _collector_at_rest():
        together = raw
        if raw.front and raw.front.overlay:
            together = under.records(issues)
            lay_over(together, raw, issues)
        else:
            issues += refuse_extensions(raw)
        return _checked(together, issues, day=day, errors_only=errors_only)


def load_catalog(
    folders: Iterable[AnyFolder] = (),
    overlays: Iterable[AnyFolder] = (),
    *,
    day: dt.date | None = None,
) -> Catalog:
    """Return a catalogue that is fit to answer from; without ``folders``, the bundled one.

    Raises:
        DataError: when the data has errors; it carries them all.
    """
    folders = tuple(folders) or (bundled_folder(),)
    loaded = read_catalog(folders, overlays, day=day, errors_only=True)
    if loaded.has_errors:
        raise DataError(loaded.issues)
    return loaded.catalog


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, a hundred thousand objects that all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_standing(folders: Iterable[AnyFolder], issues: list[Issue]) -> RawRecords:
    """Read the folders that stand side by side; those that say they are overlays go over the rest."""
    read = [read_folder(as_folder(folder), issues) for folder in folders]
    overlays = [raw for raw in read if raw.front and raw.front.overlay]
    standing = [raw for raw in read if not (raw.front and raw.front.overlay)]
    if overlays and not standing:
        standing = [read_folder(bundled_folder(), issues)]
    together = RawRecords()
    for raw in standing:
        together.add(raw)
    issues += refuse_extensions(together)
    for raw in overlays:
        lay_over(together, raw, issues)
    return together


def _checked(
    raw: RawRecords, issues: list[Issue], *, day: dt.date | None, errors_only: bool
) -> LoadedCatalog:
    trees: dict[tuple[str, str], YamlMapping] = {}
    records: dict[str, dict[str, Record]] = {}
    partial: dict[str, dict[str, Record]] = {}
    for name in GROUPS:
        records[name], partial[name] = _entities(name, raw.by_group[name], trees, issues)
    _note_shared_ids(trees, issues)
    front = raw.front
    catalog = Catalog(
        **{name: _accepted(records[name], is_sorted=name not in _UNSORTED) for name in GROUPS},  # type: ignore[arg-type]
        title=front.title if front else None,
        date=front.date.last if front and front.date else None,
    )
    places = Places(trees)
    identifiers = {name: frozenset(one for group, one in trees if group == name) for name in GROUPS}
    is_whole = raw.is_whole and all(len(records[name]) == len(raw.by_group[name]) for name in GROUPS)
    written = Written(**records)  # type: ignore[arg-type]
    incomplete, set_aside = frozenset(raw.incomplete), frozenset(raw.set_aside)
    context = CheckContext(catalog, written, identifiers, places, incomplete, is_whole, day, set_aside)
    issues += check_records(context, errors_only=errors_only)
    for changed in _apart(raw.proposed_changes):
        issues += _issues_of_changes(changed, context)
    if any(partial.values()):
        # What is only missing because a key could not be read is no fault: of these, errors alone are said.
        rest = replace(context, written=Written(**partial))  # type: ignore[arg-type]
        issues += [one for one in check_records(rest, errors_only=True) if one.severity == "error"]
    return LoadedCatalog(catalog, in_order(issues), places)


def _entities(
    group: str, raw: Sequence[YamlMapping], trees: dict[tuple[str, str], YamlMapping], issues: list[Issue]
) -> tuple[dict[str, Record], dict[str, Record]]:
    """Return the records of a group, by id: those well formed, and what can be read of the others.

    Every tree is noted in ``trees``.
    """
    model = ALL_GROUPS[group].model
    validate = model.__pydantic_validator__.validate_python
    entities: dict[str, Record] = {}
    partial: dict[str, Record] = {}
    for tree in raw:
        identifier = tree.get("id")
        if isinstance(identifier, str):
            if first := trees.get((group, identifier)):
                issues.append(_duplicate(identifier, tree, first))
                continue
            trees[group, identifier] = tree
        try:
            record = validate(tree)
        except ValidationError as error:
            issues += shape_issues(error, model, tree)
            if part := readable_part(model, tree, error):
                partial[part.id] = part
        else:
            entities[record.id] = record
    return entities, partial


def _apart(changes: Iterable[tuple[str, YamlMapping]]) -> Iterator[list[tuple[str, YamlMapping]]]:
    """Yield the changes that are only proposed, so that no two of a series are of one record."""
    rest = list(changes)
    while rest:
        first: dict[tuple[str, str], YamlMapping] = {}
        others: list[tuple[str, YamlMapping]] = []
        for group, tree in rest:
            key = (group, str(tree.get("id")))
            if key in first:
                others.append((group, tree))
            else:
                first[key] = tree
        yield [(group, tree) for (group, _), tree in first.items()]
        rest = others


def _issues_of_changes(changed: list[tuple[str, YamlMapping]], context: CheckContext) -> Iterator[Issue]:
    """Yield the errors that records would have if changes that are only proposed were accepted."""
    trees: dict[tuple[str, str], YamlMapping] = {}
    issues: list[Issue] = []
    records: dict[str, dict[str, Record]] = {}
    for name in GROUPS:
        found = [tree for group, tree in changed if group == name]
        records[name], partial = _entities(name, found, trees, issues)
        records[name] |= partial
    yield from issues
    would_be = replace(context, written=Written(**records), places=Places(trees))  # type: ignore[arg-type]
    yield from (one for one in check_records(would_be, errors_only=True) if one.severity == "error")


def _note_shared_ids(trees: dict[tuple[str, str], YamlMapping], issues: list[Issue]) -> None:
    """Note ids used in two groups that share their id space, such as a training and a profile."""
    first_of: dict[tuple[str, str], YamlMapping] = {}
    for (group, identifier), tree in trees.items():
        key = (ALL_GROUPS[group].id_space, identifier)
        if key in first_of:
            issues.append(_duplicate(identifier, tree, first_of[key]))
        else:
            first_of[key] = tree


def _duplicate(identifier: str, tree: YamlMapping, first: YamlMapping) -> Issue:
    return issue("G101", place_of(tree, ("id",)), found=identifier, first=place_of(first, ("id",)).words)


def _accepted(records: dict[str, Record], *, is_sorted: bool) -> dict[str, Record]:
    kept = {name: record for name, record in records.items() if getattr(record, "status", None) != "proposed"}
    return dict(sorted(kept.items())) if is_sorted else kept
