"""How well a record answers: which words it holds, in which field, and how rare they are.

The formula is BM25F, with our own weights. A field counts a word in proportion to its weight, and the less
the longer it is; beyond a certain amount more of the same word adds little; a word that few records hold
weighs more than one that all hold. What results is then multiplied by the share of the question that the
record answers, so that a record that holds all words comes before one that holds some.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from buyer_skills.analyses.search.matching import Match
from buyer_skills.analyses.search.question import Question
from buyer_skills.analyses.search.results import SEARCH_KINDS, FieldName, SearchKind

TITLE, NAMED, SAID, DETAILED, AROUND = 10.0, 5.0, 3.0, 2.0, 1.0
"""What a record is called; its other names; what it is said to be; what it is made of; what is around it.

An acronym read in a title (6 tenths of it) is worth more than the very word in a description, and a
description more than any one detail.
"""

FIELD_WEIGHTS: Mapping[FieldName, float] = {
    "title": TITLE,
    "other-title": NAMED,
    "id": NAMED,
    "code": NAMED,
    "description": SAID,
    "levels": DETAILED,
    "missions": DETAILED,
    "activities": DETAILED,
    "audience": DETAILED,
    "situation": AROUND,
    "behaviours": AROUND,
    "circumstances": AROUND,
    "note": AROUND,
    "ai": AROUND,
    "competencies": AROUND,
    "headings": AROUND,
    "provider": AROUND,
    "statuts": AROUND,
    "place": AROUND,
    "links": AROUND,
    "kind": AROUND,
}
"""What a word is worth in each field."""

KIND_WEIGHTS: Mapping[SearchKind, float] = {
    "competency": 1.0,
    "profile": 0.95,
    "training": 0.9,
    "theme": 0.8,
    "role": 0.8,
    "area": 0.7,
    "phase": 0.7,
    "provider": 0.8,
    "rule": 0.7,
    "statut": 0.9,
}
"""At equal words: what a question is about, then who does it, what teaches it, what only sorts it."""

ENOUGH = 8.0
"""Amount of a word that is worth half of the most it can bring: a little less than once in a title."""

LENGTH = 0.5
"""How far a long field dilutes its words: 0 not at all, 1 in proportion to its length."""

SIDE_BY_SIDE = 0.5
"""What two words of the question bring by standing side by side, beside what they bring apart."""

LEAST_SHARE = 0.5
"""Share of the question, rare words weighing more, that a record must hold to be shown at all."""


Sought = str | tuple[str, str]
"""A word of the question, or two that follow each other there."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A record that answers, how well, and its fields that hold words, what weighs most first."""

    match: Match
    score: float
    fields: tuple[FieldName, ...]


def rank(matches: Sequence[Match], question: Question) -> tuple[Scored, ...]:
    """Return the records that answer, the best first; past trainings after all the others.

    At equal scores, kinds go in their usual order, then ids.
    """
    scale = _Scale.of(matches)
    terms = tuple(term.word for term in question.terms)
    scored = [
        found for match in matches if match.texts and (found := _scored(match, terms, scale)) is not None
    ]
    return tuple(
        sorted(
            scored,
            key=lambda one: (
                one.match.record.past,
                -one.score,
                SEARCH_KINDS.index(one.match.record.kind),
                one.match.record.id,
            ),
        )
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """What is compared with: how many records hold each word, and how long fields are."""

    records: int
    holding: Counter[Sought]
    lengths: Mapping[FieldName, float]

    @classmethod
    def of(cls, matches: Sequence[Match]) -> "_Scale":
        holding: Counter[Sought] = Counter()
        words: Counter[FieldName] = Counter()
        times: Counter[FieldName] = Counter()
        for match in matches:
            words.update(match.lengths)
            times.update(match.lengths.keys())
            holding.update(match.held)
            holding.update({pair for matched in match.texts for pair in matched.pairs})
        return cls(len(matches), holding, {name: words[name] / times[name] for name in words})

    def rarity(self, words: Sought) -> float:
        """Return how much a word, or a pair, tells: the fewer records hold it, the more."""
        held = self.holding[words]
        return log(1 + (self.records - held + 0.5) / (held + 0.5))

    def amount(self, match: Match, name: FieldName, times: float) -> float:
        """Return what finding a word ``times`` in a field of a record is worth."""
        length = match.lengths[name] / self.lengths[name] if self.lengths[name] else 1.0
        return FIELD_WEIGHTS[name] * times / (1 - LENGTH + LENGTH * length)


def _scored(match: Match, terms: Sequence[str], scale: _Scale) -> Scored | None:
    held = match.held
    # A word that nothing holds is no one's fault.
    asked = sum(scale.rarity(term) for term in terms if scale.holding[term])
    share = sum(scale.rarity(term) for term in terms if term in held) / asked
    if share < LEAST_SHARE:
        return None
    amounts: dict[Sought, float] = {}
    by_field: dict[FieldName, float] = {}
    for matched in match.texts:
        name = matched.text.field
        found: tuple[tuple[Sought, float], ...] = (*matched.terms.items(), *matched.pairs.items())
        for words, times in found:
            worth = scale.amount(match, name, times)
            amounts[words] = amounts.get(words, 0.0) + worth
            by_field[name] = by_field.get(name, 0.0) + worth * scale.rarity(words)
    score = sum(
        (1.0 if isinstance(words, str) else SIDE_BY_SIDE) * scale.rarity(words) * amount / (ENOUGH + amount)
        for words, amount in amounts.items()
    )
    order = list(FIELD_WEIGHTS)
    fields = sorted(by_field, key=lambda name: (-round(by_field[name], 6), order.index(name)))
    return Scored(match, round(score * share * KIND_WEIGHTS[match.record.kind], 6), tuple(fields))
