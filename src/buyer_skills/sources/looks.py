"""What written workbooks share in both formats: colours, the sheet of lists, the first row of values."""

from collections.abc import Sequence

from buyer_skills.sources.tables import WrittenTable

COLOURS = {"heading": "#1F3864", "required": "#FFF2CC", "link": "#0563C1"}

FIRST_ROW = 2
"""The first row of values, from 0: below the hidden keys and the headings."""

LISTS_TITLE = "_listes"
"""Title of the hidden sheet where the words of drop-down lists are."""


def shared_lists(tables: Sequence[WrittenTable]) -> list[tuple[str, ...]]:
    """Return the lists of words that may be chosen, each once, in the order they are met."""
    return list(dict.fromkeys(one.choices for table in tables for one in table.columns if one.choices))
