"""Names of records in a line: the first few, then how many more."""

from collections.abc import Sequence

from buyer_skills.messages.wording import Wording

_NAMED = 8
"""How many are named."""


def naming(words: Wording, key: str, names: Sequence[str]) -> str:
    """Return the wording of a key that names records, or of ``<key>-more`` when there are too many.

    Args:
        words: the words of the reader.
        key: its parameters are ``count``, ``names`` and, when there are too many, ``more``.
        names: the names.
    """
    more = len(names) - _NAMED
    if more <= 0:
        return words.text(key, count=len(names), names=tuple(names))
    return words.text(f"{key}-more", count=len(names), names=tuple(names[:_NAMED]), more=more)
