"""The words that cells of forms are filled with, and what each stands for, whatever the language."""

from collections.abc import Mapping
from dataclasses import dataclass

from buyer_skills.catalog.trainings import EmployerFamily, Modality, TrainingKind


@dataclass(frozen=True)
class Vocabulary:
    """Words of every language of the interface, in small letters, and what each stands for."""

    answers: Mapping[str, bool]
    """yes and no."""
    levels: Mapping[str, int]
    """Levels of what one knows or does; 0 is not taught, or not asked for."""
    soft_levels: Mapping[str, int]
    """Levels of ways of being, which have words and no number."""
    entries: Mapping[str, int]
    """Levels held on entry; 0 is nothing yet."""
    soft_entries: Mapping[str, int]
    """Those of ways of being."""
    importances: Mapping[str, int]
    families: Mapping[str, EmployerFamily]
    kinds: Mapping[str, TrainingKind]
    modalities: Mapping[str, Modality]
    competencies: Mapping[str, str]
    """Ids of competencies by their titles."""
    trainings: Mapping[str, str]
    """Ids of trainings by their titles, where one has it alone."""
    lists: Mapping[str, tuple[str, ...]]
    """The words of each drop-down list in the language of the reader, to say what is expected.
    By kind of cell: yes-no, importance, family, kind, modality; level-known, level-soft for what is held;
    entry-known, entry-soft for what is held before; and
    level-known-asked, level-soft-asked for what is asked for."""


def normal(text: str) -> str:
    """Return a text as the words of a vocabulary are written: small letters, single spaces, plain quotes.

    >>> normal(" 2  Application ")
    '2 application'
    """
    return " ".join(text.replace("’", "'").casefold().split())
