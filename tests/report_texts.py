"""What a report says, gathered: for tests that look for words whatever block holds them."""

from collections.abc import Iterable, Iterator

from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Callout,
    Definitions,
    Figure,
    Paragraph,
    ReportView,
    Section,
    Table,
)


def texts_of(report: ReportView) -> list[str]:
    """Return every text of a report, in the order it is read."""
    return [
        report.title,
        report.subtitle,
        *report.lead,
        *(text for section in report.sections for text in _section_texts(section)),
        *report.footer,
    ]


def table_named(section: Section, caption: str = "") -> Table:
    """Return the first table of a section whose caption holds `caption`; a figure's table counts."""
    tables = [block.table if isinstance(block, Figure) else block for block in section.blocks]
    return next(table for table in tables if isinstance(table, Table) and caption in table.caption)


def section_at(report: ReportView, anchor: str) -> Section:
    """Return the section of a report at `anchor`, at whatever depth."""
    return next(section for section in _all_sections(report.sections) if section.anchor == anchor)


def _all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.sections)


def _section_texts(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        yield from _block_texts(block)
    for inner in section.sections:
        yield from _section_texts(inner)


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=text):
            yield text
        case Bullets(items=items):
            yield from items
        case Definitions(pairs=pairs):
            yield from (text for pair in pairs for text in pair)
        case Callout(heading=heading, text=text):
            yield from (heading, text)
        case Table():
            yield from _table_texts(block)
        case Figure(chart=chart, table=table):
            yield from (chart.title, chart.alternative)
            yield from _table_texts(table)


def _table_texts(table: Table) -> Iterator[str]:
    yield table.caption
    yield from (column.heading for column in table.columns)
    for row in table.rows:
        for cell in row:
            yield cell.text
            yield cell.detail
