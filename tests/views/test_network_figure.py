"""The picture of what is around a record: who is drawn, in which group, and who is counted."""

from typing import Any, get_args

import pytest
from builders import DAY, catalog

from buyer_skills.analyses.record_names import records_named
from buyer_skills.analyses.surroundings import NodeKind, look_around
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.around_view import around_report
from buyer_skills.views.network_branches import MOST_DRAWN
from buyer_skills.views.network_figure import network_chart, network_figure
from buyer_skills.views.network_groups import shared_out
from buyer_skills.views.node_titles import NODE_KINDS
from buyer_skills.views.report_view import Figure, NetworkChart, NetworkKind, NetworkNode, Paragraph, Table

RECORDS: dict[str, Any] = {
    "areas": [{"id": "juridique", "title": "Juridique"}, {"id": "passation", "title": "Passation"}],
    "phases": [{"id": "bilan", "title": "Bilan"}],
    "roles": [{"id": "artisan", "title": "Artisan"}],
    "themes": [{"id": "ia", "title": "IA"}],
    "competencies": [
        {
            "id": "droit",
            "title": {"fr": "Droit", "en": "Law"},
            "area": "juridique",
            "phase": "bilan",
            "roles": ["artisan"],
            "rules": ["seuil"],
            "confused_with": [{"competency": "negocier", "difference": "x"}],
        },
        {"id": "negocier", "title": "Négocier", "area": "passation", "roles": ["artisan"], "themes": ["ia"]},
        {"id": "enchere", "title": "Enchère", "area": "passation", "broader": "droit"},
        {"id": "ecoute", "title": "Écoute", "area": "passation", "kind": "savoir-etre"},
    ],
    "trainings": [
        {"id": "base", "title": "Base", "outcomes": [("droit", 0, 1)], "evidence": "indicative"},
        {"id": "aisee", "title": "Aisée", "outcomes": [("droit", 0, 1)]},
        {"id": "suite", "title": "Suite", "outcomes": [("droit", 1, 2)]}
        | {"requires": {"levels": {"droit": 1}, "trainings": ["base"]}},
        {"id": "audit", "title": "Audit", "requires": {"levels": {"droit": 2}}, "themes": ["ia"]},
        {"id": "tour", "title": "Tour", "kind": "itinerary", "parts": ["base", "suite"]},
        {"id": "master", "title": "Master", "kind": "degree", "outcomes": [("droit", 0, 2)]},
        {"id": "entendre", "title": "Entendre", "outcomes": [("ecoute", 0, 2)]},
        {"id": "tutorat", "title": "Tutorat", "kind": "practice", "evidence": "generic"}
        | {"provider": "employeur", "outcomes": {"applies_to": {}, "steps": [[1, 2]]}},
    ],
    "profiles": [
        {"id": "juriste", "title": "Juriste", "requirements": {"droit": (3, 3), "negocier": (2, 1)}}
        | {"statut": {"statuts": ["redacteur"], "as_of": "2026"}},
        {"id": "acheteur", "title": "Acheteur", "requirements": {"droit": (2, 3), "ecoute": (1, 2)}},
        {"id": "ici", "title": "Ici", "kind": "local", "requirements": {"droit": 1}}
        | {"based_on": {"profile": "juriste"}},
        {"id": "volet", "title": "Volet", "kind": "volet", "requirements": {"droit": 1}},
        {"id": "repere", "title": "Repère", "kind": "reference", "requirements": {"droit": 1}},
    ],
    "providers": [{"id": "organisme", "title": "Organisme"}, {"id": "employeur", "title": "Employeur"}],
    "rules": [{"id": "seuil", "title": "Seuil", "topic": "t", "text": "x", "status": "seen"}],
    "statuts": [
        {"id": "redacteur", "title": "Rédacteur", "employer": "territorial", "category": "B"}
        | {"kind": "cadre-emplois", "status": "seen"}
    ],
    "named_gaps": [
        {"id": "peu", "title": "Peu de droit", "text": "x", "standing": "named"}
        | {"steps": [{"competency": "droit"}]}
    ],
    "activities": [{"id": "rediger", "phase": "bilan"}],
    "set_ups": [
        {
            "id": "commune",
            "title": "Commune",
            "allocations": [{"activity": "rediger", "parts": {"a": "fait"}}],
        }
        | {"actors": [{"id": "a", "title": "A", "profiles": ["juriste"]}]}
    ],
}
GRAPH = SkillGraph.of(catalog(**RECORDS), DAY)


def chart(text: str, depth: int = 1, graph: SkillGraph = GRAPH, language: str = "fr") -> NetworkChart:
    return network_chart(look_around(graph, records_named(graph, text)[0], depth), graph, language)


def groups(drawn: NetworkChart) -> dict[str, list[str]]:
    return {group.title: [node.label for node in group.nodes] for group in drawn.groups}


def test_around_a_competency_what_leads_there_comes_first_and_what_it_opens_last() -> None:
    assert groups(chart("droit")) == {
        "Formations, jusqu'à : notions": ["Aisée", "Base"],
        "Formations, jusqu'à : application": ["Suite"],
        "Diplômes et titres qui la visent": ["Master"],
        "À organiser par l'employeur": ["Tutorat"],
        "Se précise en": ["Enchère"],
        "À ne pas confondre avec": ["Négocier"],
        "Domaine": ["Juridique"],
        "Étape de l'achat": ["Bilan"],
        "Rôles servis": ["Artisan"],
        "Règles datées": ["Seuil"],
        "Lacunes nommées par d'autres": ["Peu de droit"],
        "Formations qui la demandent à l'entrée": ["Audit"],
        "Métiers qui la demandent": ["Juriste", "Acheteur"],
        "Profils locaux qui la demandent": ["Ici"],
        "Volets achat d'autres métiers": ["Volet"],
        "Profils de référence": ["Repère"],
    }


def test_around_a_way_of_being_levels_are_words_of_its_own() -> None:
    assert groups(chart("ecoute"))["Formations, jusqu'à : attendu en autonomie"] == ["Entendre"]


def test_around_a_training_a_profile_a_provider_and_the_rest() -> None:
    assert groups(chart("suite")) == {
        "À suivre avant": ["Base"],
        "Organisme": ["Organisme"],
        "Compétences visées": ["Droit"],
        "Itinéraires dont elle est une partie": ["Tour"],
    }
    assert groups(chart("base"))["Formations qu'elle prépare"] == ["Suite"]
    assert groups(chart("audit"))["Demandé à l'entrée"] == ["Droit"]
    assert groups(chart("tour"))["Ses parties"] == ["Suite", "Base"]
    assert groups(chart("juriste")) == {
        "Compétences indispensables": ["Droit"],
        "Compétences utiles": ["Négocier"],
        "Cadres d'emplois et corps": ["Rédacteur"],
        "Organisations types": ["Commune"],
        "A servi de point de départ à": ["Ici"],
    }
    assert groups(chart("ici"))["Part du profil"] == ["Juriste"]
    assert groups(chart("organisme")) == {
        "Formations proposées": ["Aisée", "Audit", "Entendre", "Suite", "Tour", "Base"],
        "Diplômes et titres proposés": ["Master"],
    }
    assert groups(chart("seuil")) == {"Compétences qui s'y appuient": ["Droit"]}
    assert groups(chart("redacteur")) == {"Métiers qui peuvent en relever": ["Juriste"]}
    assert groups(chart("commune")) == {"Profils qui y ont une part": ["Juriste"]}
    assert groups(chart("named-gap:peu")) == {"Compétences concernées": ["Droit"]}
    assert groups(chart("enchere"))["Compétence plus large"] == ["Droit"]


def test_around_a_heading_competencies_go_by_area_or_kind() -> None:
    assert groups(chart("role:artisan")) == {
        "Compétences : Juridique": ["Droit"],
        "Compétences : Passation": ["Négocier"],
    }
    assert groups(chart("theme:ia")) == {
        "Compétences : Passation": ["Négocier"],
        "Formations qui portent ce thème": ["Audit"],
    }
    assert groups(chart("area:passation")) == {
        "Savoir-être": ["Écoute"],
        "Savoir-faire": ["Enchère", "Négocier"],
    }


def test_the_legend_names_what_is_drawn_and_no_more() -> None:
    drawn = chart("suite")
    assert drawn.kind_names == (
        ("competency", "compétence"),
        ("training", "formation"),
        ("provider", "organisme"),
    )
    assert drawn.link_names == (
        ("teaches", "vise la compétence"),
        ("entry", "demandé à l'entrée"),
        ("offered", "proposé par"),
        ("derived", "partie de, ou tiré de"),
    )
    assert drawn.notes == (
        "Seuls les liens avec la fiche du milieu sont tracés.",
        "Catalogue au 24 novembre 2026.",
    )
    assert drawn.alternative == (
        "Suite, avec autour : 1 compétence, 2 formations, 1 organisme. Le tableau qui suit dit la même chose."
    )


def test_the_table_of_the_nearest_says_the_same_group_by_group() -> None:
    figure = network_figure(look_around(GRAPH, records_named(GRAPH, "seuil")[0], 1), GRAPH, "fr")
    assert isinstance(figure, Figure)
    assert [[cell.text for cell in row] for row in figure.table.rows] == [
        ["Compétences qui s'y appuient", "Droit (droit)"]
    ]


def test_farther_records_hang_from_one_nearer_record_each() -> None:
    drawn = chart("seuil", 2)
    (group,) = drawn.groups
    (droit,) = group.nodes
    # Kinds in turn: a training, a profile, a degree, a competency... then a second of each.
    assert [node.label for node in droit.nodes][:6] == [
        "Aisée",
        "Juriste",
        "Master",
        "Enchère",
        "Peu de droit",
        "Tutorat",
    ]
    assert drawn.layer_names == ("à 1 lien", "à 2 liens")
    assert drawn.notes[0] == "Un seul lien est tracé vers chaque fiche ; elle peut en avoir d'autres."


def test_the_table_of_farther_records_gives_every_link_among_those_drawn() -> None:
    figure = network_figure(look_around(GRAPH, records_named(GRAPH, "role:artisan")[0], 2), GRAPH, "fr")
    assert figure is not None
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in figure.table.rows}
    assert rows["Droit"] == ["compétence", "à 1 lien", "Artisan (rangé dans)"]
    assert rows["Juriste"] == [
        "profil de métier",
        "à 2 liens",
        "Négocier (le métier la demande)\nDroit (le métier la demande)",
    ]


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_at_most_forty_records_are_drawn_each_once_and_the_others_counted(depth: int) -> None:
    graph = crowded()
    drawn = chart("centre", depth, graph)
    labels = [node.label for group in drawn.groups for node in nodes_of(group.nodes)]
    assert len(labels) == len(set(labels)) == MOST_DRAWN - 1
    assert any("Au plus 40 fiches sont dessinées" in note for note in drawn.notes)


def test_what_is_left_out_is_counted_in_words() -> None:
    drawn = chart("centre", 1, crowded())
    assert [(group.title, len(group.nodes), group.more) for group in drawn.groups] == [
        ("Formations, jusqu'à : notions", 13, "et 37 autres formations"),
        ("À ne pas confondre avec", 13, "et 7 autres compétences"),
        ("Domaine", 1, ""),
        ("Métiers qui la demandent", 12, "et 3 autres profils de métier"),
    ]
    farther = chart("area:domaine", 2, crowded())
    assert "Non dessinées, à 2 liens : 41 formations, 6 profils de métier." in farther.notes


def crowded() -> SkillGraph:
    others = [f"autre-{number:02}" for number in range(20)]
    records = catalog(
        competencies=[
            {"id": "centre", "confused_with": [{"competency": name, "difference": "x"} for name in others]},
            *others,
        ],
        trainings=[{"id": f"cours-{number:02}", "outcomes": [("centre", 0, 1)]} for number in range(50)],
        profiles=[{"id": f"poste-{number:02}", "requirements": {"centre": 1}} for number in range(15)],
    )
    return SkillGraph.of(records, DAY)


def nodes_of(nodes: tuple[NetworkNode, ...]) -> list[NetworkNode]:
    return [each for node in nodes for each in (node, *nodes_of(node.nodes))]


def test_a_record_without_link_stands_alone() -> None:
    alone = SkillGraph.of(catalog(themes=["seul"]), DAY)
    result = look_around(alone, records_named(alone, "theme:seul")[0], 2)
    assert network_figure(result, alone, "fr") is None
    drawn = network_chart(result, alone, "fr")
    assert (drawn.groups, drawn.layer_names) == ((), ())
    assert drawn.notes[0] == "Aucune autre fiche de ce catalogue ne lui est reliée."
    block = around_report(result, alone, "fr").sections[0].blocks[0]
    assert block == Paragraph("Aucune autre fiche de ce catalogue ne lui est reliée.")


def test_the_report_says_how_many_and_how_to_see_them() -> None:
    report = around_report(look_around(GRAPH, records_named(GRAPH, "theme:ia")[0], 2), GRAPH, "fr")
    assert report.lead == (
        "Fiches à 2 liens au plus : 8.",
        "En image : buyer-skills graph --around theme:ia --depth 2 -o voisinage.svg",
        "La fiche elle-même : buyer-skills show theme:ia",
    )
    assert isinstance(report.sections[0].blocks[0], Figure)
    assert isinstance(report.sections[0].blocks[0].table, Table)


def test_a_picture_speaks_english() -> None:
    drawn = chart("seuil", language="en")
    assert groups(drawn) == {"Competencies that rest on it": ["Law"]}
    assert drawn.notes[-1] == "Catalogue as of 24 November 2026."


def test_shares_are_even_and_never_more_than_there_is() -> None:
    assert shared_out([], 5) == []
    assert shared_out([3, 3], 10) == [3, 3]
    assert shared_out([10, 1, 10], 7) == [3, 1, 3]


def test_every_kind_of_record_has_its_place() -> None:
    assert set(NODE_KINDS) == set(get_args(NodeKind))
    assert len(NODE_KINDS) == len(set(NODE_KINDS))
    assert set(get_args(NetworkKind)) == set(NODE_KINDS)
