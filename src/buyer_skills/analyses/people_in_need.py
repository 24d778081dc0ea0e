"""How many people need a step, of which employers.

Small numbers are hidden: an employer with fewer than five people is never named beside what its people
need, and when it would be the only one hidden, the smallest of the others is hidden with it, since the
total would tell. Totals over the files stay: they are what a group is sized on.
"""

from collections import Counter
from collections.abc import Sequence

from pydantic import Field

from buyer_skills.analyses.asking import Needs
from buyer_skills.analyses.results import Result
from buyer_skills.catalog.needs import Need
from buyer_skills.catalog.trainings import EmployerFamily

FEWEST_SHOWN = 5
"""With fewer people, an employer or a job has no line of its own."""

EmployerKey = tuple[str, EmployerFamily]
"""What makes two lines one employer: the same name, capitals aside, and the same family."""


class EmployerPeople(Result):
    """An employer, and how many of its people need something."""

    name: str = Field(description="Name of the employer.")
    employer: EmployerFamily = Field(description="Its family.")
    departements: tuple[str, ...] = Field(description="Codes of the départements where they are.")
    people: int = Field(description="How many they are, five or more.")


class PeopleCounted(Result):
    """So many people, of so many employers, and where they are."""

    people: int = Field(description="How many people.")
    employers: int = Field(description="How many employers they come from.")
    departements: tuple[str, ...] = Field(
        description="Codes of the départements where five of them or more are."
    )
    other_departements: int = Field(description="How many départements fewer of them are in.")
    named: tuple[EmployerPeople, ...] = Field(
        description="Employers with five of them or more, the most first; when a single other employer "
        "would be left out, the smallest of these is too, since the total would tell."
    )


class JobPeople(Result):
    """A job, and how many people hold or will hold it."""

    profile: str = Field(description="Id of the profile.")
    people: int | None = Field(
        description="How many; null when fewer than five, or when that would tell another that is."
    )
    employers: int = Field(description="How many employers they come from.")


class NeedsCounted(PeopleCounted):
    """What the needs files say, within the scope of the report."""

    group_size: int = Field(description="People from which a group is plausible.")
    jobs: tuple[JobPeople, ...] = Field(description="Jobs they hold or will hold, the most people first.")
    with_levels: int = Field(description="People whose line gives median levels.")


def needs_counted(lines: Needs, group_size: int) -> NeedsCounted:
    """Return what needs files say, as a whole and job by job."""
    jobs: Counter[str] = Counter()
    for line in lines:
        jobs[line.profile] += line.headcount
    ordered = sorted(jobs, key=lambda name: (-jobs[name], name))
    shown = shown_counts([jobs[name] for name in ordered])
    return NeedsCounted(
        **dict(people_counted(lines)),
        group_size=group_size,
        jobs=tuple(
            JobPeople(
                profile=name,
                people=people,
                employers=employers_of([line for line in lines if line.profile == name]),
            )
            for name, people in zip(ordered, shown, strict=True)
        ),
        with_levels=people_of([line for line in lines if line.levels]),
    )


def people_counted(lines: Needs) -> PeopleCounted:
    """Return how many people ``lines`` count, of which employers and where."""
    places: Counter[str] = Counter()
    for line in lines:
        places[line.departement] += line.headcount
    shown = tuple(code for code in sorted(places) if places[code] >= FEWEST_SHOWN)
    return PeopleCounted(
        people=people_of(lines),
        employers=employers_of(lines),
        departements=shown,
        other_departements=len(places) - len(shown),
        named=named_employers(lines),
    )


def named_employers(lines: Needs) -> tuple[EmployerPeople, ...]:
    """Return the employers that may be named beside a number, the most people first, then by name."""
    by_employer = lines_by_employer(lines)
    ordered = sorted(by_employer, key=lambda key: (-people_of(by_employer[key]), key))
    shown = shown_counts([people_of(by_employer[key]) for key in ordered])
    return tuple(
        EmployerPeople(
            name=by_employer[key][0].name,
            employer=key[1],
            departements=tuple(sorted({line.departement for line in by_employer[key]})),
            people=people,
        )
        for key, people in zip(ordered, shown, strict=True)
        if people is not None
    )


def shown_counts(counts: Sequence[int]) -> tuple[int | None, ...]:
    """Return counts, None in place of those under five; one hidden alone takes the smallest other with it.

    >>> shown_counts([12, 7, 3]), shown_counts([12, 4, 3]), shown_counts([9, 5])
    ((12, None, None), (12, None, None), (9, 5))
    """
    shown = [count if count >= FEWEST_SHOWN else None for count in counts]
    left = [index for index, count in enumerate(shown) if count is not None]
    if len(shown) - len(left) == 1 and left:
        shown[min(left, key=lambda index: (counts[index], -index))] = None
    return tuple(shown)


def lines_by_employer(lines: Sequence[Need]) -> dict[EmployerKey, list[Need]]:
    """Return the lines of each employer, by name without capitals and family."""
    found: dict[EmployerKey, list[Need]] = {}
    for line in lines:
        found.setdefault(employer_key(line), []).append(line)
    return dict(sorted(found.items()))


def employer_key(line: Need) -> EmployerKey:
    """Return what makes two lines those of one employer."""
    return line.name.casefold(), line.employer


def people_of(lines: Sequence[Need]) -> int:
    """Return how many people lines count."""
    return sum(line.headcount for line in lines)


def employers_of(lines: Sequence[Need]) -> int:
    """Return how many employers lines come from."""
    return len({employer_key(line) for line in lines})
