"""What comes first and why, on catalogues small enough to tell by hand."""

from dataclasses import replace
from typing import Any

import pytest
from builders import DAY, catalog

from buyer_skills.analyses.search.extracts import LONGEST, line_around
from buyer_skills.analyses.search.question import read_question
from buyer_skills.analyses.search.results import SearchResults, SearchScope
from buyer_skills.analyses.search.searching import search
from buyer_skills.catalog.acronyms import Acronym, Synonyms
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.rules import Rule
from buyer_skills.graph.skill_graph import SkillGraph

ACRONYMS = [
    {"id": "dce", "short": "DCE", "long": {"fr": "dossier de consultation", "en": "tender file"}},
    {"id": "ppi-a", "short": "PPI", "long": {"fr": "plan pluriannuel", "en": "multiannual plan"}},
    {"id": "ppi-b", "short": "PPI", "long": {"fr": "produit innovant", "en": "innovative product"}},
]
SYNONYMS = [
    {"id": "cantine", "fr": ["cantine", "restauration collective", "cantines"], "en": ["canteen"]},
    {"id": "dossier", "fr": ["dossier de consultation", "pièces du marché"]},
]


def known(**records: Any) -> Catalog:
    """Return a catalogue with the acronyms and synonyms above."""
    return replace(
        catalog(**records),
        acronyms={one["id"]: Acronym.model_validate(one) for one in ACRONYMS},
        synonyms={one["id"]: Synonyms.model_validate(one) for one in SYNONYMS},
    )


def answer(
    query: str, *, language: str = "fr", scope: SearchScope | None = None, **records: Any
) -> SearchResults:
    graph = SkillGraph.of(known(**records), DAY)
    return search(graph, query, scope or SearchScope(), language, {"training": "formation", "mooc": "MOOC"})


def ids(query: str, **records: Any) -> list[str]:
    return [item.id for item in answer(query, **records).items]


def titled(**titles: str) -> list[dict[str, Any]]:
    return [{"id": name, "title": title} for name, title in titles.items()]


def test_a_title_comes_before_an_acronym_read_in_a_title_before_a_description_before_a_link() -> None:
    competencies = [
        {"id": "d", "title": "Droit", "description": "Relire le DCE avec soin."},
        {"id": "c", "title": "Dossier de consultation"},
        {"id": "b", "title": "Assembler le DCE"},
        {"id": "a", "title": "Achat", "links": [{"framework": "ROME", "label": "DCE"}]},
    ]
    result = answer("dce", competencies=competencies)
    assert [item.id for item in result.items] == ["b", "c", "d", "a"]
    assert [item.where[0] for item in result.items] == ["title", "title", "description", "links"]


def test_all_words_come_before_some_and_rare_words_weigh_more() -> None:
    names = titled(a="Achat de mobilier", b="Achat de denrées", c="Achat", d="Achats et voyages", e="Denrées")
    assert ids("achat denrées", competencies=names)[:2] == ["b", "e"]
    # What holds only the word that nearly all hold answers too little to be shown.
    assert "c" not in ids("achat denrées", competencies=names)


def test_words_side_by_side_come_before_the_same_words_apart() -> None:
    competencies = [
        {"id": "apart", "description": "La clause écrite pour un besoin de nature sociale, en peu de mots."},
        {
            "id": "beside",
            "description": "La clause sociale écrite pour un besoin de cette nature, en peu de mots.",
        },
    ]
    assert ids("clause sociale", competencies=competencies) == ["beside", "apart"]


def test_a_job_named_in_two_genders_is_named_once() -> None:
    result = answer(
        "acheteur",
        competencies=titled(a="Acheteur"),
        profiles=[{"id": "b", "title": "Acheteur A / Acheteur B"}],
    )
    assert [item.id for item in result.items] == ["a", "b"]


def test_equal_records_go_by_kind_then_id() -> None:
    records: dict[str, Any] = {
        "competencies": titled(b="Sourcing", a="Sourcing"),
        "themes": titled(t="Sourcing"),
        "trainings": titled(f="Sourcing"),
    }
    assert ids("sourcing", **records) == ["a", "b", "f", "t"]


def test_past_trainings_are_left_out_then_shown_last() -> None:
    trainings = [
        {"id": "jadis", "title": "Négociation", "status": "history", "page_date": "2015"},
        {"id": "cours", "title": "Droit de la commande", "audience": "La négociation des acheteurs"},
    ]
    result = answer("négociation", trainings=trainings)
    assert ([item.id for item in result.items], result.past_left_out) == (["cours"], 1)
    result = answer("négociation", trainings=trainings, scope=SearchScope(all=True))
    assert [(item.id, item.past) for item in result.items] == [("cours", False), ("jadis", True)]
    assert result.past_left_out == 0


def test_kinds_narrow_what_is_shown_and_what_is_left_out_is_counted() -> None:
    records: dict[str, Any] = {
        "competencies": titled(a="Sourcing"),
        "trainings": [*titled(f="Sourcing"), {"id": "vieux", "title": "Sourcing", "status": "history"}],
    }
    result = answer("sourcing", **records, scope=SearchScope(kinds=("competency",)))
    assert ([item.id for item in result.items], result.other_kinds, result.past_left_out) == (["a"], 1, 0)
    result = answer("sourcing", **records, scope=SearchScope(kinds=("training",)))
    assert ([item.id for item in result.items], result.other_kinds, result.past_left_out) == (["f"], 1, 1)


def test_a_limit_cuts_what_is_shown_and_not_what_is_counted() -> None:
    names = titled(a="Sourcing", b="Sourcing", c="Sourcing")
    result = answer("sourcing", competencies=names, scope=SearchScope(limit=2))
    assert ([item.id for item in result.items], result.found) == (["a", "b"], 3)
    assert [(one.kind, one.count) for one in result.counts] == [("competency", 3)]
    assert len(answer("sourcing", competencies=names, scope=SearchScope(limit=0)).items) == 3


def test_a_kind_may_be_typed() -> None:
    records: dict[str, Any] = {
        "competencies": titled(a="Négociation"),
        "trainings": [
            {"id": "m", "title": "Négociation", "kind": "mooc"},
            {"id": "f", "title": "Négociation"},
        ],
    }
    assert ids("négociation", **records)[0] == "a"
    assert ids("mooc négociation", **records)[0] == "m"
    assert ids("formation négociation", **records)[0] == "f"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dossier de consultation", ["a", "b", "c"]),
        ("DCE", ["b", "a"]),
        ("cantine", ["d"]),
        ("la cantines", ["d"]),
        ("canteen", ["d"]),
        ("restauration", ["d"]),
    ],
)
def test_acronyms_and_synonyms_are_read_both_ways(query: str, found: list[str]) -> None:
    names = titled(a="Dossier de consultation", b="DCE", c="Pièces du marché", d="Restauration collective")
    assert ids(query, competencies=names) == found


def test_an_acronym_with_two_meanings_has_both() -> None:
    names = titled(a="Plan pluriannuel", b="Produit innovant")
    result = answer("PPI", competencies=names)
    assert [item.id for item in result.items] == ["a", "b"]
    assert [(one.words, one.also) for one in result.readings] == [
        ("PPI", ("plan pluriannuel", "produit innovant"))
    ]


def test_an_acronym_written_nowhere_is_looked_for_by_its_words() -> None:
    result = answer("les dce", competencies=titled(a="Préparer une consultation", b="Achat"))
    assert [(item.id, item.matched) for item in result.items] == [("a", ("consultation",))]


def test_readings_are_told_in_the_language_of_the_reader() -> None:
    small = known()
    assert [one.also for one in read_question(small, "DCE", "en").readings] == [("tender file",)]
    assert [one.also for one in read_question(small, "pièces du marché", "en").readings] == [
        ("dossier de consultation",)
    ]
    # Two spellings of a word are no two readings.
    assert [one.also for one in read_question(small, "Cantines", "fr").readings] == [
        ("restauration collective",)
    ]


def test_words_are_told_as_they_were_typed_and_once() -> None:
    (item,) = answer("Les MARCHES, Marchés et lots", competencies=titled(a="Marchés et lots")).items
    assert item.matched == ("MARCHES", "Marchés", "lots")
    terms = read_question(known(), "lot lot LOT", "fr").terms
    assert [term.typed for term in terms] == ["lot"]


def test_a_word_that_nothing_holds_is_told_with_the_nearest_and_does_not_forbid_the_rest() -> None:
    result = answer("négosiation amiable", competencies=titled(a="Négociation", b="Accord amiable"))
    assert [item.id for item in result.items] == ["b"]
    assert [(one.word, one.nearest) for one in result.suggestions] == [("négosiation", ("négociation",))]
    empty = answer("zzz", competencies=titled(a="Négociation"))
    assert (empty.items, empty.found, empty.suggestions[0].nearest) == ((), 0, ())


def test_each_language_is_searched_with_its_own_endings() -> None:
    records: dict[str, Any] = {
        "competencies": [
            {"id": "n", "title": {"fr": "Négociation", "en": "Negotiation"}},
            {"id": "m", "title": {"fr": "Marché", "en": "Contract"}, "description": "Négocier ailleurs."},
        ]
    }
    assert ids("negotiating", **records, language="en") == ["n"]
    assert ids("negotiation", **records) == ["n"]
    assert ids("négocier", **records, language="en") == ["n", "m"]
    (item, *_) = answer("negotiating", **records, language="en").items
    assert (item.title, item.title_en) == ("Négociation", "Negotiation")


def test_rules_that_were_never_read_are_not_found() -> None:
    rule = {"title": "Refus du CPF", "topic": "cpf", "text": "Un refus est motivé."}
    rules = {
        name: Rule.model_validate({"id": name, "status": status, **rule})
        for name, status in (("lue", "seen"), ("non-lue", "known-not-seen"))
    }
    graph = SkillGraph.of(replace(known(), rules=rules), DAY)
    result = search(graph, "refus", SearchScope(), "fr", {})
    assert [(item.kind, item.id) for item in result.items] == [("rule", "lue")]


def test_a_practice_template_is_not_found_by_all_it_covers() -> None:
    tutoring = {
        "id": "tutorat",
        "kind": "practice",
        "evidence": "generic",
        "outcomes": {"applies_to": {}, "steps": [[1, 2]]},
    }
    records: dict[str, Any] = {"competencies": titled(a="Négociation"), "trainings": [tutoring]}
    assert ids("négociation", **records) == ["a"]
    assert ids("tutorat", **records) == ["tutorat"]


def test_the_extract_is_where_the_words_are_else_what_the_record_opens_with() -> None:
    competency = {
        "id": "a",
        "title": "Sourcing",
        "description": "Connaître les entreprises.",
        "levels": [{"level": 1, "descriptors": ["Prépare un rendez-vous", "Rencontre un fabricant"]}],
        "links": [{"framework": "ESCO", "label": "identify suppliers"}],
    }
    for query, extract in (
        ("sourcing", "Connaître les entreprises."),
        ("rencontrer", "Rencontre un fabricant"),
        ("suppliers", "ESCO identify suppliers"),
    ):
        (item,) = answer(query, competencies=[competency]).items
        assert item.extract == extract
    (item,) = answer("négociation", competencies=titled(n="Négociation")).items
    assert item.extract == ""


def test_a_long_text_is_cut_round_its_words_at_spaces() -> None:
    text = "un " * 60 + "clause sociale" + " et" * 60
    shown = line_around(text, (180,))
    assert "clause sociale" in shown
    assert len(shown) <= LONGEST
    assert (shown[0], shown[-1]) == ("…", "…")
    assert line_around("mot " * 60, ()).startswith("mot mot")
    assert line_around("x" * 300, (0,)) == "x" * (LONGEST - 2) + "…"
    assert line_around("a" * 200 + " fin", (201,)) == "…fin"
