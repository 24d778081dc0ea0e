"""The command line: parse, call, write, exit. No logic."""

import gc
import os
import sys
from collections.abc import Sequence

COLLECT_EVERY = 500_000
"""Objects made between two looks for cycles that nothing else holds; reading the bundled catalogue makes a
fifth of them."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``buyer-skills`` with ``arguments`` (those of the process by default) and exit.

    Exit codes: 0 done, 1 data or run error, 2 usage, 3 a threshold asked for was not met.
    """
    # A run is short and makes much that lives to its end: looking for cycles as often as Python does by
    # default takes a tenth of its time.
    gc.set_threshold(COLLECT_EVERY)
    # Nor does it look through every installed package for extensions of pydantic, of which it wants none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Imported here so that importing the package for its version loads nothing.
    from buyer_skills.cli.running import run
    from buyer_skills.cli.streams import keep_writing

    keep_writing(sys.stdout)
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))
