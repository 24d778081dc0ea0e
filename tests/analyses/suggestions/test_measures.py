"""How suggestions are measured."""

from builders import DAY, catalog

from buyer_skills.analyses.suggestions.learning import Worth
from buyer_skills.analyses.suggestions.material import material_of
from buyer_skills.analyses.suggestions.measures import (
    LeftOut,
    Quality,
    always_first_step,
    exact_words,
    left_out,
    most_frequent,
    quality_of,
    suggested,
    twins_left_out,
)
from buyer_skills.graph.skill_graph import SkillGraph

GRAPH = SkillGraph.of(
    catalog(
        competencies=[{"id": "droit", "title": "Droit"}, {"id": "negociation", "title": "Négociation"}],
        trainings=[
            {"id": "a", "title": "Parlementer", "outcomes": [("negociation", 0, 1)]},
            {"id": "b", "title": "PARLEMENTER, formation", "outcomes": [("negociation", 1, 2)]},
            {"id": "c", "title": "Droit", "outcomes": [("droit", 0, 1), ("negociation", 0, 1)]},
            {"id": "d", "title": "Autre chose"},
        ],
    ),
    DAY,
)
MATERIAL = material_of(GRAPH)


def first(outs: tuple[LeftOut, ...]) -> dict[str, str | None]:
    return {out.training.id: out.guesses[0][0] if out.guesses else None for out in outs}


def test_a_training_left_out_is_told_by_its_twin_unless_twins_go_too() -> None:
    assert MATERIAL.twins_of("a") == {"b"}
    assert MATERIAL.twins_of("c") == frozenset()
    assert MATERIAL.twins_of("c", 0) == {"a", "b", "d"}
    assert first(left_out(GRAPH, MATERIAL, suggested())) == {
        "a": "negociation",
        "b": "negociation",
        "c": "droit",
    }
    alone = left_out(GRAPH, MATERIAL, suggested())
    harder = twins_left_out(MATERIAL, suggested(), alone, 1)
    assert first(harder) == {"a": None, "b": None, "c": "droit"}


def test_the_most_frequent_are_counted_without_the_one_left_out() -> None:
    outs = left_out(GRAPH, MATERIAL, most_frequent)
    assert outs[2].guesses == (("negociation", (0, 1)),)
    assert outs[0].guesses == (("negociation", (0, 1)), ("droit", (0, 1)))


def test_exact_words_know_no_inflexion() -> None:
    outs = left_out(GRAPH, MATERIAL, exact_words(GRAPH))
    assert first(outs) == {"a": None, "b": None, "c": "droit"}


def test_quality_counts_what_is_said_and_what_is_right() -> None:
    a, c = GRAPH.training("a"), GRAPH.training("c")
    outs = [
        LeftOut(a, (("droit", (0, 1)), ("negociation", (1, 2))), 0.8),
        LeftOut(c, (("droit", (0, 1)),), 0.4),
    ]
    assert quality_of(outs) == Quality(
        trainings=2, answered=2, expected=3, first_right=1, said=3, right=2, one_right=2
    )
    assert quality_of(outs, with_step=True).right == 1
    told = quality_of(outs, threshold=0.5)
    assert (told.answered, told.said, told.first_right) == (1, 2, 0)
    assert (told.precision_at_1, told.recall_at_3, told.precision_at_3) == (0, 1 / 3, 1 / 2)
    assert quality_of([]).precision_at_1 == 0


def test_a_reason_may_be_worth_nothing_and_steps_be_left_aside() -> None:
    alone = left_out(GRAPH, MATERIAL, suggested(Worth(similar=0)))
    assert first(alone) == {"a": None, "b": None, "c": "droit"}
    similar = left_out(GRAPH, MATERIAL, suggested(Worth(name=0, description=0)))
    assert [out.guesses for out in always_first_step(similar)] == [
        (("negociation", (0, 1)),),
        (("negociation", (0, 1)),),
        (),
    ]
