"""A few words into the records of the catalogue that answer them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from buyer_skills.analyses.search.extracts import extract_of
from buyer_skills.analyses.search.lexicon import Lexicon
from buyer_skills.analyses.search.matching import Match, Watched, match, split, watch
from buyer_skills.analyses.search.question import Question, Term, read_question, spelled_out
from buyer_skills.analyses.search.ranking import Scored, rank
from buyer_skills.analyses.search.records import SearchReader, searched_records
from buyer_skills.analyses.search.results import (
    SEARCH_KINDS,
    Found,
    KindCount,
    SearchResults,
    SearchScope,
    Suggestion,
)
from buyer_skills.analyses.search.words import Language
from buyer_skills.graph.skill_graph import SkillGraph

_SUGGESTED_FOR = 5
"""Unknown words for which near ones are looked for at most: each takes a tenth of a second."""


def search(
    graph: SkillGraph,
    query: str,
    scope: SearchScope,
    language: str,
    kind_names: Mapping[str, str],
) -> SearchResults:
    """Return the records that answer ``query``, the best first.

    Args:
        graph: The catalogue at the day of the report.
        query: The words as they were typed.
        scope: What the reader asked to see.
        language: Language of the reader: of the texts that are searched and of the extracts.
        kind_names: What readers call each kind of record, of training and of profile, in that language.
    """
    spoken: Language = "en" if language == "en" else "fr"
    question = read_question(graph.catalog, query, spoken)
    records = split(searched_records(graph, SearchReader(spoken, kind_names)))
    lexicon = Lexicon(
        (text.language, words)
        for record, texts in records
        for text, words in zip(record.texts, texts, strict=True)
    )
    watched = watch(question, lexicon)
    matches = list(match(records, question, watched))
    unheld = _unheld(question, matches)
    if any(term.also for term in unheld):
        question = spelled_out(question, unheld, spoken)
        watched = watch(question, lexicon)
        matches = list(match(records, question, watched))
        unheld = _unheld(question, matches)
    found = rank(matches, question)
    of_day = [one for one in found if scope.all or not one.match.record.past]
    kept = [one for one in of_day if not scope.kinds or one.match.record.kind in scope.kinds]
    may_be_past = "training" in (scope.kinds or SEARCH_KINDS)
    counts = Counter(one.match.record.kind for one in kept)
    return SearchResults(
        query=query,
        scope=scope,
        readings=question.readings,
        items=tuple(_found(one, question, watched) for one in kept[: scope.limit or None]),
        counts=tuple(KindCount(kind=kind, count=counts[kind]) for kind in SEARCH_KINDS if counts[kind]),
        past_left_out=len(found) - len(of_day) if may_be_past else 0,
        other_kinds=len(of_day) - len(kept),
        suggestions=tuple(_suggestions(unheld, lexicon, spoken)),
    )


def _unheld(question: Question, matches: Sequence[Match]) -> tuple[Term, ...]:
    held = frozenset[str]().union(*(one.held for one in matches))
    return tuple(term for term in question.terms if term.word not in held)


def _found(scored: Scored, question: Question, watched: Watched) -> Found:
    record = scored.match.record
    return Found(
        kind=record.kind,
        id=record.id,
        title=record.title.in_language("fr"),
        title_en=record.title.in_language("en") if record.title.en else None,
        score=round(scored.score, 3),
        matched=tuple(term.typed for term in question.terms if term.word in scored.match.held),
        where=scored.fields,
        extract=extract_of(scored, watched),
        past=record.past,
    )


def _suggestions(unheld: Sequence[Term], lexicon: Lexicon, language: Language) -> Iterator[Suggestion]:
    for term in unheld[:_SUGGESTED_FOR]:
        yield Suggestion(word=term.typed, nearest=lexicon.nearest(term.word, language))
