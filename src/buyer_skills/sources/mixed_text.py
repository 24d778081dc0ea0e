"""Text of which nobody said the encoding: UTF-8, or what French Windows wrote before it."""

import codecs
import re
from typing import Literal

Encoding = Literal["utf-8", "cp1252"]
"""The two encodings that files of French bodies are written in."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_ERRORS = "buyer_skills.cp1252_where_not_utf_8"
_CUT = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_IN_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def is_wide(start: bytes) -> bool:
    """Return whether a text begins as one in UTF-16, which is not read."""
    return start.startswith(_WIDE_MARKS)


def likely_encoding(sample: bytes) -> Encoding:
    """Return the encoding that most letters of a sample agree with.

    >>> likely_encoding("marché, à « côté »".encode()), likely_encoding("marché, à « côté »".encode("cp1252"))
    ('utf-8', 'cp1252')
    """
    if sample.startswith(BYTE_ORDER_MARK):
        return "utf-8"
    # A sample may end in the middle of a letter.
    sample = _CUT.sub(b"", sample)
    found = _IN_UTF_8.findall(sample)
    others = len(_NOT_ASCII.findall(sample)) - sum(map(len, found))
    return "cp1252" if others > len(found) else "utf-8"


def mixed_text(content: bytes, encoding: Encoding) -> str:
    r"""Return the text of some bytes; no byte is refused: those that are not UTF-8 are read as cp1252.

    >>> mixed_text("marché ".encode() + "marché".encode("cp1252"), "utf-8"), mixed_text(b"\x81", "cp1252")
    ('marché marché', '\ufffd')
    """
    return content.decode(encoding, _ERRORS)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_ERRORS, _as_cp1252)
