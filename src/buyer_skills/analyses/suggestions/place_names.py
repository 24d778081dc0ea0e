"""Names of places, which say where a training is held and for whom, never what it teaches."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from buyer_skills.analyses.search.words import is_empty, plain, words_in
from buyer_skills.catalog.departements import DEPARTEMENTS
from buyer_skills.catalog.regions import REGIONS

_COUNTRY = "France"
_OTHER_NAMES = ("PACA",)

_ALSO_WORDS = frozenset({("lot",), ("la", "reunion"), ("la", "defense")})
"""Names of places that are words of the trade too, or of every text: they are read as words."""

_SAY_BODIES = """
    academie agglomeration chu commune communaute communes conseil departement departemental intercommunalite
    mairie metropole prefecture region regional ville urbaine
"""
_BODIES = frozenset(_SAY_BODIES.split())
"""Words that make a body of a place: « département du Cher », « ville de Lille »."""

_SEPARATORS = re.compile(r"[,;()]")

Words = Sequence[tuple[str, str]]
"""Words, each with how it is typed."""


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names of places: by their first word, the words of each, without accents; the longest first."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]

    def left_out_of(self, words: Words) -> list[tuple[str, str]]:
        """Return ``words`` without the names of places, nor the words that make bodies of them.

        A name starts with a capital, as it does in French: « cher » is no département.
        """
        kept: list[tuple[str, str]] = []
        plains = tuple(plain(word) for word, _ in words)
        start = 0
        while start < len(words):
            length = self._length_at(plains, start) if words[start][1][:1].isupper() else 0
            if length:
                _take_off_body(kept)
            else:
                kept.append(words[start])
            start += length or 1
        return kept

    def _length_at(self, words: tuple[str, ...], start: int) -> int:
        names = self.by_first.get(words[start], ())
        return next((len(name) for name in names if words[start : start + len(name)] == name), 0)


def place_names(towns: Iterable[str]) -> PlaceNames:
    """Return the names of the country, of its regions and départements, and of ``towns``.

    Args:
        towns: Places as catalogues write them: « Paris, Lyon », « La Défense (Pôle Léonard de Vinci) ».
    """
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for name in _names(towns):
        words = tuple(map(plain, words_in(name)))
        if words and words not in _ALSO_WORDS:
            by_first.setdefault(words[0], set()).add(words)
    return PlaceNames(
        {first: tuple(sorted(names, key=lambda one: (-len(one), one))) for first, names in by_first.items()}
    )


def _names(towns: Iterable[str]) -> Iterator[str]:
    yield _COUNTRY
    yield from _OTHER_NAMES
    yield from sorted(REGIONS)
    yield from DEPARTEMENTS.values()
    for town in towns:
        # « régions », « en ligne » and « mairie » are no names.
        yield from (part.strip() for part in _SEPARATORS.split(town) if part.strip()[:1].isupper())


def _take_off_body(kept: list[tuple[str, str]]) -> None:
    end = len(kept)
    while end and (is_empty(kept[end - 1][0], "fr") or plain(kept[end - 1][0]) in _BODIES):
        end -= 1
        if plain(kept[end][0]) in _BODIES:
            del kept[end:]
