"""Mapping files, in YAML or JSON, into checked mappings; against the spreadsheet they are of, when given."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.intake.mapping import COLUMN_FIELDS, IGNORED, REPEATED, TableMapping, field_words
from buyer_skills.catalog.intake.mapping_words import field_for_word, plain_heading
from buyer_skills.catalog.intake.table_layout import HeadedTable, heading_key, located_table
from buyer_skills.catalog.raw_records import version_issues
from buyer_skills.catalog.regions import BEYOND_REGIONS, REGIONS
from buyer_skills.catalog.shapes import place_of, shape_issues, shown
from buyer_skills.issues import Issue, has_errors, in_order, issue, nearest
from buyer_skills.messages import Message
from buyer_skills.sources.strict_yaml import read_yaml
from buyer_skills.sources.tree import YamlMapping

_PLACED_BY = {"I126": "sheet", "I127": "heading_row"}
"""The key of the mapping that an issue of the spreadsheet is of."""

_NEAR_NAME = 0.75
"""How near a name is, 0 to 1, to that of a known body, to be a likely slip."""

_BRACKETS = re.compile(r"[()]")
_LEGAL_FORMS = frozenset(["sa", "sas", "sasu", "sarl", "eurl", "scop", "association", "gip", "epic"])


def read_mapping(
    source: Path | bytes,
    name: str,
    table: tuple[Path, str] | None = None,
    catalog: Catalog | None = None,
) -> tuple[TableMapping | None, tuple[Issue, ...]]:
    """Read a mapping and check it, with each issue where it is written.

    Args:
        source: the file, or its bytes.
        name: how readers know it.
        table: the spreadsheet it is of and how readers know it, to check that what it names is there.
        catalog: the catalogue whose bodies `provider` may be misspelt of.

    Returns:
        The mapping, or None when there is an error, and every issue by place.
    """
    tree, found = read_yaml(source, name)
    issues = list(found)
    mapping: TableMapping | None = None
    if tree is not None:
        issues += version_issues(tree)
        refused = {one.place for one in issues}
        try:
            mapping = TableMapping.model_validate(tree)
        except ValidationError as error:
            found = tuple(shape_issues(error, TableMapping, tree))
            issues += [_with_our_field(one) for one in found if one.place not in refused]
        else:
            issues += _issues_of_columns(tree, mapping)
            issues += _unknown_regions(tree, mapping)
            if catalog is not None:
                issues += _unknown_provider(tree, mapping, catalog)
            if table is not None:
                issues += _issues_with_table(tree, mapping, table)
    return (None if has_errors(issues) else mapping), in_order(issues)


def missing_headings(table: HeadedTable, mapping: TableMapping) -> Iterator[tuple[str, str]]:
    """Yield the headings of a mapping that the table does not have, each with what it was to hold."""
    for heading, field in mapping.columns.items():
        if field != IGNORED and table.column_of(heading) is None:
            yield heading, field


def _with_our_field(found: Issue) -> Issue:
    """Offer the field that the word of a column means in French, where that is what is wrong."""
    said = found.message.parameters
    if found.code != "D106" or said["known"] != COLUMN_FIELDS:
        return found
    field = field_for_word(str(said["found"]))
    close = Message("issues.nearest", {"name": field}) if field else ""
    return issue("D106", found.place, **{**said, "nearest": close})


def _unknown_provider(tree: YamlMapping, mapping: TableMapping, catalog: Catalog) -> Iterator[Issue]:
    """Yield a body that is none of the catalogue and nearly is: a slip would make it a new one."""
    if mapping.provider is None:
        return
    bodies = sorted(catalog.providers.items())
    # What stands in brackets may be the body that one is part of, whose own id comes last and wins.
    names = {_name_key(part): id_ for id_, one in bodies for part in _BRACKETS.split(one.title.fr)}
    names |= {_name_key(one.title.fr): id_ for id_, one in bodies}
    names |= {_name_key(id_): id_ for id_, _ in bodies}
    found = _name_key(mapping.provider)
    close = [] if found in names else get_close_matches(found, names, n=1, cutoff=_NEAR_NAME)
    if close:
        named = Message("issues.nearest", {"name": names[close[0]]})
        yield issue("I232", tree.value_place("provider"), found=shown(mapping.provider), nearest=named)


def _name_key(name: str) -> str:
    """Return the words of a body's name, without its legal form."""
    return " ".join(one for one in plain_heading(name).split() if one not in _LEGAL_FORMS)


def _issues_of_columns(tree: YamlMapping, mapping: TableMapping) -> Iterator[Issue]:
    place = tree.value_place("columns")
    fields = list(mapping.columns.values())
    if "title" not in fields:
        yield issue("I121", tree.key_place("columns"))
    if "provider" not in fields and mapping.provider is None:
        yield issue("I124", tree.key_place("columns"))
    first: dict[str, str] = {}
    for heading, field in mapping.columns.items():
        if field in REPEATED:
            continue
        if field in first:
            place = place_of(tree, ("columns", heading), key=True)
            yield issue(
                "I122",
                place,
                found=shown(heading),
                field=field_words(field),
                first=shown(first[field]),
            )
        first.setdefault(field, heading)


def _unknown_regions(tree: YamlMapping, mapping: TableMapping) -> Iterator[Issue]:
    known = REGIONS | BEYOND_REGIONS
    for word, region in mapping.values.region.items():
        if region not in known:
            place = place_of(tree, ("values", "region", word))
            yield issue("I125", place, found=region, nearest=nearest(region, known))


def _issues_with_table(tree: YamlMapping, mapping: TableMapping, table: tuple[Path, str]) -> Iterator[Issue]:
    """Yield what the mapping names and the spreadsheet does not have."""
    found, issues = located_table(*table, mapping)
    for one in issues:
        key = _PLACED_BY.get(one.code)
        if key is not None:
            yield issue(one.code, tree.value_place(key), **one.message.parameters)
        elif one.severity == "error":
            yield one
    if found is None:
        return
    headings = list(found.headings.by_column.values())
    described = {heading_key(one) for one in mapping.columns}
    # A column that was renamed is most likely one of those that the mapping does not describe.
    others = [one for one in headings if heading_key(one) not in described]
    for heading, field in missing_headings(found, mapping):
        place = place_of(tree, ("columns", heading), key=True)
        yield issue(
            "I128",
            place,
            found=shown(heading),
            field=field_words(field),
            nearest=_nearest(heading, others) or _nearest(heading, headings),
            others=Message("issues.I128.others", {"headings": tuple(map(shown, others))}) if others else "",
        )


def _nearest(heading: str, headings: list[str]) -> object:
    """Return the words that offer the heading of the file closest to one, whatever the capitals."""
    by_key = {heading_key(one): one for one in headings}
    close = nearest(heading_key(heading), by_key)
    return close if isinstance(close, str) else nearest(by_key[str(close.parameters["name"])], headings)


__all__ = ["COLUMN_FIELDS", "missing_headings", "read_mapping"]
