"""Names of places say nothing of what is taught."""

import pytest

from buyer_skills.analyses.search.words import words_asked
from buyer_skills.analyses.suggestions.place_names import place_names

PLACES = place_names(["Paris, Lyon", "La Défense (Pôle Léonard de Vinci)", "régions", "Villeneuve-d'Ascq"])


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Acheteur France", "Acheteur"),
        ("Achats en Hauts-de-France", "Achats en"),
        ("Programme du département du Cher", "Programme du"),
        ("Programme de la communauté de communes de Lyon", "Programme de la"),
        ("Marchés de la ville de Villeneuve-d'Ascq", "Marchés de la"),
        ("Acheter moins cher", "Acheter moins cher"),
        ("Lot et allotissement", "Lot et allotissement"),
        ("Marchés de La Défense", "Marchés de La Défense"),
        ("Seine-et-Marne et Pas-de-Calais", "et"),
        ("Les régions", "Les régions"),
        ("PACA", ""),
        ("", ""),
    ],
)
def test_places_and_the_bodies_named_after_them_are_left_out(title: str, left: str) -> None:
    assert " ".join(typed for _, typed in PLACES.left_out_of(words_asked(title))) == left


def test_the_longest_name_is_read() -> None:
    words = words_asked("Loire-Atlantique")
    assert PLACES.left_out_of(words) == []
