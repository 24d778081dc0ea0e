"""The national registers of certifications: relations told by their columns, what is in force and kept."""

from pathlib import Path

import pytest
from catalog.intake.made_registers import KEEPING, written, zipped

from buyer_skills.catalog.intake.offers import Offer, OfferFile
from buyer_skills.catalog.intake.rncp import read_rncp
from buyer_skills.catalog.providers import Source
from buyer_skills.issues import Place

NAME = "export-fiches-csv-2026-11-02.zip"
STANDARD = (
    "Id_Fiche;Numero_Fiche;Intitule;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;"
    "Nomenclature_Europe_Intitule;Date_Decision;Date_Fin_Enregistrement;Date_Effet;Type_Enregistrement;Actif\n"
)
FILES = {
    "export_fiches_CSV_Standard_2026_11_02.csv": STANDARD
    + "1;RNCP100;Acheteur;TP;Titre professionnel;NIV5;Niveau 5;;01/01/2028;;Enregistrement de droit;ACTIVE\n"
    + '2;RNCP101;"Licence professionnelle ; achats";LP;;NIV6;Niveau 6;;;;;ACTIVE\n'
    + "3;RS102;Répondre à un marché public;;;;;;31/12/2026;;;ACTIVE\n"
    + "4;RNCP103;Gérer les marchés publics;;;NIV7;;;01/11/2026;;;ACTIVE\n"
    + "5;RNCP104;Passer les marchés publics;;;NIV7;;;;;;INACTIVE\n"
    + "6;RNCP105;Coiffeur;CAP;;NIV3;;;;;;ACTIVE\n",
    "export_fiches_CSV_Rome_2026_11_02.csv": "Numero_Fiche;Codes_Rome_Code;Codes_Rome_Libelle\n"
    "RNCP101;M1101;Achats\nRNCP101;M1102;Direction des achats\nRNCP105;D1202;Coiffure\n",
    "export_fiches_CSV_Formacode_2026_11_02.csv": "Numero_Fiche;Formacode_Code;Formacode_Libelle\n"
    "RNCP100;34024;Achat\nRNCP100;31660;Approvisionnement\nRNCP105;42050;Coiffure\n",
    "export_fiches_CSV_Certificateurs.csv": "Numero_Fiche;Siret_Certificateur;Nom_Certificateur\n"
    "RNCP100;1;MINISTERE DU TRAVAIL\nRNCP101;2;UNIVERSITE A\nRNCP101;3;UNIVERSITE B\nRS102;4;UNE ECOLE\n",
    "export_fiches_CSV_Blocs_De_Compétences.csv": "Numero_Fiche;Bloc_Competences_Code;"
    "Bloc_Competences_Libelle\n"
    "RNCP100;RNCP100BC01;Préparer un achat\nRNCP100;RNCP100BC02;Suivre un marché\n",
    "export_fiches_CSV_Nsf.csv": "Numero_Fiche;Nsf_Code;Nsf_Intitule\nRNCP100;312;Commerce\n",
    "lisezmoi.txt": "rien",
}
SHEETS = f"{NAME}/export_fiches_CSV_Standard_2026_11_02.csv"


def read(folder: Path, files: dict[str, str], name: str = NAME, day: str = "") -> OfferFile:
    packed = zipped({file: text.encode("cp1252") for file, text in files.items()})
    return read_rncp(written(folder, packed, name), name, KEEPING, day)


def without(relation: str) -> dict[str, str]:
    return {file: text for file, text in FILES.items() if relation not in file}


def said(file: OfferFile) -> list[tuple[str, str, int]]:
    return [(one.code, one.place.file, one.place.line) for one in file.issues]


def test_certifications_in_force_are_kept_with_what_every_relation_says(tmp_path: Path) -> None:
    file = read(tmp_path, FILES)
    assert file.offers == (
        Offer(
            key="RNCP100",
            title="Acheteur",
            provider="MINISTERE DU TRAVAIL",
            place=Place(SHEETS, 2, 1),
            kind="certification",
            certification="RNCP100",
            certification_title="Acheteur",
            formacodes=("34024", "31660"),
            degree_level=5,
            programme="Préparer un achat\nSuivre un marché",
        ),
        Offer(
            key="RNCP101",
            title="Licence professionnelle ; achats",
            provider="UNIVERSITE A",
            place=Place(SHEETS, 3, 1),
            kind="degree",
            certification="RNCP101",
            certification_title="Licence professionnelle ; achats",
            rome=("M1101", "M1102"),
            degree_level=6,
        ),
        Offer(
            key="RS102",
            title="Répondre à un marché public",
            provider="UNE ECOLE",
            place=Place(SHEETS, 4, 1),
            kind="certification",
            certification="RS102",
            certification_title="Répondre à un marché public",
        ),
    )
    assert (file.registry, file.day, file.read) == ("rncp", "2026-11-02", 6)
    assert file.kept_by == {"tri-codes": 1, "tri-mots": 1, "tri-rome": 1}
    assert said(file) == [("F278", SHEETS, 3)]
    source = Source.model_validate(file.source)
    assert (source.id, source.licence) == ("rncp-2026-11-02", "Licence Ouverte 2.0")


def test_the_day_is_that_of_the_caller_when_the_name_has_none(tmp_path: Path) -> None:
    file = read(tmp_path, FILES, "fiches.zip", "2026-10-01")
    assert [one.key for one in file.offers] == ["RNCP100", "RNCP101", "RS102", "RNCP103"]
    assert file.day == "2026-10-01"


@pytest.mark.parametrize(
    ("relation", "keys", "codes"),
    [
        ("Certificateurs", ["RNCP100", "RNCP101", "RS102"], ["F277"]),
        ("Formacode", ["RNCP101", "RS102"], ["F277", "F278"]),
        ("Rome", ["RNCP100", "RS102"], ["F277"]),
        ("Blocs", ["RNCP100", "RNCP101", "RS102"], ["F278"]),
    ],
)
def test_a_relation_that_is_not_there_is_said(
    tmp_path: Path, relation: str, keys: list[str], codes: list[str]
) -> None:
    file = read(tmp_path, without(relation))
    assert [one.key for one in file.offers] == keys
    assert [code for code, _, _ in said(file)] == codes


def test_without_the_sheets_nothing_is_read(tmp_path: Path) -> None:
    assert said(read(tmp_path, without("Standard"))) == [("F174", NAME, 0)]


def test_rows_that_are_not_understood_are_counted_once(tmp_path: Path) -> None:
    files = dict(FILES)
    rome = "export_fiches_CSV_Rome_2026_11_02.csv"
    files[rome] += "RNCP100\n"
    files["export_fiches_CSV_Standard_2026_11_02.csv"] += ";;;;;;;;;;;\nune;deux\n"
    assert said(read(tmp_path, files)) == [
        ("F270", f"{NAME}/{rome}", 5),
        ("F270", SHEETS, 9),
        ("F271", SHEETS, 8),
        ("F278", SHEETS, 3),
    ]


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "F170"), (b"PK\x03\x04", "F170"), ("\n".join(FILES).encode(), "F170")]
)
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = written(tmp_path, content, NAME)
    assert [one.code for one in read_rncp(path, NAME, KEEPING).issues] == [code]


def test_a_damaged_member_is_an_issue(tmp_path: Path) -> None:
    packed = bytearray(zipped(FILES))
    at = packed.index(b"Numero_Fiche") if b"Numero_Fiche" in packed else 120
    packed[at : at + 40] = b"\xff" * 40
    path = written(tmp_path, bytes(packed), NAME)
    assert {one.code for one in read_rncp(path, NAME, KEEPING).issues} & {"F170", "F174"}
