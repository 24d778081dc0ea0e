"""A path in a process of its own: ``python -m benchmarks.one_path DATA BUYER PROFILE`` prints, in processor
seconds, what reading the catalogue takes, then the graph and the search, the solver's import included.
"""

import gc
import json
import sys
import time
from pathlib import Path

from benchmarks.catalogues import DAY
from buyer_skills.catalog.buyer_files import read_buyer
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.cli import COLLECT_EVERY
from buyer_skills.graph.skill_graph import SkillGraph


def main() -> None:
    """Load, search, print."""
    data, buyer_file, profile = sys.argv[1:]
    gc.set_threshold(COLLECT_EVERY)  # as the command line does
    started = time.process_time()
    catalog = load_catalog((data,), day=DAY)
    buyer, _ = read_buyer(Path(buyer_file), buyer_file, catalog)
    if buyer is None:
        raise ValueError(buyer_file)
    read = time.process_time()
    # Imported now: what the search loads is part of what it takes beyond loading.
    from buyer_skills.analyses.paths import find_path

    found = find_path(SkillGraph.of(catalog, DAY), buyer, catalog.profiles[profile])
    spent = {"loading": read - started, "beyond": time.process_time() - read, "status": found.status}
    print(json.dumps(spent))


if __name__ == "__main__":
    main()
