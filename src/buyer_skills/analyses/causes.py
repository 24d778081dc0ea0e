"""Which more basic finding is the only cause of a step without a way in."""

from collections.abc import Mapping, Sequence

from buyer_skills.analyses.findings import FindingKind
from buyer_skills.analyses.needed_steps import NeededStep
from buyer_skills.analyses.reachability import StepKey, enterable_steps
from buyer_skills.analyses.results import Step
from buyer_skills.graph.skill_graph import SkillGraph

_BASIC = ("absent", "practice-only")


def causes_of(
    graph: SkillGraph, findings: Sequence[tuple[NeededStep, FindingKind]]
) -> Mapping[StepKey, Step]:
    """Return, for each step without a way in that one finding alone explains, that finding.

    A finding is the cause when a way in opens as soon as its step is granted. It is more basic when nothing
    teaches it, or when granting the other step would open no way to it; of two steps that open the way to
    each other, the first of ``findings`` is the cause. A cause has no cause itself.

    Args:
        graph: The catalogue at the day of the report.
        findings: Steps and their most serious kind, in the order of the report.
    """
    barred = [step for step, kind in findings if kind == "unreachable"]
    if not barred:
        return {}
    basic = [step for step, kind in findings if kind in _BASIC]
    opened = {step.key: enterable_steps(graph, [step.key]) for step in (*basic, *barred)}
    roots = [*basic, *(step for step in barred if not _has_cause(step, basic, barred, opened))]
    causes: dict[StepKey, Step] = {}
    for step in barred:
        if step in roots:
            continue
        cause = next(root for root in roots if step.key in opened[root.key])
        causes[step.key] = Step(
            competency=cause.competency, from_level=cause.from_level, to_level=cause.to_level
        )
    return causes


def _has_cause(
    step: NeededStep,
    basic: Sequence[NeededStep],
    barred: Sequence[NeededStep],
    opened: Mapping[StepKey, frozenset[StepKey]],
) -> bool:
    if any(step.key in opened[cause.key] for cause in basic):
        return True
    place = barred.index(step)
    return any(
        step.key in opened[other.key] and (other.key not in opened[step.key] or position < place)
        for position, other in enumerate(barred)
        if position != place
    )
