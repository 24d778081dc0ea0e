"""The catalogue of FUN-MOOC: what display texts say, and what they do not."""

import json
from pathlib import Path
from typing import Any

import pytest
from catalog.intake.made_registers import KEEPING, written

from buyer_skills.catalog.intake.fun_mooc import hours_of_effort, read_fun_mooc
from buyer_skills.catalog.intake.offers import Offer, OfferFile, OfferSession
from buyer_skills.catalog.providers import Source
from buyer_skills.issues import Place

COURSE: dict[str, Any] = {
    "id": "12",
    "title": "Les marchés publics, pas à pas",
    "code": "00012",
    "absolute_url": "https://mooc.example/cours/12/",
    "categories": ["1", "2"],
    "duration": "4 semaines",
    "effort": "9 heures",
    "introduction": "Découvrir la\ncommande publique.",
    "organization_highlighted": "Une école",
    "organizations": ["2809", "1"],
    "state": {
        "priority": 1,
        "datetime": "2027-01-12T10:00:00Z",
        "call_to_action": "s'inscrire",
        "text": "starting on",
    },
    "offer": "free",
}


def read(folder: Path, content: Any) -> OfferFile:
    return read_fun_mooc(written(folder, json.dumps(content), "fun.json"), "fun.json", KEEPING, "2026-11-25")


def only(folder: Path, **changes: Any) -> Offer:
    return read(folder, [{**COURSE, **changes}]).offers[0]


def test_a_course_is_read_whole(tmp_path: Path) -> None:
    file = read(tmp_path, {"objects": [COURSE, {**COURSE, "id": "13", "title": "L'astronomie"}]})
    assert file.offers == (
        Offer(
            key="12",
            title="Les marchés publics, pas à pas",
            provider="Une école",
            place=Place("fun.json"),
            kind="mooc",
            aims="Découvrir la\ncommande publique.",
            hours=9,
            price_eur=0,
            code="00012",
            url="https://mooc.example/cours/12/",
            modality="en-ligne",
            sessions=(OfferSession("2027-01-12"),),
            evidence="verified",
        ),
    )
    assert (file.read, file.kept_by, file.day, file.issues) == (2, {"tri-mots": 1}, "2026-11-25", ())
    assert Source.model_validate(file.source).id == "fun-mooc-2026-11-25"


@pytest.mark.parametrize(
    ("effort", "duration", "hours"),
    [
        ("9 heures", "", 9),
        ("3 h", "6 semaines", 3),
        ("1h30", "", 1.5),
        ("30 minutes", "", 0.5),
        ("2,5 heures par semaine", "4 semaines", 10),
        ("2 hours/week", "3 weeks", 6),
        ("2 heures / semaine", "", None),
        ("2 à 3 heures", "4 semaines", None),
        ("", "9 heures", None),
        ("4 semaines", "4 semaines", None),
        ("0 heure", "", None),
    ],
)
def test_hours_are_kept_when_they_are_said_in_all(effort: str, duration: str, hours: float | None) -> None:
    assert hours_of_effort(effort, duration) == hours


@pytest.mark.parametrize(
    ("state", "start"),
    [
        ({"priority": 0, "datetime": "2027-03-01T00:00:00Z", "text": "closing on"}, ""),
        ({"priority": 0, "datetime": "2027-03-01T00:00:00Z"}, ""),
        ({"priority": 3, "datetime": "2027-03-01T00:00:00Z"}, "2027-03-01"),
        ({"datetime": "2027-03-01"}, "2027-03-01"),
        ({"priority": 7, "datetime": None, "text": "to be scheduled"}, ""),
        (None, ""),
    ],
)
def test_a_closing_date_is_no_session(tmp_path: Path, state: Any, start: str) -> None:
    assert [one.start for one in only(tmp_path, state=state).sessions] == ([start] if start else [])


@pytest.mark.parametrize(
    ("changes", "price"),
    [
        ({"offer": "paid", "price": "49.50", "price_currency": "EUR"}, 49.5),
        ({"offer": "paid", "price": 49, "price_currency": "USD"}, None),
        ({"offer": "partially_free", "price": "49"}, None),
        ({"offer": "subscription"}, None),
        ({"offer": None, "price": None}, None),
        ({"offer": "paid", "price": "selon"}, None),
    ],
)
def test_a_price_is_known_when_the_course_says_what_it_is(
    tmp_path: Path, changes: dict[str, Any], price: float | None
) -> None:
    assert only(tmp_path, **changes).price_eur == price


@pytest.mark.parametrize(
    ("highlighted", "organizations", "provider"),
    [
        (None, [{"title": "Un centre"}, "Une école"], "Un centre"),
        (None, ["2809", "L-0012", "Une école"], "Une école"),
        ({"title": "Un centre"}, [], "Un centre"),
    ],
)
def test_an_organisation_is_named_by_words(
    tmp_path: Path, highlighted: Any, organizations: Any, provider: str
) -> None:
    assert (
        only(tmp_path, organization_highlighted=highlighted, organizations=organizations).provider == provider
    )


def test_no_address_is_invented(tmp_path: Path) -> None:
    assert only(tmp_path, absolute_url="/fr/cours/12/").url == ""


def test_what_is_not_understood_is_counted(tmp_path: Path) -> None:
    nameless = {**COURSE, "organization_highlighted": "", "organizations": "x"}
    file = read(tmp_path, [COURSE, 3, {"title": ""}, nameless])
    assert [(one.code, one.message.parameters["lines"]) for one in file.issues] == [
        ("F275", "2, 3"),
        ("F276", "4"),
    ]
    assert (len(file.offers), file.read) == (1, 4)
