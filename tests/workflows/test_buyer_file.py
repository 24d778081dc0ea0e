"""The buyer file to fill in: it can be read as it is, and by a person without anything else."""

import re

import pytest
from builders import DAY, catalog

from buyer_skills.catalog.bundled import bundled_folder
from buyer_skills.catalog.buyer_files import read_buyer
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.workflows.buyer_file import WIDTH, buyer_file_text

SMALL = catalog(
    areas=[{"id": "passation", "title": "Passation"}, {"id": "vide", "title": "Vide"}],
    competencies=[
        {
            "id": "negociation",
            "title": {"fr": "Négociation", "en": "Negotiation"},
            "area": "passation",
            "description": {"fr": "Obtenir mieux, à deux.", "en": "Getting better terms, together."},
        },
        {"id": "ecoute", "title": "Écoute", "area": "passation", "kind": "savoir-etre"},
        {"id": "autre", "area": "vide"},
    ],
    profiles=[
        {
            "id": "acheteur",
            "title": {"fr": "Acheteuse / Acheteur", "en": "Buyer"},
            "requirements": {"negociation": 2, "ecoute": 1, "autre": 0},
        }
    ],
)
LEVELS = """\
levels:

  # --- Passation
  # Écoute (savoir-être)
  ecoute:
  # Négociation : Obtenir mieux, à deux.
  negociation:
"""


def test_levels_come_by_area_under_what_each_competency_means() -> None:
    text = small()
    assert text.endswith(LEVELS)
    assert "autre" not in text.partition("levels:")[2]


def test_it_says_the_scale_in_words_that_of_ways_of_being_apart() -> None:
    text = small()
    assert "#   2 : application (en autonomie dans le cas courant)\n" in text
    assert "#   0 : non acquis\n" in text
    assert "#   1 : présent, avec appui\n" in text
    assert "#   4 : présent" not in text


def test_it_says_that_it_is_personal_and_how_to_go_on() -> None:
    text = " ".join(line.removeprefix("# ") for line in small().splitlines())
    assert "puis : buyer-skills gap CE-FICHIER --profile acheteur" in text
    assert "Pas de nom : un pseudonyme suffit." in text


def test_every_line_is_short_and_every_comment_begins_with_a_sign() -> None:
    for line in small().splitlines():
        assert len(line) <= WIDTH
        assert not line or re.match(r"\s*# |[a-z_]+: ?|  [a-z-]+:$", line)


def test_it_is_in_the_language_asked_for() -> None:
    text = buyer_file_text(SkillGraph.of(SMALL, DAY), SMALL.profiles["acheteur"], "en")
    assert "# Negotiation: Getting better terms, together.\n" in text
    assert "Négociation" not in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_that_of_every_bundled_profile_reads_back_without_issue_nor_answer(language: str) -> None:
    records = load_catalog((bundled_folder(),), day=DAY)
    graph = SkillGraph.of(records, DAY)
    for profile in records.profiles.values():
        read, issues = read_buyer(buyer_file_text(graph, profile, language).encode(), "moi.yaml", records)
        assert issues == ()
        assert read is not None
        assert read.levels == {}


def small() -> str:
    return buyer_file_text(SkillGraph.of(SMALL, DAY), SMALL.profiles["acheteur"], "fr")
