"""The name of a record of any kind, as a reader knows it."""

from collections.abc import Mapping

from buyer_skills.analyses.surroundings import NodeKind
from buyer_skills.catalog.named_gaps import NamedGap
from buyer_skills.catalog.providers import Provider
from buyer_skills.catalog.rules import Rule
from buyer_skills.catalog.set_ups import SetUp
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.record_words import competency_title, heading_title
from buyer_skills.views.training_words import training_title

NODE_KINDS: tuple[NodeKind, ...] = (
    "competency",
    "training",
    "degree",
    "practice",
    "profile",
    "provider",
    "rule",
    "statut",
    "set-up",
    "named-gap",
    "area",
    "phase",
    "role",
    "theme",
)
"""The kinds of record in the order legends name them."""


def node_title(kind: NodeKind, identifier: str, graph: SkillGraph, language: str) -> str:
    """Return the name of a record of any kind."""
    catalog = graph.catalog
    match kind:
        case "competency":
            return competency_title(graph, identifier, language)
        case "training" | "degree" | "practice":
            training = graph.training_or_template(identifier)
            return training_title(graph, training, language)
        case "profile" | "statut":
            titled = catalog.profiles if kind == "profile" else catalog.statuts
            return titled[identifier].title.in_language(language)
        case "area" | "phase" | "role" | "theme":
            return heading_title(graph, kind, identifier, language)
        case _:
            return _plainly_titled(kind, graph)[identifier].title.in_language(language)


def _plainly_titled(kind: str, graph: SkillGraph) -> Mapping[str, Provider | Rule | SetUp | NamedGap]:
    catalog = graph.catalog
    match kind:
        case "provider":
            return catalog.providers
        case "rule":
            return catalog.rules
        case "set-up":
            return catalog.set_ups
        case _:
            return catalog.named_gaps
