"""The review sheet of a body, back into records: what it confirmed, what it corrected, what it adds."""

import datetime as dt
from typing import Any

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.forms.answers import AddedTraining, AnsweredTraining, ProviderAnswers
from buyer_skills.catalog.forms.vocabulary import normal
from buyer_skills.catalog.identifiers import training_identifier
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, Training
from buyer_skills.workflows.forms.folder_records import FolderRecords, Plain
from buyer_skills.workflows.forms.provider_form import channel_known, days_known, prices_known
from buyer_skills.workflows.forms.training_records import Confirming, outcome_keys, plain_of, status_keys


def take_provider_answers(answers: ProviderAnswers, catalog: Catalog, into: FolderRecords) -> None:
    """Write in a folder what a body answered.

    Args:
        answers: its answers.
        catalog: the catalogue they are compared with: what is the same is confirmed and not written again.
        into: the records of the folder.
    """
    if not answers.trainings and not answers.added:
        return
    confirming = Confirming(into, catalog, answers.provider, answers.function, answers.day)
    for one in answers.trainings:
        training = catalog.trainings[one.training]
        keys, removed = _keys(one, training, catalog, answers.day)
        confirming.confirm(training, keys, removed, one.remark)
    for added in answers.added:
        _add(added, answers.provider, catalog, confirming)


def _keys(
    answer: AnsweredTraining, training: Training, catalog: Catalog, day: dt.date
) -> tuple[Plain, tuple[str, ...]]:
    keys = status_keys(training, day, offered=answer.offered, ended=answer.ended)
    if answer.title and answer.title != training.title.fr:
        keys["title"] = {"fr": answer.title}
    if answer.code and answer.code != training.code:
        keys["code"] = answer.code
    if answer.days is not None and answer.days != days_known(training):
        keys["days"] = answer.days
        if training.hours is not None:
            keys["hours"] = None
    if answer.place and answer.place != training.place:
        keys["place"] = answer.place
    if answer.modality and answer.modality != training.modality:
        keys["modality"] = answer.modality
    if access := _access(answer, training, catalog):
        keys["access"] = access
    if sessions := _sessions(answer, training, day):
        keys["sessions"] = sessions
    taught, removed = outcome_keys(training, answer.levels, entries=answer.entries)
    return {**keys, **taught}, removed


def _access(answer: AnsweredTraining, training: Training, catalog: Catalog) -> Plain | None:
    """Return who gets in and how, when a price or the way to enrol is not what we had; else None."""
    known = prices_known(catalog, training)
    before = {family: plain_of(one) for family, one in training.access.items()}
    access: dict[str, Any] = {family: dict(one) for family, one in before.items()}
    for family, price in answer.prices.items():
        if known.get(family) != price:
            access.setdefault(family, {})["price_eur"] = price
    if answer.channel and answer.channel != channel_known(training):
        concerned = [one for one in EMPLOYER_FAMILIES if one in access or one in answer.prices]
        for family in concerned or EMPLOYER_FAMILIES:
            access.setdefault(family, {})["channel"] = {"fr": answer.channel}
    return {one: access[one] for one in EMPLOYER_FAMILIES if one in access} if access != before else None


def _sessions(answer: AnsweredTraining, training: Training, day: dt.date) -> list[Plain] | None:
    """Return the sessions: those that are over, then those answered; None when nothing is new."""
    by_start = {one.start.text: plain_of(one) for one in training.sessions}
    starts = [one.isoformat() for one in answer.starts]
    if all(one in by_start for one in starts):
        return None
    over = [plain_of(one) for one in training.sessions if one.start.last < day]
    coming = [by_start.get(one, {"start": one}) for one in starts]
    return [*over, *(one for one in coming if one not in over)]


def _add(added: AddedTraining, provider: str, catalog: Catalog, confirming: Confirming) -> None:
    """Propose a training that a body adds, unless the catalogue has it under the same title."""
    same = normal(added.title)
    if any(one.provider == provider and normal(one.title.fr) == same for one in catalog.trainings.values()):
        return
    into = confirming.into
    known = next(
        (
            one
            for one in into.records["trainings"]
            if one.get("provider") == provider and normal(str(one.get("title", {}).get("fr"))) == same
        ),
        None,
    )
    taken = {*catalog.trainings, *into.identifiers("trainings")}
    record = {
        "id": known["id"] if known else training_identifier(added.title, provider, taken),
        "title": {"fr": added.title},
        "provider": provider,
        "kind": added.kind,
        "status": "proposed",
        **confirming.confirmation(),
        "days": added.days,
        "code": added.code,
        "url": added.url,
        "aims": {"fr": added.aims} if added.aims else None,
        "sources": [confirming.source],
    }
    into.put("trainings", {key: value for key, value in record.items() if value is not None})
