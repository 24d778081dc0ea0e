"""What is suggested for a training: outcomes with their reasons, or that nothing is known."""

from typing import Literal

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.catalog.fields import Level

StepReason = Literal["words", "hours", "similar", "usual"]
"""Why a step is suggested: words of the text, its few hours, similar trainings, or the usual step."""


class SuggestedOutcome(Result):
    """A competency that a training may teach, the step, and what led there."""

    competency: str = Field(description="Id of the competency.")
    from_level: Level = Field(alias="from", description="Level before.")
    to_level: Level = Field(alias="to", description="Level after.")
    score: float = Field(
        ge=0, le=1, description="How near the words are, 0 to 1; a rank, not a probability: see the docs."
    )
    words: tuple[str, ...] = Field(
        description="Words of the text that led there, as it writes them and in its order; codes after them."
    )
    similar: tuple[str, ...] = Field(
        description="Ids of the trainings of the catalogue that led there, the most similar first."
    )
    step_reason: StepReason = Field(
        description="Why this step: `words` of the text, its few `hours`, the step that several `similar` "
        "trainings teach, or the `usual` step of trainings of this length."
    )
    step_words: tuple[str, ...] = Field(
        default=(), description="Words of the text that say the step, when `step_reason` is `words`."
    )


class Suggestions(Result):
    """What is suggested for one training, the surest first."""

    is_known: bool = Field(description="False: the words are too far from the catalogue to say anything.")
    outcomes: tuple[SuggestedOutcome, ...] = Field(description="Suggested outcomes; empty when not known.")
    best_score: float = Field(ge=0, le=1, description="Score of the nearest competency, even when not told.")
