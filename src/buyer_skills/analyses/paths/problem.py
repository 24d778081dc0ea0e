"""A graph, a buyer, a job and constraints, as a problem of plain integers.

What can become true is a *fact*: a level reached in a competency, a training done, a degree level held.
Facts that are true from the start are left out. A set of facts is an integer, one bit a fact, so that
« everything it asks for is there » is one operation. Facts only ever become true.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from buyer_skills.analyses.costs import duration_of, price_of
from buyer_skills.analyses.paths.constraints import Constraints, FilterName
from buyer_skills.analyses.paths.filters import refusals
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import EntryCondition, Evidence, Training
from buyer_skills.graph.skill_graph import SkillGraph

Fact = tuple[str, str, int]
"""``("level", competency, level)``, ``("training", id, 0)``, ``("degree_level", "", level)`` or
``("status", "a|b", 0)``; nothing gives the last, which is there to be named."""

EVIDENCE_PENALTY: Mapping[Evidence, int] = {
    "confirmed": 0,
    "verified": 0,
    "generic": 0,
    "reported": 1,
    "indicative": 2,
}
"""What a training weighs in the rank of evidence."""


@dataclass(frozen=True, slots=True)
class Gain:
    """An outcome: someone who holds the fact ``needs`` (0 = nothing) gets the facts ``gives``."""

    needs: int
    gives: int


@dataclass(frozen=True, slots=True)
class Option:
    """A training one may choose: what it needs, gives and costs, in integers."""

    id: str
    needs: int
    any_of: tuple[int, ...]
    gains: tuple[Gain, ...]
    minutes: int = 0
    cents: int = 0
    unknown_price: int = 0
    unfunded: int = 0
    evidence: int = 0
    count: int = 1
    groups: frozenset[str] = frozenset()
    refused: tuple[FilterName, ...] = ()
    completed: bool = False

    @property
    def gives(self) -> int:
        """Every fact it can give."""
        facts = 0
        for gain in self.gains:
            facts |= gain.gives
        return facts

    def can_start(self, facts: int) -> bool:
        """Return whether its entry requirements hold."""
        if self.needs & ~facts:
            return False
        return not self.any_of or any(not alternative & ~facts for alternative in self.any_of)

    def after(self, facts: int) -> int:
        """Return ``facts`` and what it gives to someone who holds them when it starts."""
        found = facts
        for gain in self.gains:
            if not gain.needs & ~facts:
                found |= gain.gives
        return found


@dataclass(frozen=True, slots=True)
class WantedStep:
    """A required level that is not held: the bit of its fact, and what closing it is worth."""

    competency: str
    level: int
    fact: int
    weight: int
    indispensable: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits over the whole plan; None = no limit."""

    minutes: int | None = None
    cents: int | None = None
    count: int | None = None

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return not (self.minutes is None and self.cents is None and self.count is None)


@dataclass(frozen=True, slots=True)
class PathProblem:
    """Options sorted by id, facts by bit, steps wanted, and the rules between them.

    ``derived`` holds ``(fact, parts)``: the fact holds once all of ``parts`` do (an itinerary done by its
    parts). Two options that share a group exclude each other.
    """

    options: tuple[Option, ...]
    facts: tuple[Fact, ...]
    wanted: tuple[WantedStep, ...]
    derived: tuple[tuple[int, int], ...] = ()
    limits: Limits = Limits()

    @property
    def wanted_mask(self) -> int:
        """The facts wanted, as a set."""
        mask = 0
        for step in self.wanted:
            mask |= step.fact
        return mask

    def with_derived(self, facts: int) -> int:
        """Return ``facts`` with every fact that follows from them."""
        before = -1
        while before != facts:
            before = facts
            for fact, parts in self.derived:
                if not parts & ~facts:
                    facts |= fact
        return facts

    def admitted(self) -> "PathProblem":
        """Return the problem with the options that no filter refuses and that are not completed."""
        return replace(
            self, options=tuple(each for each in self.options if not each.refused and not each.completed)
        )


def build_problem(
    graph: SkillGraph, buyer: Buyer, profile: JobProfile, constraints: Constraints
) -> PathProblem:
    """Return the problem with every offered training, refused ones included and marked.

    ``constraints`` already hold the employer and the limits that apply.
    """
    facts = _FactBook(graph, buyer)
    offered = list(graph.offered.values())
    facts.number_done(offered)
    groups = _groups(graph, offered)
    options = tuple(
        _option(graph, training, constraints, facts, groups.get(training.id, frozenset()))
        for training in offered
    )
    wanted = _wanted(profile, buyer, facts)
    derived = facts.derived()
    return PathProblem(
        options=options,
        facts=tuple(facts.keys),
        wanted=wanted,
        derived=derived,
        limits=Limits(
            minutes=None if constraints.max_hours is None else round(constraints.max_hours * 60),
            cents=None if constraints.max_price is None else round(constraints.max_price * 100),
            count=constraints.max_trainings,
        ),
    )


@dataclass
class _FactBook:
    """Numbers facts as they are met, and knows those that hold from the start."""

    graph: SkillGraph
    buyer: Buyer
    keys: list[Fact] = field(default_factory=list)
    bits: dict[Fact, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        trainings = self.graph.catalog.trainings.values()
        self.parts = {each.id: each.parts for each in trainings if each.parts}
        self.completed = _completed_closure(self.buyer.completed, self.parts)
        self.cared: set[str] = set()

    def number_done(self, offered: Iterable[Training]) -> None:
        """Remember which trainings somebody asks for, themselves or as parts of an itinerary."""
        waiting = [
            identifier
            for training in offered
            for condition in (training.requires, *training.requires.any_of)
            for identifier in condition.trainings
        ]
        while waiting:
            identifier = waiting.pop()
            if identifier not in self.cared and identifier not in self.completed:
                self.cared.add(identifier)
                waiting.extend(self.parts.get(identifier, ()))

    def bit(self, key: Fact) -> int:
        """Return the bit of a fact that does not hold yet."""
        if key not in self.bits:
            self.bits[key] = 1 << len(self.keys)
            self.keys.append(key)
        return self.bits[key]

    def level(self, competency: str, level: int) -> int:
        """Return the fact of holding a level, 0 when it is held."""
        return self.bit(("level", competency, level)) if level > self.buyer.level_of(competency) else 0

    def levels_up_to(self, competency: str, level: int) -> int:
        """Return the facts of holding a level and those below it."""
        mask = 0
        for each in range(self.buyer.level_of(competency) + 1, level + 1):
            mask |= self.bit(("level", competency, each))
        return mask

    def degree(self, level: int | None) -> int:
        """Return the fact of holding a degree level, 0 when it is held."""
        held = self.buyer.degree_level or 0
        return 0 if level is None or level <= held else self.bit(("degree_level", "", level))

    def degrees_up_to(self, level: int | None) -> int:
        """Return the facts of holding a degree level and those below it."""
        mask = 0
        for each in range(3, (level or 0) + 1):
            mask |= self.degree(each)
        return mask

    def done(self, identifier: str) -> int:
        """Return the fact of having done a training, 0 when it is done."""
        return 0 if identifier in self.completed else self.bit(("training", identifier, 0))

    def condition(self, condition: EntryCondition) -> int:
        """Return the facts an entry condition asks for, alternatives apart."""
        mask = self.degree(condition.degree_level)
        for required in condition.levels:
            mask |= self.level(required.competency, required.level)
        for identifier in condition.trainings:
            mask |= self.done(identifier)
        if condition.statuses and not set(condition.statuses) & set(self.buyer.statuses):
            mask |= self.bit(("status", "|".join(sorted(condition.statuses)), 0))
        return mask

    def derived(self) -> tuple[tuple[int, int], ...]:
        """Return the rule « done once its parts are » of each itinerary somebody asks for."""
        rules = []
        for identifier in sorted(self.cared & set(self.parts)):
            mask = 0
            for part in self.parts[identifier]:
                mask |= self.done(part)
            rules.append((self.done(identifier), mask))
        return tuple(rules)


def _completed_closure(completed: Iterable[str], parts: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return what counts as completed: an itinerary is once all its parts are."""
    known = set(completed)
    size = -1
    while size != len(known):
        size = len(known)
        known |= {identifier for identifier, needed in parts.items() if known.issuperset(needed)}
    return frozenset(known)


def _option(
    graph: SkillGraph,
    training: Training,
    constraints: Constraints,
    facts: _FactBook,
    groups: frozenset[str],
) -> Option:
    price = price_of(graph.catalog, training, constraints.employer)
    return Option(
        id=training.id,
        needs=facts.condition(training.requires),
        any_of=_alternatives(training, facts),
        gains=_gains(training, facts),
        minutes=duration_of(training).minutes,
        cents=price or 0,
        unknown_price=int(price is None),
        unfunded=int(price != 0),
        evidence=EVIDENCE_PENALTY[training.evidence],
        groups=groups,
        refused=refusals(training, constraints, price_known=price is not None),
        completed=training.id in facts.completed and not constraints.repeat,
    )


def _alternatives(training: Training, facts: _FactBook) -> tuple[int, ...]:
    masks = sorted({facts.condition(condition) for condition in training.requires.any_of})
    return () if 0 in masks else tuple(masks)


def _gains(training: Training, facts: _FactBook) -> tuple[Gain, ...]:
    """Return what it gives by what is needed for it, outcomes with the same need together."""
    by_need: dict[int, int] = {}
    always = facts.degrees_up_to(training.grants_degree_level)
    if training.id in facts.cared:
        always |= facts.done(training.id)
    if always:
        by_need[0] = always
    for outcome in training.taught:
        below = facts.levels_up_to(outcome.competency, outcome.from_level)
        gives = facts.levels_up_to(outcome.competency, outcome.to_level) & ~below
        if gives:
            needs = facts.level(outcome.competency, outcome.from_level)
            by_need[needs] = by_need.get(needs, 0) | gives
    return tuple(Gain(needs, gives) for needs, gives in sorted(by_need.items()))


def _groups(graph: SkillGraph, offered: Iterable[Training]) -> dict[str, frozenset[str]]:
    """Return the groups of each training of which a path takes one at most.

    One practice for a competency; an itinerary or its parts, those of its parts included.
    """
    groups: dict[str, set[str]] = {}
    for training in offered:
        if training.kind == "practice":
            names = {f"practice:{outcome.competency}" for outcome in training.taught}
            groups.setdefault(training.id, set()).update(names)
        for part in _parts_within(graph, training.id):
            name = f"itinerary:{training.id}:{part}"
            groups.setdefault(training.id, set()).add(name)
            groups.setdefault(part, set()).add(name)
    return {identifier: frozenset(names) for identifier, names in groups.items()}


def _parts_within(graph: SkillGraph, identifier: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = [identifier]
    while waiting:
        training = graph.catalog.trainings.get(waiting.pop())
        for part in training.parts if training is not None else ():
            if part not in found and part != identifier:
                found.add(part)
                waiting.append(part)
    return frozenset(found)


def _wanted(profile: JobProfile, buyer: Buyer, facts: _FactBook) -> tuple[WantedStep, ...]:
    return tuple(
        WantedStep(
            competency=requirement.competency,
            level=level,
            fact=facts.level(requirement.competency, level),
            weight=requirement.importance,
            indispensable=requirement.importance == 3,
        )
        for requirement in profile.requirements
        for level in range(buyer.level_of(requirement.competency) + 1, requirement.level + 1)
    )
