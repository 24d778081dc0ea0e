"""Every command printed in the documents runs, and says what is printed."""

import re
from pathlib import Path

import pytest

import run_docs

DOCUMENTS = run_docs.documents()
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(run_docs.ROOT).as_posix())
def test_what_is_printed_is_what_is_said(path: Path) -> None:
    for said in run_docs.run_document(path):
        assert said.agrees, f"line {said.line}: $ {said.command}\n" + "\n".join(said.said)


def test_every_make_target_named_in_the_documents_exists() -> None:
    targets = set(
        re.findall(r"^([a-z-]+):", (run_docs.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    named = {
        name
        for path in DOCUMENTS
        for name in re.findall(
            r"`make ([a-z-]+)`|^make ([a-z-]+)$", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        for name in name
        if name
    }
    assert not named - targets


def test_every_link_inside_the_project_leads_somewhere() -> None:
    broken = [
        f"{path.relative_to(run_docs.ROOT)}: {target}"
        for path in [*DOCUMENTS, *sorted((run_docs.ROOT / "docs" / "reference").rglob("*.md"))]
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
        if "://" not in target and not (path.parent / target).exists()
    ]
    assert not broken
