"""Suggestions that rest on a word too weak for them: they are not told.

« Management » is in the name of « Management d'équipe ». Trainings of strategy say it too, so the word
alone would suggest strategy; it says nothing of it.
"""

from collections.abc import Collection, Iterable

from buyer_skills.analyses.suggestions.material import CompetencyTerms
from buyer_skills.analyses.suggestions.rules import Rules
from buyer_skills.analyses.suggestions.terms import root_of

_VAGUE = frozenset(map(root_of, ("public", "publique")))
"""Words that go with everything a public buyer does."""

WordTerms = Collection[str]
"""The terms that a word stands for, by key: its own and those of the phrases it is in."""


def is_too_weak(
    own: CompetencyTerms, words: Iterable[WordTerms], others: Iterable[CompetencyTerms], rules: Rules
) -> bool:
    """Return whether the words that suggest a competency are too weak to be told.

    Args:
        own: The competency.
        words: The words that suggest it; with none, another reason does.
        others: The competencies whose names may hold the word too.
        rules: Which rules are followed.
    """
    said = list(words)
    telling = [terms for terms in said if not rules.vague or _VAGUE.isdisjoint(terms)]
    if said and not telling:
        return True
    if not rules.borrowed or len(telling) != 1:
        return False
    word = telling[0]
    is_own = any(term in own.name for term in word)
    return not is_own and any(not other.title.isdisjoint(word) for other in others)
