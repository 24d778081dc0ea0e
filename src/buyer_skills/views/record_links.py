"""Links of a record to outside frameworks, as a table."""

from collections.abc import Sequence

from buyer_skills.catalog.competencies import Link
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import Cell, Column, Section, Table


def links_section(links: Sequence[Link], language: str) -> tuple[Section, ...]:
    """Return the section on ``links``, framework by framework; nothing when there is none."""
    if not links:
        return ()
    words = wording(language)
    names = ("framework", "link-title", "link-code", "relation")
    columns = tuple(
        Column(words.text(f"show.column-{name}"), heads_row=name == "framework") for name in names
    )
    rows = tuple(_row(link, language) for link in sorted(links, key=lambda link: link.framework.casefold()))
    table = Table(words.text("show.caption-links"), columns, rows)
    return (Section("liens", words.text("show.section-links"), (table,)),)


def _row(link: Link, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    relation = words.text(f"show.relation.{link.relation}") if link.relation else words.text("list.to-check")
    # ESCO's codes are the end of its addresses: one of the two is enough.
    code = Cell(link.code or words.text("list.to-check"))
    if link.uri:
        code = Cell(link.uri) if link.code and link.code in link.uri else Cell(code.text, link.uri)
    return (Cell(link.framework), Cell(link.label or words.text("show.no-label")), code, Cell(relation))
