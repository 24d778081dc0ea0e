"""`gap`: its JSON contract and its exit codes."""

import json

import pytest
from small_catalogue import Command

GAP = ("gap", "b1.yaml", "--profile", "acheteur", "--data", "catalogue", "--date", "2026-11-24")

pytestmark = pytest.mark.usefixtures("catalogue", "buyer")


def test_json_says_each_requirement_the_areas_and_the_roles(command: Command) -> None:
    result = json.loads(command(*GAP, "--format", "json").out)
    assert result["format_version"] == 1
    # 3 x 1 of 3 x 2 + 2 x 2 + 1 x 1.
    assert result["coverage"] == 3 / 11
    assert result["ready"] is False
    asked = ("competency", "required", "held", "gap", "surplus", "importance")
    assert [tuple(gap[name] for name in asked) for gap in result["gaps"]] == [
        ("droit", 2, 1, 1, 0, 3),
        ("negociation", 2, 0, 2, 0, 2),
        ("ecoute", 1, 0, 1, 0, 1),
    ]
    assert [(one["id"], one["coverage"]) for one in result["areas"]] == [("juridique", 0.5), ("passation", 0)]
    assert [(one["id"], one["coverage"]) for one in result["roles"]] == [("artisan", 0)]


def test_an_unknown_profile_is_refused_with_the_nearest(command: Command) -> None:
    ran = command("gap", "b1.yaml", "--profile", "acheteuse", *GAP[4:])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "Erreur : le profil « acheteuse » n'existe pas dans ce catalogue.\n"
        "Vouliez-vous dire « acheteur » ? La liste complète : buyer-skills list profiles\n"
    )


def test_an_unknown_profile_like_no_other_is_refused_with_those_known(command: Command) -> None:
    ran = command("gap", "b1.yaml", "--profile", "zzz", *GAP[4:])
    assert ran.code == 2
    assert "Profils connus : acheteur, juriste." in ran.err


@pytest.mark.parametrize(("threshold", "code"), [("0", 0), ("0,5", 0), ("0.5", 0), ("0.51", 3), ("1", 3)])
def test_coverage_under_the_threshold_asked_for_is_exit_code_3(
    command: Command, threshold: str, code: int
) -> None:
    ran = command(
        "gap", "b1.yaml", "--profile", "juriste", *GAP[4:], "--fail-under", threshold, "--format", "json"
    )
    assert ran.code == code
    assert json.loads(ran.out)["coverage"] == 0.5
    assert ran.err.startswith("Erreur : la couverture est inférieure au seuil demandé") == bool(code)


def test_the_readiness_threshold_may_be_lowered(command: Command) -> None:
    person = "id: b2\nlevels: {droit: 2, negociation: 1}\n"
    arguments = ("gap", "-", *GAP[2:], "--format", "json")
    assert json.loads(command(*arguments, stdin=person).out)["ready"] is False
    lowered = command(*arguments, "--ready-threshold", "0,7", stdin=person)
    assert json.loads(lowered.out)["ready"] is True


@pytest.mark.parametrize("option", ["--data", "--with"])
def test_a_folder_of_data_that_is_not_there_is_told(command: Command, option: str) -> None:
    ran = command(*GAP, option, "nulle-part")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("nulle-part: erreur F130 : dossier introuvable.")
