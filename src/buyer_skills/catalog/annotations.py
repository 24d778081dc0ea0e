"""What an entity allows at a place of a record: its keys, its words, its types."""

from collections.abc import Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

Path = tuple[str | int, ...]
"""Keys and indexes from a record to something in it."""


def annotations_at(model: type[BaseModel], path: Path, *, key: bool = False) -> list[Any]:
    """Return the types that may stand at ``path``, unions opened; steps not in the type are passed.

    With ``key``, the last step is the key of a dict whose keys have a type.
    """
    current: list[Any] = [model]
    for index, step in enumerate(path):
        wants_key = key and index == len(path) - 1
        below = [each for one in current for each in _step(one, step, wants_key=wants_key)]
        current = below or current
    return current


def keys_at(model: type[BaseModel], path: Path) -> set[str]:
    """Return the keys that may be written at ``path``."""
    models = [one for one in annotations_at(model, path) if _is_entity(one)]
    return {field.alias or name for one in models for name, field in one.model_fields.items()}


def words_at(model: type[BaseModel], path: Path, *, key: bool = False) -> tuple[str, ...]:
    """Return the words of the closed list that stands at ``path``."""
    return tuple(word for one in annotations_at(model, path, key=key) for word in _words(one))


def owner_of(model: type[BaseModel], path: Path) -> tuple[str, str]:
    """Return the name of the innermost entity on the path, and its key that the path goes through."""
    owner = (model.__name__, "")
    for length in range(len(path)):
        step = path[length]
        for one in annotations_at(model, path[:length]):
            if _is_entity(one) and _field_annotation(one, step) is not None:
                owner = (one.__name__, str(step))
    return owner


def _step(annotation: Any, step: str | int, *, wants_key: bool) -> list[Any]:
    if _is_entity(annotation):
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


def _is_entity(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
