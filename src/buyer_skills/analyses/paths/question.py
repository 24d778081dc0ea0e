"""What is asked of the optimiser, and what is said beside its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.analyses.paths.result import Loss, StandIn, UnmetRequirement
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.graph.skill_graph import SkillGraph


@dataclass(frozen=True, slots=True)
class PathQuestion:
    """From what a person holds to what a job asks, under constraints that hold the employer and limits."""

    graph: SkillGraph
    buyer: Buyer
    profile: JobProfile
    constraints: Constraints


@dataclass(frozen=True, slots=True)
class Explanation:
    """What stays open and why, and what could stand in for a training or replace it, by its id."""

    unmet: tuple[UnmetRequirement, ...] = ()
    stand_ins: Mapping[str, StandIn] = field(default_factory=dict)
    losses: Mapping[str, Loss] = field(default_factory=dict)
