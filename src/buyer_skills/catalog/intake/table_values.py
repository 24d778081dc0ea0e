"""Cells as people type them, into hours, days, euros, seats, codes; None when they are not understood."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from buyer_skills.sources.tables import CellValue

_ACCENTS = re.compile("[\u0300-\u036f]")
_DASHES = re.compile("[\u2010-\u2015]")
_KNOWN_TEXTS = 4_096
"""How many texts are kept with what was made of them: columns say the same words over and over."""

_LONGEST_NOTHING = 40
_SAYS_NOTHING = re.compile(
    r"[-/?.*\s]*|x{2,}|n\.? ?[cdrs]\.?|n/[acd]|sans objet|neant|aucune?|inconnue?s?|none|null|tbd|tba|#n/a|"
    r"non (?:communiquee?s?|renseignee?s?|connue?s?|precisee?s?|definie?s?|fixee?s?|"
    r"disponibles?|concernee?s?)|"
    r"(?:sur|selon|suivant) (?:devis|demande|projet|besoins?)|nous (?:consulter|contacter)|devis|"
    r"(?:dates? |tarif |prix |duree |lieu )?"
    r"a (?:definir|preciser|venir|confirmer|fixer|determiner|completer)|"
    r"variables?|complete?|toute l'annee|en continu|permanente?|acces (?:permanent|libre)|en cours"
)

_FREE = re.compile(r"gratuite?s?|gratuit pour tous|offerte?|sans frais|aucun frais|aucun cout|free")
_FUNDED = re.compile(
    r"(?:inclus(?:e|es)?|comprise?s?|finance(?:e|es)?) (?:dans|par|sur|au titre de).*|"
    r"(?:prise? en charge|pec)(?: .*)?|(?:sur |par )?(?:la )?cotisation(?: .*)?|"
    r"100 ?% (?:finance|pris en charge).*"
)
_MONEY_BEFORE = re.compile(r"^(?:tarifs?|prix|couts?|montant)? ?:? ?(?:€|eur\b)? ?")
_MONEY_AFTER = re.compile(
    r"(?:\s*(?:€|\beuros?\b|\beur\b|\bt\.?t\.?c\b\.?|\bnet(?:te)?s?(?: de (?:taxes?|tva))?|"
    r"\b(?:tva non applicable|exonere(?: de tva)?)|"
    r"(?:\bpar |/ ?|\bl'?)(?:agente?s?|stagiaires?|personnes?|pers\.?|participante?s?|"
    r"inscrite?s?)))+$"
)
_SUMS = (
    (re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?"), " "),
    (re.compile(r"\d{1,3}(?:\.\d{3})+,\d{2}"), "."),
    (re.compile(r"\d{1,3}(?:,\d{3})+\.\d{2}"), ","),
    (re.compile(r"\d+(?:[.,]\d{1,2})?"), ""),
)
"""How sums are written, and what stands between thousands. « 1.200 » is one thousand or one: not here."""

_NUMBER = r"\d{1,5}(?:[.,]\d{1,2})?"
_WRITTEN_NUMBERS = {"un": "1", "une": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5"}
_TIMES = r"(?:(?P<times>\d{1,2}) ?(?:x|\*|fois|modules? de|sequences? de|sessions? de) ?)?"
_DAYS = re.compile(
    rf"{_TIMES}(?P<days>{_NUMBER}) ?(?:j|jrs?|jours?|journees?|days?)\.?(?P<half> et demie?| 1/2)?"
)
_HALF_DAYS = re.compile(
    rf"{_TIMES}(?:(?:(?P<halves>\d{{1,2}})|une?) )?(?:demi|1/2)[ -]?(?:j|jours?|journees?)"
)
_HOURS = re.compile(
    rf"{_TIMES}(?P<hours>{_NUMBER}) ?(?:h|hrs?|heures?|hours?)\.?(?: ?(?P<minutes>\d{{2}}) ?(?:mn|min)?)?"
)
_CLOCK = re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>\d{2})(?::00)?")
_MINUTES = re.compile(r"(?P<minutes>\d{1,3}) ?(?:mn|min|minutes?)")
_DAYS_OF_HOURS = re.compile(
    rf"(?P<days>{_NUMBER}) ?(?:j|jours?|journees?) (?:de|x|a) (?P<each>{_NUMBER}) ?(?:h|heures?)"
)
_SAID_AGAIN = re.compile(r"[(;]|\bsoit\b|\s[-/]\s|,\s|\n|(?<=[a-z])/(?=\d)")
_ADDED = re.compile(r"\s*(?:\+|\bet (?=\d)|\bpuis\b|\bplus\b)\s*")

_SEATS = re.compile(
    r"(?:max(?:i|imum)?\.? ?:? ?)?(\d{1,5}) ?"
    r"(?:places?|pers(?:onnes)?\.?|stagiaires|participants|maxi?(?:mum)?)?"
)

_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a length of time, not an instant
_MOMENT = re.compile(r"(?:1899|1900)-\d{2}-\d{2} \d{2}:\d{2}:\d{2}")

MOST_HOURS, MOST_DAYS, MOST_EUROS, MOST_SEATS = 10_000, 2_000, 1_000_000, 100_000
"""The most that is taken for a length of time, a price, a group; more is a slip."""


@dataclass(frozen=True, slots=True)
class Duration:
    """How long a training lasts, as far as a cell says."""

    hours: float | None = None
    days: float | None = None


@lru_cache(maxsize=_KNOWN_TEXTS)
def plain(text: str) -> str:
    r"""Return a text in lower case without accents, its blanks as single spaces.

    >>> plain("Durée :\u00a02\u202fJours")
    'duree : 2 jours'
    """
    bare = text.lower()
    if not bare.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", bare.replace("\u2019", "'")))
        bare = _DASHES.sub("-", bare)
    return " ".join(bare.split())


def says_nothing(cell: CellValue) -> bool:
    """Return whether a cell says that something is not known, or not yet.

    >>> says_nothing("Sur devis"), says_nothing("n.c."), says_nothing("-"), says_nothing("2 jours")
    (True, True, True, False)
    """
    if not isinstance(cell, str) or len(cell) > _LONGEST_NOTHING:
        return False
    return _SAYS_NOTHING.fullmatch(plain(cell)) is not None


def read_duration(cell: CellValue, *, is_days: bool) -> Duration | None:
    """Return how long a cell says, a bare number being of days or of hours as its column is.

    >>> read_duration("2 jours (14h)", is_days=False), read_duration("1,5", is_days=True)
    (Duration(hours=14.0, days=2.0), Duration(hours=None, days=1.5))
    """
    if isinstance(cell, int | float):
        return None if isinstance(cell, bool) else _within(_bare(float(cell), is_days=is_days))
    if isinstance(cell, dt.date) or _MOMENT.fullmatch(cell.strip()):
        return _clock_time(cell)
    text = re.sub(r"^duree ?:? ?", "", plain(cell.replace("½", " 1/2")))
    for word, digits in _WRITTEN_NUMBERS.items():
        text = re.sub(rf"\b{word}\b (?!demi)", f"{digits} ", text)
    if re.fullmatch(_NUMBER, text):
        return _within(_bare(_number(text), is_days=is_days))
    if match := _DAYS_OF_HOURS.fullmatch(text):
        days = _number(match["days"])
        return _within(Duration(days * _number(match["each"]), days))
    return _within(_said(text))


def read_price(cell: CellValue, *, is_of_family: bool) -> float | None:
    """Return the euros that a cell says one person pays, taxes included.

    What is paid for by a contribution is free for the families that pay it, not for anyone.

    >>> read_price("1 200,00 € TTC", is_of_family=False), read_price("pris en charge", is_of_family=True)
    (1200.0, 0.0)
    >>> read_price("450 € HT", is_of_family=False), read_price("1.200", is_of_family=False)
    (None, None)
    """
    if isinstance(cell, bool | dt.date):
        return None
    if isinstance(cell, int | float):
        return float(cell) if 0 <= cell <= MOST_EUROS else None
    text = plain(cell)
    if _FREE.fullmatch(text) or (is_of_family and _FUNDED.fullmatch(text)):
        return 0.0
    bare = _MONEY_AFTER.sub("", _MONEY_BEFORE.sub("", text, count=1)).strip()
    for pattern, thousands in _SUMS:
        if pattern.fullmatch(bare):
            number = _number(bare.replace(thousands, "") if thousands else bare)
            return number if number <= MOST_EUROS else None
    return None


def read_seats(cell: CellValue) -> int | None:
    """Return how many people a session takes.

    >>> read_seats("12 places"), read_seats(15), read_seats("12/15")
    (12, 15, None)
    """
    if isinstance(cell, str):
        match = _SEATS.fullmatch(plain(cell))
        return _seats(int(match[1])) if match else None
    if isinstance(cell, bool | dt.date) or cell != int(cell):
        return None
    return _seats(int(cell))


def read_url(cell: CellValue) -> str | None:
    """Return the address a cell holds."""
    text = str(cell).strip()
    return text if re.fullmatch(r"https?://\S+", text) else None


def read_codes(cell: CellValue, pattern: str) -> tuple[str, ...]:
    """Return the codes of one form that a cell holds, in their order.

    >>> read_codes("34024 - Achat ; 13209", r"[0-9]{5}")
    ('34024', '13209')
    """
    return tuple(dict.fromkeys(re.findall(rf"(?<!\w)(?:{pattern})(?!\w)", str(cell))))


def read_certification(cell: CellValue, heading: str) -> str:
    """Return the number of a certification in the national registers; empty when the cell has none.

    >>> read_certification("RNCP 35149", "Certification"), read_certification(35149, "Code RNCP")
    ('RNCP35149', 'RNCP35149')
    """
    text = plain(str(cell))
    match = re.search(r"\b(rncp|rs) ?-?(?:n°|no)? ?([0-9]{1,6})\b", text)
    if match:
        return f"{match[1].upper()}{match[2]}"
    registry = re.search(r"\b(rncp|rs)\b", plain(heading))
    return f"{registry[1].upper()}{text}" if registry and re.fullmatch(r"[0-9]{1,6}", text) else ""


def one_line(cell: CellValue) -> str:
    """Return a text on one line."""
    return " ".join(str(cell).split())


def _seats(number: int) -> int | None:
    return number if 1 <= number <= MOST_SEATS else None


def _bare(number: float, *, is_days: bool) -> Duration:
    return Duration(days=number) if is_days else Duration(hours=number)


def _clock_time(cell: str | dt.date) -> Duration | None:
    """Return the hours of a cell that a spreadsheet shows as a length of time."""
    try:
        moment = dt.datetime.fromisoformat(str(cell).strip())
    except ValueError:
        return None
    if moment.year > 1900:
        return None
    return _within(Duration(hours=round((moment - _EPOCH).total_seconds() / 3600, 4)))


def _said(text: str) -> Duration | None:
    """Return a duration said once, or twice in days and in hours."""
    parts = [part.strip(" ()") for part in _SAID_AGAIN.split(text)]
    found = [_sum(part) for part in parts if part]
    if None in found or not 1 <= len(found) <= 2:
        return None
    hours = [one.hours for one in found if one and one.hours is not None]
    days = [one.days for one in found if one and one.days is not None]
    if len(hours) > 1 or len(days) > 1:
        return None
    return Duration(hours[0] if hours else None, days[0] if days else None)


def _sum(text: str) -> Duration | None:
    """Return terms in one unit added up: « 3 jours + 2 jours »."""
    terms = [_term(part) for part in _ADDED.split(text)]
    hours = [one.hours for one in terms if one and one.hours is not None]
    days = [one.days for one in terms if one and one.days is not None]
    if None in terms or (hours and days):
        return None
    return Duration(sum(hours) if hours else None, sum(days) if days else None)


def _term(text: str) -> Duration | None:
    if match := _DAYS.fullmatch(text):
        half = 0.5 if match["half"] else 0
        return Duration(days=int(match["times"] or 1) * (_number(match["days"]) + half))
    if match := _HALF_DAYS.fullmatch(text):
        return Duration(days=int(match["times"] or 1) * int(match["halves"] or 1) / 2)
    if match := _HOURS.fullmatch(text):
        minutes = int(match["minutes"] or 0) / 60
        return Duration(hours=int(match["times"] or 1) * (_number(match["hours"]) + minutes))
    if match := _CLOCK.fullmatch(text):
        return Duration(hours=int(match["hours"]) + int(match["minutes"]) / 60)
    if match := _MINUTES.fullmatch(text):
        return Duration(hours=int(match["minutes"]) / 60)
    return None


def _within(found: Duration | None) -> Duration | None:
    """Return a duration that the catalogue takes, or None."""
    if found is None:
        return None
    hours, days = found.hours, found.days
    is_taken = (hours is None or 0 < hours <= MOST_HOURS) and (days is None or 0 < days <= MOST_DAYS)
    return found if is_taken else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
