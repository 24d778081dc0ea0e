"""The command line run in this process, in an empty folder."""

import io
import sys
from pathlib import Path

import pytest
from small_catalogue import BUYER, Command, Ran, write_catalogue

from buyer_skills.cli.running import run


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Command:
    """Return a function that runs `buyer-skills` with these arguments, in `tmp_path`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BUYER_SKILLS_LANG", raising=False)
    # What a run sets for click is put back after the test.
    monkeypatch.setenv("LANGUAGE", "fr")

    def run_command(*arguments: str, stdin: str | bytes = "") -> Ran:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
        capfdbinary.readouterr()
        code = run(arguments)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run_command


@pytest.fixture
def catalogue(tmp_path: Path) -> str:
    """Return the name of a folder that holds the small catalogue, beside where commands run."""
    write_catalogue(tmp_path / "catalogue")
    return "catalogue"


@pytest.fixture
def buyer(tmp_path: Path) -> str:
    """Return the name of a buyer's file: notions of law, nothing else."""
    (tmp_path / "b1.yaml").write_text(BUYER, encoding="utf-8")
    return "b1.yaml"
