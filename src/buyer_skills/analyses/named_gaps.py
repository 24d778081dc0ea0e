"""Gaps that others measured or named, set beside what is found here.

A named gap bears on the steps of its competencies, each up to its level. Within a scope:

- it is there when it concerns the employer family asked for (or one where the profile asked for exists), or
  all of them; its steps are those of the competencies that the scope covers, and those that the profile
  asked for needs;
- each step is judged as any other: same findings, whether a job asks for it or not. ``demand`` counts the
  jobs of the scope that exist at an employer the gap concerns, and a lack of funding elsewhere says nothing;
- a step that one body alone offers is supplied all the same: it does not make the gap found here.

``found``: a step lacks in an area where one can conclude. ``inconclusive``: steps lack only where one cannot.
``not-found``: every step is supplied. ``apart``: it names no competency; access, length, price... are not
judged here.
"""

from collections.abc import Collection, Iterable
from typing import Literal, get_args

from pydantic import Field

from buyer_skills.analyses.asking import Needs, asking_for
from buyer_skills.analyses.findings import FINDING_KINDS, FindingKind, finding_kinds, unfunded_families
from buyer_skills.analyses.missing_scope import MissingScope
from buyer_skills.analyses.needed_steps import NeededStep
from buyer_skills.analyses.results import Result, Step
from buyer_skills.catalog.named_gaps import NamedGap
from buyer_skills.catalog.trainings import have_family_in_common
from buyer_skills.graph.skill_graph import SkillGraph

GapStatus = Literal["found", "not-found", "inconclusive", "apart"]
"""Where a named gap stands beside what is found here."""

GAP_STATUSES: tuple[GapStatus, ...] = get_args(GapStatus)

SUPPLIED_ALL_THE_SAME: tuple[FindingKind, ...] = ("single-provider",)
"""Findings that leave an offer to follow: alone, they do not make a named gap found here."""


class NamedFinding(Step):
    """A finding on a step that a named gap bears on."""

    kind: FindingKind = Field(description="The most serious thing to say.")
    also: tuple[FindingKind, ...] = Field(description="What else holds, the most serious first.")
    demand: int = Field(
        description="Profiles of the scope, of an employer the gap concerns, that ask for the step; people "
        "there who need it, with needs files."
    )
    conclusive: bool = Field(description="Whether enough was seen of the area to conclude.")

    @property
    def is_lack(self) -> bool:
        """Whether it says more than that one body alone offers the step."""
        return any(kind not in SUPPLIED_ALL_THE_SAME for kind in (self.kind, *self.also))


class SuppliedStep(Step):
    """A step that a named gap bears on, and what teaches it in this catalogue."""

    trainings: tuple[str, ...] = Field(
        description="Trainings that teach the step, practice left out, the surest first."
    )


class NamedGapStanding(Result):
    """A gap that others named, and where it stands beside what is found here."""

    gap: str = Field(description="Id of the named gap.")
    standing: Literal["measured", "named"] = Field(description="Whether its source measured or named it.")
    status: GapStatus = Field(
        description="found: a step lacks here too; not-found: every step is supplied; inconclusive: too "
        "little was seen to conclude; apart: it names no competency."
    )
    steps: int = Field(description="Steps it bears on, within the scope.")
    findings: tuple[NamedFinding, ...] = Field(
        description="Findings on those steps, asked for by a job or not, the most serious first."
    )
    supplied: tuple[SuppliedStep, ...] = Field(description="Those of its steps that a training teaches.")

    @property
    def lacks(self) -> tuple[NamedFinding, ...]:
        """The steps that lack in an area where one can conclude."""
        return tuple(finding for finding in self.findings if finding.is_lack and finding.conclusive)

    def names(self, step: Step) -> bool:
        """Return whether the gap names ``step``, found here and asked for by a job it concerns."""
        return any(finding.key == step.key and finding.demand for finding in self.findings)


def set_beside(
    graph: SkillGraph,
    scope: MissingScope,
    enterable: Collection[tuple[str, int]],
    concluding: Collection[str],
    needs: Needs | None = None,
) -> tuple[NamedGapStanding, ...]:
    """Return the named gaps of ``scope``: by status, measured ones first, the most lacking steps first, id.

    Args:
        graph: The catalogue at the day of the report.
        scope: What the report is limited to.
        enterable: Steps that someone can get in to from level 0.
        concluding: Areas of which enough was seen to conclude.
        needs: Lines of needs files within the scope: people are counted instead of jobs.
    """
    standings = [
        _standing(gap, _steps(graph, scope, gap, needs), graph, scope, enterable, concluding)
        for gap in graph.catalog.named_gaps.values()
        if _is_within(graph, scope, gap)
    ]
    return tuple(sorted((each for each in standings if each.steps or each.status == "apart"), key=_order))


def named_by(standings: Iterable[NamedGapStanding], step: Step) -> tuple[str, ...]:
    """Return the ids of the gaps that name ``step``, in the order of ``standings``."""
    return tuple(standing.gap for standing in standings if standing.names(step))


def _is_within(graph: SkillGraph, scope: MissingScope, gap: NamedGap) -> bool:
    if not gap.steps and (scope.area or scope.theme or scope.role):
        return False
    if scope.employer is not None:
        return have_family_in_common(gap.employers, (scope.employer,))
    if scope.profile is None:
        return True
    return have_family_in_common(gap.employers, graph.profile(scope.profile).employers)


def _steps(graph: SkillGraph, scope: MissingScope, gap: NamedGap, needs: Needs | None) -> list[NeededStep]:
    """Return the steps of ``gap`` within ``scope``, in the order of its competencies, then by level."""
    highest: dict[str, int] = {}
    for named in gap.steps:
        highest[named.competency] = max(named.up_to, highest.get(named.competency, 0))
    return [
        NeededStep.of(graph, competency, level, asking)
        for competency, top in highest.items()
        if scope.covers(graph.competency(competency))
        for level in range(1, top + 1)
        if (asking := asking_for(graph, scope, competency, level, needs, gap.employers)) or not scope.profile
    ]


def _standing(
    gap: NamedGap,
    steps: list[NeededStep],
    graph: SkillGraph,
    scope: MissingScope,
    enterable: Collection[tuple[str, int]],
    concluding: Collection[str],
) -> NamedGapStanding:
    findings = [
        NamedFinding(
            competency=step.competency,
            from_level=step.from_level,
            to_level=step.to_level,
            kind=kinds[0],
            also=kinds[1:],
            demand=step.demand,
            conclusive=graph.competency(step.competency).area in concluding,
        )
        for step in steps
        if (kinds := _kinds(gap, step, graph, scope, enterable))
    ]
    return NamedGapStanding(
        gap=gap.id,
        standing=gap.standing,
        status=_status(gap, findings),
        steps=len(steps),
        # The sort is stable: within a kind, the order of the gap's own competencies stays.
        findings=tuple(sorted(findings, key=lambda each: (FINDING_KINDS.index(each.kind), -each.demand))),
        supplied=tuple(
            SuppliedStep(
                competency=step.competency,
                from_level=step.from_level,
                to_level=step.to_level,
                trainings=step.trainings,
            )
            for step in steps
            if step.trainings
        ),
    )


def _kinds(
    gap: NamedGap,
    step: NeededStep,
    graph: SkillGraph,
    scope: MissingScope,
    enterable: Collection[tuple[str, int]],
) -> tuple[FindingKind, ...]:
    kinds = finding_kinds(graph, step, scope, enterable=step.key in enterable)
    if not gap.employers or set(unfunded_families(graph, step, scope)) & set(gap.employers):
        return kinds
    return tuple(kind for kind in kinds if kind != "fee-only")


def _status(gap: NamedGap, findings: Iterable[NamedFinding]) -> GapStatus:
    if not gap.steps:
        return "apart"
    lacking = [finding for finding in findings if finding.is_lack]
    if any(finding.conclusive for finding in lacking):
        return "found"
    return "inconclusive" if lacking else "not-found"


def _order(standing: NamedGapStanding) -> tuple[int, bool, int, str]:
    return (
        GAP_STATUSES.index(standing.status),
        standing.standing != "measured",
        -len(standing.lacks),
        standing.gap,
    )
