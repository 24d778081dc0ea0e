"""The questionnaire on a degree: its cells into answers."""

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.forms.answers import DegreeAnswers
from buyer_skills.catalog.forms.cells import Cells
from buyer_skills.issues import issue, nearest


def degree_answers(cells: Cells, catalog: Catalog) -> DegreeAnswers | None:
    """Return the answers of the head of a degree; None when nothing can be made of the sheet.

    Args:
        cells: the cells of the form; what is wrong in them is noted there.
        catalog: the catalogue, with what was answered before.
    """
    row = cells.answer_row()
    if row is None:
        return None
    degrees = {one.id: one for one in catalog.trainings.values() if one.kind == "degree"}
    degree = row.text("degree")
    if degree not in degrees:
        cells.unknown(row, "degree", degree, nearest(degree, degrees))
        return None
    function, day = cells.function(row), cells.answer_day(row)
    offered = cells.yes_no(row, "offered", "answer")
    contact = cells.function(row, "contact")
    levels, units = _competencies(cells, catalog)
    if levels:
        unsaid = tuple(
            catalog.competencies[one.competency].title.fr
            for one in degrees[degree].taught
            if one.competency not in levels and one.competency in catalog.competencies
        )
        if unsaid:
            place = cells.form.place("competency")
            cells.issues.append(issue("Q202", place, count=len(unsaid), names=unsaid))
    if not function:
        return None
    return DegreeAnswers(
        degree=degree,
        function=function,
        day=day,
        offered=offered,
        code=row.text("code") or None,
        calendar=row.lines("calendar") or None,
        contact=contact or None,
        remark=row.lines("remark") or None,
        levels=levels,
        units=units,
    )


def _competencies(cells: Cells, catalog: Catalog) -> tuple[dict[str, int], dict[str, str]]:
    """Return the level of a graduate, and the unit it is gained in, by competency."""
    levels: dict[str, int] = {}
    units: dict[str, str] = {}
    seen: set[str] = set()
    for row in cells.form.rows.get("competency", []):
        competency = row.text("competency")
        if not row.holds(("level", "unit")):
            continue
        if competency not in catalog.competencies:
            shown = competency or row.text("competency_title")
            say = cells.stranger if competency else cells.unknown
            say(row, "competency_title", shown, nearest(shown, catalog.competencies))
            continue
        record = catalog.competencies[competency]
        if competency in seen:
            cells.twice(row, "level", record.title.fr)
        seen.add(competency)
        level = cells.level(row, "level", "competency", is_soft=record.kind == "savoir-etre")
        if level is not None:
            levels[competency] = level
        elif not row.text("level"):
            cells.issues.append(issue("Q203", row.place("level"), title=record.title.fr))
        if row.text("unit"):
            units[competency] = row.text("unit")
    return levels, units
