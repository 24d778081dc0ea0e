"""Lists as reports: what their first lines say, and what a reader finds beside each record."""

from typing import Any

import pytest
from builders import DAY, catalog
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.listing_results import LISTS, ListName, ListScope
from buyer_skills.analyses.listings import list_records
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.list_view import list_report
from buyer_skills.views.report_view import ReportView

RECORDS: dict[str, Any] = {
    "areas": [{"id": "passation", "title": "Passation"}],
    "competencies": [
        {"id": "negocier", "title": "Négocier", "area": "passation", "roles": ["artisan"]},
        {"id": "enchere", "title": "Enchère", "area": "passation"},
    ],
    "trainings": [
        {
            "id": "cours",
            "title": "Cours",
            "provider": "cnfpt",
            "hours": None,
            "evidence": "indicative",
            "noted": "2026-11",
            "outcomes": [("negocier", 0, 1)],
        },
        {"id": "master", "title": "Master", "kind": "degree", "hours": None, "duration_months": 24},
        {"id": "titre", "title": "Titre", "kind": "degree", "hours": None},
        {"id": "jadis", "title": "Jadis", "status": "history", "page_date": "2015"},
        {"id": "fini", "title": "Fini", "status": "ended", "ended": "2024-06"},
    ],
    "profiles": [
        {"id": "acheteur", "title": "Acheteuse / Acheteur", "requirements": {"negocier": (2, 3)}},
        {"id": "repere", "kind": "reference", "requirements": {"negocier": 1}, "employers": ["etat"]},
    ],
    "providers": [{"id": "cnfpt", "title": "CNFPT", "access": {"territorial": {"price_eur": 0}}}, "muet"],
}


def listed(name: ListName, language: str = "fr", **scope: Any) -> ReportView:
    graph = SkillGraph.of(catalog(**RECORDS), DAY)
    return list_report(list_records(graph, name, ListScope(**scope)), graph, language)


def test_trainings_by_kind_with_length_and_evidence_in_words() -> None:
    report = listed("trainings")
    row = table_named(section_at(report, "course")).rows[0]
    assert [(cell.text, cell.detail) for cell in row] == [
        ("Cours", "cours"),
        ("CNFPT", "formation"),
        ("2 jours", "estimation"),
        ("à confirmer (thème connu)", "noté en novembre 2026"),
    ]
    assert "2 formations terminées ou gardées pour mémoire ne sont pas montrées" in report.subtitle
    assert not report.subtitle.startswith("Critères")
    assert "À confirmer auprès de l'organisme avant de s'engager : 1" in report.lead[1]


def test_a_degree_is_told_in_months_or_is_to_be_asked_about() -> None:
    rows = table_named(section_at(listed("trainings"), "degree")).rows
    assert [row[2].text for row in rows] == ["24 mois", "à vérifier avec l'établissement"]


def test_what_is_over_says_so_with_its_date() -> None:
    rows = table_named(section_at(listed("trainings", all=True), "course")).rows
    said = {row[0].text: row[3].text for row in rows}
    assert said["Jadis"] == "pour mémoire"
    assert said["Fini"] == "terminée, juin 2024"


def test_the_price_is_shown_for_the_employer_asked_about_only() -> None:
    row = table_named(section_at(listed("trainings", employer="territorial"), "course")).rows[0]
    assert row[3].text == "0 €"
    row = table_named(section_at(listed("trainings", employer="etat"), "course")).rows[0]
    assert row[3].text == "prix à demander"


def test_a_competency_that_nothing_teaches_is_said_not_found_here() -> None:
    report = listed("competencies")
    rows = table_named(section_at(report, "passation")).rows
    assert [row[4].text for row in rows] == ["non trouvée dans ce catalogue", "1 formation"]
    assert report.lead[1] == "Sans formation trouvée dans ce catalogue : 1 sur 2."


def test_profiles_and_providers_are_grouped_by_what_they_are() -> None:
    assert [section.anchor for section in listed("profiles").sections] == ["standard", "reference", "methode"]
    anchors = [section.anchor for section in listed("providers").sections]
    assert anchors == ["continuing", "degrees", "none", "methode"]


def test_filters_are_said_in_words() -> None:
    report = listed(
        "trainings", area="passation", provider="cnfpt", evidence="verified", region="bretagne", kind="mooc"
    )
    assert report.subtitle == (
        "Critères : domaine « Passation » ; nature « MOOC » ; organisme « CNFPT » ; "
        "fiabilité au moins « vu sur la page de l'organisme » ; région « Bretagne » ou à distance"
    )


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_holds_nothing_says_so_and_has_no_table(name: ListName) -> None:
    graph = SkillGraph.of(catalog(), DAY)
    report = list_report(list_records(graph, name, ListScope()), graph, "fr")
    assert "Rien ne correspond à ces critères : retirez-en un." in report.lead
    assert len(report.lead) == 2, "nothing to open when nothing is found"
    assert "Rien dans ce catalogue ne correspond à tous ces critères à la fois." in texts_of(report)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_three_lines_first_and_no_empty_table(name: ListName, language: str) -> None:
    report = listed(name, language, all=True)
    assert len(report.lead) == 3
    assert all(text.strip() for text in (report.title, *report.lead))
    for section in report.sections[:-1]:
        assert table_named(section).rows
