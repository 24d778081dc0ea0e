"""Where the terms of a question stand in each record."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from buyer_skills.analyses.search.lexicon import Lexicon
from buyer_skills.analyses.search.question import Question
from buyer_skills.analyses.search.records import SearchedRecord, SearchedText
from buyer_skills.analyses.search.results import FieldName
from buyer_skills.analyses.search.words import LANGUAGES, Language, is_empty, plain, words_in

_NOTHING: frozenset[str] = frozenset()

NAMES: frozenset[FieldName] = frozenset({"title", "other-title", "id"})
"""Fields that say a word once however often they write it: jobs are named in two genders."""

AKIN = 0.3
"""What a quality is worth where an act is asked for, and the other way round.

« Adaptabilité » has the root of « adaptation » and means another thing."""

QUALITIES = ("bilite", "bilites", "bility", "bilities")
"""Endings, without accents, of the words that name a quality."""

READ_AS = 0.6
"""What finding an acronym's full words, or a synonym, is worth beside finding the very word."""


@dataclass(frozen=True, slots=True)
class MatchedText:
    """A text that holds words of the question, and how many times each term and each pair stands in it."""

    text: SearchedText
    terms: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]


@dataclass(slots=True)
class Match:
    """A record with its texts that hold words of the question, and the length in words of its fields."""

    record: SearchedRecord
    texts: list[MatchedText] = field(default_factory=list)
    lengths: Counter[FieldName] = field(default_factory=Counter)

    @property
    def held(self) -> frozenset[str]:
        """The terms that the record holds."""
        return frozenset(term for matched in self.texts for term in matched.terms)


Watched = Mapping[Language, Mapping[str, frozenset[str]]]
"""By language, each spelling looked for with the words asked for that it spells."""


def split(records: Iterable[SearchedRecord]) -> list[tuple[SearchedRecord, list[list[str]]]]:
    """Return each record with the words of each of its texts."""
    return [(record, [words_in(text.text) for text in record.texts]) for record in records]


def watch(question: Question, lexicon: Lexicon) -> Watched:
    """Return every spelling of the catalogue that is a word of the question, or of what it is read as."""
    watched: dict[Language, dict[str, frozenset[str]]] = {}
    words = {term.word for term in question.terms} | {
        word for phrase in question.phrases for word in phrase.words
    }
    for language in LANGUAGES:
        spelt = watched[language] = {}
        for word in sorted(words):
            for spelling in lexicon.spellings(word, language):
                spelt[spelling] = spelt.get(spelling, _NOTHING) | {word}
    return watched


def match(
    split_records: Sequence[tuple[SearchedRecord, list[list[str]]]], question: Question, watched: Watched
) -> Iterator[Match]:
    """Yield each record with where it holds the terms of the question; those that hold none too."""
    for record, texts in split_records:
        found = Match(record)
        for text, words in zip(record.texts, texts, strict=True):
            found.lengths[text.field] += len(words)
            matched = _matched(text, words, question, watched[text.language])
            if matched is not None:
                found.texts.append(matched)
        yield found


def _matched(
    text: SearchedText, words: Sequence[str], question: Question, spelt: Mapping[str, frozenset[str]]
) -> MatchedText | None:
    """Return where a text holds the terms of the question, or None when it holds none."""
    present = frozenset[str]().union(*(spelt[word] for word in spelt.keys() & words))
    if not present:
        return None
    standing = [spelt.get(word, _NOTHING) for word in words if not is_empty(word, text.language)]
    at_most = 1 if text.field in NAMES else len(words)
    terms: dict[str, float] = {}
    for term in question.terms:
        own = _own(term.word, words, standing, text.language, at_most) if term.word in present else 0.0
        read = sum(
            _times(phrase.words, standing)
            for phrase in term.also
            if phrase.language in (None, text.language) and present.issuperset(phrase.words)
        )
        if own or read:
            terms[term.word] = max(own, READ_AS * min(read, at_most))
    if not terms:
        return None
    pairs = {
        pair: float(min(_times(pair, standing), at_most))
        for pair in question.pairs
        if present.issuperset(pair)
    }
    return MatchedText(text, terms, {pair: times for pair, times in pairs.items() if times})


def _own(
    asked: str, words: Sequence[str], standing: Sequence[frozenset[str]], language: Language, at_most: int
) -> float:
    """Return how many times a word stands in a text; those that only share its root count little."""
    meaningful = [word for word in words if not is_empty(word, language)]
    held = [word for word, here in zip(meaningful, standing, strict=True) if asked in here]
    same = min(sum(_is_quality(word) == _is_quality(asked) for word in held), at_most)
    return same + AKIN * min(len(held) - same, at_most - same)


@cache
def _is_quality(word: str) -> bool:
    return plain(word).endswith(QUALITIES)


def _times(words: Sequence[str], standing: Sequence[frozenset[str]]) -> int:
    """Return how many times ``words`` stand side by side, words without meaning passed over."""
    first, *others = words
    times = 0
    for start, here in enumerate(standing):
        if first in here:
            following = standing[start + 1 : start + len(words)]
            times += len(following) == len(others) and all(map(_holds, following, others))
    return times


def _holds(here: frozenset[str], word: str) -> bool:
    return word in here
