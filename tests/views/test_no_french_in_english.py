"""No report mixes its languages: not a French word or sign in an English one, nor the reverse.

The reports of a made-up catalogue are read in every form (terminal, Markdown, HTML). Its texts are in both
languages, or in invented words: what is found can only come from the code and its wordings.
"""

import html
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bilingual_catalogue import BUYER, NEEDS, make_older, write_bilingual_catalogue

from buyer_skills.cli.running import run

REPORTS = [
    ("list", "competencies"),
    ("list", "trainings", "--all"),
    ("list", "profiles"),
    ("list", "providers"),
    ("list", "trainings", "--area", "aire-deux", "--employer", "hospitalier"),
    ("search", "zorb", "flim", "--all"),
    ("search", "vorbax", "--limit", "1", "--kind", "training"),
    ("search", "nowhix"),
    ("show", "flim"),
    ("show", "zorb"),
    ("show", "drel"),
    ("show", "vorbax-deux"),
    ("show", "vorbax-cinq"),
    ("show", "vorbax-six"),
    ("show", "vorbax-sept"),
    ("show", "vorbax-neuf"),
    ("show", "jobix"),
    ("show", "orgix"),
    ("show", "role:role-un"),
    ("show", "area:aire-un"),
    ("show", "theme:theme-un"),
    ("show", "phase:phase-un"),
    ("show", "rulix"),
    ("show", "rulux"),
    ("show", "statix"),
    ("show", "setix"),
    ("show", "gapix-un"),
    ("show", "gapix-quatre"),
    ("graph", "--around", "zorb"),
    ("graph", "--around", "jobix", "--depth", "2"),
    ("referentiel",),
    ("referentiel", "--role", "role-un", "--area", "aire-un"),
    ("profile", "jobix"),
    ("profile", "refix"),
    ("compare", "jobax", "jobix"),
    ("compare", "jobex", "jobox"),
    ("gap", "b1.yaml", "--profile", "jobix"),
    ("path", "b1.yaml", "--profile", "jobix", "--explain"),
    ("path", "b1.yaml", "--profile", "jobix", "--max-hours", "3", "--evidence", "verified", "--no-practice"),
    ("missing",),
    ("missing", "--short"),
    ("missing", "--needs", "besoins.yaml"),
    ("missing", "--needs", "besoins.yaml", "--short", "--group-size", "5"),
    ("missing", "--region", "bretagne", "--employer", "hospitalier"),
    ("bridge",),
    ("bridge", "vorbax-cinq", "--profile", "jobix", "--employer", "territorial"),
    ("check",),
    ("check", "--stale-after", "3"),
    ("check", "--stale-after", "300"),
    ("diff", "ancien", "catalogue"),
    ("diff", "catalogue", "catalogue"),
]
COMMANDS = (
    "demo",
    "search",
    "list",
    "show",
    "referentiel",
    "profile",
    "compare",
    "gap",
    "path",
    "missing",
    "bridge",
    "check",
    "diff",
    "graph",
)
MISTAKES = [
    ("search", "?!"),
    ("search", "zorb", "--kind", "x"),
    ("show", "florb"),
    ("show", "flom"),
    ("profile", "jobux"),
    ("bridge", "vorbax-un"),
    ("list", "trainings", "--area", "nowhix"),
    ("list", "providers", "--kind", "mooc"),
    ("referentiel", "--role", "nowhix"),
    ("gap", "b1.yaml"),
    ("gap", "nowhix.yaml", "--profile", "jobix"),
    ("path", "b1.yaml", "--profile", "jobix", "--max-hours", "x"),
    ("missing", "--date", "2026-13-01"),
    ("missing", "--group-size", "5"),
    ("missing", "--needs", "nowhix.yaml"),
    ("missing", "--needs", "besoins.yaml", "--group-size", "0"),
    ("missing", "--needs", "besoins.yaml", "--employer", "autre"),
    ("diff", "catalogue"),
    ("diff", "catalogue", "nowhix.yaml"),
    ("graph",),
    ("graph", "--depth", "2"),
    ("graph", "--around", "florb"),
    ("graph", "--format", "md"),
    ("profile", "jobix", "--format", "json,md"),
]

FRENCH = re.compile(
    r"\b(?:le|la|les|des|du|une|et|ou|où|aux|au|pour|avec|sans|dans|sur|par|qui|que|est|sont|ces|cette|"
    r"jours?|heures?|niveaux?|formations?|mois|aucune?|vers|janvier|mars|avril|mai)\b"
    r"|\b[dlnsqj]'(?=[a-z])|[àâäçéèêëîïôöùûüœÀÂÇÉÈÊÎÔŒ]",
    re.IGNORECASE,
)
FRENCH_SIGNS = re.compile(r"[«»\u00a0\u202f]|(?<=\w) [:;?!](?=\s)|\d,\d\b(?!\d\d)|\d ?€")
ENGLISH = re.compile(
    r"\b(?:the|of|and|to|with|without|this|these|that|for|from|by|is|are|be|or|not|at|"
    r"days?|hours?|levels?|trainings?|courses?|skills?|job|march|january|error|unknown)\b",
    re.IGNORECASE,
)
ENGLISH_SIGNS = re.compile(r"[“”]|€\d|\w[;:] (?!//)|\d\.\d")
STATUTE = re.compile(r"[Cc]adres? d'emplois|centre de gestion")
"""Words of French law that have no English."""
CITED = re.compile(
    r"\S+\.yaml:\d+:\d+:|buyer-skills(?: [a-z-]+| --[a-z-]+)*|--[a-z-]+|https?://\S+|`[^`]+`|\S+\.(?:ya?ml|json|md|html|graphml|svg)\b:?|"
    r"\b(?:role|area|theme|phase|named-gap|jobix|vorbax)[:-]\S+|\[[a-z|-]+\]|ProcurCompEU|[A-Z]{3,}|BUYER|v\d\.\d"
)
"""Commands, options, addresses, names of files, ids: the same in both languages."""
CODES = re.compile(
    r"\b(?:presentiel|distanciel|hybride|en-ligne|territorial|hospitalier|etat|autre|keep|drop|confirmed|"
    r"verified|reported|indicative|funding|evidence|hours|price|count|animateur|artisan-exigeant|planificateur|"
    r"responsable|competencies|trainings|profiles|providers|competency|profile|training|theme|role|area|phase|"
    r"provider|rule|json|fiche|buyer-file|0\.8)\b"
)
"""Values that options take: words of the data files, numbers as they are typed."""

Said = Callable[..., str]


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Said:
    """Return a function that runs a command beside the made-up catalogue and returns all it says."""
    write_bilingual_catalogue(tmp_path / "catalogue")
    write_bilingual_catalogue(tmp_path / "ancien")
    make_older(tmp_path / "ancien")
    (tmp_path / "besoins.yaml").write_text(json.dumps(NEEDS), encoding="utf-8")
    (tmp_path / "b1.yaml").write_text(json.dumps(BUYER), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BUYER_SKILLS_LANG", raising=False)
    monkeypatch.setenv("LANGUAGE", "fr")

    def run_command(*arguments: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        capfdbinary.readouterr()
        run(arguments)
        sys.stdout.flush()
        return "\n".join(text.decode() for text in capfdbinary.readouterr())

    return run_command


@pytest.mark.parametrize("arguments", REPORTS, ids="-".join)
@pytest.mark.parametrize("form", ["terminal", "md", "html"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_report_speaks_one_language(
    said: Said, language: str, form: str, arguments: tuple[str, ...]
) -> None:
    if form != "terminal" and arguments[0] == "graph":
        form = "svg"  # the picture itself
    form_asked = () if form == "terminal" else ("--format", form)
    shown = said(*arguments, *_on(arguments), *form_asked, "--lang", language)
    assert len(shown) > 100
    assert _strangers(_plain(shown) if form in {"html", "svg"} else shown, language) == []


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_help_speaks_one_language(said: Said, language: str, command: str) -> None:
    assert _strangers(CODES.sub("x", said(command, "--help", "--lang", language)), language) == []


@pytest.mark.parametrize("arguments", MISTAKES, ids="-".join)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_error_speaks_one_language(said: Said, language: str, arguments: tuple[str, ...]) -> None:
    assert _strangers(CODES.sub("x", said(*arguments, *_on(arguments), "--lang", language)), language) == []


def test_a_stranger_is_found() -> None:
    assert _strangers("Level: 2 jours", "en") == ["jours"]
    assert _strangers("Gap : 1,5 €", "en") == [" :", "1,5"]
    assert _strangers("Niveau of base: “zorb”", "fr") == ["of", "e: ", "“", "”"]
    assert _strangers("Gaps: 1.5 days, €0; “zorb” (centre de gestion)", "en") == []
    assert _strangers("Écarts : 1,5 jour, 0 € ; « zorb »", "fr") == []


def _on(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Return where the catalogue is and the day, where the day is not what is tried."""
    data = () if arguments[0] == "diff" else ("--data", "catalogue")
    return (*data, *(() if "--date" in arguments else ("--date", "2026-11-24")))


def _strangers(text: str, language: str) -> list[str]:
    """Return the words, then the signs, that do not belong to `language`, in the order they are met."""
    # Lines are joined, as a sentence may be cut anywhere; what is cited counts for one sign.
    kept = CITED.sub("x", STATUTE.sub("x", re.sub(r"[ \n]+", " ", text)))
    words, signs = (FRENCH, FRENCH_SIGNS) if language == "en" else (ENGLISH, ENGLISH_SIGNS)
    return words.findall(kept) + signs.findall(kept)


def _plain(page: str) -> str:
    """Return the words of a page, each element's apart: no style, no script, no attribute."""
    shown = re.sub(r"<(style|script)\b.*?</\1>|<!--.*?-->", " ", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "\n", shown, flags=re.DOTALL))
