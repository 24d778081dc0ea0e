"""Texts into words: what is compared when something is searched for.

A word is told by its letters, without accents, case, or the ending that inflexion gives it: « Marchés » and
« marche » are one word. Words that carry no meaning of their own are passed over.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

Language = Literal["fr", "en"]
"""The languages a text can be in."""

LANGUAGES: tuple[Language, ...] = ("fr", "en")

_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")

_EMPTY_IN_FRENCH = """
    a au aux avec c ce ces cet cette comment d dans de des du elle elles en est et eux il ils j je l la le les
    leur leurs lui m ma mais me mes mon n ne nos notre nous on ont ou par pas pour qu que quel quelle quelles
    quels qui s sa se ses son sont sur t ta te tes toi ton tu un une vos votre vous y
"""
_EMPTY_IN_ENGLISH = """
    a an and are as at be by for from has have her his how i in is it its my of on or our s she t that the
    their them they this to was we what which who with you your
"""
_EMPTY: dict[Language, frozenset[str]] = {
    "fr": frozenset(_EMPTY_IN_FRENCH.split()),
    "en": frozenset(_EMPTY_IN_ENGLISH.split()),
}
"""Words passed over, written without accents: articles, pronouns, prepositions, auxiliaries."""

_READ_AS: dict[Language, dict[str, str]] = {"fr": {"sourcer": "sourcing"}, "en": {}}
"""Words whose ending hides another word: without it, « sourcer » would be « la source »."""


def words_in(text: str) -> list[str]:
    """Return the words of ``text`` in small letters, accents kept.

    >>> words_in("Maîtrise d'œuvre : l'AMO")
    ['maîtrise', 'd', 'oeuvre', 'l', 'amo']
    """
    letters = unicodedata.normalize("NFC", text).lower()
    return _WORD.findall(letters.replace("œ", "oe").replace("æ", "ae"))


def words_asked(text: str) -> list[tuple[str, str]]:
    """Return the words of a question, each with how it was typed; dotted acronyms are closed up.

    >>> words_asked("le C.C.A.G. travaux")
    [('le', 'le'), ('ccag', 'CCAG'), ('travaux', 'travaux')]
    """
    closed_up = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), unicodedata.normalize("NFC", text))
    return [(word, typed) for typed in _WORD.findall(closed_up) for word in words_in(typed)]


def spans_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield each word of ``text`` as :func:`words_in` has it, with the place where it starts.

    >>> list(spans_in("le DCE"))
    [('le', 0), ('dce', 3)]
    """
    for found in _WORD.finditer(text):
        yield from ((word, found.start()) for word in words_in(found[0]))


@cache
def plain(word: str) -> str:
    """Return a word without its accents.

    >>> plain("marchés")
    'marches'
    """
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_empty(word: str, language: Language) -> bool:
    """Return whether a word is passed over.

    >>> is_empty("à", "fr"), is_empty("achat", "fr")
    (True, False)
    """
    return plain(word) in _EMPTY[language]


@cache
def root(word: str, language: Language) -> str:
    """Return what is left of a word without its ending and its accents.

    >>> root("sociales", "fr"), root("sociaux", "fr"), root("contracts", "en")
    ('social', 'social', 'contract')
    >>> root("sourcer", "fr"), root("sources", "fr")
    ('sourcing', 'sourc')
    """
    return plain(_stem(language)(_READ_AS[language].get(word, word)))


@cache
def _stem(language: Language) -> Callable[[str], str]:
    # Loaded by those who search only. The classes themselves, so that a faster stemmer installed beside
    # cannot change the answers.
    if language == "fr":
        from snowballstemmer.french_stemmer import FrenchStemmer

        stem: Callable[[str], str] = FrenchStemmer().stemWord
    else:
        from snowballstemmer.english_stemmer import EnglishStemmer

        stem = EnglishStemmer().stemWord
    return stem
