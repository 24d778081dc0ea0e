"""Need told in people, where needs files say it: how many, of whom, where, and in which groups."""

from collections.abc import Sequence

from buyer_skills.analyses.people_in_need import FEWEST_SHOWN, EmployerPeople, JobPeople, NeedsCounted
from buyer_skills.analyses.possible_groups import PeopleInNeed, PossibleGroups
from buyer_skills.analyses.supply import Finding, MissingReport
from buyer_skills.catalog.departements import DEPARTEMENTS
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.record_words import profile_title
from buyer_skills.views.report_view import Block, Cell, Column, Paragraph, Section, Table

PLACES_NAMED = 4
"""Départements named before the rest is counted."""


def need_text(finding: Finding, language: str) -> str:
    """Return how many profiles ask for a step or, with needs files, how many people need it."""
    words = wording(language)
    if finding.need is None:
        return words.text("missing.need", count=finding.demand)
    return people_text(finding.need.people, language)


def demand_text(finding: Finding, language: str) -> str:
    """Return who asks for a step, to be said after its name."""
    words = wording(language)
    if finding.need is None:
        return words.text("missing.demand", count=finding.demand)
    return words.text("needs.demand", people=people_text(finding.need.people, language))


def people_text(people: int | None, language: str) -> str:
    """Return how many people, in words where they are too few to be counted.

    >>> people_text(12, "fr"), people_text(3, "fr")
    ('12 personnes', 'moins de 5 personnes')
    """
    words = wording(language)
    if people is None:
        return words.text("needs.not-shown")
    if people < FEWEST_SHOWN:
        return words.text("needs.few", limit=FEWEST_SHOWN)
    return words.text("needs.people", count=people)


def need_details(need: PeopleInNeed, language: str) -> list[str]:
    """Return of how many employers the people are, where, and the groups they would make."""
    words = wording(language)
    places = places_text(need.departements, need.other_departements, language)
    return [
        words.text("needs.employers", count=need.employers),
        places,
        *(groups_text(one, language, alone=len(need.groups) == 1) for one in need.groups),
    ]


def places_text(departements: Sequence[str], others: int, language: str) -> str:
    """Return the names of départements; those where fewer than five people are, counted.

    >>> places_text(["59"], 1, "fr")
    'Nord (59) et 1 autre département'
    """
    words = wording(language)
    names = tuple(
        words.text("needs.departement", name=DEPARTEMENTS[code], code=code)
        for code in departements[:PLACES_NAMED]
    )
    others += len(departements) - len(names)
    if not names:
        return words.text("needs.departements", count=others)
    if not others:
        return words.text("needs.places", places=names)
    return words.text("needs.places-and-others", places=names, count=others)


def groups_text(groups: PossibleGroups, language: str, *, alone: bool) -> str:
    """Return groups of one form in words; ``alone`` when there is no other form."""
    words = wording(language)
    if groups.form == "inter":
        return words.text("needs.inter" if alone else "needs.inter-rest")
    number = words.text("needs.groups", count=groups.groups)
    if groups.form == "intra":
        others = groups.employers - len(groups.names)
        who = (*groups.names, *((words.text("needs.employers", count=others),) if others else ()))
        return words.text("needs.intra", groups=number, who=who)
    place = groups.departement
    if groups.form == "union-departement" and place:
        where = words.text("needs.departement", name=DEPARTEMENTS[place], code=place)
    else:
        where = words.text("needs.same-departement" if groups.form != "union" else "needs.whole-set")
    return words.text("needs.union", groups=number, where=where, count=groups.employers)


def needs_line(result: MissingReport, language: str) -> tuple[str, ...]:
    """Return the line on what the needs files say, among the first ones."""
    needs = result.needs
    if needs is None:
        return ()
    words = wording(language)
    return (
        words.text(
            "needs.lead",
            people=people_text(needs.people, language),
            employers=words.text("needs.employers", count=needs.employers),
            places=places_text(needs.departements, needs.other_departements, language),
            jobs=words.text("needs.jobs", count=len(needs.jobs)),
            size=needs.group_size,
        ),
    )


def needs_section(result: MissingReport, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return what the needs files say, job by job and employer by employer, and what is assumed of levels."""
    needs = result.needs
    if needs is None:
        return ()
    words = wording(language)
    blocks: list[Block] = [
        Paragraph(words.text("needs.intro")),
        _jobs_table(needs.jobs, graph, language),
        *_employers(needs, language),
        Paragraph(words.text("needs.levels-none" if not needs.with_levels else "needs.levels-some")),
    ]
    return (Section("besoins", words.text("needs.section"), tuple(blocks)),)


def needs_rules(needs: NeedsCounted, language: str) -> tuple[str, ...]:
    """Return how people are counted and groups made, for the section on method."""
    words = wording(language)
    return (
        words.text("needs.rule-people"),
        words.text("needs.rule-levels"),
        words.text("needs.rule-groups", size=needs.group_size),
        words.text("needs.rule-small", limit=FEWEST_SHOWN),
    )


def _jobs_table(jobs: Sequence[JobPeople], graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    columns = (
        Column(words.text("needs.column-job"), heads_row=True),
        Column(words.text("needs.column-people")),
        Column(words.text("needs.column-employers")),
    )
    rows = tuple(
        (
            Cell(profile_title(graph, job.profile, language)),
            Cell(people_text(job.people, language)),
            Cell(words.text("needs.employers", count=job.employers)),
        )
        for job in jobs
    )
    return Table(words.text("needs.caption-jobs"), columns, rows)


def _employers(needs: NeedsCounted, language: str) -> tuple[Block, ...]:
    """Return the employers that may be named, and how many are not."""
    words = wording(language)
    hidden = needs.employers - len(needs.named)
    rest = (
        (Paragraph(words.text("needs.hidden", count=hidden, limit=FEWEST_SHOWN), "muted"),) if hidden else ()
    )
    if not needs.named:
        return rest
    columns = tuple(Column(words.text(f"needs.column-{name}")) for name in ("family", "place", "people"))
    table = Table(
        words.text("needs.caption-employers"),
        (Column(words.text("needs.column-employer"), heads_row=True), *columns),
        tuple(_employer_row(one, language) for one in needs.named),
    )
    return (table, *rest)


def _employer_row(employer: EmployerPeople, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    return (
        Cell(employer.name),
        Cell(words.text(f"terms.employer.{employer.employer}")),
        Cell(places_text(employer.departements, 0, language)),
        Cell(people_text(employer.people, language)),
    )
