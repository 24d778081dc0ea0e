"""What a search answers: the records found, the best first, and what the words were read as."""

from typing import Literal, get_args

from pydantic import Field

from buyer_skills.analyses.results import Result

SearchKind = Literal[
    "competency", "profile", "training", "theme", "role", "area", "phase", "provider", "rule", "statut"
]
"""What can be found, in the order that breaks ties: what answers a question first, what sorts it next."""

SEARCH_KINDS: tuple[SearchKind, ...] = get_args(SearchKind)

FieldName = Literal[
    "title",
    "other-title",
    "id",
    "code",
    "description",
    "situation",
    "levels",
    "behaviours",
    "missions",
    "activities",
    "circumstances",
    "audience",
    "note",
    "ai",
    "competencies",
    "headings",
    "provider",
    "statuts",
    "place",
    "links",
    "kind",
]
"""Where words may be found in a record."""


class SearchScope(Result):
    """What a reader asked to see."""

    kinds: tuple[SearchKind, ...] = Field(default=(), description="Kinds kept; none keeps all.")
    all: bool = Field(default=False, description="Whether past trainings are shown too, after the rest.")
    limit: int = Field(default=20, description="Records shown at most; 0 shows them all.", ge=0)


class Reading(Result):
    """Words of the question that were also looked for under other words."""

    words: str = Field(description="The words as they were typed.")
    also: tuple[str, ...] = Field(description="What else they were read as, in the reader's language.")


class Suggestion(Result):
    """A word of the question that no record holds."""

    word: str = Field(description="The word as it was typed.")
    nearest: tuple[str, ...] = Field(description="The nearest words of the catalogue, the nearest first.")


class Found(Result):
    """A record found."""

    kind: SearchKind = Field(description="The list it is in.")
    id: str = Field(description="Its id there.")
    title: str = Field(description="Title, in French.")
    title_en: str | None = Field(description="Title in English, when there is one.")
    score: float = Field(description="How well it answers; comparable inside one search only.")
    matched: tuple[str, ...] = Field(description="Words of the question it holds, in their order.")
    where: tuple[FieldName, ...] = Field(description="Where they were found, what weighs most first.")
    extract: str = Field(description="A line of its text, where the words are if it can be; may be empty.")
    past: bool = Field(description="Whether it is a training that is over or kept for the record.")

    def title_in(self, language: str) -> str:
        """Return the title in ``language``, else the French one."""
        return self.title_en if language == "en" and self.title_en else self.title


class KindCount(Result):
    """How many records of a kind were found."""

    kind: SearchKind = Field(description="The list they are in.")
    count: int = Field(description="Records found, those beyond the limit too.")


class SearchResults(Result):
    """What answers a search, the best first."""

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    query: str = Field(description="The words as they were typed.")
    scope: SearchScope = Field(description="What the reader asked to see.")
    readings: tuple[Reading, ...] = Field(description="Acronyms and words read under other words too.")
    items: tuple[Found, ...] = Field(description="Records found, the best first, as many as the limit lets.")
    counts: tuple[KindCount, ...] = Field(description="Records found by kind, those beyond the limit too.")
    past_left_out: int = Field(description="Past trainings found and not shown; `all` shows them.")
    other_kinds: int = Field(description="Records of other kinds than those asked for that were found.")
    suggestions: tuple[Suggestion, ...] = Field(description="Words that no record holds, and the nearest.")

    @property
    def found(self) -> int:
        """How many records were found, those beyond the limit too."""
        return sum(count.count for count in self.counts)
