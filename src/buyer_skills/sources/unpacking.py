"""Large files read as they come: plain, in gzip, or in a zip archive."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from buyer_skills.issues import Place, issue
from buyer_skills.sources.packages import (
    DAMAGED_ARCHIVE,
    MOST_PARTS,
    DamagedFileError,
    RefusedFileError,
)
from buyer_skills.sources.texts import unreadable_issue

MOST_TIMES = 200
"""How many times its size on disk a packed file may take once unpacked: more is no text that people wrote."""

ALWAYS_UNPACKED = 64 * 1024 * 1024
"""Whatever its size on disk, so many bytes of a packed file are read: 64 MiB."""

_BLOCK = 1024 * 1024
_ZIP, _GZIP = b"PK", b"\x1f\x8b"
_END_OF_ZIP, _END_LENGTH, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
_LARGEST_DIRECTORY = 16 * 1024 * 1024
_DAMAGED = (*DAMAGED_ARCHIVE, OSError)


@contextmanager
def opened_stream(path: Path, name: str, suffix: str) -> Iterator[tuple[io.BufferedReader, str]]:
    """Open a file, plain or packed; give its bytes as they come, and the name that readers know it by.

    Args:
        path: where it is.
        name: how readers know it.
        suffix: how the name of the only file wanted in a zip archive ends, such as ``.csv``.

    Raises:
        RefusedFileError: it cannot be read, or the archive does not hold one such file. Reading the stream
            raises :class:`DamagedFileError` where it is damaged, and the above when too much comes out.
    """
    with _opened(path, name) as (file, size):
        start = file.peek(2)
        if start.startswith(_ZIP):
            with _archive(file, size, name) as archive:
                found = [one for one in archive.names if one.lower().endswith(suffix)]
                if len(found) != 1:
                    raise RefusedFileError(issue("F172", Place(name), count=len(found), suffix=suffix))
                with archive.opened(found[0]) as stream:
                    yield stream, f"{name}/{found[0]}"
        elif start.startswith(_GZIP):
            with gzip.GzipFile(fileobj=file) as unpacked, _buffered(unpacked, size, name) as stream:
                yield stream, name
        else:
            with _buffered(file, None, name) as stream:
                yield stream, name


@contextmanager
def opened_archive(path: Path, name: str) -> Iterator["LargeArchive"]:
    """Open a zip archive whose files are read as they come.

    Raises:
        RefusedFileError: it cannot be read, or is no zip archive.
    """
    with _opened(path, name) as (file, size), _archive(file, size, name) as archive:
        yield archive


class LargeArchive:
    """A zip archive: the names of its files, and each of them as a stream."""

    def __init__(self, archive: zipfile.ZipFile, size: int, name: str) -> None:
        """Take an open archive, its size in bytes, and the name readers know it by."""
        self._archive, self._size, self.name = archive, size, name
        self.names = tuple(sorted({one.filename for one in archive.infolist() if not one.is_dir()}))

    @contextmanager
    def opened(self, part: str) -> Iterator[io.BufferedReader]:
        """Open one of its files.

        Raises:
            RefusedFileError: it is damaged, protected by a password, or packed in a way not read here.
        """
        place = Place(f"{self.name}/{part}")
        info = self._archive.getinfo(part)
        if info.flag_bits & 1:
            raise RefusedFileError(issue("F178", place))
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise RefusedFileError(issue("F170", place))
        try:
            unpacked = self._archive.open(info)
        except _DAMAGED as error:
            raise RefusedFileError(issue("F170", place)) from error
        with unpacked, _buffered(unpacked, self._size, place.file) as stream:
            yield stream


@contextmanager
def _opened(path: Path, name: str) -> Iterator[tuple[io.BufferedReader, int]]:
    place = Place(name)
    try:
        if path.is_dir():
            raise RefusedFileError(issue("F102", place))
        file: io.BufferedReader = io.BufferedReader(path.open("rb", buffering=0), _BLOCK)
    except FileNotFoundError as error:
        raise RefusedFileError(issue("F101", place)) from error
    except (OSError, ValueError) as error:
        raise RefusedFileError(unreadable_issue(error, place)) from error
    with file:
        yield file, path.stat().st_size


@contextmanager
def _archive(file: io.BufferedReader, size: int, name: str) -> Iterator[LargeArchive]:
    place = Place(name)
    if _directory_size(file, size) > _LARGEST_DIRECTORY:
        raise RefusedFileError(issue("F171", place, times=MOST_TIMES))
    try:
        opened = zipfile.ZipFile(file)
    except _DAMAGED as error:
        raise RefusedFileError(issue("F170", place)) from error
    with opened as archive:
        if len(archive.infolist()) > MOST_PARTS:
            raise RefusedFileError(issue("F171", place, times=MOST_TIMES))
        yield LargeArchive(archive, size, name)


def _directory_size(file: io.BufferedReader, size: int) -> int:
    """Return how many bytes the list of an archive takes: the library would read it whole."""
    file.seek(max(0, size - _END_LENGTH - _LONGEST_COMMENT))
    end = file.read()
    at = end.rfind(_END_OF_ZIP)
    return int.from_bytes(end[at + 12 : at + 16], "little") if at >= 0 else 0


def _buffered(unpacked: "_Bytes", size: int | None, name: str) -> io.BufferedReader:
    return io.BufferedReader(_Unpacked(unpacked, size, name), _BLOCK)


class _Bytes(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes: ...


class _Unpacked(io.RawIOBase):
    """What comes out of a file: counted when it is packed, its damage told apart from a fault of ours."""

    def __init__(self, unpacked: "_Bytes", size: int | None, name: str) -> None:
        self._unpacked, self._name = unpacked, name
        self._most = None if size is None else max(ALWAYS_UNPACKED, MOST_TIMES * size)
        self._seen = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            content = self._unpacked.read(len(buffer))
        except _DAMAGED as error:
            raise DamagedFileError from error
        self._seen += len(content)
        if self._most is not None and self._seen > self._most:
            raise RefusedFileError(issue("F171", Place(self._name), times=MOST_TIMES))
        buffer[: len(content)] = content
        return len(content)
