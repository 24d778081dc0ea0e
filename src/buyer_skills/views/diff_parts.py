"""Parts of a training in one line each: a session, a code, where it comes from, who confirmed it."""

from typing import Any

from buyer_skills.catalog.fields import PartialDate
from buyer_skills.messages.wording import wording
from buyer_skills.views.training_words import partial_date_text


def session_text(value: Any, language: str) -> str:
    """Return a session: its days, place and seats."""
    words = wording(language)
    day = _day(value["start"], language)
    if value.get("end"):
        day = words.text("terms.date-range", start=day, end=_day(value["end"], language))
    parts = [day, value.get("place")]
    if value.get("seats"):
        parts.append(words.text("diff.seats", count=value["seats"]))
    return ", ".join(part for part in parts if part)


def link_text(value: Any) -> str:
    """Return a code of an outside list: « Formacode 13209 »."""
    return f"{value['framework']} {value.get('code') or value.get('label') or ''}".strip()


def origin_text(value: Any, language: str) -> str:
    """Return where a record was brought in from, and when that was read."""
    return wording(language).text(
        "diff.origin", registry=value["registry"], key=value["key"], date=_day(value["read"], language)
    )


def confirmed_text(value: Any, language: str) -> str:
    """Return who confirmed a record, and when."""
    return wording(language).text(
        "diff.confirmed", function=value["function"], date=_day(value["day"], language)
    )


def _day(text: Any, language: str) -> str:
    return partial_date_text(PartialDate.parse(str(text)), language)
