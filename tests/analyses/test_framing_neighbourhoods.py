"""Rules, statuts, set-ups and named gaps by their id, with what is around them."""

from typing import Any

import pytest
from builders import DAY, catalog

from buyer_skills.analyses.framing_results import (
    NamedGapNeighbourhood,
    RuleNeighbourhood,
    SetUpNeighbourhood,
    StatutNeighbourhood,
)
from buyer_skills.analyses.neighbourhoods import explore
from buyer_skills.analyses.record_names import names_known, records_named
from buyer_skills.graph.skill_graph import SkillGraph


def rule(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "topic": "seuils", "text": f"Dit {name}.", "status": "seen", **more}


RECORDS: dict[str, Any] = {
    "areas": ["passation"],
    "phases": ["besoin", "passation"],
    "themes": ["clause"],
    "competencies": [
        {"id": "droit", "area": "passation", "rules": ["seuil", "jadis", "ignore"]},
        {
            "id": "clause",
            "area": "passation",
            "confused_with": [{"competency": "droit", "difference": "Non."}],
        },
    ],
    "trainings": [{"id": "cours", "outcomes": [("droit", 0, 1)]}],
    "profiles": [
        {
            "id": "acheteur",
            "requirements": {"droit": 2},
            "statut": {"statuts": ["redacteur"], "as_of": "2026-11"},
        }
    ],
    "rules": [
        rule("seuil"),
        rule("jadis", status="seen-old", as_of="2019"),
        rule("ignore", status="known-not-seen", value="12 jours", legal_text="décret"),
        rule("ailleurs", topic="autre"),
    ],
    "statuts": [
        *(
            {"id": name, "employer": "territorial", "category": category, "kind": "cadre-emplois"}
            | {"status": status}
            for name, category, status in (
                ("redacteur", "B", "seen"),
                ("attache", "A", "seen"),
                ("inconnu", "C", "known-not-seen"),
            )
        ),
        {"id": "corps", "employer": "etat", "category": "A", "kind": "corps", "status": "seen"},
    ],
    "named_gaps": [
        {"id": "clause", "text": "Peu.", "standing": "named", "steps": [{"competency": "droit", "up_to": 2}]},
        {"id": "vague", "text": "Flou.", "standing": "measured"},
    ],
    "activities": [{"id": "rediger", "phase": "passation"}, {"id": "definir", "phase": "besoin"}],
    "set_ups": [
        {
            "id": "commune",
            "actors": [
                {"id": "mairie", "title": "Mairie", "profiles": ["acheteur"]},
                {"id": "maire", "title": "Maire"},
            ],
            "allocations": [
                {"activity": "rediger", "parts": {"maire": "valide", "mairie": "fait"}},
                {"activity": "definir", "parts": {"mairie": "contribue"}},
            ],
        }
    ],
}


@pytest.fixture(scope="module")
def graph() -> SkillGraph:
    return SkillGraph.of(catalog(**RECORDS), DAY)


def explored(graph: SkillGraph, text: str) -> Any:
    return explore(graph, records_named(graph, text))


def test_a_rule_has_its_competencies_and_the_others_of_its_topic(graph: SkillGraph) -> None:
    seuil = explored(graph, "seuil")
    assert isinstance(seuil, RuleNeighbourhood)
    assert seuil.record is not None
    assert (seuil.topic, seuil.competencies) == ("seuils", ("droit",))
    assert (seuil.others, seuil.unread) == (("jadis",), 1)


def test_a_rule_never_read_at_its_source_hands_nothing_over(graph: SkillGraph) -> None:
    ignore = explored(graph, "ignore")
    assert (ignore.kind, ignore.record) == ("rule", None)
    dumped = ignore.model_dump_json()
    for said in ("Dit ignore", "12 jours", "décret"):
        assert said not in dumped


def test_a_statut_has_its_jobs_and_the_others_of_the_same_employers(graph: SkillGraph) -> None:
    redacteur = explored(graph, "redacteur")
    assert isinstance(redacteur, StatutNeighbourhood)
    assert (redacteur.profiles, redacteur.others) == (("acheteur",), ("attache",))
    assert explored(graph, "inconnu").record is None
    assert explored(graph, "corps").others == ()


def test_a_set_up_goes_phase_by_phase_and_actors_keep_their_order(graph: SkillGraph) -> None:
    commune = explored(graph, "commune")
    assert isinstance(commune, SetUpNeighbourhood)
    assert [
        (one.activity, one.phase, [(part.actor, part.part) for part in one.parts])
        for one in commune.activities
    ] == [
        ("definir", "besoin", [("mairie", "contribue")]),
        ("rediger", "passation", [("mairie", "fait"), ("maire", "valide")]),
    ]


def test_a_named_gap_has_what_is_found_on_its_steps(graph: SkillGraph) -> None:
    gap = explored(graph, "named-gap:clause")
    assert isinstance(gap, NamedGapNeighbourhood)
    assert [(step.to_level, step.trainings, step.finding) for step in gap.steps] == [
        (1, ("cours",), None),
        (2, (), "absent"),
    ]
    assert gap.unsure_areas == ("passation",)
    assert explored(graph, "vague").steps == ()


def test_a_named_gap_comes_last_among_those_of_its_id(graph: SkillGraph) -> None:
    assert [one.text for one in records_named(graph, "clause")] == [
        "competency:clause",
        "theme:clause",
        "named-gap:clause",
    ]
    assert [one.text for one in records_named(graph, "vague")] == ["named-gap:vague"]


def test_the_shortest_name_of_a_record_still_finds_it(graph: SkillGraph) -> None:
    for name in names_known(graph):
        for reference in records_named(graph, name):
            assert records_named(graph, reference.short)[0] == reference


def test_a_competency_names_its_gaps_and_who_is_taken_for_it(graph: SkillGraph) -> None:
    droit = explored(graph, "droit")
    assert (droit.named_gaps, droit.confused_by) == (("clause",), ("clause",))


def test_a_profile_names_its_set_ups(graph: SkillGraph) -> None:
    assert explored(graph, "acheteur").set_ups == ("commune",)
