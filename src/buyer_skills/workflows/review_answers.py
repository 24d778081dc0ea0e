"""What is typed in a review into values of a record: outcomes, and keys written otherwise."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from buyer_skills.analyses.suggestions.results import SuggestedOutcome
from buyer_skills.catalog.groups import ALL_GROUPS
from buyer_skills.catalog.sheets.layout import group_sheet
from buyer_skills.catalog.sheets.values import NONE, value_of
from buyer_skills.issues import nearest
from buyer_skills.messages import Message

_OUTCOME = re.compile(r"([a-z0-9-]+)\s*:\s*([0-3])\s*(?:-|>|→|à)\s*([1-4])")
_NUMBER = re.compile(r"[0-9]{1,2}")
_BETWEEN = re.compile(r"[;,]")
_FRENCH = ".fr"


class UnreadableAnswerError(Exception):
    """What was typed is not understood; ``message`` says what is expected."""

    def __init__(self, message: Message) -> None:
        """Take what to say."""
        super().__init__(message.key)
        self.message = message


def outcomes_of(
    answer: str, suggested: Sequence[SuggestedOutcome], competencies: Collection[str]
) -> list[dict[str, Any]]:
    """Return the outcomes that an answer names: numbers of suggestions, or `competency:0-1`.

    Args:
        answer: such as ``1, 3`` or ``1, negociation:0-1``.
        suggested: the suggestions, numbered from 1.
        competencies: ids that may be named.

    Raises:
        UnreadableAnswerError: a part of it is neither.
    """
    found: list[dict[str, Any]] = []
    for part in filter(None, (one.strip() for one in _BETWEEN.split(answer))):
        if _NUMBER.fullmatch(part):
            if not 1 <= int(part) <= len(suggested):
                raise UnreadableAnswerError(
                    Message("review.no-number", {"found": part, "count": len(suggested)})
                )
            one = suggested[int(part) - 1]
            outcome = {"competency": one.competency, "from": one.from_level, "to": one.to_level}
        else:
            outcome = _outcome(part, competencies)
        if outcome not in found:
            found.append(outcome)
    return found


def edit_of(answer: str, group: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the key of a record that an answer writes otherwise, such as ``hours = 14``.

    A text takes the French; a key of a part is written with a point, as ``title.en = Negotiate``. Nothing
    after the sign takes the key away.

    Raises:
        UnreadableAnswerError: no such key can be written in one line.
    """
    key, sign, written = (part.strip() for part in answer.partition("="))
    columns = {one.key: one for one in group_sheet(group).columns if one.path and one.key != "id"}
    column = columns.get(key) or columns.get(key + _FRENCH)
    if not sign or column is None:
        known = {name.removesuffix(_FRENCH) for name in columns}
        raise UnreadableAnswerError(
            Message("review.no-key", {"found": key or answer, "nearest": nearest(key, known)})
        )
    top, *below = column.path
    if not written:
        return {top: None}
    value = [] if written == NONE else value_of(column, written)
    if below:
        value = {**(record.get(top) or {}), below[0]: value}
    if not _fits(group, top, value):
        raise UnreadableAnswerError(Message("review.no-value", {"key": key, "found": written}))
    return {top: value}


def _fits(group: str, key: str, value: Any) -> bool:
    """Return whether the entity takes a value under a key."""
    try:
        ALL_GROUPS[group].model.model_validate({key: value})
    except ValidationError as error:
        # What else the record must have is not there, and not asked for.
        return all(one["loc"][:1] != (key,) for one in error.errors(include_url=False))
    return True


def _outcome(part: str, competencies: Collection[str]) -> dict[str, Any]:
    match = _OUTCOME.fullmatch(part)
    if match is None:
        raise UnreadableAnswerError(Message("review.no-outcome", {"found": part}))
    competency, start, end = match[1], int(match[2]), int(match[3])
    if competency not in competencies:
        close = nearest(competency, competencies)
        raise UnreadableAnswerError(Message("review.no-competency", {"found": competency, "nearest": close}))
    if start >= end:
        raise UnreadableAnswerError(Message("review.no-outcome", {"found": part}))
    return {"competency": competency, "from": start, "to": end}
