"""`referentiel`: its JSON contract, its files, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from small_catalogue import Command

ON = ("--data", "catalogue", "--date", "2026-11-24")

pytestmark = pytest.mark.usefixtures("catalogue")


def test_json_holds_areas_roles_phases_and_competencies_as_they_are_written(command: Command) -> None:
    result = answer(command)
    assert result["format_version"] == 1
    assert result["scope"] == {"role": None, "area": None}
    assert result["areas"] == [
        {"id": "juridique", "savoir": 1, "savoir_faire": 0, "savoir_etre": 0, "competencies": ["droit"]},
        {
            "id": "passation",
            "savoir": 0,
            "savoir_faire": 1,
            "savoir_etre": 1,
            "competencies": ["ecoute", "negociation"],
        },
    ]
    assert result["roles"] == [{"id": "artisan", "competencies": ["negociation"]}]
    assert result["phases"] == [{"id": None, "competencies": ["droit", "ecoute", "negociation"]}]
    assert result["validated"] == 0
    law = result["competencies"][0]
    assert law["record"]["title"] == {"fr": "Droit des marchés", "en": "Procurement law"}
    assert law["record"]["levels"] == []
    assert law["asked_by"] == [
        {"profile": "acheteur", "kind": "standard", "level": 2, "importance": 3},
        {"profile": "juriste", "kind": "standard", "level": 2, "importance": 3},
    ]


@pytest.mark.parametrize(
    ("options", "competencies", "file"),
    [
        ((), ["droit", "ecoute", "negociation"], "referentiel.md"),
        (("--role", "artisan"), ["negociation"], "referentiel-artisan.md"),
        (("--area", "passation"), ["ecoute", "negociation"], "referentiel-passation.md"),
        (
            ("--area", "passation", "--role", "artisan"),
            ["negociation"],
            "referentiel-artisan-passation.md",
        ),
    ],
)
def test_a_role_and_an_area_narrow_it_and_name_its_file(
    command: Command, tmp_path: Path, options: tuple[str, ...], competencies: list[str], file: str
) -> None:
    assert [one["id"] for one in answer(command, *options)["competencies"]] == competencies
    command("referentiel", *options, *ON, "--format", "md", "-o", "ici")
    assert [path.name for path in (tmp_path / "ici").iterdir()] == [file]


def test_what_serves_no_role_there_is_said_and_is_no_error(command: Command) -> None:
    ran = command("referentiel", "--role", "artisan", "--area", "juridique", *ON)
    assert (ran.code, ran.err) == (0, "")
    assert "Rôle : Artisan exigeant ; domaine : Droit et procédures" in ran.out.replace("\u00a0", " ")
    assert "Aucune compétence de ce catalogue ne répond à cette demande." in ran.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--role", "artisans"), "Vouliez-vous dire « artisan » ?"),
        (("--area", "juridiques"), "Vouliez-vous dire « juridique » ? Valeurs connues : juridique"),
        (("--area", "x"), "Valeurs connues : juridique, passation."),
        (("--role", ""), "Valeurs connues : artisan."),
    ],
)
def test_an_unknown_role_or_area_is_refused_with_the_nearest(
    command: Command, options: tuple[str, ...], said: str
) -> None:
    ran = command("referentiel", *options, *ON)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_it_stands_in_the_help_among_what_is_for_everyone(command: Command) -> None:
    lines = command("--help").out.splitlines()
    everyone = lines.index("Pour tout le monde :")
    assert "referentiel" in "\n".join(lines[everyone : lines.index("Pour les RH :")])


def answer(command: Command, *options: str) -> dict[str, Any]:
    ran = command("referentiel", *options, *ON, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    result: dict[str, Any] = json.loads(ran.out)
    return result
