"""Forms filled in, as those who answer would: made from a catalogue, then written with some cells changed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from builders import DAY

from buyer_skills.catalog.bundled import as_folder
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.sources.tables import CellValue, WrittenTable, WrittenWorkbook
from buyer_skills.workflows.forms.answering import Answered, import_answers, read_forms
from buyer_skills.workflows.forms.degree_form import degree_form
from buyer_skills.workflows.forms.employer_form import employer_form
from buyer_skills.workflows.forms.form_words import form_bytes
from buyer_skills.workflows.forms.provider_form import provider_form

SOUND = Path(__file__).parent / "broken" / "sound"

Cells = Mapping[tuple[str, int, str], CellValue | None]
"""What is written in a form: by table, row of the table counted from 0, and key of the column."""

WHO: Cells = {("answer", 0, "function"): "responsable de l'offre", ("answer", 0, "day"): date(2026, 11, 20)}


def sound_graph(folder: Path = SOUND) -> SkillGraph:
    return SkillGraph.of(load_catalog((folder,), day=DAY), DAY)


def form_of(kind: str, graph: SkillGraph | None = None, language: str = "fr") -> WrittenWorkbook:
    """Return one of the three forms, of the sound catalogue when there is no other."""
    graph = graph or sound_graph()
    if kind == "provider":
        return provider_form(graph, "ecole", language)
    if kind == "degree":
        return degree_form(graph, graph.training("diplome"), language)
    return employer_form(graph, graph.profile("acheteur"), language)


def filled(workbook: WrittenWorkbook, cells: Cells) -> WrittenWorkbook:
    """Return a form with these cells written over."""
    return replace(workbook, tables=tuple(_filled_table(table, cells) for table in workbook.tables))


def _filled_table(table: WrittenTable, cells: Cells) -> WrittenTable:
    keys = [column.key for column in table.columns]
    rows = [list(row) for row in table.rows]
    rows += [[None] * len(keys) for _ in range(table.extra_rows or 0)]
    for (name, row, key), value in cells.items():
        if table.key.partition(".")[2] == name:
            rows[row][keys.index(key)] = value
    return replace(table, rows=tuple(map(tuple, rows)), extra_rows=0)


def row_of(workbook: WrittenWorkbook, table: str, **values: str) -> int:
    """Return the row of a table, from 0, whose cells hold these values."""
    found = next(one for one in workbook.tables if one.key.partition(".")[2] == table)
    keys = [column.key for column in found.columns]
    for index, row in enumerate(found.rows):
        if all(row[keys.index(key)] == value for key, value in values.items()):
            return index
    raise AssertionError(values)


def written(path: Path, workbook: WrittenWorkbook, cells: Cells) -> Path:
    """Write a form that was filled in."""
    path.write_bytes(form_bytes(filled(workbook, cells), path.suffix.removeprefix(".")))
    return path


def answered(*files: Path, into: Path, under: Path = SOUND, language: str = "fr") -> Answered:
    """Return what importing forms makes of a folder; write it when there is no error."""
    found = import_answers(
        read_forms(files), as_folder(into), as_folder(under), (), day=DAY, language=language
    )
    if not found.has_errors:
        into.mkdir(exist_ok=True)
        for name, content in found.files.items():
            (into / name).write_bytes(content)
    return found
