"""`import --source`: a training body's spreadsheet and a public register, into proposals."""

import zipfile
from pathlib import Path

import pytest
from small_catalogue import Command

ON = ("--date", "2026-11-24", "--data", "catalogue")
TABLE = ("--source", "table", "--map", "offre.yaml", "-o", "propositions", *ON)
OFFER = """Catalogue 2027;;;
Référence;Intitulé du stage;Durée en jours;Date de début
N1;Négocier un marché;3;15/03/2027
N1;Négocier un marché;3;11/10/2027
N2;Écrire un cahier des charges;2 jours;
N3;Recenser ses achats;au calme;
"""
REGISTER = """date_extract;nom_of;siret;intitule_formation;intitule_certification;code_rncp;code_formacode_1;\
numero_formation
2026-11-20;ORGANISME UN;12345678900011;Acheteur public;Titre Acheteur;-1;13209;F1
2026-11-20;ORGANISME UN;12345678900011;Coiffure;CAP;-1;42032;F2
"""

pytestmark = pytest.mark.usefixtures("catalogue")


@pytest.fixture
def offer(tmp_path: Path) -> Path:
    path = tmp_path / "offre.csv"
    path.write_text(OFFER, encoding="utf-8")
    return path


def test_a_table_is_guessed_shown_corrected_then_imported(
    command: Command, offer: Path, tmp_path: Path
) -> None:
    first = command("import", "offre.csv", *TABLE)
    assert first.code == 0
    out = first.out.replace("\xa0", " ")
    assert "Rien n'est importé. Corrigez offre.yaml, puis relancez la même commande." in out
    assert not (tmp_path / "propositions").exists()
    mapping = tmp_path / "offre.yaml"
    text = mapping.read_text(encoding="utf-8")
    assert "Intitulé du stage: title" in text
    assert "Durée en jours: days" in text

    refused = command("import", "offre.csv", *TABLE)
    assert (refused.code, "erreur I124" in refused.err) == (1, True)
    mapping.write_text(text.replace("# provider:", "provider: cnfpt"), encoding="utf-8")
    ran = command("import", "offre.csv", *TABLE)
    assert ran.code == 0
    assert "offre.csv, cellule C6: avertissement I220 : « au calme » n'est pas compris" in ran.err
    assert ran.out.splitlines() == [
        "Formations lues : 3 ; gardées : 3.",
        "Nouvelles propositions : 2 (ecrire-un-cahier-des-charges-cnfpt, recenser-ses-achats-cnfpt).",
        "Changements proposés de formations connues : 1 (negocier).",
        "Rien n'en est utilisé avant votre accord : buyer-skills review propositions",
    ]
    again = command("import", "offre.csv", *TABLE)
    assert again.out.splitlines()[1:] == [
        "Formations connues, ou déjà en attente, dont rien ne change : 3.",
        "Rien à proposer.",
    ]
    assert command("check", "--with", "propositions", *ON).code == 0


def test_a_register_is_kept_by_the_rules_of_the_catalogue(command: Command, tmp_path: Path) -> None:
    (tmp_path / "mcf.csv").write_text(REGISTER, encoding="cp1252")
    (tmp_path / "catalogue" / "intake_rules.yaml").write_text(
        "format_version: 1\nintake_rules: [{id: tri, title: Marchés, formacodes: ['13209']}]\n",
        encoding="utf-8",
    )
    ran = command("import", "mcf.csv", "--source", "mon-compte-formation", "-o", "propositions", *ON)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Formations lues : 2 ; gardées : 1.",
        "  règle tri : 1",
        "Nouvelles propositions : 1 (acheteur-public-organisme-un).",
        "Rien n'en est utilisé avant votre accord : buyer-skills review propositions",
    ]
    text = (tmp_path / "propositions" / "trainings.yaml").read_text(encoding="utf-8")
    assert "registry: mon-compte-formation" in text
    assert 'read: "2026-11-20"' in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--source", "table", "-o", "p"), "--map va avec --source table, et il le faut"),
        (("--source", "mon-compte-formation", "--map", "m.yaml", "-o", "p"), "--map va avec --source table"),
        (("--map", "m.yaml", "-o", "p"), "--map va avec --source table"),
        (("--source", "table", "--map", "m.yaml"), "-o"),
    ],
)
def test_options_that_do_not_go_together(
    command: Command, offer: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert offer.exists()
    ran = command("import", "offre.csv", *arguments, *ON)
    assert ran.code == 2
    assert said in ran.err


def test_a_file_that_is_no_table_is_said(command: Command, tmp_path: Path) -> None:
    (tmp_path / "offre.csv").write_bytes(b"\x00\x01")
    ran = command("import", "offre.csv", *TABLE)
    assert ran.code == 1
    assert "offre.csv" in ran.err
    assert not (tmp_path / "offre.yaml").exists()


@pytest.mark.parametrize("name", ["offre.xlsx", "offre.csv", "offre"])
def test_a_mapping_is_not_written_under_the_name_of_a_table(
    name: str, command: Command, offer: Path, tmp_path: Path
) -> None:
    offer.rename(tmp_path / "table.csv")
    ran = command("import", "table.csv", "--source", "table", "--map", name, "-o", "propositions", *ON)
    assert ran.code == 2
    assert f"--map écrit du YAML : {name} n'est pas un nom pour cela" in ran.err.replace("\xa0", " ")
    assert "offre.yaml" in ran.err
    assert not (tmp_path / name).exists()


def test_a_body_misspelt_is_told_before_it_makes_a_new_one(
    command: Command, offer: Path, tmp_path: Path
) -> None:
    mapping = tmp_path / "offre.yaml"
    command("import", offer.name, *TABLE)
    text = mapping.read_text(encoding="utf-8")
    mapping.write_text(text.replace("# provider:", "provider: CNFTP"), encoding="utf-8")
    ran = command("import", offer.name, *TABLE)
    assert ran.code == 0
    assert "avertissement I232" in ran.err
    assert "vouliez-vous dire « cnfpt »" in ran.err.replace("\xa0", " ")


def test_courses_of_fun_and_certifications_come_in_too(command: Command, tmp_path: Path) -> None:
    (tmp_path / "catalogue" / "intake_rules.yaml").write_text(
        "format_version: 1\nintake_rules: [{id: tri, title: Marchés, title_words: [marchés publics]}]\n",
        encoding="utf-8",
    )
    (tmp_path / "fun.json").write_text(
        '[{"id": 1, "code": "C1", "title": "Les marchés publics", "organization_highlighted": "CNFPT"}]',
        encoding="utf-8",
    )
    with zipfile.ZipFile(tmp_path / "export-fiches-csv-2026-11-20.zip", "w") as archive:
        archive.writestr(
            "export_fiches_CSV_Standard_2026_11_20.csv",
            "Id_Fiche;Numero_Fiche;Intitule;Actif\n1;RNCP99;Chargé de marchés publics (inventé);ACTIVE\n",
        )
    for file, source in (("fun.json", "fun-mooc"), ("export-fiches-csv-2026-11-20.zip", "rncp")):
        ran = command("import", file, "--source", source, "-o", "propositions", *ON)
        assert ran.code == 0, ran.err
        assert "Nouvelles propositions : 1" in ran.out
    text = (tmp_path / "propositions" / "trainings.yaml").read_text(encoding="utf-8")
    assert 'read: "2026-11-20"' in text
    assert "kind: mooc" in text
