"""What the bundled catalogue promises its readers, whoever adds to it next."""

import re

import pytest

from buyer_skills.analyses.catalogue_measures import is_described
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.catalog.profiles import JobProfile


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


def of_kind(catalog: Catalog, kind: str) -> list[JobProfile]:
    return [profile for profile in catalog.profiles.values() if profile.kind == kind]


def test_a_framework_that_can_be_discussed_in_a_workshop(bundled: Catalog) -> None:
    soft = [one for one in bundled.competencies.values() if one.kind == "savoir-etre"]
    assert len(bundled.areas) == 9
    assert 60 <= len(bundled.competencies) <= 70
    assert 12 <= len(soft) <= 14
    assert not [one.id for one in soft if not 2 <= len(one.behaviours) <= 3 or one.counter_example is None]


def test_a_way_of_being_claims_a_procurcompeu_competence_only_where_it_is_the_same(bundled: Catalog) -> None:
    links = {
        (one.id, link.relation)
        for one in bundled.competencies.values()
        if one.kind == "savoir-etre"
        for link in one.links
        if link.framework == "ProcurCompEU"
    }
    assert links == {
        ("adaptabilite", "close"),
        ("cooperation", "close"),
        ("esprit-critique", "exact"),
        ("ethique-conformite", "exact"),
    }


def test_what_is_known_by_its_theme_alone_teaches_level_1_at_most(bundled: Catalog) -> None:
    themes = [one for one in bundled.trainings.values() if one.basis == "theme" and one.kind != "practice"]
    assert len(themes) > 10
    assert not [one.id for one in themes if any(outcome.to_level > 1 for outcome in one.taught)]


def test_each_competency_is_whole(bundled: Catalog) -> None:
    competencies = bundled.competencies.values()
    assert not [one.id for one in competencies if not is_described(one)]
    assert not [
        one.id for one in competencies if not all(2 <= len(level.descriptors) <= 3 for level in one.levels)
    ]
    assert not [one.id for one in competencies if not (one.description and one.situation and one.ai)]


def test_no_sentence_is_used_for_two_levels_or_two_competencies(bundled: Catalog) -> None:
    texts = [
        descriptor.fr
        for one in bundled.competencies.values()
        for level in one.levels
        for descriptor in level.descriptors
    ]
    assert len(texts) == len(set(texts))


def test_a_use_of_ai_that_is_announced_names_its_source(bundled: Catalog) -> None:
    announced = [one for one in bundled.competencies.values() if one.ai and one.ai.use_case]
    assert announced
    assert not [one.id for one in announced if one.ai and not one.ai.sources]


def test_standard_profiles_are_whole(bundled: Catalog) -> None:
    standard = of_kind(bundled, "standard")
    assert len(standard) >= 18
    for profile in standard:
        indispensable = [one for one in profile.requirements if one.importance == 3]
        assert 12 <= len(profile.requirements) <= 18, profile.id
        assert 3 <= len(indispensable) <= 5, profile.id
        assert profile.missions, profile.id
        assert 5 <= len(profile.activities) <= 10, profile.id
        assert profile.relations, profile.id
        assert profile.indicators, profile.id
        assert profile.situations, profile.id
        assert profile.based_on, profile.id
        assert profile.statut, profile.id


def test_volets_say_what_to_hold_and_what_to_find(bundled: Catalog) -> None:
    volets = of_kind(bundled, "volet")
    assert len(volets) == 5
    for profile in volets:
        assert 6 <= len(profile.requirements) <= 12, profile.id
        assert max(one.level for one in profile.requirements) <= 2, profile.id
        assert profile.share_of_job, profile.id
        assert profile.hold_oneself, profile.id
        assert profile.find_elsewhere, profile.id


def test_a_course_is_never_said_to_teach_more_than_it_can(bundled: Catalog) -> None:
    trainings = [one for one in bundled.trainings.values() if one.kind != "practice"]
    assert not [one.id for one in trainings for outcome in one.taught if outcome.to_level > 3]
    assert not [
        one.id
        for one in trainings
        for outcome in one.taught
        if one.kind in {"course", "webinar", "workshop", "mooc", "e-learning"}
        and (outcome.to_level > 2 or outcome.to_level - outcome.from_level > 1)
    ]
    assert not [one.id for one in trainings if one.kind == "degree" and one.basis == "titre" and one.taught]


def test_every_activity_is_shared_out_in_every_set_up(bundled: Catalog) -> None:
    assert len(bundled.set_ups) == 4
    for set_up in bundled.set_ups.values():
        assert [one.activity for one in set_up.allocations] == list(bundled.activities), set_up.id


def test_no_way_of_being_is_told_by_a_number(bundled: Catalog) -> None:
    soft = [one for one in bundled.competencies.values() if one.kind == "savoir-etre"]
    rated = re.compile(r"\bniveau \d|\d/\d|\d ?%")
    assert not [
        (one.id, text.fr)
        for one in soft
        for level in one.levels
        for text in level.descriptors
        if rated.search(text.fr)
    ]
