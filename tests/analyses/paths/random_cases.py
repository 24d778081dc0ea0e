"""Random small cases with everything that makes a path hard: circles, twins, limits, entry requirements."""

from dataclasses import dataclass
from random import Random
from typing import Any

import builders

from buyer_skills.analyses.paths.constraints import DEFAULT_ORDER, Constraints
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.catalog import Catalog

FAMILIES = ("territorial", "hospitalier")


@dataclass(frozen=True)
class Case:
    """A catalogue, a buyer and constraints; the job is the profile `job`."""

    catalog: Catalog
    buyer: Buyer
    constraints: Constraints


def random_case(seed: int) -> Case:
    """Return the case of a seed."""
    random = Random(seed)
    competencies = [f"c{i}" for i in range(random.randint(2, 4))]
    count = random.randint(4, 8)
    names = [f"t{i}" for i in range(count)]
    random.shuffle(names)
    trainings = [_training(random, name, names[:i], competencies) for i, name in enumerate(names)]
    catalog = builders.catalog(
        competencies=competencies,
        trainings=trainings,
        profiles=[{"id": "job", "requirements": _requirements(random, competencies)}],
        providers=[
            {"id": "open", "access": {"territorial": {"price_eur": 0}}},
            {"id": "shut", "access": {"hospitalier": {"price_eur": None}}},
            "plain",
        ],
    )
    limited = random.random() < 0.5
    constraints = _constraints(random, names) if limited else _open_constraints(random)
    if limited:
        constraints = _with_modality(Random(f"modality {seed}"), constraints)
    return Case(catalog, _buyer(random, names, competencies), constraints)


def _requirements(random: Random, competencies: list[str]) -> dict[str, tuple[int, int]]:
    return {each: (random.choice((0, 1, 2, 2, 3, 3)), random.randint(1, 3)) for each in competencies}


def _buyer(random: Random, names: list[str], competencies: list[str]) -> Buyer:
    levels = {each: random.randint(1, 2) for each in competencies if random.random() < 0.25}
    keys: dict[str, Any] = {}
    if random.random() < 0.15:
        keys["completed"] = random.sample(names, random.randint(1, min(2, len(names))))
    if random.random() < 0.3:
        keys["degree_level"] = random.choice((4, 5, 6))
    if random.random() < 0.3:
        keys["statuses"] = ["titulaire"]
    return builders.buyer(levels, **keys)


def _training(random: Random, name: str, others: list[str], competencies: list[str]) -> dict[str, Any]:
    kind = random.choices(("course", "mooc", "practice", "degree"), (12, 3, 3, 2))[0]
    keys: dict[str, Any] = {
        "id": name,
        "kind": kind,
        "provider": random.choice(("open", "shut", "plain")),
        "hours": random.choice((7, 7, 14, 14, 21, 3.5)),
        "evidence": random.choice(("confirmed", "verified", "reported", "indicative")),
        "outcomes": _outcomes(random, competencies, 1 if kind == "practice" else 3),
        "requires": _requires(random, others, competencies),
    }
    if kind == "practice":
        keys["evidence"] = "generic"
    if random.random() < 0.1:
        keys["hours"] = None
    if kind == "degree":
        keys["grants_degree_level"] = random.choice((5, 6))
    if random.random() < 0.4:
        keys["price_eur"] = random.choice((0, 0, 50, 99.9, 120))
    if random.random() < 0.25:
        keys["access"] = {random.choice(FAMILIES): {"price_eur": random.choice((0, 80, None))}}
    if random.random() < 0.5:
        keys["region"] = random.choice(("nord", "sud", "national"))
    if random.random() < 0.5:
        keys["modality"] = random.choice(("presentiel", "distanciel"))
    if len(others) >= 2 and random.random() < 0.12:
        keys["parts"] = sorted(random.sample(others, random.randint(1, 2)))
        keys["kind"] = "itinerary"
    return keys


def _outcomes(random: Random, competencies: list[str], most: int) -> list[tuple[str, int, int]]:
    outcomes = []
    for _ in range(random.choices((1, 2, 3), (5, 4, 2))[0] if most > 1 else 1):
        from_level = random.choices((0, 1, 2), (6, 4, 2))[0]
        to_level = min(4, from_level + random.choices((1, 2), (4, 1))[0])
        outcomes.append((random.choice(competencies), from_level, to_level))
    return outcomes


def _requires(random: Random, others: list[str], competencies: list[str]) -> dict[str, Any]:
    keys: dict[str, Any] = {}
    if random.random() < 0.25:
        keys |= _condition(random, others, competencies)
    if random.random() < 0.15:
        keys["any_of"] = [_condition(random, others, competencies) for _ in range(random.randint(1, 3))]
    return keys


def _condition(random: Random, others: list[str], competencies: list[str]) -> dict[str, Any]:
    keys: dict[str, Any] = {}
    draw = random.random()
    if draw < 0.5:
        chosen = random.sample(competencies, min(len(competencies), random.choice((1, 1, 2))))
        keys["levels"] = {each: random.randint(1, 2) for each in chosen}
    elif draw < 0.8 and others:
        keys["trainings"] = random.sample(others, min(len(others), random.choice((1, 1, 2))))
    elif draw < 0.9:
        keys["degree_level"] = random.choice((5, 6))
    else:
        keys["statuses"] = random.choice((["titulaire"], ["contractuel", "titulaire"], ["etudiant"]))
    return keys


def _open_constraints(random: Random) -> Constraints:
    """Return constraints that let nearly everything through, so that order and choice are what matters."""
    return Constraints(
        employer=random.choice((*FAMILIES, None)),
        with_degrees=True,
        max_trainings=random.choice((None, None, 2, 4)),
        max_hours=random.choice((None, None, 28, 42)),
    )


def _with_modality(random: Random, constraints: Constraints) -> Constraints:
    """Return constraints that may also ask for a modality, and refuse what is not known.

    Drawn apart, so that the cases that other tests name by their seed stay as they are.
    """
    keys: dict[str, Any] = {}
    if random.random() < 0.15:
        keys["modalities"] = random.choice((("distanciel",), ("presentiel", "hybride")))
    if constraints.unknown is None and random.random() < 0.2:
        keys["unknown"] = "drop"
    return constraints.model_copy(update=keys)


def _constraints(random: Random, names: list[str]) -> Constraints:
    keys: dict[str, Any] = {"employer": random.choice((*FAMILIES, None))}
    if random.random() < 0.35:
        keys["max_hours"] = random.choice((7, 14, 21, 28, 40))
    if random.random() < 0.2:
        keys["max_price"] = random.choice((0, 50, 150))
    if random.random() < 0.25:
        keys["max_trainings"] = random.randint(0, 3)
    if random.random() < 0.2:
        keys["region"] = "nord"
    if random.random() < 0.15:
        keys["exclude"] = (random.choice(names),)
    if random.random() < 0.15:
        keys["evidence"] = random.choice(("confirmed", "verified", "reported"))
    if random.random() < 0.15:
        keys["practice"] = False
    if random.random() < 0.6:
        keys["with_degrees"] = True
    if random.random() < 0.2:
        keys["unknown"] = "keep"
    if random.random() < 0.2:
        keys["repeat"] = True
    if random.random() < 0.1:
        keys["providers"] = ("open", "plain")
    if random.random() < 0.3:
        keys["order"] = tuple(random.sample(DEFAULT_ORDER, random.randint(1, 3)))
    return Constraints(**keys)
