"""`show`: what it prints, refuses and writes."""

import json

import pytest
from small_catalogue import Command

ON = ("--date", "2026-11-24")


@pytest.mark.parametrize(
    "identifier", ["droit", "negocier", "cnfpt", "role:artisan", "artisan", "area:juridique"]
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_anything_is_shown_by_its_id(
    command: Command, catalogue: str, identifier: str, language: str
) -> None:
    shown = command("show", identifier, "--data", catalogue, "--lang", language, *ON)
    assert shown.code == 0
    assert identifier.rpartition(":")[2] in shown.out


def test_an_id_that_does_not_exist_is_refused_with_the_nearest(command: Command, catalogue: str) -> None:
    shown = command("show", "negociasion", "--data", catalogue, *ON)
    assert shown.code == 2
    assert "« negociation »" in shown.err
    assert "role:artisan" in command("show", "role:artisn", "--data", catalogue, *ON).err


def test_what_is_shown_in_json_is_the_record_with_its_neighbours(command: Command, catalogue: str) -> None:
    data = json.loads(command("show", "droit", "--data", catalogue, "--format", "json", *ON).out)
    assert (data["format_version"], data["kind"], data["record"]["id"]) == (1, "competency", "droit")
    assert [step["to"] for step in data["steps"]] == [1, 2, 3, 4]


def test_files_are_called_by_what_was_asked(command: Command, catalogue: str) -> None:
    written = command("show", "role:artisan", "--data", catalogue, "--format", "md,json", "-o", "out")
    assert "show-role-artisan.json" in written.err
    written = command("show", "droit", "--data", catalogue, "--format", "md,json", "-o", "out")
    assert "show-droit.md" in written.err
