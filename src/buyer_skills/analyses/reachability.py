"""Which steps can be entered by someone who starts from level 0 everywhere and may follow everything.

Any degree level and any status are granted; only levels and earlier trainings can bar the way. A training
has one place in the order: all its outcomes are judged then, and what its entry or a `from` lacks at that
moment is lost. So a fixpoint « until nothing changes » says yes too often, and the order matters.

A training whose every outcome is gained (or already held) loses nothing by being followed at once: those
are followed first, without choice. Only when none is left does one have to give up an outcome, and each
possibility is then tried.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from buyer_skills.catalog.fields import Bilingual
from buyer_skills.catalog.trainings import EntryCondition, Outcome, Training
from buyer_skills.graph.skill_graph import SkillGraph

StepKey = tuple[str, int]
"""A competency and the level reached: the step of one level that ends there."""

MOST_POSITIONS = 5_000
"""Positions tried for one step before it is given the benefit of the doubt."""


@dataclass(frozen=True)
class _Position:
    """Where someone stands on the way: levels held, trainings followed."""

    levels: Mapping[str, int] = field(default_factory=dict)
    followed: frozenset[str] = frozenset()

    def holds(self, competency: str, level: int) -> bool:
        """Return whether ``level`` of ``competency`` is held."""
        return self.levels.get(competency, 0) >= level


@dataclass(frozen=True)
class _Offer:
    """What may be followed, which of it counts, the parts of itineraries, and what others ask for."""

    trainings: tuple[Training, ...]
    counted: frozenset[str]
    parts: Mapping[str, tuple[str, ...]]
    asked: frozenset[str]


def enterable_steps(
    graph: SkillGraph, granted: Iterable[StepKey] = (), *, practice: bool = False
) -> frozenset[StepKey]:
    """Return the steps that some offered training teaches to someone who can get in.

    Args:
        graph: The catalogue at the day of the report.
        granted: Steps that are given to whoever holds the level before them, as if a training were there.
        practice: Whether a step that practice alone teaches counts; either way, practice helps to get in.
    """
    offer = _offer(graph, granted, practice=practice)
    surely = _gained_freely(offer)
    in_doubt = sorted(_steps_taught(offer) - surely)
    if not in_doubt:
        return surely
    at_best = _at_best(offer)
    return surely | {step for step in in_doubt if _may_be_entered(step, offer, at_best)}


def _offer(graph: SkillGraph, granted: Iterable[StepKey], *, practice: bool) -> _Offer:
    gifts = (_gift(competency, level) for competency, level in sorted(granted))
    trainings = (*graph.offered.values(), *gifts)
    asked = {
        identifier
        for training in trainings
        for condition in (training.requires, *training.requires.any_of)
        for identifier in condition.trainings
    }
    parts = {training.id: training.parts for training in graph.trainings.values() if training.parts}
    asked |= {part for itinerary in asked & parts.keys() for part in parts[itinerary]}
    counted = {each.id for each in graph.offered.values() if practice or each.kind != "practice"}
    return _Offer(trainings, frozenset(counted), parts, frozenset(asked))


def _gift(competency: str, level: int) -> Training:
    outcome = Outcome(competency=competency, from_level=level - 1, to_level=level)
    # The hyphens in front keep its id apart from every slug.
    name = f"--{competency}-{level}"
    return Training.model_construct(
        id=name, title=Bilingual(fr=name), provider=name, kind="practice", outcomes=(outcome,)
    )


def _steps_taught(offer: _Offer) -> set[StepKey]:
    return {
        (outcome.competency, level)
        for training in offer.trainings
        if training.id in offer.counted
        for outcome in training.taught
        for level in _levels_taught(outcome)
    }


def _gained_freely(offer: _Offer) -> frozenset[StepKey]:
    """Return the steps taught by trainings that lose nothing, followed one after the other from level 0."""
    return frozenset(
        (outcome.competency, level)
        for training in _without_loss(_Position(), offer)[1]
        if training.id in offer.counted
        for outcome in training.taught
        for level in _levels_taught(outcome)
    )


def _at_best(offer: _Offer) -> _Position:
    """Return levels nobody can go beyond: as if every training could be followed again and again."""
    position = _Position()
    while True:
        after = position
        for training in offer.trainings:
            if _is_startable(training, after, offer):
                after = _after(training, after)
        if after == position:
            return position
        position = after


def _may_be_entered(step: StepKey, offer: _Offer, at_best: _Position) -> bool:
    """Return whether some training that teaches ``step`` can be followed with that outcome counted."""
    return any(
        training.id in offer.counted
        and _counts(training, step, at_best, offer)
        and _some_order_leads_to(training, step, offer)
        for training in offer.trainings
    )


def _some_order_leads_to(target: Training, step: StepKey, offer: _Offer) -> bool:
    """Try orders of the other trainings until ``target`` can start with its outcome of ``step`` counted."""
    others = replace(offer, trainings=tuple(each for each in offer.trainings if each.id != target.id))
    waiting = [_Position()]
    seen: set[tuple[frozenset[str], tuple[tuple[str, int], ...]]] = set()
    while waiting:
        position, _ = _without_loss(waiting.pop(), others)
        if _counts(target, step, position, offer):
            return True
        # The same trainings in another order may leave other levels.
        place = (position.followed, tuple(sorted(position.levels.items())))
        if place in seen:
            continue
        seen.add(place)
        if len(seen) > MOST_POSITIONS:
            return True
        waiting += [
            _after(training, position)
            for training in others.trainings
            if training.id not in position.followed and _gains(training, position, others)
        ]
    return False


def _without_loss(position: _Position, offer: _Offer) -> tuple[_Position, list[Training]]:
    """Follow every training that can start and loses none of its outcomes, until none is left."""
    followed: list[Training] = []
    waiting = [training for training in offer.trainings if training.id not in position.followed]
    moved = True
    while moved:
        moved = False
        still: list[Training] = []
        for training in waiting:
            if _is_startable(training, position, offer) and all(
                position.holds(outcome.competency, outcome.from_level) for outcome in training.taught
            ):
                followed.append(training)
                position = _after(training, position)
                moved = True
            else:
                still.append(training)
        waiting = still
    return position, followed


def _counts(training: Training, step: StepKey, position: _Position, offer: _Offer) -> bool:
    competency, level = step
    return any(
        outcome.competency == competency
        and level in _levels_taught(outcome)
        and position.holds(competency, outcome.from_level)
        for outcome in training.taught
    ) and _is_startable(training, position, offer)


def _gains(training: Training, position: _Position, offer: _Offer) -> bool:
    """Return whether following ``training`` now brings something, at the cost of an outcome given up."""
    brings = training.id in offer.asked or any(
        outcome.from_level <= position.levels.get(outcome.competency, 0) < outcome.to_level
        for outcome in training.taught
    )
    return brings and _is_startable(training, position, offer)


def _after(training: Training, position: _Position) -> _Position:
    levels = dict(position.levels)
    for outcome in training.taught:
        if position.holds(outcome.competency, outcome.from_level):
            levels[outcome.competency] = max(levels.get(outcome.competency, 0), outcome.to_level)
    return _Position(levels, position.followed | {training.id})


def _is_startable(training: Training, position: _Position, offer: _Offer) -> bool:
    requires = training.requires
    return _is_met(requires, position, offer) and (
        not requires.any_of or any(_is_met(condition, position, offer) for condition in requires.any_of)
    )


def _is_met(condition: EntryCondition, position: _Position, offer: _Offer) -> bool:
    return all(position.holds(required.competency, required.level) for required in condition.levels) and all(
        _is_done(identifier, position, offer) for identifier in condition.trainings
    )


def _is_done(identifier: str, position: _Position, offer: _Offer) -> bool:
    """Return whether a training was followed; following all the parts of an itinerary is following it."""
    parts = offer.parts.get(identifier, ())
    return identifier in position.followed or (bool(parts) and position.followed.issuperset(parts))


def _levels_taught(outcome: Outcome) -> range:
    return range(outcome.from_level + 1, outcome.to_level + 1)
