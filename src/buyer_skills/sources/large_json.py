"""Large JSON files read as they come: the objects of the list that is wanted, wherever the file holds it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from buyer_skills.issues import Issue, Place, issue
from buyer_skills.sources.packages import DamagedFileError, RefusedFileError
from buyer_skills.sources.unpacking import opened_stream

LARGEST_ITEM = 16 * 1024 * 1024
"""How many bytes one object of the list may take: 16 MiB."""

DEEPEST = 64
"""How deep lists and objects may lie in one another."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_STARTS, _ENDS = frozenset({"start_map", "start_array"}), frozenset({"end_map", "end_array"})

Event = tuple[str, Any]


def read_json_items(path: Path, name: str, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of the first list that holds one with ``key``, with their numbers from 1.

    The file is a list, or an object that holds it under any key; plain, in gzip, or alone in a zip archive.
    What is no object in that list comes as an empty one.

    Raises:
        RefusedFileError: the file cannot be read, or from here on; or it has no such list.
    """
    with opened_stream(path, name, ".json") as (stream, shown):
        yield from _JsonItems(stream, shown, key).items()


class _Bytes(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes: ...


class _JsonItems:
    """Goes through the events of a file, each of which lets go of what came before it."""

    def __init__(self, stream: _Bytes, name: str, key: str) -> None:
        self._watched = _Watched(stream)
        self._name, self._key = name, key
        self._number = 0
        self._events = self._known_events()

    def items(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the objects of the list that is wanted."""
        inside: list[str] = []
        for event, _ in self._events:
            self._watched.rest()
            if event == "start_array":
                yield from self._of_list(len(inside))
                if self._number:
                    return
            elif event in _STARTS:
                inside.append(event)
                self._judge_depth(len(inside))
            elif event in _ENDS:
                inside.pop()
        raise RefusedFileError(issue("F176", Place(self._name), key=self._key))

    def _of_list(self, depth: int) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the objects of a list, once one of them has the key."""
        others = 0
        for event, value in self._events:
            self._watched.rest()
            if event == "end_array":
                return
            item = self._built(event, value, depth) if event in _STARTS else None
            if self._number or (isinstance(item, dict) and self._key in item):
                for _ in range(others):
                    self._number += 1
                    yield self._number, {}
                others = 0
                self._number += 1
                yield self._number, item if isinstance(item, dict) else {}
            else:
                others += 1

    def _built(self, event: str, value: Any, depth: int) -> Any:
        """Return what begins with an event, whole."""
        first: Any = {} if event == "start_map" else []
        holders: list[Any] = [first]
        keys: list[str] = [""]
        while holders:
            event, value = next(self._events, ("", None))
            if event == "map_key":
                keys[-1] = value
            elif event in _ENDS:
                holders.pop()
                keys.pop()
            elif event:
                made: Any = {} if event == "start_map" else [] if event == "start_array" else value
                if isinstance(holders[-1], dict):
                    holders[-1][keys[-1]] = made
                else:
                    holders[-1].append(made)
                if event in _STARTS:
                    holders.append(made)
                    keys.append("")
                    self._judge_depth(depth + len(holders))
            else:
                raise RefusedFileError(self._unreadable())
        return first

    def _known_events(self) -> Iterator[Event]:
        import ijson

        events = ijson.basic_parse(self._watched, use_float=True)
        while True:
            try:
                event = next(events, None)
            except (ijson.JSONError, DamagedFileError, ValueError, OverflowError) as error:
                raise RefusedFileError(self._unreadable()) from error
            if event is None:
                return
            yield event

    def _judge_depth(self, depth: int) -> None:
        if depth > DEEPEST:
            raise RefusedFileError(self._unreadable())

    def _unreadable(self) -> Issue:
        return issue("F175", Place(self._name), count=self._number)


class _Watched:
    """A stream that says when too much is read of one thing; a mark at its start is left out."""

    def __init__(self, stream: _Bytes) -> None:
        self._stream = stream
        self._is_started = False
        self._since = 0

    def rest(self) -> None:
        """Count from here: what was read before is done with."""
        self._since = 0

    def read(self, size: int = -1) -> bytes:
        """Read some bytes.

        Raises:
            DamagedFileError: what is read is damaged, or one thing takes too much.
        """
        block = self._stream.read(size if size >= 0 else LARGEST_ITEM)
        if not self._is_started and block:
            self._is_started = True
            block = block.removeprefix(_BYTE_ORDER_MARK) or self._stream.read(size)
        self._since += len(block)
        if self._since > LARGEST_ITEM:
            raise DamagedFileError("an item that does not end")
        return block
