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
    "arguments", [(), ("-o", "-"), ("-o", "graphe.svgz"), ("-o", "g.graphml", "--format", "md")]
)
def test_another_form_is_refused(command: Command, arguments: tuple[str, ...]) -> None:
    ran = command(*GRAPH, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Donnez un fichier qui se termine par .graphml ou .json.\n")


def test_an_existing_file_is_kept(command: Command, tmp_path: Path) -> None:
    (tmp_path / "graphe.json").write_text("{}")
    assert command(*GRAPH, "-o", "graphe.json").code == 2
    assert (tmp_path / "graphe.json").read_text() == "{}"
