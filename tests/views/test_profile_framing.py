"""What frames a job on its sheet: statut, dated law, AI, its place as a volet or in a set-up."""

from typing import Any

import pytest
from builders import DAY, catalog
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.profile_sheets import describe_profile
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.profile_view import profile_report
from buyer_skills.views.report_view import Bullets, Definitions, Paragraph, ReportView

RECORDS: dict[str, Any] = {
    "areas": [{"id": "domaine", "title": "Droit"}],
    "competencies": [
        {
            "id": "seuils",
            "title": "Seuils",
            "rules": ["seuil-2026", "seuil-2018", "seuil-su", "seuil-hopital"],
            "ai": {"effect": "assists", "use_case": "redaction", "reason": "Prépare un calcul."},
            "levels": [
                {"level": 1, "descriptors": ["Cherche le seuil avec un modèle."]},
                {"level": 2, "descriptors": ["Calcule seul.", "Justifie le calcul."]},
            ],
        },
        {
            "id": "ecoute",
            "title": "Écoute",
            "kind": "savoir-etre",
            "ai": {"effect": "none", "reason": "Rien."},
            "levels": [{"level": 2, "descriptors": ["Laisse finir la phrase."]}],
            "behaviours": ["Reformule."],
        },
    ],
    "profiles": [
        {
            "id": "acheteur",
            "title": "Acheteuse / Acheteur",
            "employers": ["territorial"],
            "requirements": {"seuils": 2, "ecoute": 2},
            "missions": ["Acheter de bout en bout."],
            "activities": ["Rédiger tout."],
            "relations": ["Tout le monde."],
            "situations": ["Un service demande un achat pour demain."],
            "statut": {
                "categories": ["A", "B"],
                "statuts": ["redacteur", "directeur"],
                "open_to_contract": True,
                "as_of": "2026-11",
                "note": "Lecture de cet outil.",
            },
        },
        {
            "id": "volet",
            "title": "Directrice / Directeur",
            "kind": "volet",
            "requirements": {"seuils": 1},
            "share_of_job": {"min_percent": 5, "max_percent": 15},
            "hold_oneself": ["Dire son besoin."],
            "find_elsewhere": [{"what": "La procédure", "where": "L'intercommunalité"}],
        },
    ],
    "rules": [
        {"id": "seuil-2026", "title": "Seuil", "text": "Le seuil change.", "as_of": "2026-04-01"},
        {"id": "seuil-hopital", "title": "Seuil de l'hôpital", "employers": ["hospitalier"]},
        {"id": "seuil-2018", "title": "Vieux seuil", "status": "seen-old", "as_of": "2018"},
        {"id": "seuil-su", "title": "Seuil non lu", "text": "Non lu.", "status": "known-not-seen"},
    ],
    "statuts": [
        {"id": "redacteur", "title": "Rédactrice / Rédacteur", "as_of": "2017-02"},
        {"id": "directeur", "title": "Directeur", "category": "A", "status": "known-not-seen"},
    ],
    "phases": ["passation", "execution"],
    "activities": [
        {"id": "rediger", "title": "Rédiger les pièces", "phase": "passation"},
        {"id": "payer", "title": "Payer", "phase": "execution"},
    ],
    "set_ups": [
        {
            "id": "commune",
            "title": "Petite commune",
            "actors": {"mairie": ["acheteur"], "maire": [], "comptable": []},
            "allocations": [
                {"activity": "rediger", "parts": {"mairie": "fait", "maire": "valide"}},
                {
                    "activity": "payer",
                    "parts": {"mairie": "informe", "comptable": "fait"},
                    "note": "Qui ordonne ?",
                },
            ],
        }
    ],
}


def sheet(profile: str = "acheteur", set_up: str | None = None, language: str = "fr") -> ReportView:
    graph = SkillGraph.of(catalog(**RECORDS), DAY)
    where = graph.catalog.set_ups[set_up] if set_up else None
    described = describe_profile(graph, graph.profile(profile), where)
    return profile_report(described, graph, language)


def test_levels_are_told_by_what_is_seen_at_the_level_asked() -> None:
    (row,) = table_named(section_at(sheet(), "constater")).rows
    assert (row[0].text, row[0].detail) == ("Seuils", "application")
    assert row[2].text == "– Calcule seul.\n– Justifie le calcul."
    assert Bullets(("Laisse finir la phrase.",)) in section_at(sheet(), "savoir-etre-ecoute").blocks


def test_a_sheet_that_nobody_validated_says_so() -> None:
    said = Paragraph("Cette fiche est une proposition, à valider par les employeurs.", "muted")
    assert said in section_at(sheet(), "savoir-etre").blocks


def test_statut_gives_categories_corps_and_date_and_is_always_to_be_checked() -> None:
    section = section_at(sheet(), "statut")
    assert section.blocks[0] == Definitions(
        (
            ("Catégories où on le rencontre", "A, B"),
            ("Ouvert aux contractuels", "possible d'après les textes lus ; conditions à vérifier"),
            ("Lu en", "novembre 2026"),
        )
    )
    row, unread = table_named(section).rows
    assert [cell.text for cell in row] == ["Rédactrice / Rédacteur", "B", "", "février 2017"]
    assert [cell.text for cell in unread] == ["Directeur", "non lu, à vérifier", "", "non lu, à vérifier"]
    assert row[2].detail == "lecture de cet outil"
    assert any("ne dit rien des droits d'une personne" in text for text in texts_of(sheet()))


def test_dated_law_is_that_of_the_employer_with_its_date_and_what_was_never_read_is_not_shown() -> None:
    rows = table_named(section_at(sheet(), "droit-date")).rows
    assert [(row[0].text, row[2].text) for row in rows] == [
        ("Seuil", "source : 1er avril 2026"),
        ("Vieux seuil", "source ancienne (2018) : à revérifier"),
    ]
    assert not [text for text in texts_of(sheet()) if text in {"Seuil non lu", "Non lu."}]


def test_ai_says_what_it_helps_with_and_what_it_leaves_alone() -> None:
    section = section_at(sheet(), "ia")
    (row,) = table_named(section).rows
    assert [cell.text for cell in row] == ["Seuils", "aide", "Prépare un calcul."]
    assert row[1].detail == "usage annoncé : aide à la rédaction"
    assert Paragraph("Sans changement notable à ce jour : Écoute.") in section.blocks


def test_a_volet_says_its_share_what_to_hold_and_what_to_find_elsewhere() -> None:
    section = section_at(sheet("volet"), "volet")
    assert section.blocks == (
        Paragraph(
            "Part indicative du temps de travail : de 5 à 15 %. C'est un repère de cet outil, à ajuster chez"
            " chaque employeur."
        ),
    )
    hold, elsewhere = section.sections
    assert hold.blocks == (Bullets(("Dire son besoin.",)),)
    assert [cell.text for cell in table_named(elsewhere).rows[0]] == ["La procédure", "L'intercommunalité"]


def test_in_a_set_up_activities_and_relations_are_those_of_the_set_up() -> None:
    report = sheet(set_up="commune")
    activities = section_at(report, "activities")
    assert [(part.title, part.blocks) for part in activities.sections] == [
        ("Fait", (Bullets(("Rédiger les pièces ; validé par : maire",)),)),
        ("Est informé", (Bullets(("Payer ; fait par : comptable. À discuter : Qui ordonne ?",)),)),
    ]
    rows = table_named(section_at(report, "relations")).rows
    assert [[cell.text for cell in row] for row in rows] == [
        ["maire", "Rédiger les pièces"],
        ["comptable", "Payer"],
    ]
    assert "Rédiger tout." not in texts_of(report)
    assert "Tout le monde." not in texts_of(report)


def test_in_a_set_up_missions_say_how_far_they_reach() -> None:
    first, bullets = section_at(sheet(set_up="commune"), "missions").blocks
    assert first == Paragraph(
        "Ces missions sont celles du métier en général. Dans cette organisation, il agit dans ces étapes de "
        "l'achat : passation ; il n'agit pas dans : execution. Les activités ci-dessous disent sa part.",
        "muted",
    )
    assert bullets == Bullets(("Acheter de bout en bout.",))
    assert section_at(sheet(), "missions").blocks == (bullets,)


def test_without_a_set_up_the_sheet_names_those_there_are() -> None:
    assert any("buyer-skills profile acheteur --set-up commune" in text for text in texts_of(sheet()))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_only_the_share_of_a_job_is_in_per_cent(language: str) -> None:
    assert not [text for text in texts_of(sheet(language=language)) if "%" in text]
