"""Trainings: any way to gain levels, from a webinar to a degree, and what each asks and gives."""

import datetime as dt
from collections.abc import Collection
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Strict, Tag, model_validator

from buyer_skills.catalog.competencies import CompetencyKind, Link
from buyer_skills.catalog.fields import (
    Bilingual,
    Days,
    DegreeLevel,
    Entity,
    Euros,
    Hours,
    Level,
    PartialDate,
    Record,
    Slug,
    Text,
    TrainingId,
    Url,
)

TrainingKind = Literal[
    "course",
    "webinar",
    "workshop",
    "mooc",
    "e-learning",
    "cycle",
    "itinerary",
    "certification",
    "degree",
    "peer-session",
    "practice",
]
"""What a training is."""

TrainingStatus = Literal["current", "ended", "history", "proposed"]
"""Only `current` trainings are offered or counted."""

Evidence = Literal["confirmed", "verified", "reported", "indicative", "generic"]
"""How far an offer can be trusted, the surest first; `generic` is what any employer can set up."""

EVIDENCE_ORDER: tuple[Evidence, ...] = ("confirmed", "verified", "reported", "indicative")
"""The grades `--evidence` compares, the surest first; `generic` stands beside them."""

HOURS_PER_DAY = 7
"""Hours in a day of training, where a source gives days only."""

LONG_KINDS: frozenset[TrainingKind] = frozenset({"cycle", "certification", "degree"})
"""The kinds that may teach several steps, and reach level 3 when their programme was seen."""

OWN_EVIDENCE = EVIDENCE_ORDER[:2]
"""Grades that come from the provider itself: its answer, or its own page."""

TRUSTED_EVIDENCE = EVIDENCE_ORDER[:3]
"""Grades above a theme that is known."""

Modality = Literal["presentiel", "distanciel", "hybride", "en-ligne"]
"""How it is followed; `distanciel` and `en-ligne` can be followed from anywhere."""

Basis = Literal["programme", "titre", "theme"]
"""On what the outcomes rest: the programme was read, the title alone, or only a theme."""

EmployerFamily = Literal["territorial", "hospitalier", "etat", "autre"]
"""The family of employers (versant): who pays and who enrols depends on it."""

EMPLOYER_FAMILIES: tuple[EmployerFamily, ...] = ("territorial", "hospitalier", "etat", "autre")

MODALITIES: tuple[Modality, ...] = ("presentiel", "distanciel", "hybride", "en-ligne")

PersonStatus = Literal[
    "titulaire", "stagiaire", "contractuel", "etudiant", "demandeur-emploi", "salarie", "elu"
]
"""The situations of a person that an entry requirement may name."""


def have_family_in_common(some: Collection[EmployerFamily], others: Collection[EmployerFamily]) -> bool:
    """Return whether two lists of employer families meet; one that names none speaks of all.

    >>> have_family_in_common(["etat"], ["etat", "autre"]), have_family_in_common(["etat"], ["autre"])
    (True, False)
    >>> have_family_in_common([], ["autre"])
    True
    """
    return not some or not others or not set(some).isdisjoint(others)


def most_taught(kind: TrainingKind) -> int:
    """Return the highest level that a kind of training can lead to; only practice makes an expert.

    >>> most_taught("course"), most_taught("degree")
    (2, 3)
    """
    return 3 if kind in LONG_KINDS else 2


def _without_default(schema: dict[str, Any]) -> None:
    """Leave a default out of the JSON Schema: it depends on another key."""
    del schema["default"]


class Outcome(Entity):
    """A level gained: someone at `from` or above on entry leaves at `to`."""

    competency: Slug = Field(description="Competency taught.")
    from_level: Level = Field(
        alias="from",
        default=-1,
        description="Level needed for the gain; `to` - 1 when absent.",
        json_schema_extra=_without_default,
    )
    to_level: Level = Field(alias="to", description="Level reached.")
    unit: Text | None = Field(default=None, description="Teaching unit or block it is gained in.")

    @model_validator(mode="before")
    @classmethod
    def _default_from(cls, value: Any) -> Any:
        if isinstance(value, dict) and "from" not in value and "from_level" not in value:
            to_level = value.get("to", value.get("to_level"))
            if isinstance(to_level, int) and 1 <= to_level <= 4:
                return {**value, "from": to_level - 1}
            return {**value, "from": 0}
        return value


class TemplateScope(Entity):
    """Which competencies a practice template covers; an empty list covers all."""

    kinds: tuple[CompetencyKind, ...] = Field(default=(), description="Kinds of competency covered.")
    areas: tuple[Slug, ...] = Field(default=(), description="Areas covered.")


class PracticeTemplate(Entity):
    """The outcomes of a practice that stands for one practice by competency and step."""

    applies_to: TemplateScope = Field(default=TemplateScope(), description="Competencies covered.")
    steps: tuple[tuple[Level, Level], ...] = Field(description="Steps covered, such as [[1, 2], [2, 3]].")


def _outcomes_form(value: object) -> str:
    return "template" if isinstance(value, (dict, PracticeTemplate)) else "list"


class LevelRequired(Entity):
    """A level that must be held when the training starts."""

    competency: Slug = Field(description="Competency.")
    level: Level = Field(description="Level needed on entry.")


class EntryCondition(Entity):
    """What must be there before a training: all of it."""

    levels: tuple[LevelRequired, ...] = Field(default=(), description="Levels needed.")
    trainings: tuple[TrainingId, ...] = Field(default=(), description="Trainings to have followed before.")
    degree_level: DegreeLevel | None = Field(default=None, description="Degree level needed, 3 to 8.")
    statuses: tuple[PersonStatus, ...] = Field(
        default=(), description="Situations admitted: one of them is enough."
    )


class EntryRequirements(EntryCondition):
    """What must be there before a training, and alternatives of which one is enough."""

    any_of: tuple[EntryCondition, ...] = Field(
        default=(), description="Alternatives: besides the rest, one of them must hold."
    )


class Access(Entity):
    """How an employer family gets in: price, who pays, who enrols, by which channel."""

    price_eur: Euros | None = Field(
        default=None, description="Price in euros; null = unknown; no key = not said here."
    )
    paid_by: Bilingual | None = Field(default=None, description="Who pays: cotisation, employeur, agent...")
    enrolled_by: Bilingual | None = Field(default=None, description="Who enrols: employeur, agent...")
    channel: Bilingual | None = Field(default=None, description="By which channel one enrols.")
    lead_time_days: Annotated[int, Strict(), Field(ge=0)] | None = Field(
        default=None, description="Days to count between asking and starting."
    )


class Session(Entity):
    """A dated session."""

    start: PartialDate = Field(description="First day.")
    end: PartialDate | None = Field(default=None, description="Last day.")
    place: Text | None = Field(default=None, description="Place.")
    seats: Annotated[int, Strict(), Field(ge=1)] | None = Field(default=None, description="Seats.")


class Origin(Entity):
    """Where a record that was brought in comes from: what it is called there, so that it is known again."""

    registry: Slug = Field(
        description="Register or offer it was in: mon-compte-formation, rncp, fun-mooc, or that of a table."
    )
    key: Text = Field(description="What tells it from the others there.")
    read: PartialDate = Field(description="Date of what was read.")


class Confirmation(Entity):
    """The answer of the body concerned: when, and by whom."""

    day: PartialDate = Field(description="When it answered.")
    function: Text = Field(
        description="Function of who answered, such as « responsable de l'offre »; never a name."
    )


class Training(Record):
    """Any way to gain levels: course, cycle, MOOC, degree, certification, practice..."""

    title: Bilingual = Field(description="Title, in the language of the provider.")
    provider: Slug = Field(description="Provider (an id of `providers.yaml`).")
    kind: TrainingKind = Field(description="What it is.")
    outcomes: Annotated[
        Annotated[tuple[Outcome, ...], Tag("list")] | Annotated[PracticeTemplate, Tag("template")],
        Discriminator(_outcomes_form),
    ] = Field(default=(), description="Levels gained; for a practice template, the steps it covers.")
    requires: EntryRequirements = Field(
        default=EntryRequirements(), description="What must be there before it starts."
    )
    evidence: Evidence = Field(default="indicative", description="How far the offer can be trusted.")
    basis: Basis | None = Field(default=None, description="On what the outcomes rest.")
    status: TrainingStatus = Field(default="current", description="Only `current` ones are offered.")
    ended: PartialDate | None = Field(default=None, description="Last day it could be followed or awarded.")
    noted: PartialDate | None = Field(default=None, description="When we noted the facts.")
    page_date: PartialDate | None = Field(default=None, description="Date of the page they come from.")
    hours: Hours | None = Field(default=None, description="Duration in hours; absent = unknown.")
    days: Days | None = Field(default=None, description="Duration in days, 7 h each when `hours` is absent.")
    duration_months: Annotated[float, Strict(), Field(gt=0, le=120)] | None = Field(
        default=None, description="Months from start to end."
    )
    price_eur: Euros | None = Field(default=None, description="Price for anyone; absent = unknown.")
    access: dict[EmployerFamily, Access] = Field(
        default_factory=dict, description="Price and channel by employer family."
    )
    grants_degree_level: DegreeLevel | None = Field(default=None, description="Degree level it grants.")
    code: Text | None = Field(default=None, description="Code given by the provider or the register.")
    url: Url | None = Field(default=None, description="Address of the page.")
    region: Slug | None = Field(default=None, description="Region, as a slug, or `national`.")
    place: Text | None = Field(default=None, description="Place, as the source words it.")
    modality: Modality | None = Field(default=None, description="How it is followed.")
    parts: tuple[TrainingId, ...] = Field(default=(), description="Trainings an itinerary is made of.")
    sessions: tuple[Session, ...] = Field(default=(), description="Dated sessions.")
    audience: Bilingual | None = Field(default=None, description="For whom.")
    aims: Bilingual | None = Field(default=None, description="What it aims at, in the words of its provider.")
    programme: Bilingual | None = Field(default=None, description="What it holds, in the same words.")
    calendar: Bilingual | None = Field(
        default=None, description="When placements and apprenticeship take place in the year."
    )
    contact: Text | None = Field(default=None, description="Function of the person to ask; never a name.")
    links: tuple[Link, ...] = Field(
        default=(), description="Its certification and codes: RNCP, RS, Formacode, ROME, Certif Info."
    )
    origin: Origin | None = Field(default=None, description="Where it was brought in from.")
    confirmed: Confirmation | None = Field(
        default=None, description="The answer of its provider, with which `evidence` is `confirmed`."
    )
    themes: tuple[Slug, ...] = Field(default=(), description="Cross-cutting themes.")
    entry_note: Bilingual | None = Field(
        default=None, description="An entry condition in words; shown, never enforced."
    )

    @property
    def is_continuing(self) -> bool:
        """Whether someone in post follows it: neither a degree nor a practice."""
        return self.kind not in ("degree", "practice")

    @property
    def is_template(self) -> bool:
        """Whether it stands for one practice by competency and step."""
        return isinstance(self.outcomes, PracticeTemplate)

    def is_over(self, day: dt.date) -> bool:
        """Return whether its end date is before ``day``."""
        return self.ended is not None and self.ended.last < day

    def is_offered(self, day: dt.date) -> bool:
        """Return whether it can be followed on ``day``: a `current` one that is not over."""
        return self.status == "current" and not self.is_over(day)

    @property
    def taught(self) -> tuple[Outcome, ...]:
        """Its outcomes; empty for a template, which is expanded first."""
        return () if isinstance(self.outcomes, PracticeTemplate) else self.outcomes


class TrainingsFile(Entity):
    """The content of `trainings.yaml`."""

    format_version: Annotated[int, Strict()] = Field(description="Version of the format: 1.")
    trainings: tuple[Training, ...] = Field(default=(), description="Trainings.")
