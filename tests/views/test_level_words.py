"""Levels in words: the scale for what one knows and does, other words for ways of being."""

import re

import pytest
from builders import competency

from buyer_skills.views.level_words import (
    competency_step_text,
    held_text,
    level_with_cue,
    required_text,
    step_text,
)

HARD = competency({"id": "negociation", "title": "Négociation"})
SOFT = competency({"id": "ecoute", "title": "Écoute", "kind": "savoir-etre"})


def test_the_scale_has_its_cues() -> None:
    assert level_with_cue(0, "fr") == "non acquis"
    assert level_with_cue(3, "fr") == "maîtrise (dans le cas complexe et en aidant les autres)"
    assert level_with_cue(4, "en") == "expert (acts as the reference for others)"


def test_a_way_of_being_is_expected_or_present_never_a_number() -> None:
    assert [required_text(SOFT, level, "fr") for level in range(5)] == [
        "non attendu",
        "attendu",
        "attendu en autonomie",
        "ressource pour les autres",
        "ressource pour les autres",
    ]
    assert held_text(SOFT, 0, "fr") == "à développer"
    assert held_text(SOFT, 4, "fr") == "ressource pour les autres"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_digit_is_ever_shown(language: str) -> None:
    for level in range(5):
        for each in (HARD, SOFT):
            assert not re.search(
                r"\d", required_text(each, level, language) + held_text(each, level, language)
            )


def test_a_step_names_both_ends_but_for_a_way_of_being() -> None:
    assert step_text(HARD, 1, 2, "fr") == "notions → application"
    assert step_text(SOFT, 1, 2, "fr") == "jusqu'à « attendu en autonomie »"
    assert competency_step_text(HARD, 0, 1, "en") == "Négociation (less than basic → basic)"
