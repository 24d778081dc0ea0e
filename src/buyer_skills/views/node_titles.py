"""The name of a record of any kind, as a reader knows it."""

from buyer_skills.analyses.record_names import records_of
from buyer_skills.analyses.surroundings import NodeKind
from buyer_skills.graph.skill_graph import SkillGraph
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
    match kind:
        case "training" | "degree" | "practice":
            training = graph.training_or_template(identifier)
            return training_title(graph, training, language)
        case _:
            return records_of(graph, kind)[identifier].title.in_language(language)
