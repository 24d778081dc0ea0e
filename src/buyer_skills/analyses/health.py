"""What can only be seen wrong in a catalogue by following its trainings: checks that need the graph."""

from collections.abc import Iterator

from buyer_skills.analyses.reachability import enterable_steps
from buyer_skills.catalog.places import Places
from buyer_skills.catalog.profiles import Requirement
from buyer_skills.graph.skill_graph import JOBS, SkillGraph
from buyer_skills.issues import Issue, issue
from buyer_skills.messages import Message


def catalogue_health(graph: SkillGraph, places: Places) -> tuple[Issue, ...]:
    """Return every issue that needs reachability, each at its place.

    Args:
        graph: A catalogue without errors, at the day of the report.
        places: Where its records are written.
    """
    return tuple(_unreached_requirements(graph, places))


def _unreached_requirements(graph: SkillGraph, places: Places) -> Iterator[Issue]:
    """P301: a job asks for a level that nobody can reach from level 0, practice included."""
    reached = enterable_steps(graph, practice=True)
    for profile in graph.catalog.profiles.values():
        if profile.kind not in JOBS:
            continue
        for index, requirement in enumerate(profile.requirements):
            if requirement.level and (requirement.competency, requirement.level) not in reached:
                place = places.of("profiles", profile.id, "requirements", index, "competency")
                yield issue("P301", place, found=requirement.competency, level=_asked(graph, requirement))


def _asked(graph: SkillGraph, requirement: Requirement) -> Message:
    """Return the level asked; that of a way of being in words, never as a number."""
    competency = graph.competency(requirement.competency)
    if competency.kind == "savoir-etre":
        return Message(f"issues.P301.soft-{competency.reads(requirement.level)}")
    return Message("issues.P301.level", {"level": requirement.level})
