"""What changes of name from one kind of employer to another: the glossary between two profiles.

Two profiles that exist at a common employer family (a profile that names none exists at all of them) need
no glossary: one may go from one to the other without changing. Between others, each entry says what is
known of each side:

- ``same``: known for every family of both, in the same words;
- ``differs``: known on both sides, in words that differ;
- ``to-check``: unknown on one side, or for a family whose words might differ.

An entry unknown on both sides says nothing and is left out.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.catalog.fields import Bilingual
from buyer_skills.catalog.glossary import GlossaryEntry, GlossaryTopic
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, EmployerFamily

TOPICS: tuple[GlossaryTopic, ...] = get_args(GlossaryTopic)
"""The topics of the glossary, in the order they are shown."""

WordsStanding = Literal["differs", "same", "to-check"]
"""What is known of an entry between two profiles."""


class GlossaryLine(Result):
    """One thing, and what it is called on each side."""

    id: str = Field(description="Id of the glossary entry.")
    topic: GlossaryTopic = Field(description="budget, vocabulary, networks or training.")
    standing: WordsStanding = Field(description="differs, same, or to-check when unknown on one side.")
    a: Mapping[EmployerFamily, Bilingual] = Field(
        description="Words for the employer families of the first profile; those unknown are left out."
    )
    b: Mapping[EmployerFamily, Bilingual] = Field(
        description="Words for the employer families of the second profile; those unknown are left out."
    )


def families_of(profile: JobProfile) -> tuple[EmployerFamily, ...]:
    """Return the employer families a profile exists at; all of them when it names none."""
    return tuple(
        family for family in EMPLOYER_FAMILIES if not profile.employers or family in profile.employers
    )


def shared_families(a: JobProfile, b: JobProfile) -> tuple[EmployerFamily, ...]:
    """Return the employer families at which both profiles exist."""
    return tuple(family for family in families_of(a) if family in families_of(b))


def glossary_between(
    entries: Iterable[GlossaryEntry], a: JobProfile, b: JobProfile
) -> tuple[GlossaryLine, ...]:
    """Return what the things of the glossary are called for ``a`` and for ``b``, by topic.

    Nothing when both exist at a common employer family.
    """
    if shared_families(a, b):
        return ()
    lines = [line for entry in entries if (line := _line(entry, families_of(a), families_of(b)))]
    # The sort is stable: within a topic, the order of the catalogue stays.
    return tuple(sorted(lines, key=lambda line: TOPICS.index(line.topic)))


def _line(
    entry: GlossaryEntry, a: tuple[EmployerFamily, ...], b: tuple[EmployerFamily, ...]
) -> GlossaryLine | None:
    words_a = {family: entry.words[family] for family in a if family in entry.words}
    words_b = {family: entry.words[family] for family in b if family in entry.words}
    if not words_a and not words_b:
        return None
    return GlossaryLine(
        id=entry.id,
        topic=entry.topic,
        standing=_standing(words_a, words_b, len(a) + len(b)),
        a=words_a,
        b=words_b,
    )


def _standing(
    a: Mapping[EmployerFamily, Bilingual], b: Mapping[EmployerFamily, Bilingual], families: int
) -> WordsStanding:
    said_a, said_b = {_plain(words) for words in a.values()}, {_plain(words) for words in b.values()}
    if said_a and said_b and (said_a != said_b or len(said_a) > 1):
        return "differs"
    known = len(a) + len(b) == families
    return "same" if known and len(said_a | said_b) == 1 else "to-check"


def _plain(words: Bilingual) -> str:
    """Return what is compared of words: French, without case, spaces around or a closing stop."""
    return words.fr.casefold().strip(" .")
