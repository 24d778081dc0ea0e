"""The reasons of open requirements by trying everything, one thing relaxed at a time.

A *world* is the case with some things relaxed. A step closes in a world when some plan reaches it there
with no requirement below where the path left it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

from analyses.paths.oracle import Oracle, State

from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import EntryCondition, Training

FILTERS = (
    "evidence",
    "no-practice",
    "with-degrees",
    "region",
    "modality",
    "provider",
    "exclude",
    "max-price",
)
LIMITS = ("hours", "price", "count")


@dataclass(frozen=True)
class Relaxed:
    """What a world relaxes."""

    entry: bool = False
    completed: bool = False
    filters: frozenset[str] = field(default=frozenset())
    limits: frozenset[str] = field(default=frozenset())
    order: bool = False


class World(Oracle):
    """The case with some things relaxed."""

    def __init__(
        self,
        catalog: Catalog,
        buyer: Buyer,
        profile: JobProfile,
        constraints: Constraints,
        relaxed: Relaxed = Relaxed(),
    ) -> None:
        """Take the case and what is relaxed."""
        super().__init__(catalog, buyer, profile, constraints)
        self.relaxed = relaxed

    def refusing(self, training: Training) -> set[str]:
        """The filters that refuse a training, each tried alone."""
        wanted = self.constraints
        open_world = Constraints(employer=wanted.employer, with_degrees=True)
        alone = {
            "evidence": {"evidence": wanted.evidence},
            "no-practice": {"practice": wanted.practice},
            "with-degrees": {"with_degrees": wanted.with_degrees},
            "region": {"region": wanted.region, "unknown": wanted.unknown},
            "modality": {"modalities": wanted.modalities, "unknown": wanted.unknown},
            "provider": {"providers": wanted.providers},
            "exclude": {"exclude": wanted.exclude},
            "max-price": {"max_price": wanted.max_price, "unknown": wanted.unknown},
        }
        return {
            name
            for name, keys in alone.items()
            if Oracle(self.catalog, self.buyer, self.profile, open_world.model_copy(update=keys)).refused(
                training
            )
        }

    @cached_property
    def choices(self) -> list[Training]:
        """The trainings one may choose from in this world."""
        return [
            each
            for each in self.catalog.trainings.values()
            if self.refusing(each) <= self.relaxed.filters
            and (self.relaxed.completed or self.constraints.repeat or each.id not in self.done_before)
        ]

    def fits(self, chosen: frozenset[str]) -> bool:
        """Whether a set keeps within the limits of this world."""
        lifted = {
            key: None
            for name, key in zip(LIMITS, ("max_hours", "max_price", "max_trainings"), strict=True)
            if name in self.relaxed.limits
        }
        world = Oracle(self.catalog, self.buyer, self.profile, self.constraints.model_copy(update=lifted))
        if not self.relaxed.order:
            return world.fits(chosen)
        trainings = [self.catalog.trainings[each] for each in chosen]
        kept = world.constraints
        return (
            (kept.max_trainings is None or len(trainings) <= kept.max_trainings)
            and (kept.max_hours is None or sum(map(self.minutes, trainings)) <= kept.max_hours * 60)
            and (kept.max_price is None or sum(self.price(each) or 0 for each in trainings) <= kept.max_price)
        )

    @cached_property
    def everything(self) -> State:
        """What all the choices together could give, each taken as often as needed."""
        state = self.start
        before = None
        while state != before:
            before = state
            for training in self.choices:
                if Oracle.can_start(self, training, state):
                    state = Oracle.follow(self, training, state)
        return state

    def holds(self, condition: EntryCondition, state: State) -> bool:
        """Whether an entry condition holds, what nothing can give being waived where entry is relaxed."""
        if not self.relaxed.entry or "everything" not in self.__dict__:
            return super().holds(condition, state)
        levels, done, degree = self.everything
        waived = condition.model_copy(
            update={
                "levels": tuple(
                    each for each in condition.levels if levels[self.place[each.competency]] >= each.level
                ),
                "trainings": tuple(each for each in condition.trainings if each in done),
                "degree_level": None if (condition.degree_level or 0) > degree else condition.degree_level,
                "statuses": tuple(set(condition.statuses) & set(self.buyer.statuses)),
            }
        )
        return super().holds(waived, state)

    def can_start(self, training: Training, state: State) -> bool:
        """Whether a training can start; alternatives none of which can be met are waived with the rest."""
        if self.relaxed.entry and training.requires.any_of:
            plain = Oracle(self.catalog, self.buyer, self.profile, self.constraints)
            met = [each for each in training.requires.any_of if plain.holds(each, self.everything)]
            if not met:
                return self.holds(training.requires, state)
            return self.holds(training.requires, state) and any(plain.holds(each, state) for each in met)
        return super().can_start(training, state)

    def reachable_states(self) -> Iterator[tuple[frozenset[str], State]]:
        """Every set that can be followed; where order is relaxed, all of a set goes on giving."""
        if not self.relaxed.order:
            yield from super().reachable_states()
            return
        for count in range(len(self.choices) + 1):
            for trainings in combinations(self.choices, count):
                chosen = frozenset(each.id for each in trainings)
                state = self.given_by(trainings) if self.fits(chosen) else None
                if state is not None:
                    yield chosen, state

    def given_by(self, trainings: tuple[Training, ...]) -> State | None:
        """What a set gives when each goes on giving; None when one of them can never start."""
        state, before = self.start, None
        while state != before:
            before = state
            for training in trainings:
                if self.can_start(training, state):
                    state = self.follow(training, state)
        return state if all(self.can_start(each, state) for each in trainings) else None

    def plans_with(self, least: dict[str, int]) -> list[frozenset[str]]:
        """Every set that reaches the levels ``least`` in some order."""
        if self.relaxed.entry:
            _ = self.everything
        return [
            chosen
            for chosen, state in self.reachable_states()
            if all(state[0][self.place[each]] >= level for each, level in least.items())
        ]


class Reasons:
    """The reasons of the steps one path leaves open."""

    def __init__(self, world: World, levels_after: dict[str, int]) -> None:
        """Take the case as it is and the levels its path reaches."""
        self.world = world
        self.kept = {
            each.competency: min(levels_after.get(each.competency, 0), each.level)
            for each in world.profile.requirements
        }

    def of(self, competency: str, level: int, reached: int) -> tuple[str, dict[str, object]]:
        """The reason of the step from ``level``, and the filters or rises that go with it."""
        supplies = [
            each for each in self.world.catalog.trainings.values() if _lifts(each, competency, level, level)
        ]
        if not supplies:
            return ("practice-only" if level == 3 else "not-in-catalogue"), {}
        if {each.kind for each in supplies} == {"practice"}:
            return "practice-only", {}
        if not any(_lifts(each, competency, level, reached) for each in supplies):
            return "lower-step-missing", {}
        least = {**self.kept, competency: level + 1}
        return self.single(least) or self.together(least)

    def closes(self, least: dict[str, int], relaxed: Relaxed) -> list[frozenset[str]]:
        """The plans that close the step in a world."""
        world = self.world
        return World(world.catalog, world.buyer, world.profile, world.constraints, relaxed).plans_with(least)

    def single(self, least: dict[str, int]) -> tuple[str, dict[str, object]] | None:
        """The first thing that explains the step alone."""
        if self.closes(least, Relaxed(entry=True)):
            return "entry-requirement", {}
        if self.closes(least, Relaxed(completed=True)):
            return "already-completed", {}
        alone = [name for name in FILTERS if self.closes(least, Relaxed(filters=frozenset({name})))]
        if alone:
            return "excluded-by-filter", {"filters": tuple(alone)}
        missing = {name: self.missing(least, name) for name in LIMITS}
        if any(value is not None for value in missing.values()):
            return "over-budget", {"missing": missing}
        if self.closes(least, Relaxed(order=True)):
            return "lost-in-order", {}
        if self.closes(least, Relaxed(filters=frozenset(FILTERS))):
            return "excluded-by-filter", {}
        if self.closes(least, Relaxed(limits=frozenset(LIMITS))):
            return "over-budget", {"missing": missing}
        return None

    def together(self, least: dict[str, int]) -> tuple[str, dict[str, object]]:
        """Where causes add up, the first that keeps the step open with all the rest relaxed."""
        everything = Relaxed(True, True, frozenset(FILTERS), frozenset(LIMITS), True)
        for reason, rest in (
            ("entry-requirement", replace(everything, entry=False)),
            ("already-completed", replace(everything, completed=False)),
            ("excluded-by-filter", replace(everything, filters=frozenset())),
            ("over-budget", replace(everything, limits=frozenset())),
        ):
            if not self.closes(least, rest):
                return reason, {}
        return "lost-in-order", {}

    def missing(self, least: dict[str, int], limit: str) -> float | None:
        """The least rise of a limit with which the step closes, None when no rise does."""
        wanted = self.world.constraints
        given = {"hours": wanted.max_hours, "price": wanted.max_price, "count": wanted.max_trainings}[limit]
        if given is None:
            return None
        catalog = self.world.catalog.trainings
        plans = self.closes(least, Relaxed(limits=frozenset({limit})))
        totals = {
            "hours": [sum(self.world.minutes(catalog[each]) for each in plan) / 60 for plan in plans],
            "price": [sum(self.world.price(catalog[each]) or 0 for each in plan) for plan in plans],
            "count": [len(plan) for plan in plans],
        }[limit]
        return round(min(totals) - given, 6) if totals else None


def _lifts(training: Training, competency: str, level: int, held: int) -> bool:
    return any(
        each.competency == competency and each.from_level <= held and each.to_level > level
        for each in training.taught
    )
