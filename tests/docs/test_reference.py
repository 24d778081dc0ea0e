"""The reference pages say what the code says, and results are what their schemas say."""

import json
from pathlib import Path

import jsonschema
import pytest

import build_reference
import reference_results
from buyer_skills.cli.running import run

DAY = ["--date", "2026-11-24", "--format", "json"]
EXAMPLE = ["examples/gestionnaire-quatre-ans.yaml", "--profile", "acheteur-public"]
RUNS = {
    "gap": ["gap", *EXAMPLE],
    "path": ["path", *EXAMPLE],
    "missing": ["missing"],
    "bridge": ["bridge", "--profile", "acheteur-public"],
    "compare": ["compare", "gestionnaire-marches-publics", "acheteur-public"],
    "profile": ["profile", "acheteur-public"],
    "search": ["search", "clause sociale"],
    "list": ["list", "trainings"],
    "show": ["show", "negociation"],
    "referentiel": ["referentiel", "--role", "animateur"],
    "check": ["check", "--stale-after", "60"],
    "diff": ["diff", "data", "data"],
    "review": ["review", "PROPOSALS"],
}
REGISTER = ["examples/registres/mon-compte-formation-invente.csv", "--source", "mon-compte-formation"]


@pytest.fixture
def proposals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a folder in which proposals wait; what is run is run at the root of the project."""
    monkeypatch.chdir(build_reference.REFERENCE.parents[1])
    folder = str(tmp_path / "propositions")
    assert run(["import", *REGISTER, "-o", folder, *DAY[:2]]) == 0
    return folder


def test_reference_pages_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert build_reference.main(["--check", "--quick"]) == 0, capsys.readouterr().err


@pytest.mark.slow
def test_figures_of_suggestions_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert build_reference.main(["--check"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("command", reference_results.JSON_RESULTS)
def test_a_result_is_what_its_schema_says(
    command: str, capsys: pytest.CaptureFixture[str], proposals: str
) -> None:
    capsys.readouterr()
    arguments = [proposals if one == "PROPOSALS" else one for one in RUNS[command]]
    assert run([*arguments, *DAY]) == 0
    schema = build_reference.REFERENCE / "schemas" / f"{command}.schema.json"
    result = json.loads(capsys.readouterr().out)
    jsonschema.validate(result, json.loads(schema.read_text(encoding="utf-8")))
    assert result["format_version"] == 1
