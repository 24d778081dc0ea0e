"""The report on two catalogues: its first lines, each key in words for people, and the whole of it."""

import json
from typing import Any

import pytest
from builders import DAY, catalog
from golden_files import assert_golden
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.catalogue_differences import compare_catalogues
from buyer_skills.catalog.groups import ALL_GROUPS
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import LANGUAGES, wording
from buyer_skills.renderers.markdown import render_markdown
from buyer_skills.views.diff_view import diff_report
from buyer_skills.views.report_view import ReportView

COMPETENCIES = [
    {"id": "negociation", "title": {"fr": "Négociation", "en": "Negotiation"}, "area": "passation"},
    {"id": "droit", "title": {"fr": "Droit", "en": "Law"}, "area": "juridique"},
    {
        "id": "ecoute",
        "title": {"fr": "Écoute", "en": "Listening"},
        "area": "passation",
        "kind": "savoir-etre",
    },
]
JOBS = [
    {
        "id": "poste",
        "title": {"fr": "Acheteuse / Acheteur", "en": "Buyer"},
        "requirements": {"negociation": (2, 3), "droit": (1, 2), "ecoute": (2, 1)},
    }
]
COURSE = {
    "id": "negocier",
    "title": "Négocier",
    "provider": "cnfpt",
    "outcomes": [("negociation", 0, 1)],
    "price_eur": 0,
    "access": {"territorial": {"price_eur": 0}},
    "noted": "2025-03",
}
LATER = {
    **COURSE,
    "outcomes": [("negociation", 0, 1), ("negociation", 1, 2)],
    "price_eur": 90,
    "access": {"territorial": {"price_eur": 120.5}, "etat": {"price_eur": None}},
    "evidence": "confirmed",
    "noted": "2026-11-20",
    "hours": 21,
    "modality": "distanciel",
    "basis": "programme",
}
GONE = {"id": "droit-cours", "title": "Le droit", "provider": "acp", "outcomes": [("droit", 0, 1)]}


def test_the_first_lines_count_records_findings_and_jobs() -> None:
    assert report().lead == (
        (
            "Fiches : formations, 1 ajoutée, 2 modifiées ; autres fiches, 1 modifiée. Formations "
            "nouvellement proposées : 1 ; qui ne sont plus proposées : 1."
        ),
        "Ce qui n'est pas trouvé : constats apparus, 0 ; disparus, 0 ; de nature différente, 4.",
        "Métiers : le catalogue peut apporter plus pour 0, moins pour 1, autant pour 0.",
    )


def test_each_key_is_said_in_words() -> None:
    table = table_named(section_at(report(), "fiches-trainings"))
    lines = {row[0].detail: row[2].text.split("\n") for row in table.rows}
    assert lines["negocier"] == [
        "prix pour tous : 0 € → 90 €",
        "prix et accès par versant : territorial (0 € → 120,50 €) ; État (non dit → prix à demander)",
        "compétences visées : ajouté, Négociation (notions → application)",
        "fiabilité : vu sur la page de l'organisme → confirmé par l'organisme",
        "base de lecture : non dit → programme lu",
        "date de relevé : mars 2025 → 20 novembre 2026",
        "heures : 14 → 21",
        "modalité : non dit → à distance",
    ]
    assert lines["droit-cours"] == [
        "n'est plus proposée",
        "situation : proposée → terminée",
        "fin : non dit → octobre 2026",
    ]
    assert lines["ecouter"] == ["nouvellement proposée"]


def test_a_requirement_a_translation_and_a_long_text_are_said_for_what_they_are() -> None:
    long = "Un texte que personne ne lirait deux fois dans un tableau. " * 3
    old = {**JOBS[0], "purpose": {"fr": "Achète", "en": "Buys"}, "context": long}
    new = {
        **JOBS[0],
        "requirements": {"negociation": (3, 3), "droit": (1, 2)},
        "purpose": {"fr": "Achète", "en": "Purchases"},
        "context": long + "Encore.",
        "missions": [long],
    }
    made = view(catalog(COMPETENCIES, [], [old]), catalog(COMPETENCIES, [], [new]))
    said = table_named(section_at(made, "fiches-profiles")).rows[0][2].text.split("\n")
    assert said == [
        (
            "exigences : ajouté, Négociation (maîtrise, indispensable) ; retiré, Négociation (application, "
            "indispensable) ; Écoute (attendu en autonomie, utile)"
        ),
        "raison d'être : traduction reprise",
        f"missions : ajouté, {long.strip()[:89]}…",
        "contexte : texte repris",
    ]


def test_values_of_every_sort_are_said_for_people() -> None:
    template = {"applies_to": {"kinds": ["savoir-faire"]}, "steps": [[1, 2]]}
    practice = {"id": "tutorat", "title": "Tutorat", "kind": "practice", "evidence": "generic"}
    made = view(
        catalog(
            COMPETENCIES,
            [{**practice, "outcomes": template}],
            [{**JOBS[0], "title": {"feminine": "Acheteuse", "masculine": "Acheteur"}}],
            statuts=[{"id": "corps", "names_buying": False}],
            rules=[{"id": "seuil", "note": "Un mot."}],
        ),
        catalog(
            COMPETENCIES,
            [{**practice, "outcomes": {**template, "steps": [[1, 2], [2, 3]]}, "duration_months": 1.5}],
            [
                {
                    **JOBS[0],
                    "title": {"feminine": "Référente", "masculine": "Référent"},
                    "share_of_job": {"min_percent": 10, "max_percent": 20},
                }
            ],
            statuts=[{"id": "corps", "names_buying": True}],
            rules=[{"id": "seuil", "status": "seen-old", "as_of": "2025"}],
        ),
    )
    said = {
        anchor: table_named(section_at(made, f"fiches-{anchor}")).rows[0][2].text.split("\n")
        for anchor in ("trainings", "profiles", "statuts", "rules")
    }
    assert said["trainings"][-1] == "durée en mois : non dit → 1,5"
    assert said["profiles"] == [
        "titre : Acheteuse / Acheteur → Référente / Référent",
        "part du poste : non dit → min_percent 10, max_percent 20",
    ]
    assert said["statuts"] == ["nomme l'achat : non → oui"]
    assert said["rules"] == [
        "situation : lue à sa source → lue dans une source ancienne",
        "date de la source : janvier 2025 → 2025",
        "remarque : Un mot. → non dit",
    ]


def test_a_job_that_is_gone_and_a_requirement_that_is_new_are_said() -> None:
    other = {"id": "autre", "title": "Autre", "requirements": {"negociation": 1}}
    more = {**JOBS[0], "requirements": {"negociation": (2, 3), "droit": (2, 2), "ecoute": (2, 1)}}
    made = view(catalog(COMPETENCIES, [COURSE], [JOBS[0], other]), catalog(COMPETENCIES, [COURSE], [more]))
    rows = {row[0].detail: row for row in table_named(section_at(made, "metiers")).rows}
    assert [cell.text for cell in rows["autre"][1:3]] == [
        "1 compétence sur 1 au niveau attendu",
        "pas de telle fiche",
    ]
    assert (
        rows["poste"][3].text == "Droit : rien (demandé : notions) ; maintenant, rien (demandé : application)"
    )


def test_a_way_of_being_is_never_a_number_and_a_job_never_a_percentage() -> None:
    texts = texts_of(report())
    assert any("Écoute : rien (demandé : attendu en autonomie)" in text for text in texts)
    assert not any("%" in text for text in texts)


def test_nothing_changed_says_so() -> None:
    same = catalog(COMPETENCIES, [COURSE], JOBS)
    assert view(same, same).lead == (
        "Fiches : rien n'a changé.",
        "Ce qui n'est pas trouvé : aucun constat n'apparaît, ne disparaît ni ne change de nature.",
        "Métiers : ce que le catalogue peut apporter de mieux ne change pour aucun.",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_and_every_group_has_its_words(language: str) -> None:
    words = wording(language)
    for name, group in ALL_GROUPS.items():
        assert words.text(f"diff.group.{name.replace('_', '-')}")
        for key, field in group.model.model_fields.items():
            if key != "id":
                assert words.text(f"diff.key.{(field.alias or key).replace('_', '-')}")


def test_the_whole_report() -> None:
    assert_golden("views/diff.md", render_markdown(report()))
    assert_golden("views/diff-en.md", render_markdown(report("en")))


def report(language: str = "fr") -> ReportView:
    ended = {**GONE, "status": "ended", "ended": "2026-10"}
    new = {"id": "ecouter", "title": "Écouter", "provider": "acp", "outcomes": [("ecoute", 0, 1)]}
    jobs = [{**JOBS[0], "purpose": "Achète pour tous."}]
    return view(
        catalog(COMPETENCIES, [COURSE, GONE], JOBS),
        catalog(COMPETENCIES, [LATER, ended, new], jobs),
        language,
    )


def view(old: Any, new: Any, language: str = "fr") -> ReportView:
    graphs = SkillGraph.of(old, DAY), SkillGraph.of(new, DAY)
    result = compare_catalogues(*graphs, ("ancien", "nouveau"))
    assert json.loads(result.model_dump_json(by_alias=True))["format_version"] == 1
    return diff_report(result, *graphs, language)
