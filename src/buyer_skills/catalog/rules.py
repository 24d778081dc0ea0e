"""Rules of law as dated facts, and the cadres d'emplois and corps that buyers may belong to.

A rule is shown with its source and its date; nothing here says what a person is entitled to.
"""

from typing import Annotated, Literal

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Bilingual, Entity, JobTitle, PartialDate, Record, Slug, Text
from buyer_skills.catalog.profiles import Category
from buyer_skills.catalog.trainings import EmployerFamily

ReadStatus = Literal["seen", "seen-old", "known-not-seen"]
"""seen: in a source of 2022 or later, or undated; seen-old: in an older one, its year is shown;
known-not-seen: never read at its source, so never shown as a fact."""


class Rule(Record):
    """A rule of law or of practice, as read at a date."""

    title: Bilingual = Field(description="What it is about, in a few words.")
    topic: Slug = Field(description="Topic it belongs to, as a slug: formation-integration, cpf...")
    topic_title: Bilingual | None = Field(default=None, description="Topic in words.")
    employers: tuple[EmployerFamily, ...] = Field(
        default=(), description="Employer families the source speaks of; a rule is never extended to another."
    )
    text: Bilingual = Field(description="The rule in our words; it asserts no right of a person.")
    value: Text | None = Field(default=None, description="Figure or delay it sets, as the source words it.")
    legal_text: Text | None = Field(default=None, description="Legal text, as far as the source names it.")
    status: ReadStatus = Field(description="seen, seen-old or known-not-seen.")
    as_of: PartialDate | None = Field(default=None, description="The source's own date; absent: undated.")

    @property
    def is_shown(self) -> bool:
        """Whether it was read at a source, and so may be shown as a fact."""
        return self.status != "known-not-seen"


class RulesFile(Entity):
    """The content of `rules.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    rules: tuple[Rule, ...] = Field(default=(), description="Dated rules.")


class Statut(Record):
    """A cadre d'emplois (territorial) or a corps (State, hospitals)."""

    title: JobTitle = Field(description="Its name, as a doublet.")
    employer: EmployerFamily = Field(description="Employer family it belongs to.")
    category: Category = Field(description="A, B or C.")
    kind: Literal["cadre-emplois", "corps"] = Field(description="cadre-emplois or corps.")
    branch: Text | None = Field(default=None, description="Filière: administrative, technique...")
    legal_text: Text | None = Field(default=None, description="Legal text, as far as the source names it.")
    for_buyers: Bilingual | None = Field(
        default=None, description="What its text says of buying, or our own reading, said to be so."
    )
    names_buying: bool = Field(
        default=False, description="Whether a source on it names purchasing; false: our own reading."
    )
    status: ReadStatus = Field(description="seen, seen-old or known-not-seen.")
    as_of: PartialDate | None = Field(default=None, description="The source's own date; absent: undated.")

    @property
    def is_shown(self) -> bool:
        """Whether it was read at a source: else its category and texts are not shown as facts."""
        return self.status != "known-not-seen"


class StatutsFile(Entity):
    """The content of `statuts.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    statuts: tuple[Statut, ...] = Field(default=(), description="Cadres d'emplois and corps.")
