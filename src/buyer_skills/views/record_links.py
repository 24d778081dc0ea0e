"""Links of a record to outside frameworks, one line each."""

from collections.abc import Sequence

from buyer_skills.catalog.competencies import Link
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import Bullets, Paragraph, Section


def links_section(links: Sequence[Link], language: str) -> tuple[Section, ...]:
    """Return the section on ``links``, framework by framework; nothing when there is none."""
    if not links:
        return ()
    words = wording(language)
    lines = tuple(_line(link, language) for link in sorted(links, key=lambda link: link.framework.casefold()))
    blocks = (Paragraph(words.text("show.links-intro")), Bullets(lines))
    return (Section("liens", words.text("show.section-links"), blocks),)


def link_item(link: Link, language: str) -> str:
    """Return what a link leads to: the framework, the label and the code of the item."""
    words = wording(language)
    item = link.framework
    if link.label:
        item = words.text("show.link-label", framework=item, label=link.label)
    # The end of an address of ESCO is its code: said once.
    if link.code and not (link.uri and link.code in link.uri):
        item = words.text("show.link-code", item=item, code=link.code)
    return item


def _line(link: Link, language: str) -> str:
    words = wording(language)
    line = link_item(link, language)
    if link.relation:
        line = words.text("show.link", item=line, relation=words.text(f"show.relation.{link.relation}"))
    return words.text("show.link-address", line=line, address=link.uri) if link.uri else line
