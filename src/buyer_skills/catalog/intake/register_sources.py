"""The source that trainings read from an open register rest on, as a plain record."""

from collections.abc import Mapping
from types import MappingProxyType

_REGISTERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "mon-compte-formation": {
            "title": "Mon Compte Formation, catalogue public des formations",
            "publisher": "Caisse des Dépôts",
        },
        "rncp": {
            "title": "Répertoire national des certifications professionnelles et répertoire spécifique",
            "publisher": "France compétences",
            "licence": "Licence Ouverte 2.0",
        },
        "fun-mooc": {"title": "FUN-MOOC, catalogue des cours", "publisher": "FUN"},
    }
)


def source_of_register(registry: str, day: str) -> dict[str, str]:
    """Return the record of a copy of a register.

    Args:
        registry: slug of the register.
        day: date of the copy, empty when nothing says it.

    >>> source_of_register("rncp", "2026-11-02")["id"]
    'rncp-2026-11-02'
    """
    dated = {"seen": day} if day else {}
    return {"id": "-".join(filter(None, (registry, day))), **_REGISTERS[registry], **dated}
