"""Records as plain values in one form: texts, numbers, lists and mappings, short forms written out.

It is what every format holds, and what tells whether a record changed. Nothing is added to what was written:
a key that is absent stays absent, one that is null stays null.
"""

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from buyer_skills.catalog.fields import WRITTEN_AS_TEXT, Bilingual, Doublet, JobTitle, PartialDate
from buyer_skills.catalog.groups import Group
from buyer_skills.catalog.overlays import EXTENDS, REMOVE
from buyer_skills.catalog.sheets.columns import FieldType, is_entity, is_pair, item_of, opened

_BETWEEN = " / "


def plain_record(group: Group, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record, or a change of an overlay, in plain values."""
    own = {key: value for key, value in record.items() if key not in {EXTENDS, REMOVE}}
    plain = plain_value([FieldType(group.model, (), is_nullable=False)], own)
    for key in (EXTENDS, REMOVE):
        if key in record:
            plain[key] = _untyped(record[key])
    return dict(plain)


def plain_value(types: list[FieldType], value: Any) -> Any:
    """Return what was written for a value of one of these types."""
    if value is None:
        return None
    for one in types:
        if is_entity(one.core) and (isinstance(value, Mapping) or one.core in WRITTEN_AS_TEXT):
            return _entity(one.core, value)
        if get_origin(one.core) is dict and isinstance(value, Mapping):
            of_values = opened(get_args(one.core)[1])
            return {key: plain_value(of_values, each) for key, each in value.items()}
        if get_origin(one.core) is tuple and isinstance(value, list | tuple):
            items = [] if is_pair(one.core) else [item_of(one.core)]
            return [plain_value(items, each) for each in value]
    is_date = bool(types) and types[0].core is PartialDate and not isinstance(value, bool)
    return str(value) if is_date else _untyped(value)


def shortened(value: Any, types: list[FieldType]) -> Any:
    """Return plain values with the short forms people write: a French text alone, a doublet in one text."""
    for one in types:
        if one.core is Doublet and isinstance(value, Mapping):
            return _short_doublet(value)
        if one.core in {Bilingual, JobTitle} and isinstance(value, Mapping):
            found = {key: shortened(each, _types_of(one.core, key)) for key, each in value.items()}
            return found["fr"] if list(found) == ["fr"] and isinstance(found["fr"], str) else found
        if is_entity(one.core) and isinstance(value, Mapping):
            return {key: shortened(each, _types_of(one.core, key)) for key, each in value.items()}
        if get_origin(one.core) is dict and isinstance(value, Mapping):
            of_values = opened(get_args(one.core)[1])
            return {key: shortened(each, of_values) for key, each in value.items()}
        if get_origin(one.core) is tuple and isinstance(value, list) and not is_pair(one.core):
            return [shortened(each, [item_of(one.core)]) for each in value]
    return value


def _short_doublet(value: Mapping[str, Any]) -> Any:
    feminine, masculine = value.get("feminine"), value.get("masculine")
    if feminine is not None and feminine == masculine and _BETWEEN not in feminine:
        return feminine
    return dict(value)


def _entity(model: Any, value: Any) -> Any:
    if not isinstance(value, Mapping):
        if not isinstance(value, str):
            return _untyped(value)
        if model is Doublet:
            feminine, slash, masculine = value.partition(_BETWEEN)
            both = {"feminine": feminine, "masculine": masculine if slash else feminine}
            return {key: each.strip() for key, each in both.items()}
        value = {"fr": value}
    elif model is JobTitle and "feminine" in value:
        value = {"fr": value}
    names = {name: found.alias or name for name, found in model.model_fields.items()}
    return {names.get(key, key): plain_value(_types_of(model, key), each) for key, each in value.items()}


def _types_of(model: Any, key: str) -> list[FieldType]:
    for name, found in model.model_fields.items():
        if key in {found.alias, name}:
            return opened(found.annotation, tuple(found.metadata))
    return []


def _untyped(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _untyped(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_untyped(each) for each in value]
    if isinstance(value, bool | int | float) or value is None:
        return value
    return str(value).strip()
