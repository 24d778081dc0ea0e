"""Numbers, durations, prices and dates in words, by language.

Readers see days: 7 hours make a day unless told otherwise.
"""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from buyer_skills.messages.wording import wording

_LOCALE = {"fr": "fr_FR", "en": "en_GB"}


def number_text(value: float, language: str, decimals: int = 1) -> str:
    """Return ``value`` with at most ``decimals`` decimals.

    >>> number_text(3.5, "fr")
    '3,5'
    """
    pattern = "#,##0." + "#" * decimals if decimals else "#,##0"
    return format_decimal(round(value, decimals), format=pattern, locale=_LOCALE[language])


def days_text(hours: float, language: str, hours_per_day: float = 7) -> str:
    """Return a duration given in hours as days, to the half day, or as hours under half a day.

    >>> days_text(14, "fr")
    '2 jours'
    >>> days_text(2, "fr")
    '2 h'
    """
    words = wording(language)
    if 0 < hours < hours_per_day / 2:
        return words.text("terms.hours", number=number_text(hours, language))
    days = round(2 * hours / hours_per_day) / 2
    number = number_text(days, language)
    # French counts 1.5 day as singular, English as plural: the catalogue of each language decides.
    return words.text("terms.days", count=_grammatical_count(days, language), number=number)


def euros_text(cents: int, language: str) -> str:
    """Return a price given in cents, without cents when there are none.

    >>> euros_text(0, "fr")
    '0 €'
    """
    pattern = "#,##0.00" if cents % 100 else "#,##0"
    number = format_decimal(cents / 100, format=pattern, locale=_LOCALE[language])
    return wording(language).text("terms.euros", number=number)


def share_text(numerator: int, denominator: int, language: str) -> str:
    """Return a share as a whole percentage; what is almost all never reads as all.

    >>> share_text(999, 1000, "en")
    '99%'
    """
    percent = round(100 * numerator / denominator) if denominator else 100
    if percent == 100 and numerator < denominator:
        percent = 99
    if percent == 0 and numerator > 0:
        percent = 1
    return format_percent(percent / 100, locale=_LOCALE[language])


def date_text(day: date, language: str) -> str:
    """Return a date in words; the first of a month is an ordinal in French.

    >>> date_text(date(2026, 11, 24), "fr"), date_text(date(2026, 4, 1), "fr")
    ('24 novembre 2026', '1er avril 2026')
    """
    text = format_date(day, format="d MMMM y", locale=_LOCALE[language])
    return text.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else text


def month_text(day: date, language: str) -> str:
    """Return the month and year of ``day`` in words.

    >>> month_text(date(2026, 11, 24), "fr")
    'novembre 2026'
    """
    return format_date(day, format="MMMM y", locale=_LOCALE[language])


def _grammatical_count(days: float, language: str) -> int:
    if language == "fr":
        return int(days)
    return 1 if days == 1 else 2
