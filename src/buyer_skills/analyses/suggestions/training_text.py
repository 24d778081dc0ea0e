"""What is known of a training that is not in the catalogue: its words, codes, kind and length."""

import re
from dataclasses import dataclass, replace

from buyer_skills.catalog.trainings import TrainingKind

LONG_KINDS: frozenset[TrainingKind] = frozenset({"cycle", "itinerary", "certification", "degree"})
"""Kinds that teach for weeks or years, whose programme decides how far they go."""

LONG_FROM_HOURS = 70
"""Hours from which a training of any kind is long: ten days."""

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class TrainingText:
    """A training as a file from elsewhere tells of it; all but the title may be unknown."""

    title: str
    aims: str = ""
    programme: str = ""
    formacodes: tuple[str, ...] = ()
    rome: tuple[str, ...] = ()
    kind: TrainingKind | None = None
    hours: float | None = None

    @property
    def is_long(self) -> bool:
        """Whether it is a cycle, a degree or the like, or lasts ten days or more."""
        return is_long(self.kind, self.hours)

    @property
    def without_asides(self) -> "TrainingText":
        """The same without what its title says in brackets."""
        return replace(self, title=_ASIDE.sub(" ", self.title))


def is_long(kind: TrainingKind | None, hours: float | None) -> bool:
    """Return whether a training of this kind and these hours is a long one.

    >>> is_long("course", 14), is_long("degree", None), is_long(None, 140)
    (False, True, True)
    """
    return kind in LONG_KINDS or (hours or 0) >= LONG_FROM_HOURS
