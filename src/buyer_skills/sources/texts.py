"""Bytes into text: what must be true of a file before its format is looked at."""

import re
from pathlib import Path

from buyer_skills.issues import Issue, Place, issue
from buyer_skills.messages import Message
from buyer_skills.sources.tree import SourceText

LARGEST = 32 * 1024 * 1024
"""The most bytes a file may hold: 32 MiB."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, line breaks that editors do not count as such, and signs that turn or hide text."""


def read_file(path: Path, name: str) -> SourceText | Issue:
    """Read a file as text, or return the issue that forbids it; ``name`` is how readers know the file."""
    place = Place(name)
    try:
        if path.is_dir():
            return issue("F102", place)
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except FileNotFoundError:
        return issue("F101", place)
    except (OSError, ValueError) as error:
        return unreadable_issue(error, place)
    return read_bytes(content, name)


def unreadable_issue(error: OSError | ValueError, place: Place) -> Issue:
    """Return the issue for a file or folder that the system does not let us read."""
    if isinstance(error, PermissionError):
        return issue("F103", place, reason=Message("issues.reason.permission"))
    number = error.errno if isinstance(error, OSError) else None
    return issue("F103", place, reason=Message("issues.reason.system", {"number": number or 0}))


def read_bytes(content: bytes, name: str) -> SourceText | Issue:
    """Decode UTF-8, with or without a byte order mark, or return the issue that forbids it."""
    if len(content) > LARGEST:
        return issue("F104", Place(name), limit=LARGEST // (1024 * 1024))
    for start, encoding in _OTHER_ENCODINGS:
        if content.startswith(start):
            return issue("F105", Place(name, 1, 1), encoding=encoding)
    content = content.removeprefix(_BYTE_ORDER_MARK)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place_after(name, content[: error.start].decode("utf-8"))
        return issue("F106", place, byte=f"0x{content[error.start]:02X}", offset=error.start)
    if not text.strip():
        return issue("F107", Place(name))
    if unseen := _UNSEEN.search(text):
        place = _place_after(name, text[: unseen.start()])
        return issue("F108", place, character=f"U+{ord(unseen[0]):04X}")
    return SourceText(name, text)


def unseen_character(text: str) -> str | None:
    r"""Return the first control character of ``text`` as ``U+0000``, if there is one.

    >>> unseen_character("a\x00b")
    'U+0000'
    """
    unseen = _UNSEEN.search(text)
    return f"U+{ord(unseen[0]):04X}" if unseen else None


def seen_text(text: str) -> str:
    r"""Return a text in which a space stands for each character that no file of ours may hold.

    >>> seen_text("a\x00b\u200bc")
    'a b c'
    """
    return _UNSEEN.sub(" ", text)


def place_of_tab(source: SourceText) -> Place | None:
    """Return where the first tab stands, if there is one."""
    before, tab, _ = source.text.partition("\t")
    return _place_after(source.name, before) if tab else None


def _place_after(name: str, before: str) -> Place:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(name, len(lines), len(lines[-1]) + 1)
