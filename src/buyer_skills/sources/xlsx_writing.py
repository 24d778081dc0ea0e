"""XLSX workbooks made for people: headings, drop-down lists, colours; read back by their hidden keys."""

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from buyer_skills.issues import column_letters
from buyer_skills.sources.looks import (
    COLOURS,
    EDGE,
    FIRST_ROW,
    FORM_COLOURS,
    LISTS_TITLE,
    MOST_LINES,
    ROWS_BEYOND,
    form_look,
    lines_of,
    shared_lists,
)
from buyer_skills.sources.tables import (
    CellValue,
    GuideLine,
    WrittenColumn,
    WrittenTable,
    WrittenWorkbook,
    qualified,
)

if TYPE_CHECKING:
    import xlsxwriter

_CREATED = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the format has no zone
_FONT = {"font_name": "Calibri", "font_size": 11}
_A4 = 9
_WIDEST_PAGE = 220
_LINE = 15.0
_FORM_LOOKS: dict[str, dict[str, str]] = {
    "text": {"num_format": "@"},
    "number": {"align": "left"},
    "date": {"num_format": "dd/mm/yyyy", "align": "left"},
}


def xlsx_bytes(workbook: WrittenWorkbook) -> bytes:
    """Return a workbook as bytes, the same for the same content."""
    # Loaded by those who write one: it takes a while.
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": workbook.title, "created": _CREATED})
    _Writer(book, workbook).write()
    book.close()
    return stream.getvalue()


class _Writer:
    """Writes one workbook."""

    def __init__(self, book: "xlsxwriter.Workbook", workbook: WrittenWorkbook) -> None:
        self._book = book
        self._workbook = workbook
        self._titles = {table.key: table.title for table in workbook.tables}
        self._rows = {table.key: len(table.rows) for table in workbook.tables}
        self._lists = shared_lists(workbook.tables)
        top = {"text_wrap": True, "valign": "top"}
        self._text = self._format(num_format="@", **top)
        self._required = self._format(num_format="@", bg_color=COLOURS["required"], **top)
        self._number = self._format(**top)
        self._required_number = self._format(bg_color=COLOURS["required"], **top)
        self._date = self._format(num_format="yyyy-mm-dd", align="left", **top)
        cell = {**top, "border": 1, "border_color": EDGE}
        self._forms = {
            (kind, colour): self._format(
                **cell, **look, **({"bg_color": COLOURS[colour]} if colour in COLOURS else {})
            )
            for kind, look in _FORM_LOOKS.items()
            for colour in FORM_COLOURS
        }
        heading = {**top, "bold": True, "font_color": "#FFFFFF", "bg_color": COLOURS["heading"], "border": 1}
        self._heading = self._format(**heading)
        self._key = self._format(font_color="#7F7F7F", font_size=8)

    def write(self) -> None:
        self._write_guide(self._workbook.guide)
        sheets = [self._book.add_worksheet(table.title) for table in self._workbook.tables]
        for sheet, table in zip(sheets, self._workbook.tables, strict=True):
            if table.is_form:
                self._write_form(sheet, table)
            else:
                self._write_table(sheet, table)
        if self._lists:
            sheet = self._book.add_worksheet(LISTS_TITLE)
            sheet.hide()
            for column, words in enumerate(self._lists):
                for row, word in enumerate(words):
                    sheet.write_string(row, column, word)

    def _format(self, **look: Any) -> Any:
        return self._book.add_format({**_FONT, **look})

    def _write_guide(self, lines: Sequence[GuideLine]) -> None:
        sheet = self._book.add_worksheet(self._workbook.guide_title)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 0, 46)
        sheet.set_column(1, 1, 90)
        looks = {
            "heading": self._format(bold=True, font_size=14, font_color=COLOURS["heading"]),
            "text": self._format(text_wrap=True, valign="top"),
            "required": self._format(text_wrap=True, valign="top", bg_color=COLOURS["required"]),
            "known": self._format(text_wrap=True, valign="top", bg_color=COLOURS["known"]),
            "link": self._format(font_color=COLOURS["link"], underline=1, valign="top"),
        }
        for row, line in enumerate(lines):
            look = looks[line.style]
            if line.style == "link":
                sheet.write_url(row, 0, f"internal:'{_quoted(line.target)}'!A2", look, line.text)
                sheet.write_string(row, 1, line.beside, looks["text"])
            elif line.style == "heading":
                sheet.write_string(row, 0, line.text, look)
            else:
                sheet.merge_range(row, 0, row, 1, "", look)
                sheet.write_string(row, 0, line.text, look)
                sheet.set_row(row, 15.0 * (1 + len(line.text) // 125))

    def _write_table(self, sheet: Any, table: WrittenTable) -> None:
        sheet.freeze_panes(FIRST_ROW, table.frozen_columns)
        sheet.set_row(0, None, self._key, {"hidden": True})
        sheet.set_landscape()
        sheet.set_paper(_A4)
        if sum(column.width for column in table.columns) <= _WIDEST_PAGE:
            sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.set_row(1, 2 * _LINE)
        last = FIRST_ROW + len(table.rows) + ROWS_BEYOND
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, column.width, self._look(column))
            sheet.write_string(0, index, qualified(table.key, column.key), self._key)
            sheet.write_string(1, index, column.heading, self._heading)
            if column.help:
                sheet.write_comment(1, index, column.help, {"x_scale": 2, "font_size": 9})
            if options := self._choices(column):
                sheet.data_validation(FIRST_ROW, index, last, index, options)
        for row, values in enumerate(table.rows, FIRST_ROW):
            sheet.set_row(row, _LINE * lines_of(values, table.columns, MOST_LINES))
            for index, value in enumerate(values):
                if value is not None:
                    self._write_cell(sheet, row, index, value, table.columns[index])
        sheet.autofilter(1, 0, FIRST_ROW + max(len(table.rows), 1) - 1, len(table.columns) - 1)

    def _write_form(self, sheet: Any, table: WrittenTable) -> None:
        """Write a table to fill in: it ends where its rows end; each cell says what it is by its colour."""
        sheet.freeze_panes(FIRST_ROW, table.frozen_columns)
        sheet.hide_gridlines(2)
        sheet.set_row(0, None, self._key, {"hidden": True})
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        headings = [column.heading for column in table.columns]
        sheet.set_row(1, _LINE * lines_of(headings, table.columns, MOST_LINES, 1.2))
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, column.width, None, {"hidden": column.is_hidden})
            sheet.write_string(0, index, qualified(table.key, column.key), self._key)
            sheet.write_string(1, index, column.heading, self._heading)
            if column.help:
                sheet.write_comment(1, index, column.help, {"x_scale": 2, "font_size": 9})
        empty = tuple(None for _ in table.columns)
        rows = [*table.rows, *(empty for _ in range(table.extra_rows or 0))]
        for number, values in enumerate(rows):
            sheet.set_row(FIRST_ROW + number, _LINE * lines_of(values, table.columns, MOST_LINES))
            for index, column in enumerate(table.columns):
                is_extra = number >= len(table.rows)
                self._write_form_cell(sheet, (number, index), values[index], column, is_extra=is_extra)
                if choices := table.choices_at(number, column):
                    sheet.data_validation(
                        FIRST_ROW + number, index, FIRST_ROW + number, index, self._listed(choices)
                    )

    def _write_form_cell(
        self,
        sheet: Any,
        at: tuple[int, int],
        value: CellValue | None,
        column: WrittenColumn,
        *,
        is_extra: bool,
    ) -> None:
        row, index = FIRST_ROW + at[0], at[1]
        look = self._forms[form_look(column, is_extra=is_extra)]
        if value is None:
            sheet.write_blank(row, index, None, look)
        elif isinstance(value, str):
            sheet.write_string(row, index, value, look)
        elif isinstance(value, dt.date):
            sheet.write_datetime(row, index, dt.datetime(value.year, value.month, value.day), look)  # noqa: DTZ001
        else:
            sheet.write_number(row, index, value, look)

    def _look(self, column: WrittenColumn) -> Any:
        if column.is_text:
            return self._required if column.is_required else self._text
        return self._required_number if column.is_required else self._number

    def _write_cell(self, sheet: Any, row: int, index: int, value: CellValue, column: WrittenColumn) -> None:
        if isinstance(value, str):
            sheet.write_string(row, index, value, self._required if column.is_required else self._text)
        elif isinstance(value, bool):
            sheet.write_boolean(row, index, value, self._number)
        elif isinstance(value, dt.date):
            sheet.write_datetime(row, index, dt.datetime(value.year, value.month, value.day), self._date)  # noqa: DTZ001
        else:
            sheet.write_number(row, index, value, self._look(column))

    def _choices(self, column: WrittenColumn) -> dict[str, Any] | None:
        """Return the drop-down list of a column; what is not in it is warned of, and may stay."""
        if column.choices_from:
            last = FIRST_ROW + self._rows.get(column.choices_from, 0) + ROWS_BEYOND
            source = f"='{_quoted(self._titles[column.choices_from])}'!$A${FIRST_ROW + 1}:$A${last}"
        elif column.choices:
            return self._listed(column.choices)
        else:
            return None
        return {"validate": "list", "source": source, "error_type": "warning"}

    def _listed(self, words: tuple[str, ...]) -> dict[str, Any]:
        letter = column_letters(self._lists.index(words) + 1)
        source = f"='{LISTS_TITLE}'!${letter}$1:${letter}${len(words)}"
        return {"validate": "list", "source": source, "error_type": "warning"}


def _quoted(title: str) -> str:
    return title.replace("'", "''")
