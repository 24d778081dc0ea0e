"""Forbidding plans that wait for themselves: what a replay stuck in a circle teaches the programme."""

from collections.abc import Iterator

from buyer_skills.analyses.paths.model import PathModel, Row, bits
from buyer_skills.analyses.paths.replay import Replay, replay_counted


def followed(model: PathModel, values: tuple[int, ...]) -> Replay:
    """Return how far the plan of ``values`` (one for each column) can really be followed."""
    options = range(len(model.problem.options))
    return replay_counted(model.problem, [i for i in options if values[i]], _counted(model, values))


def circle_cuts(model: PathModel, values: tuple[int, ...], replay: Replay) -> list[Row]:
    """Return rows that no real plan breaks and that ``values`` breaks; none when it can be followed.

    Let U be the facts said true that never become so and the options that never start. In a real plan one
    of U comes first, through an option outside U that gives a fact of U, or through an option of U that
    goes first by giving up a gain counted here. So each member of U is at most the sum of these.
    """
    facts = _unfounded_facts(model, values, replay)
    members = {model.facts[fact] for fact in bits(facts)} | set(replay.stuck)
    if not members:
        return []
    ways: dict[int, int] = {}
    for terms in _ways_in(model, values, replay, facts):
        for column, coefficient in terms.items():
            ways[column] = ways.get(column, 0) + coefficient
    return [_at_most(member, ways) for member in sorted(members)]


def _counted(model: PathModel, values: tuple[int, ...]) -> set[tuple[int, int]]:
    return {gain for gain, column in model.gains.items() if values[column]}


def _unfounded_facts(model: PathModel, values: tuple[int, ...], replay: Replay) -> int:
    claimed = 0
    for fact, column in model.facts.items():
        if values[column]:
            claimed |= fact
    return claimed & ~replay.facts


def _ways_in(
    model: PathModel, values: tuple[int, ...], replay: Replay, facts: int
) -> Iterator[dict[int, int]]:
    """Yield, as terms of a sum, each way for a first member of U to come true."""
    stuck = set(replay.stuck)
    for position, option in enumerate(model.problem.options):
        if position in stuck:
            yield _by_giving_up(model, values, position, facts)
            continue
        for number, gain in enumerate(option.gains):
            if gain.gives & facts:
                yield {model.gain_column(position, number): 1}
    for fact, parts in model.problem.derived:
        if fact & facts and not parts & facts:
            yield {model.facts[bits(parts)[0]]: 1}


def _by_giving_up(model: PathModel, values: tuple[int, ...], position: int, facts: int) -> dict[int, int]:
    """Return the way for a stuck option to go first: give up a gain, or enter by an alternative outside U."""
    option = model.problem.options[position]
    if option.needs & facts:
        return {}
    for number, gain in enumerate(option.gains):
        if gain.needs & facts and values[model.gain_column(position, number)]:
            return {position: 1, model.gain_column(position, number): -1}
    return {
        model.alternatives[position, number]: 1
        for number, alternative in enumerate(option.any_of)
        if not alternative & facts
    }


def _at_most(member: int, ways: dict[int, int]) -> Row:
    terms = {column: -coefficient for column, coefficient in ways.items() if coefficient}
    terms[member] = terms.get(member, 0) + 1
    return Row(terms, upper=0)
