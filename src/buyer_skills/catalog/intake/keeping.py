"""Which offers of an outside register are about buying: the intake rules, ready to be asked many times."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from buyer_skills.catalog.intake_rules import IntakeRule

_ACCENTED = {"a": "aàâä", "c": "cç", "e": "eéèêë", "i": "iîï", "o": "oôö", "u": "uùûü", "y": "yÿ"}
_LETTERS = {"œ": "oe", "æ": "ae"}


@dataclass(frozen=True, slots=True)
class _Keeper:
    rule: str
    formacodes: frozenset[str]
    rome: frozenset[str]
    certifications: frozenset[str]
    words: re.Pattern[str] | None
    without: re.Pattern[str] | None

    def keeps(
        self, title: str, formacodes: Collection[str], rome: Collection[str], certification: str
    ) -> bool:
        return (
            (not self.formacodes or not self.formacodes.isdisjoint(formacodes))
            and (not self.rome or not self.rome.isdisjoint(rome))
            and (not self.certifications or certification in self.certifications)
            and (self.words is None or self.words.search(title) is not None)
            and (self.without is None or self.without.search(title) is None)
        )


@dataclass(frozen=True, slots=True)
class Keeping:
    """The intake rules, made ready.

    >>> rules = [IntakeRule(id="tri", title="Marchés", title_words=("marchés publics",))]
    >>> Keeping.of(rules).rule_for("MARCHES  PUBLICS : les bases"), Keeping.of(rules).rule_for("Comptabilité")
    ('tri', None)
    """

    keepers: tuple[_Keeper, ...]

    @classmethod
    def of(cls, rules: Iterable[IntakeRule]) -> "Keeping":
        """Return the rules ready to be asked; one that asks for nothing keeps nothing."""
        return cls(tuple(_keeper(rule) for rule in rules if _asks_something(rule)))

    def rule_for(
        self,
        title: str,
        formacodes: Collection[str] = (),
        rome: Collection[str] = (),
        certification: str = "",
    ) -> str | None:
        """Return the id of the first rule that keeps an offer, or None.

        Args:
            title: title of the offer, and of its certification beside it.
            formacodes: its Formacode codes.
            rome: its ROME codes.
            certification: its number in the national registers, such as RNCP35149.
        """
        for keeper in self.keepers:
            if keeper.keeps(title, formacodes, rome, certification):
                return keeper.rule
        return None


def _asks_something(rule: IntakeRule) -> bool:
    return bool(rule.formacodes or rule.rome or rule.certifications or rule.title_words)


def _keeper(rule: IntakeRule) -> _Keeper:
    return _Keeper(
        rule.id,
        frozenset(rule.formacodes),
        frozenset(rule.rome),
        frozenset(rule.certifications),
        _pattern(rule.title_words),
        _pattern(rule.without_words),
    )


def _pattern(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds one of the phrases as whole words, whatever their accents, capitals and spaces."""
    found = "|".join(_of_phrase(phrase) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else None


def _of_phrase(phrase: str) -> str:
    return r"\W+".join(_of_word(word) for word in re.findall(r"\w+", _plain(phrase)))


def _of_word(word: str) -> str:
    return "".join(f"[{_ACCENTED[one]}]" if one in _ACCENTED else re.escape(one) for one in word)


def _plain(text: str) -> str:
    for letter, letters in _LETTERS.items():
        text = text.lower().replace(letter, letters)
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(one for one in decomposed if not unicodedata.combining(one))
