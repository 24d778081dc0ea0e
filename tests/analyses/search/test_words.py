"""Words: what is one word, and what is passed over."""

import pytest
from builders import DAY, catalog

from buyer_skills.analyses.search.lexicon import Lexicon
from buyer_skills.analyses.search.records import SearchReader, searched_records
from buyer_skills.analyses.search.words import Language, spans_in, words_asked, words_in
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.graph.skill_graph import SkillGraph

FRENCH = (
    "marché marchés sociale sociaux acheteuse hôpital hôpitaux sécurité financière financier loi lois "
    "élus élue payer paiement avis vue vues décarbonation"
)
ENGLISH = "contract contracts negotiation negotiating works"
LEXICON = Lexicon([("fr", FRENCH.split()), ("en", ENGLISH.split())])


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("marches", {"marché", "marchés"}),
        ("social", {"sociale", "sociaux"}),
        ("hopital", {"hôpital", "hôpitaux"}),
        ("securite", {"sécurité"}),
        ("financiere", {"financière", "financier"}),
        ("élu", {"élus", "élue"}),
        ("loi", {"loi", "lois"}),
        ("payer", {"payer", "paiement"}),
        ("avis", {"avis"}),
        ("vue", {"vue", "vues"}),
        ("décarboner", {"décarbonation"}),
        ("sourcing", set()),
    ],
)
def test_a_word_is_known_with_or_without_accents_and_endings(typed: str, spelt: set[str]) -> None:
    assert LEXICON.spellings(typed, "fr") == spelt


def test_each_language_has_its_own_endings() -> None:
    assert LEXICON.spellings("negotiate", "en") == {"negotiation", "negotiating"}
    assert LEXICON.spellings("negotiate", "fr") == frozenset()
    assert LEXICON.spellings("work", "en") == {"works"}


def test_the_nearest_words_are_offered_each_once() -> None:
    lexicon = Lexicon([("fr", ["négociation", "négociations", "négociations", "notation", "avec"])])
    assert lexicon.nearest("negosiation", "fr") == ("négociation",)
    assert lexicon.nearest("notaton", "fr") == ("notation",)
    assert lexicon.nearest("zzzzzz", "fr") == ()
    assert lexicon.nearest("ave", "fr") == ()
    assert lexicon.nearest("n" * 1000, "fr") == ()


def test_letters_typed_one_by_one_are_those_of_the_catalogue() -> None:
    # « é » as a letter and an accent, as some systems type it.
    assert words_in("marche\u0301s") == ["marchés"]
    assert words_asked("l'ŒUVRE") == [("l", "l"), ("oeuvre", "ŒUVRE")]
    assert words_asked("A.M.O. et C.A.O") == [("amo", "AMO"), ("et", "et"), ("cao", "CAO")]
    assert list(spans_in("L'achat\u00a0: le sous-traitant"))[-1] == ("traitant", 18)


def test_what_a_record_says_is_in_the_language_of_the_reader_with_the_title_in_both() -> None:
    small = catalog([{"id": "droit", "title": {"fr": "Droit", "en": "Law"}, "description": "Le droit."}])
    (french,) = _competencies(small, "fr")
    (english,) = _competencies(small, "en")
    assert ("title", "Droit", "fr") in french
    assert ("other-title", "Law", "en") in french
    assert ("title", "Law", "en") in english
    assert ("other-title", "Droit", "fr") in english
    assert ("description", "Le droit.", "fr") in english


def test_links_are_in_the_language_their_framework_was_read_in() -> None:
    links = [
        {"framework": "ESCO", "code": "5592ab32-4e7a-4cda", "label": "contract law"},
        {"framework": "ROME", "code": "M1101", "label": "Achats"},
        {"framework": "CNFPT"},
    ]
    (texts,) = _competencies(catalog([{"id": "droit", "links": links}]), "fr")
    assert [text for text in texts if text[0] == "links"] == [
        ("links", "ESCO contract law", "en"),
        ("links", "ROME M1101 Achats", "fr"),
        ("links", "CNFPT", "fr"),
    ]


def _competencies(small: Catalog, language: Language) -> list[list[tuple[str, str, str]]]:
    graph = SkillGraph.of(small, DAY)
    reader = SearchReader(language, {})
    return [
        [(text.field, text.text, text.language) for text in record.texts]
        for record in searched_records(graph, reader)
        if record.kind == "competency"
    ]
