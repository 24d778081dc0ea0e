"""Markdown: exact text, and data that never acts as markup."""

from html import unescape

from golden_files import assert_golden
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sample_reports import full_report, small_report

from buyer_skills.renderers.markdown import render_markdown
from buyer_skills.views.report_view import Cell, Column, Paragraph, ReportView, Section, Table


def test_small_report_is_exactly_this() -> None:
    assert render_markdown(small_report()) == SMALL


def test_every_block_golden() -> None:
    assert_golden("renderers/full_report.md", render_markdown(full_report()))


def test_english_fixed_words() -> None:
    view = ReportView("Gaps", "", "en", ("Ready.",), ())
    assert render_markdown(view) == "# Gaps\n\n## In short\n\n- Ready.\n"


TEXTS = st.text(
    st.sampled_from("ab é1.)(#*_-+=>~`[]<&;|!\\:/\"'") | st.characters(categories=("L", "N", "P", "S")),
    min_size=1,
).filter(lambda text: text == text.strip() != "" and "http" not in text.lower())


@given(TEXTS)
def test_a_paragraph_reads_as_written(text: str) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(_body(Paragraph(text)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert _shown(tokens[1]) == text


@given(TEXTS)
def test_a_cell_reads_as_written(text: str) -> None:
    table = Table("c", (Column("h"), Column("i")), ((Cell(text), Cell("z")),))
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(_body(table).partition("\n\n")[2])
    cells = [_shown(token) for token in tokens if token.type == "inline"]
    assert cells == ["h", "i", text, "z"]


def _body(block: Paragraph | Table) -> str:
    # In English: French spacing would change the spaces before its signs, as its own tests say.
    view = ReportView("t", "", "en", (), (Section("s", "s", (block,)),))
    return render_markdown(view).partition("## s\n\n")[2]


def _shown(inline: Token) -> str:
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    return unescape("".join(child.content.replace("&", "&amp;") for child in inline.children or ()))


SMALL = """\
# Écarts & \\<script>alert(1)\\</script>

\\*b1\\* au 24 novembre 2026

## L'essentiel

- 1\\. Deux compétences sur trois
- | à demander : « Négocier »

## Vos #écarts

**Niveaux | détail**

| Compétence | Écart | Fiabilité |
| :-- | --: | :-: |
| Négociation<br>passation \\| juridique | 1 | \\[vu\\] |
| A_b c_d | 0 | <https://exemple.fr/a_b?c=1&d=2>. |

\\# pas un titre

1. \\- pas deux tirets
2. fin

### Suite

- **Écart** : niveau requis moins niveau tenu

> **À vérifier**
>
> 1\\) avec l'organisme

---

Méthode : rien n'est inventé.
"""
