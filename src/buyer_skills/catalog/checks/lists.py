"""Competencies, headings, providers and sources: what is idle, doubled or bare."""

from collections.abc import Iterator

from buyer_skills.catalog.catalog import GROUPS
from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.issues import Issue

_HEADING_USES = {
    "areas": (("competencies", "area"),),
    "phases": (("competencies", "phase"), ("activities", "phase")),
    "roles": (("competencies", "roles"),),
    "themes": (("competencies", "themes"), ("trainings", "themes"), ("profiles", "themes")),
}
"""Which records use each list of headings, and by which field."""


_NAMES = (("C203", "competencies", "title"), ("O202", "providers", "title"), ("S204", "sources", "url"))
"""What must differ from one record of a group to the next, and the code when it does not."""


def check_links_once(context: CheckContext) -> Iterator[Issue]:
    """C201: a competency or profile is linked twice to the same outside item."""
    for group in ("competencies", "profiles"):
        for record in getattr(context.written, group).values():
            seen: set[tuple[str, str | None]] = set()
            for index, link in enumerate(record.links):
                item = (link.framework, link.code or link.uri or link.label)
                if item in seen:
                    yield context.issue(
                        "C201", group, record, "links", index, found=" ".join(filter(None, item))
                    )
                seen.add(item)


def check_links_say_something(context: CheckContext) -> Iterator[Issue]:
    """C202: a link names a framework and no item of it."""
    for group in ("competencies", "profiles"):
        for record in getattr(context.written, group).values():
            for index, link in enumerate(record.links):
                if not (link.code or link.label or link.uri):
                    yield context.issue("C202", group, record, "links", index, found=link.framework)


def check_headings_used(context: CheckContext) -> Iterator[Issue]:
    """G302: an area, phase, role or theme is used by no record."""
    if not context.is_whole:
        return
    for group, uses in _HEADING_USES.items():
        used: set[str] = set()
        for users, name in uses:
            for record in getattr(context.written, users).values():
                value = getattr(record, name)
                used.update(value if isinstance(value, tuple) else (value,))
        for heading in getattr(context.written, group).values():
            if heading.id not in used | context.set_aside:
                yield context.issue("G302", group, heading, "id", found=heading.id)


def check_providers_offer(context: CheckContext) -> Iterator[Issue]:
    """O201: a provider has no training."""
    if not context.is_whole:
        return
    used = {record.provider for record in context.written.trainings.values()}
    for record in context.written.providers.values():
        if record.id not in used | context.set_aside:
            yield context.issue("O201", "providers", record, "id", found=record.id)


def check_sources_used(context: CheckContext) -> Iterator[Issue]:
    """S201: no record rests on a source."""
    if not context.is_whole:
        return
    used = {
        one for group in GROUPS for record in getattr(context.written, group).values() for one in record.cited
    }
    for record in context.written.sources.values():
        if record.id not in used | context.set_aside:
            yield context.issue("S201", "sources", record, "id", found=record.id)


def check_names_differ(context: CheckContext) -> Iterator[Issue]:
    """C203, O202, S204: two competencies or providers have one title, or two sources one address."""
    for code, group, key in _NAMES:
        first_of: dict[str, str] = {}
        for record in sorted(getattr(context.written, group).values(), key=lambda one: one.id):
            name = record.url if key == "url" else " ".join(record.title.fr.casefold().split())
            if name is None:
                continue
            if name in first_of:
                shown = record.url if key == "url" else record.title.fr
                yield context.issue(code, group, record, key, found=shown, first=first_of[name])
            first_of.setdefault(name, record.id)


def check_sources_published(context: CheckContext) -> Iterator[Issue]:
    """S202: a source does not name its publisher."""
    for record in context.written.sources.values():
        if record.publisher is None:
            yield context.issue("S202", "sources", record, "id")


def check_sources_dated(context: CheckContext) -> Iterator[Issue]:
    """S203: a source has an address, and nothing says when it was seen there."""
    for record in context.written.sources.values():
        if record.url is not None and record.seen is None:
            yield context.issue("S203", "sources", record, "id")
