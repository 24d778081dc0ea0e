"""What is installed: one lock for everything, and a wheel that carries all it needs."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from architecture.codebase import ROOT
from hatchling.build import build_wheel
from packaging.requirements import Requirement

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return folder / build_wheel(str(folder))
    finally:
        os.chdir(before)


def test_the_lock_names_no_place_and_hashes_everything() -> None:
    assert not re.search(r"https?:|--index|--find-links|--extra|--trusted", LOCK)
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE | re.IGNORECASE)[1:]
    assert len(entries) > 50
    assert all(re.match(r"[\w.-]+==\S+", entry) and "--hash=sha256:" in entry for entry in entries)


def test_everything_asked_for_is_locked_at_a_version_that_fits() -> None:
    locked = {name.lower(): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE)}
    asked = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["dev"],
        *PROJECT["build-system"]["requires"],
    ]
    for requirement in map(Requirement, asked):
        version = locked[requirement.name.lower()]
        assert requirement.specifier.contains(version, prereleases=True), requirement


def test_bounds_are_open_so_that_the_package_lives_with_others() -> None:
    for requirement in map(Requirement, PROJECT["project"]["dependencies"]):
        assert [one.operator for one in requirement.specifier] == [">="], requirement


def test_the_wheel_carries_data_examples_wordings_and_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        *(f"buyer_skills/_data/{path.name}" for path in (ROOT / "data").glob("*.yaml")),
        *(f"buyer_skills/_examples/{path.name}" for path in (ROOT / "examples").glob("*.yaml")),
        *(
            path.relative_to(ROOT / "src").as_posix()
            for pattern in ("*.py", "*.mo", "py.typed")
            for path in (ROOT / "src").rglob(pattern)
        ),
        *(
            path.relative_to(ROOT / "src").as_posix()
            for path in (ROOT / "src" / "buyer_skills" / "renderers" / "templates").rglob("*")
            if path.is_file()
        ),
    }
    assert expected <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/LICENSE-DATA.md") for name in names)


def test_an_installed_copy_speaks_of_its_own_catalogue(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "elsewhere").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "buyer_skills", "list", "profiles", "--format", "json"],
        cwd=tmp_path / "elsewhere",
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '"acheteur-public"' in done.stdout
