"""Any record by its id, with what leads to it and what it opens."""

from typing import Any

import pytest
from builders import DAY, catalog

from buyer_skills.analyses.neighbourhood_results import (
    CompetencyNeighbourhood,
    HeadingNeighbourhood,
    ProfileNeighbourhood,
    ProviderNeighbourhood,
    TrainingNeighbourhood,
)
from buyer_skills.analyses.neighbourhoods import explore
from buyer_skills.analyses.record_names import names_known, records_named
from buyer_skills.catalog.fields import Bilingual
from buyer_skills.graph.skill_graph import SkillGraph

RECORDS: dict[str, Any] = {
    "areas": ["passation", "juridique"],
    "phases": ["passation"],
    "competencies": [
        {"id": "droit", "area": "juridique", "roles": ["artisan"], "themes": ["ia"]},
        {"id": "negocier", "area": "passation", "phase": "passation", "roles": ["artisan"]},
        {"id": "enchere", "area": "passation", "broader": "negocier"},
    ],
    "trainings": [
        {"id": "base", "provider": "cnfpt", "outcomes": [("droit", 0, 1)]},
        {
            "id": "suite",
            "provider": "cnfpt",
            "outcomes": [("droit", 1, 2)],
            "requires": {"levels": {"droit": 1}, "trainings": ["base"]},
            "access": {"etat": {"price_eur": 100, "channel": "portail"}},
        },
        {"id": "tour", "kind": "itinerary", "parts": ["base", "suite"], "themes": ["ia"]},
        {"id": "master", "kind": "degree", "outcomes": [("negocier", 0, 1)]},
        {"id": "jadis", "provider": "cnfpt", "status": "history"},
        {
            "id": "tutorat",
            "kind": "practice",
            "evidence": "generic",
            "outcomes": {"applies_to": {}, "steps": [[1, 2]]},
        },
    ],
    "profiles": [
        {"id": "juriste", "requirements": {"droit": (4, 3), "negocier": (2, 1)}},
        {"id": "repere", "kind": "reference", "requirements": {"droit": 1}},
        {"id": "ici", "kind": "local", "requirements": {"droit": 1}, "based_on": {"profile": "juriste"}},
    ],
    "providers": [{"id": "cnfpt", "access": {"territorial": {"price_eur": 0, "paid_by": "cotisation"}}}],
}


@pytest.fixture(scope="module")
def graph() -> SkillGraph:
    return SkillGraph.of(catalog(**RECORDS), DAY)


def explored(graph: SkillGraph, text: str) -> Any:
    return explore(graph, records_named(graph, text))


def test_a_bare_id_of_two_lists_shows_the_first_and_names_the_other(graph: SkillGraph) -> None:
    result = explored(graph, "passation")
    assert (result.kind, [other.text for other in result.also]) == ("area", ["phase:passation"])
    assert explored(graph, "phase:passation").kind == "phase"
    assert explored(graph, "phase:passation").also == ()


@pytest.mark.parametrize("text", ["theme:passation", "passatio", "role:", "chose:droit", "tutorat@droit:2-3"])
def test_what_is_no_record_is_not_found(graph: SkillGraph, text: str) -> None:
    assert records_named(graph, text) == ()


def test_every_name_known_can_be_explored_and_dumped(graph: SkillGraph) -> None:
    names = names_known(graph)
    assert {"droit", "competency:droit", "tutorat@droit:1-2", "theme:ia", "jadis"} <= set(names)
    for name in names:
        assert explored(graph, name).model_dump_json(by_alias=True)


def test_a_competency_has_its_jobs_steps_and_finer_parts(graph: SkillGraph) -> None:
    droit = explored(graph, "droit")
    assert isinstance(droit, CompetencyNeighbourhood)
    assert [(one.profile, one.level) for one in droit.required_by] == [
        ("juriste", 4),
        ("ici", 1),
        ("repere", 1),
    ]
    assert [step.demand for step in droit.steps] == [2, 1, 1, 1]
    assert [step.finding for step in droit.steps] == [None, None, "absent", "practice-only"]
    assert droit.steps[1].practices == ("tutorat@droit:1-2",)
    assert [(one.training, one.level) for one in droit.opens] == [("suite", 1)]
    assert explored(graph, "negocier").finer == ("enchere",)


def test_a_training_has_what_it_asks_what_leads_there_and_what_it_opens(graph: SkillGraph) -> None:
    suite = explored(graph, "suite")
    assert isinstance(suite, TrainingNeighbourhood)
    assert [(one.competency, one.level, one.trainings) for one in suite.entry] == [("droit", 1, ("base",))]
    assert suite.itineraries == ("tour",)
    assert [one.profile for one in suite.serves] == ["juriste"]
    assert explored(graph, "base").followed_by == ("suite",)


def test_access_is_the_training_s_then_the_provider_s(graph: SkillGraph) -> None:
    access = {one.employer: one for one in explored(graph, "suite").access}
    assert (access["etat"].price_eur, access["etat"].channel) == (100, Bilingual(fr="portail"))
    assert (access["territorial"].price_eur, access["territorial"].paid_by) == (0, Bilingual(fr="cotisation"))
    assert access["autre"].price_eur is None


def test_a_template_says_what_it_covers_and_a_practice_what_it_lifts(graph: SkillGraph) -> None:
    template = explored(graph, "tutorat")
    assert (template.offered, template.covers) == (True, ("droit", "enchere", "negocier"))
    practice = explored(graph, "tutorat@droit:1-2")
    assert practice.offered
    assert [outcome.competency for outcome in practice.record.taught] == ["droit"]
    assert not explored(graph, "jadis").offered


def test_a_profile_says_what_is_offered_for_each_requirement(graph: SkillGraph) -> None:
    job = explored(graph, "juriste")
    assert isinstance(job, ProfileNeighbourhood)
    assert [(one.competency, one.trainings, len(one.not_found)) for one in job.requirements] == [
        ("droit", 2, 2),
        ("negocier", 1, 1),
    ]
    assert job.derived == ("ici",)


def test_a_provider_has_its_trainings_offered_and_past(graph: SkillGraph) -> None:
    cnfpt = explored(graph, "cnfpt")
    assert isinstance(cnfpt, ProviderNeighbourhood)
    assert (cnfpt.trainings, cnfpt.past, cnfpt.competencies) == (("base", "suite"), ("jadis",), ("droit",))


def test_a_role_gathers_competencies_trainings_degrees_and_what_is_not_found(graph: SkillGraph) -> None:
    role = explored(graph, "role:artisan")
    assert isinstance(role, HeadingNeighbourhood)
    assert [one.competency for one in role.competencies] == ["negocier", "droit"]
    assert (role.trainings, role.degrees) == (("base", "suite"), ("master",))
    assert [(step.competency, step.to_level, step.finding) for step in role.not_found] == [
        ("negocier", 2, "practice-only")
    ]
    assert [(step.competency, step.to_level) for step in role.work_steps] == [("droit", 3), ("droit", 4)]
    assert [(one.profile, one.competencies, one.indispensable) for one in role.profiles] == [
        ("juriste", 2, 1),
        ("ici", 1, 0),
    ]
    assert role.unsure_areas == ("passation", "juridique")


def test_a_theme_sets_apart_what_carries_it(graph: SkillGraph) -> None:
    theme = explored(graph, "ia")
    assert (theme.tagged, theme.trainings) == (("tour",), ("base", "suite"))
