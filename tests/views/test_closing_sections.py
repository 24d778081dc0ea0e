"""The closing parts of every report: how it was made, and on what it rests."""

from builders import DAY, catalog
from report_texts import table_named

from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.method_section import catalogue_text, method_section
from buyer_skills.views.report_view import Bullets, Paragraph
from buyer_skills.views.sources_section import sources_section


def test_the_catalogue_is_counted_by_evidence_at_its_day() -> None:
    trainings = [
        {"id": "a", "evidence": "verified"},
        {"id": "b", "evidence": "indicative"},
        {"id": "c", "evidence": "verified"},
        {"id": "d", "status": "ended"},
        {"id": "p", "kind": "practice", "evidence": "generic"},
    ]
    graph = SkillGraph.of(catalog(trainings=trainings), DAY)
    assert catalogue_text(graph, "fr") == (
        "Catalogue au 24 novembre 2026 : 3 formations proposées, dont "
        "2 « vu sur la page de l'organisme », 1 « à confirmer (thème connu) »."
    )
    empty = SkillGraph.of(catalog(), DAY)
    assert catalogue_text(empty, "en") == "Catalogue on 24 November 2026: no training course offered."


def test_rules_of_the_report_come_first_then_those_of_all() -> None:
    section = method_section(SkillGraph.of(catalog(), DAY), "fr", ["Une règle."])
    bullets = section.blocks[0]
    assert isinstance(bullets, Bullets)
    assert bullets.items[0] == "Une règle."
    assert "ProcurCompEU" in bullets.items[1]


def test_each_source_is_listed_once_with_its_dates_and_licence() -> None:
    sources = [
        {"id": "b", "title": "Zèbre", "publisher": "Sénat", "date": "2025", "licence": "Licence Ouverte 2.0"},
        {"id": "a", "title": "abeille", "url": None, "seen": None, "licence": "CC BY 4.0"},
        {"id": "inutile", "title": "Inutile"},
    ]
    trainings = [{"id": "t", "sources": ["b", "a"]}, {"id": "u", "sources": ["b"]}]
    graph = SkillGraph.of(catalog(trainings=trainings, sources=sources), DAY)
    section = sources_section(graph, graph.trainings.values(), "fr")
    assert [[(cell.text, cell.detail) for cell in row] for row in table_named(section).rows] == [
        [("abeille", "CC BY 4.0"), ("non daté", ""), ("sans adresse", "")],
        [
            ("Zèbre", "Sénat (Licence Ouverte 2.0)"),
            ("2025", "vu en novembre 2026"),
            ("https://example.org/", ""),
        ],
    ]


def test_no_source_is_said_so() -> None:
    block = sources_section(SkillGraph.of(catalog(), DAY), [], "fr").blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text == "Les fiches utilisées ne citent pas de source."
