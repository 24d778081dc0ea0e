"""Strict YAML: the plain part of the language, refused as soon as it goes beyond, and every place kept.

The file is read as a stream of events, never as a tree of the parser's own: nesting, aliases, tags and
duplicate keys are judged before anything is built, so that no file can make the process grow or crash.
JSON is read by the same rules.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from buyer_skills.issues import Issue, Place, issue
from buyer_skills.sources.scalars import plain_scalar
from buyer_skills.sources.syntax_errors import syntax_issue
from buyer_skills.sources.texts import place_of_tab, read_bytes, read_file, unseen_character
from buyer_skills.sources.tree import SourceText, YamlMapping, YamlSequence

DEEPEST = 64
"""How many collections may stand one inside another."""

_MOST_ISSUES = 1_000
"""After so many issues, the file is given up."""


def read_yaml_file(path: Path, name: str) -> tuple[YamlMapping | None, tuple[Issue, ...]]:
    """Read a file whose content is a mapping; ``name`` is how readers know the file.

    Returns:
        The mapping, or None when the file cannot be read as one, and every issue found.
    """
    return _read(read_file(path, name))


def read_yaml_bytes(content: bytes, name: str) -> tuple[YamlMapping | None, tuple[Issue, ...]]:
    """Read bytes whose content is a mapping, as :func:`read_yaml_file` does."""
    return _read(read_bytes(content, name))


def read_yaml(source: Path | bytes, name: str) -> tuple[YamlMapping | None, tuple[Issue, ...]]:
    """Read a file, or its bytes when they came another way, as :func:`read_yaml_file` does."""
    return read_yaml_bytes(source, name) if isinstance(source, bytes) else read_yaml_file(source, name)


def _read(source: SourceText | Issue) -> tuple[YamlMapping | None, tuple[Issue, ...]]:
    if isinstance(source, Issue):
        return None, (source,)
    is_json = source.text.lstrip()[:1] in "{["
    if not is_json and (tab := place_of_tab(source)):
        return None, (issue("F109", tab),)
    builder = _TreeBuilder(source)
    try:
        tree = builder.document()
    except _RefusedError as refused:
        return None, (*builder.issues, refused.issue)
    except yaml.YAMLError as error:
        return None, (*builder.issues, syntax_issue(error, source))
    return tree, tuple(builder.issues)


class _RefusedError(Exception):
    """The file goes beyond what is read here: nothing more is read of it."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.code)
        self.issue = issue


class _TreeBuilder:
    """Builds the tree of one file from the events of the parser."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.issues: list[Issue] = []
        self._has_escapes = "\\" in source.text
        self._next: Callable[[], Any] = _event_reader(source.text)

    def document(self) -> YamlMapping:
        """Read the only document of the file."""
        self._next()
        event = self._next()
        if type(event) is StreamEndEvent:
            raise _RefusedError(issue("F107", Place(self.source.name)))
        start = self._next()
        if type(start) is not MappingStartEvent:
            self._refuse_reference(start)
            raise _RefusedError(issue("F116", self.source.place(start.start_mark)))
        tree = self._mapping(start, 1)
        self._next()
        event = self._next()
        if type(event) is DocumentStartEvent:
            raise _RefusedError(issue("F115", self.source.place(event.start_mark)))
        return tree

    def _mapping(self, start: Any, depth: int) -> YamlMapping:
        self._refuse_beyond(start, depth)
        mapping = YamlMapping(self.source, start.start_mark)
        marks = mapping.marks
        next_event = self._next
        while True:
            key_event = next_event()
            kind = type(key_event)
            if kind is not ScalarEvent:
                if kind is MappingEndEvent:
                    return mapping
                self._refuse_reference(key_event)
                raise _RefusedError(issue("F112", self.source.place(key_event.start_mark)))
            if key_event.anchor is not None or key_event.tag is not None:
                self._refuse_reference(key_event)
            key = key_event.value
            if key == "<<" and key_event.implicit[0]:
                raise _RefusedError(issue("F114", self.source.place(key_event.start_mark)))
            event = next_event()
            value = self._scalar(event) if type(event) is ScalarEvent else self._collection(event, depth)
            if key in mapping:
                place = self.source.place(key_event.start_mark)
                self._note(issue("F117", place, found=key, line=marks[key][0].line + 1))
                continue
            mapping[key] = value
            marks[key] = (key_event.start_mark, event.start_mark)

    def _sequence(self, start: Any, depth: int) -> YamlSequence:
        self._refuse_beyond(start, depth)
        sequence = YamlSequence(self.source, start.start_mark)
        marks = sequence.marks
        next_event = self._next
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                sequence.append(self._scalar(event))
            elif kind is SequenceEndEvent:
                return sequence
            else:
                sequence.append(self._collection(event, depth))
            marks.append(event.start_mark)

    def _scalar(self, event: Any) -> Any:
        if event.anchor is not None or event.tag is not None:
            self._refuse_reference(event)
        if event.implicit[0]:
            return plain_scalar(event.value)
        if self._has_escapes and (unseen := unseen_character(event.value)):
            self._note(issue("F108", self.source.place(event.start_mark), character=unseen))
        return event.value

    def _collection(self, event: Any, depth: int) -> YamlMapping | YamlSequence:
        if type(event) is AliasEvent:
            self._refuse_reference(event)
        if type(event) is MappingStartEvent:
            return self._mapping(event, depth + 1)
        return self._sequence(event, depth + 1)

    def _refuse_beyond(self, start: Any, depth: int) -> None:
        self._refuse_reference(start)
        if depth > DEEPEST:
            raise _RefusedError(issue("F110", self.source.place(start.start_mark), limit=DEEPEST))

    def _refuse_reference(self, event: Any) -> None:
        """Refuse an alias, an anchor or a tag."""
        if type(event) is AliasEvent:
            raise _RefusedError(issue("F111", self.source.place(event.start_mark), found=f"*{event.anchor}"))
        if event.anchor is not None:
            raise _RefusedError(issue("F111", self.source.place(event.start_mark), found=f"&{event.anchor}"))
        if event.tag is not None:
            raise _RefusedError(issue("F113", self.source.place(event.start_mark), found=event.tag))

    def _note(self, found: Issue) -> None:
        self.issues.append(found)
        if len(self.issues) >= _MOST_ISSUES:
            raise _RefusedError(found)


def _event_reader(text: str) -> Callable[[], Any]:
    """Return a function that gives the next event: the C parser's, or the slower one where C is lacking."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    get_event: Callable[[], Any] = loader(text).get_event
    return get_event
