"""What several employers ask of one job, put together: median, spread, and what it would change."""

from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.catalog.employer_answers import AskedLevel, EmployerAnswer, MissingSkill
from buyer_skills.catalog.fields import Importance, Level
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import EmployerFamily

Verdict = Literal["same", "changed", "added", "dropped", "not-added", "not-answered"]
"""same: asked for as it stands; changed: at another level or importance; added: not asked for so far;
dropped: most of those who answered do not ask for it; not-added: too few ask for it; not-answered: nobody
said."""


class AskedTogether(Result):
    """One competency as several employers ask for it."""

    competency: str = Field(description="Competency.")
    verdict: Verdict = Field(description="What the answers make of it.")
    level: Level | None = Field(
        description="Median of the levels asked for, the lower of two middles; null when nobody asks."
    )
    least: Level | None = Field(description="Lowest level asked for; null when nobody asks.")
    most: Level | None = Field(description="Highest level asked for; null when nobody asks.")
    importance: Importance | None = Field(
        description="Median importance, the lower of two middles; null when nobody said."
    )
    asked_by: int = Field(description="Employers who ask for it.")
    answered: int = Field(description="Employers who said something of it, yes or no.")
    current_level: Level | None = Field(description="Level the profile asks for; null when it does not.")
    current_importance: Importance | None = Field(
        description="Importance in the profile; null when it does not ask for it."
    )

    @property
    def is_spread(self) -> bool:
        """Whether employers differ: on the level, or on whether to ask for it at all."""
        return self.least != self.most or 0 < self.asked_by < self.answered


class EmployersTogether(Result):
    """The answers of employers on one job, put together."""

    profile: str = Field(description="Profile.")
    employers: int = Field(description="Employers who answered.")
    families: tuple[EmployerFamily, ...] = Field(description="Their families, each once.")
    competencies: tuple[AskedTogether, ...] = Field(
        description="The requirements of the profile in its order, then the others by id."
    )
    missing: tuple[MissingSkill, ...] = Field(
        description="What they ask for that the framework does not hold."
    )

    @property
    def differences(self) -> tuple[AskedTogether, ...]:
        """What the profile would ask for otherwise."""
        return tuple(one for one in self.competencies if one.verdict in {"changed", "added", "dropped"})


def merge_employer_answers(profile: JobProfile, answers: Iterable[EmployerAnswer]) -> EmployersTogether:
    """Return what employers ask of ``profile``, put together.

    A requirement of the profile stands unless more than half of those who answered it do not ask for it. One
    that the profile does not have is added when at least half of all who answered the form ask for it. The
    level is the median of the levels asked for, and of two middles the lower one: a profile does not ask for
    more than half of the employers do. The same holds for the importance.

    Args:
        profile: The job.
        answers: Answers on any job, one an employer and job; those on others are left out.
    """
    kept = sorted((one for one in answers if one.profile == profile.id), key=lambda one: one.id)
    lines: dict[str, list[AskedLevel]] = {one.competency: [] for one in profile.requirements}
    found = sorted({line.competency for one in kept for line in one.requirements} - set(lines))
    lines |= {competency: [] for competency in found}
    for one in kept:
        for line in one.requirements:
            lines[line.competency].append(line)
    return EmployersTogether(
        profile=profile.id,
        employers=len(kept),
        families=tuple(sorted({one.employer for one in kept})),
        competencies=tuple(
            _together(competency, said, profile, len(kept)) for competency, said in lines.items()
        ),
        missing=tuple(skill for one in kept for skill in one.missing),
    )


def lower_median(values: Sequence[int]) -> int:
    """Return the middle of some whole numbers, the lower of the two when they are even.

    >>> lower_median([1, 3, 2]), lower_median([1, 2])
    (2, 1)
    """
    return sorted(values)[(len(values) - 1) // 2]


def _together(
    competency: str, said: Sequence[AskedLevel], profile: JobProfile, employers: int
) -> AskedTogether:
    levels = [one.level for one in said if one.level]
    importances = [one.importance for one in said if one.level and one.importance]
    current = next((one for one in profile.requirements if one.competency == competency), None)
    level = lower_median(levels) if levels else None
    importance = lower_median(importances) if importances else None
    verdict: Verdict
    if current is not None and current.level:
        if not said:
            verdict = "not-answered"
        elif 2 * len(levels) < len(said):
            verdict = "dropped"
        else:
            is_same = level == current.level and importance in {None, current.importance}
            verdict = "same" if is_same else "changed"
    else:
        verdict = "added" if levels and 2 * len(levels) >= employers else "not-added"
    return AskedTogether(
        competency=competency,
        verdict=verdict,
        level=level,
        least=min(levels, default=None),
        most=max(levels, default=None),
        importance=importance,
        asked_by=len(levels),
        answered=len(said),
        current_level=current.level if current else None,
        current_importance=current.importance if current else None,
    )
