import datetime as dt
from pathlib import Path

import pytest
from benchmarks.bare_chain import BareChain
from benchmarks.generator import generate, write
from benchmarks.records import PROFILE
from benchmarks.shapes import DENSE, SHAPES, TODAY, Shape

from buyer_skills.analyses.paths import find_path
from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.analyses.paths.problem import build_problem
from buyer_skills.catalog.buyer_files import read_buyer
from buyer_skills.catalog.loading import read_catalog
from buyer_skills.graph.skill_graph import SkillGraph

DAY = dt.date(2026, 11, 24)
COURSES = 50


def texts_of(shape: Shape, seed: int, folder: Path) -> dict[str, str]:
    written = write(generate(shape, COURSES, seed), folder)
    return {file.name: file.read_text(encoding="utf-8") for file in (*written.data.iterdir(), written.buyer)}


def test_the_same_seed_gives_the_same_files_and_another_does_not(tmp_path: Path) -> None:
    first, again, other = (
        texts_of(TODAY, seed, tmp_path / name) for seed, name in ((1, "a"), (1, "b"), (2, "c"))
    )
    assert first == again
    assert first["trainings.yaml"] != other["trainings.yaml"]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_generated_catalogue_has_no_error_and_a_path(shape: Shape, tmp_path: Path) -> None:
    written = write(generate(shape, COURSES, 1), tmp_path)
    loaded = read_catalog((written.data,), day=DAY)
    assert [str(issue) for issue in loaded.issues if issue.severity == "error"] == []
    assert len(loaded.catalog.trainings) == COURSES + 4
    buyer, issues = read_buyer(written.buyer, "acheteur.yaml", loaded.catalog)
    assert buyer is not None
    assert issues == ()
    found = find_path(SkillGraph.of(loaded.catalog, DAY), buyer, loaded.catalog.profiles[PROFILE])
    assert found.status == "optimal"
    assert found.trainings


def test_the_bare_chain_reaches_the_same_set(tmp_path: Path) -> None:
    written = write(generate(DENSE, COURSES, 3), tmp_path)
    catalog = read_catalog((written.data,), day=DAY).catalog
    buyer, _ = read_buyer(written.buyer, "acheteur.yaml", catalog)
    assert buyer is not None
    graph, profile = SkillGraph.of(catalog, DAY), catalog.profiles[PROFILE]
    constraints = Constraints().completed_by(buyer)
    chain = BareChain(build_problem(graph, buyer, profile, constraints).admitted())
    ids = chain.run(constraints.criteria)
    assert sorted(ids) == sorted(training.id for training in find_path(graph, buyer, profile).trainings)
