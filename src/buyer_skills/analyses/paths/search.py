"""The best training path from what a buyer holds to what a job asks for."""

from buyer_skills.analyses.paths.assembling import levels_from, path_result
from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.analyses.paths.deadline import Deadline
from buyer_skills.analyses.paths.losses import losses_of
from buyer_skills.analyses.paths.problem import build_problem
from buyer_skills.analyses.paths.question import Explanation, PathQuestion
from buyer_skills.analyses.paths.reasons import unmet_requirements
from buyer_skills.analyses.paths.result import TrainingPath
from buyer_skills.analyses.paths.solving import best_plan
from buyer_skills.analyses.paths.stand_ins import stand_ins_for
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.graph.skill_graph import SkillGraph


def find_path(
    graph: SkillGraph,
    buyer: Buyer,
    profile: JobProfile,
    constraints: Constraints | None = None,
    *,
    time_limit: float | None = None,
    explain: bool = False,
) -> TrainingPath:
    """Return the lexicographic optimum over which trainings to follow and in which order.

    Args:
        graph: The catalogue, at the day that decides what is offered.
        buyer: Levels held, trainings completed, employer and limits.
        profile: The job aimed at.
        constraints: Filters, limits and order of criteria; the buyer's employer and limits complete them.
        time_limit: Seconds after which the best path found is returned with its bound; None = none.
        explain: Whether to solve again without each training, to say what leaving it out costs.
    """
    limits = (constraints or Constraints()).completed_by(buyer)
    deadline = Deadline(time_limit)
    problem = build_problem(graph, buyer, profile, limits)
    admitted = problem.admitted()
    plan = best_plan(admitted, limits, deadline)
    question = PathQuestion(graph, buyer, profile, limits)
    levels_after = levels_from(problem, buyer, plan.facts)
    gaps_proven = plan.bound is None or plan.bound.rank not in ("indispensable", "gap")
    explanation = Explanation(
        unmet=unmet_requirements(
            question, problem, levels_after, plan.facts, deadline, gaps_proven=gaps_proven
        ),
        stand_ins=stand_ins_for(graph, admitted, plan.order, plan.facts),
        losses=losses_of(admitted, plan.order, plan.facts, deadline, presolve=limits.presolve)
        if explain
        else {},
    )
    order = [admitted.options[position].id for position in plan.order]
    return path_result(question, order, levels_after, plan.bound, explanation)
