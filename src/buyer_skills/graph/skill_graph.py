"""Named questions to the graph of competencies, trainings, jobs and bodies."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.named_gaps import NamedGap
from buyer_skills.catalog.practices import offered_trainings
from buyer_skills.catalog.profiles import JobProfile, ProfileKind
from buyer_skills.catalog.set_ups import SetUp
from buyer_skills.catalog.trainings import EntryRequirements, Training
from buyer_skills.graph.build import TOP_LEVEL, build_graph, node_key, step_key, training_kind

if TYPE_CHECKING:
    import networkx as nx

JOBS: tuple[ProfileKind, ...] = ("standard", "local")
"""The kinds of profile that are jobs offered, and so make a need."""


class SkillGraph:
    """The catalogue as a graph at a given day.

    ``offered`` holds the trainings that can be followed at ``day``, practice templates expanded, by id.
    Answers are sorted by id, so that the same catalogue always gives the same answers.
    """

    def __init__(self, catalog: Catalog, day: date) -> None:
        """Take a checked catalogue and the day that decides what is still offered."""
        self.catalog = catalog
        self.day = day
        self.offered: Mapping[str, Training] = {
            training.id: training
            for training in sorted(offered_trainings(catalog, day), key=lambda training: training.id)
        }

    @classmethod
    def of(cls, catalog: Catalog, day: date) -> "SkillGraph":
        """Return the graph of ``catalog`` at ``day``."""
        return cls(catalog, day)

    @cached_property
    def trainings(self) -> Mapping[str, Training]:
        """Every training by id, offered or not; practices stand expanded, without their template."""
        known = {
            identifier: training
            for identifier, training in self.catalog.trainings.items()
            if not training.is_template
        }
        return dict(sorted({**known, **self.offered}.items()))

    @cached_property
    def network(self) -> "nx.MultiDiGraph[str]":
        """The networkx graph itself, for the exports of this package alone."""
        return build_graph(self.catalog, self.trainings, self.offered)

    def training(self, identifier: str) -> Training:
        """Return a training by id, offered or not.

        Raises:
            KeyError: when no training has that id.
        """
        return self.trainings[identifier]

    def training_or_template(self, identifier: str) -> Training:
        """Return a training as :meth:`training` does, or a practice template, by id.

        Raises:
            KeyError: when nothing has that id.
        """
        return self.catalog.trainings.get(identifier) or self.trainings[identifier]

    def competency(self, identifier: str) -> Competency:
        """Return a competency by id.

        Raises:
            KeyError: when no competency has that id.
        """
        return self.catalog.competencies[identifier]

    def profile(self, identifier: str) -> JobProfile:
        """Return a profile by id.

        Raises:
            KeyError: when no profile has that id.
        """
        return self.catalog.profiles[identifier]

    def trainings_teaching(self, competency: str, level: int) -> tuple[Training, ...]:
        """Return the offered trainings that lift ``competency`` from ``level`` - 1 to ``level`` (1 to 4)."""
        return self._offered(self._sources_of(step_key(competency, level), "teaches"))

    def trainings_raising(self, competency: str) -> tuple[Training, ...]:
        """Return the offered trainings that lift ``competency``, whichever the step."""
        steps = [step_key(competency, level) for level in range(1, TOP_LEVEL + 1)]
        return self._offered(key for step in steps for key in self._sources_of(step, "teaches"))

    def trainings_of(self, provider: str) -> tuple[Training, ...]:
        """Return the offered trainings of a provider."""
        return self._offered(self._sources_of(node_key("provider", provider), "offered_by"))

    def trainings_on(self, theme: str) -> tuple[Training, ...]:
        """Return the offered trainings that carry a theme."""
        return self._offered(self._sources_of(node_key("theme", theme), "on_theme"))

    def degrees(self) -> tuple[Training, ...]:
        """Return the offered degrees."""
        return tuple(training for training in self.offered.values() if training.kind == "degree")

    def itineraries_with(self, training: str) -> tuple[Training, ...]:
        """Return the itineraries that ``training`` is a part of."""
        key = node_key(training_kind(self.training(training)), training)
        identifiers = sorted({self._id(end) for end in self._targets_of(key, "part_of")})
        return tuple(self.trainings[identifier] for identifier in identifiers)

    def prerequisites_of(self, training: str) -> EntryRequirements:
        """Return what must be there before ``training`` starts."""
        return self.training(training).requires

    def followed_by(self, training: str) -> tuple[Training, ...]:
        """Return the offered trainings that ask for ``training`` before them."""
        key = node_key(training_kind(self.training(training)), training)
        return self._offered(self._sources_of(key, "requires_training"))

    def trainings_asking(self, competency: str, level: int) -> tuple[Training, ...]:
        """Return the offered trainings whose entry asks for ``competency`` at ``level`` exactly (1 to 4)."""
        return self._offered(self._sources_of(step_key(competency, level), "requires_level"))

    def profiles_requiring(
        self, competency: str, level: int = 1, kinds: Iterable[ProfileKind] = JOBS
    ) -> tuple[JobProfile, ...]:
        """Return the profiles of these ``kinds`` that ask for ``competency`` at ``level`` or above."""
        wanted = set(kinds)
        identifiers = sorted(
            {self._id(key) for key in self._sources_of(node_key("competency", competency), "requires")}
        )
        profiles = (self.catalog.profiles[identifier] for identifier in identifiers)
        return tuple(
            profile
            for profile in profiles
            if profile.kind in wanted and (profile.level_of(competency) or 0) >= level
        )

    def profiles_based_on(self, profile: str) -> tuple[JobProfile, ...]:
        """Return the profiles that come from ``profile``."""
        return self._profiles(self._sources_of(node_key("profile", profile), "based_on"))

    def competencies_of_area(self, area: str) -> tuple[Competency, ...]:
        """Return the competencies of an area, in the order of the catalogue."""
        return self._competencies(self._sources_of(node_key("area", area), "in_area"))

    def competencies_of_phase(self, phase: str) -> tuple[Competency, ...]:
        """Return the competencies of a phase of the purchase."""
        return self._competencies(self._sources_of(node_key("phase", phase), "in_phase"))

    def competencies_of_role(self, role: str) -> tuple[Competency, ...]:
        """Return the competencies that serve a role."""
        return self._competencies(self._sources_of(node_key("role", role), "serves_role"))

    def competencies_on(self, theme: str) -> tuple[Competency, ...]:
        """Return the competencies that carry a theme."""
        return self._competencies(self._sources_of(node_key("theme", theme), "on_theme"))

    def finer_than(self, competency: str) -> tuple[Competency, ...]:
        """Return the competencies that are a finer part of ``competency``."""
        return self._competencies(self._sources_of(node_key("competency", competency), "finer_than"))

    def confused_with(self, competency: str) -> tuple[Competency, ...]:
        """Return the competencies that say they are easily taken for ``competency``."""
        return self._competencies(self._sources_of(node_key("competency", competency), "confused_with"))

    def competencies_under(self, rule: str) -> tuple[Competency, ...]:
        """Return the competencies that a dated rule stands behind."""
        return self._competencies(self._sources_of(node_key("rule", rule), "under_rule"))

    def profiles_held_under(self, statut: str) -> tuple[JobProfile, ...]:
        """Return the profiles that a cadre d'emplois or corps may hold."""
        return self._profiles(self._sources_of(node_key("statut", statut), "held_under"))

    def named_gaps_on(self, competency: str) -> tuple[NamedGap, ...]:
        """Return the gaps named by others that bear on a competency."""
        keys = self._sources_of(node_key("competency", competency), "bears_on")
        return tuple(
            self.catalog.named_gaps[identifier] for identifier in sorted({self._id(key) for key in keys})
        )

    def set_ups_with(self, profile: str) -> tuple[SetUp, ...]:
        """Return the set-ups in which a profile has a part, in the order of the catalogue."""
        names = {self._id(key) for key in self._sources_of(node_key("profile", profile), "seats")}
        return tuple(set_up for name, set_up in self.catalog.set_ups.items() if name in names)

    def unreachable_steps(self) -> tuple[tuple[str, int], ...]:
        """Return the steps ``(competency, level reached)`` that no offered training teaches."""
        return tuple(
            (competency, level)
            for competency in self.catalog.competencies
            for level in range(1, TOP_LEVEL + 1)
            if not self.trainings_teaching(competency, level)
        )

    def _sources_of(self, key: str, kind: str) -> list[str]:
        if key not in self.network:
            return []
        return [start for start, _, data in self.network.in_edges(key, data=True) if data["type"] == kind]

    def _targets_of(self, key: str, kind: str) -> list[str]:
        if key not in self.network:
            return []
        return [end for _, end, data in self.network.out_edges(key, data=True) if data["type"] == kind]

    def _offered(self, keys: Iterable[str]) -> tuple[Training, ...]:
        identifiers = sorted({self._id(key) for key in keys})
        return tuple(self.offered[identifier] for identifier in identifiers if identifier in self.offered)

    def _competencies(self, keys: Iterable[str]) -> tuple[Competency, ...]:
        identifiers = {self._id(key) for key in keys}
        return tuple(
            competency
            for identifier, competency in self.catalog.competencies.items()
            if identifier in identifiers
        )

    def _profiles(self, keys: Iterable[str]) -> tuple[JobProfile, ...]:
        return tuple(
            self.catalog.profiles[identifier] for identifier in sorted({self._id(key) for key in keys})
        )

    def _id(self, key: str) -> str:
        identifier: str = self.network.nodes[key]["identifier"]
        return identifier
