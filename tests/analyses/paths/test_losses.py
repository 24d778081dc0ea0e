"""What leaving out a training costs, and what could stand in for one to be confirmed."""

from analyses.paths.oracle import Oracle
from analyses.paths.random_cases import random_case
from builders import DAY, buyer, catalog

from buyer_skills.analyses.paths import Constraints, find_path
from buyer_skills.analyses.paths.result import TrainingPath
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.graph.skill_graph import SkillGraph


def explained(records: Catalog, constraints: Constraints | None = None) -> TrainingPath:
    """Return the explained path of someone who holds nothing."""
    graph = SkillGraph.of(records, DAY)
    return find_path(graph, buyer(), records.profiles["acheteur"], constraints, explain=True)


def test_a_loss_is_what_the_best_plan_without_the_training_no_longer_closes() -> None:
    checked = 0
    for seed in range(40):
        case = random_case(seed)
        profile = case.catalog.profiles["job"]
        path = find_path(
            SkillGraph.of(case.catalog, DAY), case.buyer, profile, case.constraints, explain=True
        )
        best = Oracle(case.catalog, case.buyer, profile, case.constraints).best()
        for training in path.trainings:
            without = case.constraints.model_copy(
                update={"exclude": (*case.constraints.exclude, training.id)}
            )
            rest = Oracle(case.catalog, case.buyer, profile, without).best()
            assert training.loss is not None
            assert training.loss.indispensable_weight == rest.ranks[0] - best.ranks[0], (seed, training.id)
            assert training.loss.gap_weight == rest.ranks[1] - best.ranks[1], (seed, training.id)
            assert training.id not in training.loss.replaced_by
            checked += 1
    assert checked > 40


def test_what_replaces_is_named_and_nothing_else() -> None:
    path = explained(
        catalog(
            trainings=[
                {"id": "court", "hours": 7, "outcomes": [("negociation", 0, 1)]},
                {"id": "long", "hours": 14, "outcomes": [("negociation", 0, 1)]},
                {"id": "droit", "hours": 7, "outcomes": [("droit", 0, 1)]},
            ],
            profiles=[{"id": "acheteur", "requirements": {"negociation": 1, "droit": 1}}],
        )
    )
    losses = {training.id: training.loss for training in path.trainings}
    assert losses["court"] is not None
    assert (losses["court"].gap_weight, losses["court"].replaced_by) == (0, ("long",))
    assert losses["droit"] is not None
    assert losses["droit"].gap_weight > 0
    assert losses["droit"].replaced_by == ()


def test_without_being_asked_no_loss_is_computed() -> None:
    records = catalog(
        trainings=[{"id": "court", "outcomes": [("negociation", 0, 1)]}],
        profiles=[{"id": "acheteur", "requirements": {"negociation": 1}}],
    )
    path = find_path(SkillGraph.of(records, DAY), buyer(), records.profiles["acheteur"])
    assert [training.loss for training in path.trainings] == [None]


TO_CONFIRM = [
    {
        "id": "theme",
        "evidence": "indicative",
        "price_eur": 0,
        "hours": 7,
        "outcomes": [("negociation", 0, 1)],
    },
    {"id": "paye", "evidence": "verified", "price_eur": 500, "hours": 7, "outcomes": [("negociation", 0, 1)]},
    {
        "id": "paye-long",
        "evidence": "confirmed",
        "price_eur": 500,
        "hours": 21,
        "outcomes": [("negociation", 0, 1)],
    },
    {"id": "autre", "evidence": "verified", "price_eur": 0, "hours": 7, "outcomes": [("droit", 0, 1)]},
]


def test_the_surest_training_that_closes_as_much_stands_in() -> None:
    path = explained(
        catalog(trainings=TO_CONFIRM, profiles=[{"id": "acheteur", "requirements": {"negociation": 1}}])
    )
    (chosen,) = path.trainings
    assert chosen.id == "theme"
    assert chosen.stand_in is not None
    assert (chosen.stand_in.id, chosen.stand_in.evidence, chosen.stand_in.price_eur) == (
        "paye-long",
        "confirmed",
        500,
    )


def test_what_would_break_a_limit_does_not_stand_in() -> None:
    path = explained(
        catalog(trainings=TO_CONFIRM, profiles=[{"id": "acheteur", "requirements": {"negociation": 1}}]),
        Constraints(max_price=100),
    )
    assert [training.stand_in for training in path.trainings] == [None]


def test_a_verified_training_needs_no_stand_in() -> None:
    path = explained(
        catalog(trainings=TO_CONFIRM[1:3], profiles=[{"id": "acheteur", "requirements": {"negociation": 1}}])
    )
    assert [training.stand_in for training in path.trainings] == [None]
