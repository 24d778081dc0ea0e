"""What changed between two catalogues, and what it does to what is missing and to each job."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from buyer_skills.analyses.best_coverage import BestCoverage, RequirementReach, best_coverage, reaches
from buyer_skills.analyses.findings import FindingKind
from buyer_skills.analyses.record_changes import KeyChange, RecordChange, record_changes
from buyer_skills.analyses.results import Result, Step
from buyer_skills.analyses.supply import MissingReport, find_missing
from buyer_skills.graph.skill_graph import JOBS, SkillGraph

Standing = FindingKind | Literal["served", "not-asked"]
"""Where a step stands: its finding, or well served, or asked for by no job."""


class CatalogueSeen(Result):
    """A catalogue that is compared."""

    name: str = Field(description="Folder, as it was named.")
    date: str | None = Field(description="Date of the catalogue, when it has one.")
    trainings: int = Field(description="Offered trainings, practice left out.")
    profiles: int = Field(description="Standard and local profiles.")


class StepMove(Step):
    """A step whose finding appeared, disappeared, or is of another kind."""

    before: Standing = Field(description="Where it stood: a finding, `served` or `not-asked`.")
    after: Standing = Field(description="Where it stands.")


class AreaMove(Result):
    """An area of which one can now conclude, or no longer."""

    area: str = Field(description="Id of the area.")
    before: bool = Field(description="Whether enough was seen to conclude.")
    after: bool = Field(description="Whether enough is seen to conclude.")


class RequirementMove(Result):
    """A requirement that can be brought further, or less far, or that changed."""

    competency: str = Field(description="Id of the competency.")
    before: RequirementReach | None = Field(description="How far it could be brought; null: not asked for.")
    after: RequirementReach | None = Field(description="How far it can be brought; null: not asked for.")


class ProfileMove(Result):
    """A job, and the best that each catalogue can bring for it from level 0."""

    profile: str = Field(description="Id of the profile.")
    before: BestCoverage | None = Field(description="In the old catalogue; null when it has no such job.")
    after: BestCoverage | None = Field(description="In the new one; null when it has no such job.")
    requirements: tuple[RequirementMove, ...] = Field(description="Requirements that moved, by competency.")

    @property
    def has_moved(self) -> bool:
        """Whether its best coverage, or how far a requirement can be brought, is not the same."""
        return self.before != self.after or bool(self.requirements)


class CatalogueDiff(Result):
    """What changed between two catalogues, and what it does."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    old: CatalogueSeen = Field(description="The old catalogue.")
    new: CatalogueSeen = Field(description="The new one.")
    changes: tuple[RecordChange, ...] = Field(description="Records that changed, trainings first.")
    front: tuple[KeyChange, ...] = Field(description="What changed in `catalog.yaml`: title, date.")
    no_longer_offered: tuple[str, ...] = Field(
        description="Trainings offered in the old catalogue and not in the new one, practice left out."
    )
    newly_offered: tuple[str, ...] = Field(description="Trainings offered in the new one alone.")
    steps: tuple[StepMove, ...] = Field(
        description="Steps whose finding appeared, disappeared or changed kind, by competency and level."
    )
    areas: tuple[AreaMove, ...] = Field(
        description="Areas of which one can now conclude, or no longer; one that is new is left out."
    )
    profiles: tuple[ProfileMove, ...] = Field(
        description="Every standard and local profile of either, by id, with its best coverage in each."
    )


def compare_catalogues(old: SkillGraph, new: SkillGraph, names: tuple[str, str]) -> CatalogueDiff:
    """Return what changed from ``old`` to ``new``, both judged at the same day.

    Args:
        old: The old catalogue at the day of the report.
        new: The new catalogue at the same day.
        names: How readers know each.
    """
    offered = _offered(old), _offered(new)
    missing = find_missing(old), find_missing(new)
    return CatalogueDiff(
        old=_seen(old, names[0]),
        new=_seen(new, names[1]),
        changes=record_changes(old.catalog, new.catalog),
        front=_front(old, new),
        no_longer_offered=tuple(sorted(offered[0] - offered[1])),
        newly_offered=tuple(sorted(offered[1] - offered[0])),
        steps=_steps(*missing),
        areas=_areas(*missing),
        profiles=_profiles(old, new),
    )


def _seen(graph: SkillGraph, name: str) -> CatalogueSeen:
    date = graph.catalog.date
    return CatalogueSeen(
        name=name,
        date=date.isoformat() if date else None,
        trainings=len(_offered(graph)),
        profiles=sum(one.kind in JOBS for one in graph.catalog.profiles.values()),
    )


def _offered(graph: SkillGraph) -> frozenset[str]:
    return frozenset(one.id for one in graph.offered.values() if one.kind != "practice")


def _front(old: SkillGraph, new: SkillGraph) -> tuple[KeyChange, ...]:
    titles = tuple(one.catalog.title.model_dump() if one.catalog.title else None for one in (old, new))
    dates = tuple(one.catalog.date.isoformat() if one.catalog.date else None for one in (old, new))
    found = (
        KeyChange(key="title", before=titles[0], after=titles[1]),
        KeyChange(key="date", before=dates[0], after=dates[1]),
    )
    return tuple(change for change in found if change.before != change.after)


def _steps(old: MissingReport, new: MissingReport) -> tuple[StepMove, ...]:
    before, after = _standings(old), _standings(new)
    moves = []
    for competency, level in sorted(before.keys() | after.keys()):
        was: Standing = before.get((competency, level), "not-asked")
        now: Standing = after.get((competency, level), "not-asked")
        quiet = ("served", "not-asked")
        if was != now and not (was in quiet and now in quiet):
            moves.append(
                StepMove(competency=competency, from_level=level - 1, to_level=level, before=was, after=now)
            )
    return tuple(moves)


def _standings(report: MissingReport) -> dict[tuple[str, int], Standing]:
    standings: dict[tuple[str, int], Standing] = {step.key: "served" for step in report.steps}
    standings |= {finding.key: finding.kind for finding in (*report.findings, *report.work_steps)}
    return standings


def _areas(old: MissingReport, new: MissingReport) -> tuple[AreaMove, ...]:
    before = {one.area: one.sufficient for one in old.trust}
    return tuple(
        AreaMove(area=one.area, before=before[one.area], after=one.sufficient)
        for one in new.trust
        if one.area in before and before[one.area] != one.sufficient
    )


def _profiles(old: SkillGraph, new: SkillGraph) -> tuple[ProfileMove, ...]:
    before, after = reaches(old), reaches(new)
    return tuple(
        ProfileMove(
            profile=name,
            before=best_coverage(old.profile(name), before[name]) if name in before else None,
            after=best_coverage(new.profile(name), after[name]) if name in after else None,
            requirements=_requirements(before, after, name),
        )
        for name in sorted(before.keys() | after.keys())
    )


def _requirements(
    before: Mapping[str, tuple[RequirementReach, ...]],
    after: Mapping[str, tuple[RequirementReach, ...]],
    name: str,
) -> tuple[RequirementMove, ...]:
    """Return the requirements that moved; none for a job that one of the catalogues does not have."""
    if name not in before or name not in after:
        return ()
    old = {one.competency: one for one in before[name]}
    new = {one.competency: one for one in after[name]}
    return tuple(
        RequirementMove(competency=competency, before=old.get(competency), after=new.get(competency))
        for competency in sorted(old.keys() | new.keys())
        if old.get(competency) != new.get(competency)
    )
