"""Write the JSON Schemas of the data files and of a buyer, which editors use to complete and check them.

Usage::

    python tools/build_schemas.py [--check]

The schemas come from the models: descriptions, bounds and closed lists are written once, in the code.
With ``--check`` nothing is written, and a schema that is not fresh is a fault.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from buyer_skills.catalog.schemas import schema_files

SCHEMAS = Path(__file__).resolve().parent.parent / "data" / "schemas"


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
    for name, text in schema_files().items():
        yield SCHEMAS / name, text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
