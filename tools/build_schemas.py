"""Write the JSON Schemas of the data files and of a buyer, which editors use to complete and check them.

Usage::

    python tools/build_schemas.py [--check]

The schemas come from the models: descriptions, bounds and closed lists are written once, in the code.
With ``--check`` nothing is written, and a schema that is not fresh is a fault.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.fields import Bilingual, Doublet, JobTitle
from buyer_skills.catalog.groups import FILES

SCHEMAS = Path(__file__).resolve().parent.parent / "data" / "schemas"

WRITTEN_AS_TEXT: tuple[type[BaseModel], ...] = (Bilingual, Doublet, JobTitle)
"""Models that a plain text stands for: the text is their French."""


class DataSchema(GenerateJsonSchema):
    """Schemas as people write the files: what may be written as a plain text may be so in the schema."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model, with its short forms."""
        made = super().model_schema(schema)
        if schema["cls"] is JobTitle:
            return {"anyOf": [{"type": "string", "minLength": 1}, made, _doublet(made)], **_said(made)}
        if schema["cls"] in WRITTEN_AS_TEXT:
            return {"anyOf": [{"type": "string", "minLength": 1}, made], **_said(made)}
        return made


def main(arguments: Sequence[str]) -> int:
    """Write the schemas, or check that they are fresh; return 1 when one is not."""
    stale = [path for path, text in files() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.name}: not fresh, run `make schemas`", file=sys.stderr)
        return 1 if stale else 0
    SCHEMAS.mkdir(exist_ok=True)
    for path, text in files():
        path.write_text(text, encoding="utf-8")
    return 0


def files() -> Iterator[tuple[Path, str]]:
    """Yield each schema file with its text."""
    models: Mapping[str, type[BaseModel]] = {**FILES, "buyer": Buyer}
    for name, model in models.items():
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **model.model_json_schema(schema_generator=DataSchema, mode="validation"),
        }
        yield SCHEMAS / f"{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _doublet(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return what ``{feminine, masculine}`` may stand for: the French of a job title."""
    french: JsonSchemaValue = schema["properties"]["fr"]
    return {key: value for key, value in french.items() if key == "$ref"}


def _said(schema: JsonSchemaValue) -> dict[str, Any]:
    return {key: schema[key] for key in ("title", "description") if key in schema}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
