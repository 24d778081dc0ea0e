"""One table in a text file, whatever its encoding and the sign between its cells."""

from pathlib import Path

import pytest

from buyer_skills.sources.delimited import read_delimited

CELLS = [{1: "Code", 2: "Intitulé"}, {1: "X", 2: "Œuvrer, ou non"}]


def rows(path: Path, content: bytes) -> list[dict[int, object]]:
    path.write_bytes(content)
    tables, issues = read_delimited(path, path.name)
    assert issues == ()
    return [dict(row.cells) for row in tables[0].rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_encodings_and_signs_are_found(encoding: str, sign: str, tmp_path: Path) -> None:
    text = f"Code{sign}Intitulé\r\nX{sign}Œuvrer, ou non\r\n"
    assert rows(tmp_path / "a.csv", text.encode(encoding)) == CELLS


def test_a_comma_stands_between_cells_when_it_does_in_most_rows(tmp_path: Path) -> None:
    text = 'Code,Intitulé\nX,"Œuvrer, ou non"\n'
    assert rows(tmp_path / "a.csv", text.encode()) == CELLS


def test_a_line_that_says_the_sign_is_believed_and_not_counted(tmp_path: Path) -> None:
    (table,), _ = read_delimited(_file(tmp_path, "sep=,\nCode,Intitulé\nX;Y;Z,Un stage\n"), "a.csv")
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (1, {1: "Code", 2: "Intitulé"}),
        (2, {1: "X;Y;Z", 2: "Un stage"}),
    ]


def _file(folder: Path, text: str) -> Path:
    path = folder / "a.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_pasting_leaves_is_taken_away_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Code;Intitulé\n\nX\u200b;Un\u2028stage\n".encode())
    (table,), issues = read_delimited(path, "a.csv")
    assert issues == ()
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (1, {1: "Code", 2: "Intitulé"}),
        (3, {1: "X", 2: "Un stage"}),
    ]
    assert str(table.place(3, 2).cell) == "B3"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "F107", 0),
        (b"a;b\n\x00;c\n", "F108", 2),
        (b'a;b\nc;"d\n', "F149", 2),
        (b"\xff\xfea", "F105", 1),
        (b"a;b\x81\n", "F106", 1),
    ],
)
def test_what_cannot_be_read_is_said(content: bytes, code: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    tables, issues = read_delimited(path, "a.csv")
    assert tables == ()
    assert [(one.code, one.place.line) for one in issues] == [(code, line)]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert [one.code for one in read_delimited(tmp_path / "no.csv", "no.csv")[1]] == ["F101"]
