"""Files of open registers with one thing wrong, each giving one code."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from catalog.intake.made_registers import KEEPING, csv_text, gzipped, row, written, zipped

from buyer_skills.catalog.intake import room
from buyer_skills.catalog.intake.fun_mooc import read_fun_mooc
from buyer_skills.catalog.intake.mon_compte_formation import read_mon_compte_formation
from buyer_skills.catalog.intake.rncp import read_rncp
from buyer_skills.issues import Issue
from buyer_skills.sources.large_csv import LONGEST_ROW

SHEETS = {
    "standard.csv": "Numero_Fiche;Intitule\nRNCP1;Gérer un marché public\n",
    "rome.csv": "Numero_Fiche;Codes_Rome_Code\n",
    "formacode.csv": "Numero_Fiche;Formacode_Code\n",
    "bodies.csv": "Numero_Fiche;Nom_Certificateur\nRNCP1;Un\n",
}
SOUND = csv_text([row()])
BOMB = b"nom_of;intitule_formation\n" + (b"a;" + b"b" * 60_000 + b"\n") * 2_000


def catalogue_case(content: str | bytes) -> Callable[[Path], tuple[Issue, ...]]:
    """Return a case of the catalogue of Mon Compte Formation."""

    def made(folder: Path) -> tuple[Issue, ...]:
        return read_mon_compte_formation(written(folder, content), "mcf.csv", KEEPING).issues

    return made


def courses_case(content: str) -> Callable[[Path], tuple[Issue, ...]]:
    """Return a case of the courses of FUN-MOOC."""

    def made(folder: Path) -> tuple[Issue, ...]:
        return read_fun_mooc(written(folder, content, "fun.json"), "fun.json", KEEPING, "2026-11-25").issues

    return made


def archive_case(files: Mapping[str, str]) -> Callable[[Path], tuple[Issue, ...]]:
    """Return a case of the national registers of certifications."""

    def made(folder: Path) -> tuple[Issue, ...]:
        return read_rncp(written(folder, zipped(files), "rncp.zip"), "rncp.zip", KEEPING).issues

    return made


def _protected(content: bytes) -> bytes:
    """Say, in both headers of the only file of an archive, that a password protects it."""
    at = content.index(b"PK\x01\x02") + 8
    return content[:6] + b"\x01" + content[7:at] + b"\x01" + content[at + 1 :]


def _too_much_kept(folder: Path) -> tuple[Issue, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "MOST_CHARACTERS", 20)
        return catalogue_case(SOUND)(folder)


MADE_REGISTERS: dict[str, Callable[[Path], tuple[Issue, ...]]] = {
    "F170": catalogue_case(gzipped(SOUND)[:-12]),
    "F171": catalogue_case(gzipped(BOMB)),
    "F172": catalogue_case(zipped({"a.csv": SOUND, "b.csv": SOUND})),
    "F173": catalogue_case("x" * (LONGEST_ROW + 1)),
    "F174": catalogue_case("nom;intitule\nA;B\n"),
    "F175": courses_case('[{"title": "Un"'),
    "F176": courses_case('{"results": []}'),
    "F177": _too_much_kept,
    "F178": catalogue_case(_protected(zipped({"a.csv": SOUND}))),
    "F179": catalogue_case(""),
    "F270": catalogue_case(SOUND + "une;deux\n"),
    "F271": catalogue_case(csv_text([row(intitule_formation="-1")])),
    "F272": catalogue_case(csv_text([row(nom_of="-1")])),
    "F273": catalogue_case(csv_text([row(intitule_formation="Marchés\x07publics")])),
    "F274": catalogue_case(csv_text([row(frais_ttc_tot_mean="gratuit")])),
    "F275": courses_case('[{"title": "Un"}, {"title": ""}]'),
    "F276": courses_case('[{"title": "Les marchés publics"}]'),
    "F277": archive_case({**SHEETS, "rome.csv": "Numero_Fiche\n"}),
    "F278": archive_case({**SHEETS, "bodies.csv": SHEETS["bodies.csv"] + "RNCP1;Deux\n"}),
}
"""One case for each code of open registers."""
