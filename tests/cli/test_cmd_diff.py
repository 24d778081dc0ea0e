"""`diff`: two folders compared, in each form, and what is refused."""

import json
from pathlib import Path

import pytest
from small_catalogue import FILES, Command, write_catalogue

ON = ("--date", "2026-11-24")

pytestmark = pytest.mark.usefixtures("catalogue", "later")


@pytest.fixture
def later(tmp_path: Path) -> None:
    """Write the small catalogue as it may become: a course has ended, its neighbour has a price."""
    write_catalogue(tmp_path / "nouveau")
    text = (tmp_path / "nouveau" / "trainings.yaml").read_text(encoding="utf-8")
    text = text.replace("title: Négocier un marché\n", "title: Négocier un marché\n    status: ended\n")
    (tmp_path / "nouveau" / "trainings.yaml").write_text(
        text.replace("    days: 2\n", "    days: 2\n    price_eur: 90\n"), encoding="utf-8"
    )


def test_the_json_says_what_changed_and_what_it_does(command: Command) -> None:
    ran = command("diff", "catalogue", "nouveau", *ON, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    result = json.loads(ran.out)
    assert result["format_version"] == 1
    assert [(result[one]["name"], result[one]["trainings"]) for one in ("old", "new")] == [
        ("catalogue", 3),
        ("nouveau", 2),
    ]
    assert result["changes"] == [
        {
            "group": "trainings",
            "id": "droit-avance",
            "change": "changed",
            "keys": [{"key": "price_eur", "before": None, "after": 90.0}],
        },
        {
            "group": "trainings",
            "id": "negocier",
            "change": "changed",
            "keys": [{"key": "status", "before": "current", "after": "ended"}],
        },
    ]
    assert result["no_longer_offered"] == ["negocier"]
    assert result["steps"] == [
        {"competency": "negociation", "from": 0, "to": 1, "before": "unconfirmed", "after": "absent"}
    ]
    moved = {one["profile"]: one["requirements"] for one in result["profiles"]}
    assert {name: [one["competency"] for one in moves] for name, moves in moved.items()} == {
        "acheteur": ["negociation"],
        "juriste": [],
    }


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_form_is_made(command: Command, tmp_path: Path, language: str) -> None:
    assert command("diff", "catalogue", "nouveau", *ON, "--lang", language).code == 0
    asked = ("diff", "catalogue", "nouveau", *ON, "--lang", language, "--format", "md,html,json")
    assert command(*asked, "-o", "ici").code == 0
    assert sorted(path.name for path in (tmp_path / "ici").iterdir()) == ["diff.html", "diff.json", "diff.md"]


def test_an_overlay_is_compared_as_what_it_makes_of_the_bundled_catalogue(
    command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "surcouche"
    folder.mkdir()
    (folder / "catalog.yaml").write_text("format_version: 1\noverlay: true\n", encoding="utf-8")
    (folder / "trainings.yaml").write_text("format_version: 1\ntrainings: []\n", encoding="utf-8")
    ran = command("diff", "surcouche", "surcouche", *ON, "--format", "json")
    result = json.loads(ran.out)
    assert result["changes"] == []
    assert result["old"]["trainings"] > 100


def test_a_catalogue_with_errors_is_not_compared(command: Command, tmp_path: Path) -> None:
    (tmp_path / "nouveau" / "providers.yaml").write_text(FILES["sources.yaml"], encoding="utf-8")
    ran = command("diff", "catalogue", "nouveau", *ON)
    assert (ran.code, ran.out) == (1, "")
    assert "nouveau/providers.yaml" in ran.err


def test_a_folder_that_is_not_there_is_said(command: Command) -> None:
    ran = command("diff", "catalogue", "ailleurs", *ON)
    assert (ran.code, ran.out) == (1, "")
    assert "F130" in ran.err
