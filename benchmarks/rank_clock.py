"""The time of each rank of a path, measured from outside: the product carries no clock of its own."""

import functools
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from buyer_skills.analyses.paths import search, solving
from buyer_skills.analyses.paths.optimum import RankChain

Seconds = dict[str, float]
"""Processor seconds by stage, in the order they first come."""


@contextmanager
def rank_clock() -> Iterator[Seconds]:
    """Time the stages of every path searched within; ranks of the questions about what stays open count
    with ``reasons``.
    """
    seconds: Seconds = {}
    within: list[str] = []
    watched: tuple[tuple[Any, str, str | None], ...] = (
        (search, "build_problem", "problem"),
        (solving, "presolved", "presolve"),
        (RankChain, "__init__", "first plan"),
        (RankChain, "settle", None),
        (RankChain, "_break_ties", "ids"),
        (solving, "smallest_order", "order"),
        (search, "unmet_requirements", "reasons"),
        (search, "path_result", "result"),
    )
    with ExitStack() as stack:
        for owner, name, stage in watched:
            original = getattr(owner, name)
            stack.enter_context(patch.object(owner, name, _timed(original, stage, seconds, within)))
        yield seconds


def _timed(
    function: Callable[..., Any], stage: str | None, seconds: Seconds, within: list[str]
) -> Callable[..., Any]:
    @functools.wraps(function)
    def timing(*arguments: Any, **named: Any) -> Any:
        if within:
            return function(*arguments, **named)
        name = stage or arguments[1].rank
        within.append(name)
        started = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            seconds[name] = seconds.get(name, 0.0) + time.process_time() - started
            within.pop()

    return timing
