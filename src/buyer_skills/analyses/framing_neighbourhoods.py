"""Rules, statuts, set-ups and named gaps with what is around them.

What was never read at its source is not handed over: its record is left out of the answer, so that nothing
downstream can show it as a fact.
"""

from collections.abc import Iterator

from buyer_skills.analyses.framing_results import (
    NamedGapNeighbourhood,
    RuleNeighbourhood,
    SetUpNeighbourhood,
    SharedActivity,
    StatutNeighbourhood,
)
from buyer_skills.analyses.neighbourhood_results import StepSupply
from buyer_skills.analyses.set_up_places import parts_taken
from buyer_skills.analyses.step_supply import step_supply
from buyer_skills.analyses.supply_trust import trust_by_area
from buyer_skills.catalog.named_gaps import NamedGap
from buyer_skills.catalog.set_ups import SetUp
from buyer_skills.graph.skill_graph import SkillGraph


def explore_rule(graph: SkillGraph, identifier: str) -> RuleNeighbourhood:
    """Return a dated rule with the competencies it stands behind and the other rules of its topic."""
    rules = graph.catalog.rules
    rule = rules[identifier]
    others = [one for one in rules.values() if one.topic == rule.topic and one.id != identifier]
    return RuleNeighbourhood(
        id=identifier,
        title=rule.title,
        topic=rule.topic,
        record=rule if rule.is_shown else None,
        competencies=tuple(one.id for one in graph.competencies_under(identifier)),
        others=tuple(one.id for one in others if one.is_shown),
        unread=sum(not one.is_shown for one in others),
    )


def explore_statut(graph: SkillGraph, identifier: str) -> StatutNeighbourhood:
    """Return a cadre d'emplois or corps with the profiles that may be held under it."""
    statuts = graph.catalog.statuts
    statut = statuts[identifier]
    return StatutNeighbourhood(
        id=identifier,
        title=statut.title,
        record=statut if statut.is_shown else None,
        profiles=tuple(one.id for one in graph.profiles_held_under(identifier)),
        others=tuple(
            one.id
            for one in sorted(statuts.values(), key=lambda one: (one.category, one.id))
            if one.employer == statut.employer and one.id != identifier and one.is_shown
        ),
    )


def explore_set_up(graph: SkillGraph, identifier: str) -> SetUpNeighbourhood:
    """Return a set-up with its activities phase by phase, in the order of the buying chain."""
    set_up = graph.catalog.set_ups[identifier]
    phases, order = list(graph.catalog.phases), list(graph.catalog.activities)
    shared = sorted(
        _shared(graph, set_up), key=lambda one: (phases.index(one.phase), order.index(one.activity))
    )
    return SetUpNeighbourhood(id=identifier, record=set_up, activities=tuple(shared))


def explore_named_gap(graph: SkillGraph, identifier: str) -> NamedGapNeighbourhood:
    """Return a gap named by others with what this catalogue finds on the steps it bears on."""
    gap = graph.catalog.named_gaps[identifier]
    areas = dict.fromkeys(graph.competency(step.competency).area for step in gap.steps)
    return NamedGapNeighbourhood(
        id=identifier,
        record=gap,
        steps=tuple(_steps(graph, gap)),
        unsure_areas=tuple(trust.area for trust in trust_by_area(graph, areas) if not trust.sufficient),
    )


def _shared(graph: SkillGraph, set_up: SetUp) -> Iterator[SharedActivity]:
    for allocation in set_up.allocations:
        yield SharedActivity(
            activity=allocation.activity,
            phase=graph.catalog.activities[allocation.activity].phase,
            parts=parts_taken(set_up, allocation),
        )


def _steps(graph: SkillGraph, gap: NamedGap) -> Iterator[StepSupply]:
    for step in gap.steps:
        for level in range(1, step.up_to + 1):
            yield step_supply(graph, step.competency, level)
