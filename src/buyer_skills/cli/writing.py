"""Files written whole or not at all, and never over an existing one unless told to."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from buyer_skills.errors import BuyerSkillsError, UsageError
from buyer_skills.messages import Message

DISK_FULL = (errno.ENOSPC, errno.EDQUOT)
"""What systems answer when nothing more can be written."""

_NAMES = {
    **dict.fromkeys(DISK_FULL, "disk-full"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "no-right"),
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), "not-a-folder"),
    errno.EISDIR: "is-a-folder",
    errno.ENOENT: "not-found",
}
"""Names of the reasons we have words for."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to write: its path and its whole content."""

    path: Path
    content: bytes


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
            if file.path.exists():
                raise UsageError("file-exists", path=str(file.path))
    for file in files:
        try:
            _write_whole(file)
        except OSError as error:
            raise BuyerSkillsError("cannot-write", path=str(file.path), reason=reason_of(error)) from error


def reason_of(error: OSError) -> Message | str:
    """Return why something cannot be written: in our words when we have some, else in the system's."""
    name = _NAMES.get(error.errno or 0)
    return Message(f"cli.reason.{name}") if name else error.strerror or str(error)


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
