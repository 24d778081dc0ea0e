"""The best training path: proven, replayed and explained.

:func:`find_path` is the whole of it; :func:`fewest_hours_to_ready` asks the narrower question of how few
hours make a person ready. The method, its formulas and the functions that set them are on the product's
method page.
"""

from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.analyses.paths.fewest_hours import fewest_hours_to_ready
from buyer_skills.analyses.paths.result import TrainingPath
from buyer_skills.analyses.paths.search import find_path

__all__ = ["Constraints", "TrainingPath", "fewest_hours_to_ready", "find_path"]
