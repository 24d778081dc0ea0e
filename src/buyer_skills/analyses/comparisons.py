"""Two profiles side by side: what both ask, what one asks more or less, and how far one is from the other.

The distance from a profile to another is the fewest hours of training that make someone who holds exactly
what the first asks *ready* for the second (no indispensable requirement short, coverage at the threshold).
Where no path does, there is no distance, and the best path says how far one can go.

Apart from competences: what each profile says of its statut, and what changes of name between the employer
families of one and of the other.
"""

from typing import Literal

from pydantic import Field

from buyer_skills.analyses.employer_words import GlossaryLine, glossary_between, shared_families
from buyer_skills.analyses.gaps import analyse_gap
from buyer_skills.analyses.paths import Constraints, TrainingPath, fewest_hours_to_ready, find_path
from buyer_skills.analyses.results import Result
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.fields import Level, PartialDate
from buyer_skills.catalog.profiles import Category, JobProfile
from buyer_skills.catalog.trainings import EmployerFamily
from buyer_skills.graph.skill_graph import SkillGraph


class ComparedLevels(Result):
    """What two profiles ask of one competency."""

    competency: str = Field(description="Id of the competency.")
    a: Level | None = Field(description="Level the first profile asks; null when it does not.")
    b: Level | None = Field(description="Level the second profile asks; null when it does not.")

    @property
    def difference(self) -> int:
        """Levels the second profile asks above the first."""
        return (self.b or 0) - (self.a or 0)


class Distance(Result):
    """The way from what one profile asks to another."""

    ready_before: bool = Field(description="Whether holding the first profile is being ready for the second.")
    ready_after: bool = Field(description="Whether some path makes ready.")
    coverage: float = Field(description="Coverage of the second profile before, 0 to 1.")
    coverage_after: float = Field(description="Coverage after the path.")
    required: int = Field(description="Requirements of the second profile above level 0.")
    met: int = Field(description="Those met before.")
    met_after: int = Field(description="Those met after the path.")
    open: tuple[str, ...] = Field(
        description="Competencies still short after the path, indispensable ones first."
    )
    hours: float | None = Field(description="Fewest hours that make ready; null where no path does.")
    hours_estimated: float | None = Field(description="Part of them that is an estimate.")
    price_eur: float | None = Field(description="Sum of the known prices; null where no path makes ready.")
    unknown_prices: int = Field(description="Trainings of the path whose price is unknown.")
    trainings: tuple[str, ...] = Field(description="Trainings of the path, in the order to follow.")


class StatutLine(Result):
    """What a profile says of where the job usually stands: always to be checked, never a right."""

    categories: tuple[Category, ...] = Field(description="Categories it is met in.")
    statuts: tuple[str, ...] = Field(description="Ids of the cadres d'emplois or corps it may belong to.")
    open_to_contract: bool | None = Field(
        description="Whether it is met under contract; null = to be checked."
    )
    as_of: PartialDate = Field(description="When this was read.")


class ProfileComparison(Result):
    """Two profiles compared."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    a: str = Field(description="Id of the first profile.")
    b: str = Field(description="Id of the second profile.")
    employer: EmployerFamily | None = Field(
        description="Employer family whose prices count; null if not said."
    )
    common: tuple[ComparedLevels, ...] = Field(description="Asked at the same level by both.")
    more: tuple[ComparedLevels, ...] = Field(description="Asked at a higher level by the second.")
    less: tuple[ComparedLevels, ...] = Field(description="Asked at a lower level by the second.")
    hours_a_to_b: float | None = Field(description="Fewest hours from the first to the second; null if none.")
    hours_b_to_a: float | None = Field(description="Fewest hours from the second to the first; null if none.")
    a_to_b: Distance = Field(description="The way from the first to the second.")
    b_to_a: Distance = Field(description="The way from the second to the first.")
    statut_a: StatutLine | None = Field(description="Statut of the first profile; null when unsaid.")
    statut_b: StatutLine | None = Field(description="Statut of the second profile; null when unsaid.")
    shared_employers: tuple[EmployerFamily, ...] = Field(
        description="Employer families at which both exist; a profile that names none exists at all."
    )
    glossary: tuple[GlossaryLine, ...] = Field(
        description="What changes of name between their employer families; empty when they share one."
    )


def compare_profiles(
    graph: SkillGraph, a: JobProfile, b: JobProfile, constraints: Constraints | None = None
) -> ProfileComparison:
    """Return what profiles ``a`` and ``b`` share, what ``b`` asks more and less, and the way each way."""
    constraints = constraints or Constraints()
    levels = _compared(graph, a, b)
    onward = _distance(graph, a, b, constraints)
    back = _distance(graph, b, a, constraints)
    return ProfileComparison(
        a=a.id,
        b=b.id,
        employer=constraints.employer,
        common=tuple(each for each in levels if each.difference == 0),
        more=tuple(each for each in levels if each.difference > 0),
        less=tuple(each for each in levels if each.difference < 0),
        hours_a_to_b=onward.hours,
        hours_b_to_a=back.hours,
        a_to_b=onward,
        b_to_a=back,
        statut_a=_statut(a),
        statut_b=_statut(b),
        shared_employers=shared_families(a, b),
        glossary=glossary_between(graph.catalog.glossary.values(), a, b),
    )


def holder(profile: JobProfile) -> Buyer:
    """Return someone who holds exactly what ``profile`` asks."""
    levels = {requirement.competency: requirement.level for requirement in profile.requirements}
    return Buyer(id=profile.id, levels=levels)


def _compared(graph: SkillGraph, a: JobProfile, b: JobProfile) -> list[ComparedLevels]:
    """Return the competencies that one of the profiles asks above 0: widest difference first, then by id.

    A way of being has three levels: a 4 of a reference profile reads as 3, and differs from no other 3.
    """
    names = sorted({requirement.competency for profile in (a, b) for requirement in profile.requirements})
    levels = [
        ComparedLevels(
            competency=name,
            a=_read_level(graph.competency(name), a),
            b=_read_level(graph.competency(name), b),
        )
        for name in names
    ]
    asked = [each for each in levels if each.a or each.b]
    return sorted(asked, key=lambda each: (-abs(each.difference), each.competency))


def _read_level(competency: Competency, profile: JobProfile) -> int | None:
    """Return the level ``profile`` asks of ``competency``, as it reads; None when it does not ask for it."""
    level = profile.level_of(competency.id)
    return None if level is None else competency.reads(level)


def _statut(profile: JobProfile) -> StatutLine | None:
    statut = profile.statut
    if statut is None:
        return None
    return StatutLine(
        categories=statut.categories,
        statuts=statut.statuts,
        open_to_contract=statut.open_to_contract,
        as_of=statut.as_of,
    )


def _distance(graph: SkillGraph, start: JobProfile, end: JobProfile, constraints: Constraints) -> Distance:
    person = holder(start)
    before = analyse_gap(graph, person, end)
    shortest = fewest_hours_to_ready(graph, person, end, constraints)
    path = shortest or find_path(graph, person, end, constraints)
    still_open = _still_open(path, end)
    return Distance(
        ready_before=path.ready_before,
        ready_after=path.ready_after,
        coverage=before.coverage,
        coverage_after=path.coverage_after,
        required=len(before.asked),
        met=len(before.asked) - len(before.short),
        met_after=len(before.asked) - len(still_open),
        open=still_open,
        hours=path.total_hours if shortest else None,
        hours_estimated=path.hours_estimated if shortest else None,
        price_eur=path.total_price_eur if shortest else None,
        unknown_prices=path.unknown_prices if shortest else 0,
        trainings=tuple(training.id for training in path.trainings),
    )


def _still_open(path: TrainingPath, profile: JobProfile) -> tuple[str, ...]:
    short = [each for each in profile.requirements if path.levels_after.get(each.competency, 0) < each.level]
    return tuple(each.competency for each in sorted(short, key=lambda each: -each.importance))
