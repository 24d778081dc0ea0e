"""The tool that runs the documents says so when a document and a command disagree."""

from pathlib import Path

import pytest

import run_docs

FENCE = "```"


def _document(folder: Path, *lines: str) -> Path:
    path = folder / "page.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_file_is_written_and_read(tmp_path: Path) -> None:
    page = _document(
        tmp_path, "<!-- fichier : a/b.txt -->", f"{FENCE}yaml", "id: b1", FENCE,
        f"{FENCE}console", "$ cat a/b.txt", "id: b1", "$ ls a", "b.txt", FENCE,
    )  # fmt: skip
    assert [said.agrees for said in run_docs.run_document(page)] == [True, True]


def test_a_difference_is_seen_and_mended(tmp_path: Path) -> None:
    page = _document(tmp_path, f"{FENCE}console", "$ ls examples", "nothing", FENCE)
    (said,) = run_docs.run_document(page)
    assert not said.agrees
    run_docs.rewrite(page)
    (said,) = run_docs.run_document(page)
    assert said.agrees
    assert "debutante.yaml" in said.printed


def test_an_elision_stands_for_any_lines(tmp_path: Path) -> None:
    said = run_docs.Said(1, "x", ("a", "[...]", "d"), ("a", "b", "c", "d"))
    assert said.agrees
    assert not run_docs.Said(1, "x", ("a", "[...]", "d"), ("a", "b", "c")).agrees
    assert not run_docs.Said(1, "x", ("b", "[...]"), ("a", "b")).agrees
    page = _document(tmp_path, f"{FENCE}console", "$ ls examples", "nothing", "[...]", FENCE)
    run_docs.rewrite(page)
    (said,) = run_docs.run_document(page)
    assert said.agrees
    assert "[...]" in said.printed


def test_a_failure_must_be_announced(tmp_path: Path) -> None:
    command = "$ buyer-skills show rien-de-tel"
    with pytest.raises(run_docs.FailedCommandError):
        run_docs.run_document(_document(tmp_path, f"{FENCE}console", command, FENCE))
    announced = _document(tmp_path, f"{FENCE}console", command, "[...]", "$ echo $?", "2", FENCE)
    assert all(said.agrees for said in run_docs.run_document(announced))


def test_other_programs_are_refused(tmp_path: Path) -> None:
    with pytest.raises(run_docs.FailedCommandError):
        run_docs.run_document(_document(tmp_path, f"{FENCE}console", "$ rm -r data", FENCE))
