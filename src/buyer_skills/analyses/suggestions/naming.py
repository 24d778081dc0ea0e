"""Competencies that a title names: by their whole name, or by what their name is about.

Words are compared as they are written but for accents, capitals and the mark of the plural, empty words left
out: « les coûts du cycle de vie » says « Coût du cycle de vie », and « équipement » does not say « équipe ».
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from buyer_skills.analyses.search.words import is_empty, plain, words_asked

_LEAST_WORDS = 2
"""Words of a name from which to say it is to name a competency: « communication » is a word of every day."""

_LEAST_SHARE = 1 / 3
"""Of the words of a title, those that say a matter at least, for the title to be about it."""

_SHORTEST_PLURAL = 4
"""Letters from which a last « s » or « x » is the mark of a plural."""

_MATTER = re.compile(r"(?i)^\w+\s+(?:de\s+la\b|de\s+l['’]|du\b|des\b|de\b|d['’])\s*(?P<matter>[^:,]+)")
"""« Droit de la commande publique »: what comes after the first word and « de »."""

_ALSO_SAID: Mapping[str, tuple[str, ...]] = {
    "organisation publique": ("action publique", "administration de l'État", "administration territoriale"),
}
"""Other words for a matter, in titles. They are no synonyms to compare all texts by: that was tried, and the
trainings about administration then spoke for one another whatever they teach."""

Phrase = tuple[str, ...]
"""Words that stand side by side, without accents or mark of the plural, empty ones left out."""


@dataclass(frozen=True, slots=True)
class Name:
    """The words of a competency's name, and the phrases that say what it is about.

    ``matters`` is empty when the name of another competency says the same.
    """

    whole: Phrase
    matters: tuple[Phrase, ...] = ()

    def whole_in(self, title: str) -> tuple[str, ...]:
        """Return the words of a title that say the whole name, as it writes them; none when it does not."""
        return _said(title, self.whole) if len(self.whole) >= _LEAST_WORDS else ()

    def matter_in(self, title: str) -> tuple[str, ...]:
        """Return the words of a title that say the matter, when they are one in three or more."""
        length = len(phrase_of(title))
        long_enough = (matter for matter in self.matters if len(matter) >= length * _LEAST_SHARE)
        return next((said for said in (_said(title, matter) for matter in long_enough) if said), ())


def names_of(titles: Mapping[str, str]) -> dict[str, Name]:
    """Return the name of each competency from its title in French.

    >>> titles = {"p": "Gestion de projet", "c": "Gestion du contrat", "m": "Modification du contrat"}
    >>> [name.matters for name in names_of(titles).values()]
    [(('projet',),), (), ()]
    """
    wholes = {identifier: phrase_of(title) for identifier, title in titles.items()}
    return {
        identifier: Name(
            whole,
            _matters(titles[identifier], [other for own, other in wholes.items() if own != identifier]),
        )
        for identifier, whole in wholes.items()
    }


def phrase_of(text: str) -> Phrase:
    """Return the words of a text that are compared.

    >>> phrase_of("Les coûts du cycle de vie")
    ('cout', 'cycle', 'vie')
    """
    return tuple(word for word, _ in _compared(text))


def _matters(title: str, others: Iterable[Phrase]) -> tuple[Phrase, ...]:
    found = _MATTER.match(title)
    matter = phrase_of(found["matter"]) if found else ()
    if not matter or any(_place(other, matter) is not None for other in others):
        return ()
    return (matter, *(phrase_of(said) for said in _ALSO_SAID.get(" ".join(matter), ())))


def _said(title: str, phrase: Phrase) -> tuple[str, ...]:
    words = _compared(title)
    start = _place(tuple(word for word, _ in words), phrase)
    return () if start is None else tuple(typed for _, typed in words[start : start + len(phrase)])


def _place(text: Phrase, phrase: Phrase) -> int | None:
    starts = range(len(text) - len(phrase) + 1)
    return next((start for start in starts if text[start : start + len(phrase)] == phrase), None)


def _compared(text: str) -> list[tuple[str, str]]:
    """Return each word that is not empty, as it is compared and as it is written."""
    return [(_singular(plain(word)), typed) for word, typed in words_asked(text) if not is_empty(word, "fr")]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith(("s", "x")) and len(word) >= _SHORTEST_PLURAL else word
