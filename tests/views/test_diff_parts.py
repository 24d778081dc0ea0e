"""Parts of a training in one line each, wherever a change is told."""

from typing import Any

import pytest
from builders import DAY, catalog

from buyer_skills.analyses.record_changes import KeyChange
from buyer_skills.catalog.trainings import Session
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.diff_names import BothNames
from buyer_skills.views.diff_values import key_text, value_text
from buyer_skills.views.training_words import session_text


@pytest.fixture
def names() -> BothNames:
    graph = SkillGraph.of(catalog(), DAY)
    return BothNames(graph, graph, "fr")


def test_a_session_says_its_days_place_and_seats() -> None:
    session = {"start": "2027-03-15", "end": "2027-03-16", "place": "Lille", "seats": 12}
    assert session_text(Session.model_validate(session), "fr") == (
        "15 mars 2027 à 16 mars 2027, Lille, 12 places"
    )
    assert session_text(Session.model_validate({"start": "2027-03"}), "fr") == "mars 2027"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("links", {"framework": "Formacode", "code": "13209"}, "Formacode 13209"),
        ("links", {"framework": "RMFP", "label": "Acheteuse ou acheteur"}, "RMFP Acheteuse ou acheteur"),
        (
            "origin",
            {"registry": "fun-mooc", "key": "C1", "read": "2026-11-20"},
            "fun-mooc, repère C1, lu le 20 novembre 2026",
        ),
        (
            "confirmed",
            {"function": "responsable de l'offre", "day": "2026-11-20"},
            "responsable de l'offre, le 20 novembre 2026",
        ),
        (
            "access",
            {"etat": {"price_eur": 250}, "territorial": {"price_eur": None}},
            "territorial (prix à demander), État (250 €)",
        ),
    ],
)
def test_parts_are_told_in_words(names: BothNames, key: str, value: Any, said: str) -> None:
    assert value_text(key, value, names).replace("\xa0", " ") == said


def test_an_access_that_was_not_said_is_told_by_employer(names: BothNames) -> None:
    change = KeyChange(key="access", before=None, after={"etat": {"price_eur": 0}})
    said = key_text(change, names).replace("\xa0", " ")
    assert said == "prix et accès par versant : État (non dit → 0 €)"
