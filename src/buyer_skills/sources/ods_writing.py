"""ODS workbooks made for people: the same headings, lists and colours as in XLSX."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

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
from buyer_skills.sources.zipping import zip_of

_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("number", "datastyle"),
            ("fo", "xsl-fo-compatible"),
            ("meta", "meta"),
            ("config", "config"),
        )
    )
    # The version of formulas is their own: with another, LibreOffice reads no drop-down list.
    + ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_SPACES = re.compile(r"^ | $| {2,}|\t")


def ods_bytes(workbook: WrittenWorkbook) -> bytes:
    """Return a workbook as bytes, the same for the same content."""
    return zip_of(
        {
            "mimetype": _MIMETYPE.encode(),
            "META-INF/manifest.xml": _manifest().encode(),
            "meta.xml": _meta(workbook).encode(),
            "settings.xml": _settings(workbook).encode(),
            "styles.xml": _page_styles().encode(),
            "content.xml": "".join(_content(workbook)).encode(),
        },
        stored=frozenset({"mimetype"}),
    )


def _manifest() -> str:
    parts = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (
            ("/", _MIMETYPE),
            ("meta.xml", "text/xml"),
            ("settings.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("content.xml", "text/xml"),
        )
    )
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3">{parts}</manifest:manifest>'
    )


def _meta(workbook: WrittenWorkbook) -> str:
    return (
        f'{_HEAD}<office:document-meta {_NAMESPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(workbook.title)}</dc:title></office:meta></office:document-meta>"
    )


def _settings(workbook: WrittenWorkbook) -> str:
    """Return what is kept frozen when a sheet is scrolled."""
    tables = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(table.title)}>"
        + "".join(
            f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
            for name, kind, value in (
                ("HorizontalSplitMode", "short", 2 if table.frozen_columns else 0),
                ("VerticalSplitMode", "short", 2),
                ("HorizontalSplitPosition", "int", table.frozen_columns),
                ("VerticalSplitPosition", "int", FIRST_ROW),
                ("ActiveSplitRange", "short", 3),
                ("PositionRight", "int", table.frozen_columns),
                ("PositionBottom", "int", FIRST_ROW),
            )
        )
        + "</config:config-item-map-entry>"
        for table in workbook.tables
    )
    return (
        f'{_HEAD}<office:document-settings {_NAMESPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed '
        'config:name="Views"><config:config-item-map-entry><config:config-item config:name="ViewId" '
        'config:type="string">view1</config:config-item><config:config-item-map-named config:name="Tables">'
        f"{tables}</config:config-item-map-named></config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
        "</office:document-settings>"
    )


def _page_styles() -> str:
    """Return how sheets are printed: A4 on its side, all columns on a page."""
    return (
        f'{_HEAD}<office:document-styles {_NAMESPACES} office:version="1.3"><office:automatic-styles>'
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="29.7cm" '
        'fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" '
        'style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="A4"/>'
        "</office:master-styles></office:document-styles>"
    )


def _content(workbook: WrittenWorkbook) -> Iterator[str]:
    lists = shared_lists(workbook.tables)
    widths = sorted({column.width for table in workbook.tables for column in table.columns} | {46, 90})
    yield f'{_HEAD}<office:document-content {_NAMESPACES} office:version="1.3">'
    yield f"<office:automatic-styles>{''.join(_styles(widths))}</office:automatic-styles>"
    yield "<office:body><office:spreadsheet>"
    yield f"<table:content-validations>{''.join(_validations(workbook, lists))}</table:content-validations>"
    yield from _guide(workbook)
    for number, table in enumerate(workbook.tables):
        yield from _form(table, lists) if table.is_form else _table(table, number)
    if lists:
        yield f'<table:table table:name="{LISTS_TITLE}" table:style-name="hidden">'
        yield f'<table:table-column table:number-columns-repeated="{len(lists)}"/>'
        for row in range(max(map(len, lists))):
            cells = (_cell(words[row] if row < len(words) else None, "text") for words in lists)
            yield f"<table:table-row>{''.join(cells)}</table:table-row>"
        yield "</table:table>"
    yield "</office:spreadsheet></office:body></office:document-content>"


def _styles(widths: Sequence[int]) -> Iterator[str]:
    yield (
        '<number:text-style style:name="N1"><number:text-content/></number:text-style>'
        '<number:date-style style:name="N2"><number:year number:style="long"/><number:text>-</number:text>'
        '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>'
        "</number:date-style>"
        '<number:date-style style:name="N3"><number:day number:style="long"/><number:text>/</number:text>'
        '<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>'
        "</number:date-style>"
    )
    for name, shown in (("shown", "true"), ("hidden", "false")):
        yield (
            f'<style:style style:name="{name}" style:family="table" style:master-page-name="Default">'
            f'<style:table-properties table:display="{shown}"/></style:style>'
        )
    for width in widths:
        yield (
            f'<style:style style:name="w{width}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width * 0.2:.2f}cm"/></style:style>'
        )
    required, heading = COLOURS["required"], COLOURS["heading"]
    for kind, data in (("text", "N1"), ("number", ""), ("date", "N3")):
        for colour in FORM_COLOURS:
            yield _form_style(f"form-{kind}-{colour}", data, COLOURS.get(colour, ""))
    for lines in range(1, MOST_LINES + 1):
        yield (
            f'<style:style style:name="h{lines}" style:family="table-row">'
            f'<style:table-row-properties style:row-height="{lines * 0.48 + 0.1:.2f}cm" '
            'style:use-optimal-row-height="false"/></style:style>'
        )
    for name, data, colour, text in (
        ("text", "N1", "", ""),
        ("required", "N1", required, ""),
        ("known", "N1", COLOURS["known"], ""),
        ("number", "", "", ""),
        ("required-number", "", required, ""),
        ("date", "N2", "", ""),
        ("heading", "N1", heading, 'fo:font-weight="bold" fo:color="#FFFFFF"'),
        ("title", "N1", "", f'fo:font-weight="bold" fo:font-size="14pt" fo:color="{heading}"'),
    ):
        data_style = f' style:data-style-name="{data}"' if data else ""
        background = f' fo:background-color="{colour}"' if colour else ""
        yield (
            f'<style:style style:name="{name}" style:family="table-cell"{data_style}>'
            f'<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"{background}/>'
            f"<style:text-properties {text}/></style:style>"
        )


def _form_style(name: str, data: str, colour: str) -> str:
    data_style = f' style:data-style-name="{data}"' if data else ""
    background = f' fo:background-color="{colour}"' if colour else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"{data_style}>'
        '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top" '
        f'fo:border="0.5pt solid {EDGE}"{background}/>'
        '<style:paragraph-properties fo:text-align="start"/></style:style>'
    )


def _validations(workbook: WrittenWorkbook, lists: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield the drop-down lists; what is not in one is warned of, and may stay."""
    titles = {table.key: table.title for table in workbook.tables}
    rows = {table.key: len(table.rows) for table in workbook.tables}
    for place, words in enumerate(lists):
        letter = column_letters(place + 1)
        source = f"[${LISTS_TITLE}.${letter}$1:.${letter}${len(words)}]"
        yield _validation(f"l{place}", source, f"{LISTS_TITLE}.A1")
    for number, table in enumerate(workbook.tables):
        for index, column in enumerate(() if table.is_form else table.columns):
            if column.choices_from:
                last = FIRST_ROW + rows.get(column.choices_from, 0) + ROWS_BEYOND
                title = titles[column.choices_from].replace("'", "''")
                source = f"[$'{title}'.$A${FIRST_ROW + 1}:.$A${last}]"
            elif column.choices:
                letter = column_letters(lists.index(column.choices) + 1)
                source = f"[${LISTS_TITLE}.${letter}$1:.${letter}${len(column.choices)}]"
            else:
                continue
            title = table.title.replace("'", "''")
            base = f"'{title}'.{column_letters(index + 1)}{FIRST_ROW + 1}"
            yield _validation(f"v{number}.{index}", source, base)


def _validation(name: str, source: str, base: str) -> str:
    condition = quoteattr(f"of:cell-content-is-in-list({source})")
    return (
        f'<table:content-validation table:name="{name}" table:condition={condition} '
        'table:allow-empty-cell="true" table:display-list="unsorted" '
        f"table:base-cell-address={quoteattr(base)}>"
        '<table:error-message table:message-type="warning" table:display="true"/>'
        "</table:content-validation>"
    )


def _guide(workbook: WrittenWorkbook) -> Iterator[str]:
    yield f'<table:table table:name={quoteattr(workbook.guide_title)} table:style-name="shown">'
    yield '<table:table-column table:style-name="w46"/><table:table-column table:style-name="w90"/>'
    for line in workbook.guide:
        yield f"<table:table-row>{_guide_cells(line)}</table:table-row>"
    yield "</table:table>"


def _guide_cells(line: GuideLine) -> str:
    if line.style == "link":
        target = quoteattr("#'" + line.target.replace("'", "''") + "'.A2")
        return (
            f'<table:table-cell table:style-name="text" office:value-type="string"><text:p>'
            f"<text:a xlink:href={target}>{escape(line.text)}</text:a></text:p></table:table-cell>"
            + _cell(line.beside or None, "text")
        )
    if line.style == "heading":
        return _cell(line.text, "title")
    text = "".join(f"<text:p>{_spaced(part)}</text:p>" for part in line.text.split("\n"))
    return (
        f'<table:table-cell table:style-name="{line.style}" office:value-type="string" '
        f'table:number-columns-spanned="2" table:number-rows-spanned="1">{text}</table:table-cell>'
        "<table:covered-table-cell/>"
    )


def _table(table: WrittenTable, number: int) -> Iterator[str]:
    yield f'<table:table table:name={quoteattr(table.title)} table:style-name="shown">'
    for column in table.columns:
        yield (
            f'<table:table-column table:style-name="w{column.width}" '
            f'table:default-cell-style-name="{_look(column)}"/>'
        )
    keys = "".join(_cell(qualified(table.key, column.key), "text") for column in table.columns)
    yield f'<table:table-row table:visibility="collapse">{keys}</table:table-row>'
    headings = "".join(_cell(column.heading, "heading", note=column.help) for column in table.columns)
    yield f"<table:table-row>{headings}</table:table-row>"
    names = [
        f"v{number}.{index}" if column.choices or column.choices_from else ""
        for index, column in enumerate(table.columns)
    ]
    for row in table.rows:
        cells = "".join(
            _cell(value, _look(column), name)
            for value, column, name in zip(row, table.columns, names, strict=True)
        )
        yield f"<table:table-row>{cells}</table:table-row>"
    empty = "".join(
        _cell(None, _look(column), name) for column, name in zip(table.columns, names, strict=True)
    )
    yield f'<table:table-row table:number-rows-repeated="{ROWS_BEYOND}">{empty}</table:table-row>'
    yield "</table:table>"


def _form(table: WrittenTable, lists: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield a table to fill in: it ends where its rows end, and each cell says what it is by its colour."""
    yield f'<table:table table:name={quoteattr(table.title)} table:style-name="shown">'
    for column in table.columns:
        hidden = ' table:visibility="collapse"' if column.is_hidden else ""
        yield f'<table:table-column table:style-name="w{column.width}"{hidden}/>'
    keys = "".join(_cell(qualified(table.key, column.key), "text") for column in table.columns)
    yield f'<table:table-row table:visibility="collapse">{keys}</table:table-row>'
    height = lines_of([column.heading for column in table.columns], table.columns, MOST_LINES, 1.2)
    headings = "".join(_cell(column.heading, "heading", note=column.help) for column in table.columns)
    yield f'<table:table-row table:style-name="h{height}">{headings}</table:table-row>'
    empty = tuple(None for _ in table.columns)
    for number, values in enumerate([*table.rows, *(empty for _ in range(table.extra_rows or 0))]):
        cells = []
        for value, column in zip(values, table.columns, strict=True):
            words = table.choices_at(number, column)
            look = "-".join(("form", *form_look(column, is_extra=number >= len(table.rows))))
            cells.append(_cell(value, look, f"l{lists.index(words)}" if words else ""))
        height = lines_of(values, table.columns, MOST_LINES)
        yield f'<table:table-row table:style-name="h{height}">{"".join(cells)}</table:table-row>'
    yield "</table:table>"


def _look(column: WrittenColumn) -> str:
    kind = "text" if column.is_text else "number"
    return kind if not column.is_required else {"text": "required", "number": "required-number"}[kind]


def _cell(value: CellValue | None, style: str, validation: str = "", note: str = "") -> str:
    if isinstance(value, dt.date) and not style.startswith("form-"):
        style = "date"
    start = f'<table:table-cell table:style-name="{style}"'
    if validation:
        start += f' table:content-validation-name="{validation}"'
    if value is None:
        return f"{start}/>"
    annotation = f"<office:annotation><text:p>{escape(note)}</text:p></office:annotation>" if note else ""
    if isinstance(value, str):
        text = "".join(f"<text:p>{_spaced(part)}</text:p>" for part in value.split("\n"))
        return f'{start} office:value-type="string">{annotation}{text}</table:table-cell>'
    if isinstance(value, bool):
        return f'{start} office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, dt.date):
        return (
            f'{start} office:value-type="date" office:date-value="{value}"><text:p>{value}</text:p>'
            "</table:table-cell>"
        )
    shown = str(value).replace(".", ",")
    text = f"<text:p>{shown}</text:p></table:table-cell>"
    return f'{start} office:value-type="float" office:value="{value!r}">{text}'


def _spaced(text: str) -> str:
    """Return a line with its blanks said by elements: ODS makes one space of a run of them."""
    parts: list[str] = []
    last = 0
    for match in _SPACES.finditer(text):
        parts.append(escape(text[last : match.start()]))
        found = match.group()
        parts.append("<text:tab/>" if found == "\t" else f'<text:s text:c="{len(found)}"/>')
        last = match.end()
    return "".join((*parts, escape(text[last:])))
