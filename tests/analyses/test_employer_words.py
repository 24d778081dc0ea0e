"""What changes of name between two employers: the cases of `tests/cases/glossaries.yaml`, then the order."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY, catalog

from buyer_skills.analyses.comparisons import ProfileComparison, compare_profiles
from buyer_skills.graph.skill_graph import SkillGraph

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "glossaries.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    entry = {"id": "chose", "topic": "budget", "words": case["words"]}
    result = compare(case["a"], case["b"], [entry])
    assert [line.standing for line in result.glossary] == ([] if case["says"] == "none" else [case["says"]])
    assert list(result.shared_employers) == case.get("shared", [])


def test_topics_come_in_their_order_and_entries_in_that_of_the_catalogue() -> None:
    words = {"territorial": "un", "etat": "deux"}
    entries = [
        {"id": name, "topic": topic, "words": words}
        for name, topic in (
            ("z", "training"),
            ("y", "networks"),
            ("x", "budget"),
            ("a", "vocabulary"),
            ("w", "budget"),
        )
    ]
    lines = compare(["territorial"], ["etat"], entries).glossary
    assert [line.id for line in lines] == ["x", "w", "a", "y", "z"]


def test_the_json_gives_the_words_of_each_side_by_employer() -> None:
    words = {"territorial": {"fr": "Budget", "en": "Budget"}, "etat": "Loi de finances"}
    result = compare(["territorial"], ["etat", "autre"], [{"id": "b", "topic": "budget", "words": words}])
    assert result.model_dump(mode="json")["glossary"] == [
        {
            "id": "b",
            "topic": "budget",
            "standing": "differs",
            "a": {"territorial": {"fr": "Budget", "en": "Budget"}},
            "b": {"etat": {"fr": "Loi de finances", "en": None}},
        }
    ]
    assert ProfileComparison.model_validate_json(result.model_dump_json()) == result


def compare(a: list[str], b: list[str], entries: list[dict[str, Any]]) -> ProfileComparison:
    profiles = [
        {"id": "un", "employers": a, "requirements": {"negociation": 1}},
        {"id": "deux", "employers": b, "requirements": {"negociation": 1}},
    ]
    graph = SkillGraph.of(catalog(profiles=profiles, glossary=entries), DAY)
    return compare_profiles(graph, graph.profile("un"), graph.profile("deux"))
