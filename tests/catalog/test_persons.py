"""Functions are told from names of people, as far as can be."""

import pytest

from buyer_skills.catalog.persons import seems_personal

FUNCTIONS = (
    "responsable de l'offre de formation",
    "Responsable Formation",
    "Directrice des Études",
    "DRH",
    "Chargée de mission Achats Durables",
    "Chef de service, direction de la commande publique",
    "Maître de conférences, responsable du master",
    "RESPONSABLE DU POLE FORMATION",
    "secrétariat pédagogique",
    "Ingénieur pédagogique (INSET de Nancy)",
    "Vice-présidente déléguée à la formation",
    "head of the training offer",
    "Doyen",
)
NAMES = (
    "Mme Martin",
    "M. Durand",
    "Madame la directrice Martin",
    "Jean Dupont",
    "DUPONT Jean",
    "Marie-Claude",
    "Dupont, Sophie Martin",
    "responsable de l'offre : Jean Dupont",
    "Responsable formation (Sophie LEROY)",
    "J. Dupont",
    "J.-P. Dupont",
    "prenom.nom@exemple.fr",
    "directrice, 06 12 34 56 78",
    "secrétariat, +33 1 23 45 67 89",
    "Ms Smith",
    "Durand Lefebvre",
)


@pytest.mark.parametrize("text", FUNCTIONS)
def test_a_function_is_taken(text: str) -> None:
    assert not seems_personal(text)


@pytest.mark.parametrize("text", NAMES)
def test_a_name_or_an_address_is_refused(text: str) -> None:
    assert seems_personal(text)
