"""The rules that correct what nearness alone would say; each can be left out, to measure what it changes."""

from dataclasses import dataclass

KNOWN_FROM = 0.5
"""Score of the nearest competency from which something is said; the docs page says what it costs."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rules are followed.

    - ``places``: names of places say nothing.
    - ``brackets``: what stands in brackets may bring a title near, never push it away.
    - ``whole_names``: a competency whose whole name stands in the title comes first.
    - ``matters``: what a name is about, said by that name alone, brings its competency up.
    - ``vague``: « public » alone is no reason.
    - ``borrowed``: one word, when it is in the name of another competency, is no reason.
    """

    places: bool = True
    brackets: bool = True
    whole_names: bool = True
    matters: bool = True
    vague: bool = True
    borrowed: bool = True


RULES = Rules()
"""All of them: what is chosen."""
