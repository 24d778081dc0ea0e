"""Which offers of a register are kept: by their codes, by the words of their titles."""

import pytest

from buyer_skills.catalog.bundled import bundled_folder
from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake_rules import IntakeRule
from buyer_skills.catalog.loading import load_catalog


@pytest.fixture(scope="module")
def keeping() -> Keeping:
    """The rules of the bundled catalogue."""
    return Keeping.of(load_catalog((bundled_folder(),)).intake_rules.values())


@pytest.mark.parametrize(
    ("title", "formacodes", "rome", "rule"),
    [
        ("Acheteur industriel", ("34024",), (), "tri-domaine-achat"),
        ("Achat immobilier : les bases", ("34024",), (), None),
        ("Gérer ses stocks", ("31660",), (), None),
        ("Gestionnaire achats et stocks", ("31660",), (), "tri-approvisionnement-et-achats"),
        ("Responsable des achats", (), ("M1101",), "tri-metiers-de-l-achat"),
        ("Directeur commercial", (), ("M1102",), None),
        ("RÉPONDRE À UN MARCHE PUBLIC", (), (), "tri-mots-de-la-commande-publique"),
        ("La clause  sociale dans vos marchés", (), (), "tri-mots-de-la-commande-publique"),
        ("Les publics des marchés de Noël", (), (), None),
        ("Rachats publics", (), (), None),
    ],
)
def test_what_the_bundled_rules_keep(
    keeping: Keeping, title: str, formacodes: tuple[str, ...], rome: tuple[str, ...], rule: str | None
) -> None:
    """A code or words of the title; some words are put aside."""
    assert keeping.rule_for(title, formacodes, rome) == rule


def test_a_rule_by_certification_keeps_that_one_alone() -> None:
    """Numbers are those of the national registers."""
    keeping = Keeping.of([IntakeRule(id="tri", title="Une certification", certifications=("RNCP35149",))])
    assert keeping.rule_for("Peu importe", certification="RNCP35149") == "tri"
    assert keeping.rule_for("Peu importe", certification="RNCP35150") is None


def test_a_rule_that_asks_for_nothing_keeps_nothing() -> None:
    """Else it would keep the whole register."""
    assert Keeping.of([IntakeRule(id="tri", title="Rien", without_words=("mode",))]).keepers == ()
