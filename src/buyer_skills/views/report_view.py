"""What a report is made of, whatever it is rendered to.

Every text here is already in the reader's language. A renderer lays out, and adds no words but the
few fixed ones of its format (``renderers.po``). Blocks that a person fills in (blank, choice, score,
total) will carry a ``key``; none of the present reports needs them.
"""

from dataclasses import dataclass, field
from typing import Literal

Alignment = Literal["left", "right", "center"]
Tone = Literal["plain", "good", "attention", "muted"]
"""How a text stands out; always beside words that say the same, never colour alone."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, a second line in smaller type, and how it stands out.

    A text of several lines is read as so many items. ``goes_to`` is the anchor of the section that the text
    names, where the document can be gone through by its links.
    """

    text: str
    detail: str = ""
    tone: Tone = "plain"
    goes_to: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, alignment, whether its cells head their row or are to fill in."""

    heading: str
    align: Alignment = "left"
    heads_row: bool = False
    to_fill: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; never empty."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short items."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Definitions:
    """Pairs of a term and what is said of it; ``beside``: side by side and in small type."""

    pairs: tuple[tuple[str, str], ...]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed remark with its own short heading: « À vérifier », « Attention ».

    ``room`` is the number of empty lines left under it, on paper, to write on.
    """

    heading: str
    text: str
    tone: Tone = "attention"
    room: int = 0


@dataclass(frozen=True, slots=True)
class LevelPoint:
    """A row of a level chart: a label, and levels from 0 to 4 (None = no mark)."""

    label: str
    group: str
    start: int | None
    end: int | None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class LevelChart:
    """Held against required, or before against after, on the 0-4 scale, grouped (a dumbbell chart).

    ``start_name``, ``end_name`` and ``target_name`` are the legend; ``scale`` names the five levels.
    """

    title: str
    alternative: str
    points: tuple[LevelPoint, ...]
    start_name: str
    end_name: str
    scale: tuple[str, str, str, str, str]
    target_name: str = ""


@dataclass(frozen=True, slots=True)
class SupplyCell:
    """How many trainings supply one step of one competency, by evidence (surest first)."""

    counts: tuple[int, ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class SupplyRow:
    """A row of a supply map: a competency, its group, one cell a step."""

    label: str
    group: str
    cells: tuple[SupplyCell, ...]


@dataclass(frozen=True, slots=True)
class SupplyChart:
    """Competency x step: number of trainings by evidence, holes visible.

    ``steps`` head the columns; ``evidences`` name the counts of each cell; ``hole_name`` and
    ``unneeded_name`` are the legend of a needed step that nothing supplies, and of one nobody asks for.
    """

    title: str
    alternative: str
    steps: tuple[str, ...]
    evidences: tuple[str, ...]
    rows: tuple[SupplyRow, ...]
    hole_name: str
    unneeded_name: str


@dataclass(frozen=True, slots=True)
class JourneyStep:
    """A training in a path chart: what it is called, its length in hours, and what it closes."""

    label: str
    hours: float
    hours_name: str
    group: str
    closes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JourneyChart:
    """The trainings of a path in order, each with its length and what it closes."""

    title: str
    alternative: str
    steps: tuple[JourneyStep, ...]
    axis_name: str


NetworkKind = Literal[
    "competency",
    "training",
    "degree",
    "practice",
    "profile",
    "provider",
    "area",
    "phase",
    "role",
    "theme",
    "rule",
    "statut",
    "set-up",
    "named-gap",
]
"""What a record in a network is: each kind has a mark of its own, by shape and colour."""

NetworkLink = Literal[
    "teaches", "entry", "requires", "sorted", "framed", "derived", "confused", "offered", "needed", "seated"
]
"""What ties two records in a network: each has a line of its own, by its dashes and width."""


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A record in a network: its name, what it is, its link to the one before it, and those it leads to."""

    label: str
    kind: NetworkKind
    link: NetworkLink | None = None
    nodes: tuple["NetworkNode", ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkGroup:
    """Nodes that go together, under a title; ``more`` counts in words those that are not drawn."""

    title: str
    nodes: tuple[NetworkNode, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class NetworkChart:
    """A record and what is around it: its neighbours group by group, maybe none, and theirs in turn.

    ``layer_names`` say how far each layer is; ``kind_names`` and ``link_names`` are the legend: what is
    drawn, in words. ``notes`` stand below the picture.
    """

    title: str
    alternative: str
    centre: NetworkNode
    groups: tuple[NetworkGroup, ...]
    layer_names: tuple[str, ...]
    kind_names: tuple[tuple[NetworkKind, str], ...]
    link_names: tuple[tuple[NetworkLink, str], ...]
    notes: tuple[str, ...]


Chart = LevelChart | SupplyChart | JourneyChart | NetworkChart


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and the same figures as a table."""

    chart: Chart
    table: Table


Block = Paragraph | Bullets | Definitions | Callout | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a report. ``anchor`` is its address inside the document.

    ``whole``: it is read at once, and so kept on one page of paper where it fits; a part made of such
    sections opens a page.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report: what a busy reader needs in three lines, then the detail, then how and from what.

    ``contents_depth`` is how deep the table of contents goes: 1 for sections, 2 for their parts too, which a
    long report needs.
    ``landscape`` is for one whose tables are made for a sheet of paper on its side.
    """

    title: str
    subtitle: str
    language: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...] = field(default=())
    contents_depth: Literal[1, 2] = 1
    landscape: bool = False
