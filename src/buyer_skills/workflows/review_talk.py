"""The talk of `review`: each proposal is shown, then taken, changed, rejected or left for later."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from buyer_skills.analyses.suggestions.results import SuggestedOutcome
from buyer_skills.catalog.proposals import Proposal, Verdict
from buyer_skills.errors import DataError
from buyer_skills.issues import Issue
from buyer_skills.messages import Message
from buyer_skills.views.proposal_view import proposal_report
from buyer_skills.workflows.dialogue import Dialogue, EndOfDialogueError
from buyer_skills.workflows.review_answers import UnreadableAnswerError, edit_of, outcomes_of
from buyer_skills.workflows.reviewing import Review

Write = Callable[[Mapping[str, bytes]], None]
"""Writes files, by name, in the folder that is looked over."""

ShowIssues = Callable[[Sequence[Issue]], None]

_TAKE, _EDIT, _REJECT, _LATER, _STOP = "a", "m", "r", "p", "q"
_CHOICES = tuple(
    (letter, Message(f"review.choice-{name}"))
    for letter, name in (
        (_TAKE, "take"),
        (_EDIT, "edit"),
        (_REJECT, "reject"),
        (_LATER, "later"),
        (_STOP, "stop"),
    )
)


@dataclass
class Decided:
    """What was decided in one sitting: ids."""

    taken: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)


def talk_over(
    review: Review, dialogue: Dialogue, language: str, write: Write, show_issues: ShowIssues
) -> Decided:
    """Go through what waits; every decision is written at once, so that one may stop and come back.

    Args:
        review: the folder.
        dialogue: who answers.
        language: of the reader.
        write: writes the files of a decision.
        show_issues: shows what is wrong with an answer.
    """
    decided = Decided()
    waiting = review.proposals()
    for number, proposal in enumerate(waiting, 1):
        seen = review.seen(proposal)
        dialogue.show(proposal_report(seen, review.graph, language, (number, len(waiting))))
        suggested = seen.suggestions.outcomes if seen.suggestions else ()
        try:
            if not _decide(review, proposal, suggested, dialogue, decided, write, show_issues):
                break
        except EndOfDialogueError:
            break
    return decided


def _decide(
    review: Review,
    proposal: Proposal,
    suggested: Sequence[SuggestedOutcome],
    dialogue: Dialogue,
    decided: Decided,
    write: Write,
    show_issues: ShowIssues,
) -> bool:
    """Ask until something is decided; return whether to go on."""
    while True:
        answer = dialogue.choose(Message("review.question"), _CHOICES)
        if answer == _STOP:
            return False
        if answer == _LATER:
            decided.later.append(proposal.name)
            return True
        if answer == _REJECT:
            verdict = _rejection(dialogue)
        else:
            verdict = _taking(review, proposal, suggested, dialogue, answer)
        try:
            files = review.decide((proposal, verdict))
        except DataError as error:
            show_issues(error.issues)
            continue
        write(files)
        review.written(files)
        (decided.taken if verdict.takes else decided.rejected).append(proposal.name)
        return True


def _rejection(dialogue: Dialogue) -> Verdict:
    while not (reason := dialogue.ask(Message("review.ask-reason")).strip()):
        dialogue.say(Message("review.reason-needed"))
    return Verdict(takes=False, edits={}, reason=reason)


def _taking(
    review: Review,
    proposal: Proposal,
    suggested: Sequence[SuggestedOutcome],
    dialogue: Dialogue,
    answer: str,
) -> Verdict:
    edits: dict[str, Any] = _edits(proposal, dialogue) if answer == _EDIT else {}
    if proposal.is_new_training and "outcomes" not in edits:
        edits |= _outcomes(review, dialogue, suggested)
    reason = dialogue.ask(Message("review.ask-why-taken")).strip()
    return Verdict(takes=True, edits=edits, reason=reason)


def _outcomes(review: Review, dialogue: Dialogue, suggested: Sequence[SuggestedOutcome]) -> dict[str, Any]:
    key = "review.ask-outcomes" if suggested else "review.ask-outcomes-unknown"
    while True:
        answer = dialogue.ask(Message(key), "1" if suggested else "").strip()
        if not answer:
            dialogue.say(Message("review.outcomes-needed"))
            continue
        if answer == "0":
            return {"outcomes": []}
        try:
            return {"outcomes": outcomes_of(answer, suggested, review.graph.catalog.competencies)}
        except UnreadableAnswerError as error:
            dialogue.say(error.message)


def _edits(proposal: Proposal, dialogue: Dialogue) -> dict[str, Any]:
    edits: dict[str, Any] = {}
    while True:
        answer = dialogue.ask(Message("review.ask-edit")).strip()
        if not answer:
            return edits
        try:
            edits |= edit_of(answer, proposal.group, {**proposal.record, **edits})
        except UnreadableAnswerError as error:
            dialogue.say(error.message)
