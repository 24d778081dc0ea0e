"""Forms that came back with one thing wrong, each giving one code."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from filled_forms import WHO, Cells, answered, filled, form_of, row_of, written

from buyer_skills.issues import Issue
from buyer_skills.workflows.forms.form_words import form_bytes

EMPLOYER: Cells = {
    **WHO,
    ("answer", 0, "name"): "Ville d'Exemple",
    ("answer", 0, "family"): "État (ministères, opérateurs)",
    ("requirement", 0, "asked"): "oui",
}
OFFERED: Cells = {**WHO, ("training", 0, "offered"): "oui"}
DEGREE: Cells = {**WHO, ("answer", 0, "offered"): "oui"}


def form_case(kind: str, cells: Cells) -> Callable[[Path], tuple[Issue, ...]]:
    """Return a case made by filling in one of the forms."""

    def made(folder: Path) -> tuple[Issue, ...]:
        path = written(folder / "formulaire.xlsx", form_of(kind), cells)
        return answered(path, into=folder / "reponses").issues

    return made


def without_answer_sheet(folder: Path) -> tuple[Issue, ...]:
    workbook = filled(form_of("provider"), OFFERED)
    kept = tuple(one for one in workbook.tables if not one.key.endswith(".answer"))
    path = folder / "formulaire.ods"
    path.write_bytes(form_bytes(replace(workbook, tables=kept), "ods"))
    return answered(path, into=folder / "reponses").issues


def twice(folder: Path) -> tuple[Issue, ...]:
    workbook = filled(form_of("provider"), OFFERED)
    tables = tuple(
        replace(one, rows=(*one.rows, one.rows[0])) if one.key.endswith(".training") else one
        for one in workbook.tables
    )
    path = folder / "formulaire.xlsx"
    path.write_bytes(form_bytes(replace(workbook, tables=tables), "xlsx"))
    return answered(path, into=folder / "reponses").issues


_OTHER = row_of(form_of("employer"), "requirement", competency="clause-sociale")
_TAUGHT = row_of(form_of("provider"), "outcome", training="approfondissement", competency="achat-durable")

MADE_FORMS: dict[str, Callable[[Path], tuple[Issue, ...]]] = {
    "Q101": form_case("provider", {**OFFERED, ("answer", 0, "day"): None}),
    "Q102": form_case("provider", {**OFFERED, ("answer", 0, "function"): "Mme Martin"}),
    "Q103": form_case("provider", {**OFFERED, ("training", 0, "training"): "initiations"}),
    "Q104": form_case("provider", {**OFFERED, ("training", 0, "offered"): "peut-être"}),
    "Q105": form_case(
        "employer",
        {**EMPLOYER, ("requirement", 0, "asked"): "non", ("requirement", 0, "level"): "2 application"},
    ),
    "Q106": form_case("provider", {**OFFERED, ("answer", 0, "day"): date(2026, 11, 25)}),
    "Q107": twice,
    "Q108": without_answer_sheet,
    "Q109": form_case("employer", {**EMPLOYER, ("answer", 0, "name"): "Jean Dupont"}),
    "Q110": form_case("employer", {**EMPLOYER, ("requirement", _OTHER, "asked"): "oui"}),
    "Q113": form_case("provider", {**OFFERED, ("outcome", _TAUGHT, "level"): "3 maîtrise"}),
    "Q114": form_case(
        "provider",
        {
            **OFFERED,
            ("outcome", _TAUGHT, "entry"): "2 application",
            ("outcome", _TAUGHT, "level"): "1 notions",
        },
    ),
    "Q115": form_case(
        "provider",
        {**OFFERED, ("training", 0, "training"): "une-autre", ("training", 1, "training"): "encore-une"},
    ),
    "Q201": form_case("provider", {**OFFERED, ("training", 1, "remark"): "à revoir"}),
    "Q202": form_case(
        "degree",
        {
            **DEGREE,
            ("competency", 0, "level"): None,
            ("competency", 1, "level"): "2 application",
        },
    ),
    "Q203": form_case("degree", {**DEGREE, ("competency", 1, "unit"): "UE 2"}),
    "Q204": form_case("provider", WHO),
}
"""One case for each code of forms."""
