"""A system whose encoding lacks some of our signs still gets the report."""

import io
import os
import subprocess
import sys

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


def test_a_closed_output_gives_no_traceback() -> None:
    ran = _in_a_shell("list providers --date 2026-11-24 >&-")
    assert "Traceback" not in ran.stderr


def test_a_closed_input_is_an_empty_file() -> None:
    ran = _in_a_shell("gap - --profile acheteur-public --date 2026-11-24 <&-")
    assert ran.returncode == 1
    assert ran.stderr.startswith("entrée standard: erreur F107 : fichier vide")


def test_a_name_too_long_for_the_system_is_said() -> None:
    ran = _in_a_shell(f"list providers --date 2026-11-24 -o {'a' * 300}.json")
    assert ran.returncode == 1
    assert ran.stderr.startswith("Erreur : impossible d'écrire")


def _in_a_shell(words: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a shell does, with the redirections of ``words``."""
    command = f'"{sys.executable}" -m buyer_skills {words}'
    environment = {**os.environ, "BUYER_SKILLS_LANG": "fr", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
