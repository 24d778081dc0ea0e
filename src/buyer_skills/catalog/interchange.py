"""A whole catalogue in one text: every group under its own key, in plain values, as JSON."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from buyer_skills.catalog.files import FORMAT_VERSION
from buyer_skills.catalog.groups import ALL_GROUPS, FRONT
from buyer_skills.catalog.raw_records import RawRecords, add_records, read_front, version_issues
from buyer_skills.catalog.shapes import found_words, type_words, unknown_keys
from buyer_skills.issues import Issue, issue
from buyer_skills.sources.strict_yaml import read_yaml_file
from buyer_skills.sources.tree import YamlMapping


def catalogue_json(records: Mapping[str, Sequence[Mapping[str, Any]]], front: Mapping[str, Any]) -> bytes:
    """Return plain records by group as one JSON text."""
    whole: dict[str, Any] = {"format_version": FORMAT_VERSION}
    if front:
        whole[FRONT] = front
    whole |= {ALL_GROUPS[name].key: found for name, found in records.items()}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def read_catalogue_json(path: Path, name: str, issues: list[Issue]) -> tuple[RawRecords, frozenset[str]]:
    """Read a catalogue in one JSON text.

    Returns:
        Its records, and the names of the groups it has; a group that is not there is not said to be empty.
    """
    raw = RawRecords()
    tree, found = read_yaml_file(path, name)
    issues += found
    if tree is None:
        return raw, frozenset()
    issues += version_issues(tree)
    known = ["format_version", FRONT, *(group.key for group in ALL_GROUPS.values())]
    issues += unknown_keys(tree, known, "D102", known=tuple(known))
    front = tree.get(FRONT)
    if isinstance(front, YamlMapping):
        raw.front, raw.front_tree = read_front(front, issues), front
    elif FRONT in tree:
        place = tree.value_place(FRONT)
        issues.append(issue("D104", place, expected=type_words("mapping"), found=found_words(front)))
    for group in ALL_GROUPS.values():
        add_records(raw, group, tree, issues)
    return raw, frozenset(name for name, group in ALL_GROUPS.items() if group.key in tree)
