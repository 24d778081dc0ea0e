"""Missing courses: the cases of `tests/cases/missing.yaml`, then need, order, scope and trust."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY, catalog

from buyer_skills.analyses.provider_knowledge import main_providers
from buyer_skills.analyses.supply import MissingReport, MissingScope, counted, find_missing
from buyer_skills.graph.skill_graph import SkillGraph

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "missing.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    result = missing(
        [offered(one) for one in case["offer"]],
        [{"id": "poste", "requirements": {"negociation": case["asks"]}}],
        **case.get("scope", {}),
    )
    assert said(result.findings) == case["finds"]
    assert said(result.work_steps) == case.get("work", {})
    causes = {each.to_level: each.caused_by.to_level for each in result.findings if each.caused_by}
    assert causes == case.get("caused_by", {})
    for finding in result.findings:
        assert list(finding.employers) == case.get("employers", [])


def test_need_counts_standard_and_local_profiles_and_adds_up_importance() -> None:
    result = missing(
        [],
        [
            {"id": "un", "requirements": {"negociation": (2, 3)}},
            {"id": "deux", "kind": "local", "requirements": {"negociation": (1, 1)}},
            {"id": "reference", "kind": "reference", "requirements": {"negociation": (4, 2)}},
            {"id": "volet", "kind": "volet", "requirements": {"negociation": (4, 2)}},
        ],
    )
    assert [(step.to_level, step.demand, step.weighted_demand) for step in result.steps] == [
        (1, 2, 4),
        (2, 1, 3),
    ]
    assert result.findings[0].profiles == ("deux", "un")


def test_a_profile_named_is_counted_alone_whatever_its_kind() -> None:
    profiles = [
        {"id": "un", "requirements": {"negociation": (2, 3)}},
        {"id": "reference", "kind": "reference", "requirements": {"droit": (1, 2)}},
    ]
    result = missing([], profiles, profile="reference")
    assert [(finding.competency, finding.demand) for finding in result.findings] == [("droit", 1)]


def test_the_most_serious_kind_comes_first_then_the_strongest_need_then_the_id() -> None:
    result = missing(
        [{"id": "t", "outcomes": [("seul", 0, 1)]}],
        [
            {"id": "un", "requirements": {"seul": (1, 3), "b": (1, 2), "a": (1, 2), "lourd": (1, 3)}},
            {"id": "deux", "requirements": {"b": (1, 1), "a": (1, 1)}},
        ],
    )
    assert [(each.kind, each.competency) for each in result.findings] == [
        ("absent", "a"),
        ("absent", "b"),
        ("absent", "lourd"),
        ("single-provider", "seul"),
    ]


def test_theme_role_and_area_limit_what_is_shown_but_not_what_explains_it() -> None:
    competencies = [
        {"id": "droit", "area": "juridique", "themes": ["probite"], "roles": ["responsable"]},
        {"id": "negociation", "area": "passation"},
    ]
    trainings = [
        {"id": "a", "requires": {"levels": {"negociation": 1}}, "outcomes": [("droit", 0, 1)]},
        {
            "id": "b",
            "provider": "autre",
            "requires": {"levels": {"negociation": 1}},
            "outcomes": [("droit", 0, 1)],
        },
    ]
    profiles = [{"id": "poste", "requirements": {"droit": 1, "negociation": 1}}]
    for scope in ({"theme": "probite"}, {"role": "responsable"}, {"area": "juridique"}):
        result = missing(trainings, profiles, competencies, **scope)
        assert [each.competency for each in result.findings] == ["droit"]
        assert [each.area for each in result.trust] == ["juridique"]
        cause = result.findings[0].caused_by
        assert cause is not None
        assert cause.key == ("negociation", 1)
        assert counted(result.findings) == ()


def test_of_two_steps_that_wait_for_each_other_the_first_is_the_cause() -> None:
    trainings = [
        {"id": "a", "requires": {"levels": {"droit": 1}}, "outcomes": [("negociation", 0, 1)]},
        {"id": "b", "requires": {"levels": {"negociation": 1}}, "outcomes": [("droit", 0, 1)]},
    ]
    result = missing(trainings, [{"id": "poste", "requirements": {"droit": (1, 3), "negociation": (1, 2)}}])
    causes = {each.competency: each.caused_by and each.caused_by.key for each in result.findings}
    assert causes == {"droit": None, "negociation": ("droit", 1)}


def test_an_employer_counts_the_jobs_that_exist_there() -> None:
    profiles = [
        {"id": "hopital", "employers": ["hospitalier"], "requirements": {"negociation": 1}},
        {"id": "partout", "requirements": {"droit": 1}},
    ]
    result = missing([], profiles, employer="etat")
    assert [each.competency for each in result.findings] == ["droit"]


def test_fees_are_judged_for_the_families_where_the_jobs_exist() -> None:
    trainings = [{"id": "a", "price_eur": 900, "outcomes": [("negociation", 0, 1)]}]
    profiles = [{"id": "hopital", "employers": ["hospitalier"], "requirements": {"negociation": 1}}]
    assert missing(trainings, profiles).findings[0].employers == ("hospitalier",)


def test_an_area_is_trusted_from_five_trainings_reported_or_better() -> None:
    def trainings(grades: list[str]) -> list[dict[str, Any]]:
        return [
            {
                "id": f"t{index}",
                "provider": f"p{index % 2}",
                "evidence": grade,
                "outcomes": [("negociation", 0, 1)],
            }
            for index, grade in enumerate(grades)
        ]

    profiles = [{"id": "poste", "requirements": {"negociation": 2}}]
    practice = {"id": "p", "kind": "practice", "evidence": "generic", "outcomes": [("negociation", 1, 2)]}
    weak = missing([*trainings(["verified"] * 4 + ["indicative"]), practice], profiles)
    trust = weak.trust[0]
    assert (trust.trainings, trust.trusted, trust.sufficient) == (5, 4, False)
    assert [(seen.id, seen.trainings) for seen in trust.providers] == [("p0", 3), ("p1", 2)]
    assert not weak.is_trusted(weak.findings[0])
    strong = missing(trainings(["verified", "reported", "confirmed", "reported", "verified"]), profiles)
    assert strong.is_trusted(strong.findings[0])
    assert (strong.findings[0].area_trainings, strong.findings[0].area_providers) == (5, ("p0", "p1"))


def test_an_area_is_judged_on_continuing_training_alone_and_says_what_is_thin() -> None:
    courses = [{"id": f"t{index}", "outcomes": [("negociation", 0, 1)]} for index in range(4)]
    degree = {"id": "diplome", "kind": "degree", "outcomes": [("droit", 0, 2), ("negociation", 0, 1)]}
    theme = {"id": "theme", "evidence": "indicative", "outcomes": [("droit", 0, 1)]}
    soft = {"id": "rigueur", "area": "x", "kind": "savoir-etre"}
    competencies = [{"id": "negociation", "area": "x"}, {"id": "droit", "area": "x"}, soft]
    profiles = [{"id": "poste", "requirements": {"negociation": 1, "droit": 2, "rigueur": 1}}]
    trust = missing([*courses, degree, theme], profiles, competencies).trust[0]
    assert (trust.trainings, trust.degrees, trust.trusted, trust.sufficient) == (6, 1, 4, False)
    assert (trust.competencies, trust.thin, trust.is_one_sided) == (2, ("droit",), True)
    enough = [*courses, degree, {"id": "t4", "outcomes": [("droit", 0, 1)]}]
    seen = missing(enough, profiles, competencies, employer="etat").trust[0]
    assert (seen.trusted, seen.sufficient, seen.thin, seen.is_one_sided) == (5, True, (), False)
    assert (seen.funded, seen.unknown_prices) == (0, 5)


def test_the_main_providers_say_how_their_offer_is_known() -> None:
    trainings = [
        {"id": "a", "provider": "cnfpt", "evidence": "indicative"},
        {"id": "b", "provider": "cnfpt", "evidence": "verified"},
        *({"id": f"f{index}", "provider": "firme", "evidence": "reported"} for index in range(3)),
        {"id": "u", "provider": "universite", "kind": "degree"},
        {"id": "z", "provider": "autre"},
    ]
    made = catalog(
        trainings=trainings, providers=[{"id": "cnfpt", "access": {"territorial": {"price_eur": 0}}}]
    )
    known = main_providers(SkillGraph.of(made, DAY))
    assert [(one.provider, one.trainings, one.read, one.reported, one.indicative) for one in known] == [
        ("cnfpt", 2, 1, 0, 1),
        ("firme", 3, 0, 3, 0),
    ]


def test_each_step_says_what_supplies_it_by_evidence() -> None:
    trainings = [
        {"id": "a", "evidence": "indicative", "outcomes": [("negociation", 0, 2)]},
        {"id": "b", "evidence": "confirmed", "outcomes": [("negociation", 1, 2)]},
        {"id": "tutorat", "kind": "practice", "evidence": "generic", "outcomes": [("negociation", 1, 2)]},
    ]
    steps = missing(trainings, [{"id": "poste", "requirements": {"negociation": 2}}]).steps
    assert [step.trainings for step in steps] == [("a",), ("b", "a")]
    assert dict(steps[1].evidence) == {"confirmed": 1, "verified": 0, "reported": 0, "indicative": 1}
    assert [step.practice for step in steps] == [False, True]


def test_the_same_catalogue_gives_the_same_json_which_reads_back() -> None:
    profiles = [{"id": "poste", "requirements": {"negociation": 3, "droit": 1}}]
    first, second = missing([], profiles), missing([], profiles)
    assert first.model_dump_json() == second.model_dump_json()
    assert MissingReport.model_validate_json(first.model_dump_json()) == first
    dumped = first.model_dump(mode="json")
    asked = {"competency", "from", "to", "kind", "also", "caused_by", "demand", "weighted_demand"}
    assert asked | {"employers", "nearest"} <= set(dumped["findings"][0])
    assert set(dumped["work_steps"][0]) == set(dumped["findings"][0])


def missing(
    trainings: list[dict[str, Any]],
    profiles: list[dict[str, Any]],
    competencies: list[dict[str, Any]] | None = None,
    **scope: Any,
) -> MissingReport:
    small = catalog(competencies=competencies or [], trainings=trainings, profiles=profiles)
    return find_missing(SkillGraph.of(small, DAY), MissingScope(**scope))


def offered(short: dict[str, Any]) -> dict[str, Any]:
    keys = dict(short)
    keys["outcomes"] = [(name, *levels) for name, levels in keys.pop("teaches").items()]
    return keys


def said(findings: Any) -> dict[int, list[str]]:
    return {each.to_level: [each.kind, *each.also] for each in findings}
