"""The line of a record that shows the words of a question."""

from collections.abc import Sequence

from buyer_skills.analyses.search.matching import NAMES, Watched
from buyer_skills.analyses.search.ranking import FIELD_WEIGHTS, Scored
from buyer_skills.analyses.search.results import FieldName
from buyer_skills.analyses.search.words import Language, spans_in

LONGEST = 90
"""Characters of an extract at most."""

CUT = "…"
"""What stands for the words left out."""

_SEEN: frozenset[FieldName] = NAMES | {"kind"}
"""Fields that the reader has before the eyes already."""

_OPENINGS: frozenset[FieldName] = frozenset({"description", "situation", "missions", "competencies"})
"""Fields whose first words tell what a record is."""

_OUTSIDE: FieldName = "links"
"""The field that says what others call it, often in English: shown when there is nothing else."""


def extract_of(scored: Scored, watched: Watched) -> str:
    """Return the line of a record where most words of the question stand; else what it opens with.

    Args:
        scored: The record, with where it holds words.
        watched: The spellings looked for, by language.
    """
    holding = [one for one in scored.match.texts if one.text.field not in _SEEN]
    telling = [one for one in holding if one.text.field != _OUTSIDE]
    if not telling and len(holding) == len(scored.match.texts):
        telling = holding
    if telling:
        best = max(telling, key=lambda one: (len(one.terms), FIELD_WEIGHTS[one.text.field]))
        return line_around(best.text.text, _places(best.text.text, best.text.language, watched))
    openings = (text.text for text in scored.match.record.texts if text.field in _OPENINGS)
    return line_around(next(openings, ""), ())


def line_around(text: str, places: Sequence[int]) -> str:
    """Return at most :data:`LONGEST` characters of ``text``, with as many of ``places`` as they can hold.

    >>> line_around("Un texte court", ())
    'Un texte court'
    """
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    room = LONGEST - 2 * len(CUT)
    starts = places or (0,)
    held = {start: sum(start <= place < start + room for place in places) for start in starts}
    first = max(starts, key=lambda start: held[start])
    last = max((place for place in places if first <= place < first + room), default=first)
    # A little of what comes before helps to understand; the end of a text is shown whole.
    start = max(0, min(first - (room - (last - first)) // 2, len(text) - room))
    if start:
        start = text.index(" ", start) + 1 if " " in text[start:first] else first
    end = start + room
    if end < len(text):
        end = text.rfind(" ", start, end + 1) if " " in text[start : end + 1] else end
    return f"{CUT if start else ''}{text[start:end].strip()}{CUT if end < len(text) else ''}"


def _places(text: str, language: Language, watched: Watched) -> tuple[int, ...]:
    spelt = watched[language]
    return tuple(place for word, place in spans_in(" ".join(text.split())) if word in spelt)
