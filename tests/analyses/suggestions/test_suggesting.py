"""Suggestions on a catalogue small enough to foresee them."""

from builders import DAY, catalog

from buyer_skills.analyses.suggestions.suggesting import learned_from
from buyer_skills.analyses.suggestions.training_text import TrainingText
from buyer_skills.graph.skill_graph import SkillGraph

GRAPH = SkillGraph.of(
    catalog(
        competencies=[
            {"id": "negociation", "title": "Négociation"},
            {
                "id": "droit",
                "title": "Droit de la commande publique",
                "links": [{"framework": "Formacode", "code": "13209", "relation": "close"}],
            },
            {
                "id": "cantine",
                "title": "Achat alimentaire",
                "description": "Denrées bio, restauration",
            },
            {
                "id": "sourcing",
                "title": "Connaissance des fournisseurs",
                "links": [{"framework": "Formacode", "code": "34016", "relation": "related"}],
            },
        ],
        trainings=[
            {"id": "debattre", "title": "Débattre d'un prix", "outcomes": [("negociation", 0, 1)]},
            {"id": "debats", "title": "Le colloque", "outcomes": [("sourcing", 0, 1)]},
            {"id": "seuils", "title": "Seuils et procédures", "outcomes": [("droit", 1, 2)]},
            {"id": "procedures", "title": "Les procédures", "outcomes": [("droit", 1, 2)]},
            {"id": "un-titre-seul", "title": "Cuisine"},
            {
                "id": "diplome",
                "title": "Licence Commande publique",
                "kind": "degree",
                "outcomes": [("droit", 0, 2)],
            },
        ],
    ),
    DAY,
)
SUGGESTER = learned_from(GRAPH)


def ask(title: str, **said: object) -> dict[str, object]:
    return SUGGESTER.suggest(TrainingText(title, **said)).model_dump(mode="json")  # type: ignore[arg-type]


def test_the_name_of_a_competency_is_enough_whatever_its_inflexion_case_and_accents() -> None:
    found = ask("LES NEGOCIATIONS")
    assert found == {
        "is_known": True,
        "best_score": 1.0,
        "outcomes": [
            {
                "competency": "negociation",
                "from": 0,
                "to": 1,
                "score": 1.0,
                "words": ["NEGOCIATIONS"],
                "similar": [],
                "step_reason": "usual",
                "step_words": [],
            }
        ],
    }


def test_a_training_that_is_alike_leads_to_what_it_teaches() -> None:
    (found,) = SUGGESTER.suggest(TrainingText("Débattre des prix")).outcomes
    assert (found.competency, found.words) == ("negociation", ("Débattre", "prix"))
    assert found.similar == ("debattre",)


def test_the_step_is_that_of_similar_trainings_of_one_mind() -> None:
    (found,) = SUGGESTER.suggest(TrainingText("Procédures et seuils")).outcomes
    assert (found.competency, found.from_level, found.to_level) == ("droit", 1, 2)
    assert (found.step_reason, found.similar) == ("similar", ("seuils", "procedures"))


def test_a_code_is_a_reason_by_itself_when_the_link_is_close() -> None:
    (found,) = SUGGESTER.suggest(TrainingText("Formation", formacodes=("13209",))).outcomes
    assert (found.competency, found.words, found.score) == ("droit", ("Formacode 13209",), 0.5)
    assert not SUGGESTER.suggest(TrainingText("Formation", formacodes=("34016",))).is_known
    assert not SUGGESTER.suggest(TrainingText("Formation", formacodes=("99999",))).is_known


def test_aims_say_what_a_title_does_not() -> None:
    assert not SUGGESTER.suggest(TrainingText("Module 4")).is_known
    (found,) = SUGGESTER.suggest(TrainingText("Module 4", aims="Achat alimentaire, denrées bio")).outcomes
    assert (found.competency, found.words) == ("cantine", ("Achat", "alimentaire", "denrées", "bio"))


def test_what_the_catalogue_never_says_keeps_a_text_far() -> None:
    near = SUGGESTER.suggest(TrainingText("Négociation")).best_score
    far = SUGGESTER.suggest(TrainingText("Négociation du virage en motocyclette")).best_score
    assert far < near
    assert ask("Pâtisserie") == {"is_known": False, "best_score": 0.0, "outcomes": []}


def test_a_training_that_teaches_nothing_suggests_nothing() -> None:
    assert not SUGGESTER.suggest(TrainingText("Cuisine")).is_known


def test_as_many_as_are_asked_for() -> None:
    text = TrainingText("Négociation, commande publique et achat alimentaire")
    assert len(SUGGESTER.suggest(text).outcomes) == 3
    assert len(SUGGESTER.suggest(text, at_most=1).outcomes) == 1
    assert not SUGGESTER.suggest(text, known_from=1).is_known


def test_an_empty_catalogue_knows_nothing() -> None:
    nothing = learned_from(SkillGraph.of(catalog(), DAY)).suggest(TrainingText("Négociation"))
    assert (nothing.is_known, nothing.outcomes, nothing.best_score) == (False, (), 0)


def test_competencies_without_any_training_are_known_by_their_words() -> None:
    alone = SkillGraph.of(catalog(competencies=[{"id": "negociation", "title": "Négociation"}]), DAY)
    (found,) = learned_from(alone).suggest(TrainingText("Négocier : la négociation")).outcomes
    assert (found.competency, found.from_level, found.to_level) == ("negociation", 0, 1)


def test_many_texts_at_once_are_answered_as_one_by_one() -> None:
    titles = ["Négociation", "", "Pâtisserie", "Procédures et seuils", "Débattre des prix"] * 60
    texts = [TrainingText(title, aims="Commande publique" if title else "") for title in titles]
    assert list(SUGGESTER.suggest_all(texts)) == [SUGGESTER.suggest(text) for text in texts]
    assert SUGGESTER.suggest_all([]) == ()
