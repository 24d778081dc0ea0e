"""What is wrong with the shape of one record, as issues: keys, types, words and ranges.

The rules are those of the entities; this module only puts what pydantic found into our codes, with the
place in the file, the keys or words that were expected, and the nearest one.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from buyer_skills.catalog.annotations import Path, annotations_at, keys_at, owner_of, words_at
from buyer_skills.catalog.fields import WRITTEN_AS_TEXT
from buyer_skills.issues import Issue, Place, issue, nearest
from buyer_skills.messages import Message
from buyer_skills.sources.tree import UnquotedScalar, YamlMapping, place_at, written_at

_RANGE_CODES = {
    ("Outcome", "from"): "T102",
    ("Outcome", "to"): "T102",
    ("PracticeTemplate", "steps"): "T102",
    ("LevelRequired", "level"): "T104",
    ("Requirement", "level"): "P102",
    ("Change", "from"): "P102",
    ("Change", "to"): "P102",
    ("Requirement", "importance"): "P103",
    ("Buyer", "levels"): "B102",
    ("Need", "levels"): "E104",
}
"""Ranges that have a code of their own, by entity and key."""

_EXPECTED_TYPES = {
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "int_type": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "bool_type": "boolean",
    "string_type": "text",
}
_BOUNDS = {
    "ge": "at-least",
    "le": "at-most",
    "gt": "above",
    "lt": "below",
    "multiple_of": "multiple-of",
}
_KEY = "[key]"
"""What pydantic puts at the end of a path when the key of a dict is meant."""
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Fault:
    """What pydantic found, and where."""

    model: type[BaseModel]
    tree: YamlMapping
    kind: str
    path: Path
    found: Any
    context: dict[str, Any]

    @property
    def place(self) -> Place:
        return place_of(self.tree, self.path)

    @property
    def expects_text(self) -> bool:
        return self.kind == "string_type" or (
            self.kind == "model_type"
            and any(one in WRITTEN_AS_TEXT for one in annotations_at(self.model, self.path))
        )


def shape_issues(error: ValidationError, model: type[BaseModel], tree: YamlMapping) -> Iterator[Issue]:
    """Yield the issues of one record that did not become a ``model``; ``tree`` is what was written."""
    for detail in error.errors(include_url=False):
        fault = _Fault(model, tree, detail["type"], detail["loc"], detail["input"], detail.get("ctx", {}))
        yield _MAKERS.get(fault.kind, _wrong_type)(fault)


def place_of(tree: YamlMapping, path: Sequence[str | int], *, key: bool = False) -> Place:
    """Return the place of ``path`` in the record, or that of the record."""
    return place_at(tree, path, key=key) or tree.place()


def type_words(name: str) -> Message:
    """Return the words of a type of value: text, integer, number, boolean, list, mapping."""
    return Message(f"issues.type.{name}")


def found_words(value: object) -> Message:
    """Return the words of what was found: its type, and what it is when it is short."""
    if isinstance(value, dict):
        return Message("issues.type.mapping")
    if isinstance(value, list):
        return Message("issues.type.list")
    if value is None:
        return Message("issues.type.nothing")
    return Message("issues.type.value", {"value": shown(value)})


def unknown_keys(tree: YamlMapping, known: Collection[str], code: str, /, **said: object) -> Iterator[Issue]:
    """Yield an issue of ``code`` for each key of a mapping that is none of ``known``."""
    for key in tree:
        if key not in known:
            yield issue(code, tree.key_place(key), found=shown(key), nearest=nearest(key, known), **said)


def shown(value: object) -> str:
    r"""Return a value on one line, cut when it is long.

    >>> shown(True), shown("a\nb")
    ('true', 'a b')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "{...}" if isinstance(value, dict) else "[...]"
    text = " ".join(str(value).split()) if value is not None else "null"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _missing(fault: _Fault) -> Issue:
    if isinstance(fault.path[-1], int):
        return _not_a_pair(fault)
    return issue("D101", place_of(fault.tree, fault.path[:-1]), missing=fault.path[-1])


def _unknown_key(fault: _Fault) -> Issue:
    found = str(fault.path[-1])
    known = sorted(keys_at(fault.model, fault.path[:-1]))
    place = place_of(fault.tree, fault.path, key=True)
    return issue("D102", place, found=shown(found), nearest=nearest(found, known), known=tuple(known))


def _unknown_word(fault: _Fault) -> Issue:
    is_key = fault.path[-1] == _KEY
    path = fault.path[:-1] if is_key else fault.path
    known = words_at(fault.model, path, key=is_key)
    place = place_of(fault.tree, path, key=is_key)
    close = nearest(fault.found, known) if isinstance(fault.found, str) else ""
    return issue("D106", place, found=shown(fault.found), nearest=close, known=known)


def _out_of_range(fault: _Fault) -> Issue:
    code = _RANGE_CODES.get(owner_of(fault.model, fault.path), "D107")
    name = next(name for name in _BOUNDS if name in fault.context)
    limit = Message(f"issues.range.{_BOUNDS[name]}", {"limit": _number(fault.context[name])})
    return issue(code, fault.place, found=shown(fault.found), limit=limit)


def _bad_pattern(fault: _Fault) -> Issue:
    key = owner_of(fault.model, fault.path)[1]
    code = {"url": "D110", "uri": "D110", "code": "D111"}.get(key, "D105")
    is_key = fault.path[-1] == _KEY
    place = place_of(fault.tree, fault.path[:-1] if is_key else fault.path, key=is_key)
    return issue(code, place, found=shown(fault.found))


def _bad_date(fault: _Fault) -> Issue:
    return issue("D108", fault.place, found=shown(fault.found))


def _empty(fault: _Fault) -> Issue:
    return issue("D109", fault.place)


def _not_a_pair(fault: _Fault) -> Issue:
    path = fault.path[:-1] if fault.kind == "missing" else fault.path
    place = place_of(fault.tree, path)
    return issue("D104", place, expected=type_words("pair"), found=found_words(fault.found))


def _wrong_type(fault: _Fault) -> Issue:
    if fault.expects_text and isinstance(fault.found, UnquotedScalar):
        return issue("D103", fault.place, found=fault.found.text)
    if fault.expects_text and isinstance(fault.found, int | float):
        return issue("D103", fault.place, found=shown(written_at(fault.tree, fault.path)))
    name = "text" if fault.expects_text else _EXPECTED_TYPES.get(fault.kind, "other")
    return issue("D104", fault.place, expected=type_words(name), found=found_words(fault.found))


def _number(limit: float) -> str:
    return str(int(limit)) if limit == int(limit) else str(limit)


_MAKERS: dict[str, Callable[[_Fault], Issue]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _unknown_word,
    "greater_than": _out_of_range,
    "greater_than_equal": _out_of_range,
    "less_than": _out_of_range,
    "less_than_equal": _out_of_range,
    "multiple_of": _out_of_range,
    "string_pattern_mismatch": _bad_pattern,
    "string_too_long": _bad_pattern,
    "string_too_short": _empty,
    "partial_date": _bad_date,
    "too_long": _not_a_pair,
}
"""Which issue each kind of pydantic error becomes; the others are a wrong type."""


__all__ = ["found_words", "place_of", "shape_issues", "shown", "type_words"]
