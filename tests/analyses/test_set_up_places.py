"""What a job does in a typical organisation: its part in each activity, and with whom."""

import pytest
from builders import DAY, catalog

from buyer_skills.analyses.set_up_places import ActorPart, Partner, SetUpPlace, place_in_set_up
from buyer_skills.graph.skill_graph import SkillGraph

ACTORS = {"mairie": ["secretaire", "acheteur"], "maire": [], "comptable": [], "service": ["acheteur"]}
ALLOCATIONS = {
    "payer": {"mairie": "contribue", "comptable": "fait"},
    "rediger": {"mairie": "fait", "maire": "valide", "service": "contribue"},
    "voter": {"maire": "fait"},
}


@pytest.fixture
def graph() -> SkillGraph:
    small = catalog(
        profiles=["secretaire", "acheteur", "ailleurs"],
        activities=["rediger", "voter", "payer"],
        set_ups=[{"id": "commune", "actors": ACTORS, "allocations": ALLOCATIONS}],
    )
    return SkillGraph.of(small, DAY)


def place(graph: SkillGraph, profile: str) -> SetUpPlace | None:
    return place_in_set_up(graph, graph.profile(profile), graph.catalog.set_ups["commune"])


def test_activities_are_those_it_has_a_part_in_in_the_order_of_the_chain(graph: SkillGraph) -> None:
    found = place(graph, "secretaire")
    assert found is not None
    assert [(one.activity, one.part) for one in found.activities] == [
        ("rediger", "fait"),
        ("payer", "contribue"),
    ]
    assert found.activities[0].others == (
        ActorPart(actor="maire", part="valide"),
        ActorPart(actor="service", part="contribue"),
    )


def test_partners_are_those_of_the_same_activities_the_most_shared_first(graph: SkillGraph) -> None:
    found = place(graph, "secretaire")
    assert found is not None
    assert found.partners == (
        Partner(actor="maire", activities=("rediger",)),
        Partner(actor="comptable", activities=("payer",)),
        Partner(actor="service", activities=("rediger",)),
    )


def test_who_can_be_two_actors_takes_the_more_engaged_part_and_is_no_partner_of_itself(
    graph: SkillGraph,
) -> None:
    found = place(graph, "acheteur")
    assert found is not None
    assert found.actors == ("mairie", "service")
    assert [(one.activity, one.part) for one in found.activities] == [
        ("rediger", "fait"),
        ("payer", "contribue"),
    ]
    assert {partner.actor for partner in found.partners} == {"maire", "comptable"}


def test_a_job_that_is_no_actor_has_no_place(graph: SkillGraph) -> None:
    assert place(graph, "ailleurs") is None
