"""How far the catalogue can be trusted to speak of an area: what was seen of it, and from whom.

Someone in post does not take a degree to learn one thing: an area is judged on continuing training alone. An
area where one can conclude may still be seen on one side only, so each says on which of its competencies no
continuing training was seen.
"""

from collections import Counter
from collections.abc import Iterable

from pydantic import Field

from buyer_skills.analyses.costs import price_of
from buyer_skills.analyses.results import Result
from buyer_skills.catalog.trainings import TRUSTED_EVIDENCE, EmployerFamily, Training
from buyer_skills.graph.skill_graph import SkillGraph

ENOUGH_TRAININGS = 5
"""Continuing trainings, reported by a third party or better, below which an area allows no conclusion."""


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
    trusted: int = Field(
        description="Continuing trainings among them whose evidence is `reported` or better."
    )
    competencies: int = Field(description="Competencies of the area, ways of being aside.")
    thin: tuple[str, ...] = Field(
        description="Those of them that no continuing training, `reported` or better, teaches at any level."
    )
    funded: int | None = Field(
        description="With an employer family: continuing trainings at no price for it; else null."
    )
    unknown_prices: int | None = Field(
        description="With an employer family: continuing trainings of unknown price for it; else null."
    )
    providers: tuple[ProviderSeen, ...] = Field(description="Who offers them, the most present first.")
    sufficient: bool = Field(description="Whether enough continuing training is trusted to conclude.")

    @property
    def is_one_sided(self) -> bool:
        """Whether half of the competencies of the area, or more, are thin."""
        return bool(self.thin) and 2 * len(self.thin) >= self.competencies


def trust_by_area(
    graph: SkillGraph, areas: Iterable[str], employer: EmployerFamily | None = None
) -> tuple[AreaTrust, ...]:
    """Return what was seen of each of ``areas``; with an ``employer``, also at what price for it."""
    return tuple(_area_trust(graph, area, employer) for area in areas)


def trainings_of_area(graph: SkillGraph, area: str) -> tuple[Training, ...]:
    """Return the offered trainings, practice left out, that teach a competency of ``area``."""
    found = {
        training.id: training
        for competency in graph.competencies_of_area(area)
        for training in graph.trainings_raising(competency.id)
        if training.kind != "practice"
    }
    return tuple(found[identifier] for identifier in sorted(found))


def continuing(trainings: Iterable[Training]) -> tuple[Training, ...]:
    """Return the trainings that someone in post follows: degrees and practice left out."""
    return tuple(training for training in trainings if training.is_continuing)


def trainings_seen_on(graph: SkillGraph, competency: str) -> int:
    """Return how many continuing trainings, reported by a third party or better, teach ``competency``."""
    raising = continuing(graph.trainings_raising(competency))
    return sum(training.evidence in TRUSTED_EVIDENCE for training in raising)


def _area_trust(graph: SkillGraph, area: str, employer: EmployerFamily | None) -> AreaTrust:
    trainings = trainings_of_area(graph, area)
    courses = continuing(trainings)
    trusted = sum(training.evidence in TRUSTED_EVIDENCE for training in courses)
    taught = [each for each in graph.competencies_of_area(area) if each.kind != "savoir-etre"]
    prices = [price_of(graph.catalog, training, employer) for training in courses] if employer else []
    counts = Counter(training.provider for training in trainings)
    return AreaTrust(
        area=area,
        trainings=len(trainings),
        degrees=len(trainings) - len(courses),
        trusted=trusted,
        competencies=len(taught),
        thin=tuple(each.id for each in taught if not trainings_seen_on(graph, each.id)),
        funded=prices.count(0) if employer else None,
        unknown_prices=prices.count(None) if employer else None,
        providers=tuple(
            ProviderSeen(id=provider, trainings=number)
            for provider, number in sorted(counts.items(), key=lambda seen: (-seen[1], seen[0]))
        ),
        sufficient=trusted >= ENOUGH_TRAININGS,
    )
