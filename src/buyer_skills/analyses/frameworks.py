"""The competency framework as a whole, or what of it serves a role or belongs to an area."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.fields import Importance, Level
from buyer_skills.catalog.profiles import JobProfile, ProfileKind
from buyer_skills.graph.skill_graph import SkillGraph


class FrameworkScope(Result):
    """What of the framework a reader asked for; nothing set: all of it."""

    role: str | None = Field(default=None, description="Role that the competencies serve.")
    area: str | None = Field(default=None, description="Area that they belong to.")


class AskedBy(Result):
    """A job that asks for a competency."""

    profile: str = Field(description="Id of the profile, standard or local.")
    kind: ProfileKind = Field(description="standard or local.")
    level: Level = Field(description="Level asked for.")
    importance: Importance = Field(description="1 utile, 2 importante, 3 indispensable.")


class FrameworkCompetency(Result):
    """A competency, as it is described, and the jobs that ask for it."""

    id: str = Field(description="Competency.")
    record: Competency = Field(description="All that the catalogue says of it, level by level.")
    asked_by: tuple[AskedBy, ...] = Field(description="Jobs that ask for it, the highest level first.")


class FrameworkArea(Result):
    """An area and its competencies."""

    id: str = Field(description="Area.")
    savoir: int = Field(description="Number of competencies that are knowledge.")
    savoir_faire: int = Field(description="Number of competencies that are know-how.")
    savoir_etre: int = Field(description="Number of competencies that are ways of being.")
    competencies: tuple[str, ...] = Field(description="Ids of its competencies, in reading order.")


class FrameworkRole(Result):
    """A role and the competencies that serve it."""

    id: str = Field(description="Role.")
    competencies: tuple[str, ...] = Field(description="Ids of the competencies that serve it.")


class FrameworkPhase(Result):
    """A phase of the purchase and the competencies it calls for."""

    id: str | None = Field(description="Phase; null for the competencies that name none.")
    competencies: tuple[str, ...] = Field(description="Ids of its competencies, by title.")


class Framework(Result):
    """The competency framework: what buyers know, do and are, level by level."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    scope: FrameworkScope = Field(description="What was asked for.")
    areas: tuple[FrameworkArea, ...] = Field(description="Areas with a competency in scope, in their order.")
    roles: tuple[FrameworkRole, ...] = Field(description="Roles, or the one asked for, in their order.")
    phases: tuple[FrameworkPhase, ...] = Field(
        description="Phases with a competency in scope, in their order."
    )
    validated: int = Field(description="Competencies that at least one employer validated.")
    competencies: tuple[FrameworkCompetency, ...] = Field(
        description="Competencies by area, then phase of the purchase, then title."
    )

    @property
    def soft(self) -> tuple[FrameworkCompetency, ...]:
        """The ways of being, in reading order."""
        return tuple(one for one in self.competencies if one.record.kind == "savoir-etre")

    @property
    def rated(self) -> tuple[FrameworkCompetency, ...]:
        """Knowledge and know-how, which have levels on the scale, in reading order."""
        return tuple(one for one in self.competencies if one.record.kind != "savoir-etre")


def gather_framework(graph: SkillGraph, scope: FrameworkScope) -> Framework:
    """Return the competencies that meet ``scope``, by area, with the roles and phases they serve.

    Args:
        graph: The catalogue at the day of the report.
        scope: A role and an area to keep; both set, a competency must meet both.
    """
    kept = [
        one
        for one in graph.catalog.competencies.values()
        if (scope.role is None or scope.role in one.roles) and scope.area in (None, one.area)
    ]
    ordered = _in_reading_order(graph, kept)
    return Framework(
        scope=scope,
        areas=tuple(_areas(graph, ordered)),
        roles=tuple(
            FrameworkRole(id=role, competencies=tuple(one.id for one in ordered if role in one.roles))
            for role in graph.catalog.roles
            if scope.role in (None, role)
        ),
        phases=tuple(_phases(graph, kept)),
        validated=sum(one.validated_by > 0 for one in kept),
        competencies=tuple(
            FrameworkCompetency(id=one.id, record=one, asked_by=_asked_by(graph, one.id)) for one in ordered
        ),
    )


def alphabetical(text: str) -> str:
    """Return what to sort a French title by: accents and capitals do not count.

    >>> sorted(["Zone", "Évaluation", "achat"], key=alphabetical)
    ['achat', 'Évaluation', 'Zone']
    """
    parts = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold()


def _in_reading_order(graph: SkillGraph, competencies: Iterable[Competency]) -> list[Competency]:
    areas, phases = list(graph.catalog.areas), list(graph.catalog.phases)

    def place(one: Competency) -> tuple[int, int, str, str]:
        phase = phases.index(one.phase) if one.phase else len(phases)
        return areas.index(one.area), phase, alphabetical(one.title.fr), one.id

    return sorted(competencies, key=place)


def _areas(graph: SkillGraph, ordered: list[Competency]) -> Iterator[FrameworkArea]:
    for area in graph.catalog.areas:
        within = [one for one in ordered if one.area == area]
        kinds = [one.kind for one in within]
        if within:
            yield FrameworkArea(
                id=area,
                savoir=kinds.count("savoir"),
                savoir_faire=kinds.count("savoir-faire"),
                savoir_etre=kinds.count("savoir-etre"),
                competencies=tuple(one.id for one in within),
            )


def _phases(graph: SkillGraph, competencies: list[Competency]) -> Iterator[FrameworkPhase]:
    ordered = sorted(competencies, key=lambda one: (alphabetical(one.title.fr), one.id))
    for phase in (*graph.catalog.phases, None):
        within = tuple(one.id for one in ordered if one.phase == phase)
        if within:
            yield FrameworkPhase(id=phase, competencies=within)


def _asked_by(graph: SkillGraph, competency: str) -> tuple[AskedBy, ...]:
    asking = [_asked(profile, competency) for profile in graph.profiles_requiring(competency)]
    return tuple(sorted(asking, key=lambda one: (-one.level, one.profile)))


def _asked(profile: JobProfile, competency: str) -> AskedBy:
    requirement = next(one for one in profile.requirements if one.competency == competency)
    return AskedBy(
        profile=profile.id, kind=profile.kind, level=requirement.level, importance=requirement.importance
    )
