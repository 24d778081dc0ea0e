"""What a training costs: hours, euros, and how old what is said of it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.fields import PartialDate
from buyer_skills.catalog.trainings import HOURS_PER_DAY, EmployerFamily, Training, TrainingKind

STALE_AFTER_MONTHS = 36
"""Older than this at the report's date, what is said of a training is to be checked again."""

TYPICAL_HOURS: Mapping[TrainingKind, float] = MappingProxyType(
    {
        "certification": 100,
        "course": 14,
        "cycle": 84,
        "degree": 450,
        "e-learning": 3.5,
        "itinerary": 84,
        "mooc": 12,
        "peer-session": 1.5,
        "practice": 14,
        "webinar": 2,
        "workshop": 3.5,
    }
)
"""Hours a training of this kind usually takes (a degree: for each year), used when its own are
unknown and always marked as an estimate. A convention of this tool, stated on its method page."""


TrainingDate = Literal["confirmed", "page_date", "noted"]
"""The key of the date that what is said of a training rests on."""


@dataclass(frozen=True, slots=True)
class Duration:
    """How long a training takes, in minutes so that sums are exact, and whether that is an estimate."""

    minutes: int
    estimated: bool

    @property
    def hours(self) -> float:
        """The same in hours."""
        return self.minutes / 60


def duration_of(training: Training) -> Duration:
    """Return the duration of ``training``: its hours, else its days, else a typical value.

    A degree of unknown hours counts its typical value for each year of its ``duration_months``.

    >>> duration_of(Training(id="a", title="A", provider="b", kind="course", days=2))
    Duration(minutes=840, estimated=False)
    >>> duration_of(Training(id="a", title="A", provider="b", kind="mooc"))
    Duration(minutes=720, estimated=True)
    """
    if training.hours is not None:
        return Duration(round(training.hours * 60), estimated=False)
    if training.days is not None:
        return Duration(round(training.days * HOURS_PER_DAY * 60), estimated=False)
    hours = TYPICAL_HOURS[training.kind]
    if training.kind == "degree" and training.duration_months is not None:
        hours = hours * training.duration_months / 12
    return Duration(round(hours * 60), estimated=True)


def price_of(catalog: Catalog, training: Training, family: EmployerFamily | None) -> int | None:
    """Return the price of ``training`` in cents for an employer ``family``, None when unknown.

    Read in this order: the training's ``access`` for the family (a null there is « unknown » and ends
    the search), its ``price_eur``, its provider's ``access`` for the family. Without a family, its
    ``price_eur`` alone. A practice that the employer sets up is funded.
    """
    is_said, cents = _own_price(training, family)
    return cents if is_said else _price_by_rule(catalog, training, family)


def rests_on_provider(catalog: Catalog, training: Training, family: EmployerFamily | None) -> bool:
    """Return whether the price known for ``family`` is the general rule of the provider.

    Nothing on the training itself was then read about its price.
    """
    return not _own_price(training, family)[0] and _price_by_rule(catalog, training, family) is not None


def _own_price(training: Training, family: EmployerFamily | None) -> tuple[bool, int | None]:
    """Return whether the training itself says its price for ``family``, even as unknown, and it in cents."""
    access = training.access.get(family) if family is not None else None
    if access is not None and "price_eur" in access.model_fields_set:
        return True, _cents(access.price_eur)
    if training.price_eur is not None:
        return True, _cents(training.price_eur)
    return training.kind == "practice", 0


def _price_by_rule(catalog: Catalog, training: Training, family: EmployerFamily | None) -> int | None:
    """Return the price in cents that its provider asks of ``family`` in general."""
    provider = catalog.providers.get(training.provider)
    if family is None or provider is None or family not in provider.access:
        return None
    return _cents(provider.access[family].price_eur)


def is_stale(training: Training, day: date) -> bool:
    """Return whether what is said of ``training`` is older than 36 months at ``day``.

    Judged on :func:`known_at`, from its last day; never when that date is not known.
    """
    known = known_at(training)
    return known is not None and is_older(known[1], day, STALE_AFTER_MONTHS)


def known_at(training: Training) -> tuple[TrainingDate, PartialDate] | None:
    """Return the date of what is said of ``training``, with the key it stands under.

    It is its page's, else when it was noted; what its provider confirmed is as old as the answer, whatever
    its page says. None when none is known, and for a practice, which rests on no page.
    """
    if training.evidence == "generic":
        return None
    if training.evidence == "confirmed" and training.confirmed is not None:
        return "confirmed", training.confirmed.day
    if training.page_date is not None:
        return "page_date", training.page_date
    return None if training.noted is None else ("noted", training.noted)


def is_older(known: PartialDate, day: date, months: int) -> bool:
    """Return whether more than ``months`` months lie between the last day of ``known`` and ``day``.

    >>> is_older(PartialDate.parse("2025-11-24"), date(2026, 11, 24), 12)
    False
    >>> is_older(PartialDate.parse("2025-11-23"), date(2026, 11, 24), 12)
    True
    """
    passed = _calendar_months(known.last, day)
    return passed > months or (passed == months and day.day > known.last.day)


def whole_months(known: PartialDate, day: date) -> int:
    """Return the whole months from the last day of ``known`` to ``day``, 0 when it is still to come.

    >>> whole_months(PartialDate.parse("2025-11"), date(2026, 11, 24))
    11
    """
    return max(0, _calendar_months(known.last, day) - (day.day < known.last.day))


def _calendar_months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


def _cents(euros: float | None) -> int | None:
    return None if euros is None else round(euros * 100)
