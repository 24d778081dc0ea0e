"""The catalogues that are measured: the bundled one with its examples, and generated ones."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generator import generate, write
from benchmarks.measuring import ROOT
from benchmarks.records import PROFILE
from benchmarks.shapes import SHAPES
from buyer_skills.catalog.buyer_files import read_buyer
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.graph.skill_graph import SkillGraph

DAY = dt.date(2026, 11, 24)
"""The day every measure is made for."""

EXAMPLES = {
    "debutante": "acheteur-public",
    "gestionnaire-quatre-ans": "acheteur-public",
    "juriste-en-reconversion": "acheteur-public",
    "acheteur-hospitalier": "acheteur-hospitalier",
    "manager": "responsable-commande-publique",
    "deja-prete": "gestionnaire-marches-publics",
}
"""The bundled buyers and the job each is measured against."""

_FOLDER = TemporaryDirectory(prefix="benchmarks-")


@dataclass(frozen=True, slots=True)
class Case:
    """A catalogue on disk, a buyer and a job."""

    data: Path
    buyer: Path
    profile: str


@dataclass(frozen=True, slots=True)
class LoadedCase:
    """The same, read."""

    graph: SkillGraph
    buyer: Buyer
    profile: JobProfile


@cache
def generated(shape: str, courses: int, seed: int) -> Case:
    """Return a generated catalogue, written once a run."""
    folder = Path(_FOLDER.name) / f"{shape}-{courses}-{seed}"
    written = write(generate(SHAPES[shape], courses, seed), folder)
    return Case(written.data, written.buyer, PROFILE)


def bundled(example: str) -> Case:
    """Return the bundled catalogue with one of its buyers."""
    return Case(ROOT / "data", ROOT / "examples" / f"{example}.yaml", EXAMPLES[example])


def loaded(case: Case) -> LoadedCase:
    """Return a case read from disk.

    Raises:
        ValueError: its buyer has errors.
    """
    catalog = load_catalog((case.data,), day=DAY)
    buyer, _ = read_buyer(case.buyer, case.buyer.name, catalog)
    if buyer is None:
        raise ValueError(case.buyer)
    return LoadedCase(SkillGraph.of(catalog, DAY), buyer, catalog.profiles[case.profile])
