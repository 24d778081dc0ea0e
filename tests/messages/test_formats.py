"""Numbers, durations, prices, shares and dates, as each language writes them."""

from datetime import date

import pytest

from buyer_skills.messages.formats import (
    date_text,
    days_text,
    euros_text,
    month_text,
    number_text,
    share_text,
)


@pytest.mark.parametrize(
    ("hours", "french", "english"),
    [
        (0, "0 jour", "0 days"),
        (1.5, "1,5 h", "1.5 h"),
        (3, "3 h", "3 h"),
        (3.5, "0,5 jour", "0.5 days"),
        (7, "1 jour", "1 day"),
        (10.5, "1,5 jour", "1.5 days"),
        (12, "1,5 jour", "1.5 days"),
        (14, "2 jours", "2 days"),
        (450, "64,5 jours", "64.5 days"),
        (9800, "1 400 jours", "1,400 days"),
    ],
)
def test_durations_read_in_days_to_the_half_and_in_hours_below(
    hours: float, french: str, english: str
) -> None:
    assert _plain(days_text(hours, "fr")) == french
    assert days_text(hours, "en") == english


def test_a_day_may_be_of_another_length() -> None:
    assert days_text(12, "fr", 6) == "2 jours"


@pytest.mark.parametrize(
    ("cents", "french", "english"),
    [
        (0, "0 €", "€0"),
        (120000, "1 200 €", "€1,200"),
        (1250, "12,50 €", "€12.50"),
        (1234, "12,34 €", "€12.34"),
    ],
)
def test_prices_are_exact_to_the_cent(cents: int, french: str, english: str) -> None:
    assert (_plain(euros_text(cents, "fr")), euros_text(cents, "en")) == (french, english)


@pytest.mark.parametrize(
    ("part", "whole", "french"),
    [(1, 2, "50 %"), (0, 3, "0 %"), (3, 3, "100 %"), (999, 1000, "99 %"), (1, 1000, "1 %"), (0, 0, "100 %")],
)
def test_a_share_of_almost_all_never_reads_as_all_nor_of_some_as_none(
    part: int, whole: int, french: str
) -> None:
    assert _plain(share_text(part, whole, "fr")) == french


def test_dates() -> None:
    day = date(2026, 8, 1)
    assert (date_text(day, "fr"), date_text(day, "en")) == ("1er août 2026", "1 August 2026")
    assert (month_text(day, "fr"), month_text(day, "en")) == ("août 2026", "August 2026")


def test_numbers() -> None:
    assert (number_text(1234.56, "en"), _plain(number_text(1234.56, "fr"))) == ("1,234.6", "1 234,6")
    assert number_text(2.0, "fr") == "2"
    assert number_text(2.4, "fr", 0) == "2"


def _plain(text: str) -> str:
    """Return the text with plain spaces for the no-break ones that French numbers hold."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
