"""What a training says it teaches, set against what its kind can teach."""

from collections.abc import Iterator

from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.catalog.trainings import LONG_KINDS, Outcome, PracticeTemplate, Training, most_taught
from buyer_skills.issues import Issue
from buyer_skills.messages import Message


def check_outcomes_go_up(context: CheckContext) -> Iterator[Issue]:
    """T101: an outcome arrives at the level it starts from, or lower."""
    for record in context.written.trainings.values():
        for index, outcome in enumerate(record.taught):
            if outcome.to_level <= outcome.from_level:
                path = ("outcomes", index, "to")
                start, arrival = outcome.from_level, outcome.to_level
                yield context.issue("T101", "trainings", record, *path, start=start, arrival=arrival)
        if isinstance(record.outcomes, PracticeTemplate):
            for index, (start, arrival) in enumerate(record.outcomes.steps):
                if arrival <= start:
                    step = ("outcomes", "steps", index)
                    yield context.issue("T101", "trainings", record, *step, start=start, arrival=arrival)


def check_template_is_practice(context: CheckContext) -> Iterator[Issue]:
    """T111: a template of outcomes is for practice only."""
    for record in context.written.trainings.values():
        if record.is_template and record.kind != "practice":
            yield context.issue("T111", "trainings", record, "outcomes", key=True, kind=record.kind)


def check_outcomes_once(context: CheckContext) -> Iterator[Issue]:
    """T207: the same outcome is written twice."""
    for record in context.written.trainings.values():
        seen: set[tuple[str, int, int]] = set()
        for index, outcome in enumerate(record.taught):
            step = (outcome.competency, outcome.from_level, outcome.to_level)
            if step in seen:
                yield context.issue("T207", "trainings", record, "outcomes", index, found=outcome.competency)
            seen.add(step)


def check_outcomes_useful(context: CheckContext) -> Iterator[Issue]:
    """T208: a training asks on entry for the level it gives, so that nobody gains by it."""
    for record in context.written.trainings.values():
        asked = {required.competency: required.level for required in record.requires.levels}
        for index, outcome in enumerate(record.taught):
            if asked.get(outcome.competency, 0) >= outcome.to_level:
                path = ("outcomes", index, "to")
                found = outcome.competency
                yield context.issue("T208", "trainings", record, *path, found=found, arrival=outcome.to_level)


def check_outcomes_within_reach(context: CheckContext) -> Iterator[Issue]:
    """T214: an outcome is above what its kind of training can teach.

    A course teaches one step and at most level 2; a long cycle, certification or degree whose programme was
    seen may reach 3; no record delivers 3 to 4. Practice is judged apart.
    """
    for record in context.written.trainings.values():
        if record.kind == "practice":
            continue
        for index, outcome in enumerate(record.taught):
            if reason := _beyond_kind(record, outcome):
                path = ("outcomes", index, "to")
                yield context.issue(
                    "T214", "trainings", record, *path, found=outcome.competency, reason=reason
                )


def check_outcomes_within_basis(context: CheckContext) -> Iterator[Issue]:
    """T216: an outcome is above what its basis can support, whatever the kind of training.

    A theme alone supports level 1 at most; a title alone supports one step. Practice rests on no page; what
    T214 says already is not said twice.
    """
    for record in context.written.trainings.values():
        if record.kind == "practice":
            continue
        for index, outcome in enumerate(record.taught):
            if not _beyond_kind(record, outcome) and (reason := _beyond_basis(record, outcome)):
                path = ("outcomes", index, "to")
                yield context.issue(
                    "T216", "trainings", record, *path, found=outcome.competency, reason=reason
                )


def check_practice_from_something(context: CheckContext) -> Iterator[Issue]:
    """T210: practice starts from level 0, where there is nothing yet to put into practice."""
    for record in context.written.trainings.values():
        if record.kind != "practice":
            continue
        for path, start in _starts(record):
            if start == 0:
                yield context.issue("T210", "trainings", record, *path)


def _starts(record: Training) -> Iterator[tuple[tuple[str | int, ...], int]]:
    if isinstance(record.outcomes, PracticeTemplate):
        for index, step in enumerate(record.outcomes.steps):
            yield ("outcomes", "steps", index), step[0]
    for index, outcome in enumerate(record.taught):
        yield ("outcomes", index), outcome.from_level


def _beyond_kind(record: Training, outcome: Outcome) -> Message | None:
    if outcome.to_level == 4:
        return Message("issues.T214.expert")
    if record.kind in LONG_KINDS:
        needs_programme = outcome.to_level == 3 and record.basis != "programme"
        return Message("issues.T214.programme") if needs_programme else None
    if outcome.to_level > most_taught(record.kind):
        return Message("issues.T214.course")
    return Message("issues.T214.steps") if outcome.to_level - outcome.from_level > 1 else None


def _beyond_basis(record: Training, outcome: Outcome) -> Message | None:
    if record.basis == "theme" and outcome.to_level > 1:
        return Message("issues.T216.theme")
    if record.basis == "titre" and outcome.to_level - outcome.from_level > 1:
        return Message("issues.T216.titre")
    return None
