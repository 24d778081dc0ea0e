"""Why a requirement stays open, step by step, found by relaxing one thing at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from buyer_skills.analyses.paths.closing import Closer, NotProvenError
from buyer_skills.analyses.paths.constraints import FILTERS, LIMITS, FilterName, LimitName
from buyer_skills.analyses.paths.deadline import Deadline
from buyer_skills.analyses.paths.problem import PathProblem
from buyer_skills.analyses.paths.question import PathQuestion
from buyer_skills.analyses.paths.relaxing import ALL_FILTERS, ALL_LIMITS, Relaxation
from buyer_skills.analyses.paths.replay import reachable
from buyer_skills.analyses.paths.result import OpenStep, Reason, UnmetRequirement
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.profiles import Requirement
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph

TOP_LEVEL = 4
"""A step to it that nothing supplies comes with years in the job, not with a course."""


def unmet_requirements(
    question: PathQuestion,
    problem: PathProblem,
    levels_after: Mapping[str, int],
    facts: int,
    deadline: Deadline,
    *,
    gaps_proven: bool = True,
) -> tuple[UnmetRequirement, ...]:
    """Return each requirement that a plan leaves open, with the reason of each open step.

    Args:
        question: What was asked.
        problem: The whole problem, refused and completed options included.
        levels_after: Levels after the plan.
        facts: Facts true after the plan.
        deadline: When to stop asking.
        gaps_proven: Whether the plan was proven to close as much as can be.
    """
    presolve = question.constraints.presolve
    closer = Closer(problem, facts & problem.wanted_mask, deadline, presolve)
    inquiry = _Inquiry(question.graph, problem, closer, gaps_proven)
    return tuple(
        _unmet(requirement, question.buyer, levels_after, inquiry)
        for requirement in question.profile.requirements
        if levels_after.get(requirement.competency, 0) < requirement.level
    )


def _unmet(
    requirement: Requirement, buyer: Buyer, levels_after: Mapping[str, int], inquiry: "_Inquiry"
) -> UnmetRequirement:
    reached = levels_after.get(requirement.competency, 0)
    steps = tuple(
        inquiry.step(requirement.competency, level, reached) for level in range(reached, requirement.level)
    )
    return UnmetRequirement(
        competency=requirement.competency,
        held=buyer.level_of(requirement.competency),
        reached=reached,
        required=requirement.level,
        importance=requirement.importance,
        reason=steps[0].reason,
        steps=steps,
    )


@dataclass(frozen=True, slots=True)
class _Cause:
    """A reason and what goes with it."""

    reason: Reason
    filters: tuple[FilterName, ...] = ()
    together: bool = False
    missing: Mapping[LimitName, int] | None = None


@dataclass(frozen=True, slots=True)
class _Inquiry:
    """The questions asked about the steps left open by one plan."""

    graph: SkillGraph
    problem: PathProblem
    closer: Closer
    gaps_proven: bool

    def step(self, competency: str, level: int, reached: int) -> OpenStep:
        """Return the open step of ``competency`` from ``level``, ``reached`` being held after the plan."""
        supplies = [
            training for training in self.graph.offered.values() if _supplies(training, competency, level)
        ]
        cause = self._plain_cause(supplies, competency, level, reached) or self._found_cause(
            self._fact(competency, level + 1)
        )
        missing = cause.missing or {}
        return OpenStep(
            from_level=level,
            to_level=level + 1,
            reason=cause.reason,
            trainings=self._concerned(supplies, cause),
            filters=cause.filters,
            filters_together=cause.together,
            needs=self._unmet_needs(supplies) if cause.reason == "entry-requirement" else (),
            missing_hours=missing["hours"] / 60 if "hours" in missing else None,
            missing_eur=missing["price"] / 100 if "price" in missing else None,
            missing_count=missing.get("count"),
        )

    def _fact(self, competency: str, level: int) -> int:
        return sum(
            step.fact
            for step in {step.fact: step for step in self.problem.wanted}.values()
            if step.competency == competency and step.level <= level
        )

    def _plain_cause(
        self, supplies: Sequence[Training], competency: str, level: int, reached: int
    ) -> _Cause | None:
        """Return the cause that shows in the catalogue alone: nothing, practice only, or too high a start."""
        if not supplies:
            return _Cause("practice-only" if level + 1 == TOP_LEVEL else "not-in-catalogue")
        if all(training.kind == "practice" for training in supplies):
            return _Cause("practice-only")
        if not any(_supplies(training, competency, level, held=reached) for training in supplies):
            return _Cause("lower-step-missing")
        return None if self.gaps_proven else _Cause("not-proven")

    def _found_cause(self, fact: int) -> _Cause:
        try:
            for cause in self._single_causes(fact):
                return cause
            return self._joint_cause(fact)
        except NotProvenError:
            return _Cause("not-proven")

    def _single_causes(self, fact: int) -> Iterator[_Cause]:
        """Yield the causes that explain the step alone, in their order."""
        closes = self.closer.closes
        if closes(fact, Relaxation(entry=True)):
            yield _Cause("entry-requirement", filters=self._sufficient_filters(fact))
        if self._some_completed() and closes(fact, Relaxation(completed=True)):
            yield _Cause("already-completed")
        if filters := self._sufficient_filters(fact):
            yield _Cause("excluded-by-filter", filters=filters)
        if missing := self._missing(fact):
            yield _Cause("over-budget", missing=missing)
        if closes(fact, Relaxation(order=True)):
            yield _Cause("lost-in-order")
        if self._filters_used() and closes(fact, Relaxation(filters=ALL_FILTERS)):
            yield _Cause("excluded-by-filter", filters=self._needed_filters(fact), together=True)
        if closes(fact, Relaxation(limits=ALL_LIMITS)):
            yield _Cause("over-budget")

    def _joint_cause(self, fact: int) -> _Cause:
        """Return, where causes add up, the first that keeps the step open with all others relaxed."""
        everything = Relaxation(
            entry=True, completed=True, filters=ALL_FILTERS, limits=ALL_LIMITS, order=True
        )
        causes: tuple[tuple[Reason, Relaxation], ...] = (
            ("entry-requirement", replace(everything, entry=False)),
            ("already-completed", replace(everything, completed=False)),
            ("excluded-by-filter", replace(everything, filters=frozenset())),
            ("over-budget", replace(everything, limits=frozenset())),
            ("lost-in-order", replace(everything, order=False)),
        )
        for reason, rest in causes:
            if not self.closer.closes(fact, rest):
                used = self._filters_used() if reason == "excluded-by-filter" else ()
                return _Cause(reason, filters=used, together=True)
        return _Cause("lost-in-order")

    def _some_completed(self) -> bool:
        return any(option.completed for option in self.problem.options)

    def _filters_used(self) -> tuple[FilterName, ...]:
        refusing = {name for option in self.problem.options for name in option.refused}
        return tuple(name for name in FILTERS if name in refusing)

    def _sufficient_filters(self, fact: int) -> tuple[FilterName, ...]:
        """Return the filters each of which, lifted alone, lets the step close."""
        return tuple(
            name
            for name in self._filters_used()
            if self.closer.closes(fact, Relaxation(filters=frozenset({name})))
        )

    def _needed_filters(self, fact: int) -> tuple[FilterName, ...]:
        """Return a smallest set of filters that must be lifted together: none can be left in place."""
        lifted = set(self._filters_used())
        for name in self._filters_used():
            if self.closer.closes(fact, Relaxation(filters=frozenset(lifted - {name}))):
                lifted.discard(name)
        return tuple(name for name in FILTERS if name in lifted)

    def _missing(self, fact: int) -> dict[LimitName, int]:
        """Return, for each limit whose rise lets the step close, the least rise."""
        limits = self.problem.limits
        given = {"hours": limits.minutes, "price": limits.cents, "count": limits.count}
        missing: dict[LimitName, int] = {}
        for name in LIMITS:
            limit = given[name]
            least = None if limit is None else self.closer.least(fact, name)
            if limit is not None and least is not None:
                missing[name] = least - limit
        return missing

    def _unmet_needs(self, supplies: Sequence[Training]) -> tuple[str, ...]:
        """Return what the trainings concerned ask for and nothing at hand can give."""
        admitted = self.problem.admitted()
        facts = reachable(admitted)
        identifiers = {training.id for training in supplies}
        needs = 0
        for option in admitted.options:
            if option.id in identifiers and not option.can_start(facts):
                needs |= option.needs
                for alternative in option.any_of:
                    needs |= alternative
        named = []
        for number, (kind, name, level) in enumerate(self.problem.facts):
            if needs & ~facts & 1 << number:
                named.append(":".join(part for part in (kind, name, str(level or "")) if part))
        return tuple(sorted(named))

    def _concerned(self, supplies: Sequence[Training], cause: _Cause) -> tuple[str, ...]:
        """Return the trainings that supply the step and that the cause keeps out; failing that, all."""
        options = {option.id: option for option in self.problem.options}
        found = [options[training.id] for training in supplies]
        if cause.reason == "already-completed":
            kept = [option for option in found if option.completed]
        elif cause.reason == "excluded-by-filter":
            kept = [option for option in found if set(option.refused) & set(cause.filters)]
        elif cause.reason in ("entry-requirement", "over-budget", "lost-in-order"):
            kept = [option for option in found if not option.refused and not option.completed]
        else:
            kept = found
        return tuple(option.id for option in kept or found)


def _supplies(training: Training, competency: str, level: int, *, held: int | None = None) -> bool:
    """Return whether ``training`` lifts ``competency`` from ``level``, for someone who holds ``held``."""
    return any(
        outcome.competency == competency
        and outcome.from_level <= (level if held is None else held)
        and outcome.to_level > level
        for outcome in training.taught
    )
