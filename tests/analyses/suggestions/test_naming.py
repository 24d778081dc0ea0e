"""Competencies that a title names."""

import pytest

from buyer_skills.analyses.suggestions.naming import Name, names_of, phrase_of

NAMES = names_of(
    {
        "communication": "Communication",
        "cout": "Coût du cycle de vie",
        "cycle": "Cycle de vie de l'achat public",
        "droit": "Droit de la commande publique",
        "equipe": "Management d'équipe",
        "modification": "Modification du contrat : avenants et limites",
        "organisation": "Connaissance de l'organisation publique",
        "projet": "Gestion de projet",
        "contrat": "Gestion du contrat",
    }
)


def test_a_name_is_its_words_and_what_it_is_about() -> None:
    assert NAMES["droit"] == Name(("droit", "commande", "publique"), (("commande", "publique"),))
    assert NAMES["equipe"].matters == (("equipe",),)
    assert NAMES["communication"] == Name(("communication",))


def test_a_matter_that_another_name_says_names_nothing() -> None:
    assert NAMES["contrat"].matters == NAMES["modification"].matters == ()
    assert NAMES["cout"].matters == ()


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Achats responsables : les COÛTS du cycle de vie", ("COÛTS", "cycle", "vie")),
        ("Coût et cycle de vie", ("Coût", "cycle", "vie")),
        ("Cycle de vie et coût", ()),
        ("Coût du cycle court de vie", ()),
        ("", ()),
    ],
)
def test_a_whole_name_stands_side_by_side_in_order(title: str, said: tuple[str, ...]) -> None:
    assert NAMES["cout"].whole_in(title) == said


def test_a_name_of_one_word_is_a_word_of_every_day() -> None:
    assert NAMES["communication"].whole_in("Communication") == ()


@pytest.mark.parametrize(
    ("name", "title", "said"),
    [
        ("projet", "La fonction « ingénierie de projets »", ("projets",)),
        ("projet", "Un projet parmi tant de choses différentes", ()),
        ("equipe", "Maintenance des équipements", ()),
        ("droit", "DU Commande publique", ("Commande", "publique")),
        ("droit", "Droit public", ()),
        ("organisation", "L'administration de l'État", ("administration", "État")),
        ("organisation", "Le sens de l'action publique", ("action", "publique")),
        ("organisation", "La fonction publique", ()),
    ],
)
def test_a_title_is_about_a_matter_when_it_is_a_third_of_it(
    name: str, title: str, said: tuple[str, ...]
) -> None:
    assert NAMES[name].matter_in(title) == said


def test_plurals_are_told_from_short_words() -> None:
    assert phrase_of("Les prix, les os et les cas") == ("pri", "os", "cas")
