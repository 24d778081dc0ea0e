"""Standard streams of systems whose encoding lacks some of our signs."""

import codecs
from typing import TextIO

_CLOSEST = {"→": "->", "═": "=", "─": "-", "…": "...", "\u202f": " ", "œ": "oe", "Œ": "OE", "€": "EUR"}
"""What stands for a sign that an encoding lacks; any other one becomes a question mark."""

_HANDLER = "buyer_skills.closest"


def keep_writing(stream: TextIO) -> None:
    """Make ``stream`` write what its encoding lacks as near as it can, rather than fail.

    Windows gives a pipe its old one-byte encoding, which has no arrow. Files are always UTF-8, and so is
    what ``--format`` prints.
    """
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        codecs.register_error(_HANDLER, _closest)
        reconfigure(errors=_HANDLER)


def _closest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_CLOSEST.get(sign, "?") for sign in error.object[error.start : error.end]), error.end
