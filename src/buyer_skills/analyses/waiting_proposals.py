"""What waits to be looked over, beside what is known: what it changes, its nearest, what it may teach."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import Field, JsonValue

from buyer_skills.analyses.record_changes import KeyChange
from buyer_skills.analyses.results import Result
from buyer_skills.analyses.suggestions.results import Suggestions
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.catalog.overlays import REMOVE, merged_value
from buyer_skills.catalog.proposals import Proposal
from buyer_skills.catalog.trainings import HOURS_PER_DAY

ProposalKind = Literal["new", "change"]
"""new: a record that is not in the catalogue; change: of one that is."""

_NEVER_SHOWN = frozenset({"id", "status"})


class WaitingProposal(Result):
    """One record that waits."""

    group: str = Field(description="Group of the record: trainings, profiles, providers...")
    id: str = Field(description="Id of the record, or of the one that it changes.")
    kind: ProposalKind = Field(description="new or change.")
    keys: tuple[KeyChange, ...] = Field(
        description="What it says, key by key; for a change, what it changes and what stands."
    )
    provider: str | None = Field(
        default=None,
        description="Name of the body that offers a training, even of one that is not known yet.",
    )
    nearest: str | None = Field(
        default=None, description="Id of the known training whose title is nearest; null when none is near."
    )
    suggestions: Suggestions | None = Field(
        default=None, description="What a new training may teach; null for anything else."
    )


class WaitingProposals(Result):
    """What waits in a folder."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    proposals: tuple[WaitingProposal, ...] = Field(description="What waits, in the order it is decided.")


def waiting_proposal(
    proposal: Proposal,
    standing: Mapping[str, Any] | None,
    bodies: Mapping[str, str],
    nearest: str | None,
    suggestions: Suggestions | None,
) -> WaitingProposal:
    """Return a proposal beside what is known.

    Args:
        proposal: what waits.
        standing: the record that it changes, in plain values; None for a new one.
        bodies: names of the bodies by id, those that are proposed too.
        nearest: id of the known training whose title is nearest that of a new one.
        suggestions: what a new training may teach.
    """
    return WaitingProposal(
        group=proposal.group,
        id=proposal.name,
        kind="change" if proposal.is_change else "new",
        keys=tuple(_keys(proposal, standing or {})),
        provider=bodies.get({**(standing or {}), **proposal.record}.get("provider", "")),
        nearest=nearest,
        suggestions=suggestions,
    )


def text_of(record: Mapping[str, Any]) -> TrainingText:
    """Return what a training in plain values tells of itself."""
    links = record.get("links", ())
    hours = record.get("hours")
    days = record.get("days")
    return TrainingText(
        title=record["title"]["fr"],
        aims=record.get("aims", {}).get("fr", ""),
        programme=record.get("programme", {}).get("fr", ""),
        formacodes=_codes(links, "Formacode"),
        rome=_codes(links, "ROME"),
        kind=record["kind"],
        hours=hours if hours is not None or days is None else days * HOURS_PER_DAY,
    )


def _codes(links: Iterable[Mapping[str, Any]], framework: str) -> tuple[str, ...]:
    return tuple(one["code"] for one in links if one.get("framework") == framework and one.get("code"))


def _keys(proposal: Proposal, standing: Mapping[str, Any]) -> Iterable[KeyChange]:
    names = proposal.changed_keys or tuple(key for key in proposal.record if key not in _NEVER_SHOWN)
    removed = frozenset(proposal.record.get(REMOVE, ()))
    for name in names:
        if name != REMOVE:
            before: JsonValue = standing.get(name)
            after = merged_value(before, proposal.record[name], removed)
            yield KeyChange(key=name, before=before, after=after)
    for name, value in standing.items():
        if name not in names and (rest := merged_value(value, value, removed)) != value:
            yield KeyChange(key=name, before=value, after=rest)
