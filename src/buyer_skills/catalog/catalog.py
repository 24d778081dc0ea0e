"""The catalogue: every record that was read, checked, by id."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from buyer_skills.catalog.acronyms import Acronym, Synonyms
from buyer_skills.catalog.competencies import Competency, Heading
from buyer_skills.catalog.decisions import Decision
from buyer_skills.catalog.employer_answers import EmployerAnswer
from buyer_skills.catalog.fields import Bilingual, Record
from buyer_skills.catalog.glossary import GlossaryEntry
from buyer_skills.catalog.intake_rules import IntakeRule
from buyer_skills.catalog.named_gaps import NamedGap
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.providers import Provider, Source
from buyer_skills.catalog.rules import Rule, Statut
from buyer_skills.catalog.set_ups import Activity, SetUp
from buyer_skills.catalog.trainings import Training


@dataclass(frozen=True)
class Catalog:
    """Frozen records by id, each group sorted by id.

    Headings, activities, set-ups and the glossary keep the order of their file.
    Only accepted records are here: what is `status: proposed` was left aside when it was read.
    """

    areas: Mapping[str, Heading] = field(default_factory=dict)
    phases: Mapping[str, Heading] = field(default_factory=dict)
    roles: Mapping[str, Heading] = field(default_factory=dict)
    themes: Mapping[str, Heading] = field(default_factory=dict)
    competencies: Mapping[str, Competency] = field(default_factory=dict)
    trainings: Mapping[str, Training] = field(default_factory=dict)
    profiles: Mapping[str, JobProfile] = field(default_factory=dict)
    providers: Mapping[str, Provider] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    statuts: Mapping[str, Statut] = field(default_factory=dict)
    named_gaps: Mapping[str, NamedGap] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    set_ups: Mapping[str, SetUp] = field(default_factory=dict)
    glossary: Mapping[str, GlossaryEntry] = field(default_factory=dict)
    acronyms: Mapping[str, Acronym] = field(default_factory=dict)
    synonyms: Mapping[str, Synonyms] = field(default_factory=dict)
    intake_rules: Mapping[str, IntakeRule] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    employer_answers: Mapping[str, EmployerAnswer] = field(default_factory=dict)
    title: Bilingual | None = None
    date: dt.date | None = None

    def records(self) -> Iterator[tuple[str, Record]]:
        """Yield every record with the name of its group, group by group."""
        for group in GROUPS:
            for record in getattr(self, group).values():
                yield group, record


GROUPS = (
    "areas",
    "phases",
    "roles",
    "themes",
    "competencies",
    "trainings",
    "profiles",
    "providers",
    "sources",
    "rules",
    "statuts",
    "named_gaps",
    "activities",
    "set_ups",
    "glossary",
    "acronyms",
    "synonyms",
    "intake_rules",
    "decisions",
    "employer_answers",
)
"""The groups of records, in the order they refer to each other."""
