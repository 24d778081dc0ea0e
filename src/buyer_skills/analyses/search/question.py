"""A question into terms: its words, and what acronyms and synonyms let them be read as."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buyer_skills.analyses.search.results import Reading
from buyer_skills.analyses.search.words import (
    LANGUAGES,
    Language,
    is_empty,
    plain,
    root,
    words_asked,
    words_in,
)
from buyer_skills.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side, in one language or, when it has none, in any."""

    text: str
    words: tuple[str, ...]
    language: Language | None = None

    def is_asked_at(self, asked: Sequence[str], start: int) -> bool:
        """Return whether the words ``asked`` from ``start`` on are these."""
        window = asked[start : start + len(self.words)]
        return 0 < len(window) == len(self.words) and all(map(self._is_same, window, self.words))

    def _is_same(self, asked: str, own: str) -> bool:
        if plain(asked) == plain(own):
            return True
        # What belongs to no language is an acronym: it has no inflexions.
        return self.language is not None and root(asked, self.language) == root(own, self.language)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question, how it was typed, and the phrases that are as good."""

    word: str
    typed: str
    also: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for."""

    terms: tuple[Term, ...]
    readings: tuple[Reading, ...]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Each word with the next."""
        words = [term.word for term in self.terms]
        return tuple(pairwise(words))

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase that a term may be read as, each once."""
        return tuple(dict.fromkeys(phrase for term in self.terms for phrase in term.also))


def is_meaningful(text: str) -> bool:
    """Return whether a question holds a word to look for.

    >>> is_meaningful("la clause"), is_meaningful("à la ?")
    (True, False)
    """
    return any(_has_meaning(word) for word, _ in words_asked(text))


def read_question(catalog: Catalog, text: str, language: Language) -> Question:
    """Return the terms of a question; none when it holds no word that carries a meaning.

    Args:
        catalog: The catalogue whose acronyms and synonyms are read.
        text: The question as it was typed.
        language: Language of the reader, in which readings are told.
    """
    typed: dict[str, str] = {}
    for word, as_typed in words_asked(text):
        if _has_meaning(word):
            typed.setdefault(word, as_typed)
    asked = tuple(typed)
    also: dict[int, list[Phrase]] = {index: [] for index in range(len(asked))}
    readings: dict[str, list[Phrase]] = {}
    for family in families(catalog):
        for start, phrase in ((at, one) for one in family for at in range(len(asked))):
            if not phrase.is_asked_at(asked, start):
                continue
            # Two spellings of one word, « lot » and « lots », are both asked for: neither is another reading.
            others = [other for other in family if not other.is_asked_at(asked, start)]
            end = start + len(phrase.words)
            words = " ".join(typed[word] for word in asked[start:end])
            readings.setdefault(words, []).extend(others)
            for index in range(start, end):
                also[index] += others
    terms = tuple(
        Term(word, typed[word], tuple(dict.fromkeys(also[index]))) for index, word in enumerate(asked)
    )
    told = (_reading(words, others, language) for words, others in readings.items() if others)
    return Question(terms, tuple(told))


def spelled_out(question: Question, unheld: Collection[Term], language: Language) -> Question:
    """Return a question in which the terms that nothing holds are replaced by the words they stand for.

    An acronym that no record writes, in short or in full, may still be found by some of its words.
    """
    words: dict[str, Term] = {}
    for term in question.terms:
        own = [phrase for phrase in term.also if term in unheld and phrase.language == language]
        instead = [word for phrase in own for word in phrase.words]
        for word in instead or (term.word,):
            words.setdefault(word, term if word == term.word else Term(word, word))
    return Question(tuple(words.values()), question.readings)


def families(catalog: Catalog) -> Iterator[tuple[Phrase, ...]]:
    """Yield the phrases said for one another: acronyms with their full words, then synonyms."""
    for acronym in catalog.acronyms.values():
        long = acronym.long
        english = (_phrase(long.en, "en"),) if long.en else ()
        yield (_phrase(acronym.short, None), _phrase(long.fr, "fr"), *english)
    for synonyms in catalog.synonyms.values():
        yield (
            *(_phrase(text, "fr") for text in synonyms.fr),
            *(_phrase(text, "en") for text in synonyms.en),
        )


def _has_meaning(word: str) -> bool:
    return not any(is_empty(word, language) for language in LANGUAGES)


def _phrase(text: str, language: Language | None) -> Phrase:
    return Phrase(text, tuple(word for word in words_in(text) if _has_meaning(word)), language)


def _reading(words: str, others: Sequence[Phrase], language: Language) -> Reading:
    own = [phrase.text for phrase in others if phrase.language in (None, language)]
    return Reading(words=words, also=tuple(dict.fromkeys(own or [phrase.text for phrase in others])))
