"""`import --source`: the offers of an outside file into a folder of proposals, nothing twice."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from buyer_skills.analyses.matching import KnownTrainings, Recognition, known_trainings
from buyer_skills.catalog.bundled import DataFolder
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.exchange import plain_standing
from buyer_skills.catalog.identifiers import slug
from buyer_skills.catalog.intake.offers import Offer, OfferFile
from buyer_skills.catalog.intake.proposed_records import (
    UNNAMED_BODY,
    changed_training,
    new_provider,
    new_training,
    renewed_training,
)
from buyer_skills.catalog.loading import AnyFolder, LoadedCatalog, Underneath
from buyer_skills.catalog.overlays import EXTENDS, PROPOSED, STATUS, is_proposed_change
from buyer_skills.catalog.own_folder import OwnFolder, own_folder
from buyer_skills.catalog.providers import Provider
from buyer_skills.catalog.trainings import Training
from buyer_skills.errors import UsageError
from buyer_skills.issues import Issue, has_errors, in_order
from buyer_skills.messages.wording import LANGUAGES, wording

_WHOLE = 1_000
"""Longer than any title: what is compared is not cut."""


@dataclass
class BroughtOffers:
    """What a file of offers became: which are new, known, already waiting or refused."""

    file: OfferFile
    issues: tuple[Issue, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    """The content of each file that changes, by name; none when there is an error."""
    new: list[str] = field(default_factory=list)
    """Ids proposed."""
    changed: list[str] = field(default_factory=list)
    """Known trainings of which a change is proposed."""
    renewed: list[str] = field(default_factory=list)
    """Proposals that waited already, brought up to date."""
    unchanged: list[str] = field(default_factory=list)
    """Known trainings of which the file says nothing new."""
    gone: list[str] = field(default_factory=list)
    """Trainings brought in from an earlier copy of the same file, which this one no longer holds."""
    refused: int = 0
    """Offers that were rejected before, and are not proposed again."""

    @property
    def has_errors(self) -> bool:
        """Whether nothing may be written."""
        return has_errors(self.issues)


def bring_offers(
    file: OfferFile,
    into: DataFolder,
    under: DataFolder,
    day: dt.date,
    overlays: Iterable[AnyFolder] = (),
) -> BroughtOffers:
    """Return what the offers of a file make of a folder of proposals.

    An offer that is a training already known becomes a proposed change of it, and only when it says something
    new; one that was rejected is left. Nothing that is only proposed is used by an analysis.

    Args:
        file: the offers that were read.
        into: the folder of proposals; it is started when it is not there.
        under: the catalogue it is laid over.
        day: the day the check is made for.
        overlays: folders that are laid over ``under`` first.

    Raises:
        UsageError: the folder is a whole catalogue.
    """
    brought = BroughtOffers(file, in_order(file.issues))
    title = {language: wording(language).text("intake.folder-title") for language in LANGUAGES}
    own = own_folder(into, title, Underneath(under, overlays), day)
    if not own.is_overlay:
        raise UsageError("intake-not-overlay", folder=into.label)
    # One that is started says with its first file that it completes the catalogue.
    standing = own.checked()
    if brought.has_errors or standing.has_errors:
        brought.issues = in_order((*file.issues, *standing.issues))
        return brought
    _Intake(brought, own, standing).run()
    if not (brought.new or brought.changed or brought.renewed):
        return brought
    files = own.files()
    loaded = own.checked(files)
    if loaded.has_errors:
        brought.issues = in_order((*file.issues, *loaded.issues))
        return brought
    brought.files = files
    return brought


class _Intake:
    """One file of offers on its way into one folder."""

    def __init__(self, brought: BroughtOffers, own: OwnFolder, standing: LoadedCatalog) -> None:
        self._brought, self._file, self._own = brought, brought.file, own
        self._standing = plain_standing(standing, "trainings")
        self._waiting = {
            one["id"]: one for one in own.records["trainings"] if one.get(STATUS) == PROPOSED and "id" in one
        }
        self._changes = {one[EXTENDS]: one for one in own.records["trainings"] if is_proposed_change(one)}
        self._taken = {name for _, name, _ in standing.places.trees()}
        self._known = self._known_trainings(standing.catalog)
        rejected = [
            ((one["origin"]["registry"], one["origin"]["key"]), one["subject"])
            for one in own.records["decisions"]
            if one.get("decided") == "rejected" and "origin" in one
        ]
        self._rejected = {origin for origin, subject in rejected if subject not in self._standing}
        # A change that was rejected says that the offer is another training: it is proposed as such.
        self._apart = {origin for origin, subject in rejected if subject in self._standing}

    def run(self) -> None:
        for offer, known in self._recognised():
            if known is None:
                self._add(offer)
            elif known in self._waiting:
                self._renew(offer, known)
            else:
                self._change(offer, known)
        self._note_gone()
        if self._brought.new or self._brought.changed or self._brought.renewed:
            self._own.put("sources", dict(self._file.source))

    def _note_gone(self) -> None:
        keys = {offer.key for offer in self._file.offers}
        for identifier, record in sorted({**self._standing, **self._waiting}.items()):
            origin = record.get("origin")
            if origin and origin["registry"] == self._file.registry and origin["key"] not in keys:
                self._brought.gone.append(identifier)

    def _recognised(self) -> list[tuple[Offer, str | None]]:
        """Return each offer with the training it is; of several that seem to be one, the nearest is it."""
        found: list[tuple[Offer, Recognition]] = []
        for offer in sorted(
            self._file.offers, key=lambda one: (slug(one.title, _WHOLE), one.provider, one.key)
        ):
            origin = (self._file.registry, offer.key)
            if origin in self._rejected:
                self._brought.refused += 1
                continue
            recognition = self._known.recognise(self._file.registry, offer)
            if origin in self._apart and recognition.by != "origin":
                recognition = Recognition(None, None)
            found.append((offer, recognition))
        best: dict[str, str] = {}
        for offer, one in sorted(found, key=lambda pair: (pair[1].by != "origin", -pair[1].likeness)):
            if one.known is not None:
                best.setdefault(one.known, offer.key)
        return [
            (offer, one.known if one.known is not None and best[one.known] == offer.key else None)
            for offer, one in found
        ]

    def _add(self, offer: Offer) -> None:
        record = new_training(offer, self._file, self._provider_of(offer), self._taken)
        self._taken.add(record["id"])
        self._own.records["trainings"].append(record)
        self._brought.new.append(record["id"])

    def _renew(self, offer: Offer, waiting: str) -> None:
        trainings = self._own.records["trainings"]
        index = next(index for index, one in enumerate(trainings) if one.get("id") == waiting)
        renewed = renewed_training(offer, self._file, trainings[index])
        if renewed == trainings[index]:
            self._brought.unchanged.append(waiting)
            return
        trainings[index] = renewed
        self._brought.renewed.append(waiting)

    def _change(self, offer: Offer, known: str) -> None:
        change = changed_training(offer, self._file, self._standing[known])
        if change is None:
            self._brought.unchanged.append(known)
            return
        trainings = self._own.records["trainings"]
        if known in self._changes:
            index = next(index for index, one in enumerate(trainings) if one is self._changes[known])
            change = {**trainings[index], **change}
            if change == trainings[index]:
                self._brought.unchanged.append(known)
                return
            trainings[index] = change
        else:
            trainings.append(change)
        self._changes[known] = change
        self._brought.changed.append(known)

    def _provider_of(self, offer: Offer) -> str:
        name = offer.provider or UNNAMED_BODY
        known = self._known.provider_of(name)
        if known is not None:
            return known
        record = new_provider(name, self._file, self._taken)
        self._taken.add(record["id"])
        self._own.records["providers"].append(record)
        self._known = self._known.with_provider(record["id"], name)
        return str(record["id"])

    def _known_trainings(self, catalog: Catalog) -> KnownTrainings:
        """Return what offers are compared with: the catalogue, and what waits in the folder."""
        bodies = [
            one for one in self._own.records["providers"] if one.get(STATUS) == PROPOSED and "id" in one
        ]
        return known_trainings(
            [*catalog.trainings.values(), *map(Training.model_validate, self._waiting.values())],
            [*catalog.providers.values(), *map(Provider.model_validate, bodies)],
            catalog.acronyms.values(),
        )
