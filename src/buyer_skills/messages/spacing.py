"""French spaces: those that keep a sign such as « : » with the word before it."""

import re

NO_BREAK = "\u00a0"
"""A space at which no line is cut."""

_BEFORE = re.compile(r" (?=[;:?!»%€](?:\s|[.,)]|$))")
_AFTER = re.compile(r"« ")


def french_spaces(text: str) -> str:
    r"""Return ``text`` with no-break spaces where French wants them.

    >>> french_spaces("Pourquoi ? « Parce que »")
    'Pourquoi\xa0? «\xa0Parce que\xa0»'
    """
    return _AFTER.sub(f"«{NO_BREAK}", _BEFORE.sub(NO_BREAK, text))
