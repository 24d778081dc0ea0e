"""What else a training can get wrong: dates, durations, evidence, titles."""

from collections import defaultdict
from collections.abc import Iterator

from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.catalog.persons import seems_personal
from buyer_skills.catalog.trainings import OWN_EVIDENCE, TRUSTED_EVIDENCE
from buyer_skills.issues import Issue

_SHORTEST_DAY, _LONGEST_DAY = 4, 9
_MAY_GRANT = frozenset({"degree", "certification"})


def check_sessions_in_order(context: CheckContext) -> Iterator[Issue]:
    """T114: a session ends before it starts."""
    for record in context.written.trainings.values():
        for index, session in enumerate(record.sessions):
            if session.end is not None and session.end.last < session.start.first:
                path = ("sessions", index, "end")
                yield context.issue("T114", "trainings", record, *path, start=session.start, end=session.end)


def check_not_over(context: CheckContext) -> Iterator[Issue]:
    """T201: a training is called current and its end date is past."""
    for record in context.written.trainings.values():
        if context.day is None or record.status != "current":
            continue
        if record.is_over(context.day):
            yield context.issue("T201", "trainings", record, "ended", ended=record.ended, day=context.day)


def check_ended_is_past(context: CheckContext) -> Iterator[Issue]:
    """T217: a training is called ended and its end date is to come."""
    for record in context.written.trainings.values():
        if context.day is None or record.status != "ended" or record.ended is None:
            continue
        if record.ended.first > context.day:
            yield context.issue("T217", "trainings", record, "ended", ended=record.ended, day=context.day)


def check_page_before_note(context: CheckContext) -> Iterator[Issue]:
    """T218: the page is dated after the day its facts were noted."""
    for record in context.written.trainings.values():
        found, noted = record.page_date, record.noted
        if found is not None and noted is not None and found.first > noted.last:
            yield context.issue("T218", "trainings", record, "page_date", found=found, noted=noted)


def check_hours_fit_days(context: CheckContext) -> Iterator[Issue]:
    """T202: the hours make less than 4 or more than 9 for each day."""
    for record in context.written.trainings.values():
        if record.hours is None or record.days is None:
            continue
        if not _SHORTEST_DAY * record.days <= record.hours <= _LONGEST_DAY * record.days:
            hours, days = f"{record.hours:g}", f"{record.days:g}"
            yield context.issue("T202", "trainings", record, "hours", hours=hours, days=days)


def check_outcomes_have_basis(context: CheckContext) -> Iterator[Issue]:
    """T203: outcomes are given without saying on what they rest."""
    for record in context.written.trainings.values():
        if record.taught and record.basis is None and record.kind != "practice":
            yield context.issue("T203", "trainings", record, "outcomes", key=True)


def check_evidence_is_dated(context: CheckContext) -> Iterator[Issue]:
    """T204: evidence is `confirmed` or `verified` and nothing says when it was noted."""
    for record in context.written.trainings.values():
        if record.evidence in OWN_EVIDENCE and record.noted is None:
            yield context.issue("T204", "trainings", record, "evidence", evidence=record.evidence)


def check_titles_differ(context: CheckContext) -> Iterator[Issue]:
    """T206: two current trainings of one provider have the same title."""
    by_title: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record in context.written.trainings.values():
        if record.status == "current":
            by_title[record.provider, " ".join(record.title.fr.casefold().split())].append(record.id)
    for same in by_title.values():
        first, *others = sorted(same)
        for other in others:
            record = context.written.trainings[other]
            yield context.issue("T206", "trainings", record, "title", title=record.title.fr, first=first)


def check_evidence_fits_practice(context: CheckContext) -> Iterator[Issue]:
    """T209: `generic` is for practice that any employer can set up, and practice is always that."""
    for record in context.written.trainings.values():
        if (record.evidence == "generic") != (record.kind == "practice"):
            path = "evidence" if "evidence" in record.model_fields_set else "kind"
            evidence, kind = record.evidence, record.kind
            yield context.issue("T209", "trainings", record, path, evidence=evidence, kind=kind)


def check_degrees_grant_level(context: CheckContext) -> Iterator[Issue]:
    """T301: a degree does not say which degree level it grants."""
    for record in context.written.trainings.values():
        if record.kind == "degree" and record.grants_degree_level is None:
            yield context.issue("T301", "trainings", record, "kind")


def check_only_degrees_grant(context: CheckContext) -> Iterator[Issue]:
    """T212: something that is neither a degree nor a certification grants a degree level."""
    for record in context.written.trainings.values():
        if record.grants_degree_level is not None and record.kind not in _MAY_GRANT:
            yield context.issue(
                "T212", "trainings", record, "grants_degree_level", key=True, kind=record.kind
            )


def check_evidence_has_address(context: CheckContext) -> Iterator[Issue]:
    """T213: evidence is above `indicative` and none of the sources has an address."""
    for record in context.written.trainings.values():
        known = [context.written.sources[one] for one in record.sources if one in context.written.sources]
        if record.origin is not None or (record.evidence == "confirmed" and record.confirmed is not None):
            # It rests on a file that was brought in, or on an answer.
            continue
        if record.evidence not in TRUSTED_EVIDENCE or not known or len(known) < len(record.sources):
            continue
        if not any(source.url for source in known):
            yield context.issue("T213", "trainings", record, "evidence", evidence=record.evidence)


def check_dates_not_ahead(context: CheckContext) -> Iterator[Issue]:
    """T215: the facts are said to be noted, or the page dated, after the day of the report."""
    for record in context.written.trainings.values():
        for key in ("noted", "page_date"):
            found = getattr(record, key)
            if context.day is not None and found is not None and found.first > context.day:
                yield context.issue("T215", "trainings", record, key, found=found, day=context.day)


def check_confirmed_by_someone(context: CheckContext) -> Iterator[Issue]:
    """T219: evidence is `confirmed`, and nothing says when the provider answered, and who."""
    for record in context.written.trainings.values():
        if record.evidence == "confirmed" and record.confirmed is None:
            yield context.issue("T219", "trainings", record, "evidence")


def check_functions_are_no_names(context: CheckContext) -> Iterator[Issue]:
    """T220, Q205: where a function is asked for, something that looks like a name or an address."""
    for record in context.written.trainings.values():
        if record.confirmed is not None and seems_personal(record.confirmed.function):
            yield context.issue("T220", "trainings", record, "confirmed", "function")
        if record.contact is not None and seems_personal(record.contact):
            yield context.issue("T220", "trainings", record, "contact")
    for decision in context.written.decisions.values():
        if decision.function is not None and seems_personal(decision.function):
            yield context.issue("Q205", "decisions", decision, "function")
    for answer in context.written.employer_answers.values():
        if seems_personal(answer.function):
            yield context.issue("Q205", "employer_answers", answer, "function")
