"""Files of decisions into verdicts, or into what is wrong with them, where it is written."""

import pytest
from catalog.waiting import WAITING

from buyer_skills.catalog.review_files import read_decisions

COMPETENCIES = ("achat-durable", "clause-sociale")


def codes(*lines: str) -> list[tuple[str, str]]:
    text = "format_version: 1\ndecisions:\n" + "".join(f"  - {{{line}}}\n" for line in lines)
    decisions, issues = read_decisions(text.encode(), "d.yaml", WAITING, COMPETENCIES)
    assert (decisions is None) == any(one.severity == "error" for one in issues)
    return [(one.code, str(one.place)) for one in issues]


def test_decisions_are_read_with_what_they_write_otherwise() -> None:
    text = b"""format_version: 1
decisions:
  - record: proposee
    decision: accept
    outcomes: [{competency: achat-durable, to: 1}]
    set: {hours: 14, title: Acheter mieux, code: null}
    function: responsable de la formation
  - {record: initiation, decision: later}
"""
    decisions, issues = read_decisions(text, "d.yaml", WAITING, COMPETENCIES)
    assert issues == ()
    assert decisions is not None
    ((proposal, verdict),) = decisions
    assert (proposal.name, verdict.takes, verdict.function) == (
        "proposee",
        True,
        "responsable de la formation",
    )
    assert verdict.edits == {
        "hours": 14,
        "title": {"fr": "Acheter mieux"},
        "code": None,
        "outcomes": [{"competency": "achat-durable", "to": 1}],
    }


def test_an_empty_list_of_outcomes_says_that_it_teaches_none() -> None:
    text = b"decisions: [{record: proposee, decision: accept, outcomes: []}]\n"
    decisions, _ = read_decisions(text, "d.yaml", WAITING, COMPETENCIES)
    assert decisions is not None
    assert decisions[0][1].edits == {"outcomes": []}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("record: proposee, decision: maybe", [("D106", "d.yaml:3:34")]),
        ("record: proposee, decision: accept, outcome: []", [("D102", "d.yaml:3:42")]),
        ("record: proposee, decision: accept, set: {hours: trop}", [("D104", "d.yaml:3:55")]),
        ("record: proposee, decision: accept, set: {heures: 7}", [("D102", "d.yaml:3:48")]),
        (
            "record: proposee, decision: accept, outcomes: [{competency: achat, to: 1}]",
            [("T103", "d.yaml:3:66")],
        ),
        (
            "record: proposee, decision: accept, outcomes: [{competency: achat-durable, to: 7}]",
            [("T102", "d.yaml:3:85")],
        ),
        ("record: initiation, decision: accept, set: {hours: -1}", [("D107", "d.yaml:3:57")]),
    ],
)
def test_what_is_wrong_is_said_where_it_is_written(line: str, expected: list[tuple[str, str]]) -> None:
    assert codes(line) == expected
