"""The parts of a run: start-up, loading, ``gap`` and memory. Paths are in :mod:`.path_parts`."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median

import yaml

from benchmarks.catalogues import DAY, bundled, generated
from benchmarks.measuring import Line, Plan, Run, call_pairs, process_lines, process_pairs, ratio, run_process
from buyer_skills.catalog.loading import load_catalog, read_catalog

LIBRARIES = "import networkx, pydantic, click, yaml"


def start_up(plan: Plan) -> list[Line]:
    """``--help`` against importing click."""
    pairs = process_pairs(("-m", "buyer_skills", "--help"), ("-c", "import click"), plan.pairs)
    return process_lines("help", "--help", pairs, "import click", 1.5)


def gap(plan: Plan) -> list[Line]:
    """``gap`` on the bundled catalogue against importing its libraries."""
    pairs = process_pairs(_command("gap", "debutante"), ("-c", LIBRARIES), plan.pairs)
    return process_lines("gap", "gap", pairs, "import networkx, pydantic, click, parser", 2.5)


def loading(plan: Plan) -> list[Line]:
    """Loading against the parser alone on the same files."""
    folders: dict[str, Sequence[Path]] = {
        "bundled": (bundled("debutante").data,),
        "200 courses": [generated("today", 200, seed).data for seed in plan.seeds],
        "1,000 courses": [generated("today", 1000, seed).data for seed in plan.seeds],
    }
    return [line for name, paths in folders.items() for line in _loading(name, paths, plan)]


def _loading(name: str, folders: Sequence[Path], plan: Plan) -> list[Line]:
    count = max(3, plan.pairs // len(folders))
    loads, reads = [], []
    for folder in folders:

        def load(folder: Path = folder) -> object:
            return load_catalog((folder,), day=DAY)

        def read(folder: Path = folder) -> object:
            return read_catalog((folder,), day=DAY)

        def parse(folder: Path = folder) -> object:
            files = sorted(folder.glob("*.yaml"))
            return [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files]

        loads += call_pairs(load, parse, count)
        reads += call_pairs(read, parse, count)
    return [
        Line("loading", f"{kind}, {name} / parser", ratio(pairs), "ratio", 2.0, _medians(pairs))
        for kind, pairs in (("load_catalog", loads), ("read_catalog (all checks)", reads))
    ]


def memory(plan: Plan) -> list[Line]:
    """The memory of each measured process at its highest."""
    big = generated("today", 1000, plan.seeds[0])
    dense = generated("dense", 1000, plan.seeds[0])
    load = "import sys; from buyer_skills.catalog.loading import load_catalog; load_catalog((sys.argv[1],))"
    one_path = ("-m", "benchmarks.one_path")
    processes = {
        "import click": ("-c", "import click"),
        "--help": ("-m", "buyer_skills", "--help"),
        LIBRARIES: ("-c", LIBRARIES),
        "loading, bundled": ("-c", load, str(bundled("debutante").data)),
        "loading, 1,000 courses": ("-c", load, str(big.data)),
        "gap, bundled": _command("gap", "debutante"),
        "path, bundled": _command("path", "debutante"),
        "search, 1,000 courses, today": (*one_path, str(big.data), str(big.buyer), big.profile),
        "search, 1,000 courses, dense": (*one_path, str(dense.data), str(dense.buyer), dense.profile),
    }
    return [
        Line("memory", name, median(each.peak for each in _thrice(arguments)), "MiB")
        for name, arguments in processes.items()
    ]


def _thrice(arguments: Sequence[str]) -> list[Run]:
    return [run_process(arguments) for _ in range(3)]


def _command(name: str, example: str) -> tuple[str, ...]:
    case = bundled(example)
    date = ("--date", DAY.isoformat())
    return ("-m", "buyer_skills", name, str(case.buyer), "--profile", case.profile, *date)


def _medians(pairs: Sequence[tuple[float, float]]) -> str:
    ours, theirs = (median(each) for each in zip(*pairs, strict=True))
    return f"{ours:.3f} s against {theirs:.3f} s, {len(pairs)} pairs"
