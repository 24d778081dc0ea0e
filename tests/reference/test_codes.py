"""No code is invented: every one in the bundled catalogue is in a list of codes seen, with their source."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.competencies import Competency, Link
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.sources.strict_yaml import read_yaml_file

SEEN = Path(__file__).parent / "codes.yaml"


@cache
def seen(part: str) -> tuple[dict[str, Any], ...]:
    tree, issues = read_yaml_file(SEEN, SEEN.name)
    assert not issues
    assert tree is not None
    return tuple(dict(line) for line in tree[part])


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


def linked(catalog: Catalog) -> Iterator[tuple[Competency | JobProfile, Link]]:
    for record in (*catalog.competencies.values(), *catalog.profiles.values()):
        for link in record.links:
            yield record, link


def test_every_code_of_a_repertory_was_seen_under_that_label(bundled: Catalog) -> None:
    known = {(line["framework"], line["code"], line["label"]) for line in seen("links")}
    unknown = [
        (record.id, link.framework, link.code, link.label)
        for record, link in linked(bundled)
        if link.code and (link.framework, link.code, link.label) not in known
    ]
    assert not unknown


def test_every_address_of_a_repertory_was_seen_for_that_code(bundled: Catalog) -> None:
    known = {(line["code"], line.get("uri")) for line in seen("links")}
    unknown = [
        (record.id, link.code, link.uri)
        for record, link in linked(bundled)
        if link.uri and (link.code, link.uri) not in known
    ]
    assert not unknown


def test_a_record_names_the_source_of_each_of_its_codes(bundled: Catalog) -> None:
    sources: dict[tuple[str, str], set[str]] = {}
    for line in seen("links"):
        sources.setdefault((line["framework"], line["code"]), set()).add(line["source"])
    silent = [
        (record.id, link.framework, link.code)
        for record, link in linked(bundled)
        if link.code and not sources[link.framework, link.code] & set(record.sources)
    ]
    assert not silent


def test_every_code_of_a_training_was_seen_at_its_address_or_at_that_of_one_of_its_sources(
    bundled: Catalog,
) -> None:
    known = {(line["code"], line["url"] or None) for line in seen("trainings")}
    unknown = []
    for training in bundled.trainings.values():
        addresses = {training.url, *(bundled.sources[source].url for source in training.sources)}
        if training.code and not {(training.code, address) for address in addresses} & known:
            unknown.append((training.id, training.code))
    assert not unknown


def test_the_thirty_competences_of_procurcompeu_are_all_there(bundled: Catalog) -> None:
    numbers = [
        link.code
        for competency in bundled.competencies.values()
        for link in competency.links
        if link.framework == "ProcurCompEU" and link.relation in {"exact", "close"}
    ]
    named = {str(number) for number in range(1, 31)}
    assert named <= set(numbers)


def test_every_source_of_a_code_is_in_the_catalogue(bundled: Catalog) -> None:
    assert {line["source"] for line in seen("links")} <= bundled.sources.keys()
