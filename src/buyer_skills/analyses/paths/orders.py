"""The order to follow a chosen set in: the smallest by ids among those that close as much."""

from collections.abc import Collection, Iterator

from buyer_skills.analyses.paths.problem import PathProblem
from buyer_skills.analyses.paths.ranks import gap_weights


def smallest_order(
    problem: PathProblem, chosen: Collection[int], target: tuple[int, int]
) -> tuple[int, ...] | None:
    """Return the smallest order of ``chosen`` whose gap weights reach ``target``; None when none does.

    An order is made of positions, which are in the order of ids; ``target`` is that of ranks 1 and 2.
    """
    search = _Search(problem, target)
    facts = problem.with_derived(0)
    remaining = frozenset(chosen)
    if not search.completes(facts, remaining):
        return None
    order: list[int] = []
    while remaining:
        position, facts = next(search.first_steps(facts, remaining))
        order.append(position)
        remaining -= {position}
    return tuple(order)


class _Search:
    """Answers whether what remains can still be followed and reach the target."""

    def __init__(self, problem: PathProblem, target: tuple[int, int]) -> None:
        self.problem = problem
        self.target = target
        self.known: dict[tuple[int, frozenset[int]], bool] = {}

    def completes(self, facts: int, remaining: frozenset[int]) -> bool:
        """Return whether an order of ``remaining`` starts all of it from ``facts`` and reaches the target."""
        key = (facts, remaining)
        if key not in self.known:
            self.known[key] = self._completes(facts, remaining)
        return self.known[key]

    def first_steps(self, facts: int, remaining: frozenset[int]) -> Iterator[tuple[int, int]]:
        """Yield what may come first, smallest ids first, with the facts true after it."""
        for position in sorted(remaining):
            option = self.problem.options[position]
            if option.can_start(facts):
                after = self.problem.with_derived(option.after(facts))
                if self.completes(after, remaining - {position}):
                    yield position, after

    def _completes(self, facts: int, remaining: frozenset[int]) -> bool:
        best = self._at_best(facts, remaining)
        if best is None or gap_weights(self.problem, best) < self.target:
            return False
        facts, remaining = self._after_safe_starts(facts, remaining, best)
        if not remaining:
            return gap_weights(self.problem, facts) >= self.target
        return any(True for _ in self.first_steps(facts, remaining))

    def _at_best(self, facts: int, remaining: frozenset[int]) -> int | None:
        """Return the facts true if no gain were lost; None when something could never start."""
        options = [self.problem.options[position] for position in sorted(remaining)]
        before = -1
        while before != facts:
            before = facts
            for option in options:
                if option.can_start(facts):
                    facts = option.after(facts)
            facts = self.problem.with_derived(facts)
        return facts if all(option.can_start(facts) for option in options) else None

    def _after_safe_starts(
        self, facts: int, remaining: frozenset[int], best: int
    ) -> tuple[int, frozenset[int]]:
        """Start all that loses nothing by starting now: no order does better by waiting."""
        waiting = sorted(remaining)
        moved = True
        while moved:
            moved = False
            for position in tuple(waiting):
                option = self.problem.options[position]
                if option.can_start(facts) and not any(
                    gain.needs & ~facts and gain.gives & ~facts and not gain.needs & ~best
                    for gain in option.gains
                ):
                    facts = self.problem.with_derived(option.after(facts))
                    waiting.remove(position)
                    moved = True
        return facts, frozenset(waiting)
