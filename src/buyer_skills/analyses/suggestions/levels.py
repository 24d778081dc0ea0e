"""The step that a training of a competency may teach: conservative, and explained."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from buyer_skills.analyses.search.words import words_asked
from buyer_skills.analyses.suggestions.results import StepReason
from buyer_skills.analyses.suggestions.terms import root_of
from buyer_skills.analyses.suggestions.training_text import TrainingText

Step = tuple[int, int]
"""The level before and the level after."""

FIRST_STEP: Step = (0, 1)
SECOND_STEP: Step = (1, 2)

_SAY_BEGINNING = """
    base fondamental fondamentaux initiation initier sensibilisation sensibiliser découverte découvrir
    introduction débuter débutant débutante
"""
_SAY_GOING_ON = """
    perfectionnement perfectionner approfondir approfondissement approfondi approfondie avancé avancée
    confirmé confirmée expert experte expertise
"""
_BEGINNING = frozenset(map(root_of, _SAY_BEGINNING.split()))
_GOING_ON = frozenset(map(root_of, _SAY_GOING_ON.split()))

_FEW_HOURS = 4
"""Up to half a day, one becomes aware of a matter."""

_HIGHEST = 2
"""No course is said to lead higher: what comes next is learned in work."""

_HIGHEST_OF_LONG = 3
"""As high as a long training goes, when its programme was seen."""


_AGREEING = 2
"""Similar trainings that must be of one mind for their step to be suggested."""


@dataclass(frozen=True, slots=True)
class StepChoice:
    """A step, why, and the words that say it."""

    step: Step
    reason: StepReason
    words: tuple[str, ...] = ()


def choose_step(text: TrainingText, similar: Iterable[Step], usual: Mapping[bool, Step]) -> StepChoice:
    """Return the step that ``text`` teaches.

    Words of the title or aims decide; then few hours; then the step of similar trainings that teach the
    same competency and are as long, when several agree; last, what is usual.

    Args:
        text: The training.
        similar: Steps of the similar trainings that are as long as this one.
        usual: The most frequent step of short trainings (False) and of long ones (True).
    """
    beginning, going_on = _saying(text, _BEGINNING), _saying(text, _GOING_ON)
    if bool(beginning) != bool(going_on):
        step = FIRST_STEP if beginning else SECOND_STEP
        return StepChoice(step, "words", beginning or going_on)
    if text.hours is not None and text.hours <= _FEW_HOURS:
        return StepChoice(FIRST_STEP, "hours")
    highest = _HIGHEST_OF_LONG if text.is_long and text.programme else _HIGHEST
    allowed = [step for step in similar if step[1] <= highest]
    # One training is no rule, and those that differ show that the title does not tell.
    if len(allowed) >= _AGREEING and len(set(allowed)) == 1:
        return StepChoice(allowed[0], "similar")
    return StepChoice(usual.get(text.is_long, FIRST_STEP), "usual")


def usual_steps(steps: Iterable[tuple[bool, Step]]) -> Mapping[bool, Step]:
    """Return the most frequent step of the short and of the long trainings; the lowest one of equals."""
    counts: dict[bool, Counter[Step]] = {}
    for long, step in steps:
        if step[1] <= _HIGHEST:
            counts.setdefault(long, Counter())[step] += 1
    return {long: _most(counted) for long, counted in counts.items()}


def _saying(text: TrainingText, roots: frozenset[str]) -> tuple[str, ...]:
    asked = words_asked(f"{text.title}\n{text.aims}")
    return tuple(dict.fromkeys(typed for word, typed in asked if root_of(word) in roots))


def _most(counts: Counter[Step]) -> Step:
    return min(counts, key=lambda step: (-counts[step], step))
