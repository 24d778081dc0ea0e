"""Names of what two catalogues hold: as the new one has them, else as the old one had."""

from dataclasses import dataclass
from typing import Any

from buyer_skills.catalog.competencies import Competency
from buyer_skills.graph.skill_graph import SkillGraph


@dataclass(frozen=True, slots=True)
class BothNames:
    """The two catalogues, asked for names in one language."""

    old: SkillGraph
    new: SkillGraph
    language: str

    def competency(self, identifier: str) -> Competency | None:
        """Return a competency, None when neither catalogue has it."""
        known = self.new.catalog.competencies.get(identifier)
        return known or self.old.catalog.competencies.get(identifier)

    def title(self, group: str, identifier: str) -> str:
        """Return the title of a record, or its id where it has no title or neither catalogue has it."""
        for graph in (self.new, self.old):
            record: Any = getattr(graph.catalog, group).get(identifier)
            title = getattr(record, "title", None)
            if title is not None:
                text: str = title.in_language(self.language)
                return text
        return identifier
