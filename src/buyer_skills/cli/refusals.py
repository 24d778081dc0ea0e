"""Why the system refused to write, in our words."""

import errno

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


def reason_of(error: OSError) -> Message | str:
    """Return why something cannot be written: in our words when we have some, else in the system's."""
    name = _NAMES.get(error.errno or 0)
    return Message(f"cli.reason.{name}") if name else error.strerror or str(error)
