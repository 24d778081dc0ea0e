"""Every text of the bundled catalogue is in both languages, but for names that stay in their own."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.fields import Bilingual, JobTitle
from buyer_skills.catalog.loading import load_catalog

IN_THEIR_LANGUAGE = {
    ("trainings", "title"),  # the name a training has where one enrols
    ("providers", "title"),  # the name of a body
    ("sources", "title"),  # the title of a page
    ("statuts", "title"),  # the name of a cadre d'emplois or corps, in French law
}
"""Texts that a reader needs as they are, whatever the language of the report."""


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


def test_every_text_is_in_both_languages(bundled: Catalog) -> None:
    missing = [
        f"{group}/{record.id}: {path}"
        for group, record in bundled.records()
        for path, text in texts(record)
        if text.en is None and (group, path.partition(".")[0]) not in IN_THEIR_LANGUAGE
    ]
    assert not missing


def test_a_translation_is_not_the_french_again(bundled: Catalog) -> None:
    same = [
        f"{group}/{record.id}: {path}"
        for group, record in bundled.records()
        for path, text in texts(record)
        if isinstance(text, Bilingual) and text.en == text.fr and len(text.fr.split()) > 5
    ]
    assert not same


def texts(node: object, path: str = "") -> Iterator[tuple[str, Bilingual | JobTitle]]:
    """Yield every text of a record that may be in two languages, with its path."""
    if isinstance(node, Bilingual | JobTitle):
        yield path, node
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from texts(getattr(node, name), f"{path}.{name}".lstrip("."))
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from texts(value, f"{path}.{name}")
    elif isinstance(node, tuple):
        for index, value in enumerate(node):
            yield from texts(value, f"{path}.{index}")
