"""JSON Schemas of the data files, made from the entities, for editors that check as one types."""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.fields import WRITTEN_AS_TEXT, JobTitle
from buyer_skills.catalog.groups import FILES, GROUPS_BY_FILE
from buyer_skills.catalog.intake.mapping import TableMapping
from buyer_skills.catalog.needs import NeedsFile
from buyer_skills.catalog.overlays import EXTENDS, REMOVE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema they are written in."""


class DataSchema(GenerateJsonSchema):
    """Schemas as people write the files: what may be written as a plain text may be so in the schema."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of an entity, with its short forms."""
        made = super().model_schema(schema)
        if schema["cls"] not in WRITTEN_AS_TEXT:
            return made
        forms: list[JsonSchemaValue] = [{"type": "string", "minLength": 1}, made]
        if schema["cls"] is JobTitle:
            forms.append({"$ref": made["properties"]["fr"]["$ref"]})
        return {"anyOf": forms, **{key: made[key] for key in ("title", "description") if key in made}}


def schema_files() -> dict[str, str]:
    """Return the text of each schema by file name: one a data file, and those of what users bring."""
    brought: dict[str, type[BaseModel]] = {"buyer": Buyer, "needs": NeedsFile, "mapping": TableMapping}
    models = {**FILES, **brought}
    return {f"{stem}.schema.json": _text(file_schema(stem, model)) for stem, model in sorted(models.items())}


def file_schema(stem: str, model: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of one file; its records may be whole, or changes of an overlay."""
    schema = model.model_json_schema(schema_generator=DataSchema)
    for group in GROUPS_BY_FILE.get(stem, ()):
        _allow_changes(schema, group.key)
    return {"$schema": DIALECT, **schema}


def _allow_changes(schema: dict[str, Any], key: str) -> None:
    """Let a record of the list ``key`` be a change: nothing required but `extends`."""
    items = schema["properties"][key]["items"]
    name = items["$ref"].rpartition("/")[2]
    record = schema["$defs"][name]
    schema["$defs"][f"{name}Change"] = {
        **record,
        "title": f"{name}Change",
        "description": "A change to a record of the catalogue underneath: only the keys named here change.",
        "properties": {
            **record["properties"],
            EXTENDS: {"type": "string", "description": "Id of the record that is changed."},
            REMOVE: {
                "type": "array",
                "items": {"type": "string"},
                "description": "Lines to take away, by competency or id.",
            },
        },
        "required": [EXTENDS],
    }
    schema["properties"][key]["items"] = {
        "if": {"type": "object", "required": [EXTENDS]},
        "then": {"$ref": f"#/$defs/{name}Change"},
        "else": {"$ref": f"#/$defs/{name}"},
    }


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
