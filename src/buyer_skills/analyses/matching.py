"""Offers of outside files beside the trainings already known: which are the same, which are near.

An offer is a known training when, the first that holds:

1. it comes from the same place under the same key;
2. the same body gives it the same code;
3. the same body prepares the same certification with it, under a near title;
4. the same body offers it, in the same way, under almost the same title: a word more is another training,
   unless the title is very long.

Of several offers that are one known training, the nearest is it and the others are new.

Two titles are as near as the words they share, endings and accents put aside: twice the words in common over
the words of both. Numbers are never put aside: « niveau 1 » is not « niveau 2 ».
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from buyer_skills.analyses.search.words import is_empty, plain, root, words_in
from buyer_skills.catalog.acronyms import Acronym
from buyer_skills.catalog.intake.offers import Offer
from buyer_skills.catalog.providers import Provider
from buyer_skills.catalog.trainings import Training, TrainingKind

NEAR_WITH_CERTIFICATION = 0.5
"""How near two titles are at least, 0 to 1, for one body and one certification."""

ALMOST_THE_SAME = 0.95
"""How near two titles are at least, 0 to 1, for one body alone."""

WORTH_SHOWING = 0.4
"""From how near, 0 to 1, a known training is shown beside an offer that is not it."""

Sameness = Literal["origin", "code", "certification", "title"]
"""By what an offer was recognised."""

_IN_A_ROOM: frozenset[TrainingKind] = frozenset({"course", "workshop", "cycle", "itinerary"})
"""Kinds that files do not tell apart surely."""

_LEGAL_FORMS = frozenset({"sa", "sas", "sasu", "sarl", "eurl", "scop", "association", "asso", "gip", "epic"})
"""Words of the names of bodies that do not tell them apart."""

_CERTIFICATION = re.compile(r"(RNCP|RS)\s*-?\s*([0-9]+)", re.IGNORECASE)
_ORDINALS = frozenset({"i", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Recognition:
    """What an offer was found to be."""

    known: str | None
    """Id of the training it is, None when it is new."""
    by: Sameness | None
    likeness: float = 0.0
    """How near their titles are, 0 to 1, when it was recognised."""


@dataclass(frozen=True, slots=True)
class _Title:
    roots: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class KnownTrainings:
    """Trainings ready to be compared with offers, many times."""

    trainings: Mapping[str, Training]
    providers: Mapping[str, str]
    """Id of a body by each of its names, folded."""
    titles: Mapping[str, _Title] = field(repr=False)
    by_origin: Mapping[tuple[str, str], str] = field(repr=False)
    by_provider: Mapping[str, tuple[str, ...]] = field(repr=False)
    by_root: Mapping[str, tuple[str, ...]] = field(repr=False)

    def provider_of(self, name: str) -> str | None:
        """Return the id of a body from its id, its name or its acronym; None when it is not known.

        Legal forms, accents, capitals and what stands in brackets are put aside.
        """
        if name in self.by_provider:
            return name
        return next((self.providers[form] for form in _forms(name) if form in self.providers), None)

    def with_provider(self, identifier: str, name: str) -> "KnownTrainings":
        """Return the same with one more body, of which no training is known."""
        named = {**dict.fromkeys(_forms(name), identifier), **self.providers}
        return replace(self, providers=named, by_provider={**self.by_provider, identifier: ()})

    def recognise(self, registry: str, offer: Offer) -> Recognition:
        """Return what an offer of a registry is among these trainings."""
        title = title_words(offer.title)
        if same := self.by_origin.get((registry, offer.key)):
            return Recognition(same, "origin", 1.0)
        provider = self.provider_of(offer.provider)
        candidates = self.by_provider.get(provider, ()) if provider else ()
        code = _folded(offer.code)
        if code:
            for known in candidates:
                if _folded(self.trainings[known].code or "") == code:
                    return Recognition(known, "code", likeness(title, self.titles[known]))
        ranked = sorted((-likeness(title, self.titles[known]), known) for known in candidates)
        for distance, known in ranked:
            both = certifications_of(self.trainings[known])
            is_same = offer.certification != "" and offer.certification in both
            if is_same and -distance >= NEAR_WITH_CERTIFICATION:
                return Recognition(known, "certification", -distance)
            is_another = offer.certification != "" and bool(both) and not is_same
            is_same_way = _same_way(offer.kind, self.trainings[known].kind)
            if not is_another and is_same_way and -distance >= ALMOST_THE_SAME:
                return Recognition(known, "title", -distance)
        return Recognition(None, None)

    def near(self, text: str) -> tuple[str, ...]:
        """Return the trainings whose title is near a text, of whatever body, the nearest first."""
        title = title_words(text)
        near = {known for one in sorted(title.roots) for known in self.by_root.get(one, ())}
        ranked = sorted((-likeness(title, self.titles[known]), known) for known in near)
        return tuple(known for distance, known in ranked if -distance >= WORTH_SHOWING)


def known_trainings(
    trainings: Iterable[Training], providers: Iterable[Provider], acronyms: Iterable[Acronym] = ()
) -> KnownTrainings:
    """Return trainings ready to be compared with offers; practices are not offers and are left out."""
    kept = {one.id: one for one in trainings if one.kind != "practice"}
    titles = {name: title_words(one.title.fr) for name, one in kept.items()}
    bodies: dict[str, str] = {}
    long_forms = {_folded(one.short): one.long.fr for one in acronyms}
    of_provider: dict[str, list[str]] = {}
    for provider in providers:
        of_provider[provider.id] = []
        for name in (provider.title.fr, provider.id.replace("-", " ")):
            for form in _forms(name):
                bodies.setdefault(form, provider.id)
                if form in long_forms:
                    bodies.setdefault(_folded(long_forms[form]), provider.id)
    by_root: dict[str, list[str]] = {}
    for name, one in kept.items():
        of_provider.setdefault(one.provider, []).append(name)
        for each in sorted(titles[name].roots):
            by_root.setdefault(each, []).append(name)
    return KnownTrainings(
        kept,
        bodies,
        titles,
        {(one.origin.registry, one.origin.key): name for name, one in kept.items() if one.origin},
        {name: tuple(found) for name, found in of_provider.items()},
        {name: tuple(found) for name, found in by_root.items()},
    )


def title_words(text: str) -> _Title:
    """Return the words of a title that tell it from others, and its numbers."""
    words = [word for word in words_in(text) if not is_empty(word, "fr")]
    numbers = frozenset(word for word in words if word.isdigit() or word in _ORDINALS)
    return _Title(frozenset(root(word, "fr") for word in words if word not in numbers), numbers)


def likeness(some: _Title, others: _Title) -> float:
    """Return how near two titles are, from 0 to 1; 0 when their numbers differ.

    >>> likeness(title_words("Les marchés publics, niveau 1"), title_words("Marché public : niveau 1"))
    1.0
    >>> likeness(title_words("Marchés publics, niveau 1"), title_words("Marchés publics, niveau 2"))
    0.0
    """
    total = len(some.roots) + len(others.roots)
    if not total or some.numbers != others.numbers:
        return 0.0
    return 2 * len(some.roots & others.roots) / total


def certifications_of(training: Training) -> frozenset[str]:
    """Return the numbers that a training has in the national registers, such as ``RNCP35149``."""
    written = [training.code or ""]
    written += [f"{one.framework}{one.code}" if one.code else "" for one in training.links]
    written += [one.code or "" for one in training.links if one.framework in {"RNCP", "RS"}]
    return frozenset(
        f"{found[1].upper()}{found[2]}" for text in written if (found := _CERTIFICATION.fullmatch(text))
    )


def _same_way(kind: TrainingKind | None, known: TrainingKind) -> bool:
    """Return whether an offer of a kind may be a training of another: a MOOC is no course in a room."""
    return kind is None or kind == known or {kind, known} <= _IN_A_ROOM


def _forms(name: str) -> tuple[str, ...]:
    """Return the ways a body's name may be written, folded: whole, without brackets, and in brackets."""
    within = re.findall(r"\(([^)]*)\)", name)
    found = [name, re.sub(r"\([^)]*\)", " ", name), *(one for one in within if one.isupper())]
    return tuple(dict.fromkeys(form for form in map(_folded, found) if form))


def _folded(text: str) -> str:
    words = [plain(word) for word in words_in(text)]
    kept = [word for word in words if word not in _LEGAL_FORMS] or words
    return " ".join(kept)
