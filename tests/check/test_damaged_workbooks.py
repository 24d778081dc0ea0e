"""Damaged workbooks: a clear message and no traceback, within bounds of memory and time."""

import time
import tracemalloc
from pathlib import Path

import pytest
from builders import DAY
from damaged_workbooks import damaged, kinds, sound

from buyer_skills.catalog.bundled import as_folder, bundled_folder
from buyer_skills.messages.wording import wording
from buyer_skills.workflows.importing import import_catalogue

CASES = [(form, kind) for form in ("xlsx", "ods") for kind in kinds(form)]
LONG = {"too-many-rows", "repeated-row", "empty-rows", "million-empty-rows"}
"""Those that take seconds."""
MANY = [(form, kind, seed) for form, kind in CASES for seed in range(1, 4)]
MOST_MEMORY = 700 * 1024 * 1024
LONGEST = 60
SAID_AT_MOST = 1_000


def brought_through(form: str, kind: str, seed: int, folder: Path) -> None:
    path = folder / f"classeur.{form}"
    path.write_bytes(damaged(kind, form, seed))
    start = time.perf_counter()
    imported = import_catalogue(path, path.name, as_folder(folder / "new"), bundled_folder(), DAY)
    assert time.perf_counter() - start < LONGEST
    assert imported is not None
    assert not (imported.has_errors and imported.files)
    for language in ("fr", "en"):
        words = wording(language)
        for issue in imported.issues[:SAID_AT_MOST]:
            assert words.render(issue.message)
            assert issue.hint is None or words.render(issue.hint)
    assert imported.has_errors or imported.files


def test_there_are_many_kinds_of_damage() -> None:
    assert len(CASES) >= 60
    assert len(MANY) >= 300


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_the_sound_workbook_is_read(form: str, tmp_path: Path) -> None:
    from buyer_skills.catalog.exchange import read_brought

    path = tmp_path / f"classeur.{form}"
    path.write_bytes(sound(form))
    brought = read_brought(path, path.name)
    assert brought is not None
    assert brought.issues == []


@pytest.mark.parametrize(
    ("form", "kind", "code"),
    [
        ("xlsx", "zip-bomb", "F141"),
        ("xlsx", "many-parts", "F141"),
        ("xlsx", "old-format", "F148"),
        ("xlsx", "error-value", "F146"),
        ("xlsx", "merged", "F144"),
        ("xlsx", "macros", "F242"),
        ("xlsx", "external-link", "F243"),
        ("xlsx", "far-column", "F147"),
        pytest.param("xlsx", "too-many-rows", "F147", marks=pytest.mark.slow),
        ("xlsx", "hidden-row", "F244"),
        ("xlsx", "no-sheet", "F153"),
        ("xlsx", "sheet-twice", "F154"),
        ("xlsx", "stray-row", "F155"),
        ("xlsx", "stray-column", "F251"),
        ("xlsx", "keys-gone", "F250"),
        ("xlsx", "entity-bomb", "F140"),
        ("xlsx", "outside-entity", "F140"),
        ("ods", "formula", "F143"),
        ("ods", "merged", "F144"),
        ("ods", "encrypted", "F148"),
        pytest.param("ods", "repeated-row", "F147", marks=pytest.mark.slow),
        ("ods", "keys-gone", "F152"),
    ],
)
def test_damage_has_its_own_code(form: str, kind: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / f"classeur.{form}"
    path.write_bytes(damaged(kind, form, 0))
    imported = import_catalogue(path, path.name, as_folder(tmp_path / "new"), bundled_folder(), DAY)
    assert imported is not None
    assert code in {issue.code for issue in imported.issues}


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        pytest.param(form, kind, marks=pytest.mark.slow) if kind in LONG else (form, kind)
        for form, kind in CASES
    ],
)
def test_damage_is_said(form: str, kind: str, tmp_path: Path) -> None:
    brought_through(form, kind, 0, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(("form", "kind", "seed"), MANY)
def test_damage_is_said_wherever_it_is(form: str, kind: str, seed: int, tmp_path: Path) -> None:
    brought_through(form, kind, seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("xlsx", "zip-bomb"),
        ("xlsx", "empty-rows"),
        ("xlsx", "too-many-rows"),
        ("ods", "million-empty-rows"),
        ("ods", "repeated-row"),
    ],
)
def test_memory_stays_within_bounds(form: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"classeur.{form}"
    path.write_bytes(damaged(kind, form, 0))
    tracemalloc.start()
    try:
        import_catalogue(path, path.name, as_folder(tmp_path / "new"), bundled_folder(), DAY)
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()
