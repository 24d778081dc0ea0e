"""How far the catalogue can be trusted to speak of an area: what was seen of it, and from whom."""

from collections import Counter
from collections.abc import Iterable

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph

ENOUGH_TRAININGS = 5
"""Current trainings, reported by a third party or better, below which an area allows no conclusion."""

TRUSTED = ("confirmed", "verified", "reported")
"""Evidence that counts towards trust in an area."""


class ProviderSeen(Result):
    """A provider seen in an area."""

    id: str = Field(description="Id of the provider.")
    trainings: int = Field(description="Its offered trainings in the area.")


class AreaTrust(Result):
    """What was seen of an area."""

    area: str = Field(description="Id of the area.")
    trainings: int = Field(
        description="Offered trainings that teach one of its competencies, practice left out."
    )
    degrees: int = Field(description="Degrees among them: someone in post does not follow them.")
    trusted: int = Field(description="Those among them whose evidence is `reported` or better.")
    providers: tuple[ProviderSeen, ...] = Field(description="Who offers them, the most present first.")
    sufficient: bool = Field(description="Whether enough of them are trusted to conclude.")


def trust_by_area(graph: SkillGraph, areas: Iterable[str]) -> tuple[AreaTrust, ...]:
    """Return what was seen of each of ``areas``."""
    return tuple(_area_trust(area, trainings_of_area(graph, area)) for area in areas)


def trainings_of_area(graph: SkillGraph, area: str) -> tuple[Training, ...]:
    """Return the offered trainings, practice left out, that teach a competency of ``area``."""
    found = {
        training.id: training
        for competency in graph.competencies_of_area(area)
        for training in graph.trainings_raising(competency.id)
        if training.kind != "practice"
    }
    return tuple(found[identifier] for identifier in sorted(found))


def _area_trust(area: str, trainings: tuple[Training, ...]) -> AreaTrust:
    trusted = sum(training.evidence in TRUSTED for training in trainings)
    counts = Counter(training.provider for training in trainings)
    return AreaTrust(
        area=area,
        trainings=len(trainings),
        degrees=sum(training.kind == "degree" for training in trainings),
        trusted=trusted,
        providers=tuple(
            ProviderSeen(id=provider, trainings=number)
            for provider, number in sorted(counts.items(), key=lambda seen: (-seen[1], seen[0]))
        ),
        sufficient=trusted >= ENOUGH_TRAININGS,
    )
