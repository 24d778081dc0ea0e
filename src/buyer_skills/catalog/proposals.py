"""What waits in a folder to be looked over, and what it becomes once something is decided of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from buyer_skills.catalog.catalog import GROUPS
from buyer_skills.catalog.data_files import name_of
from buyer_skills.catalog.identifiers import free_identifier, slug
from buyer_skills.catalog.overlays import (
    EXTENDS,
    PROPOSED,
    REMOVE,
    STATUS,
    is_proposed_change,
    lines_named,
    merged_value,
    standing_change,
)
from buyer_skills.catalog.own_folder import OwnFolder

_COMPANIONS = frozenset({"providers", "sources"})
"""Groups whose proposals come with those of others, and are taken with them."""

_LONGEST_DECISION = 60
_NO_CHANGE = frozenset({EXTENDS, STATUS, "origin", "noted", "sources"})
"""Keys of a proposed change that say where it comes from rather than what it changes."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record that waits: a new one, or a change of one that is known."""

    group: str
    name: str
    """Its id, or that of the record it changes."""
    record: Mapping[str, Any]
    """It in plain values."""
    is_change: bool

    @property
    def is_new_training(self) -> bool:
        """Whether it is a training that is not known: what it teaches is asked of whoever takes it."""
        return self.group == "trainings" and not self.is_change

    @property
    def changed_keys(self) -> tuple[str, ...]:
        """The keys that a change would change; empty for a new record."""
        return tuple(key for key in self.record if key not in _NO_CHANGE) if self.is_change else ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What someone decides of a proposal."""

    takes: bool
    """Whether it is taken; else it is rejected."""
    edits: Mapping[str, Any]
    """Keys of the record, in plain values, that are written otherwise than proposed."""
    reason: str = ""
    function: str = ""
    """Function of who decides; never a name."""


def proposals_in(own: OwnFolder) -> tuple[Proposal, ...]:
    """Return what waits in a folder, in the order it is written; trainings first.

    A body that is proposed with a training is decided with it, and only listed when none names it.
    """
    named = {one.get("provider") for one in own.records["trainings"] if one.get(STATUS) == PROPOSED}
    groups = ("trainings", *(group for group in GROUPS if group != "trainings"))
    return tuple(
        Proposal(group, name_of(one), one, is_proposed_change(one))
        for group in groups
        for one in own.records[group]
        if one.get(STATUS) == PROPOSED and not (group in _COMPANIONS and one.get("id") in named)
    )


def decide(own: OwnFolder, proposal: Proposal, verdict: Verdict, day: str) -> None:
    """Change the records of a folder as it was decided, and log the decision.

    Args:
        own: the folder.
        proposal: one of those that wait in it.
        verdict: what is decided.
        day: when, as the catalogue writes dates.
    """
    records = own.records[proposal.group]
    index = next(index for index, one in enumerate(records) if one is proposal.record)
    if verdict.takes:
        taken = _taken(proposal, verdict.edits)
        standing = standing_change(records, proposal.name) if proposal.is_change else None
        if standing is None:
            records[index] = taken
        else:
            # Two changes of one record would be read one over the other: they become one.
            records[standing] = _one_after_the_other(records[standing], taken)
            del records[index]
    else:
        del records[index]
    _settle_provider(own, proposal, takes=verdict.takes)
    own.records["decisions"].append(_logged(own, proposal, verdict, day))


def _taken(proposal: Proposal, edits: Mapping[str, Any]) -> dict[str, Any]:
    taken = {**proposal.record, **edits}
    del taken[STATUS]
    for key in [key for key, value in edits.items() if value is None]:
        del taken[key]
    if proposal.group == "trainings" and taken.get("outcomes") and "basis" not in taken:
        is_read = "programme" in taken or "aims" in taken
        taken["basis"] = "programme" if is_read else "titre"
    return taken


def _one_after_the_other(first: Mapping[str, Any], then: Mapping[str, Any]) -> dict[str, Any]:
    """Return the one change that two changes of a record make, read one over the other."""
    both = {**first, **{key: merged_value(first.get(key), value, ()) for key, value in then.items()}}
    back = lines_named(then)
    # What is taken away stays so, unless the second change brings it back.
    removed = [
        one for one in dict.fromkeys([*first.get(REMOVE, ()), *then.get(REMOVE, ())]) if one not in back
    ]
    both.pop(REMOVE, None)
    return {**both, REMOVE: removed} if removed else both


def _settle_provider(own: OwnFolder, proposal: Proposal, *, takes: bool) -> None:
    """Take the proposed body of a training that is taken; drop the one that no training names any more."""
    provider = proposal.record.get("provider")
    bodies = own.records["providers"]
    index = next(
        (
            index
            for index, one in enumerate(bodies)
            if one.get("id") == provider and one.get(STATUS) == PROPOSED
        ),
        None,
    )
    if index is None:
        return
    if takes:
        bodies[index] = {key: value for key, value in bodies[index].items() if key != STATUS}
    elif all(one.get("provider") != provider for one in own.records["trainings"]):
        del bodies[index]


def _logged(own: OwnFolder, proposal: Proposal, verdict: Verdict, day: str) -> dict[str, Any]:
    taken = own.identifiers("decisions")
    # What a new training teaches is asked of whoever takes it: saying so changes nothing of the proposal.
    asked = frozenset() if "outcomes" in proposal.record else frozenset({"outcomes"})
    taken_as = "edited" if set(verdict.edits) - asked else "accepted"
    decided = taken_as if verdict.takes else "rejected"
    said = {
        "id": free_identifier(f"{day}-{slug(proposal.name, _LONGEST_DECISION)}", taken),
        "subject": proposal.name,
        "decided": decided,
        "day": day,
        "keys": sorted({*proposal.changed_keys, *verdict.edits}) if verdict.takes else [],
        "reason": verdict.reason,
        "function": verdict.function,
        "origin": proposal.record.get("origin"),
    }
    return {key: value for key, value in said.items() if value not in (None, "", [])}
