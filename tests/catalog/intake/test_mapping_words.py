"""Headings of training bodies' spreadsheets: each is understood as someone of the trade would."""

from pathlib import Path

import pytest
import yaml

from buyer_skills.catalog.intake.mapping import COLUMN_FIELDS
from buyer_skills.catalog.intake.mapping_words import field_of_heading

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "headings.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("heading", "field"), CASES.items(), ids=CASES)
def test_a_heading_says_what_its_column_holds(heading: str, field: str) -> None:
    assert field in {*COLUMN_FIELDS, "unknown"}
    assert (field_of_heading(heading) or "unknown") == field
    assert (field_of_heading(heading.upper()) or "unknown") == field


def test_a_heading_on_two_lines_is_understood_whole_or_by_its_second() -> None:
    headings = ["Durée / jours", "Session / Du", "Session / au", "Tarifs / Non adhérent", "Divers / Intitulé"]
    assert [field_of_heading(one) for one in headings] == [
        "days",
        "session_start",
        "session_end",
        "price",
        "title",
    ]


def test_a_heading_written_twice_is_understood_twice() -> None:
    assert field_of_heading("Du (2)") == "session_start"
