"""The reference pages say what the code says, and results are what their schemas say."""

import json

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
}


def test_reference_pages_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert build_reference.main(["--check"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("command", reference_results.JSON_RESULTS)
def test_a_result_is_what_its_schema_says(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(build_reference.REFERENCE.parents[1])
    assert run([*RUNS[command], *DAY]) == 0
    schema = build_reference.REFERENCE / "schemas" / f"{command}.schema.json"
    result = json.loads(capsys.readouterr().out)
    jsonschema.validate(result, json.loads(schema.read_text(encoding="utf-8")))
    assert result["format_version"] == 1
