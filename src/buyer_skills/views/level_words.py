"""Levels in words: a scale for what one knows and does, other words for ways of being, never a number."""

from buyer_skills.catalog.competencies import Competency
from buyer_skills.messages.wording import wording


def is_soft(competency: Competency) -> bool:
    """Return whether ``competency`` is a way of being, shown in words only and left out of charts."""
    return competency.kind == "savoir-etre"


def level_scale(language: str) -> tuple[str, str, str, str, str]:
    """Return the names of the five levels, for the axis of a chart.

    >>> level_scale("fr")[2]
    'application'
    """
    words = wording(language)
    return (
        words.text("terms.level.0"),
        words.text("terms.level.1"),
        words.text("terms.level.2"),
        words.text("terms.level.3"),
        words.text("terms.level.4"),
    )


def level_with_cue(level: int, language: str) -> str:
    """Return a level and what it looks like at work.

    >>> level_with_cue(1, "fr")
    'notions (avec appui)'
    """
    words = wording(language)
    name = words.text(f"terms.level.{level}")
    if not level:
        return name
    return words.text("terms.level-with-cue", level=name, cue=words.text(f"terms.level-cue.{level}"))


def required_text(competency: Competency, level: int, language: str) -> str:
    """Return the level asked of ``competency``: the scale's word, or what is expected of a way of being."""
    if is_soft(competency):
        return wording(language).text(f"terms.soft-level.{competency.reads(level)}")
    return wording(language).text(f"terms.level.{level}")


def held_text(competency: Competency, level: int, language: str) -> str:
    """Return the level held in ``competency``: the scale's word, or how a way of being shows."""
    if is_soft(competency):
        return wording(language).text(f"terms.soft-held.{competency.reads(level)}")
    return wording(language).text(f"terms.level.{level}")


def step_text(competency: Competency, from_level: int, to_level: int, language: str) -> str:
    """Return a step between two levels; that of a way of being names where it leads only."""
    words = wording(language)
    end = required_text(competency, to_level, language)
    if is_soft(competency):
        return words.text("terms.soft-step", end=end)
    return words.text("terms.step", start=words.text(f"terms.level.{from_level}"), end=end)


def competency_step_text(competency: Competency, from_level: int, to_level: int, language: str) -> str:
    """Return a competency and a step of it: « Négociation (notions → application) »."""
    return wording(language).text(
        "terms.competency-step",
        competency=competency.title.in_language(language),
        step=step_text(competency, from_level, to_level, language),
    )
