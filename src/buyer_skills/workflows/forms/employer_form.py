"""`export --profile`: what employers are asked of a job, with what its sheet asks for today."""

from collections.abc import Iterator

from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.profiles import JobProfile, Requirement
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.sources.tables import WrittenWorkbook
from buyer_skills.views.level_words import is_soft
from buyer_skills.workflows.forms.form_words import Row, form_workbook, level_choices, level_word


def employer_form(graph: SkillGraph, profile: JobProfile, language: str) -> WrittenWorkbook:
    """Return the sheet that employers fill in on a job.

    What the job asks for comes first, the most important first; then every other competency, by area.

    Args:
        graph: the catalogue.
        profile: the job.
        language: language of the sheet.
    """
    words = wording(language)
    title = profile.title.in_language(language)
    asked = {one.competency: one for one in profile.requirements if one.level}
    ordered = list(_in_order(graph, asked))
    rows = [_row(one, asked.get(one.id), graph, words) for one in ordered]
    choices = {
        (index, "level"): level_choices(words, is_soft=is_soft(one), is_asked=True)
        for index, one in enumerate(ordered)
    }
    answer: Row = {"profile": profile.id, "title": title}
    return form_workbook(
        "employer-profile",
        title,
        {"answer": (answer,), "requirement": rows},
        {"requirement": choices},
        language,
    )


def _in_order(graph: SkillGraph, asked: dict[str, Requirement]) -> Iterator[Competency]:
    first = sorted(asked.values(), key=lambda one: -one.importance)
    yield from (graph.competency(one.competency) for one in first)
    for area in graph.catalog.areas:
        yield from (one for one in graph.competencies_of_area(area) if one.id not in asked)


def _row(record: Competency, requirement: Requirement | None, graph: SkillGraph, words: Wording) -> Row:
    area = graph.catalog.areas.get(record.area)
    row: dict[str, str | None] = {
        "competency": record.id,
        "area": area.title.in_language(words.language) if area else record.area,
        "competency_title": record.title.in_language(words.language),
        "believed": words.text("form.not-asked"),
    }
    if requirement is not None:
        soft = is_soft(record)
        row["believed"] = level_word(requirement.level, words, is_soft=soft, is_asked=True)
        row["believed_importance"] = words.text(f"terms.importance.{requirement.importance}")
    return row
