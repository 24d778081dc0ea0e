"""The records of a generated catalogue other than trainings, and its buyer."""

from random import Random
from typing import Any

from benchmarks.shapes import Shape, Weights

Document = dict[str, Any]
"""A record, or all that one YAML file holds."""

PROFILE = "metier-vise"
"""The job the generated buyer aims at."""

BASE = "competence-001"
"""The competency that most courses that ask for something ask for, as the bundled ones do for law."""

AREAS = 9
PHASES = ("programmation", "passation", "execution")
KINDS: Weights = {"savoir-faire": 39, "savoir-etre": 10, "savoir": 6}
DEGREE_LEVELS: Weights = {"5": 14, "6": 28, "7": 40}
REQUIRED_LEVELS: Weights = {"1": 15, "2": 70, "3": 15}
HELD_LEVELS: Weights = {"0": 50, "1": 35, "2": 15}

TEXT = (
    "Recenser les besoins avec les directions, choisir la forme du marché et le suivre jusqu'à son terme, "
    "en tenant compte du budget, des délais et de ce que les entreprises savent faire."
)
"""A description of the length they have in the bundled catalogue."""


def headings() -> Document:
    """Return the areas and phases."""
    areas = [
        {"id": f"domaine-{n}", "title": _both(f"Domaine {n}"), "description": _both(TEXT)}
        for n in range(1, AREAS + 1)
    ]
    return {"areas": areas, "phases": [{"id": name, "title": _both(name.title())} for name in PHASES]}


def competency(number: int, random: Random) -> Document:
    """Return the competency of that number."""
    return {
        "id": f"competence-{number:03}",
        "title": _both(f"Compétence {number}"),
        "kind": drawn(KINDS, random),
        "area": f"domaine-{number % AREAS + 1}",
        "phase": PHASES[number % len(PHASES)],
        "description": _both(TEXT),
        "links": [
            {"framework": "ESCO", "code": f"s-{number}-{n}", "label": f"skill {n}", "relation": "close"}
            for n in range(2)
        ],
        "basis": "Titre et description inventés pour mesurer.",
        "sources": ["source-0001"],
    }


def profiles(names: list[str], shape: Shape, sources: list[str], random: Random) -> list[Document]:
    """Return the job aimed at, and other ones."""
    identifiers = [PROFILE, *(f"metier-{number}" for number in range(2, shape.profiles + 1))]
    return [
        {
            "id": identifier,
            "title": {"fr": {"feminine": f"Acheteuse {n}", "masculine": f"Acheteur {n}"}, "en": f"Buyer {n}"},
            "kind": "standard",
            "purpose": _both(TEXT),
            "missions": [_both(TEXT) for _ in range(3)],
            "activities": [_both(TEXT) for _ in range(7)],
            "requirements": _requirements(names, shape, random),
            "basis": "Niveaux tirés au sort pour mesurer.",
            "sources": [random.choice(sources)],
        }
        for n, identifier in enumerate(identifiers, start=1)
    ]


def _requirements(names: list[str], shape: Shape, random: Random) -> list[Document]:
    found = []
    for rank, name in enumerate([BASE, *sorted(random.sample(names[1:], shape.requirements - 1))]):
        level = int(drawn(REQUIRED_LEVELS, random))
        importance = 3 if rank % 4 == 0 else random.choice((1, 2, 2, 2))
        found.append({"competency": name, "level": level, "importance": importance})
    return found


def providers(names: list[str], sources: list[str], random: Random) -> list[Document]:
    """Return the providers; the courses of the first are funded for local authorities."""
    access = {"territorial": {"price_eur": 0, "paid_by": "cotisation"}, "hospitalier": {"price_eur": None}}
    return [
        {"id": name, "title": name.title(), "region": "national", "sources": [random.choice(sources)]}
        | ({"access": access} if rank == 0 else {})
        for rank, name in enumerate(names)
    ]


def source(name: str) -> Document:
    """Return the source of that id."""
    return {
        "id": name,
        "title": f"Page inventée {name}",
        "publisher": "Éditeur inventé",
        "url": f"https://source.example/{name}",
        "date": "2025-06-30",
        "seen": "2026-11",
    }


def buyer(names: list[str], random: Random) -> Document:
    """Return a buyer who holds half of the competencies, at a low level."""
    levels = {name: int(drawn(HELD_LEVELS, random)) for name in names}
    return {
        "id": "personne-de-mesure",
        "format_version": 1,
        "employer": "territorial",
        "degree_level": 5,
        "levels": {name: level for name, level in levels.items() if level},
    }


def _both(text: str) -> Document:
    return {"fr": text, "en": text}


def drawn(weights: Weights, random: Random) -> str:
    """Return one value, each as often as its weight says."""
    return random.choices(list(weights), list(weights.values()))[0]
