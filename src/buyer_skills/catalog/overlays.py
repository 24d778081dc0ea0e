"""Lay a folder over a catalogue: records it adds, and records it changes key by key.

A record with `extends: ID` and no `id` changes that record where it stands; with an `id` it makes a new one.
Only the keys it names change; none does while the change says `status: proposed`, which waits to be
accepted. Lists of lines that carry a `competency` or an `id` merge line by
line, `remove: [key]` takes lines away, any other value is replaced. All this happens before records become
entities, so that every key keeps the place it was written at, in whichever file.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from buyer_skills.catalog.groups import ALL_GROUPS, Group
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.raw_records import RawRecords
from buyer_skills.catalog.shapes import found_words, place_of, type_words
from buyer_skills.issues import Issue, issue, nearest
from buyer_skills.sources.tree import YamlMapping, YamlSequence

EXTENDS = "extends"
REMOVE = "remove"
STATUS = "status"
PROPOSED = "proposed"
_OWN_KEYS = frozenset({EXTENDS, REMOVE, "id"})
_LINE_KEYS = ("competency", "id")
"""The keys that tell the lines of a list apart."""


def lay_over(base: RawRecords, overlay: RawRecords, issues: list[Issue]) -> None:
    """Add the records of ``overlay`` to ``base``, and change those it extends.

    A record may extend one that the overlay itself adds.
    """
    for name, records in overlay.by_group.items():
        base.by_group[name] += [record for record in records if EXTENDS not in record]
    for name, records in overlay.by_group.items():
        for record in records:
            if EXTENDS in record:
                _extend(base, record, ALL_GROUPS[name], issues)
    base.proposed_changes += overlay.proposed_changes
    base.front_tree = base.front_tree if base.front else overlay.front_tree
    base.front = base.front or overlay.front
    base.set_aside |= overlay.set_aside
    base.incomplete |= overlay.incomplete
    base.is_whole = base.is_whole and overlay.is_whole


def refuse_extensions(raw: RawRecords) -> Iterator[Issue]:
    """Yield an issue for each record that extends another where there is nothing underneath; drop it."""
    for name, records in raw.by_group.items():
        for record in records:
            if EXTENDS in record:
                raw.is_whole = False
                yield issue("G103", place_of(record, (EXTENDS,), key=True))
        raw.by_group[name] = [record for record in records if EXTENDS not in record]


def numbered_handle(name: str, number: int) -> str:
    """Return how the lines of a sheet name a record: by its name, and by a number from the second change on.

    A change that stands and one that waits may be of the same record.

    >>> numbered_handle("negociation", 1), numbered_handle("negociation", 2)
    ('negociation', 'negociation (2)')
    """
    return name if number == 1 else f"{name} ({number})"


def is_proposed_change(record: Mapping[str, object]) -> bool:
    """Return whether a record would change another one, once accepted."""
    return EXTENDS in record and "id" not in record and record.get(STATUS) == PROPOSED


def lines_named(record: Mapping[str, Any]) -> set[str]:
    """Return the competencies that the lists of a plain record have a line for."""
    return {
        line["competency"]
        for value in record.values()
        if isinstance(value, list)
        for line in value
        if isinstance(line, dict) and "competency" in line
    }


def standing_change(records: Sequence[Mapping[str, Any]], name: str) -> int | None:
    """Return where, in its group, the change of a record that stands is; None when there is none."""
    return next(
        (
            index
            for index, one in enumerate(records)
            if one.get(EXTENDS) == name and "id" not in one and one.get(STATUS) != PROPOSED
        ),
        None,
    )


def merged_value(before: Any, change: Any, removed: Collection[str]) -> Any:
    """Return what a change makes of a value, both plain: lines of a list merge by what tells them apart.

    >>> merged_value([{"id": "a", "n": 1}, {"id": "b"}, {"id": "c"}], [{"id": "a", "n": 2}], {"b"})
    [{'id': 'a', 'n': 2}, {'id': 'c'}]
    """
    if not isinstance(before, list) or not isinstance(change, list) or not before or not change:
        return change
    lines = [*before, *change]
    for key in _LINE_KEYS:
        if not all(isinstance(one, dict) and key in one for one in lines):
            continue
        names = {line[key] for line in change}
        merged = []
        for name in dict.fromkeys(line[key] for line in lines):
            said = change if name in names else before
            merged += [line for line in said if line[key] == name and name not in removed]
        return merged
    return change


def _extend(raw: RawRecords, change: YamlMapping, group: Group, issues: list[Issue]) -> None:
    records = raw.by_group[group.name]
    target = change[EXTENDS]
    if not isinstance(target, str):
        place = place_of(change, (EXTENDS,))
        issues.append(issue("D104", place, expected=type_words("text"), found=found_words(target)))
        return
    index = next((index for index, one in enumerate(records) if one.get("id") == target), None)
    if index is None:
        known = [one["id"] for one in records if isinstance(one.get("id"), str)]
        close = nearest(target, known)
        issues.append(issue("G102", place_of(change, (EXTENDS,)), found=target, nearest=close))
        return
    merged = _merged(records[index], change, issues)
    if is_proposed_change(change):
        raw.proposed_changes.append((group.name, merged))
        return
    if "id" not in change:
        raw.set_aside |= set(_texts(records[index])) - set(_texts(merged))
        records[index] = merged
        return
    merged.borrow("id", change)
    if group.model is JobProfile:
        _keep_link(merged, records[index], change)
    records.append(merged)


def _merged(base: YamlMapping, change: YamlMapping, issues: list[Issue]) -> YamlMapping:
    is_new = "id" in change
    merged = YamlMapping(*((change.source, change.mark) if is_new else (base.source, base.mark)))
    for key in base:
        if not (is_new and key == "accepted"):
            merged.borrow(key, base)
    for key, value in change.items():
        if key in _OWN_KEYS:
            continue
        line_key = _line_key(base.get(key), value)
        if line_key is None:
            merged.borrow(key, change)
        else:
            merged.put(key, _merged_lines(base[key], value, line_key), change)
    if REMOVE in change:
        _remove(merged, change, issues)
    return merged


def _line_key(base: object, change: object) -> str | None:
    """Return the key that tells the lines of both lists apart, or None when they are not such lists."""
    if not isinstance(base, YamlSequence) or not isinstance(change, YamlSequence) or not base or not change:
        return None
    for key in _LINE_KEYS:
        if all(isinstance(line, YamlMapping) and isinstance(line.get(key), str) for line in (*base, *change)):
            return key
    return None


def _merged_lines(base: YamlSequence, change: YamlSequence, key: str) -> YamlSequence:
    """Return the lines of ``base`` in their order, each replaced by those of ``change`` with the same key."""
    merged = YamlSequence(change.source, change.mark)
    by_key: dict[str, list[YamlMapping]] = {}
    for line in change:
        by_key.setdefault(line[key], []).append(line)
    placed: set[str] = set()
    for line in base:
        name = line[key]
        if name not in by_key:
            merged.append(line)
        elif name not in placed:
            placed.add(name)
            merged += by_key[name]
    for name, lines in by_key.items():
        if name not in placed:
            merged += lines
    return merged


def _remove(merged: YamlMapping, change: YamlMapping, issues: list[Issue]) -> None:
    names = change[REMOVE]
    if not isinstance(names, YamlSequence) or not all(isinstance(name, str) for name in names):
        place = place_of(change, (REMOVE,))
        issues.append(issue("D104", place, expected=type_words("list"), found=found_words(names)))
        return
    for index, name in enumerate(names):
        known: set[str] = set()
        is_found = False
        for key, value in list(merged.items()):
            line_key = _line_key(value, value)
            if line_key is None:
                continue
            known |= {line[line_key] for line in value}
            if name in known:
                is_found = True
                kept = YamlSequence(value.source, value.mark)
                kept += [line for line in value if line[line_key] != name]
                merged.put(key, kept, merged.borrowed.get(key, merged))
        if not is_found:
            place = place_of(change, (REMOVE, index))
            issues.append(issue("G104", place, found=name, nearest=nearest(name, known)))


def _texts(node: object) -> Iterator[str]:
    """Yield every text of a record."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, YamlMapping):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, YamlSequence):
        for value in node:
            yield from _texts(value)


def _keep_link(merged: YamlMapping, base: YamlMapping, change: YamlMapping) -> None:
    """Make a new profile say which one it comes from; it is the employer's own unless it says otherwise."""
    if "based_on" not in change:
        link = YamlMapping(change.source, change.mark)
        link["profile"] = base["id"]
        merged.put("based_on", link, change, EXTENDS)
    if "kind" not in change:
        merged.put("kind", "local", change, EXTENDS)
