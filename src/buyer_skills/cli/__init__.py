"""The command line: parse, call, write, exit. No logic."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``buyer-skills`` with ``arguments`` (those of the process by default) and exit.

    Exit codes: 0 done, 1 data or run error, 2 usage, 3 a threshold asked for was not met.
    """
    # Imported here so that importing the package for its version loads nothing.
    from buyer_skills.cli.running import run

    sys.exit(run(sys.argv[1:] if arguments is None else arguments))
