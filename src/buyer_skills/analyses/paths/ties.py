"""The last rank: among sets equal in every other, the one whose sorted ids come first.

Sets have one size by then. For the best set in hand, one solve asks for a set that holds the smallest
possible id which ours has not, all smaller ids being as in ours; that set comes before ours. When there is
none, ours is the answer. No weights are used but small whole numbers, one for each id.
"""

from collections.abc import Callable

from buyer_skills.analyses.paths.model import Row
from buyer_skills.analyses.paths.ranks import Objective
from buyer_skills.analyses.paths.solver import Outcome, Programme, Solved

Minimise = Callable[[Objective], Solved]
"""Solves, forbids the circles that turn up, and solves again until the answer can be followed."""


def smallest_ids(
    programme: Programme, values: tuple[int, ...], option_count: int, minimise: Minimise
) -> tuple[tuple[int, ...], bool]:
    """Return the solution whose set of options comes first, and whether that was proven.

    ``values`` is a solution that is the best in every other rank, all of them fixed in ``programme``.
    """
    settled = 0
    while True:
        chosen = [position for position in range(option_count) if values[position]]
        candidates = [i for i in range(settled, chosen[-1] if chosen else 0) if not values[i]]
        candidates = [i for i in candidates if not programme.is_fixed(i)]
        if not candidates:
            return values, True
        solved = _first_difference(programme, chosen, candidates, minimise)
        if solved.outcome is Outcome.INFEASIBLE:
            return values, True
        if solved.values is None:
            return values, False
        difference = next(i for i in candidates if solved.values[i])
        values = solved.values[: len(values)]
        if solved.outcome is Outcome.STOPPED:
            return values, False
        settled = difference + 1


def _first_difference(
    programme: Programme, chosen: list[int], candidates: list[int], minimise: Minimise
) -> Solved:
    """Solve for a set that agrees with ``chosen`` below the smallest possible candidate, which it holds."""
    first = {candidate: programme.add_column() for candidate in candidates}
    rows = [Row(dict.fromkeys(first.values(), 1), lower=1, upper=1)]
    rows += [Row({column: 1, candidate: -1}, upper=0) for candidate, column in first.items()]
    for member in chosen:
        later = {column: 1 for candidate, column in first.items() if candidate > member}
        if later:
            rows.append(Row({**later, member: -1}, upper=0))
    for row in rows:
        programme.add(row)
    ranked = {column: number for number, column in enumerate(first.values())}
    solved = minimise(Objective("ids", ranked))
    programme.drop(rows)
    for column in first.values():
        programme.fix(column, 0)
    return solved
