"""The marks and lines of a network: records told by shape and colour, links by the line that ties them."""

from collections.abc import Mapping
from functools import partial

from buyer_skills.renderers.charts.canvas import ACCENT, WARNING, Canvas, Dashes
from buyer_skills.renderers.charts.rows import Row, Swatch, legend_of
from buyer_skills.views.report_view import NetworkChart, NetworkKind, NetworkLink

MARK = 8.5
"""Size of a mark."""

LINE = "#5f6779"
"""Colour of lines: they are told apart by their dashes and width."""

MARKS: Mapping[NetworkKind, tuple[str, str]] = {
    "competency": ("o", ACCENT),
    "training": ("s", "#1b6338"),
    "degree": ("D", "#6a2c91"),
    "practice": ("v", "#6b6400"),
    "profile": ("^", WARNING),
    "provider": ("p", "#00666b"),
    "rule": ("X", "#3d4455"),
    "statut": ("<", "#6d3b1e"),
    "set-up": ("P", "#3f3aa8"),
    "named-gap": ("*", "#a8123a"),
    "area": ("h", "#545b6b"),
    "phase": (">", "#4d6b00"),
    "role": ("d", "#9c2679"),
    "theme": ("8", "#b3460f"),
}
"""Shape (a name of matplotlib) and colour of each kind of record."""

LINES: Mapping[NetworkLink, tuple[Dashes, float]] = {
    "teaches": ((), 2.0),
    "entry": ((4.0, 2.4), 1.8),
    "requires": ((), 0.9),
    "offered": ((12.0, 3.0, 3.0, 3.0), 1.2),
    "sorted": ((1.3, 2.4), 1.3),
    "derived": ((13.0, 4.0), 1.2),
    "confused": ((6.0, 2.2, 1.3, 2.2, 1.3, 2.2), 1.2),
    "framed": ((7.0, 2.6, 1.3, 2.6), 1.2),
    "needed": ((4.0, 6.0), 1.3),
    "seated": ((1.3, 2.0, 1.3, 6.0), 1.4),
}
"""Dashes and width of each kind of link."""

_SIGN_OF_LINE = 46.0
_SAMPLE = 36.0


def draw_mark(canvas: Canvas, place: tuple[float, float], kind: NetworkKind, size: float = MARK) -> None:
    """Draw the mark of a record, centred on a place."""
    shape, colour = MARKS[kind]
    # Stars and thin diamonds fill less of their square than the others.
    larger = {"*": 1.45, "d": 1.25, "D": 0.85}.get(shape, 1.0)
    canvas.mark(place, shape, size=size * larger, fill=colour, edge=colour, width=0.8)


def draw_wire(
    canvas: Canvas, start: tuple[float, float], end: tuple[float, float], link: NetworkLink
) -> None:
    """Draw the line of a link, level at both its ends."""
    dashes, width = LINES[link]
    canvas.wire(start, end, colour=LINE, width=width, dashes=dashes)


def legends(chart: NetworkChart) -> tuple[Row, Row]:
    """Return the legend of the records drawn, then that of the links."""
    kinds = [Swatch(words, partial(_sample_mark, kind)) for kind, words in chart.kind_names]
    links = [Swatch(words, partial(_sample_line, link)) for link, words in chart.link_names]
    return legend_of(kinds), legend_of(links, _SIGN_OF_LINE)


def _sample_mark(kind: NetworkKind, canvas: Canvas, place: tuple[float, float]) -> None:
    draw_mark(canvas, place, kind)


def _sample_line(link: NetworkLink, canvas: Canvas, place: tuple[float, float]) -> None:
    start, end = place[0] - _SAMPLE / 2, place[0] + _SAMPLE / 2
    draw_wire(canvas, (start, place[1]), (end, place[1]), link)
