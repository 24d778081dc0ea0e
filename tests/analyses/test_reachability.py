"""Which steps have a way in from level 0, including where the order of trainings decides."""

from itertools import permutations
from typing import Any

import pytest
from builders import DAY, catalog
from hypothesis import given, settings
from hypothesis import strategies as st

from buyer_skills.analyses import reachability
from buyer_skills.analyses.reachability import StepKey, enterable_steps
from buyer_skills.graph.skill_graph import SkillGraph


def test_a_course_from_zero_is_a_way_in_for_each_step_it_spans() -> None:
    assert steps({"id": "t", "outcomes": [("a", 0, 2)]}) == {("a", 1), ("a", 2)}


def test_a_course_from_one_has_no_way_in_where_nothing_teaches_the_first_step() -> None:
    assert steps({"id": "t", "outcomes": [("a", 1, 2)]}) == set()


def test_an_entry_level_that_nothing_teaches_bars_the_way_unless_it_is_granted() -> None:
    course = {"id": "t", "requires": {"levels": {"b": 1}}, "outcomes": [("a", 0, 1)]}
    assert steps(course) == set()
    assert steps(course, granted=[("b", 1)]) == {("a", 1)}


def test_a_degree_level_and_a_status_are_granted() -> None:
    course = {
        "id": "t",
        "requires": {"degree_level": 7, "statuses": ["titulaire"]},
        "outcomes": [("a", 0, 1)],
    }
    assert steps(course) == {("a", 1)}


def test_one_of_several_ways_in_is_enough() -> None:
    course = {
        "id": "t",
        "requires": {"any_of": [{"levels": {"b": 1}}, {"trainings": ["u"]}]},
        "outcomes": [("a", 0, 1)],
    }
    assert ("a", 1) not in steps(course)
    assert ("a", 1) in steps(course, {"id": "u"})


def test_all_the_parts_of_an_itinerary_are_the_itinerary() -> None:
    itinerary = {"id": "parcours", "kind": "itinerary", "status": "ended", "parts": ["u", "v"]}
    course = {"id": "t", "requires": {"trainings": ["parcours"]}, "outcomes": [("a", 0, 1)]}
    assert ("a", 1) in steps(itinerary, course, {"id": "u"}, {"id": "v"})
    assert ("a", 1) not in steps(itinerary, course, {"id": "u"}, {"id": "v", "status": "ended"})


def test_practice_leads_to_a_course_but_is_no_supply_itself() -> None:
    practice = {"id": "p", "kind": "practice", "evidence": "generic", "outcomes": [("a", 1, 2)]}
    courses = ({"id": "t", "outcomes": [("a", 0, 1)]}, {"id": "u", "outcomes": [("a", 2, 3)]})
    assert steps(practice, *courses) == {("a", 1), ("a", 3)}


def test_a_training_has_one_place_in_the_order() -> None:
    first = {"id": "t", "outcomes": [("a", 0, 1), ("b", 1, 2)]}
    second = {"id": "u", "requires": {"levels": {"a": 1}}, "outcomes": [("b", 0, 1)]}
    assert steps(first, second) == {("a", 1), ("b", 1)}


def test_an_outcome_may_be_given_up_for_another() -> None:
    # t and u wait for each other: either may go first, and loses one outcome.
    first = {"id": "t", "outcomes": [("p", 1, 2), ("q", 0, 1)]}
    second = {"id": "u", "outcomes": [("q", 1, 2), ("p", 0, 1)]}
    assert steps(first, second) == {("p", 1), ("p", 2), ("q", 1), ("q", 2)}


def test_giving_up_may_be_for_a_training_that_another_asks_for() -> None:
    asked = {"id": "t", "outcomes": [("p", 1, 2)]}
    target = {"id": "u", "requires": {"trainings": ["t"]}, "outcomes": [("q", 0, 1)]}
    assert steps(asked, target) == {("q", 1)}


def test_a_search_that_is_too_long_gives_the_benefit_of_the_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    # Nothing but trying every order shows that q is out of reach: t and u each lose what the other needs.
    first = {"id": "t", "outcomes": [("p", 1, 2), ("q", 0, 1)]}
    second = {"id": "u", "outcomes": [("q", 1, 2), ("p", 0, 1)]}
    target = {"id": "v", "requires": {"levels": {"p": 2, "q": 2}}, "outcomes": [("r", 0, 1)]}
    assert ("r", 1) not in steps(first, second, target)
    monkeypatch.setattr(reachability, "MOST_POSITIONS", 1)
    assert ("r", 1) in steps(first, second, target)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(
                st.tuples(st.sampled_from("ab"), st.sampled_from([(0, 1), (1, 2), (0, 2)])),
                min_size=1,
                max_size=2,
            ),
            st.dictionaries(st.sampled_from("ab"), st.integers(1, 2), max_size=1),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_it_agrees_with_trying_every_order(drawn: list[Any]) -> None:
    courses = [
        {
            "id": f"t{index}",
            "outcomes": [(name, start, end) for name, (start, end) in dict(outcomes).items()],
            "requires": {"levels": levels},
        }
        for index, (outcomes, levels) in enumerate(drawn)
    ]
    assert steps(*courses) == every_order(courses)


def every_order(courses: list[dict[str, Any]]) -> set[StepKey]:
    found: set[StepKey] = set()
    for size in range(1, len(courses) + 1):
        for order in permutations(courses, size):
            levels: dict[str, int] = {}
            for course in order:
                if any(levels.get(name, 0) < level for name, level in course["requires"]["levels"].items()):
                    break
                gained = [each for each in course["outcomes"] if levels.get(each[0], 0) >= each[1]]
                for name, start, end in gained:
                    found |= {(name, level) for level in range(start + 1, end + 1)}
                levels |= {name: max(levels.get(name, 0), end) for name, _, end in gained}
    return found


def steps(*trainings: dict[str, Any], granted: list[StepKey] | None = None) -> set[StepKey]:
    copies = [{**each, "requires": dict(each.get("requires", {}))} for each in trainings]
    return set(enterable_steps(SkillGraph.of(catalog(trainings=copies), DAY), granted or ()))
