"""Where things are inside the document of the framework, so that its parts can lead to each other."""

from buyer_skills.analyses.frameworks import Framework

SOFT = "savoir-etre"
"""The anchor of the section on ways of being."""


def competency_place(competency: str) -> str:
    """Return the anchor of the sheet of a competency."""
    return f"competence-{competency}"


def area_place(area: str, framework: Framework) -> str:
    """Return the anchor of an area: its own section, or that of ways of being when it holds nothing else."""
    rated = any(one.record.area == area for one in framework.rated)
    return f"domaine-{area}" if rated else SOFT
