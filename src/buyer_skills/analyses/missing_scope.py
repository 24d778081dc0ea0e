"""What a report on missing courses is limited to."""

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.trainings import EmployerFamily


class MissingScope(Result):
    """What a report on missing courses is limited to; each field left out limits nothing."""

    profile: str | None = Field(default=None, description="Need of this profile alone, whatever its kind.")
    theme: str | None = Field(default=None, description="Competencies that carry this theme.")
    role: str | None = Field(default=None, description="Competencies that serve this role.")
    area: str | None = Field(default=None, description="Competencies of this area.")
    region: str | None = Field(
        default=None, description="Region the trainings must be in, or be followed at a distance."
    )
    employer: EmployerFamily | None = Field(
        default=None,
        description="Family of employers whose jobs or people are counted and whose prices are judged.",
    )

    def covers(self, competency: Competency) -> bool:
        """Return whether the scope holds ``competency``."""
        return (
            (self.theme is None or self.theme in competency.themes)
            and (self.role is None or self.role in competency.roles)
            and (self.area is None or self.area == competency.area)
        )
