"""One training listed many times in a register, once a place or a session: folded into one offer."""

from dataclasses import dataclass, field, replace

from buyer_skills.catalog.intake.offers import Offer
from buyer_skills.catalog.intake.room import OFFER, Room
from buyer_skills.catalog.regions import REGIONS
from buyer_skills.catalog.trainings import Modality

_NUMBER = 300
"""What one more number of a training weighs, in characters."""

_MOST_PLACES = 200
"""Regions or départements noted of one training: there are not as many."""


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What a row adds to the training it is of."""

    region: str = ""
    """Slug of the region, or its name when it is none of ours."""
    departement: str = ""
    hours: frozenset[float] = frozenset()
    prices: frozenset[float] = frozenset()
    sessions: float | None = None
    sessions_at_a_distance: float | None = None


class Fold:
    """The offers kept of a register, each once, in the order they were met.

    Two rows are of one training when body and number are the same, or body, certification and title.
    """

    def __init__(self) -> None:
        """Start with nothing."""
        self._folded: list[_Folded] = []
        self._by_key: dict[tuple[str, ...], _Folded] = {}
        self._room = Room()

    def known(self, body: str, number: str, certification: str, title: str) -> "_Folded | None":
        """Return the training that such a row is of, if it was met."""
        keys = _keys(body, number, certification, title)
        found = next((self._by_key[key] for key in keys if key in self._by_key), None)
        if found is not None:
            for key in keys:
                self._by_key.setdefault(key, found)
            if number not in found.numbers:
                self._room.take(_NUMBER, found.offer.place)
                found.numbers.add(number)
        return found

    def begin(self, body: str, number: str, rule: str, offer: Offer) -> "_Folded":
        """Keep an offer that was not met, for the rule that keeps it."""
        begun = _Folded(offer, rule, body, {number})
        self._folded.append(begun)
        for key in _keys(body, number, offer.certification, offer.title):
            self._by_key[key] = begun
        texts = (offer.title, offer.certification_title, offer.aims, offer.programme)
        self._room.take(OFFER + sum(map(len, texts)), offer.place)
        return begun

    def offers(self) -> tuple[Offer, ...]:
        """Return the offers, each with what all its rows say."""
        return tuple(one.offer_of_all() for one in self._folded)

    def kept_by(self) -> dict[str, int]:
        """Return how many offers each rule kept."""
        rules = [one.rule for one in self._folded]
        return {rule: rules.count(rule) for rule in sorted(set(rules))}


@dataclass(slots=True)
class _Folded:
    offer: Offer
    rule: str
    body: str
    numbers: set[str]
    regions: set[str] = field(default_factory=set)
    departements: set[str] = field(default_factory=set)
    hours: set[float] = field(default_factory=set)
    prices: set[float] = field(default_factory=set)
    sessions: float = 0
    at_a_distance: float = 0
    is_counted: bool = True

    def add(self, facts: RowFacts) -> None:
        """Add what a row says."""
        for places, place in ((self.regions, facts.region), (self.departements, facts.departement)):
            if place and len(places) < _MOST_PLACES:
                places.add(place)
        for values, said in ((self.hours, facts.hours), (self.prices, facts.prices)):
            if len(values) < 2:
                values.update(said)
        if facts.sessions is None or facts.sessions_at_a_distance is None:
            self.is_counted = False
        else:
            self.sessions += facts.sessions
            self.at_a_distance += facts.sessions_at_a_distance

    def offer_of_all(self) -> Offer:
        """Return the offer; what its rows do not agree on is not known."""
        number = min(self.numbers)
        return replace(
            self.offer,
            key="/".join(
                filter(None, (self.body, number or f"{self.offer.certification} {self.offer.title}"))
            ),
            code=number,
            hours=_only(self.hours),
            price_eur=_only(self.prices),
            region=next(iter(self.regions & REGIONS))
            if len(self.regions) == 1 and self.regions <= REGIONS
            else "",
            location=self._location(),
            modality=self._modality(),
        )

    def _location(self) -> str:
        if len(self.regions) > 1:
            return f"{len(self.regions)} régions"
        if len(self.departements) == 1:
            return next(iter(self.departements))
        return next(iter(self.regions - REGIONS), "")

    def _modality(self) -> Modality | None:
        if not self.is_counted or not self.sessions:
            return None
        if not self.at_a_distance:
            return "presentiel"
        return "distanciel" if self.at_a_distance == self.sessions else None


def _keys(body: str, number: str, certification: str, title: str) -> list[tuple[str, ...]]:
    by_title = (body, certification, title.casefold())
    return [("number", body, number), by_title] if number else [by_title]


def _only(values: set[float]) -> float | None:
    return next(iter(values)) if len(values) == 1 else None
