"""Two catalogues: which records changed and how, which findings move, which jobs can be brought further."""

from typing import Any

from builders import DAY, catalog

from buyer_skills.analyses.catalogue_differences import CatalogueDiff, compare_catalogues
from buyer_skills.graph.skill_graph import SkillGraph

JOB = {"id": "poste", "requirements": {"negociation": (2, 3), "ecoute": (1, 1)}}
FIRST = {"id": "initiation", "provider": "cnfpt", "outcomes": [("negociation", 0, 1)]}
SAME = {**FIRST, "id": "initiation-bis", "provider": "acp"}
SECOND = {"id": "appro", "provider": "cnfpt", "outcomes": [("negociation", 1, 2)]}
PRACTICE = {"id": "tutorat", "kind": "practice", "evidence": "generic", "outcomes": [("negociation", 1, 2)]}


def test_the_same_catalogue_twice_has_no_difference() -> None:
    found = diff([FIRST, PRACTICE], [PRACTICE, FIRST])
    assert (found.changes, found.front, found.steps, found.areas) == ((), (), (), ())
    assert (found.newly_offered, found.no_longer_offered) == ((), ())
    assert [move.has_moved for move in found.profiles] == [False]


def test_a_default_written_out_is_no_change() -> None:
    written = {**FIRST, "status": "current", "sessions": [], "note": None}
    assert diff([FIRST], [written]).changes == ()


def test_trainings_come_first_then_groups_added_before_removed_before_changed() -> None:
    old = catalog(["a", "b"], [FIRST, SAME], [JOB], providers=["cnfpt", "acp"])
    new = catalog(["b", "c"], [SECOND, {**SAME, "price_eur": 900}], [JOB], providers=["cnfpt", "acp"])
    found = compared(old, new)
    assert [(one.group, one.id, one.change) for one in found.changes] == [
        ("trainings", "appro", "added"),
        ("trainings", "initiation", "removed"),
        ("trainings", "initiation-bis", "changed"),
        ("competencies", "c", "added"),
        ("competencies", "a", "removed"),
    ]
    assert found.newly_offered == ("appro",)
    assert found.no_longer_offered == ("initiation",)


def test_a_training_that_ended_says_its_status_first_then_price_outcomes_evidence_and_dates() -> None:
    changed = {
        **FIRST,
        "title": "Autre titre",
        "hours": 7,
        "noted": "2026-11",
        "evidence": "confirmed",
        "outcomes": [("negociation", 0, 2)],
        "price_eur": 90,
        "ended": "2026-10",
        "status": "ended",
    }
    found = diff([FIRST], [changed])
    keys = found.changes[0].keys
    assert [one.key for one in keys] == [
        "status",
        "ended",
        "price_eur",
        "outcomes",
        "evidence",
        "noted",
        "title",
        "hours",
    ]
    assert (keys[0].before, keys[0].after) == ("current", "ended")
    assert (keys[2].before, keys[2].after) == (None, 90)
    assert keys[3].after == [{"competency": "negociation", "from": 0, "to": 2, "unit": None}]
    assert found.no_longer_offered == ("initiation",)


def test_an_unknown_price_for_a_family_is_not_a_price_left_unsaid() -> None:
    unknown = {**FIRST, "access": {"etat": {"price_eur": None}}}
    unsaid = {**FIRST, "access": {"etat": {}}}
    assert [one.key for one in diff([unsaid], [unknown]).changes[0].keys] == ["access"]


def test_a_finding_appears_disappears_or_changes_kind() -> None:
    found = diff([FIRST, SAME], [FIRST, PRACTICE], jobs=[JOB])
    assert [(one.key, one.before, one.after) for one in found.steps] == [
        (("negociation", 1), "served", "single-provider"),
        (("negociation", 2), "absent", "practice-only"),
    ]
    back = diff([FIRST, PRACTICE], [FIRST, SAME], jobs=[JOB])
    assert [(one.before, one.after) for one in back.steps] == [
        ("single-provider", "served"),
        ("practice-only", "absent"),
    ]


def test_a_step_nobody_asks_for_any_more_is_no_longer_a_finding() -> None:
    less = {"id": "poste", "requirements": {"negociation": (1, 3)}}
    found = compared(catalog([], [FIRST, SAME], [JOB]), catalog([], [FIRST, SAME], [less]))
    assert [(one.key, one.before, one.after) for one in found.steps] == [
        (("ecoute", 1), "absent", "not-asked"),
        (("negociation", 2), "absent", "not-asked"),
    ]


def test_the_best_that_can_be_brought_counts_practice_in_and_out() -> None:
    found = diff([FIRST], [FIRST, PRACTICE], jobs=[JOB])
    (move,) = found.profiles
    assert move.before is not None
    assert move.after is not None
    # Asked: 3 x 2 for negociation, 1 x 1 for ecoute, which nothing teaches.
    assert (move.before.coverage, move.before.coverage_without_practice) == (3 / 7, 3 / 7)
    assert (move.after.coverage, move.after.coverage_without_practice) == (6 / 7, 3 / 7)
    assert (move.after.met, move.after.met_without_practice, move.after.requirements) == (1, 0, 2)
    (requirement,) = move.requirements
    assert requirement.before is not None
    assert requirement.after is not None
    assert (requirement.competency, requirement.before.reached, requirement.after.reached) == (
        "negociation",
        1,
        2,
    )
    assert requirement.after.without_practice == 1


def test_a_level_counts_only_when_every_step_below_it_is_taught() -> None:
    found = diff([SECOND], [SECOND, FIRST], jobs=[JOB])
    requirement = found.profiles[0].requirements[0]
    assert requirement.before is not None
    assert requirement.after is not None
    assert (requirement.before.reached, requirement.after.reached) == (0, 2)


def test_a_job_of_one_catalogue_alone_has_nothing_on_the_other_side() -> None:
    other = {"id": "autre", "requirements": {"negociation": 1}}
    reference = {"id": "cible", "kind": "reference", "requirements": {"negociation": 1}}
    found = compared(catalog([], [FIRST], [JOB]), catalog([], [FIRST], [other, reference]))
    assert [(one.profile, one.before is None, one.after is None) for one in found.profiles] == [
        ("autre", True, False),
        ("poste", False, True),
    ]
    assert all(one.has_moved and not one.requirements for one in found.profiles)


def test_an_area_of_which_one_can_now_conclude_is_said() -> None:
    courses = [{**FIRST, "id": f"cours-{number}"} for number in range(5)]
    found = diff(courses[:4], courses)
    assert [(one.area, one.before, one.after) for one in found.areas] == [("domaine", False, True)]


def test_the_date_and_the_title_of_the_catalogue_are_said_apart() -> None:
    found = compared(catalog([], [FIRST], [JOB], day=None), catalog([], [FIRST], [JOB]))
    assert [(one.key, one.before, one.after) for one in found.front] == [("date", None, "2026-11-24")]
    assert (found.old.date, found.new.date, found.old.trainings) == (None, "2026-11-24", 1)


def diff(old: list[Any], new: list[Any], jobs: list[Any] | None = None) -> CatalogueDiff:
    """Return the difference of two lists of trainings; both catalogues hold the same bodies and jobs."""
    providers = ["cnfpt", "acp", "organisme"]
    jobs = [JOB] if jobs is None else jobs
    return compared(
        catalog(["negociation"], old, jobs, providers=providers),
        catalog(["negociation"], new, jobs, providers=providers),
    )


def compared(old: Any, new: Any) -> CatalogueDiff:
    return compare_catalogues(SkillGraph.of(old, DAY), SkillGraph.of(new, DAY), ("ancien", "nouveau"))
