"""Following a plan step by step: what it really gives, and where it would wait for itself."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from buyer_skills.analyses.paths.problem import PathProblem


def reachable(problem: PathProblem) -> int:
    """Return the facts that could become true with every option at hand, taken again as often as needed."""
    facts = problem.with_derived(0)
    waiting = list(problem.options)
    before = -1
    while before != facts:
        before = facts
        still = []
        for option in waiting:
            if option.can_start(facts):
                facts = option.after(facts)
                if option.gives & ~facts:
                    still.append(option)
            else:
                still.append(option)
        waiting = still
        facts = problem.with_derived(facts)
    return facts


def replayed(problem: PathProblem, order: Sequence[int]) -> int | None:
    """Return the facts true after ``order``, or None when one option of it cannot start at its place.

    An order is made of positions in the problem.
    """
    facts = problem.with_derived(0)
    for position in order:
        option = problem.options[position]
        if not option.can_start(facts):
            return None
        facts = problem.with_derived(option.after(facts))
    return facts


@dataclass(frozen=True, slots=True)
class Replay:
    """How far a solution of the model could really be followed."""

    order: tuple[int, ...]
    facts: int
    stuck: tuple[int, ...]


def replay_counted(
    problem: PathProblem, chosen: Collection[int], counted: Collection[tuple[int, int]]
) -> Replay:
    """Follow the ``chosen`` options greedily; what can never start is ``stuck``.

    An option starts once what it needs holds, and the need of each of its ``counted`` gains (option, gain).
    """
    facts = problem.with_derived(0)
    order: list[int] = []
    waiting = sorted(chosen)
    moved = True
    while moved:
        moved = False
        for position in tuple(waiting):
            option = problem.options[position]
            if option.can_start(facts) and not any(
                gain.needs & ~facts
                for number, gain in enumerate(option.gains)
                if (position, number) in counted
            ):
                facts = problem.with_derived(option.after(facts))
                order.append(position)
                waiting.remove(position)
                moved = True
    return Replay(tuple(order), facts, tuple(waiting))
