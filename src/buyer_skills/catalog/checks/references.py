"""Ids that lead nowhere."""

from collections.abc import Iterator

from buyer_skills.catalog.catalog import GROUPS
from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.catalog.practices import is_training_id
from buyer_skills.catalog.trainings import EntryCondition, PracticeTemplate, Training
from buyer_skills.issues import Issue

Path = tuple[str | int, ...]
"""Keys and indexes from a record to something in it."""


def check_sources_named(context: CheckContext) -> Iterator[Issue]:
    """G107: a record rests on a source that is not there."""
    for group in GROUPS:
        for record in getattr(context.written, group).values():
            for index, found in enumerate(record.sources):
                if one := context.unknown(
                    "G107", group, record, "sources", index, found=found, among="sources"
                ):
                    yield one


def check_inner_sources_named(context: CheckContext) -> Iterator[Issue]:
    """G107: what a record says of AI, or of its statut, rests on a source that is not there."""
    for group, key in (("competencies", "ai"), ("profiles", "statut")):
        for record in getattr(context.written, group).values():
            part = getattr(record, key)
            for index, found in enumerate(part.sources if part else ()):
                path = (key, "sources", index)
                if one := context.unknown("G107", group, record, *path, found=found, among="sources"):
                    yield one


def check_themes_named(context: CheckContext) -> Iterator[Issue]:
    """G108: a competency, training or profile has a theme that is not in the list."""
    for group in ("competencies", "trainings", "profiles"):
        for record in getattr(context.written, group).values():
            for index, found in enumerate(record.themes):
                if one := context.unknown(
                    "G108", group, record, "themes", index, found=found, among="themes"
                ):
                    yield one


def check_competency_headings(context: CheckContext) -> Iterator[Issue]:
    """C101, C102, C103, C104: a competency has an area, phase, role or broader competency not in the list."""
    group = "competencies"
    for record in context.written.competencies.values():
        found = [
            context.unknown("C101", group, record, "area", found=record.area, among="areas"),
            *(
                context.unknown("C103", group, record, "roles", index, found=role, among="roles")
                for index, role in enumerate(record.roles)
            ),
        ]
        if record.phase is not None:
            found.append(context.unknown("C102", group, record, "phase", found=record.phase, among="phases"))
        if record.broader is not None:
            found.append(context.unknown("C104", group, record, "broader", found=record.broader, among=group))
        yield from filter(None, found)


def check_competency_neighbours(context: CheckContext) -> Iterator[Issue]:
    """C106, C107: a competency names a rule, or a competency it is confused with, that is not there."""
    group = "competencies"
    for record in context.written.competencies.values():
        for index, found in enumerate(record.rules):
            if one := context.unknown("C106", group, record, "rules", index, found=found, among="rules"):
                yield one
        for index, confusion in enumerate(record.confused_with):
            path = ("confused_with", index, "competency")
            if one := context.unknown("C107", group, record, *path, found=confusion.competency, among=group):
                yield one


def check_competencies_taught(context: CheckContext) -> Iterator[Issue]:
    """T103: a training teaches or asks for a competency that is not there."""
    for record in context.written.trainings.values():
        for index, outcome in enumerate(record.taught):
            found = outcome.competency
            if one := _unknown_competency(context, record, "outcomes", index, "competency", found=found):
                yield one
        for path, condition in _entry_conditions(record):
            for index, required in enumerate(condition.levels):
                end: Path = (*path, "levels", index, "competency")
                if one := _unknown_competency(context, record, *end, found=required.competency):
                    yield one


def check_trainings_required(context: CheckContext) -> Iterator[Issue]:
    """T106: a training asks for another that is not there."""
    for record in context.written.trainings.values():
        for path, condition in _entry_conditions(record):
            for index, found in enumerate(condition.trainings):
                if _is_practice(context, found):
                    continue
                place = (*path, "trainings", index)
                one = context.unknown("T106", "trainings", record, *place, found=found, among="trainings")
                if one:
                    yield one


def check_training_links(context: CheckContext) -> Iterator[Issue]:
    """T108, T109, T112: a training has a provider, a part or an area that is not there."""
    group = "trainings"
    for record in context.written.trainings.values():
        found = [context.unknown("T108", group, record, "provider", found=record.provider, among="providers")]
        for index, part in enumerate(record.parts):
            found.append(context.unknown("T109", group, record, "parts", index, found=part, among=group))
        if isinstance(record.outcomes, PracticeTemplate):
            for index, area in enumerate(record.outcomes.applies_to.areas):
                path = ("outcomes", "applies_to", "areas", index)
                found.append(context.unknown("T112", group, record, *path, found=area, among="areas"))
        yield from filter(None, found)


def check_competencies_asked(context: CheckContext) -> Iterator[Issue]:
    """P104: a profile asks for a competency that is not there."""
    group = "profiles"
    for record in context.written.profiles.values():
        paths: list[tuple[Path, str]]
        paths = [(("requirements", index), one.competency) for index, one in enumerate(record.requirements)]
        if record.based_on is not None:
            changes = enumerate(record.based_on.changes)
            paths += [(("based_on", "changes", index), one.competency) for index, one in changes]
        for path, found in paths:
            one = context.unknown(
                "P104", group, record, *path, "competency", found=found, among="competencies"
            )
            if one:
                yield one


def check_profiles_named(context: CheckContext) -> Iterator[Issue]:
    """P106: a profile is based on one that is not there."""
    for record in context.written.profiles.values():
        if record.based_on is not None:
            found = record.based_on.profile
            path = ("based_on", "profile")
            if one := context.unknown("P106", "profiles", record, *path, found=found, among="profiles"):
                yield one


def check_statuts_named(context: CheckContext) -> Iterator[Issue]:
    """P108: a profile may belong to a cadre d'emplois or corps that is not there."""
    for record in context.written.profiles.values():
        for index, found in enumerate(record.statut.statuts if record.statut else ()):
            path = ("statut", "statuts", index)
            if one := context.unknown("P108", "profiles", record, *path, found=found, among="statuts"):
                yield one


def check_named_gaps_bear(context: CheckContext) -> Iterator[Issue]:
    """N101: a gap named by others bears on a competency that is not there."""
    for record in context.written.named_gaps.values():
        for index, step in enumerate(record.steps):
            path = ("steps", index, "competency")
            found, group = step.competency, "named_gaps"
            if one := context.unknown("N101", group, record, *path, found=found, among="competencies"):
                yield one


def check_employer_answers_named(context: CheckContext) -> Iterator[Issue]:
    """Q111, Q112: an employer answered on a profile, or a competency, that is not there."""
    group = "employer_answers"
    for record in context.written.employer_answers.values():
        found = record.profile
        if one := context.unknown("Q111", group, record, "profile", found=found, among="profiles"):
            yield one
        for index, line in enumerate(record.requirements):
            path = ("requirements", index, "competency")
            found = line.competency
            if one := context.unknown("Q112", group, record, *path, found=found, among="competencies"):
                yield one


def _unknown_competency(
    context: CheckContext, record: Training, *path: str | int, found: str
) -> Issue | None:
    return context.unknown("T103", "trainings", record, *path, found=found, among="competencies")


def _is_practice(context: CheckContext, identifier: str) -> bool:
    """Return whether the id is that of a practice; that of a template with a fault is not judged."""
    template, at, _ = identifier.partition("@")
    is_faulty = template in context.identifiers["trainings"] and template not in context.written.trainings
    return bool(at) and (is_faulty or is_training_id(context.written, identifier))


def _entry_conditions(record: Training) -> Iterator[tuple[Path, EntryCondition]]:
    yield ("requires",), record.requires
    for index, alternative in enumerate(record.requires.any_of):
        yield ("requires", "any_of", index), alternative
