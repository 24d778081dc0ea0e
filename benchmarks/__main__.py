"""``python -m benchmarks``: a table of measures."""

import argparse
import sys
from collections.abc import Callable, Sequence

from benchmarks.measuring import Line, Plan
from benchmarks.parts import gap, loading, memory, start_up
from benchmarks.path_parts import against_bare, real_size
from benchmarks.register_parts import registers

PARTS: dict[str, Callable[[Plan], list[Line]]] = {
    "help": start_up,
    "loading": loading,
    "path": real_size,
    "bare": against_bare,
    "gap": gap,
    "memory": memory,
    "registers": registers,
}
"""Every part, in the order they run."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the parts asked for, printing each as it ends."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures of speed and memory.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all without one")
    parser.add_argument("--pairs", type=int, default=11, help="pairs for each ratio (11)")
    parser.add_argument("--seeds", type=int, default=5, help="seeds of generated catalogues, from 1 (5)")
    parser.add_argument("--rows", type=int, default=300_000, help="rows of the generated register (300000)")
    parser.add_argument("--polars", default=sys.executable, help="a Python that has polars (this one)")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.parts) - PARTS.keys():
        parser.error(f"unknown part: {', '.join(sorted(unknown))}")
    plan = Plan(
        pairs=asked.pairs, seeds=tuple(range(1, asked.seeds + 1)), rows=asked.rows, polars=asked.polars
    )
    print(f"{'':8} {'measure':58} {'figure':>10} {'aim':>8}       detail")
    missed = 0
    for name in asked.parts or PARTS:
        for line in PARTS[name](plan):
            print(shown(line), flush=True)
            missed += not line.met
    print(f"aims missed: {missed}")


def shown(line: Line) -> str:
    """Return a line of the table."""
    unit = {"s": " s", "ratio": " x", "MiB": " MiB"}[line.unit]
    figure = f"{line.value:.0f}{unit}" if line.unit == "MiB" else f"{line.value:.3f}{unit}"
    aim = "" if line.aim is None else f"<= {line.aim:g}"
    verdict = "" if line.aim is None else ("met" if line.met else "MISSED")
    return f"{line.part:8} {line.measure:58} {figure:>10} {aim:>8} {verdict:6} {line.detail}".rstrip()


if __name__ == "__main__":
    main()
