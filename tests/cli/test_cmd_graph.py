"""`graph`: the graph in a file, its form said by the suffix."""

import io
import json
from pathlib import Path

import networkx as nx
import pytest
from small_catalogue import Command

GRAPH = ("graph", "--data", "catalogue", "--date", "2026-11-24")

pytestmark = pytest.mark.usefixtures("catalogue")


def test_graphml_and_node_link_hold_the_same_graph(command: Command, tmp_path: Path) -> None:
    assert command(*GRAPH, "-o", "graphe.graphml").err == "Écrit : graphe.graphml\n"
    assert command(*GRAPH, "-o", "graphe.json").code == 0
    one = nx.read_graphml(tmp_path / "graphe.graphml", force_multigraph=True, edge_key_type=int)
    other = nx.node_link_graph(json.loads((tmp_path / "graphe.json").read_text("utf-8")), edges="edges")
    assert (one.nodes, one.adj) == (other.nodes, other.adj)
    assert one.nodes["training:droit-avance"]["days"] == 2.0
    assert one.nodes["degree:master-achat"]["offered"] is True
    assert one.has_edge("training:droit-avance", "step:droit:1-2")


def test_node_link_goes_to_the_standard_output(command: Command) -> None:
    ran = command(*GRAPH, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert nx.node_link_graph(json.loads(ran.out), edges="edges").is_multigraph()
    assert command(*GRAPH, "--format", "json", "-o", "-").out == ran.out


def test_the_graph_reads_back_from_what_was_printed(command: Command) -> None:
    printed = command(*GRAPH, "--format", "json").out
    assert command(*GRAPH, "--format", "json").out == printed
    assert nx.node_link_graph(json.load(io.StringIO(printed)), edges="edges").number_of_nodes() > 20


def test_a_name_without_suffix_is_a_folder(command: Command, tmp_path: Path) -> None:
    assert command(*GRAPH, "--format", "json", "-o", "graphes").code == 0
    assert (tmp_path / "graphes" / "graph.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("-o", "graphe.svgz"),
        ("-o", "graphe.svg"),
        ("--format", "json,graphml"),
        ("--around", "droit", "-o", "graphe.png"),
        ("--around", "droit", "--format", "svg,json"),
    ],
)
def test_another_form_is_refused(command: Command, arguments: tuple[str, ...]) -> None:
    ran = command(*GRAPH, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(
        "Donnez un fichier qui se termine par .graphml ou .json ; avec --around, .svg aussi.\n"
    )


@pytest.mark.parametrize("arguments", [(), ("-o", "-")])
def test_no_form_asked_is_told_without_naming_a_file(command: Command, arguments: tuple[str, ...]) -> None:
    result = command(*GRAPH, *arguments)
    assert result.code == 2
    assert "aucune forme n'est demandée pour le graphe" in result.err
    assert "-o catalogue.graphml" in result.err
    assert "« svg »" in command(*GRAPH, "--format", "svg").err


def test_a_form_that_no_graph_has_is_refused_with_those_there_are(command: Command) -> None:
    ran = command(*GRAPH, "-o", "g.graphml", "--format", "md")
    assert (ran.code, ran.out) == (2, "")
    assert "« md » n'est pas admis ; au choix : json, graphml, svg" in ran.err


def test_graphml_goes_to_the_standard_output_too(command: Command) -> None:
    printed = command(*GRAPH, "--format", "graphml").out
    assert nx.parse_graphml(printed, force_multigraph=True).number_of_nodes() > 20


def test_what_is_around_a_record_is_shown(command: Command) -> None:
    ran = command(*GRAPH, "--around", "droit")
    assert (ran.code, ran.err) == (0, "")
    shown = ran.out.replace("\u00a0", " ")
    assert shown.startswith("Autour de « Droit des marchés »\nGraphe du catalogue ; fiche : droit\n")
    assert "Formations, jusqu'à : application   Droit approfondi (droit-avance)" in shown
    assert command(*GRAPH, "--around", "droit", "-o", "-").out == ran.out
    assert "Fiches à 2 liens au plus" in command(*GRAPH, "--around", "droit", "--depth", "2").out


def test_what_is_around_a_record_is_drawn(command: Command, tmp_path: Path) -> None:
    ran = command(*GRAPH, "--around", "droit", "-o", "voisinage.svg")
    assert (ran.code, ran.out, ran.err) == (0, "", "Écrit : voisinage.svg\n")
    picture = (tmp_path / "voisinage.svg").read_text("utf-8")
    assert picture.startswith("<svg ")
    assert picture.endswith("</svg>\n")
    assert "Droit des marchés" in picture
    assert command(*GRAPH, "--around", "droit", "--format", "svg").out == picture
    assert "Procurement law" in command(*GRAPH, "--around", "droit", "--format", "svg", "--lang", "en").out


def test_a_folder_gets_a_file_named_after_the_record(command: Command, tmp_path: Path) -> None:
    assert command(*GRAPH, "--around", "role:artisan", "--format", "svg", "-o", "graphes").code == 0
    assert (tmp_path / "graphes" / "graph-role-artisan.svg").exists()


def test_what_is_around_a_record_is_a_graph_for_other_tools(command: Command) -> None:
    printed = command(*GRAPH, "--around", "master-achat", "--format", "json").out
    part = nx.node_link_graph(json.loads(printed), edges="edges")
    assert set(part.nodes) == {
        "degree:master-achat",
        "provider:universite",
        "competency:droit",
        *(f"step:droit:{level}-{level + 1}" for level in range(4)),
    }
    assert part.has_edge("degree:master-achat", "step:droit:0-1")


def test_a_record_that_does_not_exist_or_a_depth_alone_is_refused(command: Command) -> None:
    assert "« droit »" in command(*GRAPH, "--around", "droitt").err
    ran = command(*GRAPH, "--depth", "2", "-o", "g.json")
    assert (ran.code, ran.out) == (2, "")
    assert "Ajoutez --around" in ran.err
    assert command(*GRAPH, "--around", "droit", "--depth", "4").code == 2


def test_an_existing_file_is_kept(command: Command, tmp_path: Path) -> None:
    (tmp_path / "graphe.json").write_text("{}")
    assert command(*GRAPH, "-o", "graphe.json").code == 2
    assert (tmp_path / "graphe.json").read_text() == "{}"


def test_an_id_that_two_lists_have_names_the_other(command: Command) -> None:
    assert command(*GRAPH, "--around", "artisan").err == ""
    path = Path("catalogue", "competencies.yaml")
    text = path.read_text("utf-8").replace("id: juridique", "id: artisan")
    path.write_text(text.replace("area: juridique", "area: artisan"), "utf-8")
    ran = command(*GRAPH, "--around", "artisan")
    assert ran.code == 0
    assert "buyer-skills graph --around role:artisan" in ran.err
    assert "fiche\u00a0: area:artisan" in ran.out
