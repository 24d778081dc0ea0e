"""Spreadsheets of training bodies into offers: exact ones, and every value that is left unknown is named."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from damaged_workbooks import parts_of
from foreign_tables import Cells, ods_bytes, write_anfh, write_cnfpt, write_igpde, write_xlsx

from buyer_skills.catalog.bundled import bundled_example
from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake.mapping import TableMapping
from buyer_skills.catalog.intake.mapping_files import read_mapping
from buyer_skills.catalog.intake.mapping_guesses import guess_mapping
from buyer_skills.catalog.intake.offers import Offer, OfferFile, OfferSession
from buyer_skills.catalog.intake.table_reading import read_table
from buyer_skills.catalog.intake_rules import IntakeRule
from buyer_skills.issues import Place
from buyer_skills.sources.zipping import zip_of

DAY = "2026-11-25"


def offers_of(path: Path) -> OfferFile:
    """Read a spreadsheet by the mapping that is guessed of it."""
    mapping, _, issues = guess_mapping(path, path.name)
    assert mapping is not None
    assert issues == ()
    return read_table(path, path.name, mapping, DAY)


def said(file: OfferFile) -> list[tuple[str, str]]:
    return [(one.code, one.place.cell) for one in file.issues]


def read(folder: Path, rows: Cells, columns: dict[str, str], **keys: Any) -> OfferFile:
    """Read rows by a mapping of their columns."""
    mapping = TableMapping.model_validate(
        {"registry": "essai", "source": {"title": "Essai"}, "provider": "invente", "columns": columns, **keys}
    )
    path = write_xlsx(folder / "essai.xlsx", rows)
    return read_table(path, "essai.xlsx", mapping, DAY)


def test_rows_of_one_training_are_one_offer_with_its_sessions(tmp_path: Path) -> None:
    file = offers_of(write_cnfpt(tmp_path))
    assert file.offers == (
        Offer(
            key="INV01",
            code="INV01",
            title="Semer des clauses vertes (inventé)",
            provider="cnfpt",
            place=Place("export-cnfpt.xlsx", 6, 2, "Export"),
            kind="course",
            days=2,
            price_eur=450,
            modality="presentiel",
            sessions=(
                OfferSession("2027-03-12", "2027-03-13", "Hauts-de-France", 15),
                OfferSession("2027-04-05", "2027-04-06", "Bretagne", 12),
            ),
        ),
        Offer(
            key="INV02",
            code="INV02",
            title="Dompter un accord-cadre (inventé)",
            provider="cnfpt",
            place=Place("export-cnfpt.xlsx", 8, 2, "Export"),
            kind="course",
            days=6,
            price_eur=1200,
            region="national",
            modality="distanciel",
            sessions=(OfferSession("2027-03"),),
        ),
        Offer(
            key="INV03",
            code="INV03",
            title="Le bon besoin, ni plus ni moins (inventé)",
            provider="cnfpt",
            place=Place("export-cnfpt.xlsx", 9, 2, "Export"),
            kind="course",
        ),
    )
    assert (file.read, file.kept_by) == (3, {})
    assert file.source == {
        "id": "export-cnfpt",
        "title": "Offre inventée du CNFPT, achat public",
        "seen": DAY,
    }
    assert said(file) == [("I221", "A5"), ("I220", "C9"), ("I220", "D9"), ("I220", "F9")]
    assert file.issues[0].message.parameters["rows"] == "5, 11"
    assert file.issues[1].message.parameters["found"] == "deux semaines"


def test_a_session_on_a_row_of_its_own_is_of_the_training_above(tmp_path: Path) -> None:
    file = offers_of(write_anfh(tmp_path))
    first, second, third = file.offers
    assert first == Offer(
        key="7",
        code="7",
        title="Acheter des draps sans faux pli (inventé)",
        provider="anfh",
        place=Place("export-anfh.ods", 4, 2, "Offre"),
        kind="course",
        hours=10.5,
        days=1.5,
        price_eur=320,
        prices={"hospitalier": 0},
        audience="Acheteurs",
        sessions=(OfferSession("2027-03-12", "2027-03-13"), OfferSession("2027-09-20", "2027-09-21")),
    )
    assert (second.price_eur, second.prices, second.sessions) == (None, {"hospitalier": 0}, ())
    # Its last day is before its first: it is left unknown.
    assert third.sessions == (OfferSession("2027-10-05"),)
    assert said(file) == [("I220", "H7")]


def test_prices_by_family_and_several_sessions_in_a_cell(tmp_path: Path) -> None:
    file = offers_of(write_igpde(tmp_path))
    first, second = file.offers
    assert (first.days, first.hours, first.prices) == (2, None, {"etat": 0})
    assert (first.url, first.entry_note) == ("https://exemple.invalid/ig-1", "")
    assert first.sessions == (OfferSession("2027-03-12", "2027-03-13"),)
    assert (second.title, second.hours) == ("Acheter l'œuvre d'un code libre (inventé)", 14)
    assert (second.prices, second.url) == ({"etat": 0, "autre": 600}, "")
    assert second.sessions == (OfferSession("2027-04-12"), OfferSession("2027-05-03"))
    assert said(file) == [("I220", "H2"), ("I220", "F3")]


def test_the_example_is_read_by_its_own_mapping() -> None:
    table, mapping = (bundled_example(f"offres/offre-inventee.{one}") for one in ("csv", "yaml"))
    by, issues = read_mapping(mapping, mapping.name, (table, table.name))
    assert by is not None
    assert issues == ()
    file = read_table(table, table.name, by, DAY)
    assert [(one.key, one.days, one.hours, dict(one.prices), len(one.sessions)) for one in file.offers] == [
        ("A-01", 2, None, {"territorial": 0, "hospitalier": 320, "autre": 640}, 2),
        ("A-02", 1.5, None, {"territorial": 0, "hospitalier": 250}, 1),
        ("B-01", 2, 14, {"territorial": 0, "hospitalier": 320}, 1),
        ("B-02", None, 7, {"territorial": 0, "autre": 320}, 0),
    ]
    # Its place is known, not its dates; its way of following is explained by the mapping.
    assert (file.offers[3].location, file.offers[3].modality) == ("Lille", "presentiel")
    assert said(file) == [("I221", "A4"), ("I220", "I9"), ("I220", "J10")]


def test_without_a_code_a_training_is_known_by_its_body_and_title(tmp_path: Path) -> None:
    rows = (
        ("Intitulé", "Organisme", "Date"),
        ("Premier stage", "Un organisme", dt.date(2027, 3, 12)),
        ("PREMIER  STAGE", "Un organisme", dt.date(2027, 4, 12)),
        ("Premier stage", "Un autre", dt.date(2027, 5, 12)),
    )
    file = read(tmp_path, rows, {"Intitulé": "title", "Organisme": "provider", "Date": "session_start"})
    assert [(one.key, len(one.sessions)) for one in file.offers] == [
        ("un-organisme-premier-stage", 2),
        ("un-autre-premier-stage", 1),
    ]


def test_rows_that_differ_are_said_and_the_first_is_kept(tmp_path: Path) -> None:
    rows = (("Code", "Intitulé", "Durée", "Prix"), ("X", "Un stage", 14, 450), ("X", "Un stage", 7, 450))
    columns = {"Code": "code", "Intitulé": "title", "Durée": "hours", "Prix": "price"}
    file = read(tmp_path, rows, columns)
    assert [(one.hours, one.price_eur) for one in file.offers] == [(14, 450)]
    assert said(file) == [("I222", "C3")]
    parameters = file.issues[0].message.parameters
    assert (parameters["kept"], parameters["found"], parameters["title"]) == ("14", "7", "Un stage")


def test_a_code_of_two_titles_stands_for_two_trainings(tmp_path: Path) -> None:
    rows = (("Code", "Intitulé", "Prix"), ("X", "Un stage", 1), ("X", "Un autre", 2), ("X", "Un stage", 1))
    file = read(tmp_path, rows, {"Code": "code", "Intitulé": "title", "Prix": "price"})
    assert [(one.key, one.code, one.price_eur) for one in file.offers] == [
        ("X", "X", 1),
        ("X un-autre", "X", 2),
    ]
    assert said(file) == [("I229", "B3")]


def test_a_key_of_its_own_comes_before_the_code(tmp_path: Path) -> None:
    rows = (("Clé", "Code", "Intitulé"), ("k1", "X", "Un stage"), ("k2", "X", "Un autre"))
    file = read(tmp_path, rows, {"Clé": "key", "Code": "code", "Intitulé": "title"})
    assert [(one.key, one.code) for one in file.offers] == [("k1", "X"), ("k2", "X")]


def test_a_heading_may_say_the_year_of_its_dates(tmp_path: Path) -> None:
    rows = (("Intitulé", "Dates 2027", "Prix"), ("Un stage", "12-13 mars\n4 juin", 3))
    (offer,) = read(
        tmp_path, rows, {"Intitulé": "title", "Dates 2027": "session_start", "Prix": "price"}
    ).offers
    assert offer.sessions == (OfferSession("2027-03-12", "2027-03-13"), OfferSession("2027-06-04"))


def test_several_columns_of_sessions_texts_and_codes_add_up(tmp_path: Path) -> None:
    headings = (
        "Intitulé",
        "Session 1",
        "Lieu 1",
        "Session 2",
        "Lieu 2",
        "But",
        "Suite",
        "F1",
        "F2",
        "Titre visé",
    )
    row = (
        "Un stage",
        "12/03/2027",
        "Lille",
        "mai 2027",
        "Arras",
        "Savoir",
        "Faire",
        34024,
        "13209 Droit",
        "RNCP 35149",
    )
    columns = dict(
        zip(
            headings,
            (
                "title",
                *("session_start", "session_place") * 2,
                "aims",
                "aims",
                *("formacodes",) * 2,
                "certification",
            ),
            strict=True,
        )
    )
    (offer,) = read(tmp_path, (headings, row), columns).offers
    assert offer.sessions == (OfferSession("2027-03-12", "", "Lille"), OfferSession("2027-05", "", "Arras"))
    assert (offer.aims, offer.formacodes, offer.certification) == (
        "Savoir\nFaire",
        ("34024", "13209"),
        "RNCP35149",
    )


def test_rules_keep_some_trainings_and_count_them(tmp_path: Path) -> None:
    rule = IntakeRule.model_validate({"id": "clauses", "title": "Clauses", "title_words": ["clauses vertes"]})
    path = write_cnfpt(tmp_path)
    mapping = guess_mapping(path, path.name)[0]
    assert mapping is not None
    file = read_table(path, path.name, mapping, DAY, Keeping.of([rule]))
    assert ([one.key for one in file.offers], file.read, file.kept_by) == (["INV01"], 3, {"clauses": 1})


def test_merged_cells_cost_nothing_to_further_sessions_of_a_training(tmp_path: Path) -> None:
    rows = (
        ("Intitulé", "Durée (j)", "Date"),
        ("Un stage", 2, "12/03/2027"),
        (None, None, "12/05/2027"),
        ("Un autre", 1, "nc"),
    )
    path = write_xlsx(tmp_path / "stages.xlsx", rows, merged=["A2:A3", "B2:B3"])
    mapping = TableMapping.model_validate(
        {
            "registry": "stages",
            "source": {"title": "Stages"},
            "provider": "invente",
            "columns": {"Intitulé": "title", "Durée (j)": "days", "Date": "session_start"},
        }
    )
    file = read_table(path, path.name, mapping, DAY)
    assert [(one.days, len(one.sessions)) for one in file.offers] == [(2, 2), (1, 0)]
    assert file.issues == ()


def test_an_error_leaves_no_offer(tmp_path: Path) -> None:
    rows = (("Code", "Intitulé"), ("X", "Un stage"))
    file = read(tmp_path, rows, {"Code": "code", "Libellé": "title"}, heading_row=1)
    assert (file.offers, file.read) == ((), 0)
    assert [one.code for one in file.issues] == ["I128"]


@pytest.mark.parametrize("suffix", ["csv", "tsv", "txt"])
def test_text_files_are_read_by_their_own_sign(suffix: str, tmp_path: Path) -> None:
    text = "Code\tIntitulé\tPrix\nX\tActer, puis suivre ; solder\t1,5\n"
    path = tmp_path / f"stages.{suffix}"
    path.write_bytes(text.encode("utf-16"))
    mapping = TableMapping.model_validate(
        {
            "registry": "stages",
            "source": {"title": "Stages"},
            "provider": "invente",
            "columns": {"Code": "code", "Intitulé": "title", "Prix": "price"},
        }
    )
    file = read_table(path, path.name, mapping, DAY)
    assert [(one.title, one.price_eur) for one in file.offers] == [("Acter, puis suivre ; solder", 1.5)]


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_results_stored_beside_formulas_are_read_and_said_once(form: str, tmp_path: Path) -> None:
    rows = (
        ("Code", "Intitulé", "Durée en jours", "Prix"),
        ("X1", "Premier stage inventé", 2, 450),
        ("X2", "Second stage inventé", 3, 600),
        ("X3", "Troisième stage inventé", 1, 300),
    )
    path = tmp_path / f"offre-cnfpt.{form}"
    if form == "xlsx":
        write_xlsx(path, rows)
        changes = {
            r'<c r="C3"><v>3</v>': '<c r="C3"><f>1+2</f><v>3</v>',
            r'<c r="C4"><v>1</v>': '<c r="C4"><f>2-1</f><v>1</v>',
            r'<c r="D3"><v>600</v>': '<c r="D3"><f>300*2</f>',
            r'<c r="D4"><v>300</v>': '<c r="D4" t="str"><f>""</f><v></v>',
        }
        part = "xl/worksheets/sheet1.xml"
    else:
        path.write_bytes(ods_bytes("Offre", rows, {}))
        changes = {
            r'<table:table-cell office:value-type="float" office:value="3"': "<table:table-cell "
            'table:formula="of:=1+2" office:value-type="float" office:value="3"',
            r'<table:table-cell office:value-type="float" office:value="1"': "<table:table-cell "
            'table:formula="of:=2-1" office:value-type="float" office:value="1"',
            r'<table:table-cell office:value-type="float" office:value="600"': "<table:table-cell "
            'table:formula="of:=300*2"',
            r'<table:table-cell office:value-type="float" office:value="300"': "<table:table-cell "
            'table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""',
        }
        part = "content.xml"
    parts = parts_of(path.read_bytes())
    text = parts[part].decode()
    for found, put in changes.items():
        assert text.count(found) == 1
        text = text.replace(found, put)
    path.write_bytes(zip_of(parts | {part: text.encode()}))

    file = offers_of(path)
    assert [(one.days, one.price_eur) for one in file.offers] == [(2, 450), (3, None), (1, None)]
    # The empty text that a formula gives is a result: nothing is missing.
    assert said(file) == [("I320", "C3"), ("I224", "D3")]
    assert [one.message.parameters["count"] for one in file.issues] == [2, 1]


def test_rows_without_a_title_are_shown_by_their_first_words(tmp_path: Path) -> None:
    rows = (
        ("Code", "Intitulé", "Durée en jours"),
        ("X1", "Premier stage inventé", 2),
        ("Achats responsables, circulaires et tout le reste", None, None),
        ("Mme Vlouk", None, 3),
        (None, None, 4),
    )
    file = read(tmp_path, rows, {"Code": "code", "Intitulé": "title", "Durée en jours": "days"})
    (found,) = file.issues
    assert found.code == "I221"
    assert found.message.parameters["rows"] == "3-5"
    assert found.message.parameters["examples"] == (
        "3 « Achats responsables, circulai… »",
        "4 « … »",
        "5 « … »",
    )


def test_the_remedy_of_a_value_is_one_for_its_field(tmp_path: Path) -> None:
    rows = (
        ("Intitulé", "Prix", "Modalité", "Durée", "Date"),
        ("Premier stage inventé", "450 € HT", "au calme", "peu", "bientôt"),
    )
    columns = {
        "Intitulé": "title",
        "Prix": "price",
        "Modalité": "modality",
        "Durée": "days",
        "Date": "session_start",
    }
    file = read(tmp_path, rows, columns)
    assert [one.hint and one.hint.parameters["advice"].key for one in file.issues] == [
        "issues.I220.price",
        "issues.I220.words",
        "issues.I220.duration",
        "issues.I220.date",
    ]
