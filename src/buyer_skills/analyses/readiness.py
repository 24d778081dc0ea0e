"""Coverage and readiness from levels, in whole numbers: the one rule of gaps and of paths."""

from collections.abc import Mapping
from fractions import Fraction

from buyer_skills.catalog.profiles import JobProfile


def coverage(profile: JobProfile, levels: Mapping[str, int]) -> Fraction:
    """Return the weighted share of ``profile`` that ``levels`` cover; 1 when it asks for nothing."""
    covered, required = covered_and_required(profile, levels)
    return Fraction(covered, required) if required else Fraction(1)


def covered_and_required(profile: JobProfile, levels: Mapping[str, int]) -> tuple[int, int]:
    """Return the sums of importance x level covered and required; a surplus pays for nothing else."""
    covered = required = 0
    for each in profile.requirements:
        covered += each.importance * min(levels.get(each.competency, 0), each.level)
        required += each.importance * each.level
    return covered, required


def is_ready(profile: JobProfile, levels: Mapping[str, int], threshold: Fraction) -> bool:
    """Return whether no indispensable requirement is short and coverage reaches ``threshold``."""
    short = any(
        each.importance == 3 and levels.get(each.competency, 0) < each.level for each in profile.requirements
    )
    return not short and coverage(profile, levels) >= threshold


def exact(threshold: float) -> Fraction:
    """Return a threshold as it is written: 0.8 is 8/10, not the nearest binary fraction."""
    return Fraction(str(threshold))
