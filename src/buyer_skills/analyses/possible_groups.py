"""What groups the people who need a step would make: at one employer, among several, or none.

Each person is in one form, the first that fits: an employer that has enough people fills groups of its
own (intra); then the others of one département together; then those that are left, together; else
sessions open to all (inter). No département is taken for the neighbour of another.
"""

from typing import Literal

from pydantic import Field

from buyer_skills.analyses.asking import Needs
from buyer_skills.analyses.people_in_need import (
    FEWEST_SHOWN,
    PeopleCounted,
    employer_key,
    employers_of,
    lines_by_employer,
    named_employers,
    people_counted,
    people_of,
)
from buyer_skills.analyses.results import Result

GROUP_SIZE = 12
"""People from which a session for a group is plausible, unless another size is asked for. A convention of
this tool, stated on its method page."""

GroupForm = Literal["intra", "union-departement", "union", "inter"]
"""intra: one employer has enough; union-departement: several of one département do together; union:
several of the files do together; inter: too few, so sessions open to all."""


class PossibleGroups(Result):
    """Groups of one form."""

    form: GroupForm = Field(
        description="intra: an employer has enough people; union-departement: employers of one "
        "département have together; union: employers of the files have together; inter: too few for a "
        "group, so sessions open to all. Each person is in one form, the first that fits."
    )
    departement: str | None = Field(
        description="For `union-departement`: its code; null where fewer than five people are there."
    )
    employers: int = Field(description="How many employers they come from.")
    names: tuple[str, ...] = Field(description="For `intra`: those of them that may be named.")
    groups: int = Field(description="Full groups; 0 for `inter`.")


class PeopleInNeed(PeopleCounted):
    """The people who need a step, and the groups they would make."""

    groups: tuple[PossibleGroups, ...] = Field(description="Groups they would make, form by form.")


def people_in_need(lines: Needs, group_size: int) -> PeopleInNeed:
    """Return the people of ``lines``, and the groups of ``group_size`` or more that they would make."""
    return PeopleInNeed(**dict(people_counted(lines)), groups=possible_groups(lines, group_size))


def possible_groups(lines: Needs, group_size: int) -> tuple[PossibleGroups, ...]:
    """Return the groups that the people of ``lines`` would make, each person in the first form that fits."""
    by_employer = lines_by_employer(lines)
    enough = [key for key, held in by_employer.items() if people_of(held) >= group_size]
    found: list[PossibleGroups] = []
    if enough:
        may_be_named = {(one.name, one.employer) for one in named_employers(lines)}
        heads = [by_employer[key][0] for key in enough]
        found.append(
            PossibleGroups(
                form="intra",
                departement=None,
                employers=len(enough),
                names=tuple(one.name for one in heads if (one.name, one.employer) in may_be_named),
                groups=sum(people_of(by_employer[key]) // group_size for key in enough),
            )
        )
    left = tuple(line for line in lines if employer_key(line) not in enough)
    for departement in sorted({line.departement for line in left}):
        together = tuple(line for line in left if line.departement == departement)
        if employers_of(together) > 1 and people_of(together) >= group_size:
            found.append(_together("union-departement", together, group_size, departement))
            left = tuple(line for line in left if line.departement != departement)
    if left:
        is_union = employers_of(left) > 1 and people_of(left) >= group_size
        found.append(_together("union" if is_union else "inter", left, group_size))
    return tuple(found)


def _together(
    form: GroupForm, lines: Needs, group_size: int, departement: str | None = None
) -> PossibleGroups:
    people = people_of(lines)
    return PossibleGroups(
        form=form,
        departement=departement if people >= FEWEST_SHOWN else None,
        employers=employers_of(lines),
        names=(),
        groups=0 if form == "inter" else people // group_size,
    )
