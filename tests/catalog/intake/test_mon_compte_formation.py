"""The public catalogue of Mon Compte Formation: what is read, what is kept, what is said of the rest."""

import random
from pathlib import Path

import pytest
from catalog.intake.made_registers import KEEPING, RECENT, TRAINING, csv_text, gzipped, row, written, zipped
from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.catalog.intake.mon_compte_formation import read_mon_compte_formation
from buyer_skills.catalog.intake.offers import Offer, OfferFile
from buyer_skills.catalog.providers import Source
from buyer_skills.issues import Place
from buyer_skills.sources.large_csv import LONGEST_ROW

EXPECTED = Offer(
    key="11111111111111/F-001",
    title="Acheter autrement",
    provider="INSTITUT DE L'ACHAT",
    place=Place("mcf.csv", 2, 1),
    certification="RNCP35149",
    certification_title="Acheteur",
    formacodes=("34024", "13209"),
    rome=("M1101",),
    degree_level=6,
    aims="Définir le besoin ;\nchoisir la procédure\n\nUn titre",
    programme='Le « sourcing », dit "sourçage"',
    hours=35,
    price_eur=1500.5,
    code="F-001",
    region="hauts-de-france",
    location="NORD",
    modality="presentiel",
)

BOMB = b"nom_of;intitule_formation\n" + (b"a;" + b"b" * 60_000 + b"\n") * 2_000
"""Far more, once unpacked, than what it takes packed."""


def read(path: Path, day: str = "") -> OfferFile:
    return read_mon_compte_formation(path, path.name, KEEPING, day)


def read_rows(folder: Path, *rows: dict[str, str]) -> OfferFile:
    return read(written(folder, csv_text(rows)))


def said(file: OfferFile) -> list[tuple[str, int, object]]:
    return [(one.code, one.place.line, one.message.parameters.get("lines")) for one in file.issues]


def test_a_training_is_read_whole(tmp_path: Path) -> None:
    file = read_rows(
        tmp_path, row(), row(intitule_formation="Coiffure", code_formacode_1="42056", code_formacode_2="-1")
    )
    assert file.offers == (EXPECTED,)
    assert (file.registry, file.day, file.read, file.kept_by, file.issues) == (
        "mon-compte-formation",
        "2026-11-02",
        2,
        {"tri-codes": 1},
        (),
    )
    assert Source.model_validate(file.source).id == "mon-compte-formation-2026-11-02"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encoding_and_delimiter_change_nothing(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = csv_text([row()], delimiter=delimiter)
    assert read(written(tmp_path, text.encode(encoding))).offers == (EXPECTED,)


def test_a_late_accent_of_the_other_encoding_does_not_refuse_the_file(tmp_path: Path) -> None:
    head = csv_text([row(numero_formation=f"A{number}") for number in range(30)]).encode()
    late = csv_text([row(numero_formation="Z", intitule_formation="Marchés publics", siret="2")]).splitlines(
        True
    )
    file = read(written(tmp_path, head + "".join(late[1:]).encode("cp1252")))
    assert [one.title for one in file.offers] == ["Acheter autrement", "Marchés publics"]
    assert file.issues == ()


@pytest.mark.parametrize("name", ["mcf.csv.gz", "mcf.zip", "mcf.csv"])
def test_what_a_file_is_packed_in_is_seen_from_its_content(tmp_path: Path, name: str) -> None:
    text = csv_text([row()])
    packed = (
        zipped({"lisezmoi.txt": "rien", "export/Catalogue.CSV": text}) if "zip" in name else gzipped(text)
    )
    file = read(written(tmp_path, packed, name))
    assert [one.key for one in file.offers] == [EXPECTED.key]
    shown = "mcf.zip/export/Catalogue.CSV" if "zip" in name else name
    assert file.offers[0].place == Place(shown, 2, 1)


def test_an_older_file_has_other_columns_in_another_order(tmp_path: Path) -> None:
    columns = [one for one in RECENT if not one.startswith(("code_rome", "resultats"))]
    renamed = {"date_extract": "date_chargement", "siret": "siret_of", "code_inventaire": "code_rs"}
    old = row(code_rncp="-1", code_inventaire="5678")
    cells = {renamed.get(name, name): cell for name, cell in old.items()}
    order = [renamed.get(name, name) for name in columns]
    random.Random(1).shuffle(order)
    text = csv_text([cells], order)
    head, rest = text.split("\r\n", 1)
    file = read(written(tmp_path, head.replace("_", " ").upper() + "\r\n" + rest))
    assert [(one.key, one.certification, one.rome) for one in file.offers] == [(EXPECTED.key, "RS5678", ())]
    assert file.day == "2026-11-02"


def test_what_is_absent_stays_unknown(tmp_path: Path) -> None:
    kept = {"nom_of": "Organisme", "intitule_formation": "Marchés publics"}
    file = read(written(tmp_path, csv_text([kept])), "2026-11-25")
    assert file.offers == (
        Offer("organisme/ Marchés publics", "Marchés publics", "Organisme", Place("mcf.csv", 2, 1)),
    )
    assert file.day == "2026-11-25"


@pytest.mark.parametrize(
    ("least", "most", "mean", "expected"),
    [
        ("35", "35", "35", 35),
        ("35", "70", "52.5", None),
        ("35", "-1", "-1", 35),
        ("-1", "-1", "52,5", 52.5),
        ("0", "0", "0", None),
        ("", "", "", None),
        ("1 000", "1000.0", "-1", 1000),
    ],
)
def test_a_mean_between_two_values_is_no_value(
    tmp_path: Path, least: str, most: str, mean: str, expected: float | None
) -> None:
    lengths = {
        f"nombre_heures_total_{one}": cell
        for one, cell in zip(("min", "max", "mean"), (least, most, mean), strict=True)
    }
    prices = {name.replace("nombre_heures_total", "frais_ttc_tot"): cell for name, cell in lengths.items()}
    offer = read_rows(tmp_path, row(**lengths, **prices)).offers[0]
    assert (offer.hours, offer.price_eur) == (expected, expected)


def test_rows_of_one_training_are_one_offer(tmp_path: Path) -> None:
    file = read_rows(
        tmp_path,
        row(),
        row(nom_departement="PAS-DE-CALAIS", code_departement="62"),
        row(
            numero_formation="F-000",
            nom_departement="PARIS",
            nom_region="Île-de-France",
            code_region="11",
            frais_ttc_tot_max="1800",
        ),
        row(siret="2"),
        row(intitule_formation="Acheter encore"),
        row(intitule_formation="Acheter toujours", numero_formation="F-009"),
    )
    assert [
        (one.key, one.title, one.region, one.location, one.hours, one.price_eur) for one in file.offers
    ] == [
        ("11111111111111/F-000", "Acheter autrement", "", "2 régions", 35, None),
        ("2/F-001", "Acheter autrement", "hauts-de-france", "NORD", 35, 1500.5),
        ("11111111111111/F-009", "Acheter toujours", "hauts-de-france", "NORD", 35, 1500.5),
    ]
    assert (file.read, file.kept_by) == (6, {"tri-codes": 3})


@pytest.mark.parametrize(
    ("changes", "region", "location"),
    [
        ({"code_region": "4", "nom_departement": "-1"}, "la-reunion", ""),
        (
            {"code_region": "-1", "nom_region": "Provence-Alpes-Côte d'Azur"},
            "provence-alpes-cote-d-azur",
            "NORD",
        ),
        ({"code_region": "-1", "nom_region": "Ailleurs", "nom_departement": "-1"}, "", "Ailleurs"),
    ],
)
def test_a_region_is_known_by_code_then_by_name(
    tmp_path: Path, changes: dict[str, str], region: str, location: str
) -> None:
    offer = read_rows(tmp_path, row(**changes)).offers[0]
    assert (offer.region, offer.location) == (region, location)


@pytest.mark.parametrize(
    ("sessions", "at_a_distance", "modality"),
    [
        ("3", "0", "presentiel"),
        ("3", "3", "distanciel"),
        ("3", "1", None),
        ("0", "0", None),
        ("-1", "0", None),
        ("3", "-1", None),
    ],
)
def test_a_modality_is_said_when_all_sessions_agree(
    tmp_path: Path, sessions: str, at_a_distance: str, modality: str | None
) -> None:
    offer = read_rows(tmp_path, row(nb_session_active=sessions, nb_session_a_distance=at_a_distance)).offers[
        0
    ]
    assert offer.modality == modality


def test_the_title_of_the_certification_counts_with_that_of_the_training(tmp_path: Path) -> None:
    codes = {"code_formacode_1": "42056", "code_formacode_2": "-1", "code_rome_1": "-1"}
    file = read_rows(tmp_path, row(**codes, intitule_certification="Gérer un MARCHE PUBLIC"))
    assert file.kept_by == {"tri-mots": 1}


def test_what_is_not_understood_is_counted_with_its_first_lines(tmp_path: Path) -> None:
    whole = csv_text(
        [
            row(),
            *([row(intitule_formation=" ")] * 12),
            row(nom_of="-1"),
            row(numero_formation="F-2", frais_ttc_tot_min="gratuit"),
        ]
    )
    text = (
        whole
        + "trois;cases;seulement\r\n"
        + csv_text([row()])
        .split("\r\n", 1)[1]
        .replace("Petits", "Pe\x00tits")
        .replace("F-001", "F-3")
        .replace("Acheter", "Ache\x00ter")
    )
    file = read(written(tmp_path, text))
    # Each row of the training takes two lines.
    lines = ", ".join(str(4 + 2 * number) for number in range(10))
    assert said(file) == [
        ("F270", 32, "32"),
        ("F271", 4, lines),
        ("F272", 28, "28"),
        ("F273", 33, "33"),
        ("F274", 30, "30"),
    ]
    assert [one.message.parameters["count"] for one in file.issues] == [1, 12, 1, 1, 1]
    assert [one.title for one in file.offers] == ["Acheter autrement", "Ache ter autrement"]
    assert {one.severity for one in file.issues} == {"warning"}


def test_a_file_without_its_columns_is_refused_and_says_which(tmp_path: Path) -> None:
    file = read(written(tmp_path, "nom_off;intitule_formation;prix\r\na;b;c\r\n"))
    assert [(one.code, one.message.parameters["columns"]) for one in file.issues] == [("F174", "nom_of")]
    assert "nom_off" in str(file.issues[0].message.parameters["nearest"])
    assert (file.offers, file.read) == ((), 0)


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "F179", 0),
        (b"\xef\xbb\xbf\r\n \r\n", "F179", 0),
        ("nom_of;intitule_formation".encode("utf-16"), "F105", 1),
        (b'"nom_of;intitule', "F149", 1),
        (b"x" * (LONGEST_ROW + 1), "F173", 1),
        (b"nom_of;intitule_formation\n" + b"x" * (3 * LONGEST_ROW), "F173", 2),
        (b'nom_of;intitule_formation\na;b\n"a;b\n', "F149", 3),
        (b'nom_of;intitule_formation\na;b\n"a;b\n' + b"c;d\n" * LONGEST_ROW, "F149", 3),
        (b"PK\x03\x04 non", "F170", 0),
        (b"\x1f\x8b non", "F170", 1),
        (zipped({"a.csv": "", "b.csv": ""}), "F172", 0),
        (zipped({"a.txt": ""}), "F172", 0),
        (gzipped(BOMB), "F171", 0),
        (zipped({"a.csv": BOMB}), "F171", 0),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_damaged_file_gives_an_issue_at_its_place(
    tmp_path: Path, content: bytes, code: str, line: int
) -> None:
    file = read(written(tmp_path, content))
    assert [(one.code, one.place.line) for one in file.issues] == [(code, line)]


def test_a_truncated_archive_keeps_what_was_read_and_says_where_it_stopped(tmp_path: Path) -> None:
    chance = random.Random(1)
    rows = [
        row(numero_formation=str(number), siret=str(number), points_forts=chance.randbytes(400).hex())
        for number in range(4_000)
    ]
    packed = gzipped(csv_text(rows))
    file = read(written(tmp_path, packed[: len(packed) * 3 // 4]))
    assert [one.code for one in file.issues] == ["F170"]
    assert 1_000 < len(file.offers) < 4_000
    assert file.issues[0].place.line == 2 * len(file.offers) + 2


def test_there_is_no_such_file(tmp_path: Path) -> None:
    assert [one.code for one in read(tmp_path / "rien.csv").issues] == ["F101"]
    assert [one.code for one in read(tmp_path).issues] == ["F102"]


HEAD = csv_text([TRAINING]).encode()


@given(st.binary(max_size=200), st.integers(0, len(HEAD)), st.sampled_from(["plain", "gzip"]))
def test_no_bytes_raise_anything(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int, packing: str
) -> None:
    content = HEAD[:at] + noise + HEAD[at + len(noise) // 2 :]
    packed = gzipped(content)
    if packing == "gzip":
        content = packed[:at] + noise + packed[at:]
    path = written(tmp_path_factory.getbasetemp(), content, "noise.csv")
    file = read(path)
    assert file.offers or file.issues or file.read <= 2
