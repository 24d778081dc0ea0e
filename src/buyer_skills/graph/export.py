"""The graph as files other tools read: GraphML and node-link JSON."""

import io
import json

import networkx as nx

from buyer_skills.graph.skill_graph import SkillGraph


def graphml_bytes(graph: SkillGraph) -> bytes:
    """Return the whole graph as GraphML, which ``networkx.read_graphml`` reads back equal.

    GraphML does not say that a graph may hold several edges between two nodes, nor that their numbers are
    numbers: read it with ``force_multigraph=True, edge_key_type=int``.
    """
    buffer = io.BytesIO()
    nx.write_graphml_xml(_plain(graph), buffer, encoding="utf-8", prettyprint=True)
    return buffer.getvalue() + b"\n"


def node_link_text(graph: SkillGraph) -> str:
    """Return the whole graph as node-link JSON, which ``networkx.node_link_graph`` reads back equal.

    Its edges are under ``edges``: read it with ``edges="edges"``.
    """
    data = nx.node_link_data(_plain(graph), edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(graph: SkillGraph) -> "nx.MultiDiGraph[str]":
    """Return the graph with its edges numbered from 0 between each pair of nodes."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    plain.add_nodes_from(graph.network.nodes(data=True))
    plain.add_edges_from((start, end, data) for start, end, data in graph.network.edges(data=True))
    return plain
