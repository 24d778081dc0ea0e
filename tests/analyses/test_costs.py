"""What a training costs: hours, euros by employer, and when what is said of it grows too old."""

from datetime import date
from typing import Any, get_args

import pytest
from builders import catalog, training

from buyer_skills.analyses.costs import TYPICAL_HOURS, duration_of, is_stale, price_of, rests_on_provider
from buyer_skills.catalog.trainings import EmployerFamily, TrainingKind

CNFPT = {"id": "cnfpt", "access": {"territorial": {"price_eur": 0, "paid_by": "cotisation"}}}
"""Funds those of the territorial family, and says nothing of the others."""


@pytest.mark.parametrize(
    ("keys", "hours", "estimated"),
    [
        ({"hours": 10.5, "days": 3}, 10.5, False),
        ({"hours": None, "days": 1.5}, 10.5, False),
        ({"hours": None, "days": None}, 14, True),
        ({"hours": None, "kind": "mooc"}, 12, True),
        ({"hours": None, "kind": "peer-session"}, 1.5, True),
        ({"hours": None, "kind": "degree"}, 450, True),
        ({"hours": None, "kind": "degree", "duration_months": 24}, 900, True),
        ({"hours": None, "kind": "cycle", "duration_months": 24}, 84, True),
        ({"hours": 0.5}, 0.5, False),
    ],
)
def test_hours_are_those_said_else_days_of_seven_else_an_estimate(
    keys: dict[str, Any], hours: float, *, estimated: bool
) -> None:
    duration = duration_of(training({"id": "t", **keys}))
    assert (duration.hours, duration.estimated) == (hours, estimated)


def test_hours_are_summed_without_error_of_rounding() -> None:
    third = duration_of(training({"id": "t", "hours": 0.1}))
    assert third.minutes * 30 == 3 * 60


def test_every_kind_of_training_has_a_typical_length() -> None:
    assert set(TYPICAL_HOURS) == set(get_args(TrainingKind))


@pytest.mark.parametrize(
    ("keys", "family", "cents"),
    [
        # The training's own access for the family comes first, even over a price for anyone.
        ({"price_eur": 500, "access": {"territorial": {"price_eur": 80}}}, "territorial", 8000),
        # A null there is « unknown », and the search stops.
        ({"price_eur": 500, "access": {"territorial": {"price_eur": None}}}, "territorial", None),
        # An access that says nothing of the price leaves it to the next.
        ({"price_eur": 500, "access": {"territorial": {"channel": "IEL"}}}, "territorial", 50000),
        ({"access": {"territorial": {"channel": "IEL"}}}, "territorial", 0),
        # Another family's access is not theirs.
        ({"price_eur": 500, "access": {"hospitalier": {"price_eur": 0}}}, "territorial", 50000),
        # The price for anyone comes before what the provider does for its own.
        ({"price_eur": 12.34}, "territorial", 1234),
        ({}, "territorial", 0),
        ({}, "etat", None),
        ({}, None, None),
        # Without a family, the price for anyone alone.
        ({"price_eur": 0}, None, 0),
        ({"access": {"territorial": {"price_eur": 0}}}, None, None),
    ],
)
def test_price_is_read_in_this_order(
    keys: dict[str, Any], family: EmployerFamily | None, cents: int | None
) -> None:
    records = catalog(trainings=[{"id": "t", "provider": "cnfpt", **keys}], providers=[CNFPT])
    assert price_of(records, records.trainings["t"], family) == cents


@pytest.mark.parametrize(
    ("keys", "family", "rests"),
    [
        ({}, "territorial", True),
        ({"access": {"territorial": {"channel": "IEL"}}}, "territorial", True),
        ({"price_eur": 0}, "territorial", False),
        ({"access": {"territorial": {"price_eur": 0}}}, "territorial", False),
        ({"access": {"territorial": {"price_eur": None}}}, "territorial", False),
        ({}, "etat", False),
        ({}, None, False),
    ],
)
def test_a_price_read_nowhere_on_the_training_rests_on_its_provider(
    keys: dict[str, Any], family: EmployerFamily | None, *, rests: bool
) -> None:
    records = catalog(trainings=[{"id": "t", "provider": "cnfpt", **keys}], providers=[CNFPT])
    assert rests_on_provider(records, records.trainings["t"], family) is rests


def test_a_provider_that_says_nothing_of_price_leaves_it_unknown() -> None:
    provider = {"id": "cnfpt", "access": {"territorial": {"channel": "IEL"}}}
    records = catalog(trainings=[{"id": "t", "provider": "cnfpt"}], providers=[provider])
    assert price_of(records, records.trainings["t"], "territorial") is None


def test_a_practice_costs_nothing_unless_it_says_so() -> None:
    practice = {"id": "t", "kind": "practice", "evidence": "generic"}
    records = catalog(trainings=[practice, {**practice, "id": "u", "price_eur": 50}])
    assert price_of(records, records.trainings["t"], None) == 0
    assert price_of(records, records.trainings["u"], None) == 5000


@pytest.mark.parametrize(
    ("known", "first_stale_day"),
    [
        # Known to the day: from the day after 36 months.
        ("2023-11-24", date(2026, 11, 25)),
        # By month: judged from its last day, and the month must be over.
        ("2023-11", date(2026, 12, 1)),
        ("2023-02", date(2026, 3, 1)),
        # By year, or a range: from its end.
        ("2023", date(2027, 1, 1)),
        ("2020/2023-06", date(2026, 7, 1)),
        # The last day of February.
        ("2024-02-29", date(2027, 3, 1)),
    ],
)
def test_what_is_older_than_36_months_is_to_be_checked_again(known: str, first_stale_day: date) -> None:
    course = training({"id": "t", "noted": known})
    day_before = date.fromordinal(first_stale_day.toordinal() - 1)
    assert not is_stale(course, day_before)
    assert is_stale(course, first_stale_day)


def test_the_date_of_the_page_counts_before_the_day_it_was_noted() -> None:
    day = date(2026, 11, 24)
    assert is_stale(training({"id": "t", "noted": "2026-11", "page_date": "2020"}), day)
    assert not is_stale(training({"id": "t", "noted": "2020", "page_date": "2026-01"}), day)


def test_what_has_no_date_or_rests_on_no_page_is_never_too_old() -> None:
    day = date(2090, 1, 1)
    assert not is_stale(training("t"), day)
    practice = {"id": "t", "kind": "practice", "evidence": "generic", "noted": "2020"}
    assert not is_stale(training(practice), day)
