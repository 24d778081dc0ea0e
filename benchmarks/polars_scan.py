"""The yardstick of reading a register: a bare scan with polars, the same rows kept, nothing else done.

Run by itself, by a Python that has polars: ``python polars_scan.py FILE RULES RESULT``.
"""

import json
import sys
from pathlib import Path
from typing import Any

import polars as pl


def main() -> None:
    """Scan the file named first with the rules of the second; write what came out to the third."""
    path, rules, result = map(Path, sys.argv[1:])
    rows = pl.scan_csv(path, separator=";", infer_schema=False)
    kept = rows.filter(
        pl.any_horizontal([_kept(rule) for rule in json.loads(rules.read_text(encoding="utf-8"))])
    ).collect()
    numbers = sorted(set(kept["numero_formation"].to_list()))
    result.write_text(json.dumps({"numbers": numbers, "rows": kept.height}), encoding="utf-8")


def _kept(rule: dict[str, Any]) -> pl.Expr:
    title = pl.concat_str("intitule_formation", "intitule_certification", separator=" ", ignore_nulls=True)
    asked = [_has(kind, rule[kind]) for kind in ("formacode", "rome") if rule[kind]]
    if rule["words"]:
        asked.append(title.str.contains(rule["words"]))
    if rule["without"]:
        asked.append(~title.str.contains(rule["without"]))
    return pl.all_horizontal(asked)


def _has(kind: str, codes: list[str]) -> pl.Expr:
    columns = [pl.col(f"code_{kind}_{number}") for number in range(1, 6)]
    return pl.any_horizontal([column.is_in(codes) for column in columns])


if __name__ == "__main__":
    main()
