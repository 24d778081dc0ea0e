"""The gap report: what its first lines say, and how levels are shown."""

import re
from typing import Any

import pytest
from builders import DAY, buyer, catalog
from report_texts import table_named, texts_of

from buyer_skills.analyses.gaps import analyse_gap
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.gap_view import gap_report
from buyer_skills.views.report_view import Figure, LevelChart, ReportView

RECORDS: dict[str, Any] = {
    "competencies": [
        {"id": "droit", "title": "Droit", "area": "juridique"},
        {"id": "negociation", "title": "Négociation", "area": "passation", "roles": ["artisan-exigeant"]},
        {"id": "ecoute", "title": "Écoute", "area": "facilitation", "kind": "savoir-etre"},
    ],
    "trainings": [{"id": "negocier", "title": "Négocier", "outcomes": [("negociation", 0, 2)]}],
    "profiles": [
        {
            "id": "poste",
            "title": "Acheteuse / Acheteur",
            "sources": ["cerdd"],
            "requirements": {"droit": (2, 3), "negociation": (2, 2), "ecoute": (3, 2)},
        }
    ],
}


def test_the_first_lines_say_where_what_first_and_what_stays_open() -> None:
    report = gap({"droit": 1, "negociation": 0, "ecoute": 0})
    assert report.lead == (
        (
            "Situation : 0 compétence sur 3 au niveau attendu ; compétences pas encore réunies, "
            "1 indispensable à renforcer."
        ),
        (
            "À travailler d'abord : Droit (notions → application), "
            "Écoute (jusqu'à « ressource pour les autres »), Négociation (non acquis → application)."
        ),
        (
            "Reste ouvert : 3 écarts, dont 2 sans formation continue trouvée dans ce catalogue pour le "
            "prochain niveau."
        ),
    )


def test_what_the_file_does_not_say_is_counted_in_the_first_lines() -> None:
    assert gap({"droit": 2}).lead[1] == (
        "Non renseignées : 2 compétences attendues n'ont pas de réponse dans le fichier ; elles sont "
        "comptées « non acquis »."
    )
    full = gap({"droit": 0, "negociation": 0, "ecoute": 0})
    assert not [line for line in full.lead if line.startswith("Non renseign")]


def test_what_only_degrees_teach_is_no_training_for_a_person_in_post() -> None:
    degree = {"id": "master", "title": "Master", "kind": "degree", "outcomes": [("droit", 0, 1)]}
    report = gap({}, records=RECORDS | {"trainings": [*RECORDS["trainings"], degree]})
    assert report.lead[-1] == (
        "Reste ouvert : 3 écarts, dont 2 sans formation continue trouvée dans ce catalogue pour le prochain "
        "niveau (pour 1, des diplômes y mènent)."
    )
    row = table_named(next(one for one in report.sections if one.anchor == "priorites")).rows[0]
    assert (row[-1].text, row[-1].detail) == ("en formation initiale seulement", "1 diplôme")


def test_someone_ready_is_told_so_and_that_statut_is_another_matter() -> None:
    report = gap({"droit": 2, "negociation": 2, "ecoute": 3})
    assert report.lead[0] == "Situation : 3 compétences sur 3 au niveau attendu ; compétences réunies."
    assert any("à vérifier avec votre DRH" in text for text in texts_of(report))


def test_short_of_the_whole_but_not_of_the_indispensable() -> None:
    assert "l'ensemble reste à consolider" in gap({"droit": 2}).lead[0]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_about_a_person_no_percentage_and_no_middle_dot(language: str) -> None:
    texts = texts_of(gap({"droit": 1, "negociation": 3}, language))
    assert not [text for text in texts if "%" in text or "·" in text]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_ways_of_being_are_words_in_a_table_and_never_in_the_chart(language: str) -> None:
    report = gap({"ecoute": 1}, language)
    chart = next(
        block.chart for section in report.sections for block in section.blocks if isinstance(block, Figure)
    )
    assert isinstance(chart, LevelChart)
    assert [point.label for point in chart.points] == ["Droit", "Négociation"]
    assert [point.group for point in chart.points] == ["juridique", "passation"]
    soft = next(section for section in report.sections if section.anchor == "savoir-etre")
    cells = [cell.text for row in table_named(soft).rows for cell in row]
    assert not [text for text in cells if re.search(r"\d", text)]


def test_the_chart_has_the_figures_of_its_table() -> None:
    report = gap({"droit": 1})
    figure = next(
        block for section in report.sections for block in section.blocks if isinstance(block, Figure)
    )
    assert isinstance(figure.chart, LevelChart)
    assert [(point.start, point.end) for point in figure.chart.points] == [(1, 2), (0, 2)]
    assert [row[1].text for row in figure.table.rows] == ["notions", "non acquis"]


def test_a_completed_training_that_aimed_higher_is_told() -> None:
    report = gap({"negociation": 1}, completed=["negocier"])
    assert "« Négocier » vise, pour Négociation, « application » ; niveau déclaré : « notions »." in texts_of(
        report
    )


def test_a_profile_of_ways_of_being_alone_has_no_chart() -> None:
    records = {**RECORDS, "profiles": [{"id": "poste", "requirements": {"ecoute": 2, "droit": 0}}]}
    report = gap({}, records=records)
    assert not [block for section in report.sections for block in section.blocks if isinstance(block, Figure)]
    assert "Ce profil ne demande que des savoir-être." in texts_of(report)


def gap(
    levels: dict[str, int],
    language: str = "fr",
    completed: list[str] | None = None,
    records: dict[str, Any] = RECORDS,
) -> ReportView:
    graph = SkillGraph.of(catalog(**records), DAY)
    person = buyer(levels, completed=completed or [])
    return gap_report(analyse_gap(graph, person, graph.profile("poste")), graph, language)
