"""What is wrong with the shape of one record, as issues: keys, types, words and ranges.

The rules are those of the entities; this module only puts what pydantic found into our codes, with the
place in the file, the keys or words that were expected, and the nearest one.
"""

from collections.abc import Iterator, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from buyer_skills.catalog.fields import Bilingual, Doublet, JobTitle
from buyer_skills.issues import Issue, Place, issue, nearest
from buyer_skills.messages import Message
from buyer_skills.sources.tree import UnquotedScalar, YamlMapping, place_at, written_at

Path = tuple[str | int, ...]

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
_RANGE_TYPES = frozenset(
    {"greater_than_equal", "less_than_equal", "greater_than", "less_than", "finite_number"}
)
_TEXT_ENTITIES = (Bilingual, Doublet, JobTitle)
_LONGEST_SHOWN = 60


def shape_issues(error: ValidationError, model: type[BaseModel], tree: YamlMapping) -> Iterator[Issue]:
    """Yield the issues of one record that did not become a ``model``; ``tree`` is what was written."""
    for detail in error.errors(include_url=False, include_context=True):
        path = detail["loc"]
        found = detail["input"]
        kind = detail["type"]
        if kind == "extra_forbidden":
            yield _unknown_key(model, tree, path)
        elif kind == "missing":
            yield issue("D101", place_of(tree, path[:-1]), missing=path[-1])
        elif kind == "partial_date":
            yield issue("D108", place_of(tree, path), found=shown(found))
        elif kind == "literal_error":
            yield _unknown_word(model, tree, path, found)
        elif kind in _RANGE_TYPES:
            yield _out_of_range(model, tree, path, detail)
        elif kind in {"string_pattern_mismatch", "string_too_long"}:
            yield _bad_pattern(model, tree, path, found)
        elif kind in {"string_too_short", "too_short", "too_long"}:
            yield issue("D109", place_of(tree, path))
        elif _is_unquoted_text(kind, model, path, found):
            yield issue("D103", place_of(tree, path), found=_as_written(tree, path, found))
        else:
            expected = _expected_type(kind, model, path)
            place = place_of(tree, path)
            yield issue("D104", place, expected=type_words(expected), found=found_words(found))


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


def _unknown_key(model: type[BaseModel], tree: YamlMapping, path: Path) -> Issue:
    found = str(path[-1])
    models = [one for one in _annotations_at(model, path[:-1]) if _is_model(one)]
    known = {field.alias or name for one in models for name, field in one.model_fields.items()}
    place = place_of(tree, path, key=True)
    return issue("D102", place, found=shown(found), nearest=nearest(found, known), known=tuple(sorted(known)))


def _unknown_word(model: type[BaseModel], tree: YamlMapping, path: Path, found: object) -> Issue:
    is_key = path[-1] == "[key]"
    if is_key:
        path = path[:-1]
    known = [word for one in _annotations_at(model, path, key=is_key) for word in _words(one)]
    place = place_of(tree, path, key=is_key)
    word = found if isinstance(found, str) else ""
    return issue("D106", place, found=shown(found), nearest=nearest(word, known), known=tuple(known))


def _out_of_range(model: type[BaseModel], tree: YamlMapping, path: Path, detail: Any) -> Issue:
    code = _RANGE_CODES.get(_owner(model, path), "D107")
    context = detail.get("ctx", {})
    bounds = {"ge": "at-least", "le": "at-most", "gt": "above", "lt": "below"}
    limits = [
        Message(f"issues.range.{words}", {"limit": context[name]})
        for name, words in bounds.items()
        if name in context
    ]
    return issue(code, place_of(tree, path), found=shown(detail["input"]), limit=limits[0] if limits else "")


def _bad_pattern(model: type[BaseModel], tree: YamlMapping, path: Path, found: object) -> Issue:
    owner = _owner(model, path)[1]
    code = {"url": "D110", "uri": "D110", "code": "D111"}.get(owner, "D105")
    is_key = path[-1] == "[key]"
    place = place_of(tree, path[:-1] if is_key else path, key=is_key)
    return issue(code, place, found=shown(found))


def _is_unquoted_text(kind: str, model: type[BaseModel], path: Path, found: object) -> bool:
    if not isinstance(found, UnquotedScalar | int | float):
        return False
    if kind == "string_type":
        return True
    return kind == "model_type" and any(one in _TEXT_ENTITIES for one in _annotations_at(model, path))


def _as_written(tree: YamlMapping, path: Path, found: object) -> str:
    return found.text if isinstance(found, UnquotedScalar) else shown(written_at(tree, path))


def _expected_type(kind: str, model: type[BaseModel], path: Path) -> str:
    if kind == "model_type" and any(one in _TEXT_ENTITIES for one in _annotations_at(model, path)):
        return "text"
    return _EXPECTED_TYPES.get(kind, "other")


def _owner(model: type[BaseModel], path: Path) -> tuple[str, str]:
    """Return the innermost entity on the path, and its key that the path goes through."""
    owner = (model.__name__, "")
    for length in range(len(path)):
        step = path[length]
        for one in _annotations_at(model, path[:length]):
            if _is_model(one) and _field_annotation(one, step) is not None:
                owner = (one.__name__, str(step))
    return owner


def _annotations_at(model: type[BaseModel], path: Path, *, key: bool = False) -> list[Any]:
    """Return the types that may stand at ``path``, unions opened; steps not in the type are passed."""
    current: list[Any] = [model]
    for index, step in enumerate(path):
        wants_key = key and index == len(path) - 1
        below = [each for one in current for each in _step(one, step, wants_key=wants_key)]
        current = below or current
    return current


def _step(annotation: Any, step: str | int, *, wants_key: bool) -> list[Any]:
    if _is_model(annotation):
        found = _field_annotation(annotation, step)
        return [] if found is None else _alternatives(found)
    arguments = get_args(annotation)
    if get_origin(annotation) is dict and isinstance(step, str):
        return _alternatives(arguments[0 if wants_key else 1])
    if get_origin(annotation) is tuple and isinstance(step, int):
        return _alternatives(arguments[0])
    return []


def _field_annotation(model: type[BaseModel], step: str | int) -> Any:
    for name, field in model.model_fields.items():
        if step == (field.alias or name):
            return field.annotation
    return None


def _alternatives(annotation: Any) -> list[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _alternatives(get_args(annotation)[0])
    if origin in {Union, UnionType}:
        return [each for one in get_args(annotation) if one is not NoneType for each in _alternatives(one)]
    return [annotation]


def _words(annotation: Any) -> Sequence[str]:
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


__all__ = ["found_words", "place_of", "shape_issues", "shown", "type_words"]
