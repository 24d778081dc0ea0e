"""What is guessed of a spreadsheet, how surely, and the file that says it and reads back as the same."""

from pathlib import Path

import pytest
from builders import catalog
from foreign_tables import write_anfh, write_cnfpt, write_igpde, write_xlsx
from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.catalog.intake.mapping import COLUMN_FIELDS, TableMapping
from buyer_skills.catalog.intake.mapping_files import read_mapping
from buyer_skills.catalog.intake.mapping_guesses import GuessedColumn, GuessedColumns, guess_mapping
from buyer_skills.catalog.intake.mapping_text import mapping_text
from buyer_skills.catalog.regions import REGIONS
from buyer_skills.messages import Message
from buyer_skills.views.mapping_view import mapping_report


def guessed(path: Path) -> tuple[TableMapping, GuessedColumns]:
    mapping, columns, issues = guess_mapping(path, path.name)
    assert mapping is not None
    assert issues == ()
    return mapping, columns


def by_heading(columns: GuessedColumns) -> dict[str, tuple[str, str]]:
    return {one.heading: (one.field, one.sureness) for one in columns.columns}


def test_an_export_with_titles_above_and_sections_is_understood(tmp_path: Path) -> None:
    mapping, columns = guessed(write_cnfpt(tmp_path))
    assert by_heading(columns) == {
        "Code stage": ("code", "sure"),
        "Libellé de la formation": ("title", "sure"),
        "Durée (j)": ("days", "likely"),
        "Modalité": ("modality", "likely"),
        "Délégation": ("region", "sure"),
        "Date de début": ("session_start", "likely"),
        "Date de fin": ("session_end", "sure"),
        "Places": ("session_seats", "sure"),
        "Prix collectivités non affiliées": ("price", "sure"),
    }
    assert (columns.sheet, columns.heading_row, columns.heading_lines, columns.rows) == ("Export", 4, 1, 6)
    assert (mapping.registry, mapping.provider, mapping.sheet) == ("export-cnfpt", "cnfpt", "Export")
    assert mapping.source.title == "Offre inventée du CNFPT, achat public"
    modality = columns.columns[3]
    assert modality.samples == ("Présentiel", "Classe virtuelle")
    assert modality.unknown_words == ("Sur le terrain",)
    assert modality.reason == Message("mapping.reason.some", {"understood": 3, "total": 4})


def test_headings_on_two_lines_are_joined_and_members_are_those_of_the_body(tmp_path: Path) -> None:
    mapping, columns = guessed(write_anfh(tmp_path))
    assert by_heading(columns) == {
        "N°": ("code", "sure"),
        "Intitulé du stage": ("title", "sure"),
        "Durée / jours": ("days", "sure"),
        "Durée / heures": ("hours", "sure"),
        "Tarifs / Adhérent": ("price_hospitalier", "likely"),
        "Tarifs / Non adhérent": ("price", "sure"),
        "Sessions / Du": ("session_start", "sure"),
        "Sessions / au": ("session_end", "sure"),
        "Public visé": ("audience", "sure"),
    }
    assert (columns.heading_row, columns.heading_lines, mapping.provider) == (2, 2, "anfh")


def test_a_text_file_of_older_windows_is_understood(tmp_path: Path) -> None:
    mapping, columns = guessed(write_igpde(tmp_path))
    assert by_heading(columns) == {
        "Réf.": ("code", "sure"),
        "Formation": ("title", "sure"),
        "Durée": ("days", "likely"),
        "Objectifs": ("aims", "sure"),
        "Pré-requis": ("entry_note", "sure"),
        "Lien": ("url", "likely"),
        "Tarif agents de l'État": ("price_etat", "sure"),
        "Tarif autres publics": ("price_autre", "likely"),
        "Dates des sessions": ("session_start", "sure"),
        "Contact": ("ignored", "likely"),
    }
    assert (mapping.sheet, columns.sheet) == (None, "")
    # What may be the names of people is not shown.
    assert columns.columns[-1].samples == ()


def test_values_tell_what_headings_do_not(tmp_path: Path) -> None:
    rows = (
        ("Code", "Objet", "Quand", "Combien", "Temps", "Où", "Visa", "Durée"),
        ("X1", "Premier stage bien inventé", "12/03/2027", "450 €", "2 jours", "Bretagne", "V", 14),
        ("X2", "Second stage bien inventé", "15/03/2027", "320 €", "1 jour", "Normandie", "V", 7),
    )
    columns = guessed(write_xlsx(tmp_path / "stages.xlsx", rows))[1]
    assert by_heading(columns) == {
        "Code": ("code", "sure"),
        "Objet": ("title", "unsure"),
        "Quand": ("session_start", "unsure"),
        "Combien": ("price", "unsure"),
        "Temps": ("days", "unsure"),
        "Où": ("region", "unsure"),
        "Visa": ("ignored", "unknown"),
        "Durée": ("hours", "likely"),
    }


def test_values_unlike_what_a_heading_announces_leave_the_column_aside(tmp_path: Path) -> None:
    rows = (
        ("Code", "Intitulé", "Date de début"),
        ("X1", "Premier stage inventé", "oui"),
        ("X2", "Second", "non"),
    )
    column = guessed(write_xlsx(tmp_path / "stages.xlsx", rows))[1].columns[2]
    said = Message("mapping.reason.unlike", {"field": Message("mapping.field.session-start")})
    assert (column.field, column.sureness, column.reason) == ("ignored", "unknown", said)


def test_of_two_columns_for_one_field_the_surer_is_kept_and_the_other_named(tmp_path: Path) -> None:
    rows = (
        ("Réf.", "Intitulé", "Prix", "Tarif TTC"),
        ("X1", "Premier stage inventé", "selon les cas", 450),
        ("X2", "Second stage inventé", 320, 320),
    )
    path = write_xlsx(tmp_path / "stages.xlsx", rows)
    _, columns, issues = guess_mapping(path, path.name)
    assert [by_heading(columns)[one] for one in ("Prix", "Tarif TTC")] == [
        ("ignored", "unsure"),
        ("price", "sure"),
    ]
    assert [(one.code, one.place.cell, one.message.parameters["kept"]) for one in issues] == [
        ("I227", "C1", "Tarif TTC")
    ]


def test_a_provider_of_the_catalogue_is_known_by_its_name_above_the_table(tmp_path: Path) -> None:
    known = catalog(providers=[{"id": "institut-x", "title": "Institut de l'achat"}])
    rows = (("Offre de l'Institut de l'Achat",), ("Code", "Intitulé", "Prix"), ("X1", "Un stage inventé", 3))
    path = write_xlsx(tmp_path / "stages.xlsx", rows)
    mapping = guess_mapping(path, path.name, known)[0]
    assert mapping is not None
    assert mapping.provider == "institut-x"


@pytest.mark.parametrize("content", ["", "rien\n", "a;b\n1;2\n", "Bonjour,\nvoici notre offre.\n"])
def test_what_is_no_table_gives_no_mapping(content: str, tmp_path: Path) -> None:
    path = tmp_path / "offre.csv"
    path.write_text(content, encoding="utf-8")
    mapping, columns, issues = guess_mapping(path, "offre.csv")
    assert mapping is None
    assert columns.columns == ()
    assert [one.severity for one in issues] == ["error"]


def test_the_file_to_correct_says_what_was_seen(tmp_path: Path) -> None:
    text = mapping_text(*guessed(write_cnfpt(tmp_path))).decode()
    assert (
        "  # valeurs : « 2 », « 3 x 2 jours »\n"
        "  # probable : le titre le dit ; valeurs comprises ainsi : 4 sur 5\n"
        "  Durée (j): days\n"
    ) in text
    assert text.endswith("# values:\n#   modality:\n#     Sur le terrain:\n")
    english = mapping_text(*guessed(write_cnfpt(tmp_path)), "en").decode()
    assert "  # likely: the heading says so; values understood so: 4 of 5\n" in english


def test_a_body_that_nothing_says_is_asked_for(tmp_path: Path) -> None:
    rows = (("Code", "Intitulé", "Prix"), ("X1", "Un stage inventé", 3))
    path = write_xlsx(tmp_path / "stages.xlsx", rows)
    mapping, columns, _ = guess_mapping(path, path.name)
    assert mapping is not None
    text = mapping_text(mapping, columns)
    assert b"\n# provider:\n" in text
    read, issues = read_mapping(text, "stages.yaml")
    assert read is None
    assert [one.code for one in issues] == ["I124"]


@pytest.mark.parametrize("write", [write_cnfpt, write_anfh, write_igpde])
def test_the_file_reads_back_as_the_same_mapping(write: object, tmp_path: Path) -> None:
    assert callable(write)
    path = write(tmp_path)
    mapping, columns = guessed(path)
    assert read_mapping(mapping_text(mapping, columns), "m.yaml", (path, path.name)) == (mapping, ())


WORDS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)
TEXTS = WORDS.filter(bool)
MAPPINGS = st.builds(
    lambda headings, fields, texts, regions, row: TableMapping.model_validate(
        {
            "registry": "offre",
            "source": {"title": texts[0], "publisher": texts[1], "date": "2026-11"},
            "provider": texts[2],
            "sheet": texts[3],
            "heading_row": row,
            "columns": {"Intitulé": "title"}
            | {f"{one} ": field for one, field in zip(headings, fields, strict=False)},
            "values": {"region": dict.fromkeys(headings, regions), "degree_level": {texts[0]: 6}},
        }
    ),
    st.lists(TEXTS, max_size=4, unique=True),
    st.lists(st.sampled_from(["ignored", "aims", "session_start"]), min_size=4, max_size=4),
    st.lists(TEXTS, min_size=4, max_size=4),
    st.sampled_from(sorted(REGIONS)),
    st.none() | st.integers(1, 99),
)


@given(MAPPINGS, st.lists(TEXTS, max_size=2))
def test_any_mapping_reads_back_from_its_file(mapping: TableMapping, samples: list[str]) -> None:
    columns = tuple(
        GuessedColumn(
            number, heading, field, "sure", Message("mapping.reason.agree"), tuple(samples), tuple(samples)
        )
        for number, (heading, field) in enumerate(mapping.columns.items(), 1)
    )
    assert {one.field for one in columns} <= set(COLUMN_FIELDS)
    text = mapping_text(mapping, GuessedColumns("offre.xlsx", columns=columns))
    assert read_mapping(text, "m.yaml") == (mapping, ())


PEOPLE = [
    "Conseiller formation",
    "Conseillère formation",
    "Conseiller(ère) formation",
    "Responsable",
    "Gestionnaire",
    "Assistante",
    "Chargé de mission",
    "Chargé(e) de mission",
    "Suivi par",
    "Dossier suivi par",
    "Animateur",
    "Coordinateur",
    "Coordonnatrice",
    "Chef de projet",
    "Correspondant",
    "Adresse mail",
    # Headings that say nothing of what they hold: values tell.
    "Visa",
    "Divers",
    # Nor do values fit these headings.
    "Tarif",
    "Type",
]
NAMES = [
    ("M. Zorgl", "Mme Vlouk"),
    ("Ysandre ZORGL", "VLOUK Bertille"),
    ("zorgl@exemple.invalid", "01 99 00 12 34"),
    (199001234, "z.vlouk@exemple.invalid"),
]


@pytest.mark.parametrize("names", NAMES, ids=str)
@pytest.mark.parametrize("heading", PEOPLE)
def test_nothing_of_people_is_shown_or_written(
    heading: str, names: tuple[str | int, ...], tmp_path: Path
) -> None:
    rows = (
        ("Offre suivie par Mme Vlouk",),
        ("Code", "Intitulé", "Durée en jours", heading),
        ("X1", "Premier stage inventé", 2, names[0]),
        ("X2", "Second stage inventé", 3, names[1]),
    )
    path = write_xlsx(tmp_path / "stages.xlsx", rows)
    mapping, columns, _ = guess_mapping(path, path.name)
    assert mapping is not None
    written = mapping_text(mapping, columns).decode()
    shown = repr(mapping_report(columns, "m.yaml", "fr"))
    for name in (*names, "Vlouk"):
        assert str(name) not in written
        assert str(name) not in shown
    assert mapping.columns["Intitulé"] == "title"


def test_a_column_of_people_is_not_taken_for_the_title(tmp_path: Path) -> None:
    rows = (
        ("Code", "Objet", "Visa"),
        ("X1", "Un stage bien inventé", "Mme Bertille Vlouk-Zorgl de la Tour"),
        ("X2", "Un autre", "M. Ysandre Zorgl-Vlouk de la Motte"),
    )
    columns = guessed(write_xlsx(tmp_path / "stages.xlsx", rows))[1]
    assert by_heading(columns) == {
        "Code": ("code", "sure"),
        "Objet": ("title", "unsure"),
        "Visa": ("ignored", "likely"),
    }


def test_an_offer_is_known_by_the_same_name_each_year(tmp_path: Path) -> None:
    rows = (("Code", "Intitulé", "Prix"), ("X1", "Un stage inventé", 3))
    for name, registry in (("Offre CNFPT 2027.xlsx", "offre-cnfpt"), ("2027.xlsx", "offre")):
        assert guessed(write_xlsx(tmp_path / name, rows))[0].registry == registry


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("jours", "days"),
        ("heures", "hours"),
        ("intitulé", "title"),
        ("prix", "price"),
        ("lieu", "place"),
        ("organisme", "provider"),
        ("modalitée", "modality"),
        ("dayz", "days"),
    ],
)
def test_a_field_written_in_french_is_offered_as_ours(written: str, field: str) -> None:
    text = (
        "format_version: 1\nregistry: offre\nsource: {title: Offre}\nprovider: cnfpt\n"
        f"columns: {{Intitulé: title, Autre: {written}}}\n"
    )
    issues = read_mapping(text.encode(), "m.yaml")[1]
    assert [(one.code, one.message.parameters["nearest"]) for one in issues] == [
        ("D106", Message("issues.nearest", {"name": field}))
    ]


def _by_body(provider: str) -> list[tuple[str, object]]:
    known = catalog(
        providers=[
            {"id": "cnfpt", "title": "Centre national inventé (CNFPT)"},
            {"id": "institut-x", "title": "Institut de l'achat inventé"},
            {"id": "inet-x", "title": "Une école inventée (CNFPT)"},
        ]
    )
    text = (
        f"format_version: 1\nregistry: offre\nsource: {{title: Offre}}\nprovider: {provider}\n"
        "columns: {Intitulé: title}\n"
    )
    mapping, issues = read_mapping(text.encode(), "m.yaml", None, known)
    assert mapping is not None
    return [(one.code, one.message.parameters["nearest"]) for one in issues]


@pytest.mark.parametrize(
    ("provider", "body"),
    [("CNFTP", "cnfpt"), ("Institut de l'achats inventé", "institut-x"), ("institutx", "institut-x")],
)
def test_a_body_nearly_known_is_told(provider: str, body: str) -> None:
    assert _by_body(provider) == [("I232", Message("issues.nearest", {"name": body}))]


@pytest.mark.parametrize(
    "provider", ["cnfpt", "CNFPT", "Centre national inventé", "SARL Institut de l'Achat inventé", "Bidule"]
)
def test_a_body_that_is_known_or_quite_new_is_not_told(provider: str) -> None:
    assert _by_body(provider) == []


def test_a_renamed_column_is_told_with_those_that_nothing_describes(tmp_path: Path) -> None:
    rows = (("Cote", "Intitulé", "Durée (jours)", "Prix"), ("X1", "Un stage inventé", 2, 3))
    path = write_xlsx(tmp_path / "stages.xlsx", rows)
    text = (
        "format_version: 1\nregistry: offre\nsource: {title: Offre}\nprovider: cnfpt\n"
        "columns: {Cote: code, Intitulé: title, Durée en jours: days}\n"
    )
    (found,) = read_mapping(text.encode(), "m.yaml", (path, path.name))[1]
    assert found.code == "I128"
    assert found.message.parameters["nearest"] == Message("issues.nearest", {"name": "Durée (jours)"})
    assert found.message.parameters["others"] == Message(
        "issues.I128.others", {"headings": ("Durée (jours)", "Prix")}
    )
