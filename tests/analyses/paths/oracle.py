"""The answers of a path by trying everything: every set of trainings, in every order.

Written from the meaning of the words alone, and sharing no code with the product but its records. For
catalogues of a few trainings.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import EntryCondition, Training

TYPICAL = {"course": 14.0, "mooc": 12.0, "practice": 14.0, "degree": 450.0, "itinerary": 84.0}
SURE = ("confirmed", "verified", "reported", "indicative")
DEFAULT = ("funding", "evidence", "hours", "price", "count")

State = tuple[tuple[int, ...], frozenset[str], int]
"""Levels by competency, trainings done, degree level held."""


@dataclass(frozen=True)
class Best:
    """The best set, in its order, and the levels it leads to."""

    order: tuple[str, ...]
    levels: dict[str, int]
    ranks: tuple[int, ...]


class Oracle:
    """A buyer before a catalogue whose trainings are all plain (no templates)."""

    def __init__(self, catalog: Catalog, buyer: Buyer, profile: JobProfile, constraints: Constraints) -> None:
        """Take the case; ``constraints`` hold what the buyer's file would add."""
        self.catalog = catalog
        self.buyer = buyer
        self.profile = profile
        self.constraints = constraints
        self.competencies = sorted(catalog.competencies)
        self.place = {competency: i for i, competency in enumerate(self.competencies)}

    def refused(self, training: Training) -> bool:
        """Whether a filter refuses a training."""
        wanted = self.constraints
        grade = training.evidence
        if wanted.evidence and grade != "generic" and SURE.index(grade) > SURE.index(wanted.evidence):
            return True
        if training.kind == "practice" and not wanted.practice:
            return True
        if training.kind == "degree" and not wanted.with_degrees:
            return True
        if wanted.region and training.kind != "practice":
            near = training.region in (wanted.region, "national")
            near = near or training.modality in ("distanciel", "en-ligne")
            known = training.region is not None and training.modality is not None
            if not near and (known or wanted.unknown == "drop"):
                return True
        if wanted.modalities and training.kind != "practice":
            known = training.modality is not None or wanted.unknown == "drop"
            if known and training.modality not in wanted.modalities:
                return True
        if wanted.providers and training.provider not in wanted.providers:
            return True
        if training.id in wanted.exclude:
            return True
        return wanted.max_price is not None and self.price(training) is None and wanted.unknown != "keep"

    @cached_property
    def done_before(self) -> frozenset[str]:
        """What counts as completed at the start."""
        return self.closed(frozenset(self.buyer.completed))

    def closed(self, done: frozenset[str]) -> frozenset[str]:
        """An itinerary all parts of which are done is done."""
        for each in self.catalog.trainings.values():
            if each.parts and each.id not in done and set(each.parts) <= done:
                return self.closed(done | {each.id})
        return done

    @cached_property
    def choices(self) -> list[Training]:
        """The trainings one may choose from."""
        return [
            each
            for each in self.catalog.trainings.values()
            if not self.refused(each) and (self.constraints.repeat or each.id not in self.done_before)
        ]

    def price(self, training: Training) -> float | None:
        """The price in euros for the employer, None when unknown."""
        family = self.constraints.employer
        if family in training.access and "price_eur" in training.access[family].model_fields_set:
            return training.access[family].price_eur
        if training.price_eur is not None:
            return training.price_eur
        if training.kind == "practice":
            return 0
        provider = self.catalog.providers[training.provider]
        return provider.access[family].price_eur if family in provider.access else None

    def minutes(self, training: Training) -> int:
        """The duration, typical when unknown."""
        hours = training.hours if training.hours is not None else TYPICAL[training.kind]
        return round(hours * 60)

    @property
    def start(self) -> State:
        """The buyer before any training."""
        levels = tuple(self.buyer.level_of(each) for each in self.competencies)
        return levels, self.done_before, self.buyer.degree_level or 0

    def holds(self, condition: EntryCondition, state: State) -> bool:
        """Whether an entry condition holds, alternatives apart."""
        levels, done, degree = state
        return (
            all(levels[self.place[each.competency]] >= each.level for each in condition.levels)
            and set(condition.trainings) <= done
            and (condition.degree_level or 0) <= degree
            and (not condition.statuses or bool(set(condition.statuses) & set(self.buyer.statuses)))
        )

    def can_start(self, training: Training, state: State) -> bool:
        """Whether a training can start."""
        alternatives = training.requires.any_of
        return self.holds(training.requires, state) and (
            not alternatives or any(self.holds(each, state) for each in alternatives)
        )

    def follow(self, training: Training, state: State) -> State:
        """The state after a training, each outcome judged against the levels before it."""
        levels, done, degree = state
        after = list(levels)
        for outcome in training.taught:
            place = self.place[outcome.competency]
            if levels[place] >= outcome.from_level:
                after[place] = max(after[place], outcome.to_level)
        return (
            tuple(after),
            self.closed(done | {training.id}),
            max(degree, training.grants_degree_level or 0),
        )

    def fits(self, chosen: frozenset[str]) -> bool:
        """Whether a set keeps within the limits and holds no two trainings that exclude each other."""
        trainings = [self.catalog.trainings[each] for each in sorted(chosen)]
        wanted = self.constraints
        if wanted.max_trainings is not None and len(trainings) > wanted.max_trainings:
            return False
        if wanted.max_hours is not None and sum(map(self.minutes, trainings)) > wanted.max_hours * 60:
            return False
        if (
            wanted.max_price is not None
            and sum(self.price(each) or 0 for each in trainings) > wanted.max_price
        ):
            return False
        practised = [one.competency for each in trainings if each.kind == "practice" for one in each.taught]
        if len(practised) != len(set(practised)):
            return False
        return not any(self.within(each.id) & chosen for each in trainings)

    def within(self, identifier: str) -> frozenset[str]:
        """The parts of an itinerary, and theirs."""
        parts = self.catalog.trainings[identifier].parts
        return frozenset(parts).union(*(self.within(each) for each in parts))

    def weights(self, levels: tuple[int, ...]) -> tuple[int, int]:
        """The gap weight closed on indispensable requirements, and on all."""
        indispensable = every = 0
        for each in self.profile.requirements:
            held = self.buyer.level_of(each.competency)
            reached = min(max(levels[self.place[each.competency]], held), each.level)
            gained = each.importance * max(0, reached - held)
            every += gained
            indispensable += gained if each.importance == 3 else 0
        return indispensable, every

    def reachable_states(self) -> Iterator[tuple[frozenset[str], State]]:
        """Every set that can be followed in some order within the limits, with the states it leads to."""
        seen = {(frozenset[str](), self.start)}
        waiting = list(seen)
        while waiting:
            chosen, state = waiting.pop()
            yield chosen, state
            for training in self.choices:
                if training.id in chosen or not self.can_start(training, state):
                    continue
                further = (chosen | {training.id}, self.follow(training, state))
                if further not in seen and self.fits(further[0]):
                    seen.add(further)
                    waiting.append(further)

    def ranks(self, chosen: frozenset[str], weights: tuple[int, int]) -> tuple[int, ...]:
        """Every rank but ids, the smaller the better."""
        trainings = [self.catalog.trainings[each] for each in sorted(chosen)]
        prices = [self.price(each) for each in trainings]
        grades = [each.evidence for each in trainings]
        costs: Mapping[str, tuple[int, ...]] = {
            "funding": (sum(price != 0 for price in prices),),
            "evidence": (2 * grades.count("indicative") + grades.count("reported"),),
            "hours": (sum(map(self.minutes, trainings)),),
            "price": (prices.count(None), round(100 * sum(price or 0 for price in prices))),
            "count": (len(trainings),),
        }
        order = [*self.constraints.order, *(each for each in DEFAULT if each not in self.constraints.order)]
        return (-weights[0], -weights[1], *(value for each in order for value in costs[each]))

    def best(self) -> Best:
        """The best set, in the smallest order that closes as much."""
        weights: dict[frozenset[str], tuple[int, int]] = {}
        for chosen, state in self.reachable_states():
            weights[chosen] = max(weights.get(chosen, (0, 0)), self.weights(state[0]))
        chosen = min(weights, key=lambda each: (self.ranks(each, weights[each]), sorted(each)))
        order, levels = self.first_order(chosen, weights[chosen])
        named = {
            competency: level for competency, level in zip(self.competencies, levels, strict=True) if level
        }
        return Best(order, named, self.ranks(chosen, weights[chosen]))

    def first_order(
        self, chosen: frozenset[str], weights: tuple[int, int]
    ) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The smallest order of a set that closes ``weights``."""
        for order in permutations(sorted(chosen)):
            state = self.start
            for identifier in order:
                training = self.catalog.trainings[identifier]
                if not self.can_start(training, state):
                    break
                state = self.follow(training, state)
            else:
                if self.weights(state[0]) == weights:
                    return order, state[0]
        raise AssertionError("no order follows the set")
