"""Records that lead back to themselves."""

from collections.abc import Iterator, Mapping, Sequence

from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.issues import Issue


def check_required_trainings_cycle(context: CheckContext) -> Iterator[Issue]:
    """T105: a training requires itself, directly or through others."""
    links = {record.id: record.requires.trainings for record in context.written.trainings.values()}
    for cycle in cycles(links):
        record = context.written.trainings[cycle[0]]
        yield context.issue("T105", "trainings", record, "requires", "trainings", cycle=_shown(cycle))


def check_parts_cycle(context: CheckContext) -> Iterator[Issue]:
    """T110: an itinerary is part of itself, directly or through others."""
    links = {record.id: record.parts for record in context.written.trainings.values()}
    for cycle in cycles(links):
        record = context.written.trainings[cycle[0]]
        yield context.issue("T110", "trainings", record, "parts", cycle=_shown(cycle))


def check_broader_cycle(context: CheckContext) -> Iterator[Issue]:
    """C105: a competency is a finer part of itself, directly or through others."""
    links = {
        record.id: (record.broader,) if record.broader else ()
        for record in context.written.competencies.values()
    }
    for cycle in cycles(links):
        record = context.written.competencies[cycle[0]]
        yield context.issue("C105", "competencies", record, "broader", cycle=_shown(cycle))


def check_based_on_cycle(context: CheckContext) -> Iterator[Issue]:
    """P107: a profile is based on itself, directly or through others."""
    links = {
        record.id: (record.based_on.profile,) if record.based_on else ()
        for record in context.written.profiles.values()
    }
    for cycle in cycles(links):
        record = context.written.profiles[cycle[0]]
        yield context.issue("P107", "profiles", record, "based_on", "profile", cycle=_shown(cycle))


def cycles(links: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield cycles, each from its smallest id.

    One depth-first walk, without recursion: the cost is linear in links, and a catalogue with a cycle always
    yields at least one.

    >>> list(cycles({"a": ["b"], "b": ["a"], "c": ["c"]}))
    [('a', 'b'), ('c',)]
    """
    finished: set[str] = set()
    for start in sorted(links):
        if start in finished:
            continue
        trail: list[str] = [start]
        on_trail = {start}
        waiting = [iter(sorted(links[start]))]
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                done = trail.pop()
                on_trail.discard(done)
                finished.add(done)
            elif following in on_trail:
                yield _from_smallest(trail[trail.index(following) :])
            elif following in links and following not in finished:
                trail.append(following)
                on_trail.add(following)
                waiting.append(iter(sorted(links[following])))


def _from_smallest(cycle: Sequence[str]) -> tuple[str, ...]:
    first = cycle.index(min(cycle))
    return (*cycle[first:], *cycle[:first])


def _shown(cycle: Sequence[str]) -> str:
    return " → ".join((*cycle, cycle[0]))
