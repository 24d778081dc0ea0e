"""A drawing surface measured in points, its origin at the top left, as on a page.

Text stays text in the picture, so the reader's browser draws it with a font of its own. Everything is
measured with DejaVu Sans, which comes with matplotlib and is wider, letter for letter, than the fonts named
before it in :data:`FONTS`: what fits here fits there. Each line of text is a text of its own, anchored
where it is aligned, so that a narrower font leaves right-aligned and centred labels in their place.
"""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Literal

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.text import Text

Anchor = Literal["left", "center", "right"]

Dashes = tuple[float, ...]
"""Lengths of the strokes and blanks of a line, in turn, in points; none for a full line."""

FONTS = ("Arial", "Helvetica", "Liberation Sans", "Roboto", "DejaVu Sans")
"""Fonts the browser tries in turn, none wider than the last, with which texts are measured."""

WIDTH = 720.0
"""Width of every picture; on A4 paper it shrinks by a twentieth."""

TALLEST = 880.0
"""Height above which a chart goes on in another picture, so that each one holds on a page."""

TEXT_SIZE, SMALL_SIZE = 12.0, 11.0
LINE = 1.35
"""Height of a line of text, in sizes of its font."""

_SLACK = 1.03
"""What is kept free beside each text, for a reader whose only font is a little wider."""

_BREAK = re.compile(r"[ \t\n]+")
"""Where a line may break: never at a no-break space."""

_MEASURED_SIZE = 100.0
_FIXED_POINT = 65536
"""Unit in which fonts give the unhinted advance of a letter."""

INK, MUTED, RULE, PALE = "#1c2333", "#545b6b", "#cdd3e0", "#f0f2f7"
ACCENT, WARNING, PAPER = "#1f4e9c", "#8a4200", "#ffffff"


class Canvas:
    """A figure on which texts, rectangles, lines and marks are put at places given in points."""

    def __init__(self, width: float = WIDTH) -> None:
        """Open an empty surface, as wide as every chart but some; :meth:`finished` sets its height."""
        self._width = width
        self._figure = Figure(dpi=72, facecolor="none")
        FigureCanvasSVG(self._figure)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()

    def text(
        self,
        place: tuple[float, float],
        lines: str | tuple[str, ...],
        *,
        size: float = TEXT_SIZE,
        bold: bool = False,
        colour: str = INK,
        anchor: Anchor = "left",
    ) -> None:
        """Write lines of text under each other; ``place`` is the top of the first, at its anchor."""
        left, top = place
        for number, line in enumerate((lines,) if isinstance(lines, str) else lines):
            text = Text(
                left,
                top + size * (LINE * number + 1),
                line,
                color=colour,
                fontproperties=_font(size, bold=bold),
                horizontalalignment=anchor,
                verticalalignment="baseline",
                parse_math=False,
            )
            self._add(text)

    def rectangle(
        self,
        corner: tuple[float, float],
        width: float,
        height: float,
        *,
        fill: str = "none",
        edge: str = "none",
        hatch: str | None = None,
        dashed: bool = False,
    ) -> None:
        """Draw a rectangle from its top left corner."""
        style = "--" if dashed else "-"
        self._add(
            Rectangle(corner, width, height, facecolor=fill, edgecolor=edge, hatch=hatch, linestyle=style)
        )

    def line(
        self, start: tuple[float, float], end: tuple[float, float], *, colour: str = RULE, width: float = 1
    ) -> None:
        """Draw a straight line."""
        self._add(
            Line2D(
                [start[0], end[0]], [start[1], end[1]], color=colour, linewidth=width, solid_capstyle="butt"
            )
        )

    def wire(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        colour: str,
        width: float,
        dashes: Dashes = (),
    ) -> None:
        """Draw a line that winds from ``start`` to ``end``, level at both; full without ``dashes``."""
        middle = (start[0] + end[0]) / 2
        places = (start, (middle, start[1]), (middle, end[1]), end)
        moves = (Outline.MOVETO, Outline.CURVE4, Outline.CURVE4, Outline.CURVE4)
        self._add(
            PathPatch(
                Outline(places, moves),
                fill=False,
                edgecolor=colour,
                linewidth=width,
                linestyle=(0, dashes) if dashes else "-",
                capstyle="butt",
            )
        )

    def mark(
        self, place: tuple[float, float], shape: str, *, size: float, fill: str, edge: str, width: float = 1.5
    ) -> None:
        """Draw a mark centred on a place, by the name that matplotlib gives its shape."""
        self._add(
            Line2D(
                [place[0]],
                [place[1]],
                linestyle="none",
                marker=shape,
                markersize=size,
                markerfacecolor=fill,
                markeredgecolor=edge,
                markeredgewidth=width,
            )
        )

    def _add(self, artist: Artist) -> None:
        """Put something above all that is there, never cut by the axes."""
        artist.set_clip_on(False)
        artist.set_zorder(len(self._axes.get_children()))
        self._axes.add_artist(artist)
        artist.set_clip_path(None)

    def finished(self, height: float) -> Figure:
        """Return the figure, ``height`` points tall."""
        self._figure.set_size_inches(self._width / 72, height / 72)
        self._axes.set_xlim(0, self._width)
        self._axes.set_ylim(height, 0)
        return self._figure


@contextmanager
def fixed_settings() -> Iterator[None]:
    """Draw with matplotlib's own settings, whatever files or variables of the reader's say."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(
            {
                "font.family": ["DejaVu Sans", "sans-serif"],
                "hatch.linewidth": 0.8,
                "lines.scale_dashes": False,
                "svg.fonttype": "none",
                "svg.hashsalt": "buyer-skills",
            }
        )
        with warnings.catch_warnings():
            # A label may hold signs that the measuring font lacks; the reader's browser has others.
            warnings.filterwarnings("ignore", "Glyph .* missing")
            yield


def text_width(text: str, size: float = TEXT_SIZE, *, bold: bool = False) -> float:
    """Return how wide a line of text is at most, in points."""
    return _SLACK * size * sum(_advance(letter, bold=bold) for letter in text)


def wrapped(text: str, width: float, size: float = TEXT_SIZE, *, bold: bool = False) -> tuple[str, ...]:
    """Cut a text into lines no wider than ``width``; a word too long for a line is cut too."""
    lines: list[str] = []
    for word in filter(None, _BREAK.split(text)):
        longer = f"{lines[-1]} {word}" if lines else word
        if text_width(longer, size, bold=bold) <= width:
            lines[-1:] = [longer]
        else:
            lines += _cut_word(word, width, size, bold=bold)
    return tuple(lines) or ("",)


def block_height(lines: tuple[str, ...], size: float = TEXT_SIZE) -> float:
    """Return the height of lines of text."""
    return len(lines) * size * LINE


def _cut_word(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    pieces: list[str] = []
    while text_width(word, size, bold=bold) > width and len(word) > 1:
        fitting = [part for part in accumulate(word) if text_width(part, size, bold=bold) <= width]
        piece = fitting[-1] if fitting else word[0]
        # A hyphen the word already has is the best place to cut it.
        piece = piece[: piece.rfind("-") + 1] or piece
        pieces.append(piece)
        word = word[len(piece) :]
    return [*pieces, word] if word else pieces


@cache
def _advance(letter: str, *, bold: bool) -> float:
    """Return how far a letter moves the pen, for a font of size 1; kerning, left out, mostly takes away."""
    font = FT2Font(_font_file(bold=bold))
    if not font.get_char_index(ord(letter)):
        return 1.0  # Chinese, emoji: as wide as high
    font.set_size(_MEASURED_SIZE, 72)
    return float(font.load_char(ord(letter)).linearHoriAdvance) / _FIXED_POINT / _MEASURED_SIZE


@cache
def _font(size: float, *, bold: bool) -> FontProperties:
    return FontProperties(fname=_font_file(bold=bold), size=size, weight="bold" if bold else "normal")


def _font_file(*, bold: bool) -> str:
    # By its file: a system may hold another version of the same font.
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return str(Path(mpl.get_data_path(), "fonts", "ttf", name))
