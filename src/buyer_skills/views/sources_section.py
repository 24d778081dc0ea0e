"""The closing part of each report that says what it rests on."""

from collections.abc import Iterable

from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.providers import Source
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import Block, Cell, Column, Paragraph, Section, Table
from buyer_skills.views.training_words import month_known, partial_date_text


def sources_section(graph: SkillGraph, records: Iterable[Record], language: str) -> Section:
    """Return the section that lists the sources of ``records``, each once, in alphabetical order."""
    words = wording(language)
    named = sorted({source for record in records for source in record.cited})
    sources = [graph.catalog.sources[source] for source in named if source in graph.catalog.sources]
    block: Block = Paragraph(words.text("report.sources.none"))
    if sources:
        columns = (
            Column(words.text("report.sources.column-title"), heads_row=True),
            Column(words.text("report.sources.column-date")),
            Column(words.text("report.sources.column-address")),
        )
        rows = tuple(_row(source, language) for source in sorted(sources, key=_order))
        block = Table(words.text("report.sources.caption"), columns, rows)
    return Section("sources", words.text("report.sources.title"), (block,))


def _row(source: Source, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    dated = partial_date_text(source.date, language) if source.date else words.text("report.sources.undated")
    seen = words.text("report.sources.seen", month=month_known(source.seen, language)) if source.seen else ""
    return (
        Cell(source.title.in_language(language), _publisher(source, language)),
        Cell(dated, seen),
        Cell(source.url or words.text("report.sources.no-address")),
    )


def _publisher(source: Source, language: str) -> str:
    if source.licence and source.publisher:
        return wording(language).text(
            "report.sources.publisher-licence", publisher=source.publisher, licence=source.licence
        )
    return source.publisher or source.licence or ""


def _order(source: Source) -> tuple[str, str]:
    return source.title.fr.casefold(), source.id
