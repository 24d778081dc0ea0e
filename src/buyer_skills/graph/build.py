"""Catalogue into a networkx multigraph: one node a thing, one typed edge a statement of a record.

Node keys are texts, ``kind:id``; a step between two levels is ``step:negociation:1-2``. Attributes are
scalars, absent when unknown, so that every export holds them as they are. Each edge says which record
states it (``record``) and on which sources that record rests (``sources``, ids separated by spaces).
Building is linear in the size of the records.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import EntryCondition, Training

TOP_LEVEL = 4
"""The highest level of the scale."""

Edge = tuple[str, str, str, dict[str, Any]]
"""From, to, type, attributes."""


def node_key(kind: str, identifier: str) -> str:
    """Return the key of a node.

    >>> node_key("competency", "negociation")
    'competency:negociation'
    """
    return f"{kind}:{identifier}"


def step_key(competency: str, to_level: int) -> str:
    """Return the key of the step of ``competency`` that ends at ``to_level`` (1 to 4).

    >>> step_key("negociation", 2)
    'step:negociation:1-2'
    """
    return f"step:{competency}:{to_level - 1}-{to_level}"


def training_kind(training: Training) -> str:
    """Return the kind of node a training is: degrees stand apart."""
    return "degree" if training.kind == "degree" else "training"


def build_graph(
    catalog: Catalog, trainings: Mapping[str, Training], offered: Mapping[str, Training]
) -> "nx.MultiDiGraph[str]":
    """Return the graph of ``catalog`` with these ``trainings``, of which some are ``offered``."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _add_headings(graph, catalog)
    for provider in catalog.providers.values():
        graph.add_node(node_key("provider", provider.id), **_node("provider", provider.id, provider.title.fr))
    for competency in catalog.competencies.values():
        _add_competency(graph, competency)
    _add_framing(graph, catalog)
    kinds = {training.id: training_kind(training) for training in trainings.values()}
    for training in trainings.values():
        _add_training(graph, training, is_offered=training.id in offered)
    for profile in catalog.profiles.values():
        graph.add_node(
            node_key("profile", profile.id),
            **_node("profile", profile.id, str(profile.title.fr)),
            profile_kind=profile.kind,
        )
    for competency in catalog.competencies.values():
        _add_edges(graph, _competency_edges(competency))
    for training in trainings.values():
        _add_edges(graph, _training_edges(training, kinds))
    for profile in catalog.profiles.values():
        _add_edges(graph, _profile_edges(profile))
    _add_edges(graph, _framing_edges(catalog))
    return graph


def _add_headings(graph: "nx.MultiDiGraph[str]", catalog: Catalog) -> None:
    groups = (
        ("area", catalog.areas),
        ("phase", catalog.phases),
        ("role", catalog.roles),
        ("theme", catalog.themes),
    )
    for kind, headings in groups:
        for heading in headings.values():
            graph.add_node(node_key(kind, heading.id), **_node(kind, heading.id, heading.title.fr))


def _add_framing(graph: "nx.MultiDiGraph[str]", catalog: Catalog) -> None:
    """Add what frames the rest: dated rules, statuts, gaps that others named, set-ups."""
    for rule in catalog.rules.values():
        graph.add_node(node_key("rule", rule.id), **_node("rule", rule.id, rule.title.fr))
    for statut in catalog.statuts.values():
        graph.add_node(node_key("statut", statut.id), **_node("statut", statut.id, str(statut.title.fr)))
    for gap in catalog.named_gaps.values():
        graph.add_node(node_key("named-gap", gap.id), **_node("named-gap", gap.id, gap.title.fr))
    for set_up in catalog.set_ups.values():
        graph.add_node(node_key("set-up", set_up.id), **_node("set-up", set_up.id, set_up.title.fr))


def _add_competency(graph: "nx.MultiDiGraph[str]", competency: Competency) -> None:
    key = node_key("competency", competency.id)
    graph.add_node(
        key, **_node("competency", competency.id, competency.title.fr), competency_kind=competency.kind
    )
    for level in range(1, TOP_LEVEL + 1):
        step = step_key(competency.id, level)
        title = f"{competency.title.fr} : {level - 1} > {level}"
        graph.add_node(
            step, **_node("step", step.partition(":")[2], title), from_level=level - 1, to_level=level
        )
        graph.add_edge(step, key, type="step_of", record=competency.id, sources="")
        if level > 1:
            previous = step_key(competency.id, level - 1)
            graph.add_edge(previous, step, type="leads_to", record=competency.id, sources="")


def _add_training(graph: "nx.MultiDiGraph[str]", training: Training, *, is_offered: bool) -> None:
    kind = training_kind(training)
    attributes = _node(kind, training.id, training.title.fr)
    attributes |= {"training_kind": training.kind, "evidence": training.evidence, "offered": is_offered}
    for name in ("hours", "days", "price_eur", "region", "modality", "code", "url"):
        value = getattr(training, name)
        if value is not None:
            attributes[name] = value
    graph.add_node(node_key(kind, training.id), **attributes)


def _competency_edges(competency: Competency) -> Iterator[Edge]:
    key = node_key("competency", competency.id)
    origin = _origin(competency)
    yield key, node_key("area", competency.area), "in_area", origin
    if competency.phase:
        yield key, node_key("phase", competency.phase), "in_phase", origin
    for role in competency.roles:
        yield key, node_key("role", role), "serves_role", origin
    for theme in competency.themes:
        yield key, node_key("theme", theme), "on_theme", origin
    if competency.broader:
        yield key, node_key("competency", competency.broader), "finer_than", origin
    for rule in competency.rules:
        yield key, node_key("rule", rule), "under_rule", origin
    for confusion in competency.confused_with:
        yield key, node_key("competency", confusion.competency), "confused_with", origin


def _training_edges(training: Training, kinds: Mapping[str, str]) -> Iterator[Edge]:
    key = node_key(training_kind(training), training.id)
    origin = _origin(training)
    yield key, node_key("provider", training.provider), "offered_by", origin
    for outcome in training.taught:
        for level in range(outcome.from_level + 1, outcome.to_level + 1):
            levels = {"from_level": outcome.from_level, "to_level": outcome.to_level}
            yield key, step_key(outcome.competency, level), "teaches", origin | levels
    yield from _entry_edges(key, training.requires, kinds, origin, alternative=-1)
    for index, condition in enumerate(training.requires.any_of):
        yield from _entry_edges(key, condition, kinds, origin, alternative=index)
    for part in training.parts:
        if part in kinds:
            yield node_key(kinds[part], part), key, "part_of", origin
    for theme in training.themes:
        yield key, node_key("theme", theme), "on_theme", origin


def _entry_edges(
    key: str, condition: EntryCondition, kinds: Mapping[str, str], origin: dict[str, Any], alternative: int
) -> Iterator[Edge]:
    # An alternative is one of several ways in; -1 marks what is asked of everyone.
    attributes = origin | {"alternative": alternative}
    for required in condition.levels:
        if required.level:
            yield key, step_key(required.competency, required.level), "requires_level", attributes
    for training in condition.trainings:
        if training in kinds:
            yield key, node_key(kinds[training], training), "requires_training", attributes


def _profile_edges(profile: JobProfile) -> Iterator[Edge]:
    key = node_key("profile", profile.id)
    origin = _origin(profile)
    for requirement in profile.requirements:
        levels = {"level": requirement.level, "importance": requirement.importance}
        yield key, node_key("competency", requirement.competency), "requires", origin | levels
    if profile.based_on:
        yield key, node_key("profile", profile.based_on.profile), "based_on", origin
    for theme in profile.themes:
        yield key, node_key("theme", theme), "on_theme", origin


def _framing_edges(catalog: Catalog) -> Iterator[Edge]:
    for profile in catalog.profiles.values():
        for statut in profile.statut.statuts if profile.statut else ():
            yield node_key("profile", profile.id), node_key("statut", statut), "held_under", _origin(profile)
    for gap in catalog.named_gaps.values():
        for step in gap.steps:
            end = node_key("competency", step.competency)
            yield node_key("named-gap", gap.id), end, "bears_on", _origin(gap) | {"up_to": step.up_to}
    for set_up in catalog.set_ups.values():
        for name in sorted({name for actor in set_up.actors for name in actor.profiles}):
            yield node_key("set-up", set_up.id), node_key("profile", name), "seats", _origin(set_up)


def _add_edges(graph: "nx.MultiDiGraph[str]", edges: Iterator[Edge]) -> None:
    for start, end, kind, attributes in edges:
        if end not in graph:
            # The catalogue was checked: only what was left aside (a proposal) can be missing here.
            continue
        graph.add_edge(start, end, type=kind, **attributes)


def _node(kind: str, identifier: str, title: str) -> dict[str, Any]:
    # Not `id`: node-link files keep that name for the key of the node.
    return {"kind": kind, "identifier": identifier, "title": title}


def _origin(record: Record) -> dict[str, Any]:
    return {"record": record.id, "sources": " ".join(record.sources)}
