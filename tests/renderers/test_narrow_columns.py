"""Tables made to fit: widths that add up, words and addresses that stay whole when they can."""

from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.renderers.narrow_columns import fit_to
from buyer_skills.views.report_view import Cell, Column, Table

PADDING = 3
IDENTIFIER = "licence-pro-marches-publics-orleans"


def table(*texts: str, detail: str = "") -> Table:
    columns = tuple(Column("Titre") for _ in texts)
    return Table("Légende", columns, (tuple(Cell(text, detail) for text in texts),))


def test_words_stay_whole_when_there_is_room() -> None:
    fitted = fit_to(table("une phrase assez longue pour deux lignes", IDENTIFIER), 60, PADDING)
    assert fitted is not None
    assert fitted[0].rows[0][1].text == IDENTIFIER


def test_an_identifier_breaks_after_a_hyphen_when_it_must() -> None:
    fitted = fit_to(table("une phrase assez longue pour deux lignes", IDENTIFIER), 45, PADDING)
    assert fitted is not None
    lines = fitted[0].rows[0][1].text.split("\n")
    assert "".join(lines) == IDENTIFIER
    assert all(line.endswith("-") for line in lines[:-1])


def test_an_address_is_never_cut() -> None:
    address = "https://example.org/une-adresse-assez-longue-pour-une-colonne"
    assert fit_to(table("une phrase assez longue", address), 60, PADDING) is None


def test_spaces_that_do_not_break_keep_their_words_together() -> None:
    fitted = fit_to(table("une phrase assez longue\u00a0: encore", "autre phrase assez longue"), 45, PADDING)
    assert fitted is not None
    assert "longue\u00a0:" in fitted[0].rows[0][0].text


@given(
    st.lists(st.text(st.sampled_from("abé -"), min_size=1, max_size=60), min_size=1, max_size=5),
    st.integers(20, 120),
)
def test_nothing_is_lost_and_nothing_is_wider_than_its_column(texts: list[str], width: int) -> None:
    fitted = fit_to(table(*texts, detail="détail"), width, PADDING)
    if fitted is None:
        return
    narrow, widths = fitted
    assert sum(widths) + PADDING * len(widths) <= width
    for cell, text, limit in zip(narrow.rows[0], texts, widths, strict=True):
        assert "".join(cell.text.split()) == "".join(text.split())
        assert all(len(line) <= limit for line in cell.text.split("\n"))
