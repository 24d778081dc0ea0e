"""One reading of a file of Mon Compte Formation with the bundled rules, measured from outside."""

import json
import sys
from pathlib import Path

import yaml

from benchmarks.measuring import ROOT
from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake.mon_compte_formation import read_mon_compte_formation
from buyer_skills.catalog.intake_rules import IntakeRule


def bundled_rules() -> list[IntakeRule]:
    """Return the rules as they are written, without the rest of the catalogue."""
    content = yaml.safe_load((ROOT / "data" / "intake_rules.yaml").read_text(encoding="utf-8"))
    return [IntakeRule.model_validate(rule) for rule in content["intake_rules"]]


def main() -> None:
    """Read the file named first; write what came out to the one named second."""
    path, result = map(Path, sys.argv[1:])
    file = read_mon_compte_formation(path, path.name, Keeping.of(bundled_rules()))
    numbers = sorted(offer.code for offer in file.offers)
    refused = sum(int(str(one.message.parameters["count"])) for one in file.issues)
    result.write_text(
        json.dumps({"rows": file.read, "numbers": numbers, "refused": refused}), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
