"""The sheets of a catalogue, read off the entities: one a group, and one for each of its lists of lines."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from buyer_skills.catalog.catalog import GROUPS
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.files import CatalogFile
from buyer_skills.catalog.groups import ALL_GROUPS, FRONT
from buyer_skills.catalog.overlays import EXTENDS, REMOVE
from buyer_skills.catalog.sheets.columns import (
    REFERENCES,
    Column,
    FieldType,
    KeyPath,
    is_entity,
    is_pair,
    is_slug,
    item_of,
    keys_of,
    opened,
    scalar_kind,
)

Form = Literal["records", "front", "list", "map", "single"]
"""records: one row a record; front: the one row of `catalog.yaml`; list: one row a line of a list; map: one
row a key; single: at most one row a record, for a part of it that few have."""

ACCEPTED = "accepted"
"""The one sheet that all groups share: the warnings that records accept."""

RECORD = "record"
"""Key of the column that says which record a row is of."""

LIST = "list"
"""Key of the column of the shared sheet that says which group."""

RANK = "rank"
"""Key of the column that numbers lines that nothing else tells apart."""

_TEMPLATE = "template"
_NATURAL_KEYS = ("id", "level", "activity")
_MAP_KEYS = {"parts": "actor"}
_MAP_KEY = "employer"
_CARRIED = frozenset(Record.model_fields)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: what its rows are, where they go in a record, and its columns."""

    key: str
    group: str
    form: Form
    path: KeyPath
    """Keys from the record, or from a row of the sheet above, to what the rows hold."""
    handles: tuple[Column, ...]
    """The columns that say which record, and which row of the sheets above, a row belongs to."""
    columns: tuple[Column, ...]
    children: tuple["Sheet", ...] = ()
    row_key: Column | None = None
    """The column by which rows of the sheets below name a row of this one."""
    is_implied: bool = False
    """Whether it is not written: its rows say no more than those of the sheet below it."""
    model: type[BaseModel] = field(default=CatalogFile)

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """Every column, those that say what a row belongs to first."""
        return self.handles + self.columns

    def column(self, key: str) -> Column | None:
        """Return the column of a key."""
        return next((one for one in self.all_columns if one.key == key), None)


def sheets() -> tuple[Sheet, ...]:
    """Return every sheet in the order of a workbook: the front, then each group and its lists."""
    return _sheets()


def group_sheet(group: str) -> Sheet:
    """Return the sheet of the records of a group, with those of its lists below it."""
    return _group_sheets()[group]


def sheets_below(sheet: Sheet) -> Iterator[Sheet]:
    """Yield the sheets below one, then those below them."""
    for child in sheet.children:
        yield child
        yield from sheets_below(child)


@cache
def _sheets() -> tuple[Sheet, ...]:
    found = [front_sheet()]
    for group in GROUPS:
        sheet = group_sheet(group)
        found += [one for one in (sheet, *sheets_below(sheet)) if not one.is_implied and one.key != ACCEPTED]
    shared = next(one for one in group_sheet(GROUPS[0]).children if one.key == ACCEPTED)
    return (*found, replace(shared, group=""))


@cache
def front_sheet() -> Sheet:
    """Return the sheet of what `catalog.yaml` says."""
    columns = [one for one in _columns(CatalogFile, ()) if one.key != "format_version"]
    return Sheet(FRONT, "", "front", (), (), tuple(columns))


@cache
def _group_sheets() -> dict[str, Sheet]:
    return {name: _records_sheet(name) for name in GROUPS}


def _records_sheet(group: str) -> Sheet:
    model = ALL_GROUPS[group].model
    identifier, *columns = _columns(model, ())
    # What every record may carry comes after what is its own.
    columns.sort(key=lambda one: one.path[0] in _CARRIED)
    changes = (
        Column(EXTENDS, (EXTENDS,), "slug", refers_to=group, is_of_change=True),
        Column(REMOVE, (REMOVE,), "list", is_of_change=True),
    )
    handle = Column(RECORD, (), "slug", is_required=True, refers_to=group)
    below = tuple(_below(model, group, group, (handle,)))
    row_key = replace(identifier, key=RECORD)
    return Sheet(
        group, group, "records", (), (), (identifier, *changes, *columns), below, row_key, model=model
    )


def _columns(
    model: type[BaseModel], path: KeyPath, opens: KeyPath | None = None, *, is_optional: bool = False
) -> Iterator[Column]:
    """Yield the columns of an entity; those of the entities it is made of stand in line with them.

    ``opens`` is the part of the record that is null when its first compulsory cell says so; nothing is
    compulsory of a part that a record may do without.
    """
    for key, found, types in keys_of(model):
        if len(types) > 1:
            continue
        one, place = types[0], (*path, key)
        is_required = found.is_required() and not is_optional
        null_of: KeyPath | None = place if one.is_nullable else None
        if found.is_required() and opens is not None:
            null_of, opens = opens, None
        if is_entity(one.core):
            yield from _columns(one.core, place, null_of, is_optional=not is_required)
            continue
        made = _column(place, one, is_required=is_required)
        if made:
            yield replace(made, null_of=null_of)


def _column(path: KeyPath, found: FieldType, *, is_required: bool) -> Column | None:
    """Return the column of a value, or None for what has a sheet of its own."""
    key = ".".join(path)
    if get_origin(found.core) is dict:
        return None
    if get_origin(found.core) is tuple:
        item = item_of(found.core)
        if is_pair(item.core):
            return Column(key, path, "pairs", is_required)
        kind, words = scalar_kind(item)
        return Column(key, path, "list", is_required, words) if _fits_a_cell(item, kind) else None
    kind, words = scalar_kind(found)
    refers_to = REFERENCES.get(path[-1], "") if kind == "slug" else ""
    return Column(key, path, kind, is_required, words, refers_to)


def _fits_a_cell(item: FieldType, kind: str) -> bool:
    return not is_entity(item.core) and (kind == "word" or is_slug(item))


def _below(
    model: type[BaseModel], prefix: str, group: str, handles: tuple[Column, ...], path: KeyPath = ()
) -> Iterator[Sheet]:
    """Yield the sheets of the lists and maps of an entity, and of the entities it is made of."""
    for key, _, types in keys_of(model):
        place = (*path, key)
        for one in types:
            if is_entity(one.core) and len(types) > 1:
                name = f"{prefix}.{_TEMPLATE}"
                yield Sheet(name, group, "single", place, handles, tuple(_columns(one.core, ())))
            elif is_entity(one.core):
                yield from _below(one.core, prefix, group, handles, place)
            elif get_origin(one.core) is dict:
                yield _map_sheet(one, f"{prefix}.{key}", group, handles, place)
            elif get_origin(one.core) is tuple and not _in_a_cell(one):
                yield _list_sheet(one, f"{prefix}.{key}", group, handles, place)


def _in_a_cell(found: FieldType) -> bool:
    item = item_of(found.core)
    return is_pair(item.core) or (not is_entity(item.core) and _fits_a_cell(item, scalar_kind(item)[0]))


def _list_sheet(found: FieldType, key: str, group: str, handles: tuple[Column, ...], path: KeyPath) -> Sheet:
    item = item_of(found.core)
    if not is_entity(item.core):
        return Sheet(key, group, "list", path, handles, (Column("text", (), "text", is_required=True),))
    if path == (ACCEPTED,):
        words = tuple(ALL_GROUPS[name].key for name in GROUPS)
        which = Column(LIST, (), "word", is_required=True, words=words)
        record = replace(handles[0], refers_to="")
        return Sheet(ACCEPTED, group, "list", path, (which, record), tuple(_columns(item.core, ())))
    return _with_rows_below(
        item.core, Sheet(key, group, "list", path, handles, tuple(_columns(item.core, ())))
    )


def _with_rows_below(model: type[BaseModel], sheet: Sheet) -> Sheet:
    """Return the sheet with those below it, whose rows name a row of this one by a key or a number."""
    if not any(True for _ in _below(model, sheet.key, sheet.group, sheet.handles)):
        return sheet
    row_key = next((one for one in sheet.columns if one.key in _NATURAL_KEYS), None)
    columns = sheet.columns
    if row_key is None:
        row_key = Column(RANK, (), "integer", is_required=True)
        columns = (row_key, *columns)
    handle = replace(row_key, path=(), is_required=True)
    below = tuple(_below(model, sheet.key, sheet.group, (*sheet.handles, handle)))
    is_implied = columns == (row_key,) and len(below) == 1 and row_key.key != RANK
    return replace(sheet, columns=columns, children=below, row_key=row_key, is_implied=is_implied)


def _map_sheet(found: FieldType, key: str, group: str, handles: tuple[Column, ...], path: KeyPath) -> Sheet:
    of_keys, of_values = (opened(one)[0] for one in get_args(found.core))
    kind, words = scalar_kind(of_keys)
    named = Column(_MAP_KEYS.get(path[-1], _MAP_KEY), (), kind, is_required=True, words=words)
    if is_entity(of_values.core):
        columns = tuple(_columns(of_values.core, ()))
    else:
        value_kind, value_words = scalar_kind(of_values)
        columns = (Column("value", (), value_kind, is_required=True, words=value_words),)
    return Sheet(key, group, "map", path, handles, (named, *columns), row_key=named)
