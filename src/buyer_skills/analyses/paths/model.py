"""The integer programme of a path: variables and constraints, each in a function of its own.

Variables, all 0 or 1: ``x`` an option is chosen, ``g`` a gain that needs something is counted, ``y`` a fact
becomes true, ``z`` an alternative of an entry requirement holds. A fact given by one option alone, always,
is that option's ``x``. Coefficients are integers. The programme allows trainings that wait for each other
in a circle; :mod:`.cuts` forbids the circles that turn up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from buyer_skills.analyses.paths.problem import PathProblem


@dataclass(frozen=True, slots=True)
class Row:
    """``lower <= sum of coefficients x columns <= upper``, None = no bound; integers throughout."""

    terms: Mapping[int, int]
    lower: int | None = None
    upper: int | None = None

    def holds(self, values: tuple[int, ...]) -> bool:
        """Return whether whole ``values`` of the columns satisfy the row."""
        total = sum(coefficient * values[column] for column, coefficient in self.terms.items())
        return (self.lower is None or total >= self.lower) and (self.upper is None or total <= self.upper)


@dataclass(slots=True)
class PathModel:
    """The programme of a problem. The first columns are the options, in their order."""

    problem: PathProblem
    column_count: int = 0
    gains: dict[tuple[int, int], int] = field(default_factory=dict)
    facts: dict[int, int] = field(default_factory=dict)
    alternatives: dict[tuple[int, int], int] = field(default_factory=dict)
    givers: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def new_column(self) -> int:
        """Return a new column."""
        self.column_count += 1
        return self.column_count - 1

    def gain_column(self, option: int, gain: int) -> int:
        """Return the column that says a gain is counted: the option's own when it needs nothing."""
        return self.gains.get((option, gain), option)

    def implies(self, column: int, terms: Mapping[int, int]) -> None:
        """Add ``column <= sum of terms``."""
        if column not in terms:
            self.rows.append(Row({column: 1, **{other: -value for other, value in terms.items()}}, upper=0))


def build_model(problem: PathProblem) -> PathModel:
    """Return the programme of ``problem``."""
    model = PathModel(problem)
    add_choice_variables(model)
    add_gain_variables(model)
    add_fact_variables(model)
    add_alternative_variables(model)

    add_entry_constraints(model)
    add_gain_constraints(model)
    add_support_constraints(model)
    add_level_chain_constraints(model)
    add_exclusion_constraints(model)
    add_limit_constraints(model)
    return model


def add_choice_variables(model: PathModel) -> None:
    """Add ``x``, one for each option: it is chosen."""
    for _ in model.problem.options:
        model.new_column()


def add_gain_variables(model: PathModel) -> None:
    """Add ``g``, one for each gain that needs a fact: it is counted."""
    for position, option in enumerate(model.problem.options):
        for number, gain in enumerate(option.gains):
            if gain.needs:
                model.gains[position, number] = model.new_column()


def add_fact_variables(model: PathModel) -> None:
    """Add ``y``, one for each fact; the sole option that always gives it may speak for it."""
    for position, option in enumerate(model.problem.options):
        for number, gain in enumerate(option.gains):
            for fact in bits(gain.gives):
                model.givers.setdefault(fact, []).append((position, number))
    derived = {fact for fact, _ in model.problem.derived}
    for fact in bits(_facts_met(model.problem)):
        givers = model.givers.get(fact, [])
        if len(givers) == 1 and givers[0] not in model.gains and fact not in derived:
            model.facts[fact] = givers[0][0]
        else:
            model.facts[fact] = model.new_column()


def add_alternative_variables(model: PathModel) -> None:
    """Add ``z``, one for each alternative of several facts: it holds. One of a single fact is its ``y``."""
    for position, option in enumerate(model.problem.options):
        for number, alternative in enumerate(option.any_of):
            if alternative.bit_count() == 1:
                model.alternatives[position, number] = model.facts[alternative]
            else:
                model.alternatives[position, number] = model.new_column()


def add_entry_constraints(model: PathModel) -> None:
    """Add ``x <= y`` for each fact needed on entry, ``x <= sum of z`` over alternatives, ``z <= y``."""
    for position, option in enumerate(model.problem.options):
        for fact in bits(option.needs):
            model.implies(position, {model.facts[fact]: 1})
        if option.any_of:
            columns = [model.alternatives[position, number] for number in range(len(option.any_of))]
            model.implies(position, dict.fromkeys(columns, 1))
        for number, alternative in enumerate(option.any_of):
            for fact in bits(alternative):
                model.implies(model.alternatives[position, number], {model.facts[fact]: 1})


def add_gain_constraints(model: PathModel) -> None:
    """Add ``g <= x`` and ``g <= y`` of the fact the gain needs."""
    for (position, number), column in model.gains.items():
        model.implies(column, {position: 1})
        model.implies(column, {model.facts[model.problem.options[position].gains[number].needs]: 1})


def add_support_constraints(model: PathModel) -> None:
    """Add ``y <= sum of g`` that give the fact; a derived fact may also rest on each of its parts."""
    parts = dict(model.problem.derived)
    for fact, column in model.facts.items():
        support: dict[int, int] = {}
        for giver in model.givers.get(fact, []):
            giving = model.gain_column(*giver)
            support[giving] = support.get(giving, 0) + 1
        if fact not in parts:
            model.implies(column, support)
            continue
        for part in bits(parts[fact]):
            model.implies(column, {**support, model.facts[part]: 1})


def add_level_chain_constraints(model: PathModel) -> None:
    """Add ``y <= y`` of the level below, for levels of one competency."""
    chains: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for fact, column in model.facts.items():
        kind, name, level = model.problem.facts[fact.bit_length() - 1]
        if kind in ("level", "degree_level"):
            chains.setdefault((kind, name), []).append((level, column))
    for chain in chains.values():
        levels = sorted(chain)
        for (_, below), (_, above) in pairwise(levels):
            model.implies(above, {below: 1})


def add_exclusion_constraints(model: PathModel) -> None:
    """Add ``sum of x <= 1`` over the options of each group."""
    members: dict[str, list[int]] = {}
    for position, option in enumerate(model.problem.options):
        for group in option.groups:
            members.setdefault(group, []).append(position)
    seen = set()
    for _, positions in sorted(members.items()):
        if len(positions) > 1 and tuple(positions) not in seen:
            seen.add(tuple(positions))
            model.rows.append(Row(dict.fromkeys(positions, 1), upper=1))


def add_limit_constraints(model: PathModel) -> None:
    """Add the limits on minutes, cents and number of trainings."""
    options = list(enumerate(model.problem.options))
    limits = model.problem.limits
    if limits.minutes is not None:
        model.rows.append(Row({i: each.minutes for i, each in options}, upper=limits.minutes))
    if limits.cents is not None:
        model.rows.append(Row({i: each.cents for i, each in options}, upper=limits.cents))
    if limits.count is not None:
        model.rows.append(Row({i: each.count for i, each in options}, upper=limits.count))


def bits(mask: int) -> list[int]:
    """Return the facts of a set, each as a set of one.

    >>> bits(0b1010)
    [2, 8]
    """
    found = []
    while mask:
        bit = mask & -mask
        found.append(bit)
        mask ^= bit
    return found


def _facts_met(problem: PathProblem) -> int:
    met = problem.wanted_mask
    for option in problem.options:
        met |= option.needs
        for alternative in option.any_of:
            met |= alternative
        for gain in option.gains:
            met |= gain.needs
    for fact, parts in problem.derived:
        met |= fact | parts
    return met
