"""A training as an outside file describes it, before anything is judged of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from buyer_skills.catalog.trainings import EmployerFamily, Evidence, Modality, TrainingKind
from buyer_skills.issues import Issue, Place


@dataclass(frozen=True, slots=True)
class OfferSession:
    """A dated session: dates as the catalogue writes them (``2027-03`` or ``2027-03-15``)."""

    start: str
    end: str = ""
    place: str = ""
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One training of an outside file. What the file does not say is empty or None, never guessed."""

    key: str
    """What tells it from the others of the file, the same from one copy of the file to the next."""
    title: str
    provider: str
    """Name of the body as it is written, or an id of the catalogue."""
    place: Place
    """Where it is written."""
    kind: TrainingKind | None = None
    certification: str = ""
    """Number in the national registers, such as RNCP35149 or RS1234."""
    certification_title: str = ""
    formacodes: tuple[str, ...] = ()
    rome: tuple[str, ...] = ()
    degree_level: int | None = None
    """Level of the diploma that it ends with, 3 to 8."""
    aims: str = ""
    programme: str = ""
    audience: str = ""
    entry_note: str = ""
    hours: float | None = None
    days: float | None = None
    price_eur: float | None = None
    """Price for anyone, in euros."""
    prices: Mapping[EmployerFamily, float] = field(default_factory=dict)
    """Price by employer family, in euros, where the file tells them apart."""
    code: str = ""
    """The provider's own code."""
    url: str = ""
    region: str = ""
    """Slug of a region, or ``national``."""
    location: str = ""
    """Place of the training, as it is written."""
    modality: Modality | None = None
    sessions: tuple[OfferSession, ...] = ()
    evidence: Evidence = "reported"


@dataclass(frozen=True, slots=True)
class OfferFile:
    """What was read of an outside file: the offers kept, and how many there were."""

    registry: str
    """Slug of the register or offer, such as ``mon-compte-formation``."""
    source: Mapping[str, Any]
    """The plain record of the source that its trainings rest on: id, title, publisher, date, licence..."""
    day: str
    """Date of what was read, as the catalogue writes dates."""
    answer: Mapping[str, str] | None = field(default=None, kw_only=True)
    """Day and function of whoever handed the file, when it is the body itself."""
    offers: tuple[Offer, ...] = ()
    read: int = 0
    """How many trainings the file held, those kept and those left."""
    kept_by: Mapping[str, int] = field(default_factory=dict)
    """How many offers each intake rule kept, by its id."""
    issues: tuple[Issue, ...] = ()
