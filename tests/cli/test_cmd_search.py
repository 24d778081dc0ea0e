"""`search`: what it prints, refuses and writes."""

import json

import pytest
from small_catalogue import Command

ON = ("--data", "catalogue", "--date", "2026-11-24")

pytestmark = pytest.mark.usefixtures("catalogue")


def test_what_is_found_fits_100_columns_and_names_what_to_show(command: Command) -> None:
    shown = command("search", "negocier", "un", "marche", *ON)
    assert (shown.code, shown.err) == (0, "")
    assert "Négocier un marché" in shown.out
    assert "buyer-skills show negocier" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 100


def test_words_may_be_quoted_or_not(command: Command) -> None:
    quoted = command("search", "négocier un marché", *ON)
    assert quoted.out == command("search", "négocier", "un", "marché", *ON).out


def test_what_is_found_in_json(command: Command) -> None:
    data = json.loads(command("search", "droit", "--limit", "2", *ON, "--format", "json").out)
    assert (data["format_version"], data["query"], data["scope"]["limit"]) == (1, "droit", 2)
    first, second = data["items"]
    assert (first["kind"], first["id"], first["title_en"]) == ("competency", "droit", "Procurement law")
    assert (first["matched"], first["where"][0], first["past"]) == (["droit"], "title", False)
    assert first["score"] >= second["score"] > 0
    assert sum(one["count"] for one in data["counts"]) > 2


def test_nothing_found_is_an_answer(command: Command) -> None:
    shown = command("search", "négosiation", *ON)
    assert shown.code == 0
    assert "vouliez-vous dire « négociation »" in shown.out.replace("\u00a0", " ")


@pytest.mark.parametrize("words", ["à la", "?!", ""])
def test_a_question_without_a_word_is_refused(command: Command, words: str) -> None:
    shown = command("search", words, *ON)
    assert shown.code == 2
    assert "aucun mot à chercher" in shown.err


def test_a_kind_that_does_not_exist_is_refused_with_those_that_do(command: Command) -> None:
    shown = command("search", "droit", "--kind", "competency,cours", *ON)
    assert shown.code == 2
    assert "competency, profile, training" in shown.err
    data = json.loads(command("search", "droit", "--kind", "training,area", *ON, "--format", "json").out)
    assert {item["kind"] for item in data["items"]} == {"training", "area"}


def test_files_are_called_by_what_was_asked(command: Command) -> None:
    written = command("search", "Négocier", "l'ŒUVRE", *ON, "--format", "md,html", "-o", "out")
    assert written.code == 0
    assert "search-negocier-l-oeuvre.md" in written.err
    long = command("search", "droit " * 40, *ON, "--format", "md,html", "-o", "out")
    assert "search-droit-droit-droit-droit-droit-droit-droit-droit-droit.md" in long.err


def test_a_reader_in_english_is_answered_in_english(command: Command) -> None:
    shown = command("search", "negotiate", *ON, "--lang", "en")
    assert "At the top: Negotiation (competency)." in shown.out
