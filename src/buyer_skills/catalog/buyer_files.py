"""A buyer's file, in YAML or JSON, into a checked :class:`Buyer`."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.practices import is_training_id
from buyer_skills.catalog.raw_records import version_issues
from buyer_skills.catalog.shapes import found_words, place_of, shape_issues, shown, unknown_keys
from buyer_skills.issues import Issue, has_errors, in_order, issue, nearest
from buyer_skills.sources.strict_yaml import read_yaml
from buyer_skills.sources.tree import YamlMapping, YamlSequence

TOP_LEVEL = 4
"""The highest level of the scale."""


def read_buyer(source: Path | bytes, name: str, catalog: Catalog) -> tuple[Buyer | None, tuple[Issue, ...]]:
    """Read a buyer and check what the file refers to against the catalogue.

    Args:
        source: the file, or its bytes (standard input).
        name: how readers know the file.
        catalog: the catalogue whose competencies and trainings it may name.

    Returns:
        The buyer, or None when there is an error, and every issue sorted by place.
    """
    tree, found = read_yaml(source, name)
    issues = list(found)
    buyer: Buyer | None = None
    if tree is not None:
        issues += _unknown_competencies(tree, catalog)
        issues += _level_issues(tree, catalog)
        issues += _completed_issues(tree, catalog)
        issues += version_issues(tree)
        refused = {one.place for one in issues}
        try:
            buyer = Buyer.model_validate(tree)
        except ValidationError as error:
            issues += [one for one in shape_issues(error, Buyer, tree) if one.place not in refused]
    if buyer is None or has_errors(issues):
        return None, in_order(issues)
    return _as_read(buyer, catalog), in_order(issues)


def _unknown_competencies(tree: YamlMapping, catalog: Catalog) -> Iterator[Issue]:
    levels = tree.get("levels")
    if isinstance(levels, YamlMapping):
        yield from unknown_keys(levels, catalog.competencies, "B101")


def _level_issues(tree: YamlMapping, catalog: Catalog) -> Iterator[Issue]:
    """Yield the levels that are no whole number, and those above the scale of a way of being."""
    levels = tree.get("levels")
    if not isinstance(levels, YamlMapping):
        return
    for identifier, level in levels.items():
        competency = catalog.competencies.get(identifier)
        if level is None or competency is None:
            continue
        top = competency.reads(TOP_LEVEL)
        place = place_of(tree, ("levels", identifier))
        if not isinstance(level, int) or isinstance(level, bool):
            yield issue("B104", place, top=top, found=found_words(level))
        elif top < level <= TOP_LEVEL:
            yield issue("B202", place, found=level, top=top)


def _as_read(buyer: Buyer, catalog: Catalog) -> Buyer:
    """Return the buyer with each way of being within its three levels."""
    levels = {name: catalog.competencies[name].reads(level) for name, level in buyer.levels.items()}
    return buyer if levels == buyer.levels else buyer.model_copy(update={"levels": levels})


def _completed_issues(tree: YamlMapping, catalog: Catalog) -> Iterator[Issue]:
    completed = tree.get("completed")
    if not isinstance(completed, YamlSequence):
        return
    seen: set[str] = set()
    for index, found in enumerate(completed):
        if not isinstance(found, str):
            continue
        place = place_of(tree, ("completed", index))
        if not is_training_id(catalog, found):
            yield issue("B103", place, found=shown(found), nearest=nearest(found, catalog.trainings))
        elif found in seen:
            yield issue("B201", place, found=found)
        seen.add(found)
