"""Web addresses inside a text."""

import re
from collections.abc import Iterator

_ADDRESS = re.compile(r"https?://[^\s<>\"«»|\\^`{}]*[^\s<>\"«»|\\^`{}.,;:!?)\]'*~]")
"""An address, without the punctuation that closes a sentence or a bracket."""


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text at its web addresses; yield each piece and whether it is an address.

    >>> list(pieces("Voir https://exemple.fr/a, puis agir."))
    [('Voir ', False), ('https://exemple.fr/a', True), (', puis agir.', False)]
    """
    place = 0
    for found in _ADDRESS.finditer(text):
        if found.start() > place:
            yield text[place : found.start()], False
        yield found.group(), True
        place = found.end()
    if place < len(text):
        yield text[place:], False
