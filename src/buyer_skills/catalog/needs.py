"""What employers need: how many people hold, or will hold, a job. No person is named, ever."""

from typing import Annotated

from pydantic import Field, Strict

from buyer_skills.catalog.departements import Departement
from buyer_skills.catalog.fields import Bilingual, Entity, Slug, Text
from buyer_skills.catalog.trainings import EmployerFamily

MedianLevel = Annotated[float, Strict(), Field(ge=0, le=4, multiple_of=0.5)]
"""A level, or the middle of two: the median of an even number of people."""


class Need(Entity):
    """A line of a needs file: so many people, at one employer, in one job."""

    name: Text = Field(description="Name of the employer; never that of a person.")
    employer: EmployerFamily = Field(description="Employer family (versant).")
    departement: Departement = Field(description="Code of the département: 59, 2A, 974.")
    profile: Slug = Field(description="Job they hold or will hold (an id of `job_profiles.yaml`).")
    headcount: Annotated[int, Strict(), Field(ge=1, le=100_000)] = Field(
        description="How many people, 1 or more."
    )
    levels: dict[Slug, MedianLevel] = Field(
        default_factory=dict,
        description="Median level held by competency, 0 to 4 by halves; not listed = not known, so 0.",
    )
    note: Bilingual | None = Field(default=None, description="A remark, without any name of a person.")

    def people_needing(self, competency: str, level: int) -> int:
        """Return how many of them need the step of ``competency`` that ends at ``level``.

        All of them when the step is above the median level, none otherwise: the file says no more.
        """
        return self.headcount if level > self.levels.get(competency, 0) else 0


class NeedsFile(Entity):
    """What one or several employers need, in people."""

    format_version: Annotated[int, Strict()] = Field(default=1, description="Version of the format: 1.")
    needs: tuple[Need, ...] = Field(description="One line an employer and job; at least one.")
    note: Bilingual | None = Field(default=None, description="A remark, without any name of a person.")
