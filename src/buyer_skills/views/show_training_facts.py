"""All that is known of a training, fact by fact; what is not known says so."""

from collections.abc import Iterator

from buyer_skills.analyses.neighbourhood_results import TrainingNeighbourhood
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import number_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.record_words import heading_title, region_text
from buyer_skills.views.training_tables import length_text, status_text
from buyer_skills.views.training_words import (
    duration_text,
    evidence_text,
    price_text,
    provider_title,
    session_text,
)


def training_facts(
    result: TrainingNeighbourhood, graph: SkillGraph, language: str
) -> tuple[tuple[str, str], ...]:
    """Return pairs of a name and a fact, in the order a reader asks for them."""
    words = wording(language)
    return tuple((words.text(f"show.{name}"), said) for name, said in _facts(result, graph, language))


def _facts(result: TrainingNeighbourhood, graph: SkillGraph, language: str) -> Iterator[tuple[str, str]]:
    words = wording(language)
    training = result.record
    unknown = words.text("list.to-check")
    at_work = training.kind == "practice"
    yield "provider", words.text("list.by-employer") if at_work else _provider(training, graph, language)
    yield "status", status_text(graph, training, language)
    yield "evidence", evidence_text(training, graph.day, language)
    if training.calendar:
        yield "calendar", training.calendar.in_language(language)
    if training.contact:
        yield "contact", training.contact
    yield "duration", _duration(training, language)
    if not at_work:
        yield "price", _price(result, language)
        yield "modality", words.text(f"terms.modality.{training.modality}") if training.modality else unknown
        yield "place", _place(training, language)
    if training.audience:
        yield "audience", training.audience.in_language(language)
    yield from _content(training, language)
    if training.sessions:
        dated = tuple(session_text(session, language) for session in training.sessions)
        yield "sessions", words.text("list.separator").join(dated)
    if training.grants_degree_level:
        yield "grants", words.text("show.degree-level", level=training.grants_degree_level)
    if training.themes:
        yield "themes", ", ".join(heading_title(graph, "theme", theme, language) for theme in training.themes)
    if not at_work:
        if training.code:
            yield "code", training.code
        yield "address", training.url or unknown


def _content(training: Training, language: str) -> Iterator[tuple[str, str]]:
    """Yield what its body says of it, where it was brought in."""
    if training.aims:
        yield "aims", training.aims.in_language(language)
    if training.programme:
        yield "programme", training.programme.in_language(language)


def _provider(training: Training, graph: SkillGraph, language: str) -> str:
    return f"{provider_title(graph, training, language)} ({training.provider})"


def _price(result: TrainingNeighbourhood, language: str) -> str:
    price = result.record.price_eur
    if price is None and any(one.price_eur is not None for one in result.access):
        return wording(language).text("show.price-by-employer")
    return price_text(None if price is None else round(price * 100), language)


def _duration(training: Training, language: str) -> str:
    counted = duration_text(training, language)
    length = length_text(training, language)
    if training.kind == "degree" and length != counted:
        return wording(language).text("show.degree-duration", length=length, counted=counted)
    if training.duration_months is None:
        return length
    months = number_text(training.duration_months, language)
    return wording(language).text(
        "show.spread-over", length=length, count=int(training.duration_months), number=months
    )


def _place(training: Training, language: str) -> str:
    region = region_text(training.region, language)
    if not training.place:
        return region
    if training.region in {None, "national"}:
        return training.place
    return wording(language).text("show.place-in-region", place=training.place, region=region)
