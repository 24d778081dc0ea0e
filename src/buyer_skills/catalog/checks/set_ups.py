"""Set-ups: activities, actors and profiles that are there, and one who does each activity."""

from collections import Counter
from collections.abc import Iterator

from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.issues import Issue, nearest


def check_activities_placed(context: CheckContext) -> Iterator[Issue]:
    """U104: an activity belongs to a phase that is not in the list."""
    for record in context.written.activities.values():
        if one := context.unknown("U104", "activities", record, "phase", found=record.phase, among="phases"):
            yield one


def check_set_ups_named(context: CheckContext) -> Iterator[Issue]:
    """U101, U102, U103: a set-up names an activity, an actor or a profile that is not there."""
    group = "set_ups"
    for record in context.written.set_ups.values():
        actors = {actor.id for actor in record.actors}
        for index, actor in enumerate(record.actors):
            for position, found in enumerate(actor.profiles):
                path = ("actors", index, "profiles", position)
                if one := context.unknown("U103", group, record, *path, found=found, among="profiles"):
                    yield one
        for index, allocation in enumerate(record.allocations):
            found = allocation.activity
            if one := context.unknown(
                "U101", group, record, "allocations", index, "activity", found=found, among="activities"
            ):
                yield one
            for actor_id in allocation.parts:
                if actor_id not in actors:
                    place = ("allocations", index, "parts", actor_id)
                    close = nearest(actor_id, actors)
                    yield context.issue(
                        "U102", group, record, *place, key=True, found=actor_id, nearest=close
                    )


def check_set_ups_once(context: CheckContext) -> Iterator[Issue]:
    """U105: a set-up has two actors of one id, or shares out an activity twice."""
    for record in context.written.set_ups.values():
        lines = (("actors", "id"), ("allocations", "activity"))
        for key, name in lines:
            seen: set[str] = set()
            for index, line in enumerate(getattr(record, key)):
                found = getattr(line, name)
                if found in seen:
                    yield context.issue("U105", "set_ups", record, key, index, name, found=found)
                seen.add(found)


def check_someone_does(context: CheckContext) -> Iterator[Issue]:
    """U201: an activity is done by nobody or by several, and no note says why."""
    for record in context.written.set_ups.values():
        for index, allocation in enumerate(record.allocations):
            count = Counter(allocation.parts.values())["fait"]
            if count != 1 and allocation.note is None:
                path = ("allocations", index, "parts")
                found = allocation.activity
                yield context.issue("U201", "set_ups", record, *path, found=found, count=count)
