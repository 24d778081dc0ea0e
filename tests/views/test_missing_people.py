"""The report on missing courses in people: what it says of whom, what it hides, and the whole of it."""

from typing import Any

from builders import DAY, catalog
from golden_files import assert_golden
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.missing_scope import MissingScope
from buyer_skills.analyses.supply import find_missing
from buyer_skills.catalog.needs import Need
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.renderers.markdown import render_markdown
from buyer_skills.renderers.text import render_text
from buyer_skills.views.missing_view import missing_report
from buyer_skills.views.report_view import ReportView

COMPETENCIES = [
    {"id": "negociation", "title": {"fr": "Négociation", "en": "Negotiation"}, "area": "passation"},
    {"id": "donnees", "title": {"fr": "Données", "en": "Data"}, "area": "passation"},
]
COURSES = [
    {
        "id": f"negocier-{number}",
        "title": f"Négocier {number}",
        "provider": "cnfpt" if number else "acp",
        "noted": "2026-11",
        "outcomes": [("negociation", 0, 1)],
    }
    for number in range(5)
]
JOBS = [
    {"id": "poste", "title": {"fr": "Acheteuse / Acheteur", "en": "Buyer"}, "requirements": {"donnees": 2}},
    {
        "id": "juriste",
        "title": {"fr": "Juriste", "en": "Lawyer"},
        "requirements": {"donnees": 1, "negociation": 2},
    },
]
LINES = (
    ("Métropole inventée", "59", "poste", 14, {}),
    ("Ville inventée", "59", "poste", 7, {"donnees": 1}),
    ("Bourg inventé", "59", "juriste", 6, {}),
    ("Agglomération inventée", "62", "juriste", 6, {}),
    ("Village inventé", "62", "poste", 3, {}),
    ("Hameau inventé", "2A", "juriste", 1, {}),
)


def test_the_first_lines_say_how_many_people_of_whom_and_where() -> None:
    assert report().lead[2] == (
        "Besoin : 37 personnes (6 employeurs ; Nord (59), Pas-de-Calais (62) et 1 autre département ; "
        "2 métiers). Un groupe est plausible à partir de 12 personnes."
    )


def test_each_finding_says_how_many_people_of_how_many_employers_where_and_in_which_groups() -> None:
    table = table_named(section_at(report(), "constat-absent"))
    needs = [(row[1].text, row[1].detail) for row in table.rows]
    places = "Nord (59), Pas-de-Calais (62) et 1 autre département"
    assert needs == [
        (
            "30 personnes",
            (
                f"5 employeurs ; {places} ; intra : 1 groupe (Métropole inventée) ; union d'employeurs : "
                "1 groupe, tous départements ensemble (4 employeurs) ; Juriste ; Acheteuse / Acheteur"
            ),
        ),
        (
            "24 personnes",
            (
                "3 employeurs ; Nord (59) et 1 autre département ; intra : 1 groupe (Métropole inventée) ; "
                "inter pour les autres ; Acheteuse / Acheteur"
            ),
        ),
        (
            "13 personnes",
            (
                f"3 employeurs ; {places} ; union d'employeurs : 1 groupe, tous départements ensemble "
                "(3 employeurs) ; Juriste"
            ),
        ),
    ]


def test_employers_with_few_people_are_counted_and_not_named() -> None:
    section = section_at(report(), "besoins")
    named = [row[0].text for row in table_named(section, "employeur").rows]
    assert named == ["Métropole inventée", "Ville inventée", "Agglomération inventée", "Bourg inventé"]
    texts = texts_of(report())
    assert not any("Village inventé" in text or "Hameau inventé" in text for text in texts)
    assert any(text.startswith("2 employeurs ne sont pas nommés : moins de 5 personnes") for text in texts)


def test_a_need_of_few_people_is_put_into_words() -> None:
    few = report(lines=[("Ville inventée", "59", "poste", 4, {})])
    assert few.lead[2].startswith("Besoin : moins de 5 personnes (1 employeur ; 1 département ; 1 métier)")
    assert any("moins de 5 personnes" in text for text in few.lead[4:5])
    assert not any("4 personnes" in text for text in texts_of(few))


def test_what_is_assumed_of_levels_is_said_with_and_without_them() -> None:
    assert "Là où un niveau médian est donné" in " ".join(texts_of(report()))
    without = report(lines=[("Ville inventée", "59", "poste", 14, {})])
    assert "Aucun niveau médian n'est donné" in " ".join(texts_of(without))


def test_a_short_report_names_the_command_that_makes_the_whole() -> None:
    made = report(short=True, scope=MissingScope(profile="poste"))
    left_out = " ".join(texts_of(ReportView("", "", "fr", (), (section_at(made, "rapport-entier"),))))
    assert "buyer-skills missing --profile poste --needs ... --group-size 12" in left_out


def test_the_whole_report() -> None:
    assert_golden("views/missing-besoins.md", render_markdown(report()))
    assert_golden("views/missing-besoins-en.md", render_markdown(report("en")))
    assert_golden("views/missing-besoins-court.txt", render_text(report(short=True), 100, colour=False))


def report(
    language: str = "fr",
    *,
    lines: Any = LINES,
    short: bool = False,
    scope: MissingScope | None = None,
) -> ReportView:
    graph = SkillGraph.of(catalog(COMPETENCIES, COURSES, JOBS), DAY)
    needs = tuple(
        Need(name=name, employer="territorial", departement=place, profile=job, headcount=people, levels=held)
        for name, place, job, people, held in lines
    )
    return missing_report(find_missing(graph, scope, needs), graph, language, short=short)
