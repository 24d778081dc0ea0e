"""For a chosen training still to be confirmed, the surest one that could take its place."""

from collections.abc import Sequence

from buyer_skills.analyses.costs import duration_of, is_stale
from buyer_skills.analyses.paths.problem import Option, PathProblem
from buyer_skills.analyses.paths.ranks import gap_weights
from buyer_skills.analyses.paths.replay import replayed
from buyer_skills.analyses.paths.result import StandIn
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph

SURE = ("confirmed", "verified")
"""Evidence that comes from the provider itself, the surest first."""


def stand_ins_for(
    graph: SkillGraph, problem: PathProblem, order: Sequence[int], facts: int
) -> dict[str, StandIn]:
    """Return what could stand in for each training of a plan that is still to be confirmed, by id.

    A stand-in is confirmed or verified and not to be checked again; put at the same place of the order,
    within the limits, it closes as much, indispensable gap first. The best is the one funded, surest,
    shortest, of known and lowest price, then of smallest id.
    """
    found: dict[str, StandIn] = {}
    for place, position in enumerate(order):
        training = graph.training(problem.options[position].id)
        if training.evidence in SURE or training.evidence == "generic":
            continue
        others = [
            other
            for other in range(len(problem.options))
            if other not in order
            and _is_sure(graph, problem.options[other])
            and _closes_as_much(problem, [*order[:place], other, *order[place + 1 :]], facts)
        ]
        if others:
            best = min((problem.options[other] for other in others), key=lambda each: _rank(graph, each))
            found[training.id] = _stand_in(graph.training(best.id), best)
    return found


def _is_sure(graph: SkillGraph, option: Option) -> bool:
    training = graph.training(option.id)
    return training.evidence in SURE and not is_stale(training, graph.day)


def _closes_as_much(problem: PathProblem, order: Sequence[int], facts: int) -> bool:
    reached = replayed(problem, order)
    return (
        reached is not None
        and gap_weights(problem, reached) >= gap_weights(problem, facts)
        and _is_admitted(problem, [problem.options[position] for position in order])
    )


def _is_admitted(problem: PathProblem, options: Sequence[Option]) -> bool:
    """Return whether a plan respects the limits, and takes one option of a group at most."""
    groups = [group for option in options for group in option.groups]
    limits = problem.limits
    return (
        len(groups) == len(set(groups))
        and (limits.minutes is None or sum(option.minutes for option in options) <= limits.minutes)
        and (limits.cents is None or sum(option.cents for option in options) <= limits.cents)
        and (limits.count is None or sum(option.count for option in options) <= limits.count)
    )


def _rank(graph: SkillGraph, option: Option) -> tuple[int, int, int, int, int, str]:
    evidence = SURE.index(graph.training(option.id).evidence)
    return option.unfunded, evidence, option.minutes, option.unknown_price, option.cents, option.id


def _stand_in(training: Training, option: Option) -> StandIn:
    return StandIn(
        id=option.id,
        evidence=training.evidence,
        hours=option.minutes / 60,
        hours_estimated=duration_of(training).estimated,
        price_eur=None if option.unknown_price else option.cents / 100,
    )
