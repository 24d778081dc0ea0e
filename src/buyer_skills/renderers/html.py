"""A report as one web page that holds everything it needs: no script, no picture or font from elsewhere."""

from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from buyer_skills.messages.wording import wording
from buyer_skills.renderers.addresses import pieces
from buyer_skills.renderers.typography import typeset
from buyer_skills.views.report_view import Block, Figure, ReportView, Table

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_CONTENTS = ((100, "long"), (24, "sentences"), (12, "words"))
"""What a column holds when one of its texts has more characters than this: its width is kept accordingly."""


def render_html(view: ReportView) -> bytes:
    """Return the report as a whole HTML page, in UTF-8.

    The page is made for screen readers (landmarks, headings in order, tables with headers, charts described
    and repeated as tables), for telephones (what is wide scrolls on its own) and for A4 paper.
    """
    view = typeset(view)
    words = wording(view.language)
    numbers = count(1)
    page = (
        _environment()
        .get_template("report.html.j2")
        .render(
            view=view,
            text=words.text,
            next_number=lambda: next(numbers),
            pictures=lambda figure, identifier: _pictures(figure, identifier, view.language),
        )
    )
    return (page + "\n").encode()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("buyer_skills", "renderers/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"kind": _kind, "linked": _linked, "in_cell": _in_cell}
    environment.globals["contents_of"] = _contents_of
    return environment


def _pictures(figure: Figure, identifier: str, language: str) -> tuple[str, ...]:
    from buyer_skills.renderers.charts import chart_pictures

    title = figure.chart.title
    text = wording(language).text

    def part_title(number: int, total: int) -> str:
        return text("renderers.part", title=title, number=number, total=total) if total > 1 else title

    return chart_pictures(figure.chart, part_title, identifier)


def _kind(block: Block) -> str:
    return type(block).__name__.lower()


def _linked(text: str) -> "Markup":
    """Escape a text and make its addresses into links; a line break stays one."""
    from markupsafe import Markup, escape

    shown = Markup()
    for piece, is_address in pieces(text):
        if is_address:
            shown += Markup('<a href="{0}">{0}</a>').format(piece)
        else:
            shown += Markup("<br>").join(escape(line) for line in piece.split("\n"))
    return shown


def _in_cell(text: str) -> "Markup":
    """Return the text of a cell; its lines, when there are several, stand apart from each other."""
    from markupsafe import Markup

    lines = text.split("\n")
    if len(lines) == 1:
        return _linked(text)
    return Markup("").join(Markup('<span class="line">{}</span>').format(_linked(line)) for line in lines)


def _contents_of(table: Table, place: int) -> str:
    longest = max(
        (len(text) for row in table.rows for text in (row[place].text, row[place].detail)), default=0
    )
    return next((name for more_than, name in _CONTENTS if longest > more_than), "short")
