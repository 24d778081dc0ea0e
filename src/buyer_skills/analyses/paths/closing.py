"""Whether a step could close, under a relaxation, with nothing lost that is closed now."""

from dataclasses import dataclass, field, replace

from buyer_skills.analyses.paths.constraints import LimitName
from buyer_skills.analyses.paths.deadline import Deadline
from buyer_skills.analyses.paths.optimum import RankChain
from buyer_skills.analyses.paths.presolve import presolved
from buyer_skills.analyses.paths.problem import PathProblem
from buyer_skills.analyses.paths.ranks import cost_objectives, gap_objectives
from buyer_skills.analyses.paths.relaxing import Relaxation, relaxed
from buyer_skills.analyses.paths.replay import reachable


class NotProvenError(Exception):
    """The time ran out before the question was settled."""


@dataclass(slots=True)
class Closer:
    """Answers for one problem and one plan, remembering each relaxed problem and what it can reach."""

    problem: PathProblem
    closed: int
    deadline: Deadline
    presolve: bool = True
    relaxed: dict[Relaxation, tuple[PathProblem, int]] = field(default_factory=dict)

    def closes(self, fact: int, relaxation: Relaxation) -> bool:
        """Return whether ``fact`` can come true under ``relaxation``, all closed now staying closed.

        Raises:
            NotProvenError: when the time ran out.
        """
        return self._chain(fact, relaxation) is not None

    def least(self, fact: int, limit: LimitName) -> int | None:
        """Return the least minutes, cents or number of trainings with which ``fact`` comes true.

        That limit is lifted and all closed now stays closed; None when it does not come true even so.

        Raises:
            NotProvenError: when the time ran out.
        """
        chain = self._chain(fact, Relaxation(limits=frozenset({limit})))
        if chain is None:
            return None
        objective = cost_objectives(chain.problem, (limit,))[-1]
        if chain.settle(objective) is not None:
            raise NotProvenError
        return objective.of(chain.values)

    def _chain(self, fact: int, relaxation: Relaxation) -> RankChain | None:
        problem, facts = self._relaxed(relaxation)
        must = self.closed | fact
        if must & ~facts:
            return None
        if self.deadline.over:
            raise NotProvenError
        chain = RankChain(self._asking(problem, must), self.deadline)
        every = gap_objectives(chain.model)[1]
        target = sum(every.terms.values())
        if chain.settle(every) is not None and every.of(chain.values) != target:
            raise NotProvenError
        return chain if every.of(chain.values) == target else None

    def _relaxed(self, relaxation: Relaxation) -> tuple[PathProblem, int]:
        if relaxation not in self.relaxed:
            problem = relaxed(self.problem, relaxation)
            self.relaxed[relaxation] = problem, reachable(problem)
        return self.relaxed[relaxation]

    def _asking(self, problem: PathProblem, must: int) -> PathProblem:
        """Return the problem of making the facts ``must`` true, each worth the same."""
        wanted = tuple(replace(step, weight=1) for step in problem.wanted if step.fact & must)
        asking = replace(problem, wanted=wanted)
        return presolved(asking) if self.presolve else asking
