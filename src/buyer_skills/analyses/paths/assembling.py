"""A plan of integers back into words: trainings, levels gained, totals."""

from collections.abc import Mapping, Sequence

from buyer_skills.analyses.costs import duration_of, is_stale, price_of
from buyer_skills.analyses.paths.baskets import basket_of
from buyer_skills.analyses.paths.filters import unknowns
from buyer_skills.analyses.paths.problem import PathProblem
from buyer_skills.analyses.paths.question import Explanation, PathQuestion
from buyer_skills.analyses.paths.result import (
    Bound,
    PathTraining,
    Status,
    StepGained,
    TrainingPath,
)
from buyer_skills.analyses.readiness import coverage, exact, is_ready
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import Training

Levels = Mapping[str, int]


def path_result(
    question: PathQuestion,
    order: Sequence[str],
    levels_after: Levels,
    bound: Bound | None = None,
    explanation: Explanation | None = None,
) -> TrainingPath:
    """Return the result of following the trainings of ``order`` (ids), as users get it."""
    graph, buyer, profile = question.graph, question.buyer, question.profile
    constraints, explanation = question.constraints, explanation or Explanation()
    threshold = exact(constraints.ready_threshold)
    trainings = [graph.training(identifier) for identifier in order]
    gains = gains_along(buyer, profile, trainings)
    minutes = [duration_of(training) for training in trainings]
    prices = [price_of(graph.catalog, training, constraints.employer) for training in trainings]
    before, after = (_gap_weight(profile, levels) for levels in (buyer.levels, levels_after))
    return TrainingPath(
        buyer=buyer.id,
        profile=profile.id,
        employer=constraints.employer,
        status=_status(before, bound),
        coverage_before=float(coverage(profile, buyer.levels)),
        coverage_after=float(coverage(profile, levels_after)),
        ready_before=is_ready(profile, buyer.levels, threshold),
        ready_after=is_ready(profile, levels_after, threshold),
        gap_weight_before=before,
        gap_weight_closed=before - after,
        total_hours=sum(each.minutes for each in minutes) / 60,
        hours_estimated=sum(each.minutes for each in minutes if each.estimated) / 60,
        total_price_eur=sum(price or 0 for price in prices) / 100,
        unknown_prices=prices.count(None),
        bound=bound,
        trainings=tuple(
            _path_training(question, training, closes, enables, explanation)
            for training, (closes, enables) in zip(trainings, gains, strict=True)
        ),
        unmet=explanation.unmet,
        levels_after=dict(sorted(levels_after.items())),
    )


def levels_from(problem: PathProblem, buyer: Buyer, facts: int) -> dict[str, int]:
    """Return the level of each competency above 0 once ``facts`` are true."""
    levels = {competency: level for competency, level in buyer.levels.items() if level}
    for number, (kind, name, level) in enumerate(problem.facts):
        if kind == "level" and facts >> number & 1:
            levels[name] = max(levels.get(name, 0), level)
    return levels


def gains_along(
    buyer: Buyer, profile: JobProfile, trainings: Sequence[Training]
) -> list[tuple[tuple[StepGained, ...], tuple[StepGained, ...]]]:
    """Return, for each training in turn, the required levels it gains and the others, by competency.

    All outcomes of a training are judged against the levels held when it starts.
    """
    levels = dict(buyer.levels)
    required: dict[str, int] = {}
    for each in profile.requirements:
        required[each.competency] = max(required.get(each.competency, 0), each.level)
    found = []
    for training in trainings:
        reached = dict(levels)
        for outcome in training.taught:
            if levels.get(outcome.competency, 0) >= outcome.from_level:
                reached[outcome.competency] = max(reached.get(outcome.competency, 0), outcome.to_level)
        closes, enables = [], []
        for competency in sorted(reached):
            start, end = levels.get(competency, 0), reached[competency]
            cap = max(start, min(end, required.get(competency, 0)))
            if cap > start:
                closes.append(StepGained(competency=competency, from_level=start, to_level=cap))
            if end > cap:
                enables.append(StepGained(competency=competency, from_level=cap, to_level=end))
        found.append((tuple(closes), tuple(enables)))
        levels = reached
    return found


def _status(gap_weight_before: int, bound: Bound | None) -> Status:
    if gap_weight_before == 0:
        return "no-gap"
    return "optimal" if bound is None else "feasible"


def _gap_weight(profile: JobProfile, levels: Levels) -> int:
    return sum(
        each.importance * max(0, each.level - levels.get(each.competency, 0)) for each in profile.requirements
    )


def _path_training(
    question: PathQuestion,
    training: Training,
    closes: tuple[StepGained, ...],
    enables: tuple[StepGained, ...],
    explanation: Explanation,
) -> PathTraining:
    graph, constraints = question.graph, question.constraints
    duration = duration_of(training)
    price = price_of(graph.catalog, training, constraints.employer)
    return PathTraining(
        id=training.id,
        hours=duration.hours,
        hours_estimated=duration.estimated,
        price_eur=None if price is None else price / 100,
        funded=price == 0,
        evidence=training.evidence,
        stale=is_stale(training, graph.day),
        basket=basket_of(training),
        closes=closes,
        enables=enables,
        unknown=unknowns(training, constraints, price_known=price is not None),
        stand_in=explanation.stand_ins.get(training.id),
        loss=explanation.losses.get(training.id),
    )
