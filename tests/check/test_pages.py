"""Reports opened in Chromium: at the width of a desk and of a telephone, and printed on A4.

``make check`` installs Chromium and poppler-utils where it may. To keep the pictures and look at them::

    PICTURES_DIR=/some/folder .venv/bin/python -m pytest -m browser tests/check/test_pages.py
"""

import json
import os
import re
import shutil
import subprocess
from html import unescape
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from sample_reports import LONG_ADDRESS, full_report, small_report

from buyer_skills.renderers.html import render_html
from buyer_skills.views.report_view import Bullets, Paragraph, ReportView, Section

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)

WRAPPER = """<!DOCTYPE html><html><body style="margin:0">
<iframe id="frame" src="report.html" style="border:0;width:{width}px;height:{height}px"></iframe>
<pre id="found"></pre>
<script>
document.getElementById("frame").onload = event => {{
  const page = event.target.contentDocument;
  const box = element => {{
    const b = element.getBoundingClientRect();
    return [b.left, b.top, b.right, b.bottom];
  }};
  const found = {{
    page_width: page.documentElement.scrollWidth,
    pictures: [...page.querySelectorAll("svg")].map(svg => ({{
      box: box(svg),
      texts: [...svg.querySelectorAll("text")].map(text => [text.textContent, box(text)]),
    }})),
    captions: [...page.querySelectorAll("caption span")].map(box),
    regions: [...page.querySelectorAll("[role=region]")].map(region => [region.clientWidth, region.tabIndex]),
  }};
  document.getElementById("found").textContent = JSON.stringify(found);
}};
</script></body></html>
"""


@pytest.fixture(scope="module", autouse=True)
def _browser() -> None:
    if CHROMIUM is None or shutil.which("pdftoppm") is None:
        pytest.skip("needs chromium and poppler-utils: apt-get install chromium poppler-utils")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.html").write_bytes(render_html(full_report(30)))
    return tmp_path


@pytest.mark.parametrize("width", [1280, 800, 380])
def test_page_never_scrolls_sideways(folder: Path, width: int) -> None:
    found = _measured(folder, width)
    assert found["page_width"] == width
    assert all(region <= width and tab == 0 for region, tab in found["regions"])
    assert all(0 <= left < right <= width for left, _, right, _ in found["captions"])


@pytest.mark.parametrize("width", [1280, 380])
def test_texts_of_charts_are_apart_in_the_font_of_the_browser(folder: Path, width: int) -> None:
    for picture in _measured(folder, width)["pictures"]:
        left, top, right, bottom = picture["box"]
        for text, box in picture["texts"]:
            assert left <= box[0], text
            assert top <= box[1], text
            assert box[2] <= right, text
            assert box[3] <= bottom, text
        for (text, one), (other, two) in combinations(picture["texts"], 2):
            # Boxes are as high as the font's line; half a pixel comes from rounding.
            sideways = one[2] <= two[0] + 0.5 or two[2] <= one[0] + 0.5
            apart = sideways or one[3] <= two[1] + 0.5 or two[3] <= one[1] + 0.5
            assert apart, f"{text!r} touches {other!r}"


@pytest.mark.parametrize(("width", "height"), [(1280, 3000), (380, 3000)])
def test_pictures_of_the_page_are_not_empty(folder: Path, width: int, height: int) -> None:
    picture = _pictures_folder(folder) / f"report-{width}.png"
    (folder / "frame.html").write_text(WRAPPER.format(width=width, height=height))
    _chromium(
        folder, f"--window-size={max(width, 500)},{height}", f"--screenshot={picture}", page="frame.html"
    )
    with Image.open(picture) as image:
        shown = image.convert("RGB").crop((0, 0, width, height))
    colours = shown.getcolors(1 << 24) or []
    assert len(colours) > 50
    assert _ink_box(shown)[3] > 0.9 * height


def test_printed_pages_are_whole(folder: Path) -> None:
    printed = folder / "report.pdf"
    _chromium(folder, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    pictures = _pictures_folder(folder)
    subprocess.run(["pdftoppm", "-r", "72", "-png", printed, pictures / "report-print"], check=True)
    pages = sorted(pictures.glob("report-print-*.png"))
    assert 4 <= len(pages) <= 20
    for page in pages:
        with Image.open(page) as image:
            assert image.size == (595, 842)
            left, top, right, bottom = _ink_box(image.convert("RGB"))
        # The margins are white: nothing is cut at the edge of the paper.
        assert left >= 38
        assert top >= 38
        assert right <= 595 - 38
        assert bottom <= 842 - 20
    text = _text_of(printed)
    assert LONG_ADDRESS in re.sub(r"\s", "", text)
    assert text.count("Organisme") >= 2, "the headers of a table are repeated on its next page"
    for caption in ("Formations du parcours", "Niveaux avant et après", "Offre par marche"):
        assert caption in text


def test_a_small_report_holds_on_one_page(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(render_html(small_report()))
    printed = tmp_path / "report.pdf"
    _chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    assert _text_of(printed).count("\f") == 1


def test_what_is_read_at_once_is_never_cut_and_its_part_opens_a_page(tmp_path: Path) -> None:
    lines = Bullets(tuple(f"Ligne {number}" for number in range(14)))
    sheets = tuple(
        Section(f"f{n}", f"Fiche {n}", (lines, Paragraph(f"Fin {n}")), whole=True) for n in range(3)
    )
    sections = (Section("a", "Avant", (Paragraph("Texte"),)), Section("b", "Fiches", (), sheets))
    (tmp_path / "report.html").write_bytes(render_html(ReportView("t", "", "fr", (), sections)))
    printed = tmp_path / "report.pdf"
    _chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    pages = _text_of(printed).split("\f")[:-1]
    # The first page is that of what stands before; two sheets fit on one page, the third starts another.
    assert [re.findall(r"Fiche \d|Fin \d", page) for page in pages] == [
        [],
        ["Fiche 0", "Fin 0", "Fiche 1", "Fin 1"],
        ["Fiche 2", "Fin 2"],
    ]


def _measured(folder: Path, width: int) -> dict[str, object]:
    (folder / "frame.html").write_text(WRAPPER.format(width=width, height=900))
    page = _chromium(
        folder,
        "--allow-file-access-from-files",
        "--virtual-time-budget=5000",
        "--dump-dom",
        page="frame.html",
    )
    found = re.search(r'<pre id="found">(.+?)</pre>', page, re.DOTALL)
    assert found, page[-500:]
    return json.loads(unescape(found.group(1)))


def _chromium(folder: Path, *arguments: str, page: str = "report.html") -> str:
    profile = folder / "profile"
    shutil.rmtree(profile, ignore_errors=True)
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={profile}", *arguments, (folder / page).as_uri()]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return done.stdout.decode()


def _pictures_folder(folder: Path) -> Path:
    pictures = Path(os.environ.get("PICTURES_DIR") or folder / "pictures")
    pictures.mkdir(parents=True, exist_ok=True)
    return pictures


def _ink_box(image: Image.Image) -> tuple[int, int, int, int]:
    """Return the box that holds all that is not white."""
    return ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox() or (0, 0, 0, 0)


def _text_of(printed: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, check=True)
    return done.stdout.decode()
