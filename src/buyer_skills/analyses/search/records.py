"""Records into the texts that are searched, each with the name of the field it comes from.

Texts are those of the reader's language, French where there is no other; a title also counts in the other
language, so that « negotiation » finds a competency in French.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from buyer_skills.analyses.search.results import FieldName, SearchKind
from buyer_skills.analyses.search.words import Language
from buyer_skills.catalog.competencies import Competency, Heading, Link
from buyer_skills.catalog.fields import Bilingual, JobTitle, Record
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.providers import Provider
from buyer_skills.catalog.rules import Rule, Statut
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph

ENGLISH_FRAMEWORKS = ("ProcurCompEU", "ESCO")
"""Outside frameworks whose labels were read in English; those of the others are in French."""

LONGEST_CODE = 12
"""Characters beyond which the code of an outside item is one that nobody types."""

Words = Bilingual | JobTitle | str | None
"""What a record says somewhere; a plain text is French."""

Said = tuple[FieldName, Words]
"""A field and what it says."""


@dataclass(frozen=True, slots=True)
class SearchedText:
    """A text of a record, in one language."""

    field: FieldName
    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class SearchedRecord:
    """A record with all its texts."""

    kind: SearchKind
    id: str
    title: Bilingual | JobTitle
    texts: tuple[SearchedText, ...]
    past: bool = False


@dataclass(frozen=True, slots=True)
class SearchReader:
    """Who searches: their language, and what they call each kind of record, of training and of profile."""

    language: Language
    kind_names: Mapping[str, str]

    def texts(self, field: FieldName, words: Words) -> Iterator[SearchedText]:
        """Yield what ``words`` say in the language of the reader; nothing when nothing is said."""
        if words is None:
            return
        if isinstance(words, str):
            yield SearchedText(field, words, "fr")
            return
        spoken: Language = "en" if self.language == "en" and words.en is not None else "fr"
        yield SearchedText(field, words.in_language(self.language), spoken)

    def other_title(self, title: Bilingual | JobTitle) -> Iterator[SearchedText]:
        """Yield the title in the language that is not the reader's, when it has one there."""
        other: Language = "en" if self.language == "fr" else "fr"
        if title.en is not None:
            yield SearchedText("other-title", title.in_language(other), other)

    def names(self, *kinds: str) -> Iterator[SearchedText]:
        """Yield what the kinds of a record are called."""
        for kind in kinds:
            if kind in self.kind_names:
                yield SearchedText("kind", self.kind_names[kind], self.language)

    def record(
        self,
        kind: SearchKind,
        record: Record,
        title: Bilingual | JobTitle,
        said: Iterable[Said],
        *,
        finer_kind: str = "",
        links: Iterable[Link] = (),
        past: bool = False,
    ) -> SearchedRecord:
        """Return a record with its title and all it says."""
        texts = (
            *self.texts("title", title),
            *self.other_title(title),
            SearchedText("id", record.id, "fr"),
            *self.names(kind, finer_kind),
            *(text for field, words in said for text in self.texts(field, words)),
            *(_of_link(link) for link in links),
        )
        return SearchedRecord(kind, record.id, title, texts, past)


def searched_records(graph: SkillGraph, reader: SearchReader) -> Iterator[SearchedRecord]:
    """Yield every record that can be found."""
    catalog = graph.catalog
    for competency in catalog.competencies.values():
        said = _of_competency(graph, competency)
        yield reader.record("competency", competency, competency.title, said, links=competency.links)
    for profile in catalog.profiles.values():
        said = _of_profile(graph, profile)
        yield reader.record(
            "profile", profile, profile.title, said, finer_kind=profile.kind, links=profile.links
        )
    for training in catalog.trainings.values():
        said = _of_training(graph, training)
        past = not training.is_offered(graph.day)
        yield reader.record("training", training, training.title, said, finer_kind=training.kind, past=past)
    for kind, heading in _headings(graph):
        yield reader.record(kind, heading, heading.title, (("description", heading.description),))
    for provider in catalog.providers.values():
        yield reader.record("provider", provider, provider.title, _of_provider(provider))
    for rule in catalog.rules.values():
        if rule.is_shown:
            yield reader.record("rule", rule, rule.title, _of_rule(rule))
    for statut in catalog.statuts.values():
        yield reader.record("statut", statut, statut.title, _of_statut(statut))


def _of_competency(graph: SkillGraph, competency: Competency) -> Iterator[Said]:
    yield "description", competency.description
    yield "situation", competency.situation
    # What a way of being looks like is told in scenes of all kinds, which are not what it is about.
    descriptors: FieldName = "behaviours" if competency.kind == "savoir-etre" else "levels"
    for level in competency.levels:
        yield from _all(descriptors, level.descriptors)
    yield from _all("behaviours", competency.behaviours)
    yield "ai", competency.ai.reason if competency.ai else None
    catalog = graph.catalog
    yield "headings", catalog.areas[competency.area].title
    if competency.phase:
        yield "headings", catalog.phases[competency.phase].title
    yield from _all("headings", (catalog.roles[role].title for role in competency.roles))
    yield from _themes(graph, competency.themes)


def _of_profile(graph: SkillGraph, profile: JobProfile) -> Iterator[Said]:
    yield "description", profile.purpose
    yield from _all("missions", profile.missions)
    yield from _all("activities", (*profile.activities, *profile.hold_oneself))
    yield from _all("situation", profile.situations)
    yield "circumstances", profile.context
    yield from _all("circumstances", (*profile.relations, *profile.conditions, *profile.indicators))
    for requirement in profile.requirements:
        if requirement.level:
            yield "competencies", graph.competency(requirement.competency).title
    statuts = graph.catalog.statuts
    for statut in profile.statut.statuts if profile.statut else ():
        yield "statuts", statuts[statut].title
    yield from _themes(graph, profile.themes)


def _of_training(graph: SkillGraph, training: Training) -> Iterator[Said]:
    yield "code", training.code
    yield "audience", training.audience
    yield "note", training.note
    yield "note", training.entry_note
    yield "place", training.place
    yield "place", training.region
    provider = graph.catalog.providers.get(training.provider)
    yield "provider", provider.title if provider else None
    # A practice template covers all that it can be set up for: that says nothing of what it is about.
    for outcome in training.taught:
        yield "competencies", graph.competency(outcome.competency).title
    yield from _themes(graph, training.themes)


def _of_provider(provider: Provider) -> Iterator[Said]:
    yield "description", provider.description
    yield "place", provider.region


def _of_rule(rule: Rule) -> Iterator[Said]:
    yield "description", rule.text
    yield "headings", rule.topic_title
    yield "code", rule.value
    yield "code", rule.legal_text


def _of_statut(statut: Statut) -> Iterator[Said]:
    # What was not read at a source is not searched either: its name alone is.
    if statut.is_shown:
        yield "description", statut.for_buyers
        yield "code", statut.legal_text


def _headings(graph: SkillGraph) -> Iterator[tuple[SearchKind, Heading]]:
    catalog = graph.catalog
    groups: tuple[tuple[SearchKind, Mapping[str, Heading]], ...] = (
        ("theme", catalog.themes),
        ("role", catalog.roles),
        ("area", catalog.areas),
        ("phase", catalog.phases),
    )
    for kind, group in groups:
        for heading in group.values():
            yield kind, heading


def _all(field: FieldName, texts: Iterable[Bilingual]) -> Iterator[Said]:
    for text in texts:
        yield field, text


def _of_link(link: Link) -> SearchedText:
    code = link.code if link.code and len(link.code) <= LONGEST_CODE else None
    text = " ".join(filter(None, (link.framework, code, link.label)))
    return SearchedText("links", text, "en" if link.framework in ENGLISH_FRAMEWORKS else "fr")


def _themes(graph: SkillGraph, themes: Iterable[str]) -> Iterator[Said]:
    for theme in themes:
        yield "headings", graph.catalog.themes[theme].title
