"""`demo`: three journeys on the bundled catalogue, the same bytes each time."""

import contextlib
import datetime as dt
import io
import json
import platform
import re
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Demo:
    """What one run of the demo said and wrote, the files by name."""

    said: str
    files: dict[str, bytes]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Play the demo once, with nothing asked for, for all the tests of this file."""
    folder, said = tmp_path_factory.mktemp("demo"), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
        patch.chdir(folder)
        patch.setenv("LANGUAGE", "fr")
        patch.delenv("BUYER_SKILLS_LANG", raising=False)
        assert run(["demo"]) == 0
    return Demo(said.getvalue(), _contents(folder / "outputs" / "showcase"))


def test_the_demo_tells_three_journeys_and_where_they_are_written(demo: Demo) -> None:
    assert re.findall(r"^(\d)\. ", demo.said, re.MULTILINE) == ["1", "2", "3"]
    assert demo.said.splitlines()[-1] == f"16 fichiers écrits dans {Path('outputs', 'showcase')}"
    assert max(map(len, demo.said.splitlines())) <= 100
    for name in NAMES:
        assert str(Path("outputs", "showcase", f"{name}.html")) in demo.said


def test_another_run_another_day_writes_the_same_bytes(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, demo: Demo
) -> None:
    class Tomorrow(dt.date):
        @classmethod
        def today(cls) -> dt.date:
            return dt.date(2031, 1, 1)

    monkeypatch.setattr("buyer_skills.cli.options.date", Tomorrow)
    (tmp_path / "ici").mkdir()
    (tmp_path / "ici" / "missing.html").write_text("une version précédente")
    assert command("demo", "-o", "ici").code == 0
    assert _contents(tmp_path / "ici") == demo.files


def test_the_demo_is_dated_as_its_catalogue_is(demo: Demo) -> None:
    day = load_catalog((bundled_folder(),)).date
    assert day is not None
    assert date_text(day, "fr") in demo.files["profile-acheteur-public.md"].decode()


def test_each_report_comes_in_three_formats_and_the_buyer_file_beside(demo: Demo) -> None:
    reports = [f"{name}.{suffix}" for name in NAMES for suffix in ("html", "json", "md")]
    assert sorted(demo.files) == sorted([*reports, "profile-buyer-file-acheteur-public.yaml"])


def test_the_path_of_the_demo_is_proven_and_says_what_each_training_is_worth(
    demo: Demo,
) -> None:
    path = json.loads(demo.files["path-exemple-debutante-acheteur-public.json"])
    assert path["status"] == "optimal"
    assert all(one["loss"] is not None for one in path["trainings"])


@pytest.mark.skipif(
    (platform.system(), platform.machine()) != ("Linux", "x86_64"),
    reason="charts may differ by a last decimal on another platform",
)
def test_the_showcase_is_fresh(demo: Demo) -> None:
    kept = _contents(SHOWCASE)
    assert sorted(demo.files) == sorted(kept)
    stale = [name for name, content in demo.files.items() if content != kept[name]]
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
