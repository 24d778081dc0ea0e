"""Needs files, in YAML or JSON, into checked lines; several files add up."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.departements import DEPARTEMENTS, departement_code
from buyer_skills.catalog.needs import Need, NeedsFile
from buyer_skills.catalog.persons import names_someone
from buyer_skills.catalog.raw_records import version_issues
from buyer_skills.catalog.shapes import place_of, shape_issues, shown, unknown_keys
from buyer_skills.issues import Issue, Place, has_errors, in_order, issue, nearest
from buyer_skills.sources.strict_yaml import read_yaml
from buyer_skills.sources.tree import YamlMapping, YamlSequence

_WORD = re.compile(r"[a-z]+")

PERSON_WORDS = frozenset(
    _WORD.findall(
        """
        nom noms prenom prenoms patronyme civilite agent agents agente personne personnes titulaire
        interlocuteur interlocutrice contact email mail mel courriel adresse tel telephone portable
        matricule naissance age sexe
        first last given firstname lastname surname forename fullname person people employee employees staff
        phone mobile birth birthdate gender
        """
    )
)
"""Words of a key, without accents, that announce a person."""


def read_needs(
    sources: Iterable[tuple[Path | bytes, str]], catalog: Catalog
) -> tuple[tuple[Need, ...] | None, tuple[Issue, ...]]:
    """Read needs files as one and check what they refer to against the catalogue.

    Args:
        sources: each file, or its bytes, with the name readers know it by.
        catalog: the catalogue whose profiles and competencies they may name.

    Returns:
        The lines of all files in their order, or None when there is an error, and every issue by place.
    """
    needs: list[Need] = []
    issues: list[Issue] = []
    first_of: dict[tuple[str, ...], Place] = {}
    for source, name in sources:
        tree, found = read_yaml(source, name)
        issues += found
        if tree is None:
            continue
        lines, said = _read_file(tree, catalog)
        issues += said
        if lines is not None:
            needs += lines
            issues += _written_twice(tree, lines, first_of)
    return (None if has_errors(issues) else tuple(needs)), in_order(issues)


def _read_file(tree: YamlMapping, catalog: Catalog) -> tuple[tuple[Need, ...] | None, list[Issue]]:
    """Return the lines of a file, None when they cannot be read, and what is wrong with them."""
    issues = [*version_issues(tree), *_person_keys(tree)]
    lines = tree.get("needs")
    if isinstance(lines, YamlSequence):
        if not lines:
            issues.append(issue("E106", place_of(tree, ("needs",))))
        for index, line in enumerate(lines):
            if isinstance(line, YamlMapping):
                issues += _person_keys(line)
                issues += _unknown_ids(tree, index, line, catalog)
                issues += _people_named(tree, index, line)
    refused = {one.place for one in issues}
    try:
        file = NeedsFile.model_validate(tree)
    except ValidationError as error:
        said = [one for one in shape_issues(error, NeedsFile, tree) if one.place not in refused]
        return None, issues + said
    for index, need in enumerate(file.needs):
        issues += _unlikely(tree, index, need, catalog)
    return file.needs, issues


def _person_keys(line: YamlMapping) -> Iterator[Issue]:
    """Yield an issue for each key that announces a person: such data is no part of a need."""
    for key in line:
        if PERSON_WORDS.intersection(_WORD.findall(_plain(key))):
            yield issue("E101", line.key_place(key), found=shown(key))


def _plain(text: str) -> str:
    """Return ``text`` in lower case without accents, camel case cut into words."""
    cut = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFD", text))
    return "".join(letter for letter in cut if not unicodedata.combining(letter)).lower()


def _unknown_ids(tree: YamlMapping, index: int, line: YamlMapping, catalog: Catalog) -> Iterator[Issue]:
    profile = line.get("profile")
    if isinstance(profile, str) and profile not in catalog.profiles:
        place = place_of(tree, ("needs", index, "profile"))
        yield issue("E102", place, found=shown(profile), nearest=nearest(profile, catalog.profiles))
    levels = line.get("levels")
    if isinstance(levels, YamlMapping):
        yield from unknown_keys(levels, catalog.competencies, "E103")
    departement = departement_code(line.get("departement"))
    if isinstance(departement, str) and departement not in DEPARTEMENTS:
        place = place_of(tree, ("needs", index, "departement"))
        yield issue("E105", place, found=shown(line["departement"]))


def _people_named(tree: YamlMapping, index: int, line: YamlMapping) -> Iterator[Issue]:
    """Yield an issue when a name of an employer is that of a person, or an address."""
    name = line.get("name")
    if isinstance(name, str) and names_someone(name):
        yield issue("E107", place_of(tree, ("needs", index, "name")), found=shown(name))


def _unlikely(tree: YamlMapping, index: int, need: Need, catalog: Catalog) -> Iterator[Issue]:
    """Yield what is readable but changes nothing, or is likely to be a slip."""
    profile = catalog.profiles.get(need.profile)
    if profile is None:
        return
    if profile.employers and need.employer not in profile.employers:
        place = place_of(tree, ("needs", index, "employer"))
        yield issue("E202", place, found=need.employer, profile=profile.id, known=profile.employers)
    for competency in need.levels:
        if competency in catalog.competencies and not profile.level_of(competency):
            place = place_of(tree, ("needs", index, "levels", competency), key=True)
            yield issue("E203", place, found=competency, profile=profile.id)


def _written_twice(
    tree: YamlMapping, lines: Iterable[Need], first_of: dict[tuple[str, ...], Place]
) -> Iterator[Issue]:
    """Yield a warning for a line that another one, of any file, already says: both are counted."""
    for index, need in enumerate(lines):
        key = (need.name.casefold(), need.employer, need.departement, need.profile)
        place = place_of(tree, ("needs", index))
        if key in first_of:
            yield issue("E201", place, name=need.name, profile=need.profile, first=str(first_of[key]))
        else:
            first_of[key] = place
