"""Pictures of what is around a record: nothing cut or over anything else, signs that can be told apart."""

from itertools import combinations
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from builders import DAY
from chart_texts import assert_texts_are_apart, widened
from contrasts import contrast
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from sample_reports import LABELS

from buyer_skills.analyses.record_names import records_named
from buyer_skills.analyses.surroundings import look_around
from buyer_skills.catalog.bundled import bundled_folder
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.renderers.charts import chart_pictures, draw_chart
from buyer_skills.renderers.charts.canvas import ACCENT, INK, MUTED, PALE, PAPER
from buyer_skills.renderers.charts.network_columns import halves
from buyer_skills.renderers.charts.network_signs import LINE, LINES, MARKS
from buyer_skills.renderers.picture import render_picture
from buyer_skills.views.network_figure import network_chart
from buyer_skills.views.report_view import (
    NetworkChart,
    NetworkGroup,
    NetworkKind,
    NetworkLink,
    NetworkNode,
)

KINDS: tuple[NetworkKind, ...] = get_args(NetworkKind)
LINKS: tuple[NetworkLink, ...] = get_args(NetworkLink)
LONG = "Accompagner-les-services-" * 6 + " d'une collectivité territoriale ou d'un établissement public"
SVG = "{http://www.w3.org/2000/svg}"


def node(rank: int, label: str = "", *nodes: NetworkNode) -> NetworkNode:
    return NetworkNode(
        label or LABELS[rank % len(LABELS)], KINDS[rank % len(KINDS)], LINKS[rank % len(LINKS)], nodes
    )


def chart(groups: tuple[NetworkGroup, ...], layers: int = 1, centre: str = "Négociation") -> NetworkChart:
    return NetworkChart(
        title="Autour de la négociation",
        alternative="Ce qui mène à la négociation, et ce qu'elle ouvre.",
        centre=NetworkNode(centre, "competency"),
        groups=groups,
        layer_names=("à 1 lien", "à 2 liens", "à 3 liens")[:layers],
        kind_names=tuple((kind, f"nature : {kind}") for kind in KINDS),
        link_names=tuple((link, f"lien : {link}") for link in LINKS),
        notes=("Seuls les liens avec la fiche du milieu sont tracés.", "Catalogue au 24 novembre 2026."),
    )


def star(count: int, groups: int = 3) -> NetworkChart:
    ranks = [range(count)[start::groups] for start in range(groups)]
    return chart(
        tuple(
            NetworkGroup(
                LABELS[place], tuple(node(rank) for rank in own), f"et {place} autres" if place else ""
            )
            for place, own in enumerate(ranks)
            if own
        )
    )


def branches(*, label: str = "") -> NetworkChart:
    far = tuple(node(rank, label, node(rank + 1, label), node(rank + 2, label)) for rank in range(4))
    near = (node(0, label, *far), node(1, label), node(2, label, node(3, label)), node(4, label))
    return chart(
        (
            NetworkGroup(label or LABELS[0], near[:2], label or "et 2 autres compétences"),
            NetworkGroup(label or LABELS[1], (), label or "3 compétences"),
            NetworkGroup(label or LABELS[2], near[2:]),
        ),
        layers=3,
        centre=label or "Négociation",
    )


DRAWN = {
    "alone": chart((), layers=0),
    "one": star(1),
    "nine": star(9),
    "full": star(39, 7),
    "one-group": star(39, 1),
    "branches": branches(),
    "long": chart((NetworkGroup(LONG, (node(0, LONG), node(1, LONG)), LONG),), centre=LONG),
    "long-branches": branches(label=LONG),
}


@pytest.mark.parametrize("name", DRAWN)
def test_no_text_is_cut_or_over_another_and_no_line_is_over_a_text(name: str) -> None:
    (figure,) = draw_chart(DRAWN[name])
    assert_texts_are_apart(figure)
    assert_lines_are_apart_from_texts(figure)


@pytest.mark.parametrize(
    ("name", "depth", "language"),
    [
        ("acheteur-public", 1, "fr"),
        ("acheteur-public", 2, "en"),
        ("acheteur-public", 3, "fr"),
        ("clause-sociale", 1, "en"),
        ("clause-sociale", 2, "fr"),
        ("theme:spaser", 1, "fr"),
        ("theme:spaser", 3, "fr"),
        ("role:animateur", 1, "fr"),
        ("role:animateur", 2, "fr"),
        ("cnfpt", 1, "fr"),
        ("cnfpt", 2, "fr"),
        ("tutorat", 1, "en"),
        ("licence-pro-acheteur-lille", 1, "fr"),
        ("licence-pro-acheteur-lille", 3, "fr"),
    ],
)
def test_pictures_of_the_catalogue_are_readable(
    bundled: SkillGraph, name: str, depth: int, language: str
) -> None:
    found = look_around(bundled, records_named(bundled, name)[0], depth)
    (figure,) = draw_chart(network_chart(found, bundled, language))
    assert_texts_are_apart(figure)
    assert_lines_are_apart_from_texts(figure)


@pytest.fixture(scope="module")
def bundled() -> SkillGraph:
    return SkillGraph.of(load_catalog((bundled_folder(),)), DAY)


def assert_lines_are_apart_from_texts(figure: Figure) -> None:
    boxes = [(text.get_text(), widened(text)) for text in figure.findobj(Text) if text.get_text()]
    for wire in figure.findobj(PathPatch):
        path = wire.get_transform().transform_path(wire.get_path())
        for text, box in boxes:
            assert not path.intersects_bbox(box, filled=False), f"a line crosses {text!r}"


def test_each_line_is_drawn_once_and_each_record_has_its_mark() -> None:
    (figure,) = draw_chart(DRAWN["full"])
    # One line a record, and one sample a link in the legend.
    assert len(figure.findobj(PathPatch)) == 39 + len(LINKS)


def test_columns_are_even_and_groups_whole_when_they_can_be() -> None:
    groups = tuple(NetworkGroup(f"g{place}", tuple(node(0, "n") for _ in range(4))) for place in range(4))
    left, right = halves(groups, 200)
    assert [words.lines for words in left.words] == [("g0",), ("g1",)]
    assert left.height == right.height
    cut = halves((NetworkGroup("g", tuple(node(0, str(rank)) for rank in range(10)), "et 3"),), 200)
    assert [[spot.node.label for spot in column.spots] for column in cut] == [
        ["0", "1", "2", "3", "4"],
        ["5", "6", "7", "8", "9"],
    ]
    # The title is said again; what is left out is counted once, at the end.
    assert [[words.lines for words in column.words] for column in cut] == [[("g",)], [("g",), ("et 3",)]]


def test_a_file_is_one_picture_on_white_with_its_words_and_the_same_each_time() -> None:
    first, second = (render_picture(DRAWN["nine"], "fr") for _ in range(2))
    assert first == second
    root = ET.fromstring(first)  # noqa: S314 - drawn just above
    assert root.tag == f"{SVG}svg"
    assert root.find(f"{SVG}title").text == "Autour de la négociation"
    assert "Négociation" in [text.text for text in root.iter(f"{SVG}text")]
    assert "fill: #ffffff" in first.decode()
    assert "nature\u00a0: competency" in first.decode()


def test_a_picture_can_share_a_page() -> None:
    first, second = (chart_pictures(DRAWN["nine"], "{} sur {}".format, name)[0] for name in ("un", "deux"))
    ids, others = (
        {e.get("id") for e in ET.fromstring(root).iter() if e.get("id")}  # noqa: S314 - drawn just above
        for root in (first, second)
    )
    assert ids
    assert not ids & others


def test_kinds_are_told_apart_by_shape_and_by_colour() -> None:
    assert set(MARKS) == set(KINDS)
    shapes, colours = zip(*MARKS.values(), strict=True)
    assert len(set(shapes)) == len(KINDS)
    assert len(set(colours)) == len(KINDS)


def test_links_are_told_apart_by_dashes_or_clearly_by_width() -> None:
    assert set(LINES) == set(LINKS)
    for (dashes, width), (others, other_width) in combinations(LINES.values(), 2):
        assert dashes != others or max(width, other_width) >= 2 * min(width, other_width)


@pytest.mark.parametrize("ground", [PAPER, PALE])
@pytest.mark.parametrize("mark", sorted({colour for _, colour in MARKS.values()} | {LINE, ACCENT}))
def test_contrast_of_marks_and_lines_is_enough(ground: str, mark: str) -> None:
    assert contrast(ground, mark) >= 3


@pytest.mark.parametrize(("ground", "text"), [(PAPER, INK), (PAPER, MUTED), (PALE, INK)])
def test_contrast_of_texts_is_enough(ground: str, text: str) -> None:
    assert contrast(ground, text) >= 4.5
