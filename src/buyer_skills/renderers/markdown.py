"""A report in GitHub-flavoured Markdown: for wikis, tickets and plain editors.

Charts are left out: the table that carries their figures is there.
"""

import re
from collections.abc import Iterator
from typing import assert_never

from buyer_skills.messages.spacing import french_spaces
from buyer_skills.messages.wording import wording
from buyer_skills.renderers.addresses import pieces
from buyer_skills.renderers.typography import typeset
from buyer_skills.views.report_view import (
    Alignment,
    Block,
    Bullets,
    Callout,
    Cell,
    Definitions,
    Figure,
    Paragraph,
    ReportView,
    Section,
    Table,
)

_RULES: dict[Alignment, str] = {"left": ":--", "right": "--:", "center": ":-:"}

_ACTIVE = re.compile(r"[\\`*\[\]<]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~")
"""What Markdown would read as markup anywhere in a line."""

_ACTIVE_AT_START = re.compile(r"(\s*)(#{1,6}(?=\s|$)|[-+=>]|~~~)|(\s*\d{1,9})([.)])(?=\s|$)")
"""What Markdown would read as markup at the start of a line."""

_DEEPEST_HEADING = 6


def render_markdown(view: ReportView) -> str:
    """Return the report as Markdown text that ends with a newline.

    Data never acts as markup: whatever stands in a title is shown as it is written.
    """
    view = typeset(view)
    words = wording(view.language)
    parts = [f"# {_line(view.title)}"]
    if view.subtitle:
        parts.append(_line(view.subtitle))
    if view.lead:
        parts.append(f"## {_line(words.text('renderers.lead'))}")
        parts.append(_list(view.lead, numbered=False))
    # A term and what it is are one sentence, so the sign between them takes the space of the language.
    colon = french_spaces(" :") if view.language == "fr" else ":"
    for section in view.sections:
        parts += _section(section, 2, colon)
    if view.footer:
        parts.append("---")
        parts += [_line(line) for line in view.footer]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""Return ``text`` on one line, such that Markdown shows it as it is; addresses become links.

    >>> escaped("a*b_c <i> https://exemple.fr/x_y_")
    'a\\*b_c \\<i> <https://exemple.fr/x_y_>'
    """
    shown = ""
    for piece, is_address in pieces(" ".join(text.split("\n"))):
        shown += f"<{piece}>" if is_address else _ACTIVE.sub(r"\\\g<0>", piece)
    return shown


def _section(section: Section, depth: int, colon: str) -> Iterator[str]:
    yield f"{'#' * min(depth, _DEEPEST_HEADING)} {_line(section.title)}"
    for block in section.blocks:
        yield from _block(block, colon)
    for inner in section.sections:
        yield from _section(inner, depth + 1, colon)


def _block(block: Block, colon: str) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _line(block.text)
        case Bullets():
            yield _list(block.items, numbered=block.numbered)
        case Definitions():
            yield "\n".join(f"- **{_line(term)}**{colon} {escaped(said)}" for term, said in block.pairs)
        case Callout():
            yield f"> **{_line(block.heading)}**\n>\n> {_line(block.text)}"
        case Table():
            yield from _table(block)
        case Figure():
            yield from _table(block.table)
        case _:
            assert_never(block)


def _list(items: tuple[str, ...], *, numbered: bool) -> str:
    return "\n".join(
        f"{f'{number}.' if numbered else '-'} {_line(item)}" for number, item in enumerate(items, 1)
    )


def _table(table: Table) -> Iterator[str]:
    yield f"**{_line(table.caption)}**"
    rows = [
        [_in_cell(column.heading) for column in table.columns],
        [_RULES[column.align] for column in table.columns],
        *([_cell(cell) for cell in row] for row in table.rows),
    ]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(cell: Cell) -> str:
    return "<br>".join(_in_cell(text) for text in (cell.text, cell.detail) if text)


def _in_cell(text: str) -> str:
    return "<br>".join(escaped(line).replace("|", "\\|") for line in text.strip().split("\n"))


def _line(text: str) -> str:
    return _ACTIVE_AT_START.sub(_escape_start, escaped(text).strip(), count=1)


def _escape_start(start: re.Match[str]) -> str:
    if start.start() > 0:
        return start.group()
    blank, mark, number, stop = start.groups()
    return f"{blank}\\{mark}" if mark else f"{number}\\{stop}"
