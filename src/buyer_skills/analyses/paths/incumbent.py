"""A good plan found without a solver: the first answer in hand, and often already the best on gaps."""

from dataclasses import dataclass

from buyer_skills.analyses.paths.problem import Option, PathProblem
from buyer_skills.analyses.paths.replay import replayed


@dataclass(slots=True)
class _Purse:
    """What a plan being built has taken: costs and groups."""

    problem: PathProblem
    minutes: int = 0
    cents: int = 0
    count: int = 0
    groups: frozenset[str] = frozenset()

    def admits(self, option: Option) -> bool:
        limits = self.problem.limits
        return (
            not option.groups & self.groups
            and (limits.minutes is None or self.minutes + option.minutes <= limits.minutes)
            and (limits.cents is None or self.cents + option.cents <= limits.cents)
            and (limits.count is None or self.count + option.count <= limits.count)
        )

    def take(self, option: Option) -> None:
        self.minutes += option.minutes
        self.cents += option.cents
        self.count += option.count
        self.groups |= option.groups


def greedy_plan(problem: PathProblem) -> tuple[int, ...]:
    """Return an order of options (positions) that can be followed within every limit.

    Takes the option that closes most for its cost among those that can start, else one that gives
    something new; then leaves out, the dearest first, what nothing closed rests on.
    """
    purse = _Purse(problem)
    facts = problem.with_derived(0)
    weights = _weights(problem)
    order: list[int] = []
    waiting = list(range(len(problem.options)))
    while (position := _best(problem, waiting, facts, purse, weights)) is not None:
        option = problem.options[position]
        purse.take(option)
        facts = problem.with_derived(option.after(facts))
        order.append(position)
        waiting.remove(position)
    return _pruned(problem, order)


def _weights(problem: PathProblem) -> list[tuple[int, int]]:
    return [(step.fact, step.weight * (1000 if step.indispensable else 1)) for step in problem.wanted]


def _best(
    problem: PathProblem, waiting: list[int], facts: int, purse: _Purse, weights: list[tuple[int, int]]
) -> int | None:
    best = None
    best_key: tuple[bool, int, float, int] | None = None
    for position in waiting:
        option = problem.options[position]
        if not option.can_start(facts) or not purse.admits(option):
            continue
        new = option.after(facts) & ~facts
        if not new:
            continue
        loses = any(gain.needs & ~facts and gain.gives & ~facts for gain in option.gains)
        closed = sum(weight for fact, weight in weights if fact & new)
        key = (loses, option.unfunded, -closed / (option.minutes + 1), position)
        if best_key is None or key < best_key:
            best, best_key = position, key
    return best


def _pruned(problem: PathProblem, order: list[int]) -> tuple[int, ...]:
    wanted = problem.wanted_mask
    target = replayed(problem, order) or 0
    kept = list(order)
    for position in sorted(order, key=lambda each: _dearness(problem.options[each]), reverse=True):
        shorter = [each for each in kept if each != position]
        facts = replayed(problem, shorter)
        if facts is not None and not target & wanted & ~facts:
            kept = shorter
    return tuple(kept)


def _dearness(option: Option) -> tuple[int, int, int, int]:
    return option.unfunded, option.evidence, option.minutes, option.cents
