"""A certification of the national registers: what its sheet and each relation say, into an offer."""

import re
from dataclasses import dataclass, field

from buyer_skills.catalog.intake.offers import Offer
from buyer_skills.catalog.intake.register_cells import code_cell, level_cell, title_cell
from buyer_skills.catalog.trainings import TrainingKind
from buyer_skills.issues import Place

_DIPLOMAS = re.compile(
    r"(?:DEUG|DEUST|BTSA?|DUT|BUT|CAP|BEP)\b"
    r"|(?i:licence|master(?!\w)|doctorat\b|baccalauréat|bac pro|brevet de technicien supérieur"
    r"|bachelor universitaire de technologie|diplôme universitaire de technologie"
    r"|titre (?:d['’]\s*)?ingénieur|diplôme (?:d['’]\s*ingénieur|national|d['’]\s*[eé]tat))"
)
"""How the diplomas of the State begin; « Mastère » is none."""

_NUMBER = re.compile(r"(?:RNCP|RS)\d+")


@dataclass(slots=True)
class Sheet:
    """The sheet of a certification, and what the relations say of it."""

    number: str
    title: str
    short_title: str
    level: str
    place: Place
    bodies: list[str] = field(default_factory=list)
    formacodes: list[str] = field(default_factory=list)
    rome: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)

    def add(self, relation: str, cell: str) -> None:
        """Add a cell of a relation, each once."""
        lists = {
            "bodies": self.bodies,
            "formacodes": self.formacodes,
            "rome": self.rome,
            "blocks": self.blocks,
        }
        said = title_cell(cell) if relation in {"bodies", "blocks"} else code_cell(cell)
        if said and said not in lists[relation]:
            lists[relation].append(said)

    def offer(self) -> Offer:
        """Return the certification as an offer of the first body that delivers it."""
        number = self.number if _NUMBER.fullmatch(self.number) else ""
        return Offer(
            key=self.number,
            title=self.title,
            provider=self.bodies[0] if self.bodies else "",
            place=self.place,
            kind=kind_of(self.title, self.short_title, level_cell(self.level)),
            certification=number,
            certification_title=self.title,
            formacodes=tuple(self.formacodes),
            rome=tuple(self.rome),
            degree_level=level_cell(self.level),
            programme="\n".join(self.blocks),
        )


def kind_of(title: str, short_title: str, level: int | None) -> TrainingKind:
    """Return whether a certification is a diploma of the State, by how its titles begin.

    >>> kind_of("Licence professionnelle Achats", "", 6), kind_of("Acheteur", "TP", 5)
    ('degree', 'certification')
    >>> kind_of("Mastère spécialisé Achats", "", 7), kind_of("Master Achats", "", None)
    ('certification', 'certification')
    """
    is_diploma = level is not None and any(_DIPLOMAS.match(name.strip()) for name in (title, short_title))
    return "degree" if is_diploma else "certification"
