"""Sizes, names and habits that keep the code easy to read."""

import ast
import re
from pathlib import Path

import pytest
from architecture.codebase import PACKAGE, dotted, modules, scripts_and_tests, shown, tracked_texts, tree

MAX_LINES = 400
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}
BARE_IGNORE = re.compile(r"#\s*type:\s*ignore(?!\[)|#\s*noqa(?!:)|#\s*ruff:\s*noqa|#\s*mypy:\s*ignore-errors")
# Written in pieces, so that this file passes its own test.
PLACES_OF_ONE_MACHINE = re.compile(
    "|".join(["/wor" + "k/", r"(?<![\w.])/tm" + "p/", r"\bshare" + "d/(?:design|method|craft|facts)"])
)
DOT_INSIDE_A_WORD = re.compile("\\w[\u00b7\u2022\u2027\u30fb]\\w")


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_a_module_is_short_enough_to_read_at_once(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", [*modules(), *scripts_and_tests()], ids=shown)
def test_a_name_says_what_is_inside(path: Path) -> None:
    words = set(re.split(r"[_/.]", shown(path)))
    assert not words & BANNED_NAMES


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_no_blanket_catch_and_no_unnamed_ignore(path: Path) -> None:
    caught = [
        name
        for handler in ast.walk(tree(path))
        if isinstance(handler, ast.ExceptHandler)
        for name in _caught(handler)
    ]
    assert not {"Exception", "BaseException", "everything"} & set(caught)
    assert not BARE_IGNORE.search(path.read_text(encoding="utf-8"))


def test_nothing_of_one_machine_or_of_one_workplace_is_written_anywhere() -> None:
    found = [
        f"{shown(path)}: {match.group()}"
        for path, text in tracked_texts()
        for match in PLACES_OF_ONE_MACHINE.finditer(text)
        if shown(path) != "requirements.lock"
    ]
    assert not found


def test_no_middle_dot_inside_a_word() -> None:
    found = [
        f"{shown(path)}: {match.group()}"
        for path, text in tracked_texts()
        if path.parent.name != "G202"  # the broken file that shows how `check` finds them
        for match in DOT_INSIDE_A_WORD.finditer(text)
    ]
    assert not found


def test_every_folder_of_the_package_says_what_it_is_for() -> None:
    folders = {path.parent for path in modules()}
    assert all((folder / "__init__.py").exists() for folder in folders)
    assert PACKAGE in folders


def _caught(handler: ast.ExceptHandler) -> list[str]:
    if handler.type is None:
        return ["everything"]
    return [node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)]
