"""Pages of `show`: what a reader is told of each kind of record."""

import re
from typing import Any

import pytest
from builders import DAY, catalog
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.neighbourhoods import explore
from buyer_skills.analyses.record_names import names_known, records_named
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.report_view import ReportView, Section, Table
from buyer_skills.views.show_view import show_report

RECORDS: dict[str, Any] = {
    "areas": [{"id": "passation", "title": "Passation"}, {"id": "facilitation", "title": "Animation"}],
    "phases": [{"id": "passation", "title": "Passation"}],
    "roles": [
        {"id": "artisan", "title": "Artisan", "description": "Soigne ses contrats.", "note": "À discuter."}
    ],
    "themes": [{"id": "ia", "title": "Intelligence artificielle"}],
    "competencies": [
        {
            "id": "negocier",
            "title": "Négocier",
            "description": "Mener les échanges.",
            "area": "passation",
            "phase": "passation",
            "roles": ["artisan"],
            "themes": ["ia"],
            "basis": "notre rédaction",
            "note": "À relire.",
            "sources": ["page"],
            "links": [
                {"framework": "ProcurCompEU", "code": "9", "label": "Negotiations", "relation": "exact"},
                {"framework": "ESCO", "code": "ab", "uri": "http://example.org/ab"},
            ],
        },
        {"id": "enchere", "title": "Enchère", "area": "passation", "broader": "negocier"},
        {
            "id": "ecoute",
            "title": "Écoute",
            "area": "facilitation",
            "kind": "savoir-etre",
            "behaviours": ["Laisse finir."],
            "counter_example": "Coupe la parole.",
        },
    ],
    "trainings": [
        {
            "id": "base",
            "title": "Base",
            "provider": "cnfpt",
            "evidence": "indicative",
            "noted": "2026-11",
            "basis": "theme",
            "outcomes": [("negocier", 0, 1)],
        },
        {
            "id": "suite",
            "title": "Suite",
            "provider": "cnfpt",
            "page_date": "2026-01",
            "days": 3,
            "hours": None,
            "duration_months": 2,
            "price_eur": 100,
            "code": "C1",
            "place": "Lille",
            "region": "hauts-de-france",
            "modality": "presentiel",
            "audience": "Acheteurs.",
            "themes": ["ia"],
            "entry_note": "Avoir un projet.",
            "note": "Complète la base.",
            "sessions": [{"start": "2026-12-01", "end": "2026-12-03", "place": "Lille"}],
            "outcomes": [("negocier", 1, 2)],
            "requires": {
                "levels": {"negocier": 1, "ecoute": 1},
                "trainings": ["base"],
                "degree_level": 5,
                "statuses": ["titulaire", "contractuel"],
                "any_of": [{"degree_level": 6}, {"levels": {"enchere": 1}}],
            },
            "access": {"etat": {"price_eur": 0, "channel": "portail", "lead_time_days": 30}},
        },
        {"id": "tour", "title": "Tour", "kind": "itinerary", "parts": ["base", "suite"], "themes": ["ia"]},
        {
            "id": "master",
            "title": "Master",
            "kind": "degree",
            "hours": None,
            "duration_months": 12,
            "grants_degree_level": 7,
        },
        {
            "id": "licence",
            "kind": "degree",
            "hours": None,
            "basis": "programme",
            "outcomes": [("negocier", 0, 1)],
        },
        {"id": "jadis", "title": "Jadis", "provider": "cnfpt", "status": "history", "page_date": "2015"},
        {
            "id": "tutorat",
            "title": "Tutorat",
            "provider": "employeur",
            "kind": "practice",
            "evidence": "generic",
            "outcomes": {"applies_to": {}, "steps": [[1, 2], [2, 3]]},
        },
    ],
    "profiles": [
        {
            "id": "acheteur",
            "title": "Acheteuse / Acheteur",
            "purpose": "Acheter juste.",
            "requirements": {"negocier": (4, 3), "ecoute": (3, 2)},
            "employers": ["territorial", "hospitalier", "etat", "autre"],
            "themes": ["ia"],
            "basis": "notre lecture",
            "note": "À adapter.",
        },
        {"id": "ici", "kind": "local", "requirements": {"negocier": 1}, "based_on": {"profile": "acheteur"}},
        {"id": "repere", "kind": "reference", "requirements": {"ecoute": 4}},
    ],
    "providers": [
        {
            "id": "cnfpt",
            "title": "CNFPT",
            "description": "Forme les agents.",
            "note": "Adhésion.",
            "region": "national",
            "access": {"territorial": {"price_eur": 0, "paid_by": "cotisation"}},
        },
        {"id": "muet", "title": "Muet"},
    ],
}
GRAPH = SkillGraph.of(catalog(**RECORDS), DAY)


def page(text: str, language: str = "fr") -> ReportView:
    return show_report(explore(GRAPH, records_named(GRAPH, text)), GRAPH, language)


def said(text: str, language: str = "fr") -> str:
    return "\n".join(texts_of(page(text, language)))


def test_a_competency_says_what_it_is_who_asks_and_what_is_not_found() -> None:
    assert page("negocier").lead == (
        "Mener les échanges.",
        "Demandée par 2 fiches métier, jusqu'à : expertise.",
        (
            "Pour la développer : 3 formations dans ce catalogue ; sans formation trouvée : "
            "application → maîtrise, maîtrise → expertise."
        ),
    )
    text = said("negocier")
    assert "ProcurCompEU, « Negotiations », code 9 : la même chose" in text
    assert "ESCO (http://example.org/ab)" in text
    assert "Enchère (enchere)" in text
    assert "Négocier (negocier)" in said("enchere")
    assert "À construire en situation de travail, avec les années d'exercice." in text


def test_a_step_sets_courses_then_degrees_then_practice() -> None:
    learning = section_at(page("negocier"), "se-former")
    first, second = learning.sections[:2]
    captions = [block.caption for block in first.blocks if isinstance(block, Table)]
    assert captions == ["Formation qui fait passer ce pas", "Diplôme ou titre qui fait passer ce pas"]
    assert "Tutorat : Négocier (tutorat@negocier:1-2)" in "\n".join(_texts(second))


def test_a_way_of_being_is_told_in_words_and_scenes_without_a_fourth_step() -> None:
    learning = section_at(page("ecoute"), "se-former")
    assert [part.title for part in learning.sections if part.anchor.startswith("pas-")] == [
        "Progresser : jusqu'à « attendu »",
        "Progresser : jusqu'à « attendu en autonomie »",
        "Progresser : jusqu'à « ressource pour les autres »",
    ]
    text = said("ecoute")
    assert "Laisse finir." in text
    assert "Coupe la parole." in text
    assert not re.search(r"\b[0-4] ?→|niveau [0-4]\b", text)


def test_a_training_says_what_it_asks_and_where_that_is_learnt() -> None:
    asks = "\n".join(_texts(section_at(page("suite"), "prerequis")))
    for line in (
        "Négocier : notions",
        "Écoute : attendu",
        "Avoir suivi : Base",
        "Un diplôme de niveau 5 au moins",
        "Situation admise : titulaire ou sous contrat",
        "Et l'un de ces acquis : Un diplôme de niveau 6 au moins ou Enchère : notions",
        "Avoir un projet.",
        "Pour y arriver (Négocier : notions) :",
        "Pour y arriver (Écoute : attendu) : formation non trouvée dans ce catalogue.",
    ):
        assert line in asks


def test_a_training_says_every_fact_and_who_pays() -> None:
    facts = dict(section_at(page("suite"), "fiche").blocks[0].pairs)  # type: ignore[union-attr]
    assert facts["Durée"] == "3 jours, sur 2 mois"
    assert facts["Lieu"] == "Lille (Hauts-de-France)"
    assert facts["Prix pour tous"] == "100 €"
    assert facts["Sessions"] == "1er décembre 2026 à 3 décembre 2026, Lille"
    rows = {row[0].text: row for row in table_named(section_at(page("suite"), "acces")).rows}
    assert [cell.text for cell in rows["État"]] == ["État", "0 €", "à vérifier", "à vérifier", "30 jours"]
    assert rows["État"][1].detail == ""
    assert rows["territorial"][2].text == "cotisation"
    assert "selon l'employeur, voir plus bas" in said("base")
    by_rule = {row[0].text: row[1] for row in table_named(section_at(page("base"), "acces")).rows}
    assert (by_rule["territorial"].text, by_rule["territorial"].detail) == (
        "0 €",
        "d'après la règle générale de l'organisme (CNFPT) ; non lu sur la page de cette formation",
    )
    assert (by_rule["État"].text, by_rule["État"].detail) == ("prix à demander", "")
    assert "à vérifier auprès de l'organisme, quel que soit l'employeur" in said("licence")


def test_a_training_says_where_it_leads() -> None:
    leads = "\n".join(_texts(section_at(page("base"), "suites")))
    assert "Tour (tour)" in leads
    assert "Suite (suite)" in leads
    assert "Acheteuse / Acheteur : Négocier" in leads
    assert "Aucune suite n'est notée" in said("master")


def test_a_degree_whose_programme_was_not_read_is_for_the_institution_to_fill_in() -> None:
    assert "Compétences apportées : à renseigner avec l'établissement." in page("master").lead
    assert "12 mois ; compte dans un parcours pour 64,5 jours (estimation)" in said("master")


def test_what_is_over_is_never_offered() -> None:
    lead = page("jadis").lead
    assert "Situation : pour mémoire." in lead[0]
    assert lead[2].startswith("Ne se suit plus à cette date")


def test_a_practice_and_its_template() -> None:
    assert "l'une de 3 compétences" in page("tutorat").lead[1]
    assert "Négocier (application → maîtrise)" in page("tutorat@negocier:2-3").lead[1]


def test_a_profile_puts_ways_of_being_first_and_points_to_the_whole() -> None:
    report = page("acheteur")
    anchors = [section.anchor for section in report.sections]
    assert anchors.index("exigences-soft") < anchors.index("exigences-rated")
    assert (
        report.lead[2] == "La fiche entière (missions, activités, contexte) : buyer-skills profile acheteur"
    )
    assert "tous versants" in said("acheteur")
    assert "Acheteuse / Acheteur (acheteur), avec 0 différence" in said("ici")
    assert "a au moins une formation" in said("ici")
    assert "ressource pour les autres" in said("repere")


def test_a_provider_shows_what_it_offers_and_keeps_the_past_apart() -> None:
    report = page("cnfpt")
    assert report.lead[0] == "2 formations proposées dans ce catalogue."
    assert [row[0].detail for row in table_named(section_at(report, "pour-memoire")).rows] == ["jadis"]
    assert page("muet").lead[0] == "Aucune formation proposée à cette date dans ce catalogue."


def test_the_employer_itself_is_not_a_body() -> None:
    assert page("employeur").lead == (
        "1 formation proposée dans ce catalogue.",
        "Compétences visées : 3.",
        "À organiser par tout employeur, sans rien commander ni inscrire.",
    )
    assert "Ce n'est pas un organisme" in said("employeur")


def test_a_role_says_that_it_is_our_reading() -> None:
    text = said("role:artisan")
    assert "une lecture de cet outil" in text
    (row,) = table_named(section_at(page("role:artisan"), "competences")).rows
    assert (row[0].text, row[3].text, row[3].detail) == ("Négocier", "2 formations", "1 diplôme")
    assert "Soigne ses contrats." in text
    assert "Catalogue insuffisant pour conclure" in text


def test_an_id_shared_by_two_lists_names_the_other() -> None:
    report = page("passation")
    assert "buyer-skills show phase:passation" in report.footer[0]
    assert page("phase:passation").footer == ()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", names_known(GRAPH))
def test_every_page_has_three_lines_sources_no_empty_block_and_no_claim(name: str, language: str) -> None:
    report = page(name, language)
    assert len(report.lead) == 3
    assert report.sections[-1].anchor == "sources"
    text = "\n".join(texts_of(report))
    assert not re.search(r"\babsente?s?\b|\bmanquante?s?\b", text)
    for section in report.sections:
        _check_blocks(section)


def _check_blocks(section: Section) -> None:
    assert section.blocks or section.sections
    for block in section.blocks:
        if isinstance(block, Table):
            assert block.rows
            assert all(len(row) == len(block.columns) for row in block.rows)
    for inner in section.sections:
        _check_blocks(inner)


def _texts(section: Section) -> list[str]:
    return texts_of(ReportView("", "", "fr", (), (section,)))
