"""Ids made of titles and names, for records that come from elsewhere."""

import re
import unicodedata
from collections.abc import Collection

_LONGEST_TITLE = 48
_LONGEST_BODY = 20
"""Characters of an id made of a title and of the name of a body."""


def training_identifier(title: str, provider: str, taken: Collection[str]) -> str:
    """Return an id for a training, of its title and its body, that is not taken.

    >>> training_identifier("Négocier un marché", "cnfpt", {"negocier-un-marche-cnfpt"})
    'negocier-un-marche-cnfpt-2'
    """
    return free_identifier(f"{slug(title, _LONGEST_TITLE)}-{slug(provider, _LONGEST_BODY)}", taken)


def provider_identifier(name: str, taken: Collection[str]) -> str:
    """Return an id for a body, of its name, that is not taken."""
    return free_identifier(slug(name, _LONGEST_TITLE), taken)


def slug(text: str, longest: int) -> str:
    """Return a text as an id: small letters, digits and hyphens, cut between words.

    >>> slug("Négocier un marché : l'essentiel", 18)
    'negocier-un-marche'
    """
    letters = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    words = re.findall(r"[a-z0-9]+", "".join(one for one in letters if not unicodedata.combining(one)))
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word[:longest]
        if len(longer) > longest:
            break
        kept = longer
    return kept or "offre"


def free_identifier(identifier: str, taken: Collection[str]) -> str:
    """Return an id that is not taken: itself, else with a number.

    >>> free_identifier("achat", {"achat", "achat-2"})
    'achat-3'
    """
    number = 2
    free = identifier
    while free in taken:
        free, number = f"{identifier}-{number}", number + 1
    return free
