"""An area, phase, role or theme with its competencies, the jobs that ask for them and what teaches them."""

from collections.abc import Iterable, Iterator, Sequence

from buyer_skills.analyses.neighbourhood_results import (
    CompetencyInGroup,
    HeadingKind,
    HeadingNeighbourhood,
    ProfileInGroup,
    StepSupply,
)
from buyer_skills.analyses.step_supply import TOP_LEVEL, step_supply
from buyer_skills.analyses.supply_trust import trust_by_area
from buyer_skills.catalog.competencies import Competency, Heading
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import JOBS, SkillGraph

INDISPENSABLE = 3
"""The importance without which a profile is not held."""

LAST_TAUGHT = 2
"""Steps above that level are, as a rule, built at work: they are told apart."""


def explore_heading(graph: SkillGraph, kind: HeadingKind, identifier: str) -> HeadingNeighbourhood:
    """Return an area, phase, role or theme with what is around it."""
    competencies = _by_area(graph, _competencies(graph, kind, identifier))
    carrying = graph.trainings_on(identifier) if kind == "theme" else ()
    teaching = [
        training for competency in competencies for training in graph.trainings_raising(competency.id)
    ]
    tagged = _identifiers(carrying, degrees=False)
    areas = dict.fromkeys(competency.area for competency in competencies)
    steps = list(_not_found(graph, competencies))
    return HeadingNeighbourhood(
        kind=kind,
        id=identifier,
        record=_heading(graph, kind, identifier),
        competencies=tuple(_in_group(graph, competency) for competency in competencies),
        profiles=tuple(sorted(_profiles(graph, {one.id for one in competencies}), key=_by_weight)),
        tagged=tagged,
        trainings=tuple(one for one in _identifiers(teaching, degrees=False) if one not in tagged),
        degrees=_identifiers([*carrying, *teaching], degrees=True),
        unsure_areas=tuple(trust.area for trust in trust_by_area(graph, areas) if not trust.sufficient),
        not_found=tuple(step for step in steps if step.to_level <= LAST_TAUGHT),
        work_steps=tuple(step for step in steps if step.to_level > LAST_TAUGHT),
    )


def _heading(graph: SkillGraph, kind: HeadingKind, identifier: str) -> Heading:
    catalog = graph.catalog
    groups = {"area": catalog.areas, "phase": catalog.phases, "role": catalog.roles, "theme": catalog.themes}
    return groups[kind][identifier]


def _competencies(graph: SkillGraph, kind: HeadingKind, identifier: str) -> Sequence[Competency]:
    match kind:
        case "area":
            return graph.competencies_of_area(identifier)
        case "phase":
            return graph.competencies_of_phase(identifier)
        case "role":
            return graph.competencies_of_role(identifier)
        case "theme":
            return graph.competencies_on(identifier)


def _by_area(graph: SkillGraph, competencies: Iterable[Competency]) -> list[Competency]:
    areas = list(graph.catalog.areas)
    return sorted(competencies, key=lambda one: (areas.index(one.area), one.title.fr.casefold(), one.id))


def _in_group(graph: SkillGraph, competency: Competency) -> CompetencyInGroup:
    profiles = graph.profiles_requiring(competency.id)
    trainings = graph.trainings_raising(competency.id)
    return CompetencyInGroup(
        competency=competency.id,
        profiles=len(profiles),
        highest=max((profile.level_of(competency.id) or 0 for profile in profiles), default=0),
        trainings=sum(training.kind != "practice" for training in trainings),
        degrees=sum(training.kind == "degree" for training in trainings),
    )


def _profiles(graph: SkillGraph, competencies: set[str]) -> Iterator[ProfileInGroup]:
    for profile in graph.catalog.profiles.values():
        if profile.kind not in JOBS:
            continue
        asked = [one for one in profile.requirements if one.level and one.competency in competencies]
        if asked:
            yield ProfileInGroup(
                profile=profile.id,
                competencies=len(asked),
                indispensable=sum(one.importance == INDISPENSABLE for one in asked),
            )


def _by_weight(profile: ProfileInGroup) -> tuple[int, int, str]:
    return -profile.competencies, -profile.indispensable, profile.profile


def _identifiers(trainings: Iterable[Training], *, degrees: bool) -> tuple[str, ...]:
    """Return the ids of what is followed at a provider's, each once and sorted: degrees, or all else."""
    return tuple(
        sorted(
            {
                training.id
                for training in trainings
                if training.kind != "practice" and (training.kind == "degree") == degrees
            }
        )
    )


def _not_found(graph: SkillGraph, competencies: Iterable[Competency]) -> Iterator[StepSupply]:
    for competency in competencies:
        for level in range(1, TOP_LEVEL + 1):
            step = step_supply(graph, competency.id, level)
            if step.demand and step.finding:
                yield step
