"""Offers of outside files beside the trainings that are known."""

from collections.abc import Callable
from typing import Any

import pytest
from builders import DAY

from buyer_skills.analyses.matching import KnownTrainings, known_trainings
from buyer_skills.catalog.acronyms import Acronym
from buyer_skills.catalog.intake.offers import Offer
from buyer_skills.catalog.providers import Provider
from buyer_skills.catalog.trainings import Training
from buyer_skills.issues import Place

Recognise = Callable[..., tuple[str | None, str | None, str | None]]

TRAININGS: tuple[dict[str, Any], ...] = (
    {"id": "bases", "title": "Les bases des marchés publics, niveau 1", "provider": "cnfpt", "code": "C1-01"},
    {"id": "suite", "title": "Les bases des marchés publics, niveau 2", "provider": "cnfpt"},
    {
        "id": "titre-acheteur",
        "title": "Titre Acheteur professionnel",
        "provider": "ecole",
        "kind": "certification",
        "links": [{"framework": "RNCP", "code": "RNCP1234"}],
    },
    {
        "id": "venue",
        "title": "Autre titre",
        "provider": "ecole",
        "origin": {"registry": "essai", "key": "k1", "read": "2026"},
    },
)


@pytest.fixture
def known() -> KnownTrainings:
    return known_trainings(
        [Training.model_validate({"kind": "course", **one}) for one in TRAININGS],
        [Provider(id="cnfpt", title="CNFPT"), Provider(id="ecole", title="École des achats (EDA)")],
        [Acronym(id="cnfpt", short="CNFPT", long="Centre national de la fonction publique territoriale")],
    )


@pytest.fixture
def recognise(known: KnownTrainings) -> Recognise:
    def of(title: str, provider: str, **more: Any) -> tuple[str | None, str | None, str | None]:
        offer = Offer(**{"key": "k9", "title": title, "provider": provider, "place": Place("f")} | more)
        found = known.recognise("essai", offer)
        return found.known, found.by, next(iter(known.near(title)), None)

    return of


def test_the_same_key_in_the_same_register_is_the_same_training(recognise: Recognise) -> None:
    assert recognise("Intitulé changé du tout au tout", "Ailleurs", key="k1") == ("venue", "origin", None)


def test_the_body_s_own_code_is_enough(recognise: Recognise) -> None:
    assert recognise("Initiation à la comptabilité", "CNFPT", code="c1-01")[:2] == ("bases", "code")


def test_a_code_of_another_body_is_no_code(recognise: Recognise) -> None:
    assert recognise("Initiation à la comptabilité", "École des achats", code="C1-01")[0] is None


def test_almost_the_same_title_of_the_same_body(recognise: Recognise) -> None:
    """Accents, capitals, endings, small words and the full name of the body do not matter."""
    body = "CENTRE NATIONAL DE LA FONCTION PUBLIQUE TERRITORIALE"
    assert recognise("BASE DU MARCHE PUBLIC - NIVEAU 1", body) == ("bases", "title", "bases")


def test_numbers_tell_titles_apart(recognise: Recognise) -> None:
    assert recognise("Les bases des marchés publics, niveau 2", "cnfpt")[:2] == ("suite", "title")
    assert recognise("Les bases des marchés publics, niveau 3", "cnfpt") == (None, None, None)


def test_the_same_title_of_another_body_is_only_near(recognise: Recognise) -> None:
    title = "Les bases des marchés publics, niveau 1"
    assert recognise(title, "Formation et compagnie SARL") == (None, None, "bases")


def test_a_certification_needs_only_a_near_title(recognise: Recognise) -> None:
    found = recognise("Acheteur professionnel en alternance", "EDA", certification="RNCP1234")
    assert found[:2] == ("titre-acheteur", "certification")


def test_another_certification_is_another_training(recognise: Recognise) -> None:
    title = "Titre Acheteur professionnel"
    assert recognise(title, "EDA", certification="RNCP9999") == (None, None, "titre-acheteur")


def test_a_certification_under_a_title_that_has_nothing_to_do_is_not_recognised(recognise: Recognise) -> None:
    assert recognise("Bloc 2 : piloter la performance", "EDA", certification="RNCP1234")[0] is None


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("cnfpt", "cnfpt"),
        ("Ecole des Achats", "ecole"),
        ("ECOLE DES ACHATS SAS", "ecole"),
        ("EDA", "ecole"),
        ("École des achats (EDA)", "ecole"),
        ("Ecole des Ventes", None),
        ("SAS", None),
    ],
)
def test_bodies_are_known_by_their_names(known: KnownTrainings, name: str, identifier: str | None) -> None:
    assert known.provider_of(name) == identifier


def test_every_training_of_the_catalogue_is_known_again(bundled_known: KnownTrainings) -> None:
    """Two of one body and one title would be taken for each other: the catalogue has none such."""
    for training in bundled_known.trainings.values():
        offer = Offer(
            key="new",
            title=training.title.fr,
            provider=training.provider,
            place=Place("f"),
            code=training.code or "",
        )
        found = bundled_known.recognise("essai", offer).known
        assert found is not None, training.id
        same = bundled_known.trainings[found]
        assert (same.title.fr, same.provider) == (training.title.fr, training.provider) or (
            same.code == training.code
        ), training.id


@pytest.fixture
def bundled_known() -> KnownTrainings:
    from buyer_skills.catalog.loading import load_catalog

    catalog = load_catalog(day=DAY)
    return known_trainings(catalog.trainings.values(), catalog.providers.values(), catalog.acronyms.values())
