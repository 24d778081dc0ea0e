"""Needs in people: the cases of `tests/cases/needs.yaml`, then order, fees, named gaps and the whole set."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY, catalog

from buyer_skills.analyses.missing_scope import MissingScope
from buyer_skills.analyses.possible_groups import GROUP_SIZE, PossibleGroups
from buyer_skills.analyses.supply import MissingReport, find_missing
from buyer_skills.catalog.needs import Need
from buyer_skills.graph.skill_graph import SkillGraph

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "needs.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_of_the_trade(case: dict[str, Any]) -> None:
    result = missing(
        [{"id": "poste", "requirements": {"negociation": case["asks"]}}],
        [need(**line) for line in case["needs"]],
        group_size=case.get("group_size", GROUP_SIZE),
        **case.get("scope", {}),
    )
    findings = {each.to_level: each for each in (*result.findings, *result.work_steps)}
    assert {level: each.demand for level, each in findings.items()} == case["people"]
    told = {level: each.need for level, each in findings.items() if each.need}
    assert {level: each.people for level, each in told.items()} == case["people"]
    for level, named in case.get("named", {}).items():
        assert {one.name: one.people for one in told[level].named} == named
    for level, groups in case.get("groups", {}).items():
        assert [in_words(one) for one in told[level].groups] == groups


def test_the_importance_that_a_job_gives_counts_once_a_person() -> None:
    profiles = [
        {"id": "un", "requirements": {"negociation": (1, 3), "droit": (1, 1)}},
        {"id": "deux", "requirements": {"droit": (1, 2)}},
    ]
    needs = [need("Ville A", headcount=2, profile="un"), need("Ville B", headcount=4, profile="deux")]
    result = missing(profiles, needs)
    assert [(each.competency, each.demand, each.weighted_demand) for each in result.findings] == [
        ("droit", 6, 2 * 1 + 4 * 2),
        ("negociation", 2, 2 * 3),
    ]
    assert result.findings[0].profiles == ("deux", "un")


def test_only_jobs_with_people_make_a_need() -> None:
    profiles = [
        {"id": "un", "requirements": {"negociation": 1}},
        {"id": "personne", "requirements": {"droit": 1}},
        {"id": "volet", "kind": "volet", "requirements": {"ecoute": 1}},
    ]
    result = missing(profiles, [need("A", profile="un"), need("A", profile="volet")])
    assert [each.competency for each in result.steps] == ["ecoute", "negociation"]


def test_fees_are_judged_where_the_people_are() -> None:
    trainings = [{"id": "a", "price_eur": 900, "outcomes": [("negociation", 0, 1)]}]
    profiles = [{"id": "poste", "requirements": {"negociation": 1}}]
    result = missing(profiles, [need("Hôpital A", employer="hospitalier")], trainings)
    assert result.findings[0].employers == ("hospitalier",)


def test_a_named_gap_counts_the_people_of_the_employers_it_concerns() -> None:
    small = catalog(
        profiles=[{"id": "poste", "requirements": {"negociation": 1}}],
        named_gaps=[{"id": "lacune", "steps": {"negociation": 1}, "employers": ["hospitalier"]}],
    )
    needs = (need("Ville A", headcount=9), need("Hôpital B", headcount=4, employer="hospitalier"))
    result = find_missing(SkillGraph.of(small, DAY), needs=needs)
    assert [(each.gap, each.findings[0].demand) for each in result.named] == [("lacune", 4)]


def test_the_whole_set_is_told_by_job_and_by_employer() -> None:
    profiles = [{"id": name, "requirements": {"negociation": 1}} for name in ("un", "deux", "trois")]
    needs = [
        need("Ville A", headcount=14, profile="un"),
        need("Ville A", headcount=2, profile="deux"),
        need("Ville B", headcount=7, profile="un", departement="62", level=1),
        need("Village C", headcount=3, profile="trois", departement="80"),
        need("Village D", headcount=1, profile="trois", departement="2a"),
    ]
    counted = missing(profiles, needs, group_size=10).needs
    assert counted is not None
    assert (counted.people, counted.employers, counted.with_levels, counted.group_size) == (27, 4, 7, 10)
    assert (counted.departements, counted.other_departements) == (("59", "62"), 2)
    assert [(one.name, one.people, one.departements) for one in counted.named] == [
        ("Ville A", 16, ("59",)),
        ("Ville B", 7, ("62",)),
    ]
    assert [(one.profile, one.people, one.employers) for one in counted.jobs] == [
        ("un", 21, 2),
        ("trois", None, 2),
        ("deux", None, 1),
    ]


def test_without_needs_files_nothing_is_said_of_people() -> None:
    small = catalog(profiles=[{"id": "poste", "requirements": {"negociation": 1}}])
    result = find_missing(SkillGraph.of(small, DAY))
    assert result.needs is None
    assert [(each.demand, each.need) for each in result.findings] == [(1, None)]


def need(name: str, headcount: int = 12, level: float | None = None, **keys: Any) -> Need:
    """Return a line: territorial people of the Nord in the job `poste`, unless told otherwise."""
    levels = {} if level is None else {"negociation": level}
    line = {"employer": "territorial", "departement": "59", "profile": "poste", "levels": levels, **keys}
    return Need.model_validate({"name": name, "headcount": headcount, **line})


def missing(
    profiles: list[Any],
    needs: list[Need],
    trainings: list[Any] | None = None,
    *,
    group_size: int = GROUP_SIZE,
    **scope: Any,
) -> MissingReport:
    small = catalog(trainings=trainings or [], profiles=profiles)
    return find_missing(SkillGraph.of(small, DAY), MissingScope(**scope), tuple(needs), group_size)


def in_words(groups: PossibleGroups) -> str:
    """Return groups as the cases write them."""
    if groups.form == "intra":
        return f"intra {groups.groups} ({', '.join(groups.names)})"
    if groups.form == "inter":
        return f"inter of {groups.employers}"
    place = f" {groups.departement or '?'}" if groups.form == "union-departement" else ""
    return f"union{place}: {groups.groups} of {groups.employers}"
