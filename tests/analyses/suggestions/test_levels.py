"""The step that is suggested, and why."""

import pytest

from buyer_skills.analyses.suggestions.levels import StepChoice, choose_step, usual_steps
from buyer_skills.analyses.suggestions.training_text import TrainingText

USUAL = {False: (0, 1), True: (0, 2)}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Initiation à la négociation", StepChoice((0, 1), "words", ("Initiation",))),
        ("Les bases du sourcing", StepChoice((0, 1), "words", ("bases",))),
        ("NEGOCIATION - PERFECTIONNEMENT", StepChoice((1, 2), "words", ("PERFECTIONNEMENT",))),
        ("Négociation avancée : approfondir", StepChoice((1, 2), "words", ("avancée", "approfondir"))),
        # Words that say both say nothing.
        ("Des bases au perfectionnement", StepChoice((0, 1), "usual")),
        ("Négociation", StepChoice((0, 1), "usual")),
    ],
)
def test_words_say_how_far(title: str, expected: StepChoice) -> None:
    assert choose_step(TrainingText(title), [], USUAL) == expected


def test_words_of_the_programme_do_not_count() -> None:
    text = TrainingText("Négociation", programme="Rappel des bases. Approfondissement.")
    assert choose_step(text, [], USUAL).reason == "usual"


def test_half_a_day_is_a_beginning() -> None:
    assert choose_step(TrainingText("Négociation", hours=3.5), [(1, 2), (1, 2)], USUAL) == StepChoice(
        (0, 1), "hours"
    )


def test_similar_trainings_decide_when_several_agree() -> None:
    text = TrainingText("Négociation", hours=14)
    assert choose_step(text, [(1, 2), (1, 2)], USUAL) == StepChoice((1, 2), "similar")
    assert choose_step(text, [(1, 2)], USUAL).reason == "usual"
    assert choose_step(text, [(1, 2), (0, 1), (1, 2)], USUAL).reason == "usual"


def test_only_a_long_training_whose_programme_is_given_may_reach_3() -> None:
    high = [(2, 3), (2, 3)]
    seen = TrainingText("Négociation", kind="degree", programme="Négocier dans un cas complexe")
    assert choose_step(seen, high, USUAL).step == (2, 3)
    assert choose_step(TrainingText("Négociation", kind="degree"), high, USUAL).step == (0, 2)
    assert choose_step(TrainingText("Négociation", programme="Négocier"), high, USUAL).step == (0, 1)


def test_the_usual_step_is_the_most_frequent_by_length_and_the_lowest_of_equals() -> None:
    steps = [(False, (1, 2)), (False, (0, 1)), (True, (0, 2)), (True, (0, 2)), (True, (0, 1)), (True, (2, 3))]
    assert usual_steps(steps) == {False: (0, 1), True: (0, 2)}
