"""Write the invented answers of `examples/reponses`: forms of the bundled catalogue, filled in.

Usage::

    python tools/build_examples.py

Two employers that do not exist say what they ask of a public buyer. Run it when the forms change; what is
there already may be older than the catalogue and still be read, for forms are read by their keys.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from buyer_skills.catalog.loading import load_catalog
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.sources.tables import CellValue, WrittenTable, WrittenWorkbook
from buyer_skills.workflows.forms.employer_form import employer_form
from buyer_skills.workflows.forms.form_words import form_bytes

CellsOf = Callable[[Mapping[str, CellValue | None]], Mapping[str, CellValue]]

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "reponses"
DAY = date(2026, 11, 24)
YES, NO = {"asked": "oui"}, {"asked": "non"}

ANSWERS: dict[str, tuple[Mapping[str, CellValue], Mapping[str, Mapping[str, CellValue]], str]] = {
    "ville-inventee.xlsx": (
        {
            "name": "Ville de Vauxfictif (inventée)",
            "family": "territorial (collectivités et leurs établissements)",
            "function": "responsable des ressources humaines",
            "day": date(2026, 11, 12),
        },
        {
            "ethique-conformite": YES,
            "evaluation-besoin": {**YES, "level": "3 maîtrise"},
            "negociation": NO,
            "achat-durable": YES,
            "cycle-achat": {**YES, "level": "1 notions"},
        },
        "Achat de spectacles et de billetterie",
    ),
    "hopital-invente.ods": (
        {
            "name": "Centre hospitalier d'Exemple (inventé)",
            "family": "hospitalier (hôpitaux, Ehpad publics)",
            "function": "directrice des achats",
            "day": date(2026, 11, 17),
        },
        {
            "ethique-conformite": YES,
            "evaluation-besoin": YES,
            "negociation": {**YES, "level": "3 maîtrise", "importance": "indispensable"},
            "cycle-achat": {**YES, "level": "2 application"},
        },
        "",
    ),
}
"""Who answers, what is said of some competencies, and what is added, by file."""


def main() -> None:
    """Write every example."""
    graph = SkillGraph.of(load_catalog(day=DAY), DAY)
    FOLDER.mkdir(exist_ok=True)
    for name, (who, said, added) in ANSWERS.items():
        form = employer_form(graph, graph.profile("acheteur-public"), "fr")
        path = FOLDER / name
        path.write_bytes(form_bytes(_filled(form, who, said, added), path.suffix.removeprefix(".")))


def _filled(
    form: WrittenWorkbook,
    who: Mapping[str, CellValue],
    said: Mapping[str, Mapping[str, CellValue]],
    added: str,
) -> WrittenWorkbook:
    answer, requirement, more = form.tables
    tables = (
        _with_cells(answer, lambda _: who),
        _with_cells(requirement, lambda row: said.get(str(row["competency"]), {})),
        replace(more, rows=((added, None),) if added else (), extra_rows=9),
    )
    return replace(form, tables=tables)


def _with_cells(table: WrittenTable, cells_of: CellsOf) -> WrittenTable:
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    filled = [{**row, **cells_of(row)} for row in rows]
    return replace(table, rows=tuple(tuple(row[key] for key in keys) for row in filled))


if __name__ == "__main__":
    main()
