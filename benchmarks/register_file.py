"""A generated file of the Mon Compte Formation catalogue: the columns published, invented rows."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

COLUMNS = (
    *("date_extract", "nom_of", "nom_departement", "nom_region", "type_referentiel", "code_inventaire"),
    *("code_rncp", "intitule_certification", "libelle_niveau_sortie_formation"),
    *(f"code_formacode_{number}" for number in range(1, 6)),
    "libelle_code_formacode_principal",
    *(f"code_rome_{number}" for number in range(1, 6)),
    *(f"libelle_nsf_{number}" for number in range(1, 4)),
    *(f"code_nsf_{number}" for number in range(1, 4)),
    *("code_certifinfo", "siret", "numero_formation", "intitule_formation", "points_forts"),
    *("objectif_formation", "contenu_formation", "resultats_attendus_formation"),
    *("nb_action", "nb_session_active", "nb_session_a_distance"),
    *(f"nombre_heures_total_{kind}" for kind in ("min", "max", "mean")),
    *(f"frais_ttc_tot_{kind}" for kind in ("min", "max", "mean")),
    *("code_departement", "code_region", "nbaction_nbheures", "coderegion_export"),
)
"""The columns of a recent file."""

TRAININGS_OF_BUYING = 0.02
"""The share of trainings about buying: half by their Formacode, half by the words of their title."""

ROWS_OF_A_TRAINING = 4
"""How often, on average, one training comes back for another département."""

_WORDS = [
    "la",
    "formation",
    "permet",
    "de",
    "préparer",
    "construire",
    "analyser",
    "conduire",
    "un",
    "projet",
    "une",
    "équipe",
    "les",
    "clients",
    "avec",
    "méthode",
    "sécurité",
    "qualité",
    "gestion",
    "outils",
    "numériques",
    "pratique",
    "théorie",
    "évaluation",
    "certification",
    "entreprise",
    "métier",
    "compétences",
    "accompagnement",
    "pédagogique",
    "découverte",
    "perfectionnement",
    "cadre",
    "réglementaire",
    "travail",
    "étapes",
    "clés",
    "communication",
    "anglais",
    "bureautique",
    "soin",
    "conduite",
    "engins",
    "levage",
    "coiffure",
    "cuisine",
    "vente",
    "comptabilité",
    "paie",
]
_REGIONS = (
    ("32", "HAUTS-DE-FRANCE", "59", "NORD"),
    ("11", "ÎLE-DE-FRANCE", "75", "PARIS"),
    ("84", "AUVERGNE-RHÔNE-ALPES", "69", "RHÔNE"),
    ("93", "PROVENCE-ALPES-CÔTE D'AZUR", "13", "BOUCHES-DU-RHÔNE"),
    ("76", "OCCITANIE", "31", "HAUTE-GARONNE"),
    ("53", "BRETAGNE", "35", "ILLE-ET-VILAINE"),
)
_BY_CODE = ("Acheteur industriel", "Négocier avec ses fournisseurs", "Gérer un portefeuille d'achats")
_BY_WORDS = (
    "Les fondamentaux des marchés publics",
    "Devenir acheteur public",
    "Piloter la commande publique",
)
_OTHER_CODES = ("15254", "31827", "42056", "32054", "70332", "21538", "43436", "35054")
_BUYING_CODES = ("34024", "13209", "34002")


def write_register(path: Path, rows: int, seed: int) -> None:
    """Write a file of ``rows`` rows in UTF-8 with its mark, `;` between cells, quoted where needed."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(register_rows(rows, seed))


def register_rows(rows: int, seed: int) -> Iterator[list[str]]:
    """Yield the cells of each row, in the order of :data:`COLUMNS`."""
    chance = random.Random(f"register {seed}")
    texts = [_text(chance) for _ in range(4_000)]
    written = 0
    number = 0
    while written < rows:
        number += 1
        training = _training(number, chance, texts)
        for _ in range(min(chance.randint(1, 2 * ROWS_OF_A_TRAINING - 1), rows - written)):
            written += 1
            yield _row(training, chance)


def _training(number: int, chance: random.Random, texts: list[str]) -> dict[str, str]:
    drawn = chance.random()
    codes = chance.sample(_OTHER_CODES, chance.randint(1, 4))
    title = " ".join(chance.choices(_WORDS, k=chance.randint(3, 9))).capitalize()
    if drawn < TRAININGS_OF_BUYING / 2:
        title, codes[0] = chance.choice(_BY_CODE), chance.choice(_BUYING_CODES)
    elif drawn < TRAININGS_OF_BUYING:
        title = chance.choice(_BY_WORDS)
    body = chance.randint(1, 9_000)
    hours = chance.choice((7, 14, 21, 35, 70, 140, 400))
    named = {
        "date_extract": "2026-11-02",
        "nom_of": f"ORGANISME {body}",
        "type_referentiel": "RNCP",
        "code_inventaire": "-1",
        "code_rncp": str(30_000 + number % 5_000),
        "intitule_certification": " ".join(chance.choices(_WORDS, k=6)).capitalize(),
        "libelle_niveau_sortie_formation": f"NIVEAU {chance.randint(3, 7)}",
        "libelle_code_formacode_principal": " ".join(chance.choices(_WORDS, k=2)).capitalize(),
        "code_certifinfo": str(80_000 + number % 9_000),
        "siret": f"{10_000_000_000_000 + body}",
        "numero_formation": f"{body}_F{number}",
        "intitule_formation": title,
        "nb_action": "1",
        "nb_session_active": str(chance.randint(1, 30)),
        "nombre_heures_total_min": str(hours),
        "nombre_heures_total_max": str(hours),
        "nombre_heures_total_mean": str(hours),
        "nbaction_nbheures": "1",
    }
    named |= {f"code_formacode_{place}": code for place, code in enumerate(codes, 1)}
    named |= {f"code_rome_{place}": f"K{1100 + number % 90}" for place in (1, 2)}
    named |= {f"libelle_nsf_{place}": " ".join(chance.choices(_WORDS, k=4)) for place in (1,)}
    named |= {"code_nsf_1": str(100 + number % 240)}
    for name in ("points_forts", "objectif_formation", "contenu_formation", "resultats_attendus_formation"):
        named[name] = chance.choice(texts)
    return named


def _row(training: dict[str, str], chance: random.Random) -> list[str]:
    region, region_name, departement, departement_name = chance.choice(_REGIONS)
    price = str(chance.choice((390, 790, 1200, 1500.5, 2400)))
    ofplace = {
        "nom_departement": departement_name,
        "nom_region": region_name,
        "code_departement": departement,
        "code_region": region,
        "coderegion_export": region,
        "nb_session_a_distance": str(chance.choice((0, 0, 0, 1))),
        "frais_ttc_tot_min": price,
        "frais_ttc_tot_max": price,
        "frais_ttc_tot_mean": price,
    }
    named = {**training, **ofplace}
    return [named.get(column, "-1" if column.startswith("code_") else "") for column in COLUMNS]


def _text(chance: random.Random) -> str:
    """Return 200 to 3,000 characters; one in two has lines, one in five has quotes."""
    length = int(200 * 15 ** chance.random() ** 1.5)
    words = " ".join(chance.choices(_WORDS, k=length // 6))[:length]
    kind = chance.random()
    if kind < 0.5:
        words = "\n- ".join(words[start : start + 120] for start in range(0, len(words), 120))
    if kind < 0.2:
        words = words.replace("projet", '"projet"')
    return words
