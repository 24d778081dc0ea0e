"""A system whose encoding lacks some of our signs still gets the report."""

import io

import pytest

from buyer_skills.cli import main
from buyer_skills.cli.streams import keep_writing


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("utf-8", "é → ═ … 5\u202f€ ?"),
        ("cp1252", "é -> = … 5 € ?"),
        ("ascii", "? -> = ... 5 EUR ?"),
    ],
)
def test_what_an_encoding_lacks_is_written_as_near_as_can_be(encoding: str, written: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding)
    keep_writing(stream)
    stream.write("é → ═ … 5\u202f€ \udcff")
    stream.flush()
    assert raw.getvalue().decode(encoding) == written


def test_a_stream_that_cannot_be_set_is_left_as_it_is() -> None:
    stream = io.StringIO()
    keep_writing(stream)
    stream.write("→")
    assert stream.getvalue() == "→"


def test_a_report_is_shown_on_a_system_of_one_byte_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setenv("LANGUAGE", "fr")
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, "cp1252"))
    with pytest.raises(SystemExit) as ended:
        main(["show", "negociation", "--date", "2026-11-24"])
    assert ended.value.code == 0
    assert "Négociation" in raw.getvalue().decode("cp1252")
