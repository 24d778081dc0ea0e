"""Files written whole or not at all, and never over an existing one unless told to."""

import contextlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from buyer_skills.cli.refusals import reason_of
from buyer_skills.errors import BuyerSkillsError, UsageError

_YAML_SUFFIXES = frozenset({".yaml", ".yml", ".json"})
"""JSON is YAML too."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to write: its path and its whole content."""

    path: Path
    content: bytes


def file_stem(identifier: str) -> str:
    """Return an id as part of a file's name, without the signs of practices that some systems refuse.

    >>> file_stem("tutorat@negociation:2-3")
    'tutorat-negociation-2-3'
    """
    return identifier.replace("@", "-").replace(":", "-")


def write_files(files: Sequence[OutputFile], *, overwrite: bool) -> None:
    """Write every file, each whole or not at all.

    Each is written beside its place under a temporary name, then renamed. Without ``overwrite``, one
    file that exists already stops everything before anything is written.

    Raises:
        UsageError: a file is there already (``file-exists``).
        BuyerSkillsError: a file cannot be written (``cannot-write``): full disk, read-only folder...
    """
    if not overwrite:
        for file in files:
            with _said_of(file):
                is_there = file.path.exists()
            if is_there:
                raise UsageError("file-exists", path=str(file.path))
    for file in files:
        with _said_of(file):
            _write_whole(file)


def require_yaml_name(option: str, path: Path) -> None:
    """Refuse to write YAML under a name that says another format.

    Raises:
        UsageError: the name does not end in ``.yaml``, ``.yml`` or ``.json`` (``not-yaml``).
    """
    if path.suffix.lower() not in _YAML_SUFFIXES:
        raise UsageError("not-yaml", option=option, path=str(path), proposed=str(path.with_suffix(".yaml")))


@contextlib.contextmanager
def _said_of(file: OutputFile) -> Iterator[None]:
    """Put what the system refuses about a file in our words."""
    try:
        yield
    except OSError as error:
        raise BuyerSkillsError("cannot-write", path=str(file.path), reason=reason_of(error)) from error


def _write_whole(file: OutputFile) -> None:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{file.path.name}.", dir=file.path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(file.content)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes private files: give it the rights any new file would have here.
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(file.path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
