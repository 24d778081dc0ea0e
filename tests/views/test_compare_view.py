"""The report of a comparison: what both ask, what one asks more, the way each way."""

from typing import Any

import pytest
from builders import DAY, catalog
from golden_files import assert_golden
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.comparisons import compare_profiles
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.renderers.markdown import render_markdown
from buyer_skills.views.compare_view import compare_report
from buyer_skills.views.report_view import Callout, Figure, LevelChart, ReportView

FAMILIES = ("territorial", "hospitalier")
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
    assert first == (
        "En commun : 1 savoir ou savoir-faire au même niveau, sur 2 que l'un ou l'autre profil demande ; "
        "à part, 0 savoir-être attendu de la même façon, sur 1."
    )
    assert second == (
        "Différences : « Acheteuse / Acheteur » demande plus pour 1 savoir ou savoir-faire "
        "(surtout : Négociation) et moins pour 0."
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
    (row,) = table_named(section_at(compare(), "savoir-etre")).rows
    assert [cell.text for cell in row[:3]] == ["Écoute", "ressource pour les autres", "attendu en autonomie"]
    assert not [text for text in texts if text.startswith("Écoute : ")]
    assert "Droit : application" in texts


def test_a_4_of_a_way_of_being_reads_as_3_and_differs_from_no_3() -> None:
    of_reference = {**SECOND, "requirements": {**SECOND["requirements"], "ecoute": (4, 1)}}
    made = compare(profiles=[FIRST, of_reference])
    assert made.lead[0].endswith("à part, 1 savoir-être attendu de la même façon, sur 1.")
    (row,) = table_named(section_at(made, "savoir-etre")).rows
    assert [cell.text for cell in row[1:]] == [
        "ressource pour les autres",
        "ressource pour les autres",
        "autant",
    ]


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
    assert "demande plus pour 0 savoir ou savoir-faire et moins pour 0" in hard.lead[1]


STATUTS = [
    {"id": "redacteur", "title": {"fr": "Rédactrice / Rédacteur", "en": "Rédacteur"}, "sources": ["texte"]},
    {"id": "adjoint", "title": "Adjointe / Adjoint", "employer": "hospitalier", "kind": "corps"},
]
IN_TOWN: dict[str, Any] = {
    **FIRST,
    "employers": ["territorial"],
    "statut": {
        "categories": ["B", "C"],
        "statuts": ["redacteur"],
        "open_to_contract": True,
        "as_of": "2026-11",
    },
}
IN_HOSPITAL: dict[str, Any] = {**SECOND, "employers": ["hospitalier"]}
WORDS: list[dict[str, Any]] = [
    {
        "id": "budget",
        "title": "Budget",
        "topic": "budget",
        "words": {"territorial": "Budget primitif", "hospitalier": "EPRD", "etat": "Loi de finances"},
        "note": "Usage courant.",
        "sources": ["papier"],
    },
    {"id": "code", "title": "Le code", "topic": "vocabulary", "words": dict.fromkeys(FAMILIES, "Le code")},
    {"id": "qui-forme", "title": "Qui forme", "topic": "training", "words": {"territorial": "CNFPT"}},
]


def test_statuts_stand_side_by_side_and_are_to_be_checked() -> None:
    section = section_at(compare(profiles=[IN_TOWN, IN_HOSPITAL]), "statut")
    table = table_named(section)
    assert [column.heading for column in table.columns] == [
        "Repère",
        "Gestionnaire",
        "Acheteuse / Acheteur",
    ]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Catégories où on le rencontre", "B, C", "à vérifier"],
        ["Cadres d'emplois ou corps", "Rédactrice / Rédacteur", "à vérifier"],
        [
            "Ouvert aux contractuels",
            "possible d'après les textes lus ; conditions à vérifier",
            "à vérifier",
        ],
        ["Lu en", "novembre 2026", "aucun texte lu"],
    ]
    texts = texts_of(ReportView("", "", "fr", (), (section,)))
    assert [text for text in texts if "votre DRH, votre centre de gestion ou votre établissement" in text]


def test_a_contract_that_no_text_allows_is_to_be_checked() -> None:
    bare = {"as_of": "2026-11"}
    table = table_named(section_at(compare(profiles=[{**IN_TOWN, "statut": bare}, IN_HOSPITAL]), "statut"))
    assert [row[1].text for row in table.rows] == ["à vérifier"] * 3 + ["novembre 2026"]


def test_without_statut_only_the_warning_stands() -> None:
    (block,) = section_at(compare(), "statut").blocks
    assert isinstance(block, Callout)
    assert block.heading == "Statut : à vérifier"


def test_between_two_employers_a_table_by_topic_says_what_differs() -> None:
    made = compare(profiles=[IN_TOWN, IN_HOSPITAL])
    section = section_at(made, "glossaire")
    assert [part.title for part in section.sections] == ["Budget", "Accès à la formation"]
    budget, training = (table_named(part) for part in section.sections)
    headings = [column.heading for column in budget.columns]
    assert headings == ["De quoi l'on parle", "Territorial", "Hospitalier"]
    assert [(cell.text, cell.detail) for cell in budget.rows[0]] == [
        ("Budget", "Usage courant."),
        ("Budget primitif", ""),
        ("EPRD", ""),
    ]
    assert [cell.text for cell in training.rows[0]] == ["Qui forme", "CNFPT", "à vérifier"]
    texts = texts_of(ReportView("", "", "fr", (), (section,)))
    assert "Se dit pareil des deux côtés : Le code." in texts
    assert made.lead[3] == (
        "Employeurs de types différents : 2 différences de mots ou de circuits à apprendre (glossaire) ; "
        "statut à vérifier à part."
    )


def test_a_job_of_several_employers_gives_the_words_of_each() -> None:
    wide = {**IN_HOSPITAL, "employers": ["hospitalier", "autre"]}
    table = table_named(section_at(compare(profiles=[IN_TOWN, wide]), "glossaire").sections[0])
    assert table.columns[2].heading == "Hospitalier ; autre acheteur soumis au code"
    assert table.rows[0][2].text == "hospitalier : EPRD ; autre acheteur soumis au code : à vérifier"


def test_two_jobs_of_the_same_employers_have_a_sentence_and_no_table() -> None:
    wide = {**IN_HOSPITAL, "employers": ["territorial", "hospitalier"]}
    made = compare(profiles=[IN_TOWN, wide])
    section = section_at(made, "glossaire")
    assert section.sections == ()
    assert texts_of(ReportView("", "", "fr", (), (section,)))[-1].startswith(
        "Les deux métiers existent chez le même type d'employeur (territorial)"
    )
    assert len(made.lead) == 3


def test_a_job_without_employer_has_no_glossary() -> None:
    texts = texts_of(compare(profiles=[IN_TOWN, SECOND]))
    assert [text for text in texts if "ne se limite pas à un type d'employeur" in text]


def test_what_no_glossary_holds_is_to_be_checked() -> None:
    far = {**IN_HOSPITAL, "employers": ["autre"]}
    only_state = [{**WORDS[0], "words": {"etat": "Loi de finances"}}]
    texts = texts_of(compare(profiles=[IN_TOWN, far], glossary=only_state))
    assert [text for text in texts if "ne dit pas encore ce qui change de nom" in text]


def test_a_catalogue_without_glossary_says_nothing_of_it() -> None:
    made = compare(profiles=[IN_TOWN, IN_HOSPITAL], glossary=[])
    assert "glossaire" not in [section.anchor for section in made.sections]


def test_sources_of_statuts_and_of_the_glossary_are_among_the_sources() -> None:
    section = section_at(compare(profiles=[IN_TOWN, IN_HOSPITAL]), "sources")
    texts = texts_of(ReportView("", "", "fr", (), (section,)))
    assert {"texte", "papier"} <= set(texts)


def test_a_whole_comparison_stays_as_it_was() -> None:
    assert_golden("views/compare.md", render_markdown(compare(profiles=[IN_TOWN, IN_HOSPITAL])))


def compare(
    language: str = "fr",
    *,
    trainings: list[dict[str, Any]] | None = None,
    profiles: list[dict[str, Any]] | None = None,
    glossary: list[dict[str, Any]] | None = None,
) -> ReportView:
    small = catalog(
        competencies=COMPETENCIES,
        trainings=[COURSE] if trainings is None else trainings,
        profiles=profiles or [FIRST, SECOND],
        statuts=STATUTS,
        glossary=WORDS if glossary is None else glossary,
        sources=["texte", "papier"],
    )
    graph = SkillGraph.of(small, DAY)
    return compare_report(
        compare_profiles(graph, graph.profile("un"), graph.profile("deux")), graph, language
    )
