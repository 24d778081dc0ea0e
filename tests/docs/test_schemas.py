"""The JSON Schemas say what the models say, and accept what is written."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

import build_schemas

ROOT = build_schemas.SCHEMAS.parent.parent
FILES = sorted([*(ROOT / "data").glob("*.yaml"), *(ROOT / "examples").rglob("*.yaml")])


class DatesAsText(yaml.CSafeLoader):
    """Reads a date as a text, as editors do."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as its base has it
        first: [resolver for resolver in resolvers if not resolver[0].endswith("timestamp")]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def test_schemas_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert build_schemas.main(["--check"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_data_file_names_its_schema_and_is_accepted_by_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    name = {"examples": "buyer", "besoins": "needs", "offres": "mapping"}.get(path.parent.name, path.stem)
    schema = json.loads((build_schemas.SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert not list(jsonschema.Draft202012Validator(schema).iter_errors(yaml.load(text, DatesAsText)))  # noqa: S506
    if path.parent.name == "data":
        assert text.startswith(f"# yaml-language-server: $schema=schemas/{name}.schema.json\n")
