"""Texts into terms that can be compared: roots of words, and what acronyms and synonyms are one name for.

Accents are taken off before the root is found: files from elsewhere are often in capitals, without accents.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from buyer_skills.analyses.search.question import families
from buyer_skills.analyses.search.words import is_empty, plain, root, words_asked
from buyer_skills.analyses.suggestions.place_names import PlaceNames, place_names
from buyer_skills.catalog.catalog import Catalog

_SHORTEST_PLURAL = 4
"""Letters from which a last « s » is the mark of a plural."""

_SET_PHRASE = re.compile(r"(?i)\b(?:(?:mises?|mettre)\s+en\s+(?:œuvre|oeuvre|place)|sur[\s-]mesures?)\b")
"""« Mise en œuvre » is no « maîtrise d'œuvre »; « sur mesure » says for whom, not what."""

_CALLED = """
    alternance apprentissage atelier bachelor bouquet but certificat certifiant certification cursus cycle
    debutant diplome distance du dut fiche fondamental fondamentaux formation initiation itineraire journee
    kit licence ligne m1 m2 majeure mastere master mba mention metier module mooc msc niveau option parcours
    perfectionnement pro professionnel professionnelle programme ressource seminaire session specialisation
    specialise specialite stage titre unite webinaire
    acquerir apprendre bien bon capable comment comprendre connaitre etude jour heure maitriser mieux nouveau
    objectif participant reflexe reussir savoir stagiaire
"""
_OF_EVERY_SHEET = frozenset(_CALLED.split())
"""Words of every training sheet: they tell nothing of what it teaches."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a text, and the words that stand for it there as they are written."""

    key: str
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermReader:
    """Reads the terms of texts with the acronyms and synonyms of a catalogue.

    ``phrases`` holds, by the first root of each phrase, its roots and the name of its family.
    ``acronyms`` holds the roots of acronyms, ``places`` the names of places, which say nothing.
    """

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    acronyms: frozenset[str]
    places: PlaceNames

    def terms(self, text: str) -> tuple[Term, ...]:
        """Return the terms of ``text``: the root of each word, then each family one of its phrases is of.

        An acronym is told by its family alone, as its full words are.
        """
        said = _SET_PHRASE.sub(" ", text)
        asked = self.places.left_out_of(words_asked(said))
        words = [(root_of(word), typed) for word, typed in asked if _is_telling(word)]
        own = (Term(key, (typed,)) for key, typed in words if key not in self.acronyms)
        return (*own, *self._families(words))

    def keys(self, *texts: str) -> tuple[str, ...]:
        """Return the terms of texts that nobody will be shown."""
        return tuple(term.key for text in texts for term in self.terms(text))

    def _families(self, words: list[tuple[str, str]]) -> Iterator[Term]:
        roots = tuple(key for key, _ in words)
        seen: set[tuple[str, int]] = set()
        for start, first in enumerate(roots):
            for phrase, family in self.phrases.get(first, ()):
                end = start + len(phrase)
                if roots[start:end] == phrase and (family, start) not in seen:
                    seen.add((family, start))
                    yield Term(family, tuple(typed for _, typed in words[start:end]))


def term_reader(catalog: Catalog, *, with_places: bool = False) -> TermReader:
    """Return what reads terms with the acronyms and synonyms of ``catalog``.

    Args:
        catalog: The catalogue; the places of its trainings are known too.
        with_places: Whether the names of places are words like others.
    """
    names: dict[tuple[str, ...], str] = {}
    for number, family in enumerate(families(catalog)):
        # English is left aside: « plan » or « food » would be read in French texts.
        spoken = (phrase for phrase in family if phrase.language != "en")
        phrases = {tuple(root_of(word) for word in phrase.words) for phrase in spoken}
        # « CCTP » is an acronym and a synonym: families that share a phrase are one.
        shared = {names[phrase] for phrase in phrases if phrase in names}
        name = min(shared, default=f"family:{number:04}")
        names.update((phrase, name) for phrase in phrases if phrase)
        names.update((phrase, name) for phrase, other in list(names.items()) if other in shared)
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, name in names.items():
        by_first.setdefault(phrase[0], []).append((phrase, name))
    towns = (one.place for one in catalog.trainings.values() if one.place)
    shorts = (words_asked(one.short) for one in catalog.acronyms.values())
    return TermReader(
        phrases={first: tuple(sorted(phrases)) for first, phrases in by_first.items()},
        acronyms=frozenset(root_of(word) for words in shorts if len(words) == 1 for word, _ in words),
        places=PlaceNames({}) if with_places else place_names(towns),
    )


def code_terms(framework: str, codes: Iterable[str]) -> tuple[Term, ...]:
    """Return the codes of an outside framework as terms.

    >>> code_terms("Formacode", ["13209"])
    (Term(key='formacode:13209', written=('Formacode 13209',)),)
    """
    return tuple(
        Term(f"{framework.lower()}:{code.strip().lower()}", (f"{framework} {code.strip()}",))
        for code in codes
        if code.strip()
    )


@cache
def root_of(word: str) -> str:
    """Return what is left of a word without accents, mark of the plural and ending.

    >>> root_of("marchés"), root_of("MARCHE".lower()), root_of("élus"), root_of("élu")
    ('march', 'march', 'elu', 'elu')
    """
    letters = plain(word)
    if letters.endswith("s") and len(letters) >= _SHORTEST_PLURAL:
        letters = letters[:-1]
    return root(letters, "fr")


@cache
def _is_telling(word: str) -> bool:
    letters = plain(word)
    singular = letters.removesuffix("s") if len(letters) >= _SHORTEST_PLURAL else letters
    return not (
        is_empty(word, "fr") or letters.isdigit() or not _OF_EVERY_SHEET.isdisjoint({letters, singular})
    )
