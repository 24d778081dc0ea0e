"""The words of a workbook: titles of sheets, headings of columns, its guide. Its keys are the data's own."""

from collections.abc import Iterable

from buyer_skills.catalog.sheets.columns import Column
from buyer_skills.catalog.sheets.filling import Filled
from buyer_skills.catalog.sheets.layout import Sheet, sheets
from buyer_skills.catalog.sheets.values import NONE, UNKNOWN
from buyer_skills.messages.wording import Wording
from buyer_skills.sources.tables import GuideLine, WrittenColumn, WrittenTable, WrittenWorkbook

_WIDTHS = {
    "text": 48,
    "slug": 42,
    "word": 18,
    "integer": 11,
    "number": 12,
    "boolean": 11,
    "date": 14,
    "list": 36,
    "pairs": 16,
}
_LANGUAGES = frozenset({"fr", "en"})
_GENDERS = frozenset({"feminine", "masculine"})
_YES_NO = ("oui", "non")
"""Words of the data, whatever the language of the headings."""


def workbook_of(filled: Filled, words: Wording) -> WrittenWorkbook:
    """Return the rows of a catalogue as a workbook with headings and a guide."""
    tables = tables_of(filled, words)
    return WrittenWorkbook(
        title=words.text("workbook.title"),
        guide_title=words.text("workbook.guide"),
        guide=tuple(_guide(tables, words)),
        tables=tables,
    )


def tables_of(filled: Filled, words: Wording) -> tuple[WrittenTable, ...]:
    """Return a table for each sheet."""
    return tuple(
        WrittenTable(
            key=sheet.key,
            title=sheet_title(sheet.key, words),
            columns=tuple(_column(column, sheet, words) for column in filled.columns_of(sheet)),
            rows=filled.rows_of(sheet),
        )
        for sheet in sheets()
    )


def sheet_title(key: str, words: Wording) -> str:
    """Return the title of a sheet, 31 signs at most: what a workbook allows."""
    return words.text(f"workbook.sheet.{key.replace('_', '-')}")


def heading(column: Column, words: Wording) -> str:
    """Return the heading of a column: the words of its keys, then the language or the gender of a text."""
    *path, last = (column.path or (column.key,)) if column.key != "record" else ("record",)
    parts = [*path, last]
    endings = [one for one in parts if one in _LANGUAGES | _GENDERS]
    named = [one for one in parts if one not in endings] or ["text"]
    text = " - ".join(words.text(f"workbook.column.{one.replace('_', '-')}") for one in named)
    if not endings:
        return text
    said = ", ".join(words.text(f"workbook.ending.{one}") for one in endings)
    return words.text("workbook.heading", text=text, ending=said)


def _column(column: Column, sheet: Sheet, words: Wording) -> WrittenColumn:
    is_single = column.kind not in {"list", "pairs"}
    choices = _YES_NO if column.kind == "boolean" else column.words
    return WrittenColumn(
        key=column.key,
        heading=heading(column, words),
        width=_WIDTHS[column.kind],
        help=_help(column, words),
        is_required=column.is_required or (column.key == "id" and sheet.form == "records"),
        is_text=column.kind not in {"integer", "number"},
        choices=choices if is_single else (),
        choices_from=column.refers_to if is_single else "",
    )


def _help(column: Column, words: Wording) -> str:
    if column.kind == "list" and column.words:
        return words.text("workbook.help.words", known=column.words)
    if column.kind in {"list", "date", "pairs"}:
        return words.text(f"workbook.help.{column.kind}")
    return ""


def _guide(tables: Iterable[WrittenTable], words: Wording) -> Iterable[GuideLine]:
    yield GuideLine(words.text("workbook.title"), "heading")
    for name in ("use", "save"):
        yield GuideLine(words.text(f"workbook.guide.{name}"))
    yield GuideLine("")
    yield GuideLine(words.text("workbook.guide.rules"), "heading")
    yield GuideLine(words.text("workbook.guide.required"), "required")
    for name in ("ids", "rows", "lists", "dates"):
        yield GuideLine(words.text(f"workbook.guide.{name}"))
    yield GuideLine(words.text("workbook.guide.unknown", unknown=UNKNOWN, none=NONE))
    yield GuideLine(words.text("workbook.guide.formulas"))
    yield GuideLine(words.text("workbook.guide.keep"))
    yield GuideLine("")
    yield GuideLine(words.text("workbook.guide.sheets"), "heading")
    for table in tables:
        about = words.text("workbook.guide.rows-there", count=len(table.rows))
        yield GuideLine(table.title, "link", table.title, about)
