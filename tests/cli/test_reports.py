"""What holds for the report of every command: no key is left, each language is whole, JSON is JSON."""

import json
import re

import pytest
from small_catalogue import Command

ON = ("--data", "catalogue", "--date", "2026-11-24")
REPORTS = [
    ("list", "competencies"),
    ("list", "trainings"),
    ("list", "profiles"),
    ("list", "providers"),
    ("search", "droit", "negocier"),
    ("search", "introuvable"),
    ("show", "droit"),
    ("show", "negocier"),
    ("show", "master-achat"),
    ("show", "acheteur"),
    ("show", "cnfpt"),
    ("show", "role:artisan"),
    ("show", "area:passation"),
    ("referentiel",),
    ("referentiel", "--role", "artisan", "--area", "passation"),
    ("profile", "acheteur"),
    ("compare", "juriste", "acheteur"),
    ("gap", "b1.yaml", "--profile", "acheteur"),
    ("path", "b1.yaml", "--profile", "acheteur", "--explain"),
    ("missing",),
    ("bridge",),
    ("check", "catalogue"),
]
KEY = re.compile(r"\b[a-z]+\.[a-z-]+[.a-z-]*\b(?<!example\.org)(?<!\.yaml)(?<!\.md)(?<!\.svg)")
ENGLISH = re.compile(r"\b(?:the|and|of|with|this|these|for|from|none|level|levels|training|trainings|job)\b")
FRENCH = re.compile(
    r"\b(?:la|les|des|cette|ces|avec|pour|aucune?|niveau|niveaux|formations|métier|compétences)\b"
)
DATA = re.compile(
    r"Page du CNFPT|Lecture de cet outil|Négocier un marché|Droit approfondi|Master Achat|"
    r"buyer-skills [a-z-]+|“[^”]+”|\"[^\"]+\"|«[^»]+»|`[^`]+`|--[a-z-]+|<[^>]+>"
)
"""Titles that stay in their language, commands, options, quotations."""

pytestmark = pytest.mark.usefixtures("catalogue", "buyer")


@pytest.mark.parametrize("arguments", REPORTS, ids="-".join)
@pytest.mark.parametrize(("language", "foreign"), [("fr", ENGLISH), ("en", FRENCH)], ids=["fr", "en"])
def test_each_report_is_whole_in_its_language(
    command: Command, arguments: tuple[str, ...], language: str, foreign: re.Pattern[str]
) -> None:
    ran = command(*arguments, *ON, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    shown = DATA.sub("", " ".join(ran.out.replace("\u00a0", " ").split()))
    assert KEY.findall(shown) == []
    assert foreign.findall(shown) == []
    assert "·" not in shown
    assert "{" not in shown


@pytest.mark.parametrize("arguments", REPORTS, ids="-".join)
def test_each_result_is_json_with_its_version_and_the_same_in_both_languages(
    command: Command, arguments: tuple[str, ...]
) -> None:
    ran = command(*arguments, *ON, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["format_version"] == 1
    # What is found, like a message of `check`, is in the words of the reader.
    if arguments[0] not in ("check", "search"):
        assert command(*arguments, *ON, "--format", "json", "--lang", "en").out == ran.out
