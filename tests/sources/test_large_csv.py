"""Large CSV files: the same rows as the standard library gives, whatever is written."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from buyer_skills.sources import large_csv
from buyer_skills.sources.large_csv import LargeTable
from buyer_skills.sources.packages import RefusedFileError

PIECES = st.sampled_from(["a", "b ", "é", ";", ";", '"', '"', "\n", "\r\n", "x;", ';"', '";', '""'])
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def rows_of(text: str) -> list[tuple[int, list[str]]] | None:
    """Return each row with its line, or None when the file is refused."""
    table = LargeTable(io.BufferedReader(io.BytesIO(text.encode())), "t.csv")  # type: ignore[arg-type]
    try:
        return [
            (line, [text.strip() for text in table.texts(cells)])
            for line, cells, _ in table.records(range(len(table.header)))
        ]
    except RefusedFileError as refused:
        return [] if refused.issue.code != "F149" else None


def expected(text: str) -> list[tuple[int, list[str]]]:
    """Return what the standard library reads; a row of another length has no cell."""
    lines = io.StringIO(text, newline="")
    rows = csv.reader(lines, delimiter=";")
    width, found, before = len(next(rows)), [], rows.line_num
    for row in rows:
        if row and (len(row) > 1 or row[0].strip()):
            found.append((before + 1, [cell.strip() for cell in row] if len(row) == width else []))
        before = rows.line_num
    return found


@given(TEXTS, st.integers(2, 30))
@example('12" a;b\n', 8)
@example('"a"";""b";c\n"a";"b"c"\n', 5)
@example('a;"b\nc";d\n\n\na;b\n', 3)
def test_rows_are_those_of_the_standard_library(text: str, block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large_csv, "_BLOCK", 64 + block)
        # The heading fits the first block; what follows is cut anywhere.
        content = f"{'h' * 60};k\n{text}"
        found = rows_of(content)
        if found is None:
            assert '"' in text
        else:
            wanted = expected(content)
            blank = {line for line, _ in found} - {line for line, _ in wanted}
            # Quotes around nothing are a row of one cell here, and nothing there.
            assert [one for one in found if one[0] not in blank] == wanted
            assert all(cells == [] for line, cells in found if line in blank)


def test_the_line_of_a_row_is_where_it_begins(tmp_path: Path) -> None:
    assert rows_of('a;b\n"1\n2";"3\n4"\n5;6\n\n7\n8;9') == [
        (2, ["1\n2", "3\n4"]),
        (5, ["5", "6"]),
        (7, []),
        (8, ["8", "9"]),
    ]


def test_a_quote_inside_a_cell_is_a_quote() -> None:
    rows = "".join(f'{number};écran 12" large\n' for number in range(3))
    assert rows_of("n;texte\n" + rows) == [(2 + n, [str(n), 'écran 12" large']) for n in range(3)]
