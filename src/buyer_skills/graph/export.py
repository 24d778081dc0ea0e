"""The graph as files other tools read: GraphML and node-link JSON."""

import io
import json
from collections.abc import Container

import networkx as nx

from buyer_skills.graph.skill_graph import SkillGraph


def graphml_bytes(graph: SkillGraph, keys: Container[str] | None = None) -> bytes:
    """Return the graph as GraphML, which ``networkx.read_graphml`` reads back equal.

    All of it, or the nodes of ``keys`` and the edges between them.

    GraphML does not say that a graph may hold several edges between two nodes, nor that their numbers are
    numbers: read it with ``force_multigraph=True, edge_key_type=int``.
    """
    buffer = io.BytesIO()
    nx.write_graphml_xml(_plain(graph, keys), buffer, encoding="utf-8", prettyprint=True)
    return buffer.getvalue() + b"\n"


def node_link_text(graph: SkillGraph, keys: Container[str] | None = None) -> str:
    """Return the graph as node-link JSON, which ``networkx.node_link_graph`` reads back equal.

    All of it, or the nodes of ``keys`` and the edges between them. Its edges are under ``edges``: read it
    with ``edges="edges"``.
    """
    data = nx.node_link_data(_plain(graph, keys), edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(graph: SkillGraph, keys: Container[str] | None) -> "nx.MultiDiGraph[str]":
    """Return the graph, or the part of it asked for, its edges numbered from 0 between each pair of nodes."""
    network = graph.network
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    plain.add_nodes_from((key, data) for key, data in network.nodes(data=True) if keys is None or key in keys)
    plain.add_edges_from(
        (start, end, data) for start, end, data in network.edges(data=True) if start in plain and end in plain
    )
    return plain
