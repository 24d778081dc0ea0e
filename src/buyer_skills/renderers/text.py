"""A report for the terminal: boxes and colours on a screen, plain lines when piped.

Charts are left out: the table that carries their figures is there.
"""

import textwrap
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from buyer_skills.messages.wording import wording
from buyer_skills.renderers.narrow_columns import fit_to
from buyer_skills.renderers.typography import typeset
from buyer_skills.views.report_view import (
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
    Tone,
)

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

NARROWEST, WIDEST = 60, 160
"""Widths, in characters, between which a report is laid out whatever the terminal says."""

_STYLES: dict[Tone, str] = {"plain": "", "good": "green", "attention": "yellow", "muted": "dim"}

_UNBREAKABLE = str.maketrans({"\u00a0": "\ue000", "\u202f": "\ue001", "\u2011": "\ue002"})
_BREAKABLE_BACK = str.maketrans({"\ue000": "\u00a0", "\ue001": "\u202f", "\ue002": "\u2011"})
"""Rich breaks lines at non-breaking spaces; they travel through it as signs it takes for letters."""

_PADDING = 3
"""Characters that a column takes beside its text: a line and a space on each side."""


def render_text(view: ReportView, width: int, *, colour: bool) -> str:
    """Return the report laid out for ``width`` characters, ending with a newline.

    Args:
        view: the report.
        width: characters in a line; brought between 60 and 160.
        colour: whether the reader is at a terminal that shows colours. Without it there is no escape
            code and no box, only a line under the headings of a table.
    """
    from rich.console import Console

    view = typeset(view)
    width = min(max(width, NARROWEST), WIDEST)
    console = Console(
        file=StringIO(),
        width=width,
        height=100,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as capture:
        _Page(console, width, view.language, colour=colour).show(view)
    lines = capture.get().translate(_BREAKABLE_BACK).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


class _Page:
    """Prints a report, block by block, with an empty line between blocks."""

    def __init__(self, console: "Console", width: int, language: str, *, colour: bool) -> None:
        self._console = console
        self._width = width
        self._words = wording(language)
        self._colour = colour

    def show(self, view: ReportView) -> None:
        self._print(*self._lines(view.title, "bold"))
        if view.subtitle:
            self._print_next(self._lines(view.subtitle, "dim"))
        if view.lead:
            self._lead(self._words.text("renderers.lead"), view.lead)
        for section in view.sections:
            self._section(section, 1)
        if view.footer:
            self._print(*(line for text in view.footer for line in self._lines(text, "dim")))

    def _print(self, *renderables: "RenderableType") -> None:
        self._console.print()
        self._print_next(renderables)

    def _print_next(self, renderables: Iterable["RenderableType"]) -> None:
        from rich.text import Text

        for is_text, group in groupby(renderables, lambda each: isinstance(each, Text)):
            if is_text:
                # Wrapped already: a longer word, such as an address, goes on past the margin, whole. Lines
                # go together, each print of its own being slow.
                lines = Text("\n").join(each for each in group if isinstance(each, Text))
                self._console.print(lines, no_wrap=True, overflow="ignore", crop=False)
            else:
                self._console.print(*group)

    def _lines(self, text: str, style: str = "", mark: str = "", indent: str = "") -> Iterator["Text"]:
        """Wrap a text without ever cutting a word, so that an address can still be followed."""
        room = self._width - (4 if mark and self._colour else 0)
        wrapper = textwrap.TextWrapper(
            room,
            initial_indent=mark,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in text.split("\n"):
            for part in wrapper.wrap(line):
                yield _text(part, style)

    def _lead(self, heading: str, lead: tuple[str, ...]) -> None:
        from rich import box
        from rich.console import Group
        from rich.panel import Panel

        lines = Group(*(part for line in lead for part in self._lines(line, mark="• ", indent="  ")))
        if self._colour:
            self._print(
                Panel(
                    lines,
                    title=_text(heading, "bold"),
                    title_align="left",
                    border_style="blue",
                    box=box.ROUNDED,
                )
            )
        else:
            self._print(_text(heading), lines)

    def _section(self, section: Section, depth: int) -> None:
        from rich.text import Text

        if depth == 1:
            title = _text(section.title.upper(), "bold blue")
            # The rule is as long as the title so that the eye finds sections, even without colour.
            self._print(title, Text("═" * min(title.cell_len, self._width), "blue"))
        else:
            self._print(*self._lines(section.title, "bold"))
        for block in section.blocks:
            self._print(*self._block(block))
        for inner in section.sections:
            self._section(inner, depth + 1)

    def _block(self, block: Block) -> Iterator["RenderableType"]:
        match block:
            case Paragraph():
                yield from self._lines(block.text, _STYLES[block.tone])
            case Bullets():
                for number, item in enumerate(block.items, 1):
                    mark = f"{number}. " if block.numbered else "• "
                    yield from self._lines(item, mark=mark, indent=" " * len(mark))
            case Definitions():
                for term, said in block.pairs:
                    yield from self._lines(term, "bold")
                    yield from self._lines(said, mark="  ", indent="  ")
            case Callout():
                yield from self._callout(block)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._table(block.table)
            case _:
                assert_never(block)

    def _callout(self, callout: Callout) -> Iterator["RenderableType"]:
        from rich import box
        from rich.panel import Panel

        style = _STYLES[callout.tone]
        if self._colour:
            heading = _text(callout.heading, "bold")
            yield Panel(
                _text(callout.text), title=heading, title_align="left", border_style=style, box=box.ROUNDED
            )
        else:
            yield from self._lines(callout.heading)
            yield from self._lines(callout.text, mark="  ", indent="  ")

    def _table(self, table: Table) -> Iterator["RenderableType"]:
        from rich import box
        from rich import table as rich_tables

        yield from self._lines(table.caption, "italic")
        widths: tuple[int | None, ...] = (None,) * len(table.columns)
        wraps = any(cell.detail for row in table.rows for cell in row)
        # A frame adds a line; without one, the padding of the last column is not used.
        room = self._width - 1 if self._colour else self._width + _PADDING
        if _whole_width(table) > room:
            fitted = fit_to(table, room, _PADDING)
            if fitted is None:
                yield from self._records(table)
                return
            table, widths = fitted
            wraps = True
        grid = rich_tables.Table(
            box=box.ROUNDED if self._colour else box.SIMPLE_HEAD,
            show_edge=self._colour,
            show_lines=self._colour and wraps,
            leading=0 if self._colour else int(wraps),
            pad_edge=self._colour,
            border_style="dim",
            header_style="bold",
        )
        for column, column_width in zip(table.columns, widths, strict=True):
            grid.add_column(_text(column.heading), justify=column.align, overflow="fold", width=column_width)
        for row in table.rows:
            grid.add_row(*(_cell(cell) for cell in row))
        yield grid

    def _records(self, table: Table) -> Iterator["RenderableType"]:
        """Lay out a table that is too wide one row after another, each cell beside its heading."""
        for number, row in enumerate(table.rows):
            if number:
                yield ""
            for column, cell in zip(table.columns, row, strict=True):
                text = ", ".join(part for part in (cell.text, cell.detail) if part)
                line = self._words.text("renderers.cell", heading=column.heading, text=text) if text else ""
                yield from self._lines(line, _STYLES[cell.tone], indent="  ")


def _text(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(text.translate(_UNBREAKABLE), style)


def _cell(cell: Cell) -> "Text":
    text = _text(cell.text, _STYLES[cell.tone])
    return text.append(_text(f"\n{cell.detail}", "dim")) if cell.detail else text


def _whole_width(table: Table) -> int:
    """Return the width of the table when each column is as wide as its widest text."""
    from rich.cells import cell_len

    columns = (
        (column.heading, *(text for row in table.rows for text in (row[place].text, row[place].detail)))
        for place, column in enumerate(table.columns)
    )
    return sum(_PADDING + max(map(cell_len, texts)) for texts in columns)
