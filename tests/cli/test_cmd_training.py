"""`missing`, `bridge` and `compare`: their JSON contracts, and what they refuse."""

import json
from pathlib import Path
from typing import Any

import pytest
from small_catalogue import Command

ON = ("--data", "catalogue", "--date", "2026-11-24")

pytestmark = pytest.mark.usefixtures("catalogue")


def test_missing_says_the_findings_the_steps_of_work_and_the_trust(command: Command) -> None:
    result = answer(command, "missing")
    assert result["format_version"] == 1
    kept = (
        "competency",
        "from",
        "to",
        "kind",
        "also",
        "caused_by",
        "demand",
        "weighted_demand",
        "employers",
        "nearest",
    )
    findings = [tuple(one[name] for name in kept) for one in result["findings"]]
    assert findings == [
        ("negociation", 1, 2, "absent", [], None, 1, 2, [], ["negocier"]),
        ("ecoute", 0, 1, "absent", [], None, 1, 1, [], []),
        ("droit", 0, 1, "initial-only", ["single-provider"], None, 2, 6, [], ["droit-avance"]),
        ("negociation", 0, 1, "unconfirmed", ["single-provider"], None, 1, 2, [], []),
    ]
    assert result["work_steps"] == []
    assert result["trust"] == [
        {
            "area": "juridique",
            "trainings": 2,
            "degrees": 1,
            "trusted": 1,
            "competencies": 1,
            "thin": [],
            "funded": None,
            "unknown_prices": None,
            "providers": [{"id": "cnfpt", "trainings": 1}, {"id": "universite", "trainings": 1}],
            "sufficient": False,
        },
        {
            "area": "passation",
            "trainings": 1,
            "degrees": 0,
            "trusted": 0,
            "competencies": 1,
            "thin": ["negociation"],
            "funded": None,
            "unknown_prices": None,
            "providers": [{"id": "cnfpt", "trainings": 1}],
            "sufficient": False,
        },
    ]


@pytest.mark.parametrize(
    ("filters", "competencies"),
    [
        (("--profile", "juriste"), {"droit"}),
        (("--area", "passation"), {"negociation", "ecoute"}),
        (("--role", "artisan"), {"negociation"}),
    ],
)
def test_missing_may_be_narrowed(command: Command, filters: tuple[str, ...], competencies: set[str]) -> None:
    assert {one["competency"] for one in answer(command, "missing", *filters)["findings"]} == competencies


def test_missing_files_are_named_by_what_narrows_them(command: Command, tmp_path: Path) -> None:
    command("missing", "--profile", "juriste", "--area", "juridique", *ON, "--format", "md", "-o", "ici")
    assert [path.name for path in (tmp_path / "ici").iterdir()] == ["missing-juriste-juridique.md"]


def test_a_short_report_is_named_so_and_its_json_stays_whole(command: Command, tmp_path: Path) -> None:
    asked = ("missing", "--area", "juridique", "--short", *ON, "--format", "md,json", "-o", "ici")
    assert command(*asked).code == 0
    names = ["missing-court-juridique.json", "missing-court-juridique.md"]
    assert sorted(path.name for path in (tmp_path / "ici").iterdir()) == names
    short = json.loads((tmp_path / "ici" / names[0]).read_text("utf-8"))
    assert short == answer(command, "missing", "--area", "juridique")
    assert "## Premiers constats" in (tmp_path / "ici" / names[1]).read_text("utf-8")


def test_bridge_says_what_each_degree_brings_and_its_complement(command: Command) -> None:
    result = answer(command, "bridge", "--employer", "territorial")
    assert result["format_version"] == 1
    kept = ("degree", "profile", "coverage", "complement", "hours", "price_eur")
    assert [tuple(one[name] for name in kept) for one in result["bridges"]] == [
        ("master-achat", "juriste", 1, [], 0, 0),
        ("master-achat", "acheteur", 6 / 11, ["negocier"], 14, 0),
    ]
    assert [(one["competency"], one["gap"]) for one in result["bridges"][1]["gaps"]] == [
        ("negociation", 2),
        ("ecoute", 1),
    ]


def test_no_coverage_is_given_of_a_degree_whose_programme_was_not_read(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "catalogue" / "trainings.yaml"
    before, degree, after = path.read_text("utf-8").partition("  - id: master-achat")
    path.write_text(before + degree + after.replace("basis: programme", "basis: theme"), encoding="utf-8")
    assert [one["coverage"] for one in answer(command, "bridge")["bridges"]] == [None, None]


def test_bridge_of_one_degree_towards_one_profile(command: Command) -> None:
    result = answer(command, "bridge", "master-achat", "--profile", "juriste")
    assert [(one["degree"], one["profile"]) for one in result["bridges"]] == [("master-achat", "juriste")]


def test_compare_says_what_is_common_more_less_and_how_far(command: Command) -> None:
    result = answer(command, "compare", "juriste", "acheteur", "--employer", "territorial")
    assert result["format_version"] == 1
    assert [(one["competency"], one["a"], one["b"]) for one in result["common"]] == [("droit", 2, 2)]
    assert [(one["competency"], one["a"], one["b"]) for one in result["more"]] == [
        ("negociation", None, 2),
        ("ecoute", None, 1),
    ]
    assert result["less"] == []
    # No path makes a lawyer ready to buy; a buyer is ready to be a lawyer from the start.
    assert (result["hours_a_to_b"], result["hours_b_to_a"]) == (None, 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing", "--profile", "juristes"), "Vouliez-vous dire « juriste » ?"),
        (("missing", "--area", "pasation"), "Vouliez-vous dire « passation » ?"),
        (("missing", "--theme", "ia"), "Valeurs connues : rien dans ce catalogue."),
        (("missing", "--region", "haut-de-france"), "Vouliez-vous dire « hauts-de-france » ?"),
        (("bridge", "master-achats"), "Vouliez-vous dire « master-achat » ?"),
        (("bridge", "droit-avance"), "Diplômes connus : master-achat."),
        (("bridge", "--profile", "juristes"), "Vouliez-vous dire « juriste » ?"),
        (("compare", "juriste", "acheteuse"), "Vouliez-vous dire « acheteur » ?"),
    ],
)
def test_what_the_catalogue_does_not_know_is_refused(
    command: Command, arguments: tuple[str, ...], said: str
) -> None:
    ran = command(*arguments, *ON)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    "verb", [("missing",), ("bridge",), ("compare", "juriste", "acheteur")], ids=lambda verb: verb[0]
)
@pytest.mark.parametrize("name", ["json", "md", "html"])
def test_each_format_twice_gives_the_same_bytes(command: Command, verb: tuple[str, ...], name: str) -> None:
    first = command(*verb, *ON, "--format", name)
    assert (first.code, first.err) == (0, "")
    assert command(*verb, *ON, "--format", name).out == first.out


def answer(command: Command, *arguments: str) -> dict[str, Any]:
    ran = command(*arguments, *ON, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    result: dict[str, Any] = json.loads(ran.out)
    return result
