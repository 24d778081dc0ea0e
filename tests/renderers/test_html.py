"""HTML: read back by a parser as a browser would, for its landmarks, headings, tables and safety."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest
from contrasts import contrast
from golden_files import assert_golden
from sample_reports import LONG_ADDRESS, full_report, small_report

from buyer_skills.renderers import html as html_module
from buyer_skills.renderers.html import render_html
from buyer_skills.renderers.typography import typeset
from buyer_skills.views.report_view import (
    Callout,
    Cell,
    Column,
    Definitions,
    Paragraph,
    ReportView,
    Section,
    Table,
)

CSS = Path(html_module.__file__).with_name("templates") / "report.css"


@pytest.fixture(scope="module")
def page() -> ET.Element:
    return _parsed(full_report())


def test_every_block_golden() -> None:
    assert_golden("renderers/full_report.html", render_html(full_report(6)))


def test_page_is_valid_html() -> None:
    html5lib.HTMLParser(strict=True).parse(render_html(full_report()))
    html5lib.HTMLParser(strict=True).parse(render_html(small_report()))


def test_language_title_and_landmarks(page: ET.Element) -> None:
    assert page.get("lang") == "fr"
    assert page.findtext("head/title") == typeset(full_report()).title
    landmarks = [element.tag for element in page.iter() if element.tag in ("header", "nav", "main", "footer")]
    assert landmarks == ["header", "main", "nav", "footer"]


def test_lead_comes_before_the_contents(page: ET.Element) -> None:
    main = _one(page, "main")
    assert [child.tag for child in main] == ["section", "nav", "div"]
    assert [_text(item) for item in main[0].iter("li")] == list(typeset(full_report()).lead)


def test_skip_link_is_first_and_leads_to_main(page: ET.Element) -> None:
    body = _one(page, "body")
    assert (body[0].tag, body[0].get("href")) == ("a", "#report-main")
    assert _one(page, "main").get("id") == "report-main"
    assert _one(page, "main").get("tabindex") == "-1"


def test_one_first_heading_and_no_level_is_skipped(page: ET.Element) -> None:
    levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert 3 in levels


def test_headings_deeper_than_six_stay_at_six() -> None:
    section = Section("s9", "9", ())
    for depth in range(8, 0, -1):
        section = Section(f"s{depth}", str(depth), (), (section,))
    page = _parsed(ReportView("t", "", "fr", (), (section,)))
    assert [_text(heading) for heading in page.iter("h6")] == ["5", "6", "7", "8", "9"]


def test_every_link_inside_the_page_finds_its_place(page: ET.Element) -> None:
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    inside = [link.get("href", "")[1:] for link in page.iter("a") if link.get("href", "").startswith("#")]
    named = [name for element in page.iter() for name in element.get("aria-labelledby", "").split()]
    assert {"niveaux", "parcours", "offre", "methode"} <= set(inside)
    assert set(inside) | set(named) <= set(ids)


def test_tables_have_a_caption_headers_with_scope_and_a_region_that_scrolls(page: ET.Element) -> None:
    parents = {child: parent for parent in page.iter() for child in parent}
    tables = list(page.iter("table"))
    assert len(tables) == 4
    for table in tables:
        caption = table[0]
        assert caption.tag == "caption"
        assert _text(caption)
        assert all(header.get("scope") == "col" for header in table.findall("thead/tr/th"))
        assert all(header.get("scope") == "row" for header in table.findall("tbody/tr/th"))
        assert all(len(row.findall("th")) == 1 for row in table.findall("tbody/tr"))
        region = parents[table]
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.get("aria-labelledby") == caption.get("id")


@pytest.mark.parametrize(
    ("text", "contents"),
    [("x" * 12, "short"), ("x" * 13, "words"), ("x" * 25, "sentences"), ("x" * 101, "long")],
)
def test_columns_are_as_wide_as_what_they_hold(text: str, contents: str) -> None:
    for cell in (Cell(text), Cell("a", text)):
        table = Table("c", (Column("h", "right"),), ((Cell("a"),), (cell,)))
        page = _parsed(ReportView("t", "", "fr", (), (Section("s", "s", (table,)),)))
        assert _one(page, "th").get("class") == f"right {contents}"


def test_charts_are_described_and_followed_by_their_figures_in_a_table(page: ET.Element) -> None:
    figures = list(page.iter("figure"))
    assert len(figures) == 3
    for figure in figures:
        assert _text(_one(figure, "figcaption"))
        pictures = list(figure.iter("svg"))
        assert pictures
        for picture in pictures:
            assert picture.get("role") == "img"
            assert [child.tag for child in picture[:2]] == ["title", "desc"]
            assert picture.get("aria-labelledby") == f"{picture[0].get('id')} {picture[1].get('id')}"
            assert all(_text(child) for child in picture[:2])
        details = _one(figure, "details")
        assert details.get("open") is not None
        assert [_text(summary) for summary in details.iter("summary")] == ["Les mêmes données en tableau"]
        assert len(list(details.iter("table"))) == 1


def test_tall_charts_are_several_pictures_with_numbered_titles() -> None:
    figure = next(_parsed(full_report(60)).iter("figure"))
    titles = [picture[0].text for picture in figure.iter("svg")]
    assert len(titles) > 1
    assert titles[0] == f"Niveaux avant et après le parcours (1 sur {len(titles)})"


def test_nothing_comes_from_elsewhere(page: ET.Element) -> None:
    tags = {element.tag for element in page.iter()}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "image"}
    for element in page.iter():
        for name, value in element.items():
            assert not name.startswith("on")
            if re.search(r"https?:|//", value) and not name.startswith("xmlns"):
                assert (element.tag, name) == ("a", "href")
            assert all(target.startswith("#") for target in re.findall(r"url\(([^)]*)\)", value))
    assert not re.search(r"url\(|@import|https?:", CSS.read_text())


def test_contents_of_a_long_report_name_the_parts_of_its_sections() -> None:
    parts = (Section("a-1", "A 1", (), (Section("a-1-1", "A 1 1", ()),)), Section("a-2", "A 2", ()))
    sections = (Section("a", "A", (), parts), Section("b", "B", ()))
    for depth, expected in ((1, ["a", "b"]), (2, ["a", "a-1", "a-2", "b"])):
        page = _parsed(ReportView("t", "", "fr", (), sections, contents_depth=depth))
        contents = _one(page, "nav")
        assert [link.get("href") for link in contents.iter("a")] == [f"#{anchor}" for anchor in expected]
        # From the end of each section of a long report, back to its contents.
        backs = [link for link in page.iter("a") if link.get("href") == "#report-contents"]
        assert len(backs) == (2 if depth == 2 else 0)


def test_a_cell_may_lead_to_a_section() -> None:
    table = Table("t", (Column("h", heads_row=True),), ((Cell("A & co", "d", goes_to="a"),), (Cell("B"),)))
    page = _parsed(ReportView("t", "", "fr", (), (Section("a", "A", (table,)),)))
    first, second = page.iterfind(".//tbody/tr/th")
    assert [(link.get("href"), _text(link)) for link in first.iter("a")] == [("#a", "A & co")]
    assert not list(second.iter("a"))


def test_lines_of_a_cell_stand_apart() -> None:
    table = Table("t", (Column("h"),), ((Cell("– a <b>\n– c"),), (Cell("d"),)))
    page = _parsed(ReportView("t", "", "fr", (), (Section("a", "A", (table,)),)))
    assert [_text(line) for line in page.iter("span") if line.get("class") == "line"] == ["– a <b>", "– c"]


def test_what_is_read_at_once_and_what_is_beside_its_name_say_so() -> None:
    blocks = (Definitions((("t", "s"),), beside=True), Definitions((("u", "v"),)))
    section = Section("a", "A", (), (Section("b", "B", blocks, whole=True), Section("c", "C", ())))
    page = _parsed(ReportView("t", "", "fr", (), (section,)))
    assert [element.get("class") for element in page.iter("section")] == [None, "whole", None]
    assert [element.get("class") for element in page.iter("dl")] == ["beside", None]


def test_a_remark_may_leave_room_to_write() -> None:
    blocks = (Callout("À discuter", "Quoi ?", "plain", room=3), Callout("Sans", "Rien."))
    page = _parsed(ReportView("t", "", "fr", (), (Section("a", "A", blocks),)))
    room, none = (element for element in page.iter("div") if "callout" in element.get("class", ""))
    assert [child.get("class") for child in room if child.tag == "div"] == ["to-write"] * 3
    assert not list(none.iter("div"))[1:]


def test_data_is_never_markup() -> None:
    hostile = "<script>alert(\"x\")</script> & <b a='1'>"
    view = ReportView(
        hostile,
        hostile,
        "en",
        (hostile,),
        (
            Section(
                "s",
                hostile,
                (
                    Paragraph(hostile),
                    Table(hostile, (Column(hostile, heads_row=True),), ((Cell(hostile, hostile),),)),
                ),
            ),
        ),
        (hostile,),
    )
    page = _parsed(view)
    assert not [element for element in page.iter() if element.tag in ("script", "b")]
    assert page.findtext("head/title") == hostile
    assert sum(_text(element) == hostile for element in page.iter()) >= 8


def test_addresses_are_links_and_other_schemes_are_not() -> None:
    page = _parsed(full_report())
    assert [link.get("href") for link in page.iter("a") if link.get("href", "").startswith("http")] == [
        LONG_ADDRESS
    ]
    view = ReportView("t", "", "fr", (), (Section("s", "s", (Paragraph("javascript:alert(1)"),)),))
    assert [link.get("href") for link in _parsed(view).iter("a")] == ["#report-main", "#s"]


def test_french_punctuation_stays_with_its_word_in_french_only() -> None:
    sections = (Section("s", "« a » : b ; c ?", ()),)
    for language, expected in (("fr", "«\u00a0a\u00a0»\u00a0: b\u00a0; c\u00a0?"), ("en", "« a » : b ; c ?")):
        page = _parsed(ReportView("t", "", language, (), sections))
        assert [_text(heading) for heading in page.iter("h2")][1] == expected


def test_without_sections_or_lead_there_is_no_empty_box() -> None:
    page = _parsed(ReportView("Rien", "", "en", (), ()))
    assert not list(page.iter("nav"))
    assert not list(page.iter("section"))
    assert not list(page.iter("footer"))


def test_two_renders_give_the_same_bytes() -> None:
    assert render_html(full_report(5)) == render_html(full_report(5))


SURFACES = {"paper": ("ink", "muted", "accent", "good", "attention")}
SURFACES["tint"] = SURFACES["paper"]
SURFACES["accent-tint"] = ("ink", "muted", "accent")
SURFACES["good-tint"] = ("ink", "muted", "good")
SURFACES["attention-tint"] = ("ink", "muted", "attention")
SURFACES["accent"] = ("paper",)


@pytest.mark.parametrize(
    ("ground", "text"), [(ground, text) for ground, texts in SURFACES.items() for text in texts]
)
def test_contrast_is_enough_for_small_text(ground: str, text: str) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", CSS.read_text()))
    assert contrast(colours[ground], colours[text]) >= 4.5


def test_every_colour_of_the_page_is_a_variable_and_is_checked() -> None:
    css = CSS.read_text()
    variables = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", css)) <= set(variables.values())
    assert set(variables) - {"line"} == set(SURFACES) | {
        text for texts in SURFACES.values() for text in texts
    }


def _parsed(view: ReportView) -> ET.Element:
    page = html5lib.parse(render_html(view), namespaceHTMLElements=False)
    for element in page.iter():
        element.tag = element.tag.rpartition("}")[2]
        for name in [name for name in element.attrib if "}" in name]:
            element.set(name.rpartition("}")[2], element.attrib.pop(name))
    return page


def _one(parent: ET.Element, tag: str) -> ET.Element:
    (found,) = parent.iter(tag)
    return found


def _text(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()


def test_a_table_to_fill_in_is_printed_on_a_sheet_on_its_side() -> None:
    columns = (Column("Activité", heads_row=True), Column("Mairie"), Column("À corriger", to_fill=True))
    table = Table("Passation", columns, ((Cell("Rédiger"), Cell("fait"), Cell("")),))
    view = ReportView("Commune", "", "fr", (), (Section("a", "Qui fait quoi", (table,)),), landscape=True)
    page = render_html(view).decode()
    assert '<table class="to-fill">' in page
    assert '<th scope="col" class="left to-fill">À corriger</th>' in page
    assert "@page { size: A4 landscape; }" in page
    upright = render_html(replace(view, landscape=False)).decode()
    assert "landscape" not in upright
