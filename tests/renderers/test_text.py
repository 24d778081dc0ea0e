"""The terminal: what is shown at each width, with and without colours."""

import re
import sys
from subprocess import run

import pytest
from golden_files import assert_golden
from rich.cells import cell_len
from sample_reports import full_report, small_report

from buyer_skills.renderers.text import render_text
from buyer_skills.views.report_view import (
    Bullets,
    Callout,
    Cell,
    Column,
    Paragraph,
    ReportView,
    Section,
    Table,
)

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def test_small_report_is_exactly_this() -> None:
    assert render_text(small_report(), 80, colour=False) == SMALL


@pytest.mark.parametrize("width", [60, 100, 160])
@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
def test_every_block_golden(width: int, *, colour: bool) -> None:
    name = f"renderers/full_report_{width}_{'colour' if colour else 'plain'}.txt"
    assert_golden(name, render_text(full_report(4), width, colour=colour))


@pytest.mark.parametrize("width", [60, 71, 80, 100, 120, 160])
@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
def test_no_line_is_wider_than_asked_but_addresses_are_whole(width: int, *, colour: bool) -> None:
    lines = ESCAPES.sub("", render_text(full_report(4), width, colour=colour)).split("\n")
    too_wide = [line for line in lines if cell_len(line) > width]
    assert all(line.strip().startswith("https://") for line in too_wide)
    assert any(line.rstrip().endswith("telephone.pdf") for line in lines)


@pytest.mark.parametrize(("asked", "given"), [(10, 60), (500, 160)])
def test_width_is_brought_within_bounds(asked: int, given: int) -> None:
    report = full_report(4)
    assert render_text(report, asked, colour=True) == render_text(report, given, colour=True)


def test_without_colour_there_is_neither_escape_nor_box() -> None:
    assert not set(render_text(full_report(), 100, colour=False)) & set("\x1b│╭╮╰╯┌┐└┘├┤┼┬┴")


def test_environment_changes_nothing() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from sample_reports import full_report\n"
        "from buyer_skills.renderers.text import render_text\n"
        "sys.stdout.buffer.write(render_text(full_report(4), 80, colour=True).encode())"
    )
    expected = render_text(full_report(4), 80, colour=True)
    environment = {
        "NO_COLOR": "1",
        "COLUMNS": "33",
        "TERM": "dumb",
        "FORCE_COLOR": "1",
        "PYTHONPATH": ":".join(sys.path),
    }
    command = [sys.executable, "-c", program, __file__.replace("renderers/test_text.py", "")]
    assert run(command, env=environment, capture_output=True, check=True).stdout.decode() == expected


def test_lines_never_break_at_a_non_breaking_space() -> None:
    text = "aaaa " * 11 + "bbbb\u00a0:\u202fcc"
    assert _plain(Paragraph(text)).split("\n")[-1] == "bbbb\u00a0:\u202fcc"
    assert "bbbb\u00a0:\u202fcc" in render_text(_view(Callout("h", text)), 60, colour=True)


def test_data_is_not_markup() -> None:
    assert _plain(Paragraph("[bold]x[/bold] :smile:")) == "[bold]x[/bold] :smile:"


def test_numbered_items_are_aligned_after_their_number() -> None:
    shown = _plain(Bullets(("mot " * 20, "b"), numbered=True)).split("\n")
    assert shown[0].startswith("1. mot")
    assert shown[1].startswith("   mot")
    assert shown[2] == "2. b"


def test_a_table_too_wide_is_shown_row_after_row() -> None:
    columns = tuple(Column(f"Colonne{number}") for number in range(8))
    cells = tuple(Cell(f"valeur{number}", "" if number else "précisée") for number in range(8))
    shown = _plain(Table("Large", columns, (cells, cells))).split("\n")
    assert shown[:3] == ["Large", "Colonne0\u00a0: valeur0, précisée", "Colonne1\u00a0: valeur1"]
    assert shown[9] == ""
    assert shown[10] == shown[1]


def _view(*blocks: Paragraph | Bullets | Table | Callout) -> ReportView:
    return ReportView("t", "", "fr", (), (Section("s", "S", blocks),))


def _plain(block: Paragraph | Bullets | Table) -> str:
    return render_text(_view(block), 60, colour=False).partition("═\n\n")[2].removesuffix("\n")


SMALL = """\
Écarts & <script>alert(1)</script>
*b1* au 24 novembre 2026

L'essentiel
• 1. Deux compétences sur trois
• | à demander : « Négocier »

VOS #ÉCARTS
═══════════

Niveaux | détail
Compétence              Écart              Fiabilité
───────────────────────────────────────────────────────────────
Négociation                 1                [vu]
passation | juridique

A_b c_d                     0   https://exemple.fr/a_b?c=1&d=2.

# pas un titre

1. - pas deux tirets
2. fin

Suite

Écart
  niveau requis moins niveau tenu

À vérifier
  1) avec l'organisme

Méthode : rien n'est inventé.
"""
