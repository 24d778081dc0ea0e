"""`demo`: three journeys on the bundled catalogue, the same bytes each time."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from small_catalogue import Command

from buyer_skills.catalog.bundled import bundled_folder
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.cli.running import run
from buyer_skills.messages.formats import date_text

ROOT = Path(__file__).parent.parent.parent
SHOWCASE = ROOT / "outputs" / "showcase"

NAMES = [
    "bridge-acheteur-public-hauts-de-france",
    "gap-exemple-debutante-acheteur-public",
    "missing",
    "path-exemple-debutante-acheteur-public",
    "profile-acheteur-public",
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what one run of the demo wrote, by the name of each file."""
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", "-o", str(folder), "--lang", "fr"]) == 0
    return _contents(folder)


def test_the_demo_tells_three_journeys_and_where_they_are_written(command: Command, tmp_path: Path) -> None:
    ran = command("demo")
    assert (ran.code, ran.err) == (0, "")
    assert re.findall(r"^(\d)\. ", ran.out, re.MULTILINE) == ["1", "2", "3"]
    assert ran.out.splitlines()[-1] == f"16 fichiers écrits dans {Path('outputs', 'showcase')}"
    assert max(map(len, ran.out.splitlines())) <= 100
    for name in NAMES:
        assert str(Path("outputs", "showcase", f"{name}.html")) in ran.out
        assert (tmp_path / "outputs" / "showcase" / f"{name}.html").exists()


def test_another_run_another_day_writes_the_same_bytes(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: dict[str, bytes]
) -> None:
    class Tomorrow(dt.date):
        @classmethod
        def today(cls) -> dt.date:
            return dt.date(2031, 1, 1)

    monkeypatch.setattr("buyer_skills.cli.options.date", Tomorrow)
    (tmp_path / "ici").mkdir()
    (tmp_path / "ici" / "missing.html").write_text("une version précédente")
    assert command("demo", "-o", "ici").code == 0
    assert _contents(tmp_path / "ici") == written


def test_the_demo_is_dated_as_its_catalogue_is(written: dict[str, bytes]) -> None:
    day = load_catalog((bundled_folder(),)).date
    assert day is not None
    assert date_text(day, "fr") in written["profile-acheteur-public.md"].decode()


def test_each_report_comes_in_three_formats_and_the_buyer_file_beside(written: dict[str, bytes]) -> None:
    reports = [f"{name}.{suffix}" for name in NAMES for suffix in ("html", "json", "md")]
    assert sorted(written) == sorted([*reports, "profile-buyer-file-acheteur-public.yaml"])


def test_the_path_of_the_demo_is_proven_and_says_what_each_training_is_worth(
    written: dict[str, bytes],
) -> None:
    path = json.loads(written["path-exemple-debutante-acheteur-public.json"])
    assert path["status"] == "optimal"
    assert all(one["loss"] is not None for one in path["trainings"])


@pytest.mark.skipif(not SHOWCASE.exists(), reason="the showcase is not committed yet")
def test_the_showcase_is_fresh(written: dict[str, bytes]) -> None:
    kept = _contents(SHOWCASE)
    assert sorted(written) == sorted(kept)
    stale = [name for name, content in written.items() if content != kept[name]]
    assert not stale, "run `make showcase` and commit outputs/showcase"


def test_the_demo_speaks_english(command: Command, tmp_path: Path) -> None:
    ran = command("demo", "-o", "demo-en", "--lang", "en")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "16 files written to demo-en"
    assert "Usage" not in ran.out
    assert 'lang="en"' in (tmp_path / "demo-en" / "missing.html").read_text("utf-8")


def test_a_catalogue_without_the_job_of_the_demo_is_told(
    command: Command, catalogue: str, tmp_path: Path
) -> None:
    ran = command("demo", "--data", catalogue)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Erreur : le profil « acheteur-public » n'existe pas dans ce catalogue.")
    assert not (tmp_path / "outputs").exists()


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
