"""Searches in the words of the trade, on the bundled catalogue: the cases of `tests/cases/searches.yaml`."""

from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from builders import DAY

from buyer_skills.analyses.search.lexicon import Lexicon
from buyer_skills.analyses.search.records import SearchReader, searched_records
from buyer_skills.analyses.search.results import SearchResults, SearchScope
from buyer_skills.analyses.search.searching import search
from buyer_skills.analyses.search.words import LANGUAGES, plain, root, words_in
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.search_view import kind_names

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "searches.yaml").read_text(encoding="utf-8"))


@cache
def bundled() -> SkillGraph:
    return SkillGraph.of(load_catalog(), DAY)


def answer(query: str, language: str = "fr") -> SearchResults:
    return search(bundled(), query, SearchScope(limit=3), language, kind_names(language))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.get('lang', 'fr')}-{case['search']}")
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    items = answer(case["search"], case.get("lang", "fr")).items
    found = [item.id for item in items]
    prefixed = [f"{item.kind}:{item.id}" for item in items]
    if "first" in case:
        assert case["first"] in (found[:1] + prefixed[:1]), prefixed
    for expected in case.get("among", ()):
        assert expected in found + prefixed, prefixed


def test_the_same_question_always_has_the_same_answer() -> None:
    assert answer("marchés publics durables") == answer("marchés publics durables")


def test_a_search_is_quick_once_the_catalogue_is_loaded() -> None:
    answer("clause sociale")
    start = process_time()
    answer("achat de denrées bio pour la cantine")
    # About a tenth of a second where nothing else runs.
    assert process_time() - start < 1


def test_words_that_are_one_begin_alike_so_that_only_those_are_compared() -> None:
    reader = SearchReader("fr", {})
    texts = [
        (text.language, words_in(text.text))
        for record in searched_records(bundled(), reader)
        for text in record.texts
    ]
    lexicon = Lexicon(texts)
    for language in LANGUAGES:
        spellings = sorted({word for spoken, words in texts if spoken == language for word in words})
        by_root: dict[str, set[str]] = {}
        for spelling in spellings:
            by_root.setdefault(root(spelling, language), set()).add(spelling)
        for same in by_root.values():
            # Only words of two letters or fewer share a root with words that begin otherwise.
            longest = max(same, key=len)
            if len(plain(longest)) > 2:
                assert {one for one in same if len(one) > 2} <= lexicon.spellings(longest, language), same
