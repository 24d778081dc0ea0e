"""Competencies, and the lists they are sorted by: areas, phases, roles, themes."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from buyer_skills.catalog.fields import Bilingual, Entity, Level, Record, Slug, Text, Url

CompetencyKind = Literal["savoir", "savoir-faire", "savoir-etre"]
"""What a competency is: knowledge, know-how, or a way of being (shown in words, never as a number)."""

AiEffect = Literal["none", "assists", "transforms"]
"""What artificial intelligence changes in a competency: nothing yet, a help, or the way it is done."""

AiUseCase = Literal["documents", "sourcing", "redaction", "avis-achat", "analyse-offres", "indicateurs"]
"""The six uses that the State's purchasing directorate (DAE) announced trying at the end of 2024."""

LinkRelation = Literal["exact", "close", "broader", "narrower", "related"]
"""How a competency stands to an outside item, read from ours to theirs (SKOS mapping words)."""


ValidatedBy = Annotated[int, Strict(), Field(ge=0)]
"""A number of employers who said that a record is right as it is."""


TOP_SOFT_LEVEL = 3
"""Ways of being stop there: a 4 of a reference profile reads as a 3."""


class Link(Entity):
    """A link to an item of an outside framework: ProcurCompEU, ESCO, ROME, FPH, Formacode."""

    framework: Text = Field(description="Name of the framework: ProcurCompEU, ESCO, ROME, FPH, Formacode...")
    code: Text | None = Field(default=None, description="Code of the item there; absent when not seen.")
    label: Text | None = Field(default=None, description="Label of the item there, in its own language.")
    uri: Url | None = Field(default=None, description="Address of the item, when it has one.")
    relation: LinkRelation | None = Field(
        default=None, description="exact, close, broader, narrower or related; absent when not judged."
    )


class LevelDescription(Entity):
    """What someone who holds a level is seen doing."""

    level: Level = Field(description="Level, 1 to 4; 1 to 3 for a savoir-être.", ge=1)
    descriptors: tuple[Bilingual, ...] = Field(
        description="Two or three observable sentences: verb, object, context; no dated law.", min_length=1
    )


class AiChange(Entity):
    """What artificial intelligence changes in a competency."""

    effect: AiEffect = Field(description="none, assists or transforms.")
    use_case: AiUseCase | None = Field(
        default=None, description="The one of the DAE's six use cases it follows, when one does."
    )
    reason: Bilingual = Field(description="What changes, what stays with people, what to watch.")
    sources: tuple[Slug, ...] = Field(
        default=(), description="Ids of the sources that say so; none: it is our reading."
    )


class Confusion(Entity):
    """Another competency that this one is easily taken for."""

    competency: Slug = Field(description="The other competency.")
    difference: Bilingual = Field(description="How they differ.")


class Heading(Record):
    """An entry of the lists of areas, phases, roles and themes."""

    title: Bilingual = Field(description="Title.")
    description: Bilingual | None = Field(default=None, description="What it covers, in a sentence or two.")
    status: Literal["proposed"] | None = Field(
        default=None, description="`proposed` keeps it out of analyses."
    )


class Competency(Record):
    """Something one can hold at a level from 0 to 4."""

    title: Bilingual = Field(description="Title, in French and English.")
    area: Slug = Field(description="Area it belongs to (one of the file's `areas`).")
    kind: CompetencyKind = Field(description="savoir, savoir-faire or savoir-etre.")
    description: Bilingual | None = Field(default=None, description="What it means, in one or two sentences.")
    phase: Slug | None = Field(default=None, description="Phase of the purchase it serves.")
    roles: tuple[Slug, ...] = Field(default=(), description="Roles it serves: our reading of the APURE day.")
    themes: tuple[Slug, ...] = Field(default=(), description="Cross-cutting themes it belongs to.")
    broader: Slug | None = Field(
        default=None, description="The competency it is a finer part of; for reading, no level is inferred."
    )
    situation: Bilingual | None = Field(
        default=None, description="A work situation in which it is called for, in a sentence or two."
    )
    levels: tuple[LevelDescription, ...] = Field(
        default=(), description="Observable descriptors by level: 1 to 4, or 1 to 3 for a savoir-être."
    )
    validated_by: ValidatedBy = Field(
        default=0, description="Employers who validated the descriptors; 0: to be validated by employers."
    )
    behaviours: tuple[Bilingual, ...] = Field(
        default=(), description="For a savoir-être: what it looks like at work, in observable scenes."
    )
    counter_example: Bilingual | None = Field(
        default=None, description="For a savoir-être: a scene in which it is lacking."
    )
    ai: AiChange | None = Field(default=None, description="What artificial intelligence changes in it.")
    confused_with: tuple[Confusion, ...] = Field(
        default=(), description="Competencies it is easily taken for, and how they differ."
    )
    rules: tuple[Slug, ...] = Field(
        default=(), description="Dated rules of law behind it (ids of `rules.yaml`)."
    )
    links: tuple[Link, ...] = Field(default=(), description="Links to outside frameworks.")
    basis: Bilingual | None = Field(default=None, description="On what the wording rests.")
    status: Literal["proposed"] | None = Field(
        default=None, description="`proposed` keeps it out of analyses."
    )

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources of the competency, those on artificial intelligence included."""
        return self.sources + (self.ai.sources if self.ai else ())

    def reads(self, level: int) -> int:
        """Return ``level`` as it reads for this competency: ways of being have three levels."""
        return min(level, TOP_SOFT_LEVEL) if self.kind == "savoir-etre" else level

    def descriptors_at(self, level: int) -> tuple[Bilingual, ...]:
        """Return the descriptors of ``level``; none when that level is not described."""
        return next((one.descriptors for one in self.levels if one.level == level), ())


class CompetenciesFile(Entity):
    """The content of `competencies.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    areas: tuple[Heading, ...] = Field(default=(), description="Areas of competence.")
    phases: tuple[Heading, ...] = Field(default=(), description="Phases of a purchase.")
    roles: tuple[Heading, ...] = Field(default=(), description="Roles of the buyer.")
    themes: tuple[Heading, ...] = Field(default=(), description="Cross-cutting themes.")
    competencies: tuple[Competency, ...] = Field(default=(), description="Competencies.")


__all__ = [
    "TOP_SOFT_LEVEL",
    "AiChange",
    "AiEffect",
    "AiUseCase",
    "CompetenciesFile",
    "Competency",
    "CompetencyKind",
    "Confusion",
    "Heading",
    "LevelDescription",
    "Link",
    "LinkRelation",
    "ValidatedBy",
]
