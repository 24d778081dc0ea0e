"""What a strict YAML file is read into: mappings and lists that know where each of their parts stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from buyer_skills.issues import Place

Scalar: TypeAlias = "str | int | float | bool | UnquotedScalar | None"
Node: TypeAlias = "Scalar | YamlMapping | YamlSequence"


_PLAIN = re.compile(r"[^\s,\]}#]+")


class Mark(Protocol):
    """A position as the parser gives it: lines and columns count from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class UnquotedScalar:
    """A plain scalar that YAML 1.1 would not read as the text it looks like: `no`, 12:30, 010, a date.

    Only a date field takes it; anywhere else it is an issue that asks for quotes.
    """

    text: str

    def __str__(self) -> str:
        """Return what is written in the file."""
        return self.text


@dataclass(frozen=True, slots=True)
class SourceText:
    """The file a tree was read from: its name as shown to readers, and its text."""

    name: str
    text: str

    def place(self, mark: Mark | None) -> Place:
        """Return the place of ``mark``, or the whole file."""
        return Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its line break."""
        lines = self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""


class YamlMapping(dict[str, Any]):
    """A mapping of the file, that keeps the place of each key and value."""

    __slots__ = ("borrowed", "mark", "marks", "source")

    def __init__(self, source: SourceText, mark: Mark | None) -> None:
        """Start empty at ``mark`` of ``source``; the reader adds keys, and their marks in ``marks``."""
        self.source = source
        self.mark = mark
        self.marks: dict[str, tuple[Mark, Mark]] = {}
        self.borrowed: dict[str, YamlMapping] = {}

    def __reduce__(self) -> Any:
        """Copy as a plain dict: places mean nothing away from the file."""
        return (dict, (dict(self),))

    def place(self) -> Place:
        """Return where the mapping begins."""
        return self.source.place(self.mark)

    def key_place(self, key: str) -> Place:
        """Return where ``key`` is written, or where the mapping begins when it is not there."""
        owner = self.borrowed.get(key, self)
        marks = owner.marks.get(key)
        return owner.source.place(marks[0]) if marks else owner.place()

    def value_place(self, key: str) -> Place:
        """Return where the value of ``key`` begins, or where the mapping begins when it is not there."""
        owner = self.borrowed.get(key, self)
        marks = owner.marks.get(key)
        return owner.source.place(marks[1]) if marks else owner.place()

    def borrow(self, key: str, lender: "YamlMapping") -> None:
        """Take ``key`` with its value from ``lender``, in another file perhaps, and keep its place there."""
        self[key] = lender[key]
        self.borrowed[key] = lender.borrowed.get(key, lender)

    def put(self, key: str, value: Node, lender: "YamlMapping", at: str | None = None) -> None:
        """Take ``value``, made of what ``lender`` wrote under ``key`` (or ``at``), with its place."""
        self[key] = value
        owner = lender.borrowed.get(at or key, lender)
        self.borrowed[key] = owner
        if at is not None and at in owner.marks and key not in owner.marks:
            owner.marks[key] = owner.marks[at]


class YamlSequence(list[Any]):
    """A list of the file, that keeps the place of each of its items."""

    __slots__ = ("mark", "marks", "source")

    def __init__(self, source: SourceText, mark: Mark | None) -> None:
        """Start empty at ``mark`` of ``source``; the reader adds items, and their marks in ``marks``."""
        self.source = source
        self.mark = mark
        self.marks: list[Mark] = []

    def __reduce__(self) -> Any:
        """Copy as a plain list: places mean nothing away from the file."""
        return (list, (list(self),))

    def place(self) -> Place:
        """Return where the list begins."""
        return self.source.place(self.mark)

    def item_place(self, index: int) -> Place:
        """Return where an item begins."""
        item = self[index] if -len(self) <= index < len(self) else None
        if isinstance(item, YamlMapping | YamlSequence):
            return item.place()
        return self.source.place(self.marks[index]) if index < len(self.marks) else self.place()


def place_at(node: Node, path: Sequence[str | int], *, key: bool = False) -> Place | None:
    """Return the place of what ``path`` leads to from ``node``, as far as the file has it.

    A step that the tree does not have is passed over: a checked record may hold more levels than were
    written. With ``key``, the place is that of the last key rather than of its value.
    """
    place = node.place() if isinstance(node, YamlMapping | YamlSequence) else None
    for step in path:
        if isinstance(node, YamlMapping) and isinstance(step, str) and step in node:
            place = node.key_place(step) if key else node.value_place(step)
            node = node[step]
        elif isinstance(node, YamlSequence) and isinstance(step, int) and 0 <= step < len(node):
            place = node.item_place(step)
            node = node[step]
    return place


def written_at(node: YamlMapping, path: Sequence[str | int]) -> str:
    """Return a plain scalar just as it is written: 1.50 and TRUE, not what was made of them."""
    source = node.source
    place = place_at(node, path)
    current: Node = node
    for step in path:
        if isinstance(current, YamlMapping) and isinstance(step, str) and step in current:
            source = current.borrowed.get(step, current).source
            current = current[step]
        elif isinstance(current, YamlSequence) and isinstance(step, int) and step < len(current):
            source = current.source
            current = current[step]
    written = _PLAIN.match(source.line(place.line)[place.column - 1 :]) if place else None
    return written[0] if written else str(current)
