"""What teaches one step of one competency, and whether it is found in the catalogue at all."""

from buyer_skills.analyses.neighbourhood_results import NotFound, StepSupply
from buyer_skills.graph.skill_graph import SkillGraph

TOP_LEVEL = 4
"""The highest level of the scale."""


def step_supply(graph: SkillGraph, competency: str, level: int) -> StepSupply:
    """Return who asks for the step of ``competency`` that ends at ``level`` (1 to 4), and what teaches it."""
    teaching = graph.trainings_teaching(competency, level)
    trainings = tuple(training.id for training in teaching if training.kind != "practice")
    practices = tuple(training.id for training in teaching if training.kind == "practice")
    finding: NotFound | None = None
    if not trainings:
        # The last level comes with years in the job, so the work situation is where it is built.
        finding = "practice-only" if practices or level == TOP_LEVEL else "absent"
    return StepSupply(
        competency=competency,
        from_level=level - 1,
        to_level=level,
        demand=len(graph.profiles_requiring(competency, level)),
        trainings=trainings,
        practices=practices,
        finding=finding,
    )
