"""French spaces: kept with their sign, and nothing else changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_reports import full_report

from buyer_skills.messages.spacing import french_spaces
from buyer_skills.renderers.typography import typeset
from buyer_skills.views.report_view import ReportView, Section


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Pourquoi ? Parce que !", "Pourquoi\u00a0? Parce que\u00a0!"),
        ("au choix : a ; b", "au choix\u00a0: a\u00a0; b"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("« oui ».", "«\u00a0oui\u00a0»."),
        ("prix : 0 €, à vérifier", "prix\u00a0: 0\u00a0€, à vérifier"),
        ("data/trainings.yaml:42:7", "data/trainings.yaml:42:7"),
        ("http://exemple.fr/a?b=c", "http://exemple.fr/a?b=c"),
        ("--date 2026-11-24", "--date 2026-11-24"),
    ],
)
def test_signs_keep_their_space(typed: str, set_: str) -> None:
    assert french_spaces(typed) == set_


@given(st.text())
def test_only_plain_spaces_become_no_break_ones(text: str) -> None:
    result = french_spaces(text)
    assert len(result) == len(text)
    assert all(
        after == before or (before, after) == (" ", "\u00a0")
        for before, after in zip(text, result, strict=True)
    )


def test_every_text_of_a_french_report_is_set() -> None:
    view = ReportView("Un : deux", "", "fr", ("Trois ?",), (Section("a", "« Quatre »", ()),))
    assert typeset(view) == ReportView(
        "Un\u00a0: deux", "", "fr", ("Trois\u00a0?",), (Section("a", "«\u00a0Quatre\u00a0»", ()),)
    )


def test_setting_twice_changes_nothing() -> None:
    once = typeset(full_report())
    assert typeset(once) == once


def test_an_english_report_is_left_as_it_is() -> None:
    view = ReportView("One : two", "", "en", (), ())
    assert typeset(view) is view
