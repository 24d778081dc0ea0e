"""Gaps named by others in the report on missing courses: who says so, what is found here, what is left."""

import re
from typing import Any

import pytest
from builders import DAY, catalog
from golden_files import assert_golden
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.supply import MissingScope, find_missing
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.renderers.markdown import render_markdown
from buyer_skills.renderers.text import render_text
from buyer_skills.views.missing_view import missing_report
from buyer_skills.views.report_view import Callout, Definitions, ReportView, Section

COMPETENCIES = [
    {"id": "negociation", "title": {"fr": "Négociation", "en": "Negotiation"}, "area": "passation"},
    {"id": "donnees", "title": {"fr": "Données", "en": "Data"}, "area": "passation"},
    {"id": "prix", "title": {"fr": "Prix", "en": "Prices"}, "area": "passation"},
    {
        "id": "ecoute",
        "title": {"fr": "Écoute", "en": "Listening"},
        "area": "facilitation",
        "kind": "savoir-etre",
    },
]
AREAS = [
    {"id": "passation", "title": {"fr": "Passation", "en": "Tendering"}},
    {"id": "facilitation", "title": {"fr": "Animation", "en": "Facilitation"}},
]
COURSES = [
    {
        "id": f"negocier-{index}",
        "title": f"Négocier {index}",
        "provider": "cnfpt" if index else "cd2e",
        "noted": "2026-11",
        "url": "https://example.org/",
        "sources": ["page"],
        "outcomes": [("negociation", 0, 1)],
    }
    for index in range(5)
]
PROFILES = [
    {
        "id": "poste",
        "title": {"fr": "Acheteuse / Acheteur", "en": "Buyer"},
        "employers": ["territorial"],
        "requirements": {"negociation": (1, 2), "donnees": (2, 3), "prix": (1, 1), "ecoute": (1, 2)},
        "sources": ["page"],
    }
]
SOURCES = [
    {"id": "enquete", "title": "Enquête", "publisher": "Observatoire"},
    {"id": "presse", "title": "Article", "publisher": "La Gazette"},
    {"id": "page", "title": "Page", "publisher": "CNFPT"},
]
GAPS: list[dict[str, Any]] = [
    {
        "id": "donnees-rares",
        "title": {"fr": "Peu de formations aux données", "en": "Few courses on data"},
        "text": {"fr": "Une enquête le mesure.", "en": "A survey measures it."},
        "figure": "40 %",
        "standing": "measured",
        "concerns": {"fr": "Acheteurs interrogés", "en": "Buyers surveyed"},
        "steps": {"donnees": 1, "negociation": 1},
        "date": "2024-02",
        "note": {"fr": "Enquête courte.", "en": "A short survey."},
        "sources": ["enquete", "presse"],
    },
    {
        "id": "negocier-peu",
        "title": {"fr": "On apprend peu à négocier", "en": "Negotiation is seldom taught"},
        "text": {"fr": "La presse le dit.", "en": "The press says so."},
        "employers": ["territorial"],
        "steps": {"negociation": 1},
        "sources": ["presse"],
    },
    {
        "id": "ecoute-oubliee",
        "title": {"fr": "L'écoute oubliée", "en": "Listening forgotten"},
        "text": {"fr": "Un rapport le dit.", "en": "A report says so."},
        "steps": {"ecoute": 1},
        "date": "2020/2022",
        "sources": ["presse"],
    },
    {
        "id": "trop-loin",
        "title": {"fr": "Des stages trop loin", "en": "Courses too far away"},
        "text": {"fr": "Les agents le disent.", "en": "Staff say so."},
    },
]


def test_the_first_lines_count_them_by_where_they_stand() -> None:
    assert report().lead[4] == (
        "Lacunes nommées par d'autres : 4, dont retrouvée ici : 1 "
        "(d'abord « Peu de formations aux données ») ; avec une offre vue ici : 1 ; "
        "sans conclusion possible : 1 ; hors compétences : 1."
    )
    assert report(gaps=GAPS[1:2]).lead[4] == ("Lacune nommée par d'autres : 1, avec une offre vue ici : 1.")


def test_one_found_here_says_who_when_for_whom_the_figure_and_the_findings() -> None:
    (row,) = table_named(part("lacunes-found")).rows
    assert [(cell.text, cell.detail) for cell in row] == [
        (
            "Peu de formations aux données",
            "Une enquête le mesure. Chiffre de la source : 40 %. Enquête courte.",
        ),
        ("Observatoire ; La Gazette (février 2024)", "lacune mesurée"),
        ("Acheteurs interrogés", "tous types d'employeurs"),
        (
            "1 passage de niveau à regarder, sur 2",
            "Données (non acquis → notions) : non trouvée dans ce catalogue",
        ),
    ]


def test_one_not_found_here_names_the_trainings_with_their_evidence() -> None:
    (row,) = table_named(part("lacunes-not-found")).rows
    assert [cell.text for cell in row] == [
        "On apprend peu à négocier",
        "La Gazette (date à préciser)",
        "territorial",
        "5 formations pour 1 passage de niveau",
    ]
    assert row[3].detail.startswith(
        "Négocier 0 (cd2e) : vu sur la page de l'organisme, page non datée, notée en novembre 2026 ; "
    )
    assert row[3].detail.endswith(" ; et 2 autres")


def test_degrees_come_after_what_someone_in_post_can_follow() -> None:
    degree = {**COURSES[1], "id": "a-diplome", "title": "Diplôme", "kind": "degree"}
    gap = {"id": "g", "steps": {"negociation": 1}}
    (row,) = table_named(part("lacunes-not-found", trainings=[*COURSES[:3], degree], gaps=[gap])).rows
    assert row[3].detail.rpartition(" ; ")[2].startswith("Diplôme (cnfpt)")


def test_one_body_alone_is_said() -> None:
    courses = [{**course, "provider": "cnfpt"} for course in COURSES]
    (row,) = table_named(part("lacunes-not-found", trainings=courses)).rows
    assert row[3].detail.endswith(" ; un seul organisme pour : Négociation (non acquis → notions)")


def test_nothing_is_concluded_where_too_little_was_seen() -> None:
    (row,) = table_named(part("lacunes-inconclusive")).rows
    assert [cell.text for cell in row][1:] == [
        "La Gazette (2020 à 2022)",
        "tous types d'employeurs",
        "catalogue insuffisant pour conclure",
    ]
    assert row[3].detail == "sans offre établie : Écoute (jusqu'à « attendu »)"


def test_a_gap_found_here_also_says_what_cannot_be_concluded() -> None:
    gap = {"id": "large", "steps": {"donnees": 1, "ecoute": 1}}
    (row,) = table_named(part("lacunes-found", gaps=[gap])).rows
    assert row[3].text == "1 passage de niveau à regarder, sur 2"
    assert row[3].detail.endswith(" ; 1 autre sans conclusion possible")


def test_one_without_competency_stands_apart_and_is_not_judged() -> None:
    section = part("lacunes-apart")
    assert section.title == "Hors compétences (accès, durée, prix, public) : 1 lacune"
    assert [[cell.text for cell in row] for row in table_named(section).rows] == [
        ["Des stages trop loin", "source à préciser (date à préciser)", "tous types d'employeurs"]
    ]


def test_what_nobody_else_named_is_counted_and_its_heads_are_shown() -> None:
    section = part("lacunes-non-nommees")
    assert section.title == "Trouvés ici, qu'aucune de ces sources ne nomme : 2 passages de niveau"
    texts = texts_of(ReportView("", "", "fr", (), (section,)))
    assert "Données (notions → application) : non trouvée dans ce catalogue, demandé par 1 profil" in texts
    assert not [text for text in texts if text.startswith("Et ")]


def test_beyond_ten_the_rest_is_counted() -> None:
    skills = [{"id": f"savoir-{index:02}", "area": "passation"} for index in range(12)]
    profiles = [{"id": "poste", "requirements": {skill["id"]: 1 for skill in skills}}]
    made = report(profiles=profiles, competencies=[*COMPETENCIES, *skills])
    section = inner(section_at(made, "lacunes-nommees"), "lacunes-non-nommees")
    assert "Et 2 autres, dans les constats." in texts_of(ReportView("", "", "fr", (), (section,)))


def test_when_every_finding_is_named_it_is_said() -> None:
    gap = {"id": "tout", "steps": {"donnees": 2, "prix": 1}}
    texts = texts_of(ReportView("", "", "fr", (), (part("lacunes-non-nommees", gaps=[gap]),)))
    assert [text for text in texts if text.startswith("Chaque constat")]


def test_each_finding_says_who_names_it_too() -> None:
    found = inner(section_at(report(), "constats"), "constat-absent")
    details = {(row[0].text, row[0].detail) for row in table_named(found).rows}
    said = "nommé aussi par d'autres, « Peu de formations aux données » : Observatoire ; La Gazette"
    assert ("Données", f"non acquis → notions ; {said} (février 2024)") in details
    assert ("Données", "notions → application") in details


def test_a_brief_is_for_what_a_source_names_first_and_says_what_is_to_be_confirmed() -> None:
    briefs = section_at(report(gaps=[{**GAPS[0], "steps": {"prix": 1}}]), "cahiers-des-charges").sections
    assert [brief.anchor for brief in briefs] == ["cahier-prix", "cahier-donnees"]
    named, unnamed = (callout(brief) for brief in briefs)
    assert named.heading == "Besoin nommé aussi par d'autres"
    assert named.text == (
        "« Peu de formations aux données » : Observatoire ; La Gazette (février 2024). Première action : "
        "vérifier l'offre propre des organismes du domaine (cnfpt (4) ; cd2e (1)), puis celle des autres."
    )
    assert unnamed.heading == "À confirmer"
    assert "Aucune source de ce catalogue ne nomme ce besoin" in unnamed.text
    assert "Première action : vérifier l'offre propre" in unnamed.text


def test_in_a_named_brief_a_step_that_no_source_names_is_to_be_confirmed() -> None:
    (brief,) = (
        each
        for each in section_at(report(), "cahiers-des-charges").sections
        if each.anchor == "cahier-donnees"
    )
    pairs = next(block for block in brief.blocks if isinstance(block, Definitions)).pairs
    aims = [name for name, _ in pairs if name.startswith("Objectif")]
    assert aims == ["Objectif « notions »", "Objectif « application », à confirmer"]


def test_what_to_write_is_what_others_name() -> None:
    texts = texts_of(ReportView("", "", "fr", (), (section_at(report(), "a-faire"),)))
    assert [text for text in texts if text.endswith("les besoins que d'autres nomment aussi : Données.")]


def test_the_short_form_leaves_out_the_text_and_counts_the_findings() -> None:
    section = inner(section_at(report(short=True), "lacunes-nommees"), "lacunes-found")
    (row,) = table_named(section).rows
    assert row[0].detail == "Chiffre de la source : 40 %."
    assert row[3].detail == "1 « non trouvée dans ce catalogue »"


def test_without_named_gaps_nothing_is_said_of_them() -> None:
    made = report(gaps=[])
    assert "lacunes-nommees" not in [section.anchor for section in made.sections]
    assert not [line for line in made.lead if "nommée" in line]


def test_when_none_is_in_scope_it_is_said() -> None:
    made = report(gaps=[GAPS[2]], scope=MissingScope(area="passation"))
    section = section_at(made, "lacunes-nommees")
    texts = texts_of(ReportView("", "", "fr", (), (section,)))
    assert [text for text in texts if "aucune ne porte sur ce périmètre" in text]
    assert [each.anchor for each in section.sections] == ["lacunes-non-nommees"]
    assert not [line for line in made.lead if "nommée" in line]


def test_their_sources_are_among_the_sources() -> None:
    texts = texts_of(ReportView("", "", "fr", (), (section_at(report(), "sources"),)))
    assert "Enquête" in texts


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_said_to_be_absent_from_the_market(language: str, *, short: bool) -> None:
    texts = texts_of(report(language, short=short))
    claims = re.compile(r"\b(absente?s?|manquante?s?|(?<!buyer-skills )missing)\b")
    assert not [text for text in texts if claims.search(text.lower())]


def test_the_whole_report_and_the_short_one_stay_as_they_were() -> None:
    assert_golden("views/missing.md", render_markdown(report()))
    assert_golden("views/missing-en.md", render_markdown(report("en")))
    assert_golden("views/missing-court.txt", render_text(report(short=True), 100, colour=False))


def report(
    language: str = "fr",
    *,
    gaps: list[dict[str, Any]] | None = None,
    trainings: list[dict[str, Any]] | None = None,
    profiles: list[dict[str, Any]] | None = None,
    competencies: list[dict[str, Any]] | None = None,
    scope: MissingScope | None = None,
    short: bool = False,
) -> ReportView:
    small = catalog(
        areas=AREAS,
        competencies=competencies or COMPETENCIES,
        trainings=COURSES if trainings is None else trainings,
        profiles=profiles or PROFILES,
        sources=SOURCES,
        named_gaps=GAPS if gaps is None else gaps,
    )
    graph = SkillGraph.of(small, DAY)
    return missing_report(find_missing(graph, scope), graph, language, short=short)


def part(anchor: str, **keys: Any) -> Section:
    return inner(section_at(report(**keys), "lacunes-nommees"), anchor)


def inner(section: Section, anchor: str) -> Section:
    return next(each for each in section.sections if each.anchor == anchor)


def callout(section: Section) -> Callout:
    return next(block for block in section.blocks if isinstance(block, Callout))
