"""The courses of FUN-MOOC, as its public catalogue gives them in JSON: a list, or an object that holds it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake.offers import Offer, OfferFile, OfferSession
from buyer_skills.catalog.intake.register_cells import Tally, day_cell, number_cell, text_cell, title_cell
from buyer_skills.catalog.intake.register_sources import source_of_register
from buyer_skills.catalog.intake.room import OFFER, Room
from buyer_skills.issues import Issue, Place
from buyer_skills.sources.large_json import read_json_items
from buyer_skills.sources.packages import RefusedFileError

REGISTRY = "fun-mooc"
"""Slug of the register."""

_HOURS = re.compile(
    r"(?:(?P<hours>\d+(?:[.,]\d+)?)\s*(?:h|heures?|hours?)\.?)?\s*"
    r"(?:(?P<minutes>\d+)\s*(?:m|mn|min|minutes?)?\.?)?"
    r"(?P<weekly>\s*(?:/|par|per|a)\s*(?:semaine|sem\.?|week))?",
    re.IGNORECASE,
)
_WEEKS = re.compile(r"(\d+)\s*(?:semaines?|sem\.?|weeks?)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_NUMBER_OF_ORGANISATION = re.compile(r"(?:L-)?\d+")
_SAYS_A_START = re.compile(r"start|d[ée]but|commence", re.IGNORECASE)
_PRIORITIES_OF_A_START = frozenset({1, 3})
"""Of courses to come the date is the first day; of the others, the last one to enrol."""


def read_fun_mooc(path: Path, name: str, keeping: Keeping, day: str) -> OfferFile:
    """Read a copy of the catalogue, and keep the courses that the rules keep by their titles.

    Args:
        path: where the file is.
        name: how readers know it.
        keeping: the intake rules.
        day: date when the copy was made.

    Returns:
        The courses; with an error among its issues, those read before it.
    """
    issues: list[Issue] = []
    tally, room = Tally(), Room()
    kept: dict[str, tuple[Offer, str]] = {}
    read = 0
    try:
        for number, item in read_json_items(path, name, "title"):
            read += 1
            title = title_cell(_text(item, "title"))
            if not title:
                tally.note("F275", number)
                continue
            rule = keeping.rule_for(title)
            if rule is None:
                continue
            offer = _offer(item, title, name)
            if not offer.provider:
                tally.note("F276", number)
            room.take(OFFER + len(title) + len(offer.aims), offer.place)
            kept.setdefault(offer.key, (offer, rule))
    except RefusedFileError as refused:
        issues.append(refused.issue)
    rules = [rule for _, rule in kept.values()]
    return OfferFile(
        REGISTRY,
        source_of_register(REGISTRY, day),
        day,
        tuple(offer for offer, _ in kept.values()),
        read,
        {rule: rules.count(rule) for rule in sorted(set(rules))},
        (*issues, *tally.issues(name, have_lines=False)),
    )


def hours_of_effort(effort: str, duration: str) -> float | None:
    """Return the hours that a course takes in all, when what is displayed says so.

    Args:
        effort: such as « 9 heures », « 1 h 30 » or « 2 heures par semaine ».
        duration: such as « 4 semaines ».

    >>> hours_of_effort("9 heures", "4 semaines"), hours_of_effort("1 h 30 / semaine", "4 semaines")
    (9.0, 6.0)
    >>> hours_of_effort("2 heures par semaine", ""), hours_of_effort("2 à 3 heures", "")
    (None, None)
    """
    found = _HOURS.fullmatch(effort.strip())
    if found is None or not (found["hours"] or found["minutes"]):
        return None
    hours = float((found["hours"] or "0").replace(",", ".")) + int(found["minutes"] or 0) / 60
    if not found["weekly"]:
        return hours or None
    weeks = _WEEKS.fullmatch(duration.strip())
    return hours * int(weeks[1]) or None if weeks else None


def _offer(item: Mapping[str, Any], title: str, name: str) -> Offer:
    code, url = title_cell(_text(item, "code")), _text(item, "absolute_url").strip()
    start = _start(item.get("state"))
    return Offer(
        key=_text(item, "id").strip() or code or title,
        title=title,
        provider=_provider(item),
        place=Place(name),
        kind="mooc",
        aims=text_cell(_text(item, "introduction")),
        hours=hours_of_effort(_text(item, "effort"), _text(item, "duration")),
        price_eur=_price(item),
        code=code,
        url=url if _ADDRESS.fullmatch(url) else "",
        modality="en-ligne",
        sessions=(OfferSession(start),) if start else (),
        evidence="verified",
    )


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _provider(item: Mapping[str, Any]) -> str:
    """Return the name of the organisation put forward, else of the first that has one and no number."""
    others = item.get("organizations")
    for one in (item.get("organization_highlighted"), *(others if isinstance(others, list) else ())):
        title = one if isinstance(one, str) else _text(one, "title") if isinstance(one, dict) else ""
        if title.strip() and not _NUMBER_OF_ORGANISATION.fullmatch(title.strip()):
            return title_cell(title)
    return ""


def _start(state: Any) -> str:
    """Return the day when the next session begins, when the state of the course is about that."""
    if not isinstance(state, dict):
        return ""
    priority, text = state.get("priority"), _text(state, "text")
    is_start = priority is None or priority in _PRIORITIES_OF_A_START
    if text:
        is_start = _SAYS_A_START.search(text) is not None
    return day_cell(_text(state, "datetime")) if is_start else ""


def _price(item: Mapping[str, Any]) -> float | None:
    """Return the price of a course that says what it is: free, or paid in euros."""
    offer = _text(item, "offer")
    if offer == "free":
        return 0
    if offer not in {"", "paid"} or _text(item, "price_currency") not in {"", "EUR"}:
        return None
    try:
        return number_cell(_text(item, "price"))
    except ValueError:
        return None
