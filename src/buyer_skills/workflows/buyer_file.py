"""A buyer file to fill in: the competencies of a job, their titles, and the levels in words."""

import textwrap

from buyer_skills.catalog.competencies import TOP_SOFT_LEVEL, Competency
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import is_soft

WIDTH = 96
"""Columns of the comments."""


def buyer_file_text(graph: SkillGraph, profile: JobProfile, language: str) -> str:
    """Return a YAML buyer file for ``profile`` in which every level is blank, to be filled in.

    The competencies come by area, each under a comment that says what it means, so that the file can
    be filled in without anything else at hand. It is valid as it is: a blank is a question not answered.
    """
    words = wording(language)
    title = profile.title.in_language(language)
    lines = [
        *_comment(words.text("buyer-file.intro", title=title, profile=profile.id)),
        *_comment(words.text("buyer-file.personal")),
        "",
        *_comment(words.text("buyer-file.id")),
        f"id: {words.text('buyer-file.example-id')}",
        "",
        *_comment(words.text("buyer-file.employer", families=EMPLOYER_FAMILIES)),
        "# employer: territorial",
        "",
        *_comment(words.text("buyer-file.degree")),
        "# degree_level: 6",
        "",
        *_comment(words.text("buyer-file.completed")),
        "completed: []",
        "",
        *_scale(words),
        "levels:",
        *_levels(graph, profile, words),
    ]
    return "\n".join(lines) + "\n"


def _scale(words: Wording) -> list[str]:
    rated = [
        words.text("buyer-file.level", level=level, words=_level_words(level, words)) for level in range(5)
    ]
    soft = [
        words.text("buyer-file.level", level=level, words=words.text(f"terms.soft-held.{level}"))
        for level in range(TOP_SOFT_LEVEL + 1)
    ]
    return [
        *_comment(words.text("buyer-file.scale")),
        *(f"#   {line}" for line in rated),
        *_comment(words.text("buyer-file.soft-scale")),
        *(f"#   {line}" for line in soft),
        *_comment(words.text("buyer-file.blank")),
    ]


def _level_words(level: int, words: Wording) -> str:
    name = words.text(f"terms.level.{level}")
    return (
        words.text("terms.level-with-cue", level=name, cue=words.text(f"terms.level-cue.{level}"))
        if level
        else name
    )


def _levels(graph: SkillGraph, profile: JobProfile, words: Wording) -> list[str]:
    asked = {one.competency for one in profile.requirements if one.level}
    lines: list[str] = []
    for area in graph.catalog.areas.values():
        found = [one for one in graph.competencies_of_area(area.id) if one.id in asked]
        if not found:
            continue
        lines += ["", f"  # --- {area.title.in_language(words.language)}"]
        for competency in found:
            lines += [*_described(competency, words), f"  {competency.id}:"]
    return lines


def _described(competency: Competency, words: Wording) -> list[str]:
    text = competency.title.in_language(words.language)
    if is_soft(competency):
        text = words.text("buyer-file.soft", title=text)
    if competency.description:
        description = competency.description.in_language(words.language)
        text = words.text("buyer-file.described", title=text, description=description)
    return _comment(text, "  # ")


def _comment(text: str, mark: str = "# ") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=mark, subsequent_indent=mark, break_on_hyphens=False)
