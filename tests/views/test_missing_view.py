"""The report on missing courses: its first lines, what it never says, the map and the course briefs."""

import re
from typing import Any

import pytest
from builders import DAY, catalog
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.supply import MissingScope, find_missing
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.missing_view import missing_report
from buyer_skills.views.report_view import (
    Bullets,
    Definitions,
    Figure,
    Paragraph,
    ReportView,
    SupplyChart,
    Table,
)

COMPETENCIES = [
    {"id": "negociation", "title": "Négociation", "area": "passation"},
    {
        "id": "donnees",
        "title": "Données",
        "area": "passation",
        "description": {"fr": "Recueillir et publier les données.", "en": "Gather and publish data."},
    },
    {"id": "ecoute", "title": "Écoute", "area": "facilitation", "kind": "savoir-etre"},
]
COURSES = [
    {
        "id": f"negocier-{index}",
        "title": f"Négocier {index}",
        "provider": "cnfpt",
        "evidence": "verified" if index else "reported",
        "noted": "2026-11",
        "url": "https://example.org/",
        "outcomes": [("negociation", 0, 1)],
    }
    for index in range(5)
]
PRACTICE = {"id": "tutorat", "kind": "practice", "evidence": "generic", "outcomes": [("donnees", 1, 2)]}
PROFILES = [
    {
        "id": "poste",
        "title": "Acheteuse / Acheteur",
        "employers": ["territorial"],
        "requirements": {"negociation": (1, 2), "donnees": (3, 3), "ecoute": (1, 2)},
    }
]


def test_the_first_lines_say_how_far_to_trust_what_is_found_and_what_to_do() -> None:
    lead = report().lead
    assert lead[0] == (
        "Confiance : ce catalogue permet de conclure dans 1 domaine sur 2, avec prudence dans : passation "
        "(la moitié des savoirs et savoir-faire, ou plus, sans formation continue vue) ; "
        "catalogue insuffisant pour conclure dans : facilitation "
        "(1 passage de niveau en attente)."
    )
    assert lead[1] == (
        "Offre propre des principaux organismes, telle que connue ici : cnfpt (5 formations continues, "
        "4 lues sur sa page ou confirmées, 1 signalée par un tiers)."
    )
    assert lead[2] == (
        "Constats : pour 1 profil de métier, 4 passages d'un niveau au suivant, jusqu'à « application ». "
        "Offre établie ici : 0 ; à regarder, là où l'on peut conclure : 3, soit 1 « non trouvée dans "
        "ce catalogue » ; "
        "1 « seulement en situation de travail » ; 1 « un seul organisme »."
    )
    assert lead[3] == (
        "Sans formation continue trouvée ici : 2 passages de niveau, en tête : "
        "Données (non acquis → notions, 1 profil) ; Données (notions → application, 1 profil)."
    )
    assert lead[4].endswith(
        "qui enseignent un niveau demandé : 5, dont à confirmer ou à revérifier : 1 ; de durée estimée : 0."
    )


def test_the_first_steps_named_say_how_many_they_leave_aside_in_areas_to_read_with_care() -> None:
    law = [{"id": name, "title": name, "area": "juridique"} for name in ("droit", "concessions", "recours")]
    taught = ("droit", "droit", "droit", "droit", "concessions")
    courses = [{"id": f"cours-{index}", "outcomes": [(one, 0, 1)]} for index, one in enumerate(taught)]
    asked = {"droit": 1, "concessions": 1, "recours": 1, "donnees": (2, 3), "negociation": 1}
    small = catalog(
        competencies=[*COMPETENCIES, *law],
        trainings=[*COURSES, *courses],
        profiles=[{"id": "poste", "requirements": asked}],
    )
    graph = SkillGraph.of(small, DAY)
    lead = missing_report(find_missing(graph, MissingScope()), graph, "fr").lead
    assert (
        "Sans formation continue trouvée ici : 3 passages de niveau, en tête : recours (non acquis → "
        "notions, 1 profil). Cette tête laisse de côté 2 passages des domaines à lire avec prudence, "
        "que les tableaux "
        "gardent à leur rang."
    ) in lead


def test_nothing_is_concluded_where_too_little_was_seen() -> None:
    made = report()
    findings = [text for part in section_at(made, "constats").sections for text in cells_of(part)]
    assert "Écoute" not in findings
    assert "Écoute" in cells_of(section_at(made, "sans-conclusion"))


def test_each_area_names_the_competencies_on_which_nothing_was_seen() -> None:
    rows = table_named(section_at(report(), "confiance")).rows
    assert [(row[-1].text, row[-1].detail) for row in rows] == [
        ("catalogue insuffisant pour conclure", ""),
        (
            "on peut conclure, avec prudence",
            "aucune formation continue vue ou signalée pour 1 des 2 savoirs et savoir-faire : Données",
        ),
    ]


def test_an_employer_is_told_what_is_free_for_it_and_why_the_table_is_the_same() -> None:
    courses = [{**course, "price_eur": 0 if index else 90} for index, course in enumerate(COURSES)]
    made = section_at(report(trainings=courses, scope=MissingScope(employer="territorial")), "confiance")
    assert [
        text for text in cells_of(made) if text.startswith("Le tableau compte toutes les formations vues")
    ]
    assert (
        table_named(made).rows[1][1].detail.endswith("sans frais pour ce versant : 4 ; prix à demander : 0")
    )
    assert "sans frais" not in table_named(section_at(report(), "confiance")).rows[1][1].detail


def test_ways_of_being_stand_in_a_list_of_their_own_after_the_others() -> None:
    soft = [{"id": f"etre-{index}", "area": "passation", "kind": "savoir-etre"} for index in range(7)]
    skills = [{"id": f"savoir-{index}", "area": "passation"} for index in range(3)]
    profiles = [
        {
            "id": "poste",
            "requirements": {**{one["id"]: (1, 3) for one in soft}, **{one["id"]: 1 for one in skills}},
        }
    ]
    competencies = [COMPETENCIES[0], *soft, *skills]
    whole = section_at(report(profiles=profiles, competencies=competencies), "constats")
    assert [part.title for part in whole.sections] == [
        "Non trouvée dans ce catalogue : 3 passages de niveau",
        "Savoir-être : 7 passages de niveau",
    ]
    short = section_at(report(profiles=profiles, competencies=competencies, short=True), "constats")
    first, apart = (block for block in short.blocks if isinstance(block, Table))
    assert [row[0].text for row in first.rows] == ["savoir-0", "savoir-1", "savoir-2"]
    assert [row[0].text for row in apart.rows] == [f"etre-{index}" for index in range(5)]
    assert "Et 2 autres constats, dans le rapport entier." in cells_of(short)


def test_when_no_area_or_every_area_allows_conclusions() -> None:
    assert "dans les 2 domaines étudiés" in report(trainings=[]).lead[0]
    seen = {"id": "donnees-1", "outcomes": [("donnees", 0, 1)]}
    only = report(trainings=[*COURSES, seen], scope=MissingScope(area="passation"))
    assert only.lead[0] == "Confiance : ce catalogue permet de conclure dans le domaine étudié."
    assert not [section for section in only.sections if section.anchor == "sans-conclusion"]


def test_where_nothing_can_be_concluded_nothing_is_said_to_be_served() -> None:
    made = report(trainings=[])
    said = "Constats : aucun, faute d'un domaine où l'on puisse conclure."
    assert made.lead[1] == said
    assert said in cells_of(section_at(made, "constats"))
    assert said in cells_of(section_at(report(trainings=[], short=True), "constats"))


def test_well_served_says_so() -> None:
    courses = [*COURSES, {**COURSES[1], "id": "autre", "provider": "cd2e"}]
    profiles = [{"id": "poste", "requirements": {"negociation": 1}}]
    made = report(trainings=courses, profiles=profiles, scope=MissingScope(area="passation"))
    assert "chaque niveau demandé jusqu'à « application » est couvert" in made.lead[2]
    assert not [section for section in made.sections if section.anchor == "cahiers-des-charges"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_said_to_be_absent_from_the_market(language: str) -> None:
    texts = texts_of(report(language))
    assert not [text for text in texts if re.search(r"\b(absente?s?|manquante?s?|missing)\b", text.lower())]
    assert not [text for text in texts if "·" in text]


def test_evidence_is_in_words_with_its_date_beside_each_training() -> None:
    found = section_at(report(), "constats").sections[-1]
    assert [
        text
        for text in cells_of(found)
        if "Négocier 1 (cnfpt) : vu sur la page de l'organisme, page non datée, notée en novembre 2026"
        in text
    ]


def test_the_map_leaves_ways_of_being_to_a_table_of_words() -> None:
    section = section_at(report(), "carte")
    figure = next(block for block in section.blocks if isinstance(block, Figure))
    assert isinstance(figure.chart, SupplyChart)
    assert [row.label for row in figure.chart.rows] == ["Données", "Négociation"]
    assert figure.chart.rows[1].cells[0].counts == (0, 4, 1, 0)
    assert [cell.needed for cell in figure.chart.rows[0].cells] == [True, True, True, False]
    assert len(figure.table.rows) == len(figure.chart.rows)
    assert [row[0].text for row in table_named(section, "Savoir-être").rows] == ["Écoute"]


def test_a_course_brief_gathers_the_steps_of_a_competency() -> None:
    brief = section_at(report(), "cahiers-des-charges").sections[0]
    texts = cells_of(brief)
    assert brief.title == "Cahier des charges : Données"
    assert "Acheteuse / Acheteur" in texts
    assert "1 profil, indispensable pour 1 d'entre eux" in texts
    assert "Être capable, avec appui, de ce qui suit : recueillir et publier les données." in texts
    assert [text for text in texts if text.startswith("Être capable, en autonomie dans le cas courant")]
    assert [text for text in texts if text.startswith("4 jours en deux temps")]
    assert "À confirmer" in texts
    assert [text for text in texts if "vérifier l'offre propre des organismes du domaine (cnfpt (5))" in text]


def test_a_brief_for_a_way_of_being_has_another_form_and_an_entry() -> None:
    courses = [{**course, "outcomes": [("ecoute", 0, 1)], "themes": ["relation"]} for course in COURSES] + [
        {
            "id": "diplome",
            "title": "Master",
            "kind": "degree",
            "provider": "lille",
            "outcomes": [("ecoute", 1, 2)],
        }
    ]
    profiles = [{"id": "poste", "requirements": {"ecoute": 2}}]
    made = report(trainings=courses, profiles=profiles, scope=MissingScope(area="facilitation"))
    texts = cells_of(section_at(made, "cahiers-des-charges").sections[0])
    assert "attendu en : Écoute" in texts
    assert [text for text in texts if "jeux de rôle" in text]
    assert "Master (lille, diplôme)" in texts
    assert "Négocier 1" in texts


def test_the_scope_is_told_below_the_title() -> None:
    scope = MissingScope(area="passation", employer="territorial", region="hauts-de-france", profile="poste")
    assert report(scope=scope).subtitle == (
        "Profil : Acheteuse / Acheteur ; Domaine : passation ; "
        "Versant ou type d'employeur : territorial ; Région : Hauts-de-France"
    )


def test_the_families_without_funding_are_named() -> None:
    courses = [{**course, "price_eur": 900, "evidence": "verified"} for course in COURSES]
    courses.append({**courses[0], "id": "autre", "provider": "cd2e"})
    texts = cells_of(section_at(report(trainings=courses), "constats"))
    assert [text for text in texts if text.endswith("versant : territorial")]


def test_an_area_of_which_nothing_was_seen_says_so() -> None:
    made = report(trainings=[COURSES[0]])
    assert "aucun organisme vu" in cells_of(section_at(made, "confiance"))
    assert "facilitation : aucune formation vue." in cells_of(section_at(made, "sans-conclusion"))


def test_a_scope_that_holds_nothing_has_no_empty_table() -> None:
    profiles = [{"id": "poste", "requirements": {"donnees": 0}}]
    made = report(trainings=[], profiles=profiles, scope=MissingScope(theme="sans-competence"))
    anchors = [section.anchor for section in made.sections]
    assert anchors == ["confiance", "constats", "methode", "sources"]
    assert made.lead[0] == "Confiance : aucune compétence dans ce périmètre."


def test_what_is_taught_and_not_asked_is_shown_as_such() -> None:
    courses = [*COURSES, {"id": "avance", "outcomes": [("negociation", 1, 2)]}]
    row = table_named(section_at(report(trainings=courses), "carte")).rows[1]
    assert row[2].detail == "1 « vu sur la page de l'organisme » ; non demandé par un profil"


def test_a_cause_names_the_steps_it_keeps_closed() -> None:
    courses = [
        *COURSES,
        {"id": "suite", "provider": "cnfpt", "outcomes": [("donnees", 1, 2)]},
    ]
    texts = cells_of(section_at(report(trainings=courses), "constats").sections[0])
    assert [text for text in texts if "ferme aussi l'accès à : Données (notions → application)" in text]


def test_what_to_do_comes_in_order_from_asking_to_completing_the_catalogue() -> None:
    (block,) = section_at(report(), "a-faire").blocks
    assert isinstance(block, Bullets)
    assert block.numbered
    assert [item.partition(" :")[0] for item in block.items] == [
        "Demander leur offre propre aux organismes les plus vus dans ces domaines (cnfpt), puis aux autres",
        "Faire confirmer par son organisme la formation signalée, connue par son thème seul ou trop ancienne",
        "Préparer avec les employeurs tutorat, mission, binôme ou codéveloppement",
        "Compléter le catalogue avant de conclure dans",
    ]
    assert block.items[2].endswith("1 passage ne se construit qu'en situation de travail.")


def test_where_all_is_well_there_is_nothing_to_do() -> None:
    courses = [{**course, "evidence": "verified"} for course in COURSES]
    courses.append({**courses[0], "id": "autre", "provider": "cd2e"})
    profiles = [{"id": "poste", "requirements": {"negociation": 1}}]
    made = report(trainings=courses, profiles=profiles, scope=MissingScope(area="passation"))
    assert "a-faire" not in [section.anchor for section in made.sections]


def test_the_short_form_keeps_the_first_lines_and_ten_findings() -> None:
    skills = [{"id": f"savoir-{index:02}", "area": "passation"} for index in range(12)]
    profiles = [{"id": "poste", "requirements": {skill["id"]: 1 for skill in skills}}]
    whole = report(profiles=profiles, competencies=[*COMPETENCIES, *skills])
    made = report(profiles=profiles, competencies=[*COMPETENCIES, *skills], short=True)
    assert (made.title, made.subtitle, made.lead) == (whole.title, whole.subtitle, whole.lead)
    anchors = [section.anchor for section in made.sections]
    assert anchors == ["confiance", "constats", "a-faire", "rapport-entier"]
    found = section_at(made, "constats")
    assert [row[0].text for row in table_named(found).rows] == [f"savoir-{index:02}" for index in range(10)]
    assert "Et 2 autres constats, dans le rapport entier." in cells_of(found)


def test_the_short_form_names_the_command_of_the_whole_report() -> None:
    scope = MissingScope(area="passation", employer="territorial")
    texts = cells_of(section_at(report(scope=scope, short=True), "rapport-entier"))
    command = "buyer-skills missing --area passation --employer territorial"
    assert [text for text in texts if f"« {command} »" in text]


def test_the_short_form_of_a_scope_without_finding_has_no_empty_table() -> None:
    profiles = [{"id": "poste", "requirements": {"donnees": 0}}]
    made = report(profiles=profiles, short=True)
    assert [type(block) for block in section_at(made, "constats").blocks] == [Paragraph]


def test_a_brief_says_what_is_seen_at_the_level_and_a_situation_to_build_a_case_on() -> None:
    described = {
        "id": "donnees",
        "area": "passation",
        "situation": "Un service perd ses chiffres.",
        "levels": [{"level": 1, "descriptors": ["Relève un montant.", "DECP : nomme le fichier."]}],
    }
    made = report(competencies=[COMPETENCIES[0], described, COMPETENCIES[2]])
    pairs = next(
        block
        for block in section_at(made, "cahiers-des-charges").sections[0].blocks
        if isinstance(block, Definitions)
    ).pairs
    said = dict(pairs)
    assert said["Objectif « notions »"] == (
        "À l'issue, au travail, la personne : relève un montant ; DECP : nomme le fichier."
    )
    assert said["Objectif « application »"].startswith("Être capable, en autonomie")
    assert said["Situation de travail pour bâtir un cas"] == "Un service perd ses chiffres."


def report(
    language: str = "fr",
    *,
    competencies: list[dict[str, Any]] | None = None,
    short: bool = False,
    trainings: list[dict[str, Any]] | None = None,
    profiles: list[dict[str, Any]] | None = None,
    scope: MissingScope | None = None,
) -> ReportView:
    small = catalog(
        competencies=competencies or COMPETENCIES,
        trainings=[*COURSES, PRACTICE] if trainings is None else trainings,
        profiles=profiles or PROFILES,
        themes=["sans-competence"],
    )
    graph = SkillGraph.of(small, DAY)
    return missing_report(find_missing(graph, scope), graph, language, short=short)


def cells_of(section: Any) -> list[str]:
    return texts_of(ReportView("", "", "fr", (), (section,)))
