"""Texts into terms."""

from builders import catalog

from buyer_skills.analyses.suggestions.terms import Term, TermReader, code_terms, term_reader
from buyer_skills.catalog.acronyms import Acronym, Synonyms

CATALOG = catalog()
READER = term_reader(
    type(CATALOG)(
        acronyms={
            one.id: one
            for one in (
                Acronym.model_validate(
                    {"id": "cctp", "short": "CCTP", "long": "cahier des clauses techniques"}
                ),
                Acronym.model_validate({"id": "moe", "short": "MOE", "long": "maîtrise d'œuvre"}),
            )
        },
        synonyms={
            one.id: one
            for one in (
                Synonyms.model_validate({"id": "s1", "fr": ["rédiger", "rédaction"], "en": ["plan"]}),
                Synonyms.model_validate({"id": "s2", "fr": ["cahier des charges", "CCTP"]}),
            )
        },
    )
)


def keys(text: str, reader: TermReader = READER) -> list[str]:
    return [term.key for term in reader.terms(text)]


def test_a_word_is_its_root_and_keeps_how_it_is_written() -> None:
    assert READER.terms("Les MARCHÉS") == (Term("march", ("MARCHÉS",)),)


def test_words_of_every_sheet_and_numbers_are_passed_over() -> None:
    assert keys("Formation de niveau 2 : comprendre les marchés, module 3") == ["march"]


def test_an_acronym_is_its_words_and_what_shares_it_is_one_family() -> None:
    acronym = keys("C.C.T.P.")
    assert len(acronym) == 1
    assert set(acronym) < set(keys("cahier des clauses techniques"))
    assert set(acronym) < set(keys("le cahier des charges"))


def test_synonyms_share_a_family_in_french_alone() -> None:
    assert set(keys("rédiger")) & set(keys("rédaction"))
    assert keys("plan") == ["plan"]


def test_a_family_is_written_as_its_words() -> None:
    family = READER.terms("La maîtrise d'œuvre")[-1]
    assert family.written == ("maîtrise", "œuvre")


def test_to_put_to_work_is_not_the_designer_of_works() -> None:
    assert keys("mise en œuvre") == []
    assert keys("mettre en oeuvre les marchés") == ["march"]


def test_codes_are_terms_and_blanks_are_none() -> None:
    assert [term.key for term in code_terms("ROME", [" M1101 ", ""])] == ["rome:m1101"]
