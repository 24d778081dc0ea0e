"""The sheet of an employer on a job: its cells into an answer."""

import re

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.employer_answers import AskedLevel, EmployerAnswer, MissingSkill
from buyer_skills.catalog.fields import Bilingual, PartialDate
from buyer_skills.catalog.forms.answers import EmployerAnswers
from buyer_skills.catalog.forms.cells import Cells
from buyer_skills.catalog.forms.reading import FormRow
from buyer_skills.catalog.identifiers import slug
from buyer_skills.catalog.persons import seems_personal
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.issues import issue, nearest
from buyer_skills.messages import Message

_LONGEST_ID = 80
_WORD = re.compile(r"\w+")


def employer_answers(cells: Cells, catalog: Catalog) -> EmployerAnswers | None:
    """Return what an employer asks of a job; None when nothing can be made of the sheet.

    Args:
        cells: the cells of the form; what is wrong in them is noted there.
        catalog: the catalogue, with what was answered before.
    """
    row = cells.answer_row()
    if row is None:
        return None
    profile = row.text("profile")
    if profile not in catalog.profiles:
        cells.unknown(row, "profile", profile, nearest(profile, catalog.profiles))
        return None
    name = cells.required(row, "name")
    if name and seems_personal(name) and not _is_body(name):
        column = Message("form.employer-profile.answer.name")
        cells.issues.append(issue("Q109", row.place("name"), column=column))
    cells.required(row, "family")
    family = cells.family(row, "family", "answer")
    function, day = cells.function(row), cells.answer_day(row)
    requirements = _requirements(cells, catalog, catalog.profiles[profile])
    missing = tuple(_missing(cells))
    if not name or not function or family is None:
        return None
    remark = row.lines("remark")
    return EmployerAnswers(
        answer=EmployerAnswer(
            id=answer_id(profile, name),
            profile=profile,
            name=name,
            employer=family,
            function=function,
            day=PartialDate.parse(day.isoformat()),
            requirements=requirements,
            missing=missing,
            remark=Bilingual(fr=remark) if remark else None,
        )
    )


def answer_id(profile: str, name: str) -> str:
    """Return the id of the answer of an employer on a job: the same whenever it answers again.

    >>> answer_id("acheteur-public", "Ville d'Étaples ")
    'acheteur-public-ville-d-etaples'
    """
    return slug(f"{profile} {name}", _LONGEST_ID)


def _is_body(name: str) -> bool:
    """Return whether a name is that of a body, though it holds a given name: « Ville de Jean-Macé »."""
    first = name.split(maxsplit=1)[0].lower()
    return first in _BODIES


_BODIES = frozenset(
    _WORD.findall(
        """
        agglomération agglo association ccas cdg centre chu communauté commune conseil département
        direction établissement ehpad eurométropole fondation groupement hôpital institut lycée
        mairie métropole ministère office pays préfecture région sdis sivom syndicat université
        ville
        """
    )
)
"""First words of the name of a body."""


def _requirements(cells: Cells, catalog: Catalog, profile: JobProfile) -> tuple[AskedLevel, ...]:
    found: dict[str, AskedLevel] = {}
    for row in cells.form.rows.get("requirement", []):
        if not row.holds(("asked", "level", "importance")):
            continue
        competency = row.text("competency")
        if competency not in catalog.competencies:
            shown = competency or row.text("competency_title")
            cells.unknown(row, "competency_title", shown, nearest(shown, catalog.competencies))
            continue
        record = catalog.competencies[competency]
        if competency in found:
            cells.twice(row, "asked", record.title.fr)
        if asked := _asked(cells, row, record, profile.level_of(competency)):
            found[competency] = asked
    return tuple(found.values())


def _asked(cells: Cells, row: FormRow, record: Competency, ours: int | None) -> AskedLevel | None:
    """Return what a row asks for; None when it is not understood, which is said."""
    is_asked = cells.yes_no(row, "asked", "requirement")
    level = cells.level(row, "level", "requirement", is_soft=record.kind == "savoir-etre")
    importance = cells.importance(row, "importance", "requirement")
    if is_asked is None and row.text("asked"):
        return None
    if is_asked is False:
        if level:
            cells.issues.append(issue("Q105", row.place("level"), title=record.title.fr))
        return AskedLevel(competency=record.id, level=0)
    if level is None and not row.text("level"):
        # Asked for without a level: at ours, when we have one.
        level = ours
        if not level:
            cells.issues.append(issue("Q110", row.place("level"), title=record.title.fr))
    if not level:
        return None
    return AskedLevel(competency=record.id, level=level, importance=importance)


def _missing(cells: Cells) -> list[MissingSkill]:
    return [
        MissingSkill(title=title, reason=row.lines("reason") or None)
        for row in cells.form.rows.get("added", [])
        if (title := cells.required(row, "title", "added"))
    ]
