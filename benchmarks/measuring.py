"""Taking measures: processes and calls run in turn, pair by pair, and what a table says of them."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Literal

ROOT = Path(__file__).resolve().parent.parent
"""The repository."""

Comparison = tuple[float, float]
"""Seconds of the measured thing and of its yardstick, taken one after the other."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    pairs: int
    seeds: tuple[int, ...]
    rows: int = 300_000
    """Rows of the generated register."""
    polars: str = sys.executable
    """A Python that has polars."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one whole process took."""

    cpu: float
    wall: float
    peak: float
    """Seconds of processor, seconds on the clock, memory at its highest in MiB."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; ``aim`` is the most the value may be, in the same unit."""

    part: str
    measure: str
    value: float
    unit: Literal["s", "ratio", "MiB"]
    aim: float | None = None
    detail: str = ""

    @property
    def met(self) -> bool:
        """Whether the aim is met; True without one."""
        return self.aim is None or self.value <= self.aim


def run_process(arguments: Sequence[str], python: str = sys.executable) -> Run:
    """Run a Python with ``arguments`` from the repository and return what the process took.

    Raises:
        CalledProcessError: it did not succeed.
    """
    launcher = Path(__file__).with_name("launcher.py")
    ran = subprocess.run(
        [sys.executable, "-S", launcher, python, *arguments],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        check=True,
    )
    return Run(**json.loads(ran.stdout))


def environment() -> dict[str, str]:
    """Return the environment of measured processes: the repository's own code, whatever is installed, and
    bytecode kept from one run to the next, as anywhere.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}


def process_pairs(measured: Sequence[str], yardstick: Sequence[str], count: int) -> list[tuple[Run, Run]]:
    """Return what two processes took, run in turn ``count`` times after one run of each that is not kept."""
    run_process(measured), run_process(yardstick)
    return [(run_process(measured), run_process(yardstick)) for _ in range(count)]


def call_pairs(
    measured: Callable[[], object], yardstick: Callable[[], object], count: int
) -> list[Comparison]:
    """Return the processor seconds of two calls, made in turn ``count`` times after one of each."""
    measured(), yardstick()
    return [(seconds_of(measured), seconds_of(yardstick)) for _ in range(count)]


def seconds_of(call: Callable[[], object]) -> float:
    """Return the processor seconds a call takes."""
    started = time.process_time()
    call()
    return time.process_time() - started


def ratio(pairs: Sequence[Comparison]) -> float:
    """Return the median of the ratios, each taken within its pair."""
    return median(measured / yardstick for measured, yardstick in pairs)


def process_lines(
    part: str, name: str, pairs: Sequence[tuple[Run, Run]], yardstick: str, aim: float | None
) -> list[Line]:
    """Return the lines of a comparison of whole processes."""
    cpu = [(ours.cpu, theirs.cpu) for ours, theirs in pairs]
    wall = [(ours.wall, theirs.wall) for ours, theirs in pairs]
    medians = f"{median(ours for ours, _ in cpu):.3f} s against {median(other for _, other in cpu):.3f} s"
    return [
        Line(part, f"{name} / {yardstick}", ratio(cpu), "ratio", aim, f"processor, {medians}"),
        Line(part, "same, on the clock", ratio(wall), "ratio", None, f"{len(pairs)} pairs"),
    ]
