"""The report of a comparison: what both ask, what one asks more, the way each way."""

from typing import Any

import pytest
from builders import DAY, catalog
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.comparisons import compare_profiles
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.compare_view import compare_report
from buyer_skills.views.report_view import Figure, LevelChart, ReportView

COMPETENCIES = [
    {"id": "negociation", "title": "Négociation", "area": "passation"},
    {"id": "droit", "title": "Droit", "area": "juridique"},
    {"id": "ecoute", "title": "Écoute", "area": "facilitation", "kind": "savoir-etre"},
]
FIRST: dict[str, Any] = {
    "id": "un",
    "title": "Gestionnaire",
    "requirements": {"negociation": (1, 2), "droit": (2, 3), "ecoute": (3, 1)},
}
SECOND: dict[str, Any] = {
    "id": "deux",
    "title": "Acheteuse / Acheteur",
    "kind": "reference",
    "requirements": {"negociation": (2, 3), "droit": (2, 3), "ecoute": (2, 1)},
}
COURSE: dict[str, Any] = {
    "id": "negocier",
    "title": "Négocier",
    "evidence": "indicative",
    "hours": None,
    "outcomes": [("negociation", 1, 2)],
}


def test_the_first_lines() -> None:
    first, second, third = compare().lead
    assert first == "En commun : 1 compétence au même niveau, sur 3 que l'un ou l'autre profil demande."
    assert second == (
        "Différences : « Acheteuse / Acheteur » demande plus pour 1 compétence (surtout : Négociation) "
        "et moins pour 1."
    )
    assert third == (
        "De « Gestionnaire » à « Acheteuse / Acheteur » : 2 jours de formation ou de mise en situation, "
        "au moins, d'après ce catalogue (dont estimés : 2 jours). "
        "De « Acheteuse / Acheteur » à « Gestionnaire » : les compétences sont déjà réunies. "
        "Formations à confirmer ou à revérifier : 1."
    )


def test_each_difference_gives_both_levels() -> None:
    texts = texts_of(compare())
    assert "Négociation : application (l'autre profil : notions)" in texts
    assert "Écoute : ressource pour les autres (l'autre profil : attendu en autonomie)" in texts
    assert "Droit : application" in texts


@pytest.mark.parametrize("language", ["fr", "en"])
def test_ways_of_being_stay_out_of_the_chart(language: str) -> None:
    made = compare(language)
    figure = section_at(made, "niveaux").blocks[0]
    assert isinstance(figure, Figure)
    assert isinstance(figure.chart, LevelChart)
    assert [(point.label, point.start, point.end) for point in figure.chart.points] == [
        ("Droit", 2, 2),
        ("Négociation", 1, 2),
    ]
    assert [row[0].text for row in table_named(section_at(made, "savoir-etre")).rows] == ["Écoute"]


def test_the_way_lists_its_trainings_with_evidence_and_says_where_it_leads() -> None:
    onward = section_at(compare(), "chemins").sections[0]
    assert [cell.text for cell in table_named(onward).rows[0]] == [
        "Négocier",
        "2 jours (estimation)",
        "à confirmer (thème connu)",
    ]
    texts = texts_of(ReportView("", "", "fr", (), (onward,)))
    assert [text for text in texts if "3 compétences sur 3 au niveau attendu, compétences réunies" in text]


def test_where_no_path_leads_the_best_one_is_told() -> None:
    texts = texts_of(compare(trainings=[]))
    assert [text for text in texts if "aucun parcours de ce catalogue ne réunit les compétences" in text]
    assert "Le meilleur parcours d'après ce catalogue mène à 2 compétences sur 3 au niveau attendu." in texts
    assert "Encore sous le niveau attendu, les plus importantes d'abord : Négociation." in texts


def test_profiles_of_one_kind_of_competency_have_no_empty_section() -> None:
    only_soft = {"requirements": {"ecoute": (2, 1)}}
    only_hard = {"requirements": {"droit": (2, 1)}}
    soft = compare(profiles=[{**FIRST, **only_soft}, {**SECOND, **only_soft}])
    hard = compare(profiles=[{**FIRST, **only_hard}, {**SECOND, **only_hard}])
    assert "niveaux" not in [section.anchor for section in soft.sections]
    assert "savoir-etre" not in [section.anchor for section in hard.sections]
    assert "demande plus pour 0 compétence et moins pour 0" in hard.lead[1]


def compare(
    language: str = "fr",
    *,
    trainings: list[dict[str, Any]] | None = None,
    profiles: list[dict[str, Any]] | None = None,
) -> ReportView:
    small = catalog(
        competencies=COMPETENCIES,
        trainings=[COURSE] if trainings is None else trainings,
        profiles=profiles or [FIRST, SECOND],
    )
    graph = SkillGraph.of(small, DAY)
    return compare_report(
        compare_profiles(graph, graph.profile("un"), graph.profile("deux")), graph, language
    )
