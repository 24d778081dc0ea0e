"""The columns of a sheet, read off the entities: a key, the place of its value in the record, its kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from buyer_skills.catalog.fields import PartialDate

Kind = Literal["text", "slug", "word", "integer", "number", "boolean", "date", "list", "pairs"]
"""What the cells of a column hold; `list` is several ids or words, `pairs` several steps."""

KeyPath = tuple[str, ...]
"""Keys from a record, or from a line of one of its lists, to a value."""

REFERENCES = {
    "competency": "competencies",
    "broader": "competencies",
    "provider": "providers",
    "area": "areas",
    "phase": "phases",
    "profile": "profiles",
    "activity": "activities",
}
"""The group that an id refers to, by the key it stands under."""

_LONGEST_RANGE = 10
_SLUG_PATTERNS = ("^[a-z0-9]", "^[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    key: str
    path: KeyPath
    kind: Kind
    is_required: bool = False
    words: tuple[str, ...] = ()
    """The closed list that a value, or each of several, belongs to."""
    refers_to: str = ""
    """The group whose ids it holds."""
    null_of: KeyPath | None = None
    """What is null when this cell says « unknown »: the value itself, or the part of a record it opens."""
    is_of_change: bool = False
    """Whether only an overlay has it."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """The type of a key of an entity, opened."""

    core: Any
    constraints: tuple[Any, ...]
    is_nullable: bool


def opened(annotation: Any, constraints: tuple[Any, ...] = ()) -> list[FieldType]:
    """Return what may stand under an annotation: one type, or several when it is a choice."""
    nullable, found = False, [(annotation, constraints)]
    while True:
        step: list[tuple[Any, tuple[Any, ...]]] = []
        for core, rest in found:
            if get_origin(core) is Annotated:
                first, *more = get_args(core)
                step.append((first, (*rest, *_constraints(more))))
            elif get_origin(core) in {Union, UnionType}:
                nullable = nullable or NoneType in get_args(core)
                step += [(one, rest) for one in get_args(core) if one is not NoneType]
            else:
                step.append((core, rest))
        if step == found:
            return [FieldType(core, rest, nullable) for core, rest in found]
        found = step


def keys_of(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo, list[FieldType]]]:
    """Yield each key of an entity as files word it, with its field and its types."""
    for name, field in model.model_fields.items():
        yield field.alias or name, field, opened(field.annotation, tuple(field.metadata))


def is_entity(core: Any) -> bool:
    """Return whether a type is an entity."""
    return isinstance(core, type) and issubclass(core, BaseModel)


def item_of(core: Any) -> FieldType:
    """Return the type of the items of a list."""
    return opened(get_args(core)[0])[0]


def is_pair(core: Any) -> bool:
    """Return whether a type is a pair of values rather than a list of any length."""
    return get_origin(core) is tuple and Ellipsis not in get_args(core)


def scalar_kind(found: FieldType) -> tuple[Kind, tuple[str, ...]]:
    """Return the kind of a single value, and the words it may be."""
    if get_origin(found.core) is Literal:
        return "word", tuple(map(str, get_args(found.core)))
    if found.core is bool:
        return "boolean", ()
    if found.core is int:
        return "integer", _range_of(found.constraints)
    if found.core is float:
        return "number", ()
    if found.core is PartialDate:
        return "date", ()
    return ("slug" if is_slug(found) else "text"), ()


def is_slug(found: FieldType) -> bool:
    """Return whether a text is an id or a code: neither holds a sign that separates several of them."""
    patterns = (getattr(one, "pattern", None) for one in found.constraints)
    return any(isinstance(one, str) and one.startswith(_SLUG_PATTERNS) for one in patterns)


def _constraints(found: list[Any]) -> Iterator[Any]:
    for one in found:
        if isinstance(one, FieldInfo):
            yield from one.metadata
        else:
            yield one


def _range_of(constraints: tuple[Any, ...]) -> tuple[str, ...]:
    """Return the whole numbers allowed when they are few: the levels, the importances."""
    lows = [one.ge for one in constraints if hasattr(one, "ge")]
    highs = [one.le for one in constraints if hasattr(one, "le")]
    if not lows or not highs or min(highs) - max(lows) > _LONGEST_RANGE:
        return ()
    return tuple(str(number) for number in range(int(max(lows)), int(min(highs)) + 1))
