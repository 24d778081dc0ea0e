"""Lists in one line, cut when they are long."""

from collections.abc import Sequence

from buyer_skills.messages.wording import wording

SHOWN = 3
"""Items named before the rest is counted."""


def listed(items: Sequence[str], language: str, shown: int = SHOWN) -> str:
    """Return ``items`` in one line, the rest counted beyond ``shown``; one more is shown rather than counted.

    >>> listed(["a", "b", "c", "d", "e"], "fr")
    'a ; b ; c ; et 2 autres'
    """
    words = wording(language)
    if len(items) <= shown + 1:
        shown = len(items)
    text = words.text("report.list-separator").join(items[:shown])
    if shown == len(items):
        return text
    return words.text("report.list-cut", items=text, count=len(items) - shown)
