"""Where each group of records is written: its file, its key there, and the entity it is made of."""

from dataclasses import dataclass

from buyer_skills.catalog.acronyms import Acronym, AcronymsFile, Synonyms
from buyer_skills.catalog.competencies import CompetenciesFile, Competency, Heading
from buyer_skills.catalog.decisions import Decision, DecisionsFile
from buyer_skills.catalog.employer_answers import EmployerAnswer, EmployerAnswersFile
from buyer_skills.catalog.fields import Entity, Record
from buyer_skills.catalog.files import CatalogFile
from buyer_skills.catalog.glossary import GlossaryEntry, GlossaryFile
from buyer_skills.catalog.intake_rules import IntakeRule, IntakeRulesFile
from buyer_skills.catalog.named_gaps import NamedGap, NamedGapsFile
from buyer_skills.catalog.profiles import JobProfile, JobProfilesFile
from buyer_skills.catalog.providers import Provider, ProvidersFile, Source, SourcesFile
from buyer_skills.catalog.rules import Rule, RulesFile, Statut, StatutsFile
from buyer_skills.catalog.set_ups import Activity, SetUp, SetUpsFile
from buyer_skills.catalog.trainings import Training, TrainingsFile


@dataclass(frozen=True, slots=True)
class Group:
    """A group of records."""

    name: str
    """Its name in :class:`~buyer_skills.catalog.catalog.Catalog`."""
    key: str
    """The key of its list in the file."""
    model: type[Record]
    """The entity each record becomes."""
    id_space: str
    """Groups of one id space may not use the same id twice."""


FRONT = "catalog"
"""Stem of the file that says what the catalogue is; in a workbook or a JSON text, the key of the same."""

FILES: dict[str, type[Entity]] = {
    FRONT: CatalogFile,
    "competencies": CompetenciesFile,
    "trainings": TrainingsFile,
    "job_profiles": JobProfilesFile,
    "providers": ProvidersFile,
    "sources": SourcesFile,
    "rules": RulesFile,
    "statuts": StatutsFile,
    "named_gaps": NamedGapsFile,
    "set_ups": SetUpsFile,
    "glossary": GlossaryFile,
    "acronyms": AcronymsFile,
    "intake_rules": IntakeRulesFile,
    "decisions": DecisionsFile,
    "employer_answers": EmployerAnswersFile,
}
"""The files of a catalogue by stem, with the entity that says what each may hold."""

GROUPS_BY_FILE: dict[str, tuple[Group, ...]] = {
    FRONT: (),
    "competencies": (
        Group("areas", "areas", Heading, "areas"),
        Group("phases", "phases", Heading, "phases"),
        Group("roles", "roles", Heading, "roles"),
        Group("themes", "themes", Heading, "themes"),
        Group("competencies", "competencies", Competency, "records"),
    ),
    "trainings": (Group("trainings", "trainings", Training, "records"),),
    "job_profiles": (Group("profiles", "job_profiles", JobProfile, "records"),),
    "providers": (Group("providers", "providers", Provider, "records"),),
    "sources": (Group("sources", "sources", Source, "sources"),),
    "rules": (Group("rules", "rules", Rule, "records"),),
    "statuts": (Group("statuts", "statuts", Statut, "records"),),
    "named_gaps": (Group("named_gaps", "named_gaps", NamedGap, "named_gaps"),),
    "set_ups": (
        Group("activities", "activities", Activity, "activities"),
        Group("set_ups", "set_ups", SetUp, "records"),
    ),
    "glossary": (Group("glossary", "glossary", GlossaryEntry, "glossary"),),
    "acronyms": (
        Group("acronyms", "acronyms", Acronym, "acronyms"),
        Group("synonyms", "synonyms", Synonyms, "synonyms"),
    ),
    "intake_rules": (Group("intake_rules", "intake_rules", IntakeRule, "intake_rules"),),
    "decisions": (Group("decisions", "decisions", Decision, "decisions"),),
    "employer_answers": (Group("employer_answers", "employer_answers", EmployerAnswer, "employer_answers"),),
}
"""The groups each file holds."""

ALL_GROUPS: dict[str, Group] = {group.name: group for groups in GROUPS_BY_FILE.values() for group in groups}
"""Every group by name."""
