"""Every function that the explanations name exists, and every decision is listed."""

import importlib
import re
from pathlib import Path

import pytest
from architecture.codebase import ROOT

NAME = re.compile(r"`((?:messages|sources|catalog|graph|analyses|views|renderers|workflows|cli)(?:\.\w+)+)`")
PAGES = sorted((ROOT / "docs" / "explanation").glob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_name_exists(path: Path) -> None:
    for name in NAME.findall(path.read_text(encoding="utf-8")):
        assert _exists(f"buyer_skills.{name}"), name


def test_the_method_names_the_function_of_each_rule() -> None:
    text = (ROOT / "docs" / "explanation" / "methode.md").read_text(encoding="utf-8")
    assert len(set(NAME.findall(text))) >= 20


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\]\((\S+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("*.md")} - {"README.md"}


def _exists(name: str) -> bool:
    parts = name.split(".")
    for cut in range(len(parts), 1, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            found = getattr(found, part, None)
        return found is not None
    return False
