"""The sheet of a job: what it rests on, what it asks for, where that comes from."""

from typing import Any

import pytest
from builders import DAY, catalog
from golden_files import assert_golden
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.profile_sheets import describe_profile
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.renderers.markdown import render_markdown
from buyer_skills.renderers.text import render_text
from buyer_skills.views.profile_view import profile_report
from buyer_skills.views.report_view import Bullets, Definitions, Figure, LevelChart, Paragraph, ReportView

RECORDS: dict[str, Any] = {
    "areas": [{"id": "juridique", "title": "Droit"}, {"id": "passation", "title": "Passation"}],
    "roles": [
        {"id": "animateur", "title": {"fr": "Animateur", "en": "Facilitator"}, "description": "Il relie."},
        {"id": "artisan", "title": {"fr": "Artisan", "en": "Craftsman"}},
    ],
    "competencies": [
        {
            "id": "negociation",
            "title": {"fr": "Négociation", "en": "Negotiation"},
            "area": "passation",
            "description": "Obtenir mieux.",
        },
        {"id": "droit", "title": {"fr": "Droit", "en": "Law"}, "area": "juridique", "kind": "savoir"},
        {
            "id": "ecoute",
            "title": {"fr": "Écoute", "en": "Listening"},
            "area": "passation",
            "kind": "savoir-etre",
            "roles": ["animateur"],
            "description": "Entendre un besoin.",
            "behaviours": ["Reformule la demande d'un service."],
            "counter_example": "Répond avant la fin.",
        },
        {
            "id": "rigueur",
            "title": {"fr": "Rigueur", "en": "Rigour"},
            "area": "passation",
            "kind": "savoir-etre",
        },
    ],
    "trainings": [
        {"id": "cours", "title": "Cours", "outcomes": [("droit", 0, 1)]},
        {"id": "rumeur", "title": "Rumeur", "evidence": "indicative", "outcomes": [("negociation", 0, 1)]},
        {"id": "master", "title": "Master", "kind": "degree", "outcomes": [("droit", 0, 1)]},
        {
            "id": "tutorat",
            "title": "Tutorat",
            "kind": "practice",
            "evidence": "generic",
            "outcomes": [("negociation", 1, 2)],
        },
    ],
    "sources": [{"id": "page", "title": "Référentiel", "publisher": "Commission européenne"}],
    "profiles": [
        {
            "id": "acheteur",
            "title": {"fr": "Acheteuse / Acheteur", "en": "Buyer"},
            "purpose": {"fr": "Acheter juste.", "en": "Buying right."},
            "missions": ["Préparer les marchés."],
            "activities": ["Rédiger un cahier des charges."],
            "relations": ["Services prescripteurs."],
            "indicators": ["Délais tenus."],
            "context": "En commune.",
            "conditions": ["Échéances serrées."],
            "employers": ["territorial", "etat"],
            "basis": "Lecture de fiches publiées.",
            "sources": ["page"],
            "links": [
                {"framework": "ROME", "code": "M1101", "label": "Achats", "relation": "close"},
                {"framework": "ESCO", "label": "public procurement specialist"},
            ],
            "requirements": [
                {"competency": "ecoute", "level": 2, "importance": 2},
                {"competency": "rigueur", "level": 3, "importance": 3},
                {"competency": "negociation", "level": 2, "importance": 2, "reason": "Chaque marché."},
                {"competency": "droit", "level": 1, "importance": 3},
                {"competency": "sourcing", "level": 0, "importance": 1},
            ],
            "based_on": {
                "profile": "repere",
                "changes": [
                    {"competency": "negociation", "from": 3, "to": 2, "reason": "Marchés simples."},
                    {"competency": "ecoute", "to": 2, "reason": "Rôle d'animation."},
                    {"competency": "rigueur", "from": 4, "to": 3, "reason": "Se lit de même."},
                    {"competency": "pilotage", "from": 1, "reason": "Autre poste."},
                ],
            },
        },
        {
            "id": "repere",
            "title": "Repère",
            "kind": "reference",
            "note": "Cibles par défaut.",
            "requirements": {"negociation": 3, "droit": 1, "pilotage": 1, "rigueur": 4},
        },
        {"id": "simple", "title": "Simple", "requirements": {"droit": 1}},
    ],
}


def test_the_first_lines_say_what_for_what_it_asks_and_how_to_learn_it() -> None:
    assert sheet().lead == (
        "À quoi sert ce métier : Acheter juste.",
        "Ce qu'il demande : 4 compétences, dont 2 savoir-être. L'indispensable : Rigueur ; Droit.",
        (
            "Pour s'y former : 1 compétence sur 4 a au moins une formation continue vue chez l'organisme ou "
            "confirmée par lui ; pour 2, rien n'a été trouvé dans ce catalogue. Jusqu'au niveau attendu : "
            "1 sur 4 en formation continue."
        ),
    )
    assert sheet("simple").lead == (
        "Ce qu'il demande : 1 compétence.",
        (
            "Pour s'y former : 1 compétence sur 1 a au moins une formation continue vue chez l'organisme ou "
            "confirmée par lui ; chacune en a au moins une, ou un diplôme, dans ce catalogue. Jusqu'au "
            "niveau attendu : 1 sur 1 en formation continue."
        ),
    )


def test_the_title_and_what_stands_under_it() -> None:
    report = sheet()
    assert report.title == "Acheteuse / Acheteur"
    assert report.subtitle == "fiche métier ; employeurs : territorial, État ; 24 novembre 2026"
    assert "employeurs : tous versants" in sheet("simple").subtitle


def test_ways_of_being_come_before_knowledge_the_weightiest_first_and_never_as_a_number() -> None:
    report = sheet()
    anchors = [section.anchor for section in report.sections]
    assert anchors.index("savoir-etre") < anchors.index("savoirs")
    rigour, listening = section_at(report, "savoir-etre").sections
    assert rigour.title == "Rigueur"
    assert rigour.blocks == (
        Paragraph("Pour ce métier : ressource pour les autres ; importance : indispensable."),
    )
    assert listening.blocks == (
        Paragraph("Entendre un besoin. Pour ce métier : attendu en autonomie ; importance : importante."),
        Bullets(("Reformule la demande d'un service.",)),
        Paragraph("À l'inverse : Répond avant la fin.", "muted"),
    )


def test_knowledge_comes_by_area_with_a_chart_and_the_same_in_a_table() -> None:
    figure = section_at(sheet(), "savoirs").blocks[1]
    assert isinstance(figure, Figure)
    assert isinstance(figure.chart, LevelChart)
    assert [(one.label, one.group, one.start, one.end) for one in figure.chart.points] == [
        ("Droit", "Droit", 1, 1),
        ("Négociation", "Passation", 3, 2),
    ]
    assert [[(cell.text, cell.detail) for cell in row] for row in figure.table.rows] == [
        [("Droit", "Droit"), ("notions (avec appui)", ""), ("indispensable", ""), ("notions", "")],
        [
            ("Négociation", "Passation"),
            ("application (en autonomie dans le cas courant)", ""),
            ("importante", "Chaque marché."),
            ("maîtrise", ""),
        ],
    ]
    meaning = table_named(section_at(sheet(), "constater"))
    assert [[cell.text for cell in row] for row in meaning.rows] == [["Négociation", "Obtenir mieux."]]


def test_a_profile_that_comes_from_no_other_has_no_column_for_it() -> None:
    report = sheet("simple")
    assert len(table_named(section_at(report, "savoirs")).columns) == 3
    assert "origine" not in [section.anchor for section in report.sections]
    assert "savoir-etre" not in [section.anchor for section in report.sections]
    assert "roles" not in [section.anchor for section in report.sections]


def test_roles_open_the_sheet_of_a_job_and_name_what_serves_them() -> None:
    section = sheet().sections[0]
    assert section.anchor == "roles"
    definitions = next(block for block in section.blocks if isinstance(block, Definitions))
    assert definitions.pairs == (("Animateur", "Il relie. Compétence de cette fiche qui le sert : Écoute."),)


def test_the_work_is_told_part_by_part_and_only_what_is_known() -> None:
    parts = section_at(sheet(), "travail").sections
    assert [(part.anchor, part.blocks) for part in parts] == [
        ("missions", (Bullets(("Préparer les marchés.",)),)),
        ("activities", (Bullets(("Rédiger un cahier des charges.",)),)),
        ("relations", (Bullets(("Services prescripteurs.",)),)),
        ("indicators", (Bullets(("Délais tenus.",)),)),
    ]
    assert "travail" not in [section.anchor for section in sheet("simple").sections]


def test_repertories_are_linked_without_inventing_a_code() -> None:
    rows = table_named(section_at(sheet(), "cadre"), "répertoires").rows
    assert [[(cell.text, cell.detail) for cell in row] for row in rows] == [
        [("ROME", ""), ("Achats", "métier proche"), ("M1101", "")],
        [("ESCO", ""), ("public procurement specialist", ""), ("code à vérifier", "")],
    ]


def test_each_requirement_says_how_it_can_be_learnt() -> None:
    rows = table_named(section_at(sheet(), "se-former")).rows
    assert [(row[0].text, row[1].text, row[1].detail, row[2].text) for row in rows] == [
        ("Écoute", "non trouvée dans ce catalogue", "", "non trouvée dans ce catalogue"),
        ("Rigueur", "non trouvée dans ce catalogue", "", "non trouvée dans ce catalogue"),
        ("Négociation", "1 formation", "à confirmer", "à construire en situation de travail"),
        (
            "Droit",
            "1 formation",
            "dont 1 vue chez l'organisme ou confirmée ; à côté, 1 diplôme",
            "en formation continue",
        ),
    ]


def test_a_level_that_only_degrees_reach_is_said_so_as_in_the_report_on_missing_courses() -> None:
    degree = {"id": "master", "kind": "degree", "outcomes": [("droit", 0, 1)]}
    report = sheet("simple", records={**RECORDS, "trainings": [degree]})
    row = table_named(section_at(report, "se-former")).rows[0]
    assert [(cell.text, cell.detail) for cell in row[1:]] == [
        ("en formation initiale seulement", "1 diplôme"),
        ("en formation initiale seulement", "visé : notions"),
    ]
    assert report.lead[-1] == (
        "Pour s'y former : 0 compétence sur 1 a au moins une formation continue vue chez l'organisme ou "
        "confirmée par lui ; pour 1, des diplômes seulement ; chacune en a au moins une, ou un diplôme, dans "
        "ce catalogue. Jusqu'au niveau attendu : 0 sur 1 en formation continue, 1 en formation initiale "
        "seulement."
    )


def test_practice_that_begins_above_a_first_level_without_training_says_so() -> None:
    practice = next(one for one in RECORDS["trainings"] if one["id"] == "tutorat")
    rows = table_named(section_at(sheet(records={**RECORDS, "trainings": [practice]}), "se-former")).rows
    assert [(row[1].text, row[2].text, row[2].detail) for row in rows if row[0].text == "Négociation"] == [
        (
            "non trouvée dans ce catalogue",
            "à construire en situation de travail",
            (
                "visé : application ; premier niveau (notions) : aucune formation trouvée ; la mise en "
                "situation commence une fois ce niveau tenu"
            ),
        )
    ]


def test_degrees_that_lead_there_are_named() -> None:
    assert any(text.startswith("Master (organisme, diplôme)") for text in texts_of(sheet()))
    records = {**RECORDS, "trainings": []}
    assert "Diplôme qui vise ces compétences : non trouvé dans ce catalogue." in texts_of(
        sheet(records=records)
    )


def test_every_change_from_the_reference_is_listed_with_its_reason() -> None:
    section = section_at(sheet(), "origine")
    assert [(row[0].text, row[1].text, row[2].text) for row in table_named(section).rows] == [
        ("Négociation", "maîtrise dans la référence, application ici", "Marchés simples."),
        ("Écoute", "ajoutée, attendu en autonomie", "Rôle d'animation."),
        ("pilotage", "non retenue (référence : notions)", "Autre poste."),
    ]
    assert Paragraph("Cibles par défaut.", "muted") in section.blocks


def test_statut_is_to_verify_and_the_sheet_describes_a_job_and_not_a_post() -> None:
    texts = texts_of(sheet())
    assert "Statut : à vérifier" in texts
    assert any("La fiche de poste d'une personne ajoute" in text for text in texts)
    assert "Sur quoi reposent les niveaux : Lecture de fiches publiées." in texts


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_percentage_and_no_middle_dot(language: str) -> None:
    assert not [text for text in texts_of(sheet(language=language)) if "%" in text or "·" in text]


def test_whole_report_in_the_terminal_and_in_markdown() -> None:
    assert_golden("views/profile.txt", render_text(sheet(), 100, colour=False))
    assert_golden("views/profile.md", render_markdown(sheet()))
    assert_golden("views/profile-en.md", render_markdown(sheet(language="en")))


def sheet(profile: str = "acheteur", language: str = "fr", records: dict[str, Any] = RECORDS) -> ReportView:
    graph = SkillGraph.of(catalog(**records), DAY)
    return profile_report(describe_profile(graph, graph.profile(profile)), graph, language)
