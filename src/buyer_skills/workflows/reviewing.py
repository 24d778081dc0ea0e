"""`review`: a folder of proposals opened, decided, and the files that it becomes."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from buyer_skills.analyses.matching import KnownTrainings, known_trainings
from buyer_skills.analyses.suggestions.results import Suggestions
from buyer_skills.analyses.suggestions.suggesting import OutcomeSuggester, learned_from
from buyer_skills.analyses.waiting_proposals import (
    WaitingProposal,
    WaitingProposals,
    text_of,
    waiting_proposal,
)
from buyer_skills.catalog.bundled import DataFolder
from buyer_skills.catalog.exchange import plain_standing
from buyer_skills.catalog.loading import AnyFolder, LoadedCatalog, Underneath
from buyer_skills.catalog.own_folder import own_folder
from buyer_skills.catalog.proposals import Proposal, Verdict, decide, proposals_in
from buyer_skills.errors import BuyerSkillsError, DataError, UsageError
from buyer_skills.graph.skill_graph import SkillGraph


class Review:
    """A folder of proposals laid over a catalogue, and what was decided of it so far."""

    def __init__(
        self, folder: DataFolder, under: DataFolder, day: dt.date, overlays: Iterable[AnyFolder] = ()
    ) -> None:
        """Open a folder.

        Args:
            folder: the folder of proposals.
            under: the catalogue it is laid over.
            day: the day of the decisions.
            overlays: folders that are laid over ``under`` first.

        Raises:
            UsageError: there is no such folder.
            DataError: what it holds has errors.
        """
        if not folder.path.is_dir():
            raise UsageError("review-where", path=folder.label)
        self._own = own_folder(folder, {}, Underneath(under, overlays), day)
        self._loaded = self._checked({})
        self._plain: dict[str, dict[str, dict[str, Any]]] = {}
        self.graph = SkillGraph.of(self._loaded.catalog, day)

    def proposals(self) -> tuple[Proposal, ...]:
        """Return what waits still."""
        return proposals_in(self._own)

    def seen(self, proposal: Proposal) -> WaitingProposal:
        """Return a proposal beside what is known."""
        return self._beside(proposal, self._suggested([proposal]).get(proposal.name))

    def waiting(self) -> WaitingProposals:
        """Return all that waits, beside what is known."""
        waiting = self.proposals()
        suggested = self._suggested(waiting)
        return WaitingProposals(
            proposals=tuple(self._beside(one, suggested.get(one.name)) for one in waiting)
        )

    def decide(self, *decisions: tuple[Proposal, Verdict]) -> dict[str, bytes]:
        """Take or reject proposals, and return the files that change, by name; nothing is written yet.

        Raises:
            DataError: what they make of the folder has errors; all wait as before.
            BuyerSkillsError: someone else changed the folder since it was opened.
        """
        if changed := self._own.changed_meanwhile():
            raise BuyerSkillsError("folder-changed", folder=self._own.folder.label, files=changed)
        before = {group: list(found) for group, found in self._own.records.items()}
        for proposal, verdict in decisions:
            decide(self._own, proposal, verdict, self._own.day.isoformat())
        files = self._own.files()
        try:
            self._checked(files)
        except DataError:
            self._own.records.update(before)
            raise
        return files

    def written(self, files: Mapping[str, bytes]) -> None:
        """Note that the files of a decision were written."""
        self._own.written(files)

    def _beside(self, proposal: Proposal, suggestions: Suggestions | None) -> WaitingProposal:
        standing = self._standing(proposal.group).get(proposal.name) if proposal.is_change else None
        # Of what is no new training nothing is suggested, and nothing is learned for it.
        nearest = self._known.near(proposal.record["title"]["fr"]) if proposal.is_new_training else ()
        return waiting_proposal(proposal, standing, self._bodies, next(iter(nearest), None), suggestions)

    def _suggested(self, proposals: Iterable[Proposal]) -> dict[str, Suggestions]:
        """Return what new trainings may teach, by id; many at once are read faster than one by one."""
        new = [one for one in proposals if one.is_new_training]
        if not new:
            return {}
        found = self._suggester.suggest_all([text_of(one.record) for one in new])
        return {one.name: suggestions for one, suggestions in zip(new, found, strict=True)}

    def _checked(self, files: Mapping[str, bytes]) -> LoadedCatalog:
        loaded = self._own.checked(files)
        if loaded.has_errors:
            raise DataError(loaded.issues)
        return loaded

    def _standing(self, group: str) -> dict[str, dict[str, Any]]:
        """Return the records of a group as they stood when the folder was opened, what waits in it too."""
        if group not in self._plain:
            self._plain[group] = plain_standing(self._loaded, group)
        return self._plain[group]

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """The name of each body by its id, those that are proposed too."""
        return {name: body["title"]["fr"] for name, body in self._standing("providers").items()}

    @cached_property
    def _known(self) -> KnownTrainings:
        catalog = self.graph.catalog
        return known_trainings(
            catalog.trainings.values(), catalog.providers.values(), catalog.acronyms.values()
        )

    @cached_property
    def _suggester(self) -> OutcomeSuggester:
        return learned_from(self.graph)
