"""`list`: what it prints, refuses and writes."""

import json

import pytest
from small_catalogue import Command

ON = ("--date", "2026-11-24")


def test_a_list_is_readable_at_100_columns_and_names_what_to_show(command: Command, catalogue: str) -> None:
    shown = command("list", "trainings", "--data", catalogue, *ON)
    assert shown.code == 0
    assert "Négocier un marché" in shown.out
    assert "negocier" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 100


def test_a_list_in_json_has_items(command: Command, catalogue: str) -> None:
    shown = command(
        "list", "competencies", "--area", "passation", "--data", catalogue, "--format", "json", *ON
    )
    data = json.loads(shown.out)
    assert (data["format_version"], data["list"]) == (1, "competencies")
    assert {item["id"] for item in data["items"]} == {"ecoute", "negociation"}


@pytest.mark.parametrize(
    ("option", "value", "nearest"),
    [
        ("--area", "pasation", "passation"),
        ("--role", "artisa", "artisan"),
        ("--kind", "cours", "course"),
        ("--provider", "cnfp", "cnfpt"),
        ("--region", "haut-de-france", "hauts-de-france"),
    ],
)
def test_an_unknown_value_is_refused_with_the_nearest(
    command: Command, catalogue: str, option: str, value: str, nearest: str
) -> None:
    shown = command("list", "trainings", option, value, "--data", catalogue, *ON)
    assert shown.code == 2
    assert option in shown.err
    assert f"« {nearest} »" in shown.err


def test_a_filter_that_means_nothing_for_a_list_is_refused(command: Command, catalogue: str) -> None:
    shown = command("list", "profiles", "--provider", "cnfpt", "--data", catalogue, *ON)
    assert shown.code == 2
    assert "--provider" in shown.err
    assert "--area" in shown.err


def test_a_list_that_does_not_exist_is_refused_with_those_that_do(command: Command) -> None:
    shown = command("list", "trainigs")
    assert shown.code == 2
    assert "'trainings'" in shown.err


def test_files_are_called_by_what_was_asked(command: Command, catalogue: str) -> None:
    written = command(
        "list",
        "trainings",
        "--kind",
        "course",
        "--all",
        "--data",
        catalogue,
        "--format",
        "md,json",
        "-o",
        "out",
    )
    assert written.code == 0
    assert "list-trainings-course-all.md" in written.err
