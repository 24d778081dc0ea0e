"""Plain values written as strict YAML, in the style of the data files: what reads back as the same values."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from buyer_skills.sources.scalars import plain_scalar

_WIDEST_FLOW = 100
"""Short mappings stay on a line of so many characters at most."""

_DECIMAL = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,15}")

_PLAIN = re.compile(r"[^\W_][^\x00-\x1f\x7f-\x9f#:,\[\]{}\"'`|>&*!%@\\?]*")
"""What never needs quotes, wherever it stands: a letter or digit, then no sign that YAML gives a meaning."""

_PLAIN_IN_BLOCK = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\x9f#:\\\u2028\u2029\ufeff]|:(?=[^\s])|(?<=\S)#)*")
"""The same where commas and brackets mean nothing."""


def yaml_value(value: Any, indent: int) -> str:
    r"""Return what stands after a key at ``indent``: on the same line, or on the next ones.

    >>> yaml_value({"fr": "Négocier", "en": "no"}, 4)
    '\n      fr: Négocier\n      en: "no"'
    >>> yaml_value(["a", "b"], 0)
    ' [a, b]'
    """
    if isinstance(value, Mapping):
        if not value:
            return " {}"
        return "".join(
            f"\n{' ' * (indent + 2)}{_key(key)}:{yaml_value(one, indent + 2)}" for key, one in value.items()
        )
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _sequence(value, indent)
    return f" {_scalar(value, _PLAIN_IN_BLOCK)}"


def yaml_record(record: Mapping[str, Any]) -> str:
    r"""Return a record as an item of a list at the margin of the data files, its line break included.

    >>> yaml_record({"id": "a", "sources": ["s"]})
    '  - id: a\n    sources: [s]\n'
    """
    lines = [f"{_key(key)}:{yaml_value(value, 4)}\n" for key, value in record.items()]
    return "  - " + "    ".join(lines)


def _sequence(values: Sequence[Any], indent: int) -> str:
    if not any(isinstance(one, Mapping | list | tuple) for one in values):
        flow = ", ".join(_scalar(one, _PLAIN) for one in values)
        if len(flow) <= _WIDEST_FLOW or all(isinstance(one, int | float) for one in values):
            return f" [{flow}]"
        return "".join(f"\n{' ' * (indent + 2)}- {_scalar(one, _PLAIN_IN_BLOCK)}" for one in values)
    return "".join(f"\n{' ' * (indent + 2)}- {_item(one, indent + 2)}" for one in values)


def _item(value: Any, indent: int) -> str:
    flow = _flow(value)
    if len(flow) <= _WIDEST_FLOW or not isinstance(value, Mapping):
        return flow
    lines = [f"{_key(key)}:{yaml_value(one, indent + 2)}" for key, one in value.items()]
    return f"\n{' ' * (indent + 2)}".join(lines)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return _scalar(value, _PLAIN)


def _key(key: str) -> str:
    return _scalar(key, _PLAIN)


def _scalar(value: Any, plain: re.Pattern[str]) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    if plain.fullmatch(value) and plain_scalar(value) == value and value == value.strip():
        return str(value)
    return json.dumps(value, ensure_ascii=False).translate(_ESCAPED)


_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF)}
"""Characters that JSON leaves as they are and YAML does not."""


def _number(value: float) -> str:
    """Return a number as the data files have it: no exponent, 15 decimals at most."""
    if value == int(value):
        return str(int(value))
    text = repr(value)
    return text if _DECIMAL.fullmatch(text) else f"{value:.15f}".rstrip("0")
