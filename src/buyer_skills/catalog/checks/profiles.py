"""What a job profile asks for, and how it differs from the one it is based on."""

from collections.abc import Iterator

from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.issues import Issue

_EXPERT = 4
_MOST_EXPERT = 2
_INDISPENSABLE = 3
_MOST_OF_VOLET = 2


def check_profiles_ask(context: CheckContext) -> Iterator[Issue]:
    """P101: a profile asks for nothing."""
    for record in context.written.profiles.values():
        if not record.requirements:
            yield context.issue("P101", "profiles", record, "requirements", key=True)


def check_asked_once(context: CheckContext) -> Iterator[Issue]:
    """P105: a profile asks twice for the same competency."""
    for record in context.written.profiles.values():
        seen: set[str] = set()
        for index, requirement in enumerate(record.requirements):
            found = requirement.competency
            if found in seen:
                yield context.issue(
                    "P105", "profiles", record, "requirements", index, "competency", found=found
                )
            seen.add(found)


def check_share_goes_up(context: CheckContext) -> Iterator[Issue]:
    """P109: the least share of the job that a volet takes is above the largest."""
    for record in context.written.profiles.values():
        share = record.share_of_job
        if share is not None and share.min_percent > share.max_percent:
            path = ("share_of_job", "min_percent")
            least, largest = share.min_percent, share.max_percent
            yield context.issue("P109", "profiles", record, *path, least=least, largest=largest)


def check_parents_not_asked(context: CheckContext) -> Iterator[Issue]:
    """P201: a profile asks for a competency and for the broader one it is part of, without saying why."""
    for record in context.written.profiles.values():
        asked = {requirement.competency: requirement for requirement in record.requirements}
        for index, requirement in enumerate(record.requirements):
            competency = context.written.competencies.get(requirement.competency)
            parent = competency.broader if competency else None
            if parent is None or parent not in asked or requirement.reason or asked[parent].reason:
                continue
            path = ("requirements", index, "competency")
            found = requirement.competency
            yield context.issue("P201", "profiles", record, *path, found=found, parent=parent)


def check_changes_declared(context: CheckContext) -> Iterator[Issue]:
    """P202: a requirement differs from the profile it is based on, and no change says so.

    An employer's own profile may differ without giving its reasons.
    """
    for record, base in _derived(context):
        if record.kind == "local":
            continue
        declared = {change.competency for change in record.based_on.changes} if record.based_on else set()
        ours, theirs = _levels(record), _levels(base)
        for found in sorted((ours.keys() | theirs.keys()) & context.written.competencies.keys()):
            if ours.get(found) == theirs.get(found) or found in declared:
                continue
            path = _requirement_path(record, found)
            start, arrival = _shown(theirs.get(found)), _shown(ours.get(found))
            named = {"found": found, "base": base.id, "start": start, "arrival": arrival}
            yield context.issue("P202", "profiles", record, *path, key=False, **named)


def check_changes_true(context: CheckContext) -> Iterator[Issue]:
    """P203: a change is declared that is not the real difference with the profile it is based on."""
    for record, base in _derived(context):
        ours, theirs = _levels(record), _levels(base)
        for index, change in enumerate(record.based_on.changes if record.based_on else ()):
            real = (theirs.get(change.competency), ours.get(change.competency))
            if (change.from_level, change.to_level) == real and real[0] != real[1]:
                continue
            path = ("based_on", "changes", index)
            start, arrival = map(_shown, real)
            named = {"found": change.competency, "base": base.id, "start": start, "arrival": arrival}
            yield context.issue("P203", "profiles", record, *path, key=False, **named)


def check_expert_levels_rare(context: CheckContext) -> Iterator[Issue]:
    """P204: a standard profile asks for level 4 of more than two competencies."""
    for record in context.written.profiles.values():
        expert = [one.competency for one in record.requirements if one.level == _EXPERT]
        if record.kind == "standard" and len(expert) > _MOST_EXPERT:
            yield context.issue("P204", "profiles", record, "requirements", key=True, found=tuple(expert))


def check_indispensable_reachable(context: CheckContext) -> Iterator[Issue]:
    """P205: a standard profile calls a level 4 indispensable."""
    for record in context.written.profiles.values():
        if record.kind != "standard":
            continue
        for index, requirement in enumerate(record.requirements):
            if requirement.level == _EXPERT and requirement.importance == _INDISPENSABLE:
                path = ("requirements", index, "importance")
                yield context.issue("P205", "profiles", record, *path, found=requirement.competency)


def check_volets_modest(context: CheckContext) -> Iterator[Issue]:
    """P208: the buying part of another job asks for more than « application »."""
    for record in context.written.profiles.values():
        if record.kind != "volet":
            continue
        for index, requirement in enumerate(record.requirements):
            if requirement.level > _MOST_OF_VOLET:
                path = ("requirements", index, "level")
                found = requirement.competency
                yield context.issue("P208", "profiles", record, *path, found=found, level=requirement.level)


def check_profiles_have_basis(context: CheckContext) -> Iterator[Issue]:
    """P206: a profile does not say on what its levels rest."""
    for record in context.written.profiles.values():
        if record.basis is None and record.based_on is None:
            yield context.issue("P206", "profiles", record, "id")


def check_profile_titles_differ(context: CheckContext) -> Iterator[Issue]:
    """P207: two profiles of one kind have the same title."""
    first_of: dict[tuple[str, str], str] = {}
    for record in sorted(context.written.profiles.values(), key=lambda one: one.id):
        key = (record.kind, str(record.title.fr).casefold())
        if key in first_of:
            title = str(record.title.fr)
            yield context.issue("P207", "profiles", record, "title", title=title, first=first_of[key])
        first_of.setdefault(key, record.id)


def _derived(context: CheckContext) -> Iterator[tuple[JobProfile, JobProfile]]:
    for record in context.written.profiles.values():
        base = context.written.profiles.get(record.based_on.profile) if record.based_on else None
        if base is not None and base is not record:
            yield record, base


def _levels(profile: JobProfile) -> dict[str, int]:
    return {requirement.competency: requirement.level for requirement in profile.requirements}


def _requirement_path(record: JobProfile, competency: str) -> tuple[str | int, ...]:
    for index, requirement in enumerate(record.requirements):
        if requirement.competency == competency:
            return ("requirements", index, "level")
    return ("based_on",)


def _shown(level: int | None) -> str:
    return "—" if level is None else str(level)
