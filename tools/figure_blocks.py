"""Pages written by hand around figures: the blocks that are filled, and the tables they hold.

A block begins with ``<!-- chiffres : NAME -->`` and ends with ``<!-- fin -->``.
"""

import re
from collections.abc import Callable, Iterable, Sequence

_BLOCK = re.compile(r"(?s)(<!-- chiffres : (?P<name>[a-z-]+) -->\n).*?(<!-- fin -->)")


def filled(text: str, block: Callable[[str], str]) -> str:
    """Return a page with each block replaced by what ``block`` gives for its name."""
    return _BLOCK.sub(lambda found: f"{found[1]}\n{block(found['name'])}\n{found[3]}", text)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [" | ".join(headings), "|".join("---" for _ in headings), *(" | ".join(row) for row in rows)]
    return "\n".join(f"| {line} |" if "---" not in line else f"|{line}|" for line in lines) + "\n"
