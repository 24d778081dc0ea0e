"""`bridge DEGREE --as questionnaire`: what the head of a degree is asked, with what we believe of it."""

from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.sources.tables import WrittenWorkbook
from buyer_skills.views.level_words import is_soft
from buyer_skills.views.training_words import provider_title
from buyer_skills.workflows.forms.form_words import Row, form_workbook, level_choices, level_word
from buyer_skills.workflows.forms.provider_form import levels_taught

_JOBS = ("standard", "local")


def degree_form(graph: SkillGraph, degree: Training, language: str) -> WrittenWorkbook:
    """Return the questionnaire on a degree.

    The competencies it is believed to touch come first, then those that most jobs ask for.

    Args:
        graph: the catalogue at the day the questionnaire is made.
        degree: the degree.
        language: language of the questionnaire.
    """
    words = wording(language)
    title = degree.title.in_language(language)
    believed = levels_taught(degree)
    units = {one.competency: one.unit for one in degree.taught if one.unit}
    is_known = degree.basis == "programme" or degree.evidence == "confirmed"
    rows: list[Row] = []
    choices: dict[tuple[int, str], tuple[str, ...]] = {}
    for index, record in enumerate(_in_order(graph, believed)):
        level = believed.get(record.id)
        soft = is_soft(record)
        word = level_word(level, words, is_soft=soft, is_asked=False) if level else None
        area = graph.catalog.areas.get(record.area)
        rows.append(
            {
                "competency": record.id,
                "area": area.title.in_language(language) if area else record.area,
                "competency_title": record.title.in_language(language),
                "believed": word,
                "level": word if is_known else None,
                "unit": units.get(record.id),
            }
        )
        choices[index, "level"] = level_choices(words, is_soft=soft, is_asked=False)
    answer: Row = {
        "degree": degree.id,
        "title": title,
        "body": provider_title(graph, degree, language),
        "code": degree.code,
        "calendar": degree.calendar.in_language(language) if degree.calendar else None,
        "contact": degree.contact,
    }
    return form_workbook(
        "degree-questionnaire",
        title,
        {"answer": (answer,), "competency": rows},
        {"competency": choices},
        language,
    )


def _in_order(graph: SkillGraph, believed: dict[str, int]) -> list[Competency]:
    asked: dict[str, int] = {}
    for profile in graph.catalog.profiles.values():
        if profile.kind in _JOBS:
            for one in profile.requirements:
                asked[one.competency] = asked.get(one.competency, 0) + (one.level > 0)
    return sorted(
        graph.catalog.competencies.values(),
        key=lambda one: (one.id not in believed, -asked.get(one.id, 0), one.id),
    )
