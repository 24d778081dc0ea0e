"""A form that came back, into answers: one way in for the three of them."""

import datetime as dt

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.forms.answers import Answers
from buyer_skills.catalog.forms.cells import Cells
from buyer_skills.catalog.forms.degree_questionnaire import degree_answers
from buyer_skills.catalog.forms.employer_profile import employer_answers
from buyer_skills.catalog.forms.provider_review import provider_answers
from buyer_skills.catalog.forms.reading import ReadForm
from buyer_skills.catalog.forms.vocabulary import Vocabulary
from buyer_skills.issues import Issue

_READERS = {
    "provider-review": provider_answers,
    "degree-questionnaire": degree_answers,
    "employer-profile": employer_answers,
}


def answers_of(
    form: ReadForm, catalog: Catalog, words: Vocabulary, today: dt.date, issues: list[Issue]
) -> Answers | None:
    """Return what a form says; None when nothing can be made of it.

    Args:
        form: the form, as it came back.
        catalog: the catalogue that its ids are looked up in.
        words: the words its cells may hold.
        today: the day it is imported: no answer is later.
        issues: what is wrong in it is added here.
    """
    cells = Cells(form, words, today, issues)
    answers: Answers | None = _READERS[form.form](cells, catalog)
    cells.say_strangers()
    return answers
