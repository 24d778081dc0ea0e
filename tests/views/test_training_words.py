"""What is said of a training: how far it can be trusted with its date, how long, how much."""

from typing import Any

import pytest
from builders import DAY, catalog, training

from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.training_words import (
    duration_text,
    evidence_cell,
    evidence_text,
    is_to_confirm,
    price_text,
    training_cell,
)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            {"evidence": "verified", "url": "https://example.org/", "noted": "2026-11"},
            "vu sur la page de l'organisme, page non datée, notée en novembre 2026",
        ),
        (
            {"evidence": "verified", "page_date": "2024-02"},
            "vu sur la page de l'organisme, page datée : février 2024",
        ),
        (
            {"evidence": "reported", "page_date": "2019/2021"},
            "signalé par un tiers, page datée : 2019 à 2021, à revérifier",
        ),
        (
            {"evidence": "indicative", "noted": "2026-11"},
            "à confirmer (thème connu), noté en novembre 2026",
        ),
        (
            {"evidence": "confirmed", "noted": "2026-11-02"},
            "confirmé par l'organisme, réponse reçue : 2 novembre 2026",
        ),
        (
            {
                "evidence": "confirmed",
                "confirmed": {"day": "2026-11-02", "function": "responsable de l'offre"},
            },
            "confirmé par l'organisme (responsable de l'offre), le 2 novembre 2026",
        ),
        (
            {
                "evidence": "confirmed",
                "confirmed": {"day": "2020-01-02", "function": "responsable de l'offre"},
            },
            "confirmé par l'organisme (responsable de l'offre), le 2 janvier 2020, à revérifier",
        ),
        ({"evidence": "reported"}, "signalé par un tiers, date à vérifier"),
        ({"evidence": "generic", "kind": "practice"}, "à organiser par l'employeur"),
    ],
)
def test_evidence_is_told_in_words_with_its_date(keys: dict[str, Any], said: str) -> None:
    assert evidence_text(training({"id": "t", **keys}), DAY, "fr") == said


def test_the_tone_only_repeats_what_the_words_say() -> None:
    tones = {
        grade: evidence_cell(training({"id": "t", "evidence": grade, "noted": "2026-11"}), DAY, "fr").tone
        for grade in ("confirmed", "verified", "reported", "indicative", "generic")
    }
    assert tones == {
        "confirmed": "good",
        "verified": "good",
        "reported": "attention",
        "indicative": "attention",
        "generic": "muted",
    }


def test_too_old_is_to_confirm_whatever_the_evidence() -> None:
    assert is_to_confirm(training({"id": "t", "evidence": "verified", "page_date": "2022"}), DAY)
    assert not is_to_confirm(training({"id": "t", "evidence": "verified", "page_date": "2024"}), DAY)


def test_a_length_is_in_days_and_an_estimate_is_marked() -> None:
    assert duration_text(training({"id": "t", "hours": 10.5}), "fr") == "1,5 jour"
    assert duration_text(training({"id": "t", "hours": None}), "fr") == "2 jours (estimation)"
    assert duration_text(training({"id": "t", "hours": 12}), "fr", hours_per_day=6) == "2 jours"


def test_an_unknown_price_is_on_request() -> None:
    assert price_text(None, "en") == "price on request"
    assert price_text(90_000, "en") == "€900"


def test_a_training_is_named_with_who_offers_it_and_a_practice_with_its_competency() -> None:
    template = {
        "id": "tutorat",
        "title": "Tutorat",
        "kind": "practice",
        "evidence": "generic",
        "outcomes": {"applies_to": {}, "steps": [[1, 2]]},
    }
    small = catalog(
        competencies=[{"id": "negociation", "title": "Négociation"}],
        trainings=[template, {"id": "t", "title": "Négocier", "provider": "cnfpt"}],
    )
    graph = SkillGraph.of(small, DAY)
    course = training_cell(graph, graph.training("t"), "fr")
    practice = training_cell(graph, graph.training("tutorat@negociation:1-2"), "fr")
    assert (course.text, course.detail) == ("Négocier", "cnfpt, formation")
    assert (practice.text, practice.detail) == ("Tutorat : Négociation", "mise en situation accompagnée")
