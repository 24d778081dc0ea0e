"""The words of the catalogue: how each word asked for is spelt there, and which ones look like it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from buyer_skills.analyses.search.words import LANGUAGES, Language, is_empty, plain, root

_SAME_START = 2
"""Letters that no ending changes. Finding roots is slow: only words that begin alike are compared."""

_SHORT_WORD = 4
"""Letters up to which a root may have two; in longer words no ending changes the third, but for y and i."""

_SHORTEST = 4
"""Letters from which a word is long enough to look like another."""

_LONGEST = 60
"""Letters beyond which what was typed is no misspelt word."""

_LIKENESS = 0.8
"""How much two words must share for one to be offered for the other (the ratio of ``difflib``)."""

_OFFERED = 3
"""Words offered at most."""


class Lexicon:
    """The spellings of a catalogue, by language."""

    def __init__(self, texts: Iterable[tuple[Language, list[str]]]) -> None:
        """Take the words of every text, with its language."""
        self._counts: Mapping[Language, Counter[str]] = {language: Counter() for language in LANGUAGES}
        for language, words in texts:
            self._counts[language].update(words)
        self._alike: dict[tuple[Language, str], list[str]] = {}
        for language, counts in self._counts.items():
            for spelling in counts:
                self._alike.setdefault((language, plain(spelling)[:_SAME_START]), []).append(spelling)

    def spellings(self, word: str, language: Language) -> frozenset[str]:
        """Return the spellings of the catalogue that are ``word``, inflected, with its accents or without.

        Roots depend on accents, which people leave out: a word is looked for under its own root, and under
        those of the words of the catalogue that are written with the same letters.
        """
        near = [
            spelling
            for spelling in self._alike.get((language, plain(word)[:_SAME_START]), ())
            if min(len(spelling), len(word)) <= _SHORT_WORD or _third(spelling) == _third(word)
        ]
        letters = _forms(plain(word), language)
        roots = {root(word, language)}
        roots |= {root(spelling, language) for spelling in near if plain(spelling) in letters}
        return frozenset(spelling for spelling in near if root(spelling, language) in roots)

    def nearest(self, word: str, language: Language) -> tuple[str, ...]:
        """Return the words of ``language`` that look like ``word``, the nearest first, each in one form."""
        if not _SHORTEST <= len(word) <= _LONGEST:
            return ()
        counts = self._counts[language]
        by_letters: dict[str, list[str]] = {}
        for spelling in counts:
            if len(spelling) >= _SHORTEST and not is_empty(spelling, language):
                by_letters.setdefault(plain(spelling), []).append(spelling)
        close = get_close_matches(plain(word), sorted(by_letters), 3 * _OFFERED, _LIKENESS)
        by_root: dict[str, str] = {}
        for letters in close:
            spelling = max(sorted(by_letters[letters]), key=lambda one: counts[one])
            by_root.setdefault(root(spelling, language), spelling)
        return tuple(by_root.values())[:_OFFERED]


def _third(word: str) -> str:
    """Return the third letter, « payer » and « paie » having the same."""
    return plain(word)[_SAME_START : _SAME_START + 1].replace("y", "i")


def _forms(letters: str, language: Language) -> frozenset[str]:
    """Return a word with and without the mark of the plural, which the stemmer leaves to « élus »."""
    if language != "fr":
        return frozenset({letters})
    singular = letters[:-1] if letters.endswith(("s", "x")) and len(letters) >= _SHORTEST else letters
    return frozenset({letters, singular, f"{singular}s", f"{singular}x"})
