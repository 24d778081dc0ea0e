"""The framework as a document: what a group finds in it, in which order, and where links lead."""

from collections.abc import Iterator
from typing import Any

import pytest
from builders import DAY, catalog
from golden_files import assert_golden
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.frameworks import FrameworkScope, gather_framework
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.renderers.html import render_html
from buyer_skills.renderers.markdown import render_markdown
from buyer_skills.renderers.text import render_text
from buyer_skills.views.referentiel_view import referentiel_report
from buyer_skills.views.report_view import Callout, Cell, Definitions, Paragraph, ReportView, Section, Table

RECORDS: dict[str, Any] = {
    "areas": [
        {
            "id": "facilitation",
            "title": {"fr": "Animation", "en": "Facilitation"},
            "description": {"fr": "Faire travailler ensemble.", "en": "Getting people to work together."},
        },
        {"id": "juridique", "title": {"fr": "Droit", "en": "Law"}, "sources": ["page"]},
        {"id": "relation", "title": {"fr": "Relation", "en": "Relations"}},
    ],
    "phases": [{"id": "passation", "title": {"fr": "Passation", "en": "Tendering"}}],
    "roles": [
        {
            "id": "animateur",
            "title": {"fr": "Animatrice / Animateur", "en": "Facilitator"},
            "description": {"fr": "Relie.", "en": "Connects."},
        },
        {"id": "artisan", "title": {"fr": "Artisane / Artisan", "en": "Craftsperson"}},
    ],
    "themes": [{"id": "probite", "title": {"fr": "Probité", "en": "Integrity"}}],
    "sources": [
        {"id": "page", "title": {"fr": "Une page", "en": "A page"}},
        {"id": "ia", "title": {"fr": "Sur l'IA", "en": "On AI"}},
        {"id": "loi", "title": {"fr": "Une loi", "en": "A law"}},
    ],
    "competencies": [
        {
            "id": "seuils",
            "title": {"fr": "Seuils", "en": "Thresholds"},
            "area": "juridique",
            "kind": "savoir-faire",
            "phase": "passation",
            "roles": ["artisan", "animateur"],
            "themes": ["probite"],
            "broader": "droit",
            "description": {"fr": "Calculer le seuil.", "en": "Work out the threshold."},
            "situation": {"fr": "Deux achats se ressemblent.", "en": "Two purchases look alike."},
            "levels": [
                {"level": 2, "descriptors": [{"fr": "Calcule seul.", "en": "Works it out alone."}]},
                {
                    "level": 1,
                    "descriptors": [
                        {"fr": "Lit le tableau.", "en": "Reads the table."},
                        {"fr": "Nomme le seuil.", "en": "Names the threshold."},
                    ],
                },
            ],
            "validated_by": 2,
            "ai": {
                "effect": "assists",
                "use_case": "documents",
                "reason": {"fr": "Trie les achats.", "en": "Sorts purchases."},
                "sources": ["ia"],
            },
            "confused_with": [
                {
                    "competency": "droit",
                    "difference": {"fr": "Le droit dit la règle.", "en": "Law says the rule."},
                },
                {
                    "competency": "ecoute",
                    "difference": {"fr": "L'écoute la comprend.", "en": "Listening understands it."},
                },
            ],
            "rules": ["seuil", "non-lue"],
            "links": [
                {"framework": "ROME", "code": "1", "label": "Droit des marchés"},
                {"framework": "ProcurCompEU", "code": "3", "label": "Legislation", "relation": "broader"},
            ],
        },
        {"id": "droit", "title": {"fr": "Droit", "en": "Law"}, "area": "juridique", "kind": "savoir"},
        {
            "id": "ecoute",
            "title": {"fr": "Écoute", "en": "Listening"},
            "area": "relation",
            "kind": "savoir-etre",
            "roles": ["animateur"],
            "situation": {"fr": "Un service arrive fâché.", "en": "A department comes in angry."},
            "levels": [
                {"level": level, "descriptors": [{"fr": fr, "en": en}]}
                for level, fr, en in (
                    (1, "Laisse finir.", "Lets them finish."),
                    (2, "Reformule.", "Rewords."),
                    (3, "L'apprend aux autres.", "Teaches it."),
                )
            ],
            "behaviours": [{"fr": "Prend des notes.", "en": "Takes notes."}],
            "counter_example": {"fr": "Coupe la parole.", "en": "Interrupts."},
            "ai": {"effect": "none", "reason": {"fr": "Rien ne change.", "en": "Nothing changes."}},
        },
        {
            "id": "rigueur",
            "title": {"fr": "Rigueur", "en": "Rigour"},
            "area": "juridique",
            "kind": "savoir-etre",
        },
        {"id": "reunion", "title": {"fr": "Réunion", "en": "Meetings"}, "area": "facilitation"},
    ],
    "rules": [
        {
            "id": "seuil",
            "title": {"fr": "Seuil de dispense", "en": "Exemption threshold"},
            "as_of": "2026-04-01",
            "sources": ["loi"],
        },
        {"id": "non-lue", "title": "Seuil non lu", "status": "known-not-seen"},
    ],
    "profiles": [
        {
            "id": "acheteur",
            "title": {"fr": "Acheteuse de l'État / Acheteur de l'État", "en": "State buyer"},
            "requirements": {"seuils": 2, "ecoute": 2},
        },
        {
            "id": "directeur",
            "title": {"fr": "Directrice / Directeur", "en": "Director"},
            "requirements": {"seuils": 3, "ecoute": 3},
        },
        {"id": "juriste", "title": {"fr": "Juriste", "en": "Lawyer"}, "requirements": {"seuils": 2}},
        {"id": "repere", "kind": "reference", "title": "Repère", "requirements": {"seuils": 4}},
    ],
}


def test_the_base_comes_first_then_areas_then_the_index() -> None:
    assert [section.anchor for section in report().sections] == [
        "ensemble",
        "atelier",
        "echelle",
        "roles",
        "savoir-etre",
        "domaine-facilitation",
        "domaine-juridique",
        "etapes",
        "methode",
        "sources",
    ]
    assert report().contents_depth == 2


def test_lead_says_what_it_is_and_how_many_employers_validated() -> None:
    assert report().subtitle == "Ensemble du référentiel ; 24 novembre 2026"
    assert report().lead[0] == (
        "Ce que c'est : 5 compétences, dont 2 savoir-être, décrites par ce que l'on constate au travail."
    )
    assert report().lead[2] == (
        "Où il en est : c'est une proposition, à valider par les employeurs ; 1 compétence sur 5 l'a été par "
        "un employeur au moins."
    )
    assert report(area="relation").lead[2].endswith("aucune compétence ne l'a encore été.")


def test_overview_counts_each_area_by_kind_adds_them_up_and_leads_to_it() -> None:
    rows = table_named(section_at(report(), "ensemble")).rows
    assert [[cell.text for cell in row] for row in rows] == [
        ["Animation", "0", "1", "0", "1"],
        ["Droit", "1", "1", "1", "3"],
        ["Relation", "0", "0", "1", "1"],
        ["Tous domaines", "1", "2", "2", "5"],
    ]
    # An area of ways of being alone has no section of its own.
    assert [row[0].goes_to for row in rows] == [
        "domaine-facilitation",
        "domaine-juridique",
        "savoir-etre",
        "",
    ]


def test_one_area_is_not_added_up_to_itself() -> None:
    rows = table_named(section_at(report(area="juridique"), "ensemble")).rows
    assert [row[0].text for row in rows] == ["Droit"]


def test_the_scale_has_numbers_and_the_degrees_of_ways_of_being_have_none() -> None:
    section = section_at(report(), "echelle")
    levels, degrees = [block for block in section.blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row] for row in levels.rows] == [
        ["0", "non acquis", "pas encore abordé"],
        ["1", "notions", "avec appui"],
        ["2", "application", "en autonomie dans le cas courant"],
        ["3", "maîtrise", "dans le cas complexe et en aidant les autres"],
        ["4", "expertise", "fait référence"],
    ]
    assert [row[0].text for row in degrees.rows] == [
        "attendu",
        "attendu en autonomie",
        "ressource pour les autres",
    ]
    assert "ProcurCompEU" in section.blocks[0].text  # type: ignore[union-attr]
    assert "convention de cet outil" in section.blocks[0].text  # type: ignore[union-attr]


def test_roles_are_said_to_be_our_reading_and_crossed_with_areas() -> None:
    section = section_at(report(), "roles")
    assert "lecture de cet outil" in section.blocks[0].text  # type: ignore[union-attr]
    definitions = next(block for block in section.blocks if isinstance(block, Definitions))
    assert definitions.pairs == (
        (
            "Animatrice / Animateur",
            "Relie. 2 compétences le servent, dont 1 savoir-être. Identifiant : animateur",
        ),
        ("Artisane / Artisan", "1 compétence le sert. Identifiant : artisan"),
    )
    assert [[cell.text for cell in row] for row in table_named(section).rows] == [
        ["Savoir-être, tous domaines", "Écoute", "–"],
        ["Animation", "–", "–"],
        ["Droit", "Seuils", "Seuils"],
    ]
    assert section.blocks[-1] == Paragraph("Rattachées à aucun rôle : Réunion, Droit, Rigueur.", "muted")


def test_one_role_needs_no_table_and_one_that_nothing_serves_says_so() -> None:
    assert not [
        block for block in section_at(report(role="animateur"), "roles").blocks if isinstance(block, Table)
    ]
    definitions = section_at(report(area="relation"), "roles").blocks[1]
    assert isinstance(definitions, Definitions)
    assert definitions.pairs[1] == ("Artisane / Artisan", "Aucune compétence ne le sert ici.")


def test_a_way_of_being_is_a_scene_three_degrees_in_words_and_a_counter_example() -> None:
    sheet = sheet_of("ecoute")
    assert sheet.whole
    assert sheet.blocks[:4] == (
        Paragraph("domaine : Relation ; rôle : Animatrice / Animateur ; ecoute", "muted"),
        Definitions((("Scène de travail", "Un service arrive fâché."),), beside=True),
        Table(
            "Ce que l'on constate à chaque degré",
            sheet.blocks[2].columns,  # type: ignore[union-attr]
            (
                (Cell("attendu"), Cell("– Laisse finir.")),
                (Cell("attendu en autonomie"), Cell("– Reformule.")),
                (Cell("ressource pour les autres"), Cell("– L'apprend aux autres.")),
            ),
        ),
        Definitions((("Au quotidien", "Prend des notes."), ("À l'inverse", "Coupe la parole.")), beside=True),
    )
    assert facts_of("ecoute") == {
        "Ce que l'IA change": "Effet : sans changement notable. Rien ne change.",
        "Fiches métier": (
            "ressource pour les autres : Directrice / Directeur.\n"
            "attendu en autonomie : Acheteuse / Acheteur de l'État."
        ),
    }


def test_no_sheet_of_a_way_of_being_holds_a_number() -> None:
    soft = section_at(report(), "savoir-etre")
    texts = texts_of(ReportView("", "", "fr", (), (soft,)))
    assert not [text for text in texts if any(sign.isdigit() for sign in text)]


def test_a_competency_tells_its_levels_in_order_with_word_number_and_cue() -> None:
    sheet = sheet_of("seuils")
    assert sheet.whole
    assert sheet.blocks[0] == Paragraph(
        "savoir-faire ; étape : Passation ; rôles : Artisane / Artisan, Animatrice / Animateur ; "
        "thème : Probité ; seuils",
        "muted",
    )
    assert sheet.blocks[1:4] == (
        Paragraph("Validée par 2 employeurs.", "good"),
        Paragraph("Calculer le seuil."),
        Definitions((("Situation de travail", "Deux achats se ressemblent."),), beside=True),
    )
    assert table_named(sheet).rows == (
        (Cell("1 notions", "avec appui"), Cell("– Lit le tableau.\n– Nomme le seuil.")),
        (Cell("2 application", "en autonomie dans le cas courant"), Cell("– Calcule seul.")),
    )


def test_facts_around_a_competency_are_short_dated_and_cite_what_was_read_only() -> None:
    assert facts_of("seuils") == {
        "Ce que l'IA change": ("Effet : aide (usage annoncé : exploiter des documents). Trie les achats."),
        "À ne pas confondre avec": "Droit : Le droit dit la règle.\nÉcoute : L'écoute la comprend.",
        "Précise": "Droit",
        "Fiches métier": (
            "maîtrise : Directrice / Directeur.\napplication : Acheteuse / Acheteur de l'État ; Juriste."
        ),
        "Repères de droit datés": "Seuil de dispense (source : 1er avril 2026), seuil",
        "Autres référentiels": (
            "ProcurCompEU, « Legislation », code 3 (plus large) ; ROME, « Droit des marchés », code 1"
        ),
    }
    assert facts_of("droit") == {
        "Précisée par": "Seuils",
        "Fiches métier": "Aucune fiche métier de ce catalogue ne la demande.",
    }


def test_what_is_not_described_is_to_be_written_together() -> None:
    assert (
        Paragraph("Aucun niveau n'est décrit dans ce catalogue : à écrire ensemble.", "muted")
        in sheet_of("droit").blocks
    )
    assert (
        Paragraph("Aucun degré n'est décrit dans ce catalogue : à écrire ensemble.", "muted")
        in sheet_of("rigueur").blocks
    )


def test_each_sheet_leaves_room_to_write() -> None:
    sheets = list(sheets_of(report()))
    assert len(sheets) == 5
    for sheet in sheets:
        room = sheet.blocks[-1]
        assert isinstance(room, Callout)
        assert (room.heading, room.room) == ("À discuter", 3)


def test_an_area_names_its_ways_of_being_told_above() -> None:
    assert section_at(report(), "domaine-juridique").blocks == (
        Paragraph("Savoir-être de ce domaine, décrits plus haut : Rigueur.", "muted"),
    )
    assert section_at(report(), "domaine-facilitation").blocks == (Paragraph("Faire travailler ensemble."),)


def test_the_index_leads_to_every_sheet() -> None:
    tables = [block for block in section_at(report(), "etapes").blocks if isinstance(block, Table)]
    assert [table.caption for table in tables] == ["Passation : 1 compétence", "Sans étape : 4 compétences"]
    assert [[cell.text for cell in row] for row in tables[0].rows] == [["Seuils", "savoir-faire", "Droit"]]
    ends = {row[0].goes_to for table in tables for row in table.rows}
    assert ends == {sheet.anchor for sheet in sheets_of(report())}


def test_sources_are_those_of_the_records_shown_and_of_their_parts() -> None:
    rows = table_named(section_at(report(), "sources")).rows
    assert [row[0].text for row in rows] == ["Sur l'IA", "Une loi", "Une page"]


@pytest.mark.parametrize(
    ("role", "area", "subtitle"),
    [
        ("animateur", None, "Rôle : Animatrice / Animateur ; 24 novembre 2026"),
        (None, "juridique", "Domaine : Droit ; 24 novembre 2026"),
        (
            "animateur",
            "juridique",
            "Rôle : Animatrice / Animateur ; domaine : Droit ; 24 novembre 2026",
        ),
    ],
)
def test_a_part_says_which_one_it_is(role: str | None, area: str | None, subtitle: str) -> None:
    assert report(role=role, area=area).subtitle == subtitle


def test_nothing_in_scope_is_said_in_one_line() -> None:
    nothing = report(role="artisan", area="relation")
    assert nothing.lead == ("Aucune compétence de ce catalogue ne répond à cette demande.",)
    assert nothing.sections == ()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_percentage_and_no_middle_dot(language: str) -> None:
    assert not [text for text in texts_of(report(language)) if "%" in text or "·" in text]


def test_whole_document_in_the_terminal_in_markdown_and_as_a_page() -> None:
    assert_golden("views/referentiel.txt", render_text(report(), 100, colour=False))
    assert_golden("views/referentiel.md", render_markdown(report()))
    assert_golden("views/referentiel-en.md", render_markdown(report("en")))
    assert_golden("views/referentiel-role.html", render_html(report(role="artisan")))


def report(language: str = "fr", role: str | None = None, area: str | None = None) -> ReportView:
    graph = SkillGraph.of(catalog(**RECORDS), DAY)
    return referentiel_report(gather_framework(graph, FrameworkScope(role=role, area=area)), graph, language)


def sheets_of(view: ReportView) -> Iterator[Section]:
    for section in view.sections:
        if section.anchor == "savoir-etre" or section.anchor.startswith("domaine-"):
            yield from section.sections


def sheet_of(competency: str) -> Section:
    return next(sheet for sheet in sheets_of(report()) if sheet.anchor == f"competence-{competency}")


def facts_of(competency: str) -> dict[str, str]:
    facts = sheet_of(competency).blocks[-2]
    assert isinstance(facts, Definitions)
    return dict(facts.pairs)
