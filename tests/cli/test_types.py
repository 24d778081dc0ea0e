"""What options read, and what they refuse."""

from datetime import date
from fractions import Fraction
from typing import Any

import click
import pytest

from buyer_skills.cli.types import AmountType, CountType, DayType, ListType, RatioType


@pytest.mark.parametrize(
    ("kind", "given", "read"),
    [
        (DayType(), "2026-11-24", date(2026, 11, 24)),
        (ListType(("json", "md")), "md, json,,md", ("md", "json")),
        (ListType(), "a,b", ("a", "b")),
        (RatioType(), "0,85", Fraction(17, 20)),
        (RatioType(), "1/3", Fraction(1, 3)),
        (RatioType(), "1", Fraction(1)),
        (AmountType("hours"), "3,5", 3.5),
        (AmountType("hours"), "0", 0.0),
        (CountType(), "0", 0),
        (CountType(), "12", 12),
    ],
)
def test_what_is_read(kind: click.ParamType, given: str, read: Any) -> None:
    assert kind.convert(given, None, None) == read
    # A default, or a value read already, stays as it is.
    assert kind.convert(read, None, None) == read


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (DayType(), "24/11/2026"),
        (DayType(), "2026-13-01"),
        (DayType(), "20261124"),
        (DayType(), "2026-W48-2"),
        (RatioType(), "1e-999999999"),
        (RatioType(), "0." + "3" * 60),
        (AmountType("hours"), "1e3"),
        (AmountType("hours"), "1_000"),
        (CountType(), "1" * 4301),
        (CountType(), "٣"),
        (ListType(("json", "md")), "md,pdf"),
        (ListType(), " , "),
        (RatioType(), "1.01"),
        (RatioType(), "-0.1"),
        (RatioType(), "1/0"),
        (RatioType(), "80%"),
        (AmountType("hours"), "-1"),
        (AmountType("hours"), "nan"),
        (AmountType("hours"), "inf"),
        (AmountType("hours"), "dix"),
        (CountType(), "-1"),
        (CountType(), "1.5"),
        (CountType(), ""),
    ],
)
def test_what_is_refused(kind: click.ParamType, given: str) -> None:
    with pytest.raises(click.BadParameter):
        kind.convert(given, None, None)
