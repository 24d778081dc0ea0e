"""What an id stands for: a record of one of twelve lists, four of them lists of headings."""

from collections.abc import Mapping

from buyer_skills.analyses.neighbourhood_results import RECORD_KINDS, RecordKind, RecordReference
from buyer_skills.catalog.fields import Record
from buyer_skills.graph.skill_graph import SkillGraph


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
            if kind == prefix and rest in _group(graph, kind)
        )
    return tuple(RecordReference(kind=kind, id=text) for kind in RECORD_KINDS if text in _group(graph, kind))


def names_known(graph: SkillGraph) -> tuple[str, ...]:
    """Return every text that :func:`records_named` knows, bare ids and prefixed ones."""
    names: set[str] = set()
    for kind in RECORD_KINDS:
        names |= {name for identifier in _group(graph, kind) for name in (identifier, f"{kind}:{identifier}")}
    return tuple(sorted(names))


def _group(graph: SkillGraph, kind: RecordKind) -> Mapping[str, Record]:
    groups: dict[RecordKind, Mapping[str, Record]] = {
        "competency": graph.catalog.competencies,
        "training": {**graph.catalog.trainings, **graph.trainings},
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
