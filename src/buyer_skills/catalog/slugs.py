"""Texts as ids: small letters, digits and hyphens."""

import re
import unicodedata
from collections.abc import Collection

_LIGATURES = {"œ": "oe", "æ": "ae"}


def slug_of(text: str, longest: int = 80) -> str:
    """Return a text as an id, cut between words.

    >>> slug_of("Négocier un marché : l'essentiel", 18)
    'negocier-un-marche'
    """
    lowered = text.lower()
    for sign, letters in _LIGATURES.items():
        lowered = lowered.replace(sign, letters)
    decomposed = unicodedata.normalize("NFKD", lowered)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    kept = ""
    for word in re.findall(r"[a-z0-9]+", plain):
        longer = f"{kept}-{word}" if kept else word[:longest]
        if len(longer) > longest:
            break
        kept = longer
    return kept


def free_slug(wanted: str, taken: Collection[str]) -> str:
    """Return an id that is not taken: the one wanted, else the same with a number.

    >>> free_slug("a", {"a", "a-2"})
    'a-3'
    """
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found
