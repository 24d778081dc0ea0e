"""What options read: dates, comma-separated lists, ratios, amounts, counts."""

import re
import unicodedata
from datetime import date
from fractions import Fraction
from typing import Any

import click

from buyer_skills.cli.worded import words_of

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RATIO = re.compile(r"(?=.{1,30}\Z)[0-9]*(?:[.,][0-9]*)?(?:/[0-9]+)?")
_AMOUNT = re.compile(r"[0-9]*[.,]?[0-9]*")
_SLUG_PARTS = re.compile(r"[a-z0-9]+")
_COUNT = re.compile(r"[0-9]{1,9}")
"""What is tried at all: short and plain, so that no number takes for ever to read."""


class DayType(click.ParamType):  # type: ignore[type-arg]  # generic in recent releases of click only
    """A day written ``AAAA-MM-JJ``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or refuse with the form that was expected."""
        if isinstance(value, date):
            return value
        day = _day(str(value))
        if day is None:
            self.fail(_words(ctx, "cli.refused.day", found=str(value)), param, ctx)
        return day


class ListType(click.ParamType):  # type: ignore[type-arg]  # generic in recent releases of click only
    """Words separated by commas, each one of a closed list when there is one."""

    def __init__(self, choices: tuple[str, ...] = (), name: str = "list") -> None:
        """Take the words admitted; none means any."""
        self.choices = choices
        self.name = name

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the words, in the order given and once each."""
        if isinstance(value, tuple):
            return value
        words = tuple(dict.fromkeys(word.strip() for word in str(value).split(",") if word.strip()))
        for word in words:
            if self.choices and word not in self.choices:
                expected = ", ".join(self.choices)
                self.fail(_words(ctx, "cli.refused.choice", found=word, expected=expected), param, ctx)
        if not words:
            self.fail(_words(ctx, "cli.refused.empty"), param, ctx)
        return words


class RatioType(click.ParamType):  # type: ignore[type-arg]  # generic in recent releases of click only
    """A ratio from 0 to 1, kept exact; a decimal comma is read as a point."""

    name = "0..1"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Fraction:
        """Return the ratio, or refuse what is not one."""
        if isinstance(value, Fraction):
            return value
        try:
            ratio = Fraction(str(value).replace(",", ".") if _RATIO.fullmatch(str(value)) else -1)
        except (ValueError, ZeroDivisionError):
            ratio = Fraction(-1)
        if not 0 <= ratio <= 1:
            self.fail(_words(ctx, "cli.refused.ratio", found=str(value)), param, ctx)
        return ratio


class AmountType(click.ParamType):  # type: ignore[type-arg]  # generic in recent releases of click only
    """A number of hours, euros or seconds, 0 or more; a decimal comma is read as a point."""

    def __init__(self, name: str) -> None:
        """Take the word shown in the help: ``hours``, ``euros``..."""
        self.name = name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number, or refuse what is not one."""
        try:
            amount = float(str(value).replace(",", ".") if _AMOUNT.fullmatch(str(value)) else -1)
        except ValueError:
            amount = -1.0
        if not 0 <= amount < float("inf"):
            self.fail(_words(ctx, "cli.refused.number", found=str(value)), param, ctx)
        return amount


class CountType(click.ParamType):  # type: ignore[type-arg]  # generic in recent releases of click only
    """A whole number, 0 or more."""

    name = "N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or refuse what is not one."""
        if not _COUNT.fullmatch(str(value)):
            self.fail(_words(ctx, "cli.refused.count", found=str(value)), param, ctx)
        return int(value)


class RegionType(click.ParamType):  # type: ignore[type-arg]  # generic in recent releases of click only
    """A region, by its slug or its title, whatever the capitals, accents and hyphens."""

    name = "REGION"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the slug of the region; whether there is one is judged against the catalogue."""
        letters = unicodedata.normalize("NFKD", str(value)).casefold()
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
        slug = "-".join(_SLUG_PARTS.findall(plain))
        if not slug:
            self.fail(_words(ctx, "cli.refused.empty"), param, ctx)
        return slug


def _day(text: str) -> date | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _words(context: click.Context | None, key: str, **parameters: object) -> str:
    if context is None:
        return key
    return words_of(context).text(key, **parameters)
