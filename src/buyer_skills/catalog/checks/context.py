"""What a check looks at, and how it says what it found."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from buyer_skills.catalog.acronyms import Acronym, Synonyms
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.competencies import Competency, Heading
from buyer_skills.catalog.decisions import Decision
from buyer_skills.catalog.employer_answers import EmployerAnswer
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.glossary import GlossaryEntry
from buyer_skills.catalog.intake_rules import IntakeRule
from buyer_skills.catalog.named_gaps import NamedGap
from buyer_skills.catalog.places import Places
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.providers import Provider, Source
from buyer_skills.catalog.rules import Rule, Statut
from buyer_skills.catalog.set_ups import Activity, SetUp
from buyer_skills.catalog.trainings import Training
from buyer_skills.issues import Issue, issue, nearest
from buyer_skills.messages import Message

_MOST_SUGGESTIONS = 200


@dataclass(frozen=True)
class Written:
    """Every record that is well formed, `proposed` ones too, by group and id."""

    areas: Mapping[str, Heading]
    phases: Mapping[str, Heading]
    roles: Mapping[str, Heading]
    themes: Mapping[str, Heading]
    competencies: Mapping[str, Competency]
    trainings: Mapping[str, Training]
    profiles: Mapping[str, JobProfile]
    providers: Mapping[str, Provider]
    sources: Mapping[str, Source]
    rules: Mapping[str, Rule]
    statuts: Mapping[str, Statut]
    named_gaps: Mapping[str, NamedGap]
    activities: Mapping[str, Activity]
    set_ups: Mapping[str, SetUp]
    glossary: Mapping[str, GlossaryEntry]
    acronyms: Mapping[str, Acronym]
    synonyms: Mapping[str, Synonyms]
    intake_rules: Mapping[str, IntakeRule]
    decisions: Mapping[str, Decision]
    employer_answers: Mapping[str, EmployerAnswer]


@dataclass(frozen=True)
class CheckContext:
    """The records under check, with their places."""

    catalog: Catalog
    """The catalogue that answers will come from: no `proposed` record in it."""
    written: Written
    """Every well-formed record."""
    identifiers: Mapping[str, frozenset[str]]
    """Every id written, by group, even that of a record with a fault: a reference to it is not unknown."""
    places: Places
    """Where each record is written."""
    incomplete: frozenset[str]
    """Groups whose list could not be read: what refers to them is not judged."""
    is_whole: bool
    """Whether every record could be read: only then can something be called idle."""
    day: dt.date | None
    """The day the report is made for; None leaves out what depends on it."""
    set_aside: frozenset[str] = frozenset()
    """What overlays replaced in the records under them: an id only found there is not idle."""
    matched: set[tuple[str, str, str]] = field(default_factory=set)
    """The `accepted` entries that a warning was found for: group, id and code."""

    def issue(
        self, code: str, group: str, record: Record, *path: str | int, key: bool = False, **parameters: object
    ) -> Issue:
        """Return an issue about ``path`` in a record.

        A warning that the record accepts becomes a note that gives the reason.
        """
        place = self.places.of(group, record.id, *path, key=key)
        made = issue(code, place, **parameters)
        if made.severity != "warning":
            return made
        reason = next((one.reason for one in record.accepted if one.code == code), None)
        if reason is None:
            return made
        self.matched.add((group, record.id, code))
        words = Message("issues.accepted", {"problem": made.message, "reason": reason})
        return replace(made, severity="note", message=words, hint=None)

    def unknown(
        self, code: str, group: str, record: Record, *path: str | int, found: str, among: str
    ) -> Issue | None:
        """Return the issue for an id that ``record`` refers to and that the group ``among`` does not have.

        None when it has it. A record that stands may not refer to one that is only proposed.
        """
        if among in self.incomplete:
            return None
        if found not in self.identifiers[among]:
            return self.issue(code, group, record, *path, found=found, nearest=self._nearest(found, among))
        target = getattr(self.written, among).get(found)
        if target is None or not is_proposed(target) or is_proposed(record):
            return None
        return self.issue("G106", group, record, *path, found=found)

    def _nearest(self, found: str, among: str) -> Message | str:
        """Offer the closest id, but not without end in a file where everything is unknown."""
        self._suggested[0] += 1
        return nearest(found, self.identifiers[among]) if self._suggested[0] <= _MOST_SUGGESTIONS else ""

    @cached_property
    def _suggested(self) -> list[int]:
        return [0]


def is_proposed(record: Record) -> bool:
    """Return whether a record is only proposed, and so left out of the catalogue."""
    return getattr(record, "status", None) == "proposed"
