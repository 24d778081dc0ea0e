"""What an id stands for: a record of one of twelve lists, four of them lists of headings."""

from collections.abc import Mapping

from buyer_skills.analyses.neighbourhood_results import RECORD_KINDS, RecordKind, RecordReference
from buyer_skills.catalog.competencies import Competency, Heading
from buyer_skills.catalog.named_gaps import NamedGap
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.providers import Provider
from buyer_skills.catalog.rules import Rule, Statut
from buyer_skills.catalog.set_ups import SetUp
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph

TitledRecord = Competency | Heading | JobProfile | NamedGap | Provider | Rule | SetUp | Statut | Training
"""A record that has a title."""


def records_named(graph: SkillGraph, text: str) -> tuple[RecordReference, ...]:
    """Return the records that ``text`` stands for, the one to show first.

    A text with a prefix (``theme:ia``) stands for one record at most; a bare id for each list that has it.
    A practice (``tutorat@negociation:2-3``) is a training.
    """
    prefix, colon, rest = text.partition(":")
    if colon and prefix in RECORD_KINDS:
        return tuple(
            RecordReference(kind=kind, id=rest)
            for kind in RECORD_KINDS
            if kind == prefix and rest in records_of(graph, kind)
        )
    return tuple(
        RecordReference(kind=kind, id=text) for kind in RECORD_KINDS if text in records_of(graph, kind)
    )


def names_known(graph: SkillGraph) -> tuple[str, ...]:
    """Return every text that :func:`records_named` knows, bare ids and prefixed ones."""
    names: set[str] = set()
    for kind in RECORD_KINDS:
        known = records_of(graph, kind)
        names |= {name for identifier in known for name in (identifier, f"{kind}:{identifier}")}
    return tuple(sorted(names))


def records_of(graph: SkillGraph, kind: RecordKind) -> Mapping[str, TitledRecord]:
    """Return the records of a kind by id; trainings include practices, as templates and expanded."""
    if kind == "training":
        return {**graph.catalog.trainings, **graph.trainings}
    groups: dict[RecordKind, Mapping[str, TitledRecord]] = {
        "competency": graph.catalog.competencies,
        "profile": graph.catalog.profiles,
        "provider": graph.catalog.providers,
        "rule": graph.catalog.rules,
        "statut": graph.catalog.statuts,
        "set-up": graph.catalog.set_ups,
        "area": graph.catalog.areas,
        "phase": graph.catalog.phases,
        "role": graph.catalog.roles,
        "theme": graph.catalog.themes,
        "named-gap": graph.catalog.named_gaps,
    }
    return groups[kind]
