"""A search as a report: its first lines, how a record is told, what is said when nothing is found."""

from typing import Any

import pytest
from builders import DAY, catalog
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.search.results import SEARCH_KINDS, SearchScope
from buyer_skills.analyses.search.searching import search
from buyer_skills.catalog.profiles import ProfileKind
from buyer_skills.catalog.trainings import TrainingKind
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.report_view import ReportView
from buyer_skills.views.search_view import kind_names, search_report

RECORDS: dict[str, Any] = {
    "competencies": [
        {
            "id": "sourcing",
            "title": {"fr": "Sourcing", "en": "Market sounding"},
            "description": {"fr": "Rencontrer les entreprises.", "en": "Meeting firms."},
            "themes": ["pme"],
        }
    ],
    "themes": [{"id": "pme", "title": {"fr": "Petites entreprises", "en": "Small firms"}}],
    "trainings": [
        {"id": "cours", "title": "Sourcing", "provider": "cnfpt"},
        {"id": "tutorat", "title": "Sourcing accompagné", "kind": "practice", "evidence": "generic"},
        {"id": "jadis", "title": "Vieux sourcing", "status": "history", "page_date": "2015"},
    ],
    "profiles": [{"id": "charge", "title": "Chargée de sourcing / Chargé de sourcing"}],
    "providers": [{"id": "cnfpt", "title": "CNFPT"}],
}


def searched(query: str, language: str = "fr", **scope: Any) -> ReportView:
    graph = SkillGraph.of(catalog(**RECORDS), DAY)
    result = search(graph, query, SearchScope(**scope), language, kind_names(language))
    return search_report(result, graph, language)


def rows(report: ReportView) -> list[list[tuple[str, str]]]:
    table = table_named(section_at(report, "resultats"))
    return [[(cell.text, cell.detail) for cell in row] for row in table.rows]


def test_a_record_is_told_by_title_id_kind_and_the_line_where_the_words_are() -> None:
    report = searched("sourcing")
    assert rows(report) == [
        [("Sourcing", "sourcing"), ("Rencontrer les entreprises.", "compétence ; trouvé dans : titre")],
        [("Sourcing", "cours"), ("Sourcing", "formation, CNFPT ; trouvé dans : titre")],
        [
            ("Sourcing accompagné", "tutorat"),
            ("Sourcing accompagné", "mise en situation accompagnée ; trouvé dans : titre"),
        ],
        [
            ("Chargée de sourcing / Chargé de sourcing", "charge"),
            ("Chargée de sourcing / Chargé de sourcing", "fiche métier ; trouvé dans : titre"),
        ],
    ]
    assert report.lead == (
        "4 fiches trouvées : 1 compétence, 1 profil de métier, 2 formations.",
        "En tête : Sourcing (compétence).",
        "Pour ouvrir une fiche, l'identifiant écrit sous son titre : « buyer-skills show sourcing ».",
    )
    assert report.subtitle == (
        "1 formation terminée ou gardée pour mémoire n'est pas montrée (--all la montre)."
    )


def test_what_sorts_records_is_opened_by_its_prefixed_name() -> None:
    report = searched("petites entreprises")
    assert rows(report)[0][0] == ("Petites entreprises", "theme:pme")
    assert "« buyer-skills show theme:pme »" in report.lead[2]


def test_what_is_past_says_so_and_comes_last() -> None:
    report = searched("sourcing", all=True)
    said = "formation (terminée, ou gardée pour mémoire) ; trouvé dans : titre"
    assert rows(report)[-1] == [("Vieux sourcing", "jadis"), ("Vieux sourcing", said)]
    assert report.subtitle == ""


def test_a_record_that_lacks_a_word_says_which() -> None:
    said = {row[0][1]: row[1][1] for row in rows(searched("sourcing petites entreprises"))}
    assert said == {
        "theme:pme": "thème ; trouvé dans : titre ; sans « sourcing »",
        "sourcing": "compétence ; trouvé dans : titre, description, rubriques liées",
    }


def test_what_is_cut_or_narrowed_is_said() -> None:
    report = searched("sourcing", limit=1, kinds=("competency", "training"))
    assert report.lead[0] == (
        "3 fiches trouvées : 1 compétence, 2 formations ; affichage limité à 1 (--limit en montre plus)."
    )
    assert report.subtitle.splitlines() == [
        "Fiches gardées : compétence, formation.",
        "1 fiche d'une autre nature répond aussi.",
        "1 formation terminée ou gardée pour mémoire n'est pas montrée (--all la montre).",
    ]


def test_nothing_found_offers_the_nearest_words() -> None:
    report = searched("sourcign")
    assert report.lead[:2] == (
        "Aucune fiche de ce catalogue ne répond à ces mots.",
        "« sourcign » ne figure dans aucune fiche ; vouliez-vous dire « sourcing » ?",
    )
    assert "Essayez moins de mots, ou un mot plus général." in texts_of(report)


def test_nothing_shown_says_which_option_would_show_some() -> None:
    assert "Des fiches d'une autre nature y répondent : retirez --kind." in texts_of(
        searched("sourcing", kinds=("theme",))
    )
    report = searched("vieux")
    assert report.lead[1] == "Rien dans ce catalogue ne contient assez de ces mots."
    assert "Des formations terminées ou gardées pour mémoire y répondent : ajoutez --all." in texts_of(report)


def test_an_unknown_word_beside_known_ones_is_told_first() -> None:
    assert searched("sourcing zzzz").subtitle.startswith("« zzzz » ne figure dans aucune fiche.")


def test_a_report_in_english_shows_english() -> None:
    report = searched("sounding firms", "en")
    assert rows(report)[0] == [
        ("Market sounding", "sourcing"),
        ("Meeting firms.", "competency; found in: title, description, linked headings"),
    ]
    assert report.lead[0] == "1 record found: 1 competency."


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_has_a_name_that_can_be_typed(language: str) -> None:
    kinds = {*SEARCH_KINDS, *TrainingKind.__args__, *ProfileKind.__args__}  # type: ignore[attr-defined]
    assert set(kind_names(language)) == kinds
