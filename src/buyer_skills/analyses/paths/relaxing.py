"""The same problem with one thing relaxed: what a step left open may be waiting for.

Each function takes the whole problem, refused and completed options included and marked, or an admitted
one, and returns an admitted one.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from buyer_skills.analyses.paths.constraints import FILTERS, LIMITS, FilterName, LimitName
from buyer_skills.analyses.paths.problem import Gain, Limits, Option, PathProblem
from buyer_skills.analyses.paths.replay import reachable


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What is relaxed: entry requirements that nothing meets, completed trainings, filters, limits, order."""

    entry: bool = False
    completed: bool = False
    filters: frozenset[FilterName] = field(default=frozenset())
    limits: frozenset[LimitName] = field(default=frozenset())
    order: bool = False


ALL_FILTERS = frozenset(FILTERS)
ALL_LIMITS = frozenset(LIMITS)


def relaxed(problem: PathProblem, relaxation: Relaxation) -> PathProblem:
    """Return the whole ``problem`` under ``relaxation``, with the options that are then open to choice."""
    options = tuple(
        option
        for option in problem.options
        if relaxation.filters.issuperset(option.refused) and (relaxation.completed or not option.completed)
    )
    found = replace(problem, options=options, limits=without_limits(problem.limits, relaxation.limits))
    if relaxation.entry:
        found = without_unmeetable_needs(found)
    return without_order(found) if relaxation.order else found


def without_limits(limits: Limits, names: Collection[LimitName]) -> Limits:
    """Return ``limits`` without those named."""
    return Limits(
        minutes=None if "hours" in names else limits.minutes,
        cents=None if "price" in names else limits.cents,
        count=None if "count" in names else limits.count,
    )


def without_unmeetable_needs(problem: PathProblem) -> PathProblem:
    """Return the problem where no training asks on entry for what nothing at hand can give."""
    facts = reachable(problem)
    return replace(problem, options=tuple(_meetable(option, facts) for option in problem.options))


def without_order(problem: PathProblem) -> PathProblem:
    """Return the problem where a training goes on giving: each gain comes as soon as its need holds.

    Trainings no longer exclude each other either. A gain that needs something becomes an option that costs
    nothing and waits for its training.
    """
    facts = list(problem.facts)
    options: list[Option] = []
    for option in problem.options:
        waiting = [gain for gain in option.gains if gain.needs]
        if not waiting:
            options.append(replace(option, groups=frozenset()))
            continue
        started = 1 << len(facts)
        facts.append(("training", option.id, 0))
        always = sum(gain.gives for gain in option.gains if not gain.needs) | started
        options.append(replace(option, gains=(Gain(0, always),), groups=frozenset()))
        options += [
            Option(f"{option.id} {number}", started | gain.needs, (), (Gain(0, gain.gives),), count=0)
            for number, gain in enumerate(waiting)
        ]
    return replace(problem, options=tuple(options), facts=tuple(facts))


def _meetable(option: Option, facts: int) -> Option:
    alternatives = tuple(each for each in option.any_of if not each & ~facts)
    return replace(option, needs=option.needs & facts, any_of=alternatives)
