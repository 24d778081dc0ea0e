"""Whatever a spreadsheet holds, something is said of it: no exception, and a mapping that reads back."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from damaged_workbooks import damaged, kinds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buyer_skills.catalog.intake.mapping_files import read_mapping
from buyer_skills.catalog.intake.mapping_guesses import guess_mapping
from buyer_skills.catalog.intake.mapping_text import mapping_text
from buyer_skills.catalog.intake.table_reading import read_table
from buyer_skills.messages.wording import wording

HEADINGS = [
    "Code",
    "Intitulé",
    "Durée",
    "Durée (j)",
    "Prix",
    "Tarif FPT",
    "Du",
    "au",
    "Lieu",
    "Région",
    "Divers",
    "",
]
CELLS = st.one_of(
    st.sampled_from(
        ["X1", "Un stage inventé", "2 jours", "14", "gratuit", "12/03/2027", "mai 2027", "nc", "Total", ""]
    ),
    st.text(max_size=20),
)

HUGE = {"empty-rows", "too-many-rows", "repeated-row"}
"""Kinds of damage that the readers of workbooks are tried with."""


def goes_through(path: Path) -> None:
    """Guess, write, read back and read; every issue has its words."""
    mapping, columns, issues = guess_mapping(path, path.name)
    said = list(issues)
    if mapping is None:
        assert any(one.severity == "error" for one in issues)
    else:
        mapping = mapping.model_copy(update={"provider": mapping.provider or "invente"})
        read, found = read_mapping(mapping_text(mapping, columns), "m.yaml", (path, path.name))
        assert read == mapping or "title" not in mapping.columns.values()
        file = read_table(path, path.name, mapping, "2026-11-25")
        assert all(one.title and one.provider and one.key for one in file.offers)
        assert len({one.key for one in file.offers}) == len(file.offers)
        said += [*found, *file.issues]
    for one in said:
        for language in ("fr", "en"):
            assert wording(language).render(one.message)
            assert one.hint is None or wording(language).render(one.hint)


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_some_damaged_workbooks_are_told(form: str, tmp_path: Path) -> None:
    all_go_through(sorted(set(kinds(form)) - HUGE)[::8], form, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_damaged_workbooks_are_told(form: str, tmp_path: Path) -> None:
    all_go_through(sorted(set(kinds(form)) - HUGE), form, tmp_path)


def all_go_through(found: list[str], form: str, folder: Path) -> None:
    for kind in found:
        path = folder / f"offre-{kind}.{form}"
        path.write_bytes(damaged(kind, form, 1))
        goes_through(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    headings=st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=8),
    rows=st.lists(st.lists(CELLS, max_size=9), max_size=8),
)
def test_any_table_is_read_or_refused(headings: list[str], rows: list[list[Any]], tmp_path: Path) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows([headings, *rows])
    path = tmp_path / "offre.csv"
    path.write_text(stream.getvalue(), encoding="utf-8", newline="", errors="replace")
    goes_through(path)
