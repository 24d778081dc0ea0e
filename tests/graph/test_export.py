"""The graph in files: other tools read back all of it."""

import io
import json
from typing import Any

import networkx as nx
import pytest
from builders import DAY, catalog

from buyer_skills.catalog.bundled import bundled_folder
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.graph.export import graphml_bytes, node_link_text
from buyer_skills.graph.skill_graph import SkillGraph


def test_graphml_reads_back_equal(graph: SkillGraph) -> None:
    read = nx.read_graphml(io.BytesIO(graphml_bytes(graph)), edge_key_type=int, force_multigraph=True)
    assert contents(read) == contents(graph.network)


def test_node_link_reads_back_equal(graph: SkillGraph) -> None:
    read = nx.node_link_graph(json.loads(node_link_text(graph)), edges="edges")
    assert contents(read) == contents(graph.network)


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    assert graphml_bytes(small_graph()) == graphml_bytes(small_graph())
    assert node_link_text(small_graph()) == node_link_text(small_graph())


def test_attributes_are_scalars_and_what_is_unknown_is_absent(graph: SkillGraph) -> None:
    network = graph.network
    values = [value for _, data in network.nodes(data=True) for value in data.values()]
    values += [value for *_, data in network.edges(data=True) for value in data.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}


def test_a_training_says_whether_it_is_offered_and_what_is_known_of_it() -> None:
    nodes = small_graph().network.nodes
    assert nodes["training:negocier"] == {
        "kind": "training",
        "identifier": "negocier",
        "title": "Négocier & convaincre",
        "training_kind": "course",
        "evidence": "verified",
        "offered": True,
        "hours": 14.0,
    }
    assert nodes["degree:master"]["offered"] is False
    assert nodes["degree:master"]["price_eur"] == 243.5


def test_steps_stand_between_a_training_and_a_competency() -> None:
    network = small_graph().network
    assert network.nodes["step:negociation:1-2"]["from_level"] == 1
    taught = [
        (end, data)
        for _, end, data in network.out_edges("training:negocier", data=True)
        if data["type"] == "teaches"
    ]
    assert [end for end, _ in taught] == ["step:negociation:0-1", "step:negociation:1-2"]
    assert taught[0][1] == {
        "type": "teaches",
        "record": "negocier",
        "sources": "cerdd cnfpt-page",
        "from_level": 0,
        "to_level": 2,
    }


def contents(network: Any) -> tuple[Any, ...]:
    """Return all that a multigraph holds, in an order of its own, the kind of each value included."""
    nodes = sorted((key, typed(data)) for key, data in network.nodes(data=True))
    edges = sorted(
        (start, end, key, typed(data)) for start, end, key, data in network.edges(keys=True, data=True)
    )
    return network.is_directed(), network.is_multigraph(), nodes, edges


def typed(data: dict[str, Any]) -> list[tuple[str, str, Any]]:
    return sorted((name, type(value).__name__, value) for name, value in data.items())


def small_graph() -> SkillGraph:
    records = catalog(
        competencies=["negociation", "droit"],
        trainings=[
            {
                "id": "negocier",
                "title": "Négocier & convaincre",
                "outcomes": [("negociation", 0, 2)],
                "sources": ["cerdd", "cnfpt-page"],
                "requires": {"levels": {"droit": 1}, "any_of": [{"levels": {"droit": 2}}]},
            },
            {
                "id": "master",
                "kind": "degree",
                "status": "ended",
                "hours": None,
                "price_eur": 243.5,
                "url": "https://example.org/?a=1&b=2",
            },
        ],
        profiles=[{"id": "acheteur", "requirements": {"negociation": (2, 3), "droit": (1, 1)}}],
    )
    return SkillGraph.of(records, DAY)


@pytest.fixture(params=["small", "bundled"])
def graph(request: pytest.FixtureRequest) -> SkillGraph:
    if request.param == "small":
        return small_graph()
    return SkillGraph.of(load_catalog((bundled_folder(),)), DAY)
