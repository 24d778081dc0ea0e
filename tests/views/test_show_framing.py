"""Pages of rules, statuts, set-ups and named gaps; what a competency and a profile say of them."""

from typing import Any

import pytest
from builders import DAY, catalog
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.neighbourhoods import explore
from buyer_skills.analyses.record_names import names_known, records_named
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.report_view import Bullets, Callout, Definitions, ReportView, Section, Table
from buyer_skills.views.show_view import show_report

STANDING = (
    "Rien n'est affirmé ici des droits d'une personne : à vérifier avec votre DRH, votre centre de gestion "
    "ou votre établissement."
)
UNREAD = "Règle connue mais non lue à sa source : rien n'est affirmé ici."

RECORDS: dict[str, Any] = {
    "areas": [{"id": "passation", "title": "Passation"}],
    "phases": [{"id": "besoin", "title": "Besoin"}, {"id": "passation", "title": "Passation"}],
    "competencies": [
        {
            "id": "droit",
            "title": "Droit",
            "area": "passation",
            "situation": "Un service veut acheter demain.",
            "levels": [
                {"level": 1, "descriptors": ["Cherche le seuil avec un modèle.", "Nomme la procédure."]},
                {"level": 2, "descriptors": ["Choisit seul la procédure."]},
            ],
            "ai": {
                "effect": "transforms",
                "use_case": "redaction",
                "reason": "Le texte vient plus vite.",
                "sources": ["dae"],
            },
            "confused_with": [{"competency": "negocier", "difference": "L'une lit, l'autre parle."}],
            "rules": ["seuil", "jadis", "ignore"],
        },
        {"id": "negocier", "title": "Négocier", "area": "passation", "validated_by": 3}
        | {"levels": [{"level": 1, "descriptors": ["Prépare une fiche."]}]},
        {
            "id": "ecoute",
            "title": "Écoute",
            "area": "passation",
            "kind": "savoir-etre",
            "validated_by": 1,
            "levels": [
                {"level": 1, "descriptors": ["Laisse finir."]},
                {"level": 2, "descriptors": ["Reformule."]},
                {"level": 3, "descriptors": ["Apprend à reformuler."]},
            ],
            "behaviours": ["Se tait d'abord."],
            "ai": {"effect": "none", "reason": "Rien ne change."},
        },
    ],
    "trainings": [
        {"id": "cours", "title": "Cours", "outcomes": [("droit", 0, 1)]},
        {"id": "stage", "title": "Stage", "outcomes": [("droit", 0, 1)], "evidence": "indicative"},
    ],
    "profiles": [
        {
            "id": "acheteur",
            "title": "Acheteuse / Acheteur",
            "requirements": {"droit": 2},
            "statut": {"categories": ["B"], "statuts": ["redacteur"], "open_to_contract": True}
            | {"as_of": "2026-11"},
        },
        {"id": "repere", "kind": "reference", "requirements": {"droit": 1}},
    ],
    "sources": [
        {"id": "fiche", "title": "Fiche officielle", "publisher": "service-public.fr"},
        {"id": "dae", "title": "Article", "publisher": "Hospimedia"},
        {"id": "enquete", "title": "Enquête", "publisher": "CNFPT"},
    ],
    "rules": [
        {
            "id": "seuil",
            "title": "Seuil de dispense",
            "topic": "faits-dates",
            "topic_title": "Faits datés",
            "employers": ["territorial"],
            "text": "La page donnait un seuil.",
            "value": "60 000 €",
            "legal_text": "décret 2025-1386",
            "status": "seen",
            "as_of": "2026-04",
            "sources": ["fiche"],
        },
        {
            "id": "jadis",
            "title": "Ancien seuil",
            "topic": "faits-dates",
            "text": "La page de 2018 donnait un autre seuil.",
            "status": "seen-old",
            "as_of": "2018",
            "sources": ["fiche"],
        },
        {
            "id": "ignore",
            "title": "Clause sociale",
            "topic": "faits-dates",
            "text": "Un texte que personne n'a lu.",
            "value": "12 jours",
            "legal_text": "loi secrète",
            "status": "known-not-seen",
        },
    ],
    "statuts": [
        {
            "id": "redacteur",
            "title": "Rédactrice / Rédacteur",
            "employer": "territorial",
            "category": "B",
            "kind": "cadre-emplois",
            "branch": "administrative",
            "legal_text": "décret 2012-924",
            "for_buyers": "Le texte cite les marchés.",
            "names_buying": True,
            "status": "seen-old",
            "as_of": "2017-02",
        },
        {"id": "attache", "title": "Attachée / Attaché", "employer": "territorial", "category": "A"}
        | {"kind": "cadre-emplois", "for_buyers": "Rien n'y est dit.", "status": "seen"},
        {"id": "secret", "title": "Corps secret", "employer": "etat", "category": "C", "kind": "corps"}
        | {"legal_text": "décret caché", "status": "known-not-seen"},
    ],
    "named_gaps": [
        {
            "id": "peu-de-droit",
            "title": "Peu de formations au droit",
            "text": "L'enquête compte peu de formations.",
            "figure": "11 % des agents",
            "standing": "measured",
            "concerns": "les petites communes",
            "employers": ["territorial"],
            "steps": [{"competency": "droit", "up_to": 2}],
            "date": "2024",
            "sources": ["enquete"],
        },
        {"id": "vague", "title": "Un métier qui change", "text": "On le dit.", "standing": "named"},
    ],
    "activities": [
        {"id": "definir", "title": "Définir le besoin", "phase": "besoin"},
        {"id": "rediger", "title": "Rédiger les pièces", "phase": "passation"},
        {"id": "attribuer", "title": "Choisir l'offre", "phase": "passation"},
    ],
    "set_ups": [
        {
            "id": "commune",
            "title": "Petite commune",
            "description": "La mairie fait presque tout.",
            "employers": ["territorial"],
            "basis": "Rédaction de cet outil.",
            "note": "À dater.",
            "actors": [
                {"id": "mairie", "title": "Secrétariat", "profiles": ["acheteur"]},
                {"id": "maire", "title": "Maire"},
            ],
            "allocations": [
                {"activity": "attribuer", "parts": {"maire": "valide", "mairie": "fait"}},
                {"activity": "definir", "parts": {"mairie": "contribue"}, "note": "Qui tient la plume ?"},
                {"activity": "rediger", "parts": {"mairie": "fait", "maire": "informe"}},
            ],
        }
    ],
}
GRAPH = SkillGraph.of(catalog(**RECORDS), DAY)


def page(text: str, language: str = "fr") -> ReportView:
    return show_report(explore(GRAPH, records_named(GRAPH, text)), GRAPH, language)


def said(text: str) -> str:
    return "\n".join(texts_of(page(text)))


def pairs(section: Section) -> dict[str, str]:
    return dict(next(block.pairs for block in section.blocks if isinstance(block, Definitions)))


def test_a_rule_says_what_its_source_said_and_when() -> None:
    report = page("seuil")
    assert report.subtitle == "Règle lue à sa source ; sujet : Faits datés ; identifiant : seuil"
    assert report.lead == (
        "La page donnait un seuil.",
        "Lu chez : service-public.fr ; source : avril 2026.",
        STANDING,
    )
    assert pairs(section_at(report, "fiche")) == {
        "Ce que la source disait": "La page donnait un seuil.",
        "Chiffre ou délai, dans les mots de la source": "60 000 €",
        "Texte de référence": "décret 2025-1386",
        "Employeurs dont parle la source": "territorial",
        "Lecture": "Lu chez : service-public.fr ; source : avril 2026.",
    }
    assert section_at(report, "fiche").blocks[-1] == Callout("À vérifier", STANDING)
    assert section_at(report, "competences").blocks == (Bullets(("Droit (droit)",)),)


def test_a_rule_read_in_an_old_source_shows_its_year_and_is_to_be_checked() -> None:
    assert page("jadis").lead[1] == "Lu chez : service-public.fr ; source ancienne (2018) : à revérifier."
    others = table_named(section_at(page("seuil"), "meme-theme"))
    assert [row[0].text for row in others.rows] == ["Ancien seuil"]
    assert others.rows[0][2].text == "source ancienne (2018) : à revérifier"


def test_a_rule_is_headed_by_how_it_was_read() -> None:
    assert page("jadis").subtitle.startswith("Règle lue dans une source ancienne, à revérifier ; ")
    assert page("ignore").subtitle.startswith("Règle connue, non lue à sa source ; ")


def test_what_stays_in_french_on_an_english_page_says_so() -> None:
    said_in_english = pairs(section_at(page("seuil", "en"), "fiche"))
    assert said_in_english["Legal text (in French)"] == "décret 2025-1386"
    assert said_in_english["Figure or delay, in the words of the source (in French)"] == "60 000 €"


def test_a_rule_never_read_at_its_source_is_no_fact_anywhere() -> None:
    report = page("ignore")
    assert report.lead == (UNREAD, "À lire à sa source avant tout usage.", STANDING)
    assert pairs_or_none(section_at(report, "fiche")) is None
    for name in names_known(GRAPH):
        text = said(name)
        for hidden in ("personne n'a lu", "12 jours", "loi secrète", "décret caché"):
            assert hidden not in text, name
    assert "1 autre règle de ce sujet est connue mais n'a pas été lue à sa source" in said("seuil")


def pairs_or_none(section: Section) -> dict[str, str] | None:
    return next((dict(block.pairs) for block in section.blocks if isinstance(block, Definitions)), None)


def test_a_statut_says_its_link_with_buying_and_the_jobs_under_it() -> None:
    report = page("redacteur")
    assert report.lead == (
        "Cadre d'emplois, catégorie B, versant : territorial.",
        "1 métier de ce catalogue peut en relever.",
        STANDING,
    )
    assert pairs(section_at(report, "fiche")) == {
        "Catégorie": "B",
        "Versant": "territorial",
        "Nature": "Cadre d'emplois",
        "Filière": "administrative",
        "Texte de référence": "décret 2012-924",
        "Lien avec l'achat": "Le texte cite les marchés. Fondement : la source lue cite l'achat.",
        "Date de la source": "source ancienne (février 2017) : à revérifier",
    }
    rows = table_named(section_at(report, "metiers")).rows
    contract = "possible d'après les textes lus ; conditions à vérifier"
    assert [[cell.text for cell in row] for row in rows] == [
        ["Acheteuse / Acheteur", "B", contract, "novembre 2026"]
    ]
    others = table_named(section_at(report, "voisins")).rows
    assert [[cell.text for cell in row] for row in others] == [
        ["Attachée / Attaché", "A", "Rien n'y est dit. Fondement : lecture de cet outil."]
    ]


def test_a_statut_never_read_at_its_source_says_so_alone() -> None:
    assert page("secret").lead == (
        "Cadre d'emplois ou corps connu mais non lu à sa source : rien n'est affirmé ici.",
        "Aucun métier de ce catalogue n'y renvoie.",
        STANDING,
    )
    assert pairs_or_none(section_at(page("secret"), "fiche")) is None


def test_a_set_up_is_a_matrix_to_correct_phase_by_phase() -> None:
    report = page("commune")
    assert report.landscape
    assert report.lead[1] == "Activités de la chaîne d'achat : 3 ; intervenants : 2."
    tables = [block for block in section_at(report, "qui-fait-quoi").blocks if isinstance(block, Table)]
    assert [table.caption for table in tables] == ["Besoin", "Passation"]
    for table in tables:
        assert [column.heading for column in table.columns] == [
            "Activité",
            "Secrétariat",
            "Maire",
            "À corriger",
        ]
        assert [column.to_fill for column in table.columns] == [False, False, False, True]
    assert [[cell.text for cell in row] for table in tables for row in table.rows] == [
        ["Définir le besoin", "contribue", "", ""],
        ["Rédiger les pièces", "fait", "informé", ""],
        ["Choisir l'offre", "fait", "valide", ""],
    ]
    actors = table_named(section_at(report, "intervenants")).rows
    assert [[cell.text for cell in row] for row in actors] == [
        ["Secrétariat", "Acheteuse / Acheteur (acheteur)", ""],
        ["Maire", "hors de ce référentiel", ""],
    ]
    assert pairs(section_at(report, "a-discuter")) == {"Définir le besoin": "Qui tient la plume ?"}


def test_a_named_gap_stands_beside_what_this_catalogue_finds() -> None:
    report = page("peu-de-droit")
    assert report.subtitle == "Lacune de l'offre mesurée par d'autres ; identifiant : named-gap:peu-de-droit"
    assert report.lead == (
        "L'enquête compte peu de formations.",
        "Qui cela concerne : les petites communes.",
        "Sans formation trouvée dans ce catalogue : 1 passage de niveau, Droit (notions → application).",
    )
    assert pairs(section_at(report, "source")) == {
        "Mesurée par une enquête": "L'enquête compte peu de formations.",
        "Chiffre, dans les mots de la source": "11 % des agents",
        "Qui cela concerne": "les petites communes",
        "Employeurs": "territorial",
        "Source": "CNFPT",
        "Date de la source": "2024",
    }
    found = section_at(report, "trouve")
    assert "Trop peu de formations sûres" in "\n".join(texts_of(ReportView("", "", "fr", (), (found,))))
    assert [[cell.text for cell in row] for row in table_named(found).rows] == [
        ["Droit", "non acquis → notions", "2 formations", "1 métier"],
        ["Droit", "notions → application", "non trouvée dans ce catalogue", "1 métier"],
    ]
    assert table_named(found).rows[0][2].detail == "Cours\nStage"


def test_a_named_gap_that_points_to_no_competency_is_quoted_alone() -> None:
    report = page("vague")
    assert report.lead[1:] == (
        "Qui cela concerne : tous versants.",
        "La source ne désigne aucune compétence : rien à rapprocher de ce catalogue.",
    )
    assert pairs(section_at(report, "source"))["Date de la source"] == "source non datée"


def test_a_competency_shows_a_situation_and_what_is_seen_at_each_level() -> None:
    report = page("droit")
    assert "Un service veut acheter demain." in said("droit")
    levels = section_at(report, "niveaux")
    assert [(part.title, part.blocks) for part in levels.sections] == [
        (
            "Niveau : notions (avec appui)",
            (Bullets(("Cherche le seuil avec un modèle.", "Nomme la procédure.")),),
        ),
        (
            "Niveau : application (en autonomie dans le cas courant)",
            (Bullets(("Choisit seul la procédure.",)),),
        ),
    ]
    assert "à valider par les employeurs" in said("droit")
    assert "Repères observables validés par 3 employeurs." in said("negocier")


def test_a_way_of_being_names_its_levels_in_words_and_never_as_numbers() -> None:
    report = page("ecoute")
    assert [part.title for part in section_at(report, "niveaux").sections] == [
        "Niveau : attendu",
        "Niveau : attendu en autonomie",
        "Niveau : ressource pour les autres",
    ]
    assert "Se tait d'abord." in said("ecoute")
    assert "Repères observables validés par 1 employeur." in said("ecoute")


def test_what_ai_changes_comes_with_its_source_or_as_our_reading() -> None:
    assert pairs(section_at(page("droit"), "ia")) == {
        "Effet": "transforme",
        "Parmi les six usages de la direction des achats de l'État": "usage annoncé : aide à la rédaction",
        "Ce qui change, ce qui reste": "Le texte vient plus vite.",
        "Source": "Hospimedia",
    }
    assert pairs(section_at(page("ecoute"), "ia"))["Source"] == "lecture de cet outil"
    assert "Article" in said("droit")


def test_two_competencies_easily_confused_are_told_apart_on_both_pages() -> None:
    assert pairs(section_at(page("droit"), "a-ne-pas-confondre")) == {
        "Négocier (negocier)": "L'une lit, l'autre parle."
    }
    assert pairs(section_at(page("negocier"), "a-ne-pas-confondre")) == {
        "Droit (droit)": "L'une lit, l'autre parle."
    }


def test_a_competency_shows_its_dated_rules_and_the_gaps_named_on_it() -> None:
    law = section_at(page("droit"), "droit-date")
    assert [row[0].text for row in table_named(law).rows] == ["Seuil de dispense", "Ancien seuil"]
    assert law.blocks[-1] == Callout("À vérifier", STANDING)
    gaps = section_at(page("droit"), "lacunes-nommees").blocks[-1]
    assert gaps == Bullets(
        (
            (
                "Peu de formations au droit ; mesurée par une enquête, 2024 ; jusqu'à : application "
                "(named-gap:peu-de-droit)"
            ),
        )
    )


def test_a_profile_shows_its_statut_and_the_set_ups_it_is_met_in() -> None:
    report = page("acheteur")
    assert section_at(report, "organisations").blocks[0] == Bullets(
        ("Petite commune (commune), comme : Secrétariat",)
    )
    assert "buyer-skills profile acheteur --set-up commune" in said("acheteur")
    assert "Rédactrice / Rédacteur" in "\n".join(
        texts_of(ReportView("", "", "fr", (), (section_at(report, "statut"),)))
    )
    assert "statut" not in [section.anchor for section in page("repere").sections]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", names_known(GRAPH))
def test_every_page_has_three_lines_and_ends_with_its_sources(name: str, language: str) -> None:
    report = page(name, language)
    assert len(report.lead) == 3
    assert report.sections[-1].anchor == "sources"
    for section in report.sections:
        assert section.blocks or section.sections


def test_a_set_up_of_many_actors_names_them_part_by_part() -> None:
    names = [f"acteur-{number}" for number in range(9)]
    small = catalog(
        phases=["passation"],
        activities=["rediger"],
        set_ups=[
            {
                "id": "grande",
                "actors": {name: [] for name in names},
                "allocations": {
                    "rediger": {"acteur-0": "fait", "acteur-5": "contribue", "acteur-8": "contribue"}
                },
            }
        ],
    )
    graph = SkillGraph.of(small, DAY)
    report = show_report(explore(graph, records_named(graph, "grande")), graph, "fr")
    table = table_named(section_at(report, "qui-fait-quoi"))
    assert [column.heading for column in table.columns] == [
        "Activité",
        "Fait",
        "Contribue",
        "Valide",
        "Est informé",
        "À corriger",
    ]
    assert [cell.text for cell in table.rows[0]] == ["rediger", "acteur-0", "acteur-5\nacteur-8", "", "", ""]
