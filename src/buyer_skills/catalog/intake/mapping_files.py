"""Mapping files, in YAML or JSON, into checked mappings; against the spreadsheet they are of, when given."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from buyer_skills.catalog.intake.mapping import COLUMN_FIELDS, IGNORED, REPEATED, TableMapping, field_words
from buyer_skills.catalog.intake.table_layout import HeadedTable, heading_key, located_table
from buyer_skills.catalog.raw_records import version_issues
from buyer_skills.catalog.regions import BEYOND_REGIONS, REGIONS
from buyer_skills.catalog.shapes import place_of, shape_issues, shown
from buyer_skills.issues import Issue, has_errors, in_order, issue, nearest
from buyer_skills.sources.strict_yaml import read_yaml
from buyer_skills.sources.tree import YamlMapping

_PLACED_BY = {"I126": "sheet", "I127": "heading_row"}
"""The key of the mapping that an issue of the spreadsheet is of."""


def read_mapping(
    source: Path | bytes, name: str, table: tuple[Path, str] | None = None
) -> tuple[TableMapping | None, tuple[Issue, ...]]:
    """Read a mapping and check it, with each issue where it is written.

    Args:
        source: the file, or its bytes.
        name: how readers know it.
        table: the spreadsheet it is of and how readers know it, to check that what it names is there.

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
            issues += [one for one in shape_issues(error, TableMapping, tree) if one.place not in refused]
        else:
            issues += _issues_of_columns(tree, mapping)
            issues += _unknown_regions(tree, mapping)
            if table is not None:
                issues += _issues_with_table(tree, mapping, table)
    return (None if has_errors(issues) else mapping), in_order(issues)


def missing_headings(table: HeadedTable, mapping: TableMapping) -> Iterator[tuple[str, str]]:
    """Yield the headings of a mapping that the table does not have, each with what it was to hold."""
    for heading, field in mapping.columns.items():
        if field != IGNORED and table.column_of(heading) is None:
            yield heading, field


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
    for heading, field in missing_headings(found, mapping):
        place = place_of(tree, ("columns", heading), key=True)
        yield issue(
            "I128",
            place,
            found=shown(heading),
            field=field_words(field),
            nearest=_nearest(heading, headings),
        )


def _nearest(heading: str, headings: list[str]) -> object:
    """Return the words that offer the heading of the file closest to one, whatever the capitals."""
    by_key = {heading_key(one): one for one in headings}
    close = nearest(heading_key(heading), by_key)
    return close if isinstance(close, str) else nearest(by_key[str(close.parameters["name"])], headings)


__all__ = ["COLUMN_FIELDS", "missing_headings", "read_mapping"]
