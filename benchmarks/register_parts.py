"""The part on open registers: reading a large file against a bare scan of it, and what memory that takes."""

import json
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measuring import Line, Plan, Run, process_lines, run_process
from benchmarks.register_file import write_register
from benchmarks.register_reading import bundled_rules
from buyer_skills.catalog.intake.keeping import Keeping

SEED = 1
MOST_PAIRS = 5
"""Pairs of whole readings, each of which takes seconds."""


def registers(plan: Plan) -> list[Line]:
    """Reading a file of Mon Compte Formation against scanning it with polars.

    Raises:
        RuntimeError: the two do not keep the same trainings.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mcf.csv")
        write_register(path, plan.rows, SEED)
        ours, theirs, codes = (Path(folder, f"{name}.json") for name in ("ours", "theirs", "codes"))
        rules = _rules_for_polars()
        reading = ("-m", "benchmarks.register_reading", str(path), str(ours))
        scan = _scan(path, rules, theirs)
        bare = _scan(path, [rule for rule in rules if not rule["words"]], codes)
        runs: list[tuple[Run, Run, Run]] = [
            (run_process(reading), run_process(scan, plan.polars), run_process(bare, plan.polars))
            for _ in range(1 + min(plan.pairs, MOST_PAIRS))
        ][1:]
        said, scanned = (json.loads(one.read_text(encoding="utf-8")) for one in (ours, theirs))
        if said["numbers"] != scanned["numbers"]:
            raise RuntimeError("not the same trainings kept")
        held = f"{said['rows']} rows, {path.stat().st_size / 1e6:.0f} MB"
    kept = f"{len(said['numbers'])} trainings kept of {scanned['rows']} rows, {said['refused']} refused"
    name = f"reading {said['rows']} rows"
    return [
        *process_lines("register", name, [run[:2] for run in runs], "polars scan, same rules", 3.0),
        *process_lines("register", name, [run[::2] for run in runs], "polars scan, codes alone", None),
        Line("register", "memory of reading", median(run[0].peak for run in runs), "MiB", 500.0, held),
        Line("register", "memory of the polars scan", median(run[1].peak for run in runs), "MiB", None, kept),
    ]


def _scan(path: Path, rules: list[dict[str, Any]], result: Path) -> tuple[str, ...]:
    written = result.with_suffix(".rules")
    written.write_text(json.dumps(rules), encoding="utf-8")
    return ("-m", "benchmarks.polars_scan", str(path), str(written), str(result))


def _rules_for_polars() -> list[dict[str, Any]]:
    """Return the rules with their words as patterns that polars understands."""
    return [
        {
            "formacode": sorted(keeper.formacodes),
            "rome": sorted(keeper.rome),
            "words": keeper.words and _pattern(keeper.words.pattern.pattern),
            "without": keeper.without and _pattern(keeper.without.pattern.pattern),
        }
        for keeper in Keeping.of(bundled_rules()).keepers
    ]


def _pattern(pattern: str) -> str:
    return "(?i)" + pattern.replace(r"(?<!\w)", r"\b").replace(r"(?!\w)", r"\b")
