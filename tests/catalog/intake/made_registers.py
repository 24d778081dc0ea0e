"""Small files in the form of open registers, written by tests."""

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake_rules import IntakeRule

KEEPING = Keeping.of(
    [
        IntakeRule(id="tri-codes", title="Codes", formacodes=("34024", "13209"), without_words=("mode",)),
        IntakeRule(id="tri-rome", title="Métiers", rome=("M1101",), title_words=("achat", "achats")),
        IntakeRule(id="tri-mots", title="Mots", title_words=("marché public", "marchés publics")),
    ]
)
"""A few rules, so that tests do not change with the data."""

RECENT = (
    *("date_extract", "nom_of", "nom_departement", "nom_region", "type_referentiel", "code_inventaire"),
    *("code_rncp", "intitule_certification", "libelle_niveau_sortie_formation"),
    *(f"code_formacode_{number}" for number in range(1, 6)),
    *(f"code_rome_{number}" for number in range(1, 6)),
    *("siret", "numero_formation", "intitule_formation", "points_forts", "objectif_formation"),
    *("contenu_formation", "resultats_attendus_formation", "nb_session_active", "nb_session_a_distance"),
    *(f"nombre_heures_total_{kind}" for kind in ("min", "max", "mean")),
    *(f"frais_ttc_tot_{kind}" for kind in ("min", "max", "mean")),
    *("code_departement", "code_region"),
)
"""Columns of a recent file."""

TRAINING: Mapping[str, str] = {
    "date_extract": "2026-11-02",
    "nom_of": "INSTITUT DE L'ACHAT",
    "nom_departement": "NORD",
    "nom_region": "HAUTS-DE-FRANCE",
    "type_referentiel": "RNCP",
    "code_inventaire": "-1",
    "code_rncp": "35149",
    "intitule_certification": "Acheteur",
    "libelle_niveau_sortie_formation": "NIVEAU 6",
    "code_formacode_1": "34024",
    "code_formacode_2": "13209",
    "code_rome_1": "M1101",
    "siret": "11111111111111",
    "numero_formation": "F-001",
    "intitule_formation": "Acheter  autrement",
    "points_forts": "Petits groupes",
    "objectif_formation": "Définir le besoin ;\nchoisir la procédure",
    "contenu_formation": 'Le « sourcing », dit "sourçage"',
    "resultats_attendus_formation": "Un titre",
    "nb_session_active": "3",
    "nb_session_a_distance": "0",
    "nombre_heures_total_min": "35",
    "nombre_heures_total_max": "35",
    "nombre_heures_total_mean": "35.0",
    "frais_ttc_tot_min": "1500,50",
    "frais_ttc_tot_max": "1500.5",
    "frais_ttc_tot_mean": "1500.5",
    "code_departement": "59",
    "code_region": "32",
}
"""A training that is kept."""


def row(**changes: str) -> dict[str, str]:
    """Return the training with some cells changed."""
    return {**TRAINING, **changes}


def csv_text(rows: Sequence[Mapping[str, str]], columns: Sequence[str] = RECENT, delimiter: str = ";") -> str:
    """Return a file whose absent cells hold ``-1``, quoted where it must be."""

    def cell(text: str) -> str:
        quoted = any(one in text for one in (delimiter, '"', "\n"))
        return '"' + text.replace('"', '""') + '"' if quoted else text

    lines = [columns, *([one.get(column, "-1") for column in columns] for one in rows)]
    return "".join(delimiter.join(map(cell, line)) + "\r\n" for line in lines)


def written(folder: Path, content: str | bytes, name: str = "mcf.csv") -> Path:
    """Write a file, in UTF-8 when it is a text."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """Return a zip archive of some files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def gzipped(content: str | bytes) -> bytes:
    """Return a text in gzip."""
    return gzip.compress(content.encode() if isinstance(content, str) else content, mtime=0)
