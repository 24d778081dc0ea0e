"""Suggestions in the words of training bodies, on the bundled catalogue: `tests/cases/suggestions.yaml`."""

import os
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY
from hypothesis import given, settings
from hypothesis import strategies as st

from buyer_skills.analyses.suggestions.results import Suggestions
from buyer_skills.analyses.suggestions.suggesting import OutcomeSuggester, learned_from
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.graph.skill_graph import SkillGraph

FOLDER = Path(__file__).parents[2] / "cases"
CASES = yaml.safe_load((FOLDER / "suggestions.yaml").read_text(encoding="utf-8"))
JUDGED = yaml.safe_load((FOLDER / "judged_suggestions.yaml").read_text(encoding="utf-8"))
FOREIGN = yaml.safe_load((FOLDER / "foreign_trainings.yaml").read_text(encoding="utf-8"))
ASKED = ("title", "aims", "programme", "kind", "hours")


@cache
def bundled() -> SkillGraph:
    return SkillGraph.of(load_catalog(), DAY)


@cache
def suggester() -> OutcomeSuggester:
    return learned_from(bundled())


def answer(case: dict[str, Any]) -> Suggestions:
    codes = {name: tuple(case.get(name, ())) for name in ("formacodes", "rome")}
    return suggester().suggest(TrainingText(**{key: case[key] for key in ASKED if key in case}, **codes))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    found = answer(case)
    names = [one.competency for one in found.outcomes]
    assert found.is_known == (not case.get("unknown", False)), (names, found.best_score)
    assert found.is_known == bool(names)
    if "first" in case:
        assert names[:1] == [case["first"]], found
    assert set(case.get("among", ())) <= set(names), found
    if "only" in case:
        assert set(names) == set(case["only"]), found
    if "step" in case:
        assert [found.outcomes[0].from_level, found.outcomes[0].to_level] == case["step"], found
    assert set(case.get("words", ())) <= {word for one in found.outcomes[:1] for word in one.words}, found


def test_little_is_said_of_what_has_nothing_to_do_with_buying() -> None:
    said = [title for title in FOREIGN if answer({"title": title}).is_known]
    assert len(said) <= len(FOREIGN) / 8, said


def test_what_a_person_judged_is_of_the_catalogue_and_adds_up() -> None:
    verdicts = [verdict for case in JUDGED for verdict in case.get("said", {}).values()]
    assert Counter(verdicts) == {"juste": 16, "plausible": 6, "fausse": 7}
    assert Counter(case["silence"] for case in JUDGED if "silence" in case) == {"bon": 4, "mauvais": 4}
    assert len(JUDGED) == 20
    for case in JUDGED:
        assert case["training"] in bundled().catalog.trainings
        assert ("said" in case) != ("silence" in case)
        for competency in (*case.get("said", ()), *case.get("missing", ())):
            assert competency in bundled().catalog.competencies


def test_brackets_never_push_a_title_away() -> None:
    plain = answer({"title": "Commande publique"})
    assert answer({"title": "Commande publique (agents du zoo, 850 h)"}).best_score >= plain.best_score
    assert answer({"title": "(140 agents)"}).best_score < 1


def test_two_suggesters_learned_apart_say_the_same_bytes() -> None:
    text = TrainingText("Marchés publics et négociation", aims="Conduire une négociation", hours=14)
    first, second = (learned_from(bundled()).suggest(text).model_dump_json() for _ in range(2))
    assert first == second
    # The order in which the catalogue holds its records does not matter.
    catalog = bundled().catalog
    turned = dict(reversed(catalog.trainings.items()))
    graph = SkillGraph.of(type(catalog)(**{**vars(catalog), "trainings": turned}), DAY)
    assert learned_from(graph).suggest(text).model_dump_json() == first


@pytest.mark.slow
def test_another_run_says_the_same_bytes_whatever_the_order_of_sets() -> None:
    texts = [TrainingText(case["title"]) for case in CASES]
    here = "\n".join(one.model_dump_json() for one in suggester().suggest_all(texts))
    titles = [text.title for text in texts]
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", ELSEWHERE.format(titles=titles, day=DAY)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    assert done.stdout.strip() == here


ELSEWHERE = """
import datetime
from buyer_skills.analyses.suggestions.suggesting import learned_from
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.graph.skill_graph import SkillGraph
suggester = learned_from(SkillGraph.of(load_catalog(), {day!r}))
for one in suggester.suggest_all([TrainingText(title) for title in {titles!r}]):
    print(one.model_dump_json())
"""

SAID = "marché public négociation CCTP l' achat 3 … œuvre ŒUVRE C.C.A.G. zzz durable"
WORDS = st.sampled_from(SAID.split())
TEXTS = st.text(max_size=200) | st.lists(WORDS, max_size=30).map(" ".join)


@settings(max_examples=50)
@given(
    st.builds(
        TrainingText,
        TEXTS,
        aims=TEXTS,
        programme=TEXTS,
        formacodes=st.lists(st.text(max_size=8) | st.just("13209"), max_size=3).map(tuple),
        rome=st.lists(st.text(max_size=8), max_size=3).map(tuple),
        kind=st.sampled_from([None, "course", "degree"]),
        hours=st.none() | st.floats(0.5, 5000),
    )
)
def test_any_text_is_answered(text: TrainingText) -> None:
    found = suggester().suggest(text, known_from=0)
    assert Suggestions.model_validate(found.model_dump()) == found
    scores = [one.score for one in found.outcomes]
    assert scores == sorted(scores, reverse=True)
    assert scores[:1] in ([], [found.best_score])
    said = f"{text.title}\n{text.aims}\n{text.programme}"
    for one in found.outcomes:
        assert 0 < one.score <= 1
        assert 0 <= one.from_level < one.to_level <= 3
        assert one.words, "every suggestion has its reason"
        assert all(word in said.replace(".", "") or "Formacode" in word for word in one.words)
        assert all(identifier in bundled().trainings for identifier in one.similar)
