"""Texts: words cut by a middle dot, translations, sources and regions left out or misspelt."""

import re
from collections.abc import Iterator

from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.catalog.regions import BEYOND_REGIONS, REGIONS
from buyer_skills.catalog.shapes import shown
from buyer_skills.issues import Issue, nearest
from buyer_skills.sources.tree import SourceText, YamlMapping, YamlSequence

_MIDDLE_DOTS = "·•‧∙⋅・"
_CUT_WORD = re.compile(rf"\w+[{_MIDDLE_DOTS}]\w[\w{_MIDDLE_DOTS}]*")
_TRANSLATED = (
    "areas",
    "phases",
    "roles",
    "themes",
    "competencies",
    "profiles",
    "named_gaps",
    "activities",
    "set_ups",
    "glossary",
    "acronyms",
)
_SOURCED = (
    "competencies",
    "trainings",
    "profiles",
    "providers",
    "rules",
    "statuts",
    "named_gaps",
    "glossary",
)


def check_no_middle_dot(context: CheckContext) -> Iterator[Issue]:
    """G202: a word is cut by a middle dot, which screen readers stumble on."""
    has_dots: dict[SourceText, bool] = {}
    for group, identifier, tree in context.places.trees():
        sources = {tree.source, *(lender.source for lender in tree.borrowed.values())}
        for source in sources - has_dots.keys():
            has_dots[source] = any(dot in source.text for dot in _MIDDLE_DOTS)
        if not any(has_dots[source] for source in sources):
            continue
        record = getattr(context.written, group).get(identifier)
        for path, text in _texts(tree):
            cut = _CUT_WORD.search(text)
            if cut and record is not None:
                yield context.issue("G202", group, record, *path, found=cut[0])


def check_sourced(context: CheckContext) -> Iterator[Issue]:
    """G204: a record rests on no source. Practice that any employer can set up needs none."""
    for group in _SOURCED:
        for record in getattr(context.written, group).values():
            is_generic = getattr(record, "evidence", None) == "generic"
            is_local = getattr(record, "kind", None) == "local"
            if not record.sources and not is_generic and not is_local:
                yield context.issue("G204", group, record, "id", found=record.id)


def check_translated(context: CheckContext) -> Iterator[Issue]:
    """G205: a title, a description or an acronym has no English. An employer's own profile may do without."""
    for group in _TRANSLATED:
        for record in getattr(context.written, group).values():
            if getattr(record, "kind", None) == "local":
                continue
            for key in ("title", "description", "long"):
                text = getattr(record, key, None)
                if text is not None and text.en is None:
                    yield context.issue("G205", group, record, key, key=False, found=shown(str(text.fr)))


def check_regions_named(context: CheckContext) -> Iterator[Issue]:
    """G208: a region is not one of France's; filters by region would miss it."""
    for group in ("trainings", "providers"):
        for record in getattr(context.written, group).values():
            found = record.region
            if found is not None and found not in REGIONS | BEYOND_REGIONS:
                close = nearest(found, REGIONS | BEYOND_REGIONS)
                yield context.issue("G208", group, record, "region", found=found, nearest=close)


def _texts(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, YamlMapping):
        for key, value in node.items():
            yield from _texts(value, (*path, key))
    elif isinstance(node, YamlSequence):
        for index, value in enumerate(node):
            yield from _texts(value, (*path, index))
