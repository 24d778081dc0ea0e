"""Charts: every text measured, pictures that can share a page, the same bytes each time."""

import re
import subprocess
import sys
import warnings
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from chart_texts import assert_texts_are_apart
from contrasts import contrast
from matplotlib.text import Text
from sample_reports import LABELS, SCALE, journey_chart, level_chart, supply_chart

from buyer_skills.renderers.charts import chart_pictures, draw_chart
from buyer_skills.renderers.charts.canvas import (
    ACCENT,
    INK,
    MUTED,
    PALE,
    PAPER,
    TALLEST,
    WARNING,
    WIDTH,
    text_width,
    wrapped,
)
from buyer_skills.views.report_view import (
    Chart,
    JourneyChart,
    JourneyStep,
    LevelChart,
    LevelPoint,
    SupplyCell,
    SupplyChart,
    SupplyRow,
)

SIZES = (1, 2, 5, 13, 34, 60)
MAKERS = {"levels": level_chart, "supply": supply_chart, "journey": journey_chart}
SVG = "{http://www.w3.org/2000/svg}"

LONG = (
    "Accompagner-les-services-" * 6 + " d'une collectivité territoriale ou d'un établissement public de santé"
)


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS)
def test_no_text_overlaps_another_or_is_cut(maker: type, count: int) -> None:
    for figure in draw_chart(maker(count)):
        assert_texts_are_apart(figure)
        assert figure.bbox.width == pytest.approx(WIDTH)
        assert figure.bbox.height <= TALLEST + 1


def _extreme_charts() -> dict[str, Chart]:
    names = (LONG, *SCALE[1:3], "$x_1$ maîtrise & <b>", LONG)
    return {
        "levels": LevelChart(
            LONG, LONG, tuple(LevelPoint(LONG, LONG, 0, 4, 4) for _ in range(3)), LONG, LONG, names, LONG
        ),
        "supply": SupplyChart(
            LONG,
            LONG,
            (LONG, "0 → 1"),
            (LONG,) * 7,
            (
                SupplyRow(
                    LONG, LONG, (SupplyCell((9999,) * 7, needed=True), SupplyCell((0,) * 7, needed=True))
                ),
            ),
            LONG,
            LONG,
        ),
        "five-steps": SupplyChart(
            "t",
            "a",
            SCALE,
            ("e",),
            (SupplyRow("r", "", (SupplyCell((123456,), needed=False),) * 5),),
            "h",
            "u",
        ),
        "journey": JourneyChart(LONG, LONG, (JourneyStep(LONG, 9999.0, LONG, LONG, (LONG, LONG)),), LONG),
        "no-hours": JourneyChart("t", "a", (JourneyStep("l", 0.0, "0 h", "", ()),), "Durée"),
    }


@pytest.mark.parametrize("name", _extreme_charts())
def test_extreme_texts_are_wrapped(name: str) -> None:
    for figure in draw_chart(_extreme_charts()[name]):
        assert_texts_are_apart(figure)


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS)
def test_no_row_is_lost_between_pictures(maker: type) -> None:
    figures = draw_chart(maker(60))
    written = " ".join(text.get_text() for figure in figures for text in figure.findobj(Text))
    assert len(figures) > 1
    assert written.count("Négociation") >= 7
    assert min(figure.bbox.height for figure in figures) > max(figure.bbox.height for figure in figures) / 3


def test_a_group_that_goes_on_is_named_again() -> None:
    points = tuple(LevelPoint(f"Compétence {number}", "Un seul groupe", 0, 1) for number in range(60))
    chart = LevelChart("t", "a", points, "avant", "après", SCALE)
    for figure in draw_chart(chart):
        assert [text.get_text() for text in figure.findobj(Text)].count("Un seul groupe") == 1


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS)
def test_pictures_are_described_and_can_share_a_page(maker: type) -> None:
    first, second = (ET.fromstring(_pictures(maker(4), name)[0]) for name in ("un", "deux"))  # noqa: S314 - drawn just above
    assert first.get("role") == "img"
    assert first.find(f"{SVG}title").text == "1 sur 1"
    assert first.find(f"{SVG}desc").text == maker(4).alternative
    ids, others = ([e.get("id") for e in root.iter() if e.get("id")] for root in (first, second))
    assert len(ids) == len(set(ids))
    assert not set(ids) & set(others)
    used = {
        name
        for e in first.iter()
        for value in e.attrib.values()
        for name in re.findall(r"#(un-[\w-]+)", value)
    }
    assert used <= set(ids)
    assert set(ids) <= used | {"un-1-title", "un-1-desc"}


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS)
def test_text_is_text_and_nothing_is_dated_or_styled_for_the_whole_page(maker: type) -> None:
    (picture,) = _pictures(maker(4), "x")
    root = ET.fromstring(picture)  # noqa: S314 - drawn just above
    words = " ".join(text.text for text in root.iter(f"{SVG}text"))
    assert "Négociation" in words
    assert not [e.tag for e in root.iter() if e.tag in (f"{SVG}style", f"{SVG}metadata", f"{SVG}script")]
    assert "matplotlib" not in picture.lower()
    assert not re.search(r"\b20\d\d-\d\d", picture)


def test_dollars_and_markup_in_labels_are_shown_as_written() -> None:
    chart = LevelChart("t", "a", (LevelPoint("5 $ & 6 $ <b>", "", 0, 1),), "avant", "après", SCALE)
    root = ET.fromstring(_pictures(chart, "x")[0])  # noqa: S314 - drawn just above
    assert "5 $ & 6 $ <b>" in [text.text for text in root.iter(f"{SVG}text")]


def test_letters_that_the_measuring_font_lacks_are_no_obstacle() -> None:
    chart = LevelChart("t", "a", (LevelPoint("采购 🛒", "", 0, 1),), "avant", "après", SCALE)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "采购 🛒" in _pictures(chart, "x")[0]


def test_same_bytes_twice_and_whatever_the_settings_of_the_reader(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nlines.linewidth: 9\nsvg.fonttype: path\n")
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from sample_reports import supply_chart\n"
        "from buyer_skills.renderers.charts import chart_pictures\n"
        "sys.stdout.buffer.write(''.join(chart_pictures(supply_chart(9), '{} sur {}'.format, 'x')).encode())"
    )
    expected = "".join(_pictures(supply_chart(9), "x"))
    assert expected == "".join(_pictures(supply_chart(9), "x"))
    command = [sys.executable, "-c", program, str(Path(__file__).parent.parent)]
    environment = {"PYTHONPATH": ":".join(sys.path), "MPLCONFIGDIR": str(tmp_path), "PYTHONHASHSEED": "7"}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert result.stdout.decode() == expected


def test_a_home_that_cannot_be_written_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from sample_reports import level_chart\n"
        "from buyer_skills.renderers.charts import chart_pictures\n"
        "chart_pictures(level_chart(1), '{} {}'.format, 'x')"
    )
    command = [sys.executable, "-c", program, str(Path(__file__).parent.parent)]
    environment = {"PYTHONPATH": ":".join(sys.path), "MPLCONFIGDIR": str(tmp_path / "file" / "folder")}
    result = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert result.stderr.decode() == ""


def test_wrapping_loses_nothing_and_keeps_no_break_spaces() -> None:
    for text in (*LABELS, LONG):
        lines = wrapped(text, 120)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(text_width(line) <= 120 for line in lines)
    assert wrapped("aaaa bbbb\u00a0: cccc", text_width("aaaa bbbb")) == ("aaaa", "bbbb\u00a0:", "cccc")
    assert wrapped("", 100) == ("",)


def test_importing_the_charts_loads_no_matplotlib() -> None:
    program = (
        "import sys, buyer_skills.renderers.charts, buyer_skills.renderers.html\n"
        "import buyer_skills.renderers.text\n"
        "sys.exit(bool({'matplotlib', 'jinja2', 'rich', 'numpy'} & set(sys.modules)))"
    )
    environment = {"PYTHONPATH": ":".join(sys.path)}
    assert subprocess.run([sys.executable, "-c", program], env=environment, check=False).returncode == 0


def _pictures(chart: Chart, identifier: str) -> tuple[str, ...]:
    return chart_pictures(chart, "{} sur {}".format, identifier)


@pytest.mark.parametrize(("ground", "text"), [(PAPER, INK), (PAPER, MUTED), (PALE, MUTED), (PAPER, WARNING)])
def test_contrast_of_texts_is_enough(ground: str, text: str) -> None:
    assert contrast(ground, text) >= 4.5


@pytest.mark.parametrize(("ground", "mark"), [(PAPER, ACCENT), (PALE, ACCENT)])
def test_contrast_of_marks_is_enough(ground: str, mark: str) -> None:
    assert contrast(ground, mark) >= 3
