"""Every key that code uses has its words in both languages; every word is used; what is compiled is fresh.

A key is used when it is written whole in the code (or in a template), or when an f-string or a
constructor of errors and issues can make it.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from architecture.codebase import LOCALES, PACKAGE, modules, shown, tree

import compile_messages

KEY = re.compile(r"[a-z]+(?:\.[A-Za-z0-9][A-Za-z0-9-]*)+")

ERRORS = {"BuyerSkillsError", "UsageError", "DataError", "ThresholdError"}
"""Classes whose first argument is a slug: the key is ``errors.<slug>``, its hint that and ``.hint``."""

PARSER = "click"
"""The domain of the parser's own sentences, which gettext finds by their English."""

MADE_FROM = {
    # Help of the commands and options, found by their names.
    r"cli\.(command|option|section|argument)\..+",
}
"""Keys that are made from something else than a text in the code."""


def test_every_key_that_code_uses_has_its_words() -> None:
    known = _keys()
    missing = [f"{place}: {key}" for place, key in _written_keys() if key not in known]
    assert not missing


def test_every_key_made_by_the_code_finds_some_words() -> None:
    known = _keys()
    empty = [
        f"{place}: {pattern}"
        for place, pattern in _patterns()
        if not any(re.fullmatch(pattern, key) for key in known)
    ]
    assert not empty


def test_every_word_is_used() -> None:
    patterns = {pattern for _, pattern in _patterns()} | MADE_FROM
    texts = {text for _, text in _texts()} | {key for _, key in _written_keys()}
    # A slug may be chosen before the error is made.
    texts |= {f"errors.{text}{end}" for text in texts for end in ("", ".hint")}
    one = re.compile("|".join(f"(?:{pattern})" for pattern in sorted(patterns)))
    assert not [key for key in sorted(_keys()) if key not in texts and not one.fullmatch(key)]


def test_both_languages_say_the_same_things_with_the_same_parameters_and_are_compiled(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert compile_messages.main(["--check"]) == 0, capsys.readouterr().err


def test_the_sentences_of_the_parser_that_we_translate_are_still_its_own() -> None:
    folder = Path(click.__file__).parent
    spoken = {
        node.value
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not _keys_of(PARSER) - spoken


@cache
def _keys() -> frozenset[str]:
    domains = {path.stem for path in LOCALES.glob("*/LC_MESSAGES/*.po")} - {PARSER}
    return frozenset[str]().union(*map(_keys_of, domains))


@cache
def _keys_of(domain: str) -> frozenset[str]:
    return frozenset(
        key
        for wordings in compile_messages.read_domain(LOCALES, domain).wordings.values()
        for key in wordings
    )


@cache
def _texts() -> tuple[tuple[str, str], ...]:
    """Every text constant of the code, and every key-like word of the templates, with where it is."""
    found = [
        (f"{shown(path)}:{node.lineno}", node.value)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    for path in sorted((PACKAGE / "renderers" / "templates").rglob("*.*")):
        found += [(shown(path), key) for key in KEY.findall(path.read_text(encoding="utf-8"))]
    return tuple(found)


def _written_keys() -> Iterator[tuple[str, str]]:
    """Keys written whole where only a key can stand, and errors by slug."""
    for path in modules():
        for call in ast.walk(tree(path)):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            first = call.args[0]
            if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                continue
            place, name = f"{shown(path)}:{call.lineno}", _name(call.func)
            if name == "Message" or (name == "text" and KEY.fullmatch(first.value)):
                yield place, first.value
            elif name in ERRORS:
                yield place, f"errors.{first.value}"
                if f"errors.{first.value}.hint" in _keys():
                    yield place, f"errors.{first.value}.hint"
            elif name == "issue":
                yield place, f"issues.{first.value}"
                yield place, f"issues.{first.value}.hint"


def _patterns() -> Iterator[tuple[str, str]]:
    """What f-strings that begin with a domain, or are an error's slug, can make: regular expressions."""
    domains = {key.partition(".")[0] for key in _keys()}
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.JoinedStr) and node.values:
                head = node.values[0]
                if not isinstance(head, ast.Constant) or "." not in str(head.value):
                    continue
                if str(head.value).partition(".")[0] in domains and not _is_made_from_its_caller(
                    path, str(head.value)
                ):
                    yield f"{shown(path)}:{node.lineno}", _pattern(node)
            elif (
                isinstance(node, ast.Call)
                and _name(node.func) in ERRORS
                and node.args
                and isinstance(node.args[0], ast.JoinedStr)
            ):
                slug = _pattern(node.args[0])
                yield f"{shown(path)}:{node.lineno}", rf"errors\.{slug}(\.hint)?"


def _pattern(text: ast.JoinedStr) -> str:
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[A-Za-z0-9.-]+"
        for part in text.values
    )


def _is_made_from_its_caller(path: Path, head: str) -> bool:
    """Whether an f-string is the constructor of errors or issues, whose callers are counted instead."""
    return path.parent == PACKAGE and head in {"errors.", "issues."}


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
