"""A file of decisions on what waits in a folder, in YAML or JSON, into checked verdicts."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, Strict, ValidationError

from buyer_skills.catalog.fields import Entity, Text
from buyer_skills.catalog.groups import ALL_GROUPS
from buyer_skills.catalog.persons import seems_personal
from buyer_skills.catalog.proposals import Proposal, Verdict
from buyer_skills.catalog.raw_records import version_issues
from buyer_skills.catalog.shapes import place_of, shape_issues
from buyer_skills.catalog.sheets.plain import plain_record
from buyer_skills.catalog.trainings import Outcome
from buyer_skills.issues import Issue, has_errors, in_order, issue, nearest
from buyer_skills.sources.strict_yaml import read_yaml
from buyer_skills.sources.tree import YamlMapping, YamlSequence

Answer = Literal["accept", "reject", "later"]
"""accept: taken, with `outcomes` and `set` when there are any; reject: not taken; later: waits still."""


class ReviewLine(Entity):
    """What is decided of one record that waits."""

    record: Text = Field(description="Id of the record, or of the one that it changes.")
    decision: Answer = Field(description="accept, reject or later.")
    outcomes: tuple[Outcome, ...] | None = Field(
        default=None, description="For a training: what it teaches; absent = as proposed."
    )
    set: dict[str, Any] = Field(
        default_factory=dict, description="Keys of the record written otherwise, such as {hours: 14}."
    )
    reason: Text | None = Field(default=None, description="Why; compulsory to reject.")
    function: Text | None = Field(
        default=None,
        description="Function of who decides, such as « ingénieure de formation »; never a name.",
    )


class ReviewFile(Entity):
    """Decisions on what waits in a folder."""

    format_version: Annotated[int, Strict()] = Field(default=1, description="Version of the format: 1.")
    decisions: tuple[ReviewLine, ...] = Field(description="One line a record; those not named wait still.")


Decisions = tuple[tuple[Proposal, Verdict], ...]


def read_decisions(
    source: Path | bytes, name: str, waiting: Iterable[Proposal], competencies: Collection[str]
) -> tuple[Decisions | None, tuple[Issue, ...]]:
    """Read a file of decisions on what waits.

    Args:
        source: the file, or its bytes.
        name: how readers know it.
        waiting: what waits.
        competencies: ids that outcomes may name.

    Returns:
        What is decided, those left for later not among it, or None when there is an error; and every issue.
    """
    tree, found = read_yaml(source, name)
    issues = list(found)
    if tree is None:
        return None, in_order(issues)
    issues += version_issues(tree)
    try:
        file = ReviewFile.model_validate(tree)
    except ValidationError as error:
        return None, in_order([*issues, *shape_issues(error, ReviewFile, tree)])
    by_name: dict[str, list[Proposal]] = {}
    for proposal in waiting:
        by_name.setdefault(proposal.name, []).append(proposal)
    decided: list[tuple[Proposal, Verdict]] = []
    seen: set[str] = set()
    for index, line in enumerate(file.decisions):
        said = list(_issues_of(line, tree, index, by_name, seen))
        seen.add(line.record)
        if not said:
            said += _competency_issues(line, tree, index, competencies)
            for proposal in by_name[line.record]:
                said += _edit_issues(proposal, tree["decisions"][index])
                if line.decision != "later":
                    decided.append((proposal, _verdict(line, proposal, tree["decisions"][index])))
        issues += said
    return (None if has_errors(issues) else tuple(decided)), in_order(issues)


def _issues_of(
    line: ReviewLine, tree: YamlMapping, index: int, known: Collection[str], seen: Collection[str]
) -> Iterator[Issue]:
    place = place_of(tree, ("decisions", index, "record"))
    if line.record not in known:
        yield issue("I101", place, found=line.record, nearest=nearest(line.record, known))
    elif line.record in seen:
        yield issue("I102", place, found=line.record)
    if line.function and seems_personal(line.function):
        yield issue("I104", place_of(tree, ("decisions", index, "function")), found=line.function)
    if line.decision == "reject" and not line.reason:
        yield issue("I103", place_of(tree, ("decisions", index)), found=line.record)


def _competency_issues(
    line: ReviewLine, tree: YamlMapping, index: int, competencies: Collection[str]
) -> Iterator[Issue]:
    for number, outcome in enumerate(line.outcomes or ()):
        if outcome.competency not in competencies:
            place = place_of(tree, ("decisions", index, "outcomes", number, "competency"))
            close = nearest(outcome.competency, competencies)
            yield issue("T103", place, found=outcome.competency, nearest=close)


def _edit_issues(proposal: Proposal, line: YamlMapping) -> Iterator[Issue]:
    """Yield what is wrong with the keys written otherwise, where they are written."""
    edits = line.get("set")
    if not isinstance(edits, YamlMapping) or not edits:
        return
    whole = YamlMapping(line.source, line.mark)
    for key, value in proposal.record.items():
        if key != "extends":
            whole[key] = value
    for key in edits:
        whole.borrow(key, edits)
    model = ALL_GROUPS[proposal.group].model
    try:
        model.model_validate(whole)
    except ValidationError as error:
        # What the record lacks, a change of another, is said of the whole line: it is no fault of the edits.
        yield from (one for one in shape_issues(error, model, whole) if one.place != whole.place())


def _verdict(line: ReviewLine, proposal: Proposal, tree: YamlMapping) -> Verdict:
    edits: dict[str, Any] = {}
    written: Mapping[str, Any] = tree.get("set", {})
    if written:
        edits |= plain_record(ALL_GROUPS[proposal.group], written)
    if isinstance(tree.get("outcomes"), YamlSequence) and proposal.group == "trainings":
        edits |= plain_record(ALL_GROUPS["trainings"], {"outcomes": tree["outcomes"]})
    return Verdict(line.decision == "accept", edits, line.reason or "", line.function or "")
