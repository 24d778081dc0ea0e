"""Making a problem smaller without changing its answer.

Four reductions, each of which keeps every optimal set of trainings:

- *forward*: what can never start, and gains whose need can never hold, go;
- *backward*: facts that no wanted step rests on go, and options that then give nothing;
- *single gain*: an option with one gain left is worthless when it is lost, so what the gain needs is
  needed on entry;
- *dominance*: an option goes when another does at least as much, asks no more and costs no more.
"""

from collections.abc import Mapping
from dataclasses import replace

from buyer_skills.analyses.paths.problem import Gain, Option, PathProblem
from buyer_skills.analyses.paths.replay import reachable


def presolved(problem: PathProblem, *, dominance: bool = True) -> PathProblem:
    """Return a smaller problem with the same optimal sets of trainings."""
    while True:
        size = _size(problem)
        problem = with_single_gains_as_needs(relevant_only(reachable_only(problem)))
        if dominance:
            problem = without_dominated(problem)
        if _size(problem) == size:
            return problem


def _size(problem: PathProblem) -> tuple[int, int, int]:
    gains = sum(len(option.gains) for option in problem.options)
    given = sum(gain.gives.bit_count() for option in problem.options for gain in option.gains)
    return len(problem.options), gains, given


def reachable_only(problem: PathProblem) -> PathProblem:
    """Return the problem without what can never happen, taking every option as often as needed."""
    facts = reachable(problem)
    options = tuple(_within(option, facts) for option in problem.options if option.can_start(facts))
    wanted = tuple(step for step in problem.wanted if step.fact & facts)
    derived = tuple((fact, parts) for fact, parts in problem.derived if not parts & ~facts)
    return replace(problem, options=options, wanted=wanted, derived=derived)


def _within(option: Option, facts: int) -> Option:
    """Return ``option`` without the ways in and the gains that rest on more than ``facts``."""
    any_of = tuple(each for each in option.any_of if not each & ~facts)
    gains = tuple(gain for gain in option.gains if not gain.needs & ~facts)
    # Nearly all options stay whole: a copy of each would take most of the time of the reduction.
    if len(any_of) == len(option.any_of) and len(gains) == len(option.gains):
        return option
    return replace(option, any_of=any_of, gains=gains)


def relevant_only(problem: PathProblem) -> PathProblem:
    """Return the problem with the facts that wanted steps rest on, and the options that give them."""
    relevant = _relevant_facts(problem)
    options = []
    for option in problem.options:
        gains = tuple(gain for gain in option.gains if gain.gives & relevant)
        if len(gains) < len(option.gains) or any(gain.gives & ~relevant for gain in gains):
            gains = tuple(Gain(gain.needs, gain.gives & relevant) for gain in gains)
            option = replace(option, gains=gains)  # noqa: PLW2901 - the same option, reduced
        if gains:
            options.append(option)
    derived = tuple((fact, parts) for fact, parts in problem.derived if fact & relevant)
    return replace(problem, options=tuple(options), derived=derived)


def _relevant_facts(problem: PathProblem) -> int:
    relevant = problem.wanted_mask
    before = -1
    while before != relevant:
        before = relevant
        for option in problem.options:
            useful = [gain for gain in option.gains if gain.gives & relevant]
            if useful:
                relevant |= option.needs
                for alternative in option.any_of:
                    relevant |= alternative
                for gain in useful:
                    relevant |= gain.needs
        for fact, parts in problem.derived:
            if fact & relevant:
                relevant |= parts
    return relevant


def with_single_gains_as_needs(problem: PathProblem) -> PathProblem:
    """Return the problem where an option with one gain asks on entry for what that gain needs.

    Taking such an option and losing its gain is never optimal: leaving it out costs less and loses nothing.
    """
    options = tuple(
        replace(option, needs=option.needs | option.gains[0].needs, gains=(Gain(0, option.gains[0].gives),))
        if len(option.gains) == 1 and option.gains[0].needs
        else option
        for option in problem.options
    )
    return replace(problem, options=options)


def without_dominated(problem: PathProblem) -> PathProblem:
    """Return the problem without the options that another one may always stand for.

    ``b`` may stand for ``a`` when nothing ``b`` gives hangs on a need of a gain (so that taking it at the
    place of ``a`` loses nothing), ``b`` asks for nothing that ``a`` does not, gives all that ``a`` gives,
    excludes nothing that ``a`` does not, and is no worse in any rank or limited quantity, smaller ids
    deciding between equals. That ``a`` is asked for by another training is a fact that ``a`` gives, which
    ``b`` does not: such an ``a`` stays.
    """
    lower = _lower_levels(problem)
    candidates: dict[int, list[Option]] = {}
    for option in problem.options:
        if len(option.gains) == 1 and not option.gains[0].needs:
            for bit in _bits(option.gives):
                candidates.setdefault(bit, []).append(option)
    kept = tuple(option for option in problem.options if not _is_dominated(option, candidates, lower))
    return replace(problem, options=kept)


def _is_dominated(option: Option, candidates: Mapping[int, list[Option]], lower: Mapping[int, int]) -> bool:
    bits = _bits(option.gives)
    rarest = min((candidates.get(bit, []) for bit in bits), key=len)
    needs = _closed(option.needs, lower)
    return any(_may_stand_for(other, option, needs) for other in rarest)


def _may_stand_for(other: Option, option: Option, needs: int) -> bool:
    if other.id == option.id or option.gives & ~other.gives or other.needs & ~needs:
        return False
    if other.any_of and other.any_of != option.any_of:
        return False
    if not other.groups <= option.groups:
        return False
    costs, other_costs = _costs(option), _costs(other)
    if any(mine < theirs for mine, theirs in zip(costs, other_costs, strict=True)):
        return False
    return costs != other_costs or other.id < option.id


def _costs(option: Option) -> tuple[int, ...]:
    return (
        option.unfunded,
        option.evidence,
        option.minutes,
        option.unknown_price,
        option.cents,
        option.count,
    )


def _lower_levels(problem: PathProblem) -> dict[int, int]:
    """Return, for the bit of each level, the bits of the levels below it."""
    by_name: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for number, (kind, name, level) in enumerate(problem.facts):
        if kind in ("level", "degree_level"):
            by_name.setdefault((kind, name), []).append((level, 1 << number))
    lower = {}
    for levels in by_name.values():
        below = 0
        for _, bit in sorted(levels):
            lower[bit] = below
            below |= bit
    return lower


def _closed(facts: int, lower: Mapping[int, int]) -> int:
    closed = facts
    for bit in _bits(facts):
        closed |= lower.get(bit, 0)
    return closed


def _bits(mask: int) -> list[int]:
    found = []
    while mask:
        bit = mask & -mask
        found.append(bit)
        mask ^= bit
    return found
