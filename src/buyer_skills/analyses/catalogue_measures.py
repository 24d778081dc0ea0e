"""What a catalogue covers and where it is thin, in figures that its page of documentation gives."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from buyer_skills.analyses.costs import price_of
from buyer_skills.analyses.results import Result
from buyer_skills.analyses.supply_trust import continuing, trainings_of_area, trust_by_area
from buyer_skills.catalog.checks.competencies import expected_levels
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.fields import Level
from buyer_skills.catalog.trainings import (
    EMPLOYER_FAMILIES,
    EVIDENCE_ORDER,
    OWN_EVIDENCE,
    EmployerFamily,
    Training,
)
from buyer_skills.graph.build import TOP_LEVEL
from buyer_skills.graph.skill_graph import SkillGraph


class StepMeasure(Result):
    """What leads to one level in an area."""

    to_level: Level = Field(alias="to", description="Level reached, 1 to 4.")
    evidence: dict[str, int] = Field(
        description="Offered trainings that teach it for some competency of the area, by evidence."
    )


class AreaMeasure(Result):
    """What the catalogue holds on one area."""

    area: str = Field(description="Area.")
    competencies: int = Field(description="Competencies of the area.")
    described: int = Field(description="Those with descriptors at every level.")
    courses: int = Field(description="Offered trainings that teach one of them, degrees and practice aside.")
    degrees: int = Field(description="Offered degrees that teach one of them.")
    well_known: int = Field(description="Courses seen on, or confirmed by, their provider.")
    indicative: int = Field(description="Courses of which only the theme is known.")
    steps: tuple[StepMeasure, ...] = Field(description="Level by level, 1 to 4.")
    sufficient: bool = Field(description="Whether enough was seen to conclude that something is not found.")


class FamilyMeasure(Result):
    """What the catalogue holds for one employer family."""

    employer: EmployerFamily = Field(description="Employer family.")
    profiles: int = Field(description="Standard profiles that exist in it.")
    prices: int = Field(description="Offered trainings whose price for it is known, degrees aside.")


class RequirementMeasure(Result):
    """How the requirements of the standard profiles can be learnt."""

    total: int = Field(description="Requirements of the standard profiles above level 0.")
    towards: int = Field(description="Those with a training seen or confirmed on a step towards them.")
    up_to: int = Field(description="Those with a training seen or confirmed that teaches the last step.")
    none: int = Field(description="Those for which no training at all is found, practice left out.")


class CatalogueMeasures(Result):
    """A catalogue in figures."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    areas: tuple[AreaMeasure, ...] = Field(description="Area by area, in the order of the catalogue.")
    families: tuple[FamilyMeasure, ...] = Field(description="Employer family by employer family.")
    requirements: RequirementMeasure = Field(description="Requirements of the standard profiles.")
    statuses: dict[str, int] = Field(description="Trainings by status, practices aside.")
    kinds: dict[str, int] = Field(description="Offered trainings by kind, practices aside.")
    evidence: dict[str, int] = Field(description="Offered trainings by evidence, practices aside.")
    bases: dict[str, int] = Field(description="Offered trainings by what their outcomes rest on.")
    profiles: dict[str, int] = Field(description="Profiles by kind.")
    soft: int = Field(description="Competencies that are ways of being.")
    unknown_hours: int = Field(description="Offered trainings of unknown length, practices aside.")
    sources: int = Field(description="Sources.")
    rules: dict[str, int] = Field(description="Dated rules by how they were read.")
    named_gaps: int = Field(description="Gaps that others measured or named.")
    links: dict[str, int] = Field(description="Links of competencies and profiles, by framework.")


def measure_catalogue(graph: SkillGraph) -> CatalogueMeasures:
    """Return the figures of a catalogue at the day of the graph."""
    catalog = graph.catalog
    known = [training for training in catalog.trainings.values() if training.kind != "practice"]
    offered = [training for training in graph.offered.values() if training.kind != "practice"]
    links = [link for one in catalog.competencies.values() for link in one.links]
    links += [link for one in catalog.profiles.values() for link in one.links]
    return CatalogueMeasures(
        areas=tuple(_area(graph, area) for area in catalog.areas),
        families=tuple(_family(graph, family, offered) for family in EMPLOYER_FAMILIES),
        requirements=_requirements(graph),
        statuses=_counted(training.status for training in known),
        kinds=_counted(training.kind for training in offered),
        evidence=_counted(training.evidence for training in offered),
        bases=_counted(training.basis or "none" for training in offered),
        profiles=_counted(profile.kind for profile in catalog.profiles.values()),
        soft=sum(one.kind == "savoir-etre" for one in catalog.competencies.values()),
        unknown_hours=sum(training.hours is None and training.days is None for training in offered),
        sources=len(catalog.sources),
        rules=_counted(rule.status for rule in catalog.rules.values()),
        named_gaps=len(catalog.named_gaps),
        links=_counted(link.framework for link in links),
    )


def is_described(competency: Competency) -> bool:
    """Return whether every level of ``competency`` has its descriptors (1 to 3 for a way of being)."""
    return tuple(one.level for one in competency.levels) == expected_levels(competency)


def _area(graph: SkillGraph, area: str) -> AreaMeasure:
    competencies = graph.competencies_of_area(area)
    courses = continuing(trainings_of_area(graph, area))
    (trust,) = trust_by_area(graph, [area])
    return AreaMeasure(
        area=area,
        competencies=len(competencies),
        described=sum(map(is_described, competencies)),
        courses=len(courses),
        degrees=trust.degrees,
        well_known=sum(training.evidence in OWN_EVIDENCE for training in courses),
        indicative=sum(training.evidence == "indicative" for training in courses),
        steps=tuple(_step(graph, competencies, level) for level in range(1, TOP_LEVEL + 1)),
        sufficient=trust.sufficient,
    )


def _step(graph: SkillGraph, competencies: Iterable[Competency], level: int) -> StepMeasure:
    found = {
        training.id: training.evidence
        for competency in competencies
        for training in graph.trainings_teaching(competency.id, level)
        if training.kind != "practice"
    }
    counts = Counter(found.values())
    return StepMeasure(to_level=level, evidence={name: counts[name] for name in EVIDENCE_ORDER})


def _family(graph: SkillGraph, family: EmployerFamily, offered: Iterable[Training]) -> FamilyMeasure:
    courses = [training for training in offered if training.kind != "degree"]
    standard = [one for one in graph.catalog.profiles.values() if one.kind == "standard"]
    return FamilyMeasure(
        employer=family,
        profiles=sum(family in profile.employers for profile in standard),
        prices=sum(price_of(graph.catalog, training, family) is not None for training in courses),
    )


def _requirements(graph: SkillGraph) -> RequirementMeasure:
    total = towards = up_to = none = 0
    for profile in graph.catalog.profiles.values():
        if profile.kind != "standard":
            continue
        for requirement in profile.requirements:
            if not requirement.level:
                continue
            total += 1
            steps = [
                [
                    training
                    for training in graph.trainings_teaching(requirement.competency, level)
                    if training.kind != "practice"
                ]
                for level in range(1, requirement.level + 1)
            ]
            towards += any(training.evidence in OWN_EVIDENCE for step in steps for training in step)
            up_to += any(training.evidence in OWN_EVIDENCE for training in steps[-1])
            none += not any(steps)
    return RequirementMeasure(total=total, towards=towards, up_to=up_to, none=none)


def _counted(words: Iterable[str]) -> dict[str, int]:
    """Return how many of each word, the most first."""
    counts = Counter(words)
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
