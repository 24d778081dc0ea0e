"""Any answer of `show`: a record of any kind with what is around it."""

from typing import Annotated

from pydantic import Field

from buyer_skills.analyses.framing_results import (
    NamedGapNeighbourhood,
    RuleNeighbourhood,
    SetUpNeighbourhood,
    StatutNeighbourhood,
)
from buyer_skills.analyses.neighbourhood_results import (
    CompetencyNeighbourhood,
    HeadingNeighbourhood,
    ProfileNeighbourhood,
    ProviderNeighbourhood,
    TrainingNeighbourhood,
)

AnyNeighbourhood = Annotated[
    CompetencyNeighbourhood
    | TrainingNeighbourhood
    | ProfileNeighbourhood
    | ProviderNeighbourhood
    | RuleNeighbourhood
    | StatutNeighbourhood
    | SetUpNeighbourhood
    | HeadingNeighbourhood
    | NamedGapNeighbourhood,
    Field(discriminator="kind"),
]
"""Any answer of `show`."""
