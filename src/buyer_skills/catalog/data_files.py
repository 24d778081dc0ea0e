"""Records into the text of data files: what did not change keeps its text and its comments, byte for byte."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from buyer_skills.catalog.fields import Entity
from buyer_skills.catalog.files import FORMAT_VERSION, CatalogFile
from buyer_skills.catalog.groups import FILES, FRONT, GROUPS_BY_FILE, Group
from buyer_skills.catalog.overlays import EXTENDS, REMOVE
from buyer_skills.catalog.sheets.columns import FieldType
from buyer_skills.catalog.sheets.plain import plain_record, plain_value, shortened
from buyer_skills.sources.strict_yaml import read_yaml_bytes
from buyer_skills.sources.tree import SourceText, YamlMapping, YamlSequence
from buyer_skills.sources.yaml_writing import yaml_record, yaml_value

Plain = Mapping[str, Any]


@dataclass
class Changes:
    """What writing records over those of a folder does: the names of records by what becomes of them."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: int = 0
    written: dict[str, list[str]] = field(default_factory=dict)
    """The names of the records that were added or changed, by group."""

    def write(self, group: str, names: list[str], *, are_new: bool) -> None:
        """Note records that are written, by their group."""
        (self.added if are_new else self.changed).extend(names)
        self.written.setdefault(group, []).extend(names)


def changed_files(
    records: Mapping[str, Sequence[Plain]], front: Plain, folder: Path, changes: Changes
) -> dict[str, bytes]:
    """Return the files of a folder that are not already there as they would be written, by name.

    Args:
        records: plain records by group; a group that is not there stays as it was.
        front: what `catalog.yaml` says.
        folder: the folder, which may not be there.
        changes: what becomes of records is added here.
    """
    written: dict[str, bytes] = {}
    for stem in FILES:
        path = folder / f"{stem}.yaml"
        before = path.read_bytes() if path.is_file() else None
        content = front_file(front, before) if stem == FRONT else data_file(stem, records, before, changes)
        if content is not None and content != before:
            written[path.name] = content
    return written


def data_file(
    stem: str, records: Mapping[str, Sequence[Plain]], before: bytes | None, changes: Changes
) -> bytes | None:
    """Return the text of one file of records, or None when there is nothing to say.

    Args:
        stem: the file, such as ``trainings``.
        records: plain records by group; a group of the file that is not there stays as it was.
        before: the file as it is in the folder, when it is there.
        changes: what becomes of records is added here.
    """
    groups = [group for group in GROUPS_BY_FILE[stem] if group.name in records]
    old = _Before(before) if before is not None else None
    if old is None:
        lists = [_new_list(group, records[group.name], changes) for group in groups if records[group.name]]
        if not lists:
            return None
        return f"format_version: {FORMAT_VERSION}\n{''.join(lists)}".encode()
    parts = {group.key: _list_text(group, records[group.name], old, changes) for group in groups}
    content = old.with_lists(parts)
    if content != before and not _says(content, groups, records):
        # Comments that are none, in a text of several lines: better to write all anew than to cut wrong.
        whole = {group.key: _new_list(group, records[group.name], Changes()) for group in groups}
        content = old.with_lists(whole)
    return content


def _says(content: bytes, groups: Sequence[Group], records: Mapping[str, Sequence[Plain]]) -> bool:
    """Return whether a text reads back as the records it was made of."""
    after = _Before(content)
    return all(after.records(group) == list(records[group.name]) for group in groups)


def front_file(front: Plain, before: bytes | None) -> bytes | None:
    """Return the text of `catalog.yaml`, untouched when it says the same; None when there is none."""
    rest = {key: value for key, value in front.items() if key != "format_version"}
    if before is not None:
        tree, _ = read_yaml_bytes(before, FRONT)
        if tree is not None and plain_front(tree) == rest:
            return before
    if not rest and before is None:
        return None
    lines = [f"{key}:{yaml_value(value, 0)}\n" for key, value in _short(FILES[FRONT], rest).items()]
    return f"format_version: {FORMAT_VERSION}\n{''.join(lines)}".encode()


def plain_front(tree: Plain) -> dict[str, Any]:
    """Return what `catalog.yaml` says in plain values, but for the version of the format."""
    plain = plain_value([FieldType(CatalogFile, (), is_nullable=False)], tree)
    return {key: value for key, value in plain.items() if key != "format_version"}


def name_of(record: Plain) -> str:
    """Return the id of a record, or of the one it changes."""
    return str(record.get("id", record.get(EXTENDS)))


def _new_list(group: Group, records: Sequence[Plain], changes: Changes) -> str:
    changes.write(group.key, [name_of(record) for record in records], are_new=True)
    if not records:
        return f"\n{group.key}: []\n"
    return f"\n{group.key}:\n" + "".join(_record_text(group, record) for record in records)


def _list_text(group: Group, records: Sequence[Plain], old: "_Before", changes: Changes) -> str | None:
    """Return the text of a list, its key included; None when it stays as it is."""
    before = old.records(group)
    names = _numbered(before)
    wanted = _numbered(records)
    changes.removed += [name for name, number in names if (name, number) not in wanted]
    chunks = old.chunks(group)
    by_name = dict(zip(names, zip(before, chunks, strict=True), strict=True)) if chunks else {}
    if chunks is None:
        by_name = {name: (record, "") for name, record in zip(names, before, strict=True)}
    written: list[str] = []
    is_same = names == wanted
    for key, record in zip(wanted, records, strict=True):
        name = key[0]
        if key not in by_name:
            changes.write(group.key, [name], are_new=True)
            written.append(_record_text(group, record))
            continue
        was, chunk = by_name[key]
        if was == record:
            changes.kept += 1
            written.append(chunk or _record_text(group, record))
            continue
        is_same = False
        changes.write(group.key, [name], are_new=False)
        written.append(_comments_above(chunk) + _record_text(group, record) + _blank_below(chunk))
    if is_same:
        return None
    head = old.head(group) if chunks else None
    return (head or f"\n{group.key}:\n") + "".join(written) if written else f"\n{group.key}: []\n"


def _numbered(records: Sequence[Plain]) -> list[tuple[str, int]]:
    """Return the name of each record, numbered: several changes may be of one record."""
    seen: Counter[str] = Counter()
    numbered: list[tuple[str, int]] = []
    for record in records:
        name = name_of(record)
        seen[name] += 1
        numbered.append((name, seen[name]))
    return numbered


def _record_text(group: Group, record: Plain) -> str:
    return yaml_record(_in_order(group.model, _short(group.model, record)))


def _in_order(model: type[Entity], record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with its keys in reading order: what it is, what it says, what it rests on."""
    own = [one.alias or name for name, one in model.model_fields.items()]
    last = ("sources", "note", "accepted")
    order = ["id", EXTENDS, REMOVE, *(key for key in own if key not in {"id", *last}), *last]
    return {key: record[key] for key in order if key in record}


def _short(model: type[Entity], record: Plain) -> dict[str, Any]:
    return dict(shortened(record, [FieldType(model, (), is_nullable=False)]))


def _comments_above(chunk: str) -> str:
    lines = chunk.splitlines(keepends=True)
    first = next((index for index, line in enumerate(lines) if line.lstrip().startswith("-")), 0)
    return "".join(lines[:first])


def _blank_below(chunk: str) -> str:
    lines = chunk.splitlines(keepends=True)
    count = 0
    while count < len(lines) and not lines[-1 - count].strip():
        count += 1
    return "".join(lines[len(lines) - count :])


class _Before:
    """A file as it was: its text cut where its lists and their records begin."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        tree, _ = read_yaml_bytes(content, "")
        self._tree = tree if tree is not None else YamlMapping(SourceText("", ""), None)
        self._lines = content.decode("utf-8-sig").splitlines(keepends=True) if tree is not None else []
        if self._lines and not self._lines[-1].endswith("\n"):
            self._lines[-1] += "\n"

    def records(self, group: Group) -> list[dict[str, Any]]:
        found = self._tree.get(group.key)
        if not isinstance(found, YamlSequence):
            return []
        return [plain_record(group, one) for one in found if isinstance(one, YamlMapping)]

    def chunks(self, group: Group) -> list[str] | None:
        """Return the text of each record with the comments above it; None when they share lines."""
        starts = self._starts(group)
        if starts is None:
            return None
        ends = [*starts[1:], self._span(group.key)[1]]
        return ["".join(self._lines[start:end]) for start, end in zip(starts, ends, strict=True)]

    def head(self, group: Group) -> str:
        """Return the text of the list before its first record."""
        start, end = self._span(group.key)
        starts = self._starts(group)
        return "".join(self._lines[start : starts[0] if starts else end])

    def with_lists(self, parts: Mapping[str, str | None]) -> bytes:
        """Return the text with some lists written anew; those that are None stay."""
        if all(text is None for text in parts.values()):
            return self.content
        written: list[str] = []
        last = 0
        for key in self._tree:
            start, end = self._span(key)
            written += self._lines[last:start]
            text = parts.get(key)
            written += self._lines[start:end] if text is None else [text]
            last = end
        written += self._lines[last:]
        written += [text for key, text in parts.items() if text is not None and key not in self._tree]
        return "".join(written).encode()

    def _span(self, key: str) -> tuple[int, int]:
        """Return the lines of a key of the file: from the comments above it to those above the next one."""
        keys = list(self._tree)
        index = keys.index(key)
        start = self._above(self._key_line(key))
        end = self._above(self._key_line(keys[index + 1])) if index + 1 < len(keys) else len(self._lines)
        return start, end

    def _key_line(self, key: str) -> int:
        return self._tree.key_place(key).line - 1

    def _starts(self, group: Group) -> list[int] | None:
        found = self._tree.get(group.key)
        if not isinstance(found, YamlSequence) or not found:
            return None
        lines = [found.item_place(index).line - 1 for index in range(len(found))]
        is_apart = all(self._lines[line].lstrip().startswith("- ") for line in lines)
        if not is_apart or len(set(lines)) != len(lines):
            return None
        floor = self._key_line(group.key) + 1
        return [max(self._above(line), floor) for line in lines]

    def _above(self, line: int) -> int:
        """Return where the comments just above a line begin."""
        while line > 0 and self._lines[line - 1].lstrip().startswith("#"):
            line -= 1
        return line
