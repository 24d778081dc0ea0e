"""Cells as people type them into hours, euros, dates and words; what is not understood stays unknown."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.catalog.intake.mapping import COLUMN_FIELDS, ColumnField, MappedWords
from buyer_skills.catalog.intake.mapping_evidence import evidence_for, field_of_values, unit_of_durations
from buyer_skills.catalog.intake.table_dates import read_last_day, read_sessions
from buyer_skills.catalog.intake.table_values import (
    MOST_DAYS,
    MOST_EUROS,
    MOST_HOURS,
    Duration,
    read_certification,
    read_duration,
    read_price,
    read_seats,
    says_nothing,
)
from buyer_skills.catalog.intake.table_words import read_word

CELLS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="0123456789 /-.,:;hjx€eurodumars()\n½à", max_size=30),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
)
"""What a cell may hold, and what looks like the cells we know."""


@pytest.mark.parametrize(
    ("cell", "hours", "days"),
    [
        ("2 jours", None, 2),
        ("2j", None, 2),
        ("14h", 14, None),
        ("14 heures", 14, None),
        ("1h30", 1.5, None),
        ("7 h 00", 7, None),
        ("07:00", 7, None),
        ("90 min", 1.5, None),
        ("1,5", None, 1.5),
        (1.5, None, 1.5),
        (3, None, 3),
        ("3 x 2 jours", None, 6),
        ("3 fois 2 jours", None, 6),
        ("3 jours + 2 jours", None, 5),
        ("2 jours (14h)", 14, 2),
        ("2 jours soit 14 heures", 14, 2),
        ("2 jours, 14 heures", 14, 2),
        ("2j/14h", 14, 2),
        ("2 jours de 7h", 14, 2),
        ("2 jours et demi", None, 2.5),
        ("demi-journée", None, 0.5),
        ("une demi-journée", None, 0.5),
        ("½ journée", None, 0.5),
        ("deux jours", None, 2),
        ("Durée : 2 jours", None, 2),
        ("1899-12-31 11:00:00", 35, None),
    ],
)
def test_a_length_of_time_is_read_as_it_is_typed(
    cell: str | float, hours: float | None, days: float | None
) -> None:
    assert read_duration(cell, is_days=True) == Duration(hours, days)


def test_a_bare_number_is_of_the_unit_of_its_column() -> None:
    assert read_duration("14", is_days=False) == Duration(hours=14)
    assert read_duration(14, is_days=True) == Duration(days=14)


@pytest.mark.parametrize(
    "cell",
    [
        "2-3 jours",
        "de 2 à 3 jours",
        "environ 2 jours",
        "12 mois",
        "2 semaines",
        "2 jours/mois",
        "2 jours + 3 heures",
        "2 jours ou 14 jours",
        "beaucoup",
        "",
        0,
        -1,
        True,
        20_000,
        dt.date(2027, 2, 1),
    ],
)
def test_a_length_that_is_not_said_is_not_guessed(cell: Any) -> None:
    assert read_duration(cell, is_days=True) is None


@pytest.mark.parametrize(
    ("cell", "euros"),
    [
        (450, 450),
        (450.5, 450.5),
        ("450 €", 450),
        ("450€", 450),
        ("1 200,00 € TTC", 1200),
        ("1\u202f200 €", 1200),
        ("1.200,00 €", 1200),
        ("1,200.50", 1200.5),
        ("1200 euros par personne", 1200),
        ("450 € / agent", 450),
        ("Tarif : 450 €", 450),
        ("450 € net de taxes", 450),
        ("0", 0),
        ("Gratuit", 0),
    ],
)
def test_a_price_is_read_as_it_is_typed(cell: str | float, euros: float) -> None:
    assert read_price(cell, is_of_family=False) == euros
    assert read_price(cell, is_of_family=True) == euros


@pytest.mark.parametrize(
    "cell", ["pris en charge", "Prise en charge par le CNFPT", "inclus dans la cotisation"]
)
def test_what_a_contribution_pays_is_free_for_its_family_alone(cell: str) -> None:
    assert read_price(cell, is_of_family=True) == 0
    assert read_price(cell, is_of_family=False) is None


@pytest.mark.parametrize(
    "cell",
    [
        "450 € HT",
        "1.200",
        "1,200",
        "de 450 à 600 €",
        "450 € par jour",
        "450 € par groupe",
        "gratuit pour les agents",
        "450 / 600",
        -1,
        True,
        2_000_000,
        dt.date(2027, 1, 1),
    ],
)
def test_a_price_that_may_be_another_is_not_guessed(cell: Any) -> None:
    assert read_price(cell, is_of_family=True) is None


@pytest.mark.parametrize(
    "cell",
    [
        "sur devis",
        "nc",
        "N.C.",
        "-",
        "—",
        "?",
        "à définir",
        "Non communiqué",
        "nous consulter",
        "n/a",
        "complet",
    ],
)
def test_some_cells_say_that_nothing_is_known(cell: str) -> None:
    assert says_nothing(cell)


@pytest.mark.parametrize("cell", ["gratuit", "2 jours", 0, "Nantes", "compléments"])
def test_others_say_something(cell: str | int) -> None:
    assert not says_nothing(cell)


def test_seats_and_certifications() -> None:
    assert [read_seats(one) for one in (12, 12.0, "12 places", "max 12", 0, "12/15", True, 1.5)] == [
        12, 12, 12, 12, None, None, None, None,
    ]  # fmt: skip
    said = [
        ("RNCP 35149", "Titre"),
        ("RS1234 (Certif)", "Titre"),
        ("35149", "RNCP"),
        ("35149", "Titre"),
        ("oui", "RNCP"),
    ]
    assert [read_certification(*one) for one in said] == ["RNCP35149", "RS1234", "RNCP35149", "", ""]


@pytest.mark.parametrize(
    ("field", "cell", "word"),
    [
        ("kind", "Stage", "course"),
        ("kind", "Webinaire", "webinar"),
        ("kind", "Cycle de professionnalisation", "cycle"),
        ("kind", "Licence professionnelle", "degree"),
        ("kind", "Séminaire", None),
        ("modality", "En présentiel", "presentiel"),
        ("modality", "À distance", "distanciel"),
        ("modality", "Mixte", "hybride"),
        ("modality", "E-learning", "en-ligne"),
        ("modality", "Sur mesure", None),
        ("region", "Île-de-France", "ile-de-france"),
        ("region", "DR Hauts-de-France", "hauts-de-france"),
        ("region", "Délégation de la Réunion", "la-reunion"),
        ("region", "Provence-Alpes-Côte d\u2019Azur", "provence-alpes-cote-d-azur"),
        ("region", "France entière", "national"),
        ("region", "Rhône-Alpes", None),
        ("degree_level", "Niveau 6", 6),
        ("degree_level", 7, 7),
        ("degree_level", "Bac + 5", 7),
        ("degree_level", "BTS", 5),
        ("degree_level", "9", None),
    ],
)
def test_closed_words_are_known_or_not(field: ColumnField, cell: str | int, word: object) -> None:
    assert read_word(field, cell, MappedWords()) == word


def test_the_words_of_the_mapping_come_first() -> None:
    words = MappedWords.model_validate(
        {"region": {"rhone-alpes": "auvergne-rhone-alpes"}, "kind": {"Stage": "workshop"}}
    )
    assert read_word("region", "Rhône-Alpes", words) == "auvergne-rhone-alpes"
    assert read_word("kind", "STAGE", words) == "workshop"


@pytest.mark.parametrize(
    ("cell", "sessions"),
    [
        (dt.date(2027, 3, 12), [("2027-03-12", "", "")]),
        ("12/03/2027", [("2027-03-12", "", "")]),
        ("12/03/27", [("2027-03-12", "", "")]),
        ("12.03.2027", [("2027-03-12", "", "")]),
        ("2027-03-12 09:00:00", [("2027-03-12", "", "")]),
        ("1er mars 2027", [("2027-03-01", "", "")]),
        ("lundi 15 mars 2027 de 9h à 17h", [("2027-03-15", "", "")]),
        ("mars 2027", [("2027-03", "", "")]),
        ("03/2027", [("2027-03", "", "")]),
        ("mars-avril 2027", [("2027-03", "2027-04", "")]),
        (2027, [("2027", "", "")]),
        ("du 12 au 14 mars 2027", [("2027-03-12", "2027-03-14", "")]),
        ("du 12 mars\nau 14 mars 2027", [("2027-03-12", "2027-03-14", "")]),
        ("12-14 mars 2027", [("2027-03-12", "2027-03-14", "")]),
        ("12/03 au 14/03/2027", [("2027-03-12", "2027-03-14", "")]),
        ("Du 30 mars au 2 avril 2027", [("2027-03-30", "2027-04-02", "")]),
        ("du 30 décembre au 2 janvier 2027", [("2026-12-30", "2027-01-02", "")]),
        ("12/03/2027 et 13/03/2027", [("2027-03-12", "2027-03-13", "")]),
        ("12, 13 et 14 mars 2027", [("2027-03-12", "2027-03-14", "")]),
        ("12/03/2027 ; 3/05/2027", [("2027-03-12", "", ""), ("2027-05-03", "", "")]),
        ("12/03/2027 ou 3/05/2027", [("2027-03-12", "", ""), ("2027-05-03", "", "")]),
        ("12/03/2027\n12/03/2027", [("2027-03-12", "", "")]),
        ("Session 1 : du 12 au 14 mars 2027 (Lille)", [("2027-03-12", "2027-03-14", "Lille")]),
        ("12 mars 2027 à Saint-Étienne", [("2027-03-12", "", "Saint-Étienne")]),
        ("12/03/2027 (complet)", [("2027-03-12", "", "")]),
        *(
            (cell, [("2027-10-04", "2027-10-05", ""), ("2027-11-08", "2027-11-09", "")])
            for cell in (
                "du 4 au 5/10/2027 et du 8 au 9/11/2027",
                "Du 4 au 5/10/2027 ; du 8 au 9/11/2027",
                "du 4 au 5/10/2027 / du 8 au 9/11/2027",
                "du 4 au 5/10/2027/du 8 au 9/11/2027",
                "du 4 au 5/10/2027\ndu 8 au 9/11/2027",
                "du 4 au 5/10/2027,\net du 8 au 9/11/2027",
                "du 4 au 5/10/2027, du 8 au 9/11/2027",
                "du 4 au 5 octobre puis du 8 au 9 novembre 2027",
                "du 4 au 5/10 et du 8 au 9/11/2027",
                "04/10/2027 - 05/10/2027 et 08/11/2027 - 09/11/2027",
                "4-5/10/2027, 8-9/11/2027",
            )
        ),
        (
            "du 30 au 31 décembre et du 4 au 5 janvier 2028",
            [("2027-12-30", "2027-12-31", ""), ("2028-01-04", "2028-01-05", "")],
        ),
    ],
)
def test_dates_are_read_as_they_are_typed(cell: Any, sessions: list[tuple[str, str, str]]) -> None:
    found = read_sessions(cell)
    assert found is not None
    assert [(one.start, one.end, one.place) for one in found] == sessions


@pytest.mark.parametrize(
    "cell",
    [
        "12 mars",
        "2e trimestre 2027",
        "S1 2027",
        "au printemps",
        "31/02/2027",
        "03/15/2027",
        "14 au 12 mars 2027",
        "12/03/2027 et 14/09/2027",
        "12/03/2027 (annulé)",
        "avant le 12/03/2027",
        "12/03/2027 ; plus tard",
        "du 4 au 5/10/2027 et du 8 au 9",
        "du 4 au 5/10/2027 et plus tard",
        # Two modules of one session, or two sessions?
        "12/03/2027, 14/09/2027",
        "12/03/1927",
        46_000,
        True,
        1.5,
        dt.date(1899, 12, 31),
    ],
)
def test_a_date_that_is_not_said_is_not_guessed(cell: Any) -> None:
    assert read_sessions(cell) is None


def test_the_year_of_the_heading_is_that_of_dates_without_one() -> None:
    found = read_sessions("12-13 mars\n4 juin", 2027)
    assert found is not None
    assert [(one.start, one.end) for one in found] == [("2027-03-12", "2027-03-13"), ("2027-06-04", "")]
    assert [one.start for one in read_sessions("12/03/2026", 2027) or ()] == ["2026-03-12"]
    assert read_sessions("le 12", 2027) is None


def test_a_last_day_is_one_date() -> None:
    cells = ("14/03/2027", "du 12 au 14 mars 2027", "12/03/2027 ; 3/05/2027", "nc")
    assert [read_last_day(one) for one in cells] == ["2027-03-14", "2027-03-14", None, None]


@given(CELLS)
def test_any_cell_is_understood_within_bounds_or_left(cell: Any) -> None:
    for is_days in (True, False):
        length = read_duration(cell, is_days=is_days)
        if length is not None:
            assert (length.hours, length.days) != (None, None)
            assert length.hours is None or 0 < length.hours <= MOST_HOURS
            assert length.days is None or 0 < length.days <= MOST_DAYS
    price = read_price(cell, is_of_family=True)
    assert price is None or 0 <= price <= MOST_EUROS
    for one in read_sessions(cell) or ():
        assert "2000" <= one.start <= "2099-12-31"
        assert not one.end or one.end > one.start
    read_last_day(cell)
    read_seats(cell)
    for field in COLUMN_FIELDS:
        found = evidence_for(field, "Titre", [cell])
        assert 0 <= found.understood <= found.stated <= 1
    field_of_values([cell])
    unit_of_durations([cell])
