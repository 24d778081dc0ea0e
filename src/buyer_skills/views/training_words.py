"""What is said of a training wherever it is shown: kind, length, price, how far it can be trusted."""

from datetime import date

from buyer_skills.analyses.costs import duration_of, is_stale
from buyer_skills.catalog.fields import PartialDate
from buyer_skills.catalog.trainings import HOURS_PER_DAY, Confirmation, Session, Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import date_text, days_text, euros_text, month_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import Cell, Tone

TO_CONFIRM = ("reported", "indicative")
"""Evidence that asks for a word with the provider before anything is planned."""


def training_title(graph: SkillGraph, training: Training, language: str) -> str:
    """Return the title of ``training``; a practice made from a template also says on which competency."""
    title = training.title.in_language(language)
    if training.kind != "practice" or len(training.taught) != 1:
        return title
    competency = graph.competency(training.taught[0].competency).title.in_language(language)
    return wording(language).text("terms.practice-on", title=title, competency=competency)


def training_cell(graph: SkillGraph, training: Training, language: str) -> Cell:
    """Return the title of ``training`` and, below it, its provider and kind."""
    title = training_title(graph, training, language)
    kind = wording(language).text(f"terms.training-kind.{training.kind}")
    if training.kind == "practice":
        return Cell(title, kind)
    return Cell(title, f"{provider_title(graph, training, language)}, {kind}")


def provider_title(graph: SkillGraph, training: Training, language: str) -> str:
    """Return the name of the body that offers ``training``."""
    provider = graph.catalog.providers.get(training.provider)
    return provider.title.in_language(language) if provider else training.provider


def duration_text(training: Training, language: str, hours_per_day: float = HOURS_PER_DAY) -> str:
    """Return the length of ``training`` in days, marked when it is an estimate."""
    duration = duration_of(training)
    if training.days is not None and training.hours is not None:
        # Its body counts days of its own length: they are told as it tells them.
        return days_text(training.days * hours_per_day, language, hours_per_day)
    text = days_text(duration.hours, language, hours_per_day)
    return wording(language).text("terms.estimated", duration=text) if duration.estimated else text


def price_text(cents: int | None, language: str) -> str:
    """Return a price in cents as euros; an unknown one is to be asked.

    >>> price_text(None, "fr")
    'prix à demander'
    """
    return wording(language).text("terms.price-unknown") if cents is None else euros_text(cents, language)


def evidence_cell(training: Training, day: date, language: str) -> Cell:
    """Return how far ``training`` can be trusted, and below it the date this rests on."""
    words = wording(language)
    dated = dated_text(training, language)
    if is_stale(training, day):
        dated = words.text("terms.evidence-dated", evidence=dated, dated=words.text("terms.to-recheck"))
    return Cell(words.text(f"terms.evidence.{training.evidence}"), dated, _tone(training, day))


def evidence_text(training: Training, day: date, language: str) -> str:
    """Return how far ``training`` can be trusted with its date, in one line."""
    words = wording(language)
    cell = evidence_cell(training, day, language)
    said, dated = cell.text, cell.detail
    if training.evidence == "confirmed" and training.confirmed is not None:
        # In a line, who answered stands in brackets; how old the answer is stays told.
        said = words.text(
            "terms.confirmed-by",
            function=training.confirmed.function,
            date=partial_date_text(training.confirmed.day, language),
        )
        dated = words.text("terms.to-recheck") if is_stale(training, day) else ""
    return words.text("terms.evidence-dated", evidence=said, dated=dated) if dated else said


def answered_text(confirmed: Confirmation, language: str) -> str:
    """Return who answered for a body, by function, and when."""
    day = partial_date_text(confirmed.day, language)
    return wording(language).text("terms.answered-by", function=confirmed.function, date=day)


def session_text(session: Session, language: str) -> str:
    """Return a session: its days, place and seats."""
    words = wording(language)
    day = partial_date_text(session.start, language)
    if session.end:
        day = words.text("terms.date-range", start=day, end=partial_date_text(session.end, language))
    parts = [day, session.place]
    if session.seats:
        parts.append(words.text("terms.seats", count=session.seats))
    return ", ".join(part for part in parts if part)


def dated_text(training: Training, language: str) -> str:
    """Return the date of what is known of ``training``; nothing for a practice, which rests on no page."""
    words = wording(language)
    if training.evidence == "generic":
        return ""
    if training.evidence == "confirmed" and training.confirmed is not None:
        return answered_text(training.confirmed, language)
    if training.evidence == "confirmed" and training.noted:
        return words.text("terms.confirmed-dated", date=partial_date_text(training.noted, language))
    if training.page_date:
        return words.text("terms.page-dated", date=partial_date_text(training.page_date, language))
    if training.noted:
        month = month_known(training.noted, language)
        key = "terms.page-undated" if training.url else "terms.noted-on"
        return words.text(key, month=month)
    return words.text("terms.date-unknown")


def partial_date_text(known: PartialDate, language: str) -> str:
    """Return a date as it is known: a day, a month, a year, or a range of them.

    >>> partial_date_text(PartialDate.parse("2024-02"), "fr")
    'février 2024'
    """
    opening, slash, closing = known.text.partition("/")
    if slash:
        start = partial_date_text(PartialDate.parse(opening), language)
        end = partial_date_text(PartialDate.parse(closing), language)
        return wording(language).text("terms.date-range", start=start, end=end)
    if known.first == known.last:
        return date_text(known.first, language)
    if known.first.month == known.last.month:
        return month_text(known.first, language)
    return opening


def month_known(known: PartialDate, language: str) -> str:
    """Return the month a date falls or ends in, or its year when nothing more is known.

    >>> month_known(PartialDate.parse("2026-11-24"), "fr"), month_known(PartialDate.parse("2020"), "fr")
    ('novembre 2026', '2020')
    """
    closing = known.text.rpartition("/")[2]
    return closing if "-" not in closing else month_text(known.last, language)


def is_to_confirm(training: Training, day: date) -> bool:
    """Return whether the provider is to be asked before planning: unsure evidence, or too old."""
    return training.evidence in TO_CONFIRM or is_stale(training, day)


def _tone(training: Training, day: date) -> Tone:
    if is_to_confirm(training, day):
        return "attention"
    return "muted" if training.evidence == "generic" else "good"
