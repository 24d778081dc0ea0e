"""Closed words as spreadsheets write them: kinds, ways of following, regions, levels of diplomas."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from buyer_skills.catalog.intake.mapping import ColumnField, MappedWords
from buyer_skills.catalog.intake.table_values import plain
from buyer_skills.catalog.regions import REGIONS
from buyer_skills.catalog.trainings import Modality, TrainingKind
from buyer_skills.sources.tables import CellValue

_KINDS: tuple[tuple[TrainingKind, str], ...] = (
    (
        "course",
        r"stages?|formations? courtes?|formations? (continues?|inter)|modules?|cours|courses?|training",
    ),
    ("webinar", r"webinaires?|webinars?|webconferences?|conferences? en ligne"),
    ("workshop", r"ateliers?|workshops?"),
    ("mooc", r"moocs?"),
    ("e-learning", r"e-?learning|formations? en ligne|modules? en ligne|elearning"),
    ("cycle", r"cycles?( .*)?"),
    ("itinerary", r"itineraires?|parcours( de formation)?"),
    ("certification", r"certifications?|formations? certifiantes?|titres?( professionnels?)?"),
    ("degree", r"diplomes?|formations? diplomantes?|licences?( pro.*)?|masters?|d\.?u\.?|but|bts|mba"),
    ("peer-session", r"codeveloppement|co-developpement|groupes? de pairs|echanges? de pratiques?"),
)
_MODALITIES: tuple[tuple[Modality, str], ...] = (
    ("presentiel", r"(en )?presentiel|presence|en presence|en salle|face[ -]a[ -]face|on[ -]site|in person"),
    (
        "distanciel",
        (
            r"(en )?distanciel|a distance|distance|foad|classes? virtuelles?|visio(conference)?|"
            r"webinaires?|remote"
        ),
    ),
    (
        "hybride",
        (
            r"hybrides?|mixtes?|(formation )?mixte|blended( learning)?|"
            r"presentiel (et|\+|/|&) ?(a )?distan\w+|presentiel/distanciel|multimodale?|hybrid"
        ),
    ),
    ("en-ligne", r"en ligne|e-?learning|moocs?|autoformation( en ligne)?|online|asynchrone"),
)
_LEVELS: tuple[tuple[int, str], ...] = (
    (3, r"(niveau )?3|cap|bep"),
    (4, r"(niveau )?4|bac(calaureat)?( pro)?|bac ?\+ ?0"),
    (5, r"(niveau )?5|bac ?\+ ?2|bts|dut|deug"),
    (6, r"(niveau )?6|bac ?\+ ?[34]|bac ?\+ ?3/4|licence( pro.*)?|but|bachelor"),
    (7, r"(niveau )?7|bac ?\+ ?5|masters?( [12])?|ingenieur"),
    (8, r"(niveau )?8|bac ?\+ ?8|doctorat"),
)
_REGION_WORDS = re.compile(
    r"^(delegation|direction|antenne|region|dr|anfh|cnfpt|inset)s?( regionale| territoriale)?\b"
)
_NATIONAL = frozenset(
    {"national", "nationale", "france", "france entiere", "toute la france", "toutes regions"}
)


def read_word(field: ColumnField, cell: CellValue, words: MappedWords) -> Any:
    """Return our word for what a cell says, by the mapping's words first; None when it is not understood.

    >>> read_word("modality", "Classe virtuelle", MappedWords())
    'distanciel'
    >>> read_word("region", "DR Bretagne", MappedWords())
    'bretagne'
    """
    own: Mapping[str, Any] = getattr(words, field)
    text = plain(str(cell))
    for word, meaning in own.items():
        if plain(word) == text:
            return meaning
    return _READERS[field](text)


def has_words(field: ColumnField) -> bool:
    """Return whether a column holds one of few words, which a mapping may explain.

    >>> has_words("modality"), has_words("title")
    (True, False)
    """
    return field in _READERS


def _one_of(words: tuple[tuple[Any, str], ...]) -> Callable[[str], Any]:
    made = [(meaning, re.compile(pattern)) for meaning, pattern in words]
    return lambda text: next((meaning for meaning, pattern in made if pattern.fullmatch(text)), None)


def _region(text: str) -> str | None:
    bare = _REGION_WORDS.sub("", text).strip(" :-'")
    if bare in _NATIONAL:
        return "national"
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"^(de la|des|de l'|du|de|d')\s*", "", bare)).strip("-")
    return next((one for one in (slug, f"la-{slug}") if one in REGIONS), None)


_READERS: dict[ColumnField, Callable[[str], Any]] = {
    "kind": _one_of(_KINDS),
    "modality": _one_of(_MODALITIES),
    "region": _region,
    "degree_level": _one_of(_LEVELS),
}
