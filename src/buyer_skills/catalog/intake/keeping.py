"""Which offers of an outside register are about buying: the intake rules, ready to be asked many times."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from buyer_skills.catalog.intake_rules import IntakeRule

_ACCENTED = {"a": "aàâä", "c": "cç", "e": "eéèêë", "i": "iîï", "o": "oôö", "u": "uùûü", "y": "yÿ"}
_LETTERS = {"œ": "oe", "æ": "ae"}
_PLAIN = bytes.maketrans(
    "".join(all_of[1:] for all_of in _ACCENTED.values()).encode("latin-1"),
    "".join(plain * (len(all_of) - 1) for plain, all_of in _ACCENTED.items()).encode("latin-1"),
)
"""Letters of Latin-1 in small letters without their accents: the fastest way to compare many titles."""


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases to find as whole words; without one of `words` there is no need to look for them."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]

    def found_in(self, title: str, plain: str) -> bool:
        return any(word in plain for word in self.words) and self.pattern.search(title) is not None


@dataclass(frozen=True, slots=True)
class _Keeper:
    rule: str
    formacodes: frozenset[str]
    rome: frozenset[str]
    certifications: frozenset[str]
    words: _Phrases | None
    without: _Phrases | None

    def keeps(
        self, titles: tuple[str, str], formacodes: Collection[str], rome: Collection[str], certification: str
    ) -> bool:
        return (
            (not self.formacodes or not self.formacodes.isdisjoint(formacodes))
            and (not self.rome or not self.rome.isdisjoint(rome))
            and (not self.certifications or certification in self.certifications)
            and (self.words is None or self.words.found_in(*titles))
            and (self.without is None or not self.without.found_in(*titles))
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

    @property
    def codes(self) -> frozenset[str]:
        """The Formacode and ROME codes that the rules ask for: the others of an offer do not decide."""
        return frozenset().union(*(one.formacodes | one.rome for one in self.keepers))

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
        titles = title, _latin(title)
        for keeper in self.keepers:
            if keeper.keeps(titles, formacodes, rome, certification):
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
        _phrases(rule.title_words),
        _phrases(rule.without_words),
    )


def _phrases(phrases: Collection[str]) -> _Phrases | None:
    """Return what finds one of the phrases as whole words, whatever their accents, capitals and spaces.

    A register holds hundreds of thousands of titles: a plain search for the longest word of each phrase comes
    before the pattern, which is far slower.
    """
    found = "|".join(_of_phrase(phrase) for phrase in phrases)
    if not found:
        return None
    longest = {_latin(max(re.findall(r"\w+", _plain(phrase)), key=len, default="")) for phrase in phrases}
    shortest = (one for one in longest if not any(other != one and other in one for other in longest))
    pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)
    return _Phrases(tuple(sorted(shortest)), pattern)


def _latin(text: str) -> str:
    """Return what :func:`_plain` does, ten times as fast, but for letters that are not of Latin-1."""
    return text.lower().encode("latin-1", "replace").translate(_PLAIN).decode("latin-1")


def _of_phrase(phrase: str) -> str:
    return r"\W+".join(_of_word(word) for word in re.findall(r"\w+", _plain(phrase)))


def _of_word(word: str) -> str:
    return "".join(f"[{_ACCENTED[one]}]" if one in _ACCENTED else re.escape(one) for one in word)


def _plain(text: str) -> str:
    for letter, letters in _LETTERS.items():
        text = text.lower().replace(letter, letters)
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(one for one in decomposed if not unicodedata.combining(one))
