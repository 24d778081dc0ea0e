"""The page of the JSON results, and the JSON Schema of each, read off the results themselves."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter

from buyer_skills.analyses.any_neighbourhood import AnyNeighbourhood
from buyer_skills.analyses.bridges import BridgeReport
from buyer_skills.analyses.catalogue_differences import CatalogueDiff
from buyer_skills.analyses.comparisons import ProfileComparison
from buyer_skills.analyses.frameworks import Framework
from buyer_skills.analyses.gaps import GapAnalysis
from buyer_skills.analyses.listing_results import Listing
from buyer_skills.analyses.paths.result import TrainingPath
from buyer_skills.analyses.profile_sheets import ProfileSheet
from buyer_skills.analyses.search.results import SearchResults
from buyer_skills.analyses.supply import MissingReport
from buyer_skills.analyses.waiting_proposals import WaitingProposals
from buyer_skills.views.check_view import CheckReport

JSON_RESULTS: Mapping[str, Any] = {
    "gap": GapAnalysis,
    "path": TrainingPath,
    "missing": MissingReport,
    "bridge": BridgeReport,
    "compare": ProfileComparison,
    "profile": ProfileSheet,
    "search": SearchResults,
    "list": Listing,
    "show": AnyNeighbourhood,
    "referentiel": Framework,
    "check": CheckReport,
    "diff": CatalogueDiff,
    "review": WaitingProposals,
}
"""What each command gives in JSON."""


_OPENING = """# Résultats en JSON

`--format json` donne le résultat lui-même, pour un logiciel. Chaque résultat porte `format_version` ; les
clés présentes ici ne changeront pas de sens sans que ce nombre augmente.
"""


def results_page() -> str:
    """Return the page that lists what each command gives in JSON, with its schema."""
    parts = [_OPENING]
    for command, schema in _schemas().items():
        file = _file(command)
        parts.append(f"## {command}\n\n{_said(schema)}\n\nSchéma : [{file}](schemas/{file}).\n")
        if "properties" in schema:
            parts += ["| clé | description |", "|---|---|"]
            parts += [
                f"| `{name}` | {field.get('description', '')} |"
                for name, field in schema["properties"].items()
            ]
            parts.append("")
    return "\n".join(parts)


def result_schemas() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each schema file."""
    for command, schema in _schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)
        yield _file(command), text + "\n"


def _schemas() -> Mapping[str, dict[str, Any]]:
    return {
        command: TypeAdapter(result).json_schema(mode="serialization", by_alias=True)
        for command, result in JSON_RESULTS.items()
    }


def _file(command: str) -> str:
    return f"{command}.schema.json"


def _said(schema: Mapping[str, Any]) -> str:
    return str(schema.get("description", "")).partition("\n\n")[0].replace("\n", " ")
