"""What can still be read of a record with faults, so that one run also finds what else is wrong with it."""

from typing import Any

from pydantic import ValidationError

from buyer_skills.catalog.fields import Record
from buyer_skills.sources.tree import YamlMapping


def readable_part(model: type[Record], tree: YamlMapping, error: ValidationError) -> Record | None:
    """Return the record without the keys at fault; None when it cannot stand without them.

    It is good for looking up what it refers to, and for nothing else: it never joins a catalogue that
    answers come from, since the faults are errors.
    """
    rest = _plain(tree)
    for detail in error.errors(include_url=False):
        if detail["type"] == "missing":
            return None
        _drop(rest, detail["loc"])
    try:
        return model.model_validate(rest)
    except ValidationError:
        return None


def _plain(node: Any) -> Any:
    """Return a copy of a tree without its places."""
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    return node


def _drop(rest: Any, path: tuple[int | str, ...]) -> None:
    """Take away the deepest key of ``path``; items of lists stay, so that the places of the others hold."""
    node, holder, last = rest, None, None
    for part in path:
        if isinstance(node, dict) and part in node:
            holder, last, node = node, part, node[part]
        elif isinstance(node, list) and isinstance(part, int) and part < len(node):
            node = node[part]
        # Any other part is a name that pydantic gives to a branch of a union.
    if holder is not None:
        holder.pop(last, None)
