"""Spreadsheets in the style of exports of training bodies. Everything in them is invented."""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from buyer_skills.sources.zipping import zip_of

Cells = Sequence[Sequence[Any]]

CNFPT_ROWS: Cells = (
    ("Offre inventée du CNFPT, achat public", None, None, None, None, None, None, None, None),
    ("Édition d'essai : aucun de ces stages n'existe", None, None, None, None, None, None, None, None),
    (),
    (
        "Code stage",
        "Libellé de la formation",
        "Durée (j)",
        "Modalité",
        "Délégation",
        "Date de début",
        "Date de fin",
        "Places",
        "Prix collectivités non affiliées",
    ),
    ("ACHATS RESPONSABLES",),
    (
        "INV01",
        "Semer des clauses vertes (inventé)",
        2,
        "Présentiel",
        "Hauts-de-France",
        dt.date(2027, 3, 12),
        dt.date(2027, 3, 13),
        15,
        "450 €",
    ),
    (
        "INV01",
        "Semer des clauses vertes (inventé)",
        2,
        "Présentiel",
        "Bretagne",
        "du 5 au 6 avril 2027",
        None,
        12,
        450,
    ),
    (
        "INV02",
        "Dompter un accord-cadre (inventé)",
        "3 x 2 jours",
        "Classe virtuelle",
        "National",
        "mars 2027",
        None,
        "complet",
        "1 200,00 € TTC",
    ),
    (
        "INV03",
        "Le bon besoin, ni plus ni moins (inventé)",
        "deux semaines",
        "Sur le terrain",
        None,
        "au printemps",
    ),
    (),
    (None, "TOTAL", 10),
)
"""A title merged over the table, a title of section, sessions on rows of their own, a total."""

ANFH_ROWS: Cells = (
    ("Catalogue inventé ANFH",),
    ("N°", "Intitulé du stage", "Durée", None, "Tarifs", None, "Sessions", None, "Public visé"),
    (None, None, "jours", "heures", "Adhérent", "Non adhérent", "Du", "au", None),
    (
        7,
        "Acheter des draps sans faux pli (inventé)",
        1.5,
        10.5,
        "pris en charge",
        320,
        "12/03/2027",
        "13/03/2027",
        "Acheteurs",
    ),
    (None, None, None, None, None, None, "20/09/2027", "21/09/2027", None),
    (
        8,
        "Négocier le prix des compresses (inventé)",
        2,
        14,
        "pris en charge",
        "sur devis",
        "nc",
        None,
        "Pharmaciens",
    ),
    (
        9,
        "Acheter des draps sans faux pli : suite (inventé)",
        1,
        8,
        "gratuit",
        "gratuit",
        "5/10/2027",
        "4/10/2027",
        None,
    ),
)
"""Headings on two lines, a session on a row without its title, a last day before the first."""

IGPDE_TEXT = """\
Réf.;Formation;Durée;Objectifs;Pré-requis;Lien;Tarif agents de l'État;Tarif autres publics;\
Dates des sessions;Contact
IG-1;Lire un bilan (inventé);2j;« Comprendre » un bilan;Aucun;https://exemple.invalid/ig-1;gratuit;600 € HT;\
12/03/2027 et 13/03/2027;Mme X
IG-2;Acheter l'œuvre d'un code libre (inventé);14h;;Notions;voir catalogue;gratuit;600;\
"12/04/2027 ; 3/05/2027";Mme X
"""
"""In the encoding of older Windows: prices by family, several sessions in a cell, a price without taxes."""


def write_cnfpt(folder: Path) -> Path:
    """Write the first as XLSX, its titles merged."""
    return write_xlsx(folder / "export-cnfpt.xlsx", CNFPT_ROWS, merged=("A1:I1", "A2:I2", "A5:I5"))


def write_anfh(folder: Path) -> Path:
    """Write the second as ODS: headings over two columns are merged."""
    path = folder / "export-anfh.ods"
    path.write_bytes(ods_bytes("Offre", ANFH_ROWS, spans={(2, 3): 2, (2, 5): 2, (2, 7): 2}))
    return path


def write_igpde(folder: Path) -> Path:
    """Write the third as CSV."""
    path = folder / "export-igpde.csv"
    path.write_bytes(IGPDE_TEXT.replace("\n", "\r\n").encode("cp1252"))
    return path


def write_xlsx(
    path: Path,
    rows: Cells,
    merged: Sequence[str] = (),
    formulas: Sequence[str] = (),
    second: Cells = (),
) -> Path:
    """Write rows as a sheet, and ``second`` as another.

    ``merged`` are ranges, one row or column of cells, and ``formulas`` the cells that hold one.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for title, content in (("Export", rows), ("Autre", second)):
        if content:
            page = book.add_worksheet(title)
            for number, row in enumerate(content):
                for column, value in enumerate(row):
                    if isinstance(value, dt.date):
                        page.write_datetime(number, column, dt.datetime.combine(value, dt.time()), day)
                    elif value is not None:
                        page.write(number, column, value)
    page = book.worksheets()[0]
    for one in merged:
        first = one.partition(":")[0]
        page.merge_range(one, rows[int(first[1:]) - 1][ord(first[0]) - ord("A")])
    for one in formulas:
        page.write_formula(one, "=1+1", None, 2)
    book.close()
    path.write_bytes(stream.getvalue())
    return path


def ods_bytes(sheet: str, rows: Cells, spans: dict[tuple[int, int], int]) -> bytes:
    """Return rows as an ODS workbook; ``spans`` says how many columns a cell stands over."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = []
        for column, value in enumerate(row, 1):
            span = spans.get((number, column))
            over = f' table:number-columns-spanned="{span}"' if span else ""
            if value is None:
                cells.append("<table:table-cell/>")
            elif isinstance(value, str):
                text = f"<text:p>{value}</text:p>"
                cells.append(f'<table:table-cell office:value-type="string"{over}>{text}</table:table-cell>')
            else:
                cells.append(f'<table:table-cell office:value-type="float" office:value="{value}"{over}/>')
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{urn}:office:1.0" '
        f'xmlns:table="{urn}:table:1.0" xmlns:text="{urn}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="{sheet}">{"".join(lines)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zip_of(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()}
    )
