"""A search as a report: how many records answer, the first of them, then all of them in one table."""

from collections.abc import Iterator, Mapping
from typing import get_args

from buyer_skills.analyses.neighbourhood_results import RecordReference
from buyer_skills.analyses.search.results import SEARCH_KINDS, Found, SearchResults
from buyer_skills.catalog.profiles import ProfileKind
from buyer_skills.catalog.trainings import TrainingKind
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Cell,
    Column,
    Paragraph,
    ReportView,
    Section,
    Table,
)
from buyer_skills.views.training_words import provider_title

PLACES_NAMED = 3
"""Places named at most for a record: the words stand there, and what weighs most comes first."""

OTHER_NAMES = ("other-title", "id")
"""Places that say no more than the title, once the words are there."""


def kind_names(language: str) -> Mapping[str, str]:
    """Return what readers call each kind of record, of training and of profile: they may type it."""
    words = wording(language)
    return {
        **{kind: words.text(f"search.kind.{kind}") for kind in SEARCH_KINDS},
        **{kind: words.text(f"terms.training-kind.{kind}") for kind in get_args(TrainingKind)},
        **{kind: words.text(f"terms.profile-kind.{kind}") for kind in get_args(ProfileKind)},
    }


def search_report(result: SearchResults, graph: SkillGraph, language: str) -> ReportView:
    """Return the report of a search."""
    words = wording(language)
    blocks: tuple[Block, ...] = (_table(result, graph, language),)
    if not result.items:
        blocks = (Paragraph(words.text("search.nothing")), Bullets(tuple(_advice(result, words))))
    rules = tuple(words.text(f"search.rule-{name}") for name in ("words", "order", "shown"))
    return ReportView(
        title=words.text("search.title", query=result.query),
        subtitle="\n".join(_remarks(result, words)),
        language=language,
        lead=_lead(result, words),
        sections=(
            Section("resultats", words.text("search.section"), blocks),
            Section("methode", words.text("report.method.title"), (Bullets(rules),)),
        ),
    )


def _lead(result: SearchResults, words: Wording) -> tuple[str, ...]:
    if not result.items:
        near = " ".join(_near_lines(result, words)) or words.text("search.nothing")
        return (words.text("search.lead-nothing"), near, words.text("search.lead-list"))
    first = result.items[0]
    counts = tuple(words.text(f"search.count-{one.kind}", count=one.count) for one in result.counts)
    key = "search.lead-found-first" if len(result.items) < result.found else "search.lead-found"
    return (
        words.text(key, count=result.found, counts=counts, shown=len(result.items)),
        words.text(
            "search.lead-best",
            title=first.title_in(words.language),
            kind=words.text(f"search.kind.{first.kind}"),
        ),
        words.text("search.lead-show", command=f"buyer-skills show {name_of(first)}"),
    )


def _remarks(result: SearchResults, words: Wording) -> Iterator[str]:
    """Yield what a reader must know first: how words were read, what is unknown, what is not shown."""
    for reading in result.readings:
        also = words.text("search.or").join(words.text("search.quoted", words=one) for one in reading.also)
        yield words.text("search.read-as", words=reading.words, also=also)
    if result.items:
        yield from _near_lines(result, words)
    if result.scope.kinds:
        kinds = tuple(words.text(f"search.kind.{kind}") for kind in result.scope.kinds)
        yield words.text("search.kinds-kept", kinds=kinds)
        if result.other_kinds:
            yield words.text("search.other-kinds", count=result.other_kinds)
    if result.past_left_out:
        yield words.text("search.past-left-out", count=result.past_left_out)


def _near_lines(result: SearchResults, words: Wording) -> Iterator[str]:
    for suggestion in result.suggestions:
        if suggestion.nearest:
            nearest = words.text("search.or").join(
                words.text("search.quoted", words=one) for one in suggestion.nearest
            )
            yield words.text("search.did-you-mean", word=suggestion.word, nearest=nearest)
        else:
            yield words.text("search.unknown-word", word=suggestion.word)


def _advice(result: SearchResults, words: Wording) -> Iterator[str]:
    if result.past_left_out:
        yield words.text("search.advice-all")
    if result.other_kinds:
        yield words.text("search.advice-kinds")
    yield words.text("search.advice-words")
    yield words.text("search.advice-acronyms")


def _table(result: SearchResults, graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    columns = tuple(
        Column(words.text(f"search.column-{name}"), heads_row=name == "record")
        for name in ("record", "where")
    )
    asked = tuple(dict.fromkeys(word for item in result.items for word in item.matched))
    rows = tuple(_row(item, asked, graph, language) for item in result.items)
    return Table(words.text("search.caption"), columns, rows)


def _row(item: Found, asked: tuple[str, ...], graph: SkillGraph, language: str) -> tuple[Cell, ...]:
    title = item.title_in(language)
    said = _said_of(item, asked, graph, language)
    return Cell(title, name_of(item)), Cell(
        item.extract or title, said, "attention" if item.past else "plain"
    )


def name_of(item: Found) -> str:
    """Return what `show` opens a record by: its id, prefixed where several lists may have it."""
    return RecordReference(kind=item.kind, id=item.id).short


def _said_of(item: Found, asked: tuple[str, ...], graph: SkillGraph, language: str) -> str:
    """Return what a record is, where the words stand in it, and which ones do not."""
    words = wording(language)
    named = [name for name in item.where if name not in OTHER_NAMES or "title" not in item.where]
    places = tuple(words.text(f"search.where.{name}") for name in named[:PLACES_NAMED])
    found = words.text("search.found", kind=_kind_text(item, graph, language), places=places)
    lacking = tuple(words.text("search.quoted", words=word) for word in asked if word not in item.matched)
    return words.text("search.found-lacking", found=found, lacking=lacking) if lacking else found


def _kind_text(item: Found, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    if item.kind == "profile":
        return words.text(f"terms.profile-kind.{graph.profile(item.id).kind}")
    if item.kind != "training":
        return words.text(f"search.kind.{item.kind}")
    training = graph.catalog.trainings[item.id]
    kind = words.text(f"terms.training-kind.{training.kind}")
    if item.past:
        return words.text("search.past", kind=kind)
    if training.kind == "practice":
        return kind
    return words.text("search.provided", kind=kind, provider=provider_title(graph, training, language))
