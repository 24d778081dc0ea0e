"""The report on bridges: what is known of degrees, what is to be filled in, and the complement."""

from typing import Any

import pytest
from builders import DAY, catalog
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.bridges import build_bridges
from buyer_skills.analyses.paths import Constraints
from buyer_skills.catalog.trainings import EmployerFamily
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.bridge_view import bridge_report
from buyer_skills.views.report_view import ReportView

COMPETENCIES = [
    {"id": "negociation", "title": "Négociation"},
    {"id": "ecoute", "title": "Écoute", "kind": "savoir-etre"},
]
LICENCE: dict[str, Any] = {
    "id": "licence",
    "title": "Licence achat",
    "kind": "degree",
    "provider": "lille",
    "region": "hauts-de-france",
    "basis": "programme",
    "outcomes": [("negociation", 0, 1)],
}
MASTER: dict[str, Any] = {
    **LICENCE,
    "id": "master",
    "title": "Master droit",
    "basis": "theme",
    "region": None,
}
COURSE: dict[str, Any] = {
    "id": "negocier",
    "title": "Négocier",
    "evidence": "indicative",
    "hours": None,
    "outcomes": [("negociation", 1, 2)],
}
JOB: dict[str, Any] = {
    "id": "poste",
    "title": "Acheteuse / Acheteur",
    "requirements": {"negociation": (2, 3), "ecoute": (2, 1)},
}


def test_the_first_lines() -> None:
    first, second, third = bridge([LICENCE, MASTER, COURSE]).lead
    assert first == (
        "Diplômes : le programme de 1 sur 2 a été lu ; pour les autres, ce qu'ils apportent est à renseigner "
        "avec l'établissement."
    )
    assert second == (
        "Le plus proche à la sortie : « Licence achat » pour « Acheteuse / Acheteur », "
        "38\N{NO-BREAK SPACE}% des niveaux demandés ; 0 compétence sur 2 au niveau attendu."
    )
    assert third == (
        "Complément le plus court d'après ce catalogue : 1 formation ou mise en situation, 2 jours "
        "(dont estimés : 2 jours), à confirmer ou à revérifier : 1 ; compétences encore ouvertes ensuite : 1."
    )


def test_what_was_not_read_has_no_percentage() -> None:
    made = bridge([MASTER, COURSE])
    assert made.lead[1] == "Apport : rien n'est calculé sans programme lu."
    assert not [text for text in texts_of(made) if "%" in text]
    row = table_named(section_at(made, "a-renseigner")).rows[0]
    assert made.lead[0].startswith("Diplôme : son programme n'a pas été lu ;")
    assert row[2].detail == "Négociation"
    assert [cell.text for cell in row] == [
        "Master droit",
        "région à vérifier",
        "thème seul",
        "à renseigner avec l'établissement",
    ]


def test_degrees_are_listed_by_region() -> None:
    other = {**LICENCE, "id": "autre", "region": "bretagne"}
    made = bridge([LICENCE, other, {**LICENCE, "id": "sans-region", "region": None}])
    captions = [block.caption for block in section_at(made, "diplomes").blocks if hasattr(block, "caption")]
    assert captions == ["Diplômes : Bretagne", "Diplômes : Hauts-de-France", "Diplômes : région à vérifier"]


def test_each_gap_says_where_it_stands_before_and_after() -> None:
    detail = section_at(bridge([LICENCE, COURSE]), "complements").sections[0]
    rows = table_named(detail, "sous le niveau attendu").rows
    assert [[cell.text for cell in row] for row in rows] == [
        ["Négociation", "notions", "application", "application", "indispensable"],
        ["Écoute", "à développer", "attendu en autonomie", "à développer", "utile"],
    ]
    assert [row[3].detail for row in rows] == ["au niveau attendu", "reste ouvert"]
    complement = table_named(detail, "Complément").rows
    assert [cell.text for cell in complement[0]] == [
        "Négocier",
        "2 jours (estimation)",
        "à confirmer (thème connu)",
    ]


def test_prices_known_and_unknown_are_told_apart() -> None:
    made = bridge([LICENCE, COURSE])
    assert [text for text in texts_of(made) if "Prix connus : 0 € ; 1 prix à demander" in text]
    assert [text for text in texts_of(made) if "Prix sans versant" in text]
    funded = bridge([LICENCE, {**COURSE, "access": {"etat": {"price_eur": 0}}}], employer="etat")
    assert [
        text for text in texts_of(funded) if text.startswith("Au total :") and "Prix connus : 0 €. " in text
    ]


def test_a_degree_that_nothing_completes_says_so() -> None:
    texts = texts_of(bridge([LICENCE]))
    assert "Aucune formation de ce catalogue ne réduit ces écarts à partir de ce diplôme." in texts


def test_ready_after_the_complement_and_statut_apart() -> None:
    ecoute = {"id": "ecouter", "outcomes": [("ecoute", 0, 2)]}
    texts = texts_of(bridge([LICENCE, COURSE, ecoute]))
    assert "compétences réunies ; statut à vérifier à part" in texts


def test_a_degree_that_brings_all_needs_no_complement() -> None:
    full = {**LICENCE, "outcomes": [("negociation", 0, 2), ("ecoute", 0, 2)]}
    made = bridge([full])
    assert table_named(section_at(made, "diplomes")).rows[0][3].text == "aucun"
    assert len(section_at(made, "complements").sections[0].blocks) == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_many_jobs_show_the_nearest_and_the_first_in_full(language: str) -> None:
    jobs = [{**JOB, "id": f"poste-{index}"} for index in range(6)]
    made = bridge([LICENCE, COURSE], language, jobs=jobs)
    assert len(table_named(section_at(made, "diplomes")).rows) == 1
    assert len(section_at(made, "complements").sections) == 5


def bridge(
    trainings: list[dict[str, Any]],
    language: str = "fr",
    *,
    jobs: list[dict[str, Any]] | None = None,
    employer: EmployerFamily | None = None,
) -> ReportView:
    small = catalog(competencies=COMPETENCIES, trainings=trainings, profiles=jobs or [JOB])
    graph = SkillGraph.of(small, DAY)
    return bridge_report(build_bridges(graph, constraints=Constraints(employer=employer)), graph, language)
