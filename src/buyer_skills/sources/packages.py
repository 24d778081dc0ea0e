"""Workbooks as the zip archives they are: opened within limits, whatever they hold."""

import io
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

from buyer_skills.issues import Issue, Place, issue
from buyer_skills.sources.texts import LARGEST, unreadable_issue

LARGEST_UNPACKED = 160 * 1024 * 1024
"""The most bytes the parts of a workbook may take once unpacked: 160 MiB."""

MOST_PARTS = 5_000
"""The most files an archive may hold."""

_BLOCK = 1024 * 1024

_OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the old binary workbooks begin, and those that a password protects."""

DAMAGED_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)
"""What the library raises on a zip archive that is not what it says it is."""

_DAMAGED = (*DAMAGED_ARCHIVE, ET.ParseError)
"""What the two libraries raise on a file that is not what it says it is. Caught around their calls alone:
the same words raised by our own code are a fault of ours, and must be seen."""


class DamagedFileError(Exception):
    """The file is not what it says it is; :func:`opened_package` says so in an issue."""


class RefusedFileError(Exception):
    """The file cannot be read: nothing of it is used."""

    def __init__(self, issue: Issue) -> None:
        """Take the issue that says why."""
        super().__init__(issue.code)
        self.issue = issue


class Package:
    """A zip archive whose size was judged before anything was unpacked."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        """Take an open archive, and the name readers know it by."""
        self._archive = archive
        self.name = name
        self.parts = frozenset(archive.namelist())

    def text(self, part: str) -> str:
        """Return a short part as text."""
        return self.content(part).decode("utf-8", "replace")

    def content(self, part: str) -> bytes:
        """Return the bytes of a part."""
        with _damage_known():
            return self._archive.read(part)

    def holds(self, part: str, words: Collection[bytes]) -> bool:
        """Return whether a part holds one of some words, as its bytes are; it is never whole in memory."""
        overlap = max(map(len, words), default=1) - 1
        tail = b""
        with _damage_known(), self._archive.open(part) as stream:
            while block := stream.read(_BLOCK):
                seen = tail + block
                if any(word in seen for word in words):
                    return True
                tail = seen[-overlap:] if overlap else b""
        return False

    def events(self, part: str, *, starts: bool = False) -> Iterator[tuple[str, ET.Element]]:
        """Yield the events of a part in XML, none of which is kept; declarations of entities are refused."""
        kinds = ("start", "end") if starts else ("end",)
        with _damage_known(), self._archive.open(part) as stream:
            yield from ET.iterparse(_PlainXml(stream), kinds)  # type: ignore[arg-type]  # noqa: S314

    def tree(self, part: str) -> ET.Element:
        """Return a small part in XML, whole."""
        with _damage_known(), self._archive.open(part) as stream:
            return ET.parse(_PlainXml(stream)).getroot()  # noqa: S314


@contextmanager
def _damage_known() -> Iterator[None]:
    try:
        yield
    except _DAMAGED as error:
        raise DamagedFileError from error


@contextmanager
def opened_package(path: Path, name: str) -> Iterator[Package]:
    """Open a zip archive within limits.

    Raises:
        RefusedFileError: the file cannot be read, is no archive, or would take too much once unpacked. What
            turns out to be damaged while it is read is refused in the same way.
    """
    place = Place(name)
    content = read_whole(path, name)
    if content.startswith(_OLD_FORMAT):
        raise RefusedFileError(issue("F148", place))
    try:
        with _damage_known():
            opened = zipfile.ZipFile(io.BytesIO(content))
        with opened as archive:
            infos = archive.infolist()
            if len(infos) > MOST_PARTS or sum(one.file_size for one in infos) > LARGEST_UNPACKED:
                raise RefusedFileError(
                    issue("F141", place, limit=LARGEST_UNPACKED // (1024 * 1024), parts=MOST_PARTS)
                )
            if any(one.flag_bits & 1 for one in infos):
                raise RefusedFileError(issue("F148", place))
            yield Package(archive, name)
    except DamagedFileError as error:
        raise RefusedFileError(issue("F140", place)) from error


def holds_any(path: Path, name: str, words: Collection[str]) -> bool:
    """Return whether a workbook holds one of some words; False too when it cannot be read.

    A workbook is large to read cell by cell; this only unpacks it.
    """
    encoded = [word.encode() for word in words]
    try:
        with opened_package(path, name) as package:
            return any(
                package.holds(part, encoded) for part in sorted(package.parts) if part.endswith(".xml")
            )
    except RefusedFileError:
        return False


def read_whole(path: Path, name: str) -> bytes:
    """Return the bytes of a file that is not larger than what is read here.

    Raises:
        RefusedFileError: there is none, it is a folder, or it is too large.
    """
    place = Place(name)
    try:
        if path.is_dir():
            raise RefusedFileError(issue("F102", place))
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise RefusedFileError(issue("F101", place)) from error
    except (OSError, ValueError) as error:
        raise RefusedFileError(unreadable_issue(error, place)) from error
    if len(content) > LARGEST:
        raise RefusedFileError(issue("F104", place, limit=LARGEST // (1024 * 1024)))
    return content


def local_name(tag: str) -> str:
    """Return the name of an element without its namespace: the strict and usual dialects differ by it only.

    >>> local_name("{urn:x}row"), local_name("row")
    ('row', 'row')
    """
    return tag.rpartition("}")[2]


class _PlainXml:
    """A stream of XML in which nothing is declared: no entity that grows, no file of elsewhere."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._tail = b""

    def read(self, size: int = -1) -> bytes:
        block = self._stream.read(size)
        if not self._tail and block[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            raise DamagedFileError("an encoding that hides what is declared")
        seen = self._tail + block
        if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
            raise DamagedFileError("declarations")
        self._tail = seen[-16:]
        return block
