"""Missing courses: what jobs ask for that this catalogue does not teach, or not well enough.

A current training supplies the step ``l > l + 1`` when its ``from`` is at most ``l`` and its ``to`` at least
``l + 1``. Practice is never supply. Findings are ordered by kind (the most serious first), then weighted
demand and demand (the largest first), then competency and level, so that the same catalogue always gives
the same list. Steps to 3 and 4 stand apart: they are built in the work situation.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import Field

from buyer_skills.analyses.asking import Needs, needs_within
from buyer_skills.analyses.causes import causes_of
from buyer_skills.analyses.findings import FINDING_KINDS, FindingKind, finding_kinds, unfunded_families
from buyer_skills.analyses.missing_scope import MissingScope
from buyer_skills.analyses.named_gaps import NamedGapStanding, named_by, set_beside
from buyer_skills.analyses.nearest import nearest_trainings
from buyer_skills.analyses.needed_steps import NeededStep, needed_steps
from buyer_skills.analyses.people_in_need import NeedsCounted, needs_counted
from buyer_skills.analyses.possible_groups import GROUP_SIZE, PeopleInNeed, people_in_need
from buyer_skills.analyses.provider_knowledge import ProviderKnown, main_providers
from buyer_skills.analyses.reachability import enterable_steps
from buyer_skills.analyses.results import Result, Step
from buyer_skills.analyses.supply_trust import AreaTrust, trust_by_area
from buyer_skills.catalog.trainings import EmployerFamily
from buyer_skills.graph.skill_graph import SkillGraph

WORK_LEVEL = 3
"""Steps that end there or above come with practice, and are listed apart."""


class Finding(Step):
    """What can be said of one step, with the need behind it."""

    kind: FindingKind = Field(description="The most serious thing to say.")
    also: tuple[FindingKind, ...] = Field(description="What else holds, the most serious first.")
    caused_by: Step | None = Field(
        description="For `unreachable`: the more basic finding that alone causes it; it is not counted."
    )
    demand: int = Field(description="Profiles that ask for the step; people who need it, with needs files.")
    weighted_demand: int = Field(description="Sum of the importance they give it, or that their jobs do.")
    profiles: tuple[str, ...] = Field(description="Ids of those profiles.")
    employers: tuple[EmployerFamily, ...] = Field(
        description="For `fee-only`: the families of employers without a funded training."
    )
    area: str = Field(description="Area of the competency.")
    area_trainings: int = Field(description="Trainings seen in that area.")
    area_providers: tuple[str, ...] = Field(description="Ids of who offers them, the most present first.")
    trainings: tuple[str, ...] = Field(description="Trainings that teach the step, the surest first.")
    nearest: tuple[str, ...] = Field(description="Nearest trainings to adapt, the nearest first.")
    named: tuple[str, ...] = Field(description="Ids of the gaps named by others that bear on the step.")
    need: PeopleInNeed | None = Field(
        default=None,
        description="With needs files: the people who need the step, their employers and the groups they "
        "would make; else null.",
    )


class MissingReport(Result):
    """What jobs ask for and what of it is not found, or not well served."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    scope: MissingScope = Field(description="What the report is limited to.")
    needs: NeedsCounted | None = Field(description="What the needs files say; null without them.")
    findings: tuple[Finding, ...] = Field(description="Findings on the steps to 1 and 2.")
    work_steps: tuple[Finding, ...] = Field(description="Findings on the steps to 3 and 4.")
    trust: tuple[AreaTrust, ...] = Field(description="What was seen of each area, in the catalogue's order.")
    providers: tuple[ProviderKnown, ...] = Field(
        description="How far the own offer of the main providers is known, whatever the scope."
    )
    steps: tuple[NeededStep, ...] = Field(description="Every step asked for, served or not.")
    named: tuple[NamedGapStanding, ...] = Field(
        description="Gaps that others named, each with where it stands beside the findings."
    )
    unnamed: tuple[Step, ...] = Field(
        description="Steps of `findings`, in an area where one can conclude, that no named gap bears on; "
        "those with a more basic cause are left out."
    )

    def is_trusted(self, finding: Finding) -> bool:
        """Return whether enough was seen of the finding's area to conclude."""
        return any(trust.area == finding.area and trust.sufficient for trust in self.trust)


def find_missing(
    graph: SkillGraph,
    scope: MissingScope | None = None,
    needs: Needs | None = None,
    group_size: int = GROUP_SIZE,
) -> MissingReport:
    """Return what is not found, or not well served, within ``scope``.

    Args:
        graph: The catalogue at the day of the report.
        scope: What the report is limited to.
        needs: Lines of needs files, whose people are then counted instead of jobs.
        group_size: People from which a group is plausible, 1 or more.
    """
    scope = scope or MissingScope()
    needs = None if needs is None else needs_within(needs, scope)
    asked = needed_steps(graph, scope, needs)
    steps = tuple(step for step, _ in asked)
    lines = {step.key: asking.lines for step, asking in asked}
    enterable = enterable_steps(graph)
    kinds = {step.key: finding_kinds(graph, step, scope, enterable=step.key in enterable) for step in steps}
    ordered = sorted(
        (step for step in steps if kinds[step.key]), key=lambda step: _order(step, kinds[step.key][0])
    )
    causes = causes_of(graph, [(step, kinds[step.key][0]) for step in ordered])
    trust = {each.area: each for each in trust_by_area(graph, _areas(graph, scope), scope.employer)}
    concluding = {each.area for each in trust.values() if each.sufficient}
    named = set_beside(graph, scope, enterable, concluding, needs)
    findings = [
        _finding(graph, scope, step, kinds[step.key], causes.get(step.key), trust, named).model_copy(
            update={"need": None if needs is None else people_in_need(lines[step.key], group_size)}
        )
        for step in ordered
        if scope.covers(graph.competency(step.competency))
    ]
    return MissingReport(
        scope=scope,
        needs=None if needs is None else needs_counted(needs, group_size),
        findings=tuple(finding for finding in findings if finding.to_level < WORK_LEVEL),
        work_steps=tuple(finding for finding in findings if finding.to_level >= WORK_LEVEL),
        trust=tuple(trust.values()),
        providers=main_providers(graph),
        steps=tuple(step for step in steps if scope.covers(graph.competency(step.competency))),
        named=named,
        unnamed=tuple(
            Step(competency=finding.competency, from_level=finding.from_level, to_level=finding.to_level)
            for finding in counted(findings)
            if finding.to_level < WORK_LEVEL and finding.area in concluding and not finding.named
        ),
    )


def counted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stand on their own, those with a more basic cause left out."""
    return tuple(finding for finding in findings if finding.caused_by is None)


def _order(step: NeededStep, kind: FindingKind) -> tuple[int, int, int, str, int]:
    return (FINDING_KINDS.index(kind), -step.weighted_demand, -step.demand, step.competency, step.from_level)


def _finding(
    graph: SkillGraph,
    scope: MissingScope,
    step: NeededStep,
    kinds: tuple[FindingKind, ...],
    cause: Step | None,
    trust: Mapping[str, AreaTrust],
    named: Iterable[NamedGapStanding],
) -> Finding:
    area = trust[graph.competency(step.competency).area]
    nearest = nearest_trainings(graph, step.competency, step.to_level)
    return Finding(
        competency=step.competency,
        from_level=step.from_level,
        to_level=step.to_level,
        kind=kinds[0],
        also=kinds[1:],
        caused_by=cause,
        demand=step.demand,
        weighted_demand=step.weighted_demand,
        profiles=step.profiles,
        employers=unfunded_families(graph, step, scope) if "fee-only" in kinds else (),
        area=area.area,
        area_trainings=area.trainings,
        area_providers=tuple(seen.id for seen in area.providers),
        trainings=step.trainings,
        nearest=tuple(training.id for training in nearest),
        named=named_by(named, step),
    )


def _areas(graph: SkillGraph, scope: MissingScope) -> tuple[str, ...]:
    held = {each.area for each in graph.catalog.competencies.values() if scope.covers(each)}
    return tuple(area for area in graph.catalog.areas if area in held)


__all__ = ["Finding", "MissingReport", "MissingScope", "counted", "find_missing"]
