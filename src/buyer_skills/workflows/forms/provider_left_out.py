"""The rows of a review sheet that were filled in without the answer that has them taken."""

import datetime as dt
from collections.abc import Iterator

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.forms.cells import Cells
from buyer_skills.catalog.forms.reading import FormRow, ReadForm
from buyer_skills.catalog.forms.vocabulary import Vocabulary
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, Training
from buyer_skills.issues import Issue, issue
from buyer_skills.workflows.forms.provider_form import START_KEYS, channel_known, days_known, prices_known

_TABLE = "training"
_NEVER_KNOWN = ("ended", "exact_title", "remark")
"""What is never filled in beforehand."""
_MOST = 1e9


def rows_left_out(form: ReadForm, words: Vocabulary, catalog: Catalog) -> Iterator[Issue]:
    """Yield Q201 for each training that says something new, and not whether it is still offered.

    Args:
        form: the review sheet.
        words: the words its cells may hold.
        catalog: the catalogue: what it says already was filled in beforehand, and is no answer.
    """
    for row in form.rows.get(_TABLE, []):
        training = catalog.trainings.get(row.text("training"))
        if training is None or row.text("offered"):
            continue
        if row.holds(_NEVER_KNOWN) or _says_more(row, training, form, words, catalog):
            yield issue("Q201", row.place("offered"), title=training.title.fr)


def _says_more(row: FormRow, training: Training, form: ReadForm, words: Vocabulary, catalog: Catalog) -> bool:
    # What is wrong in a cell was said when it was read.
    cells = Cells(form, words, dt.date.min, [])
    prices = prices_known(catalog, training)
    answered_known = [
        (row.text("code"), training.code),
        (row.text("channel"), channel_known(training)),
        (row.text("place"), training.place),
        (cells.modality(row, "modality", _TABLE), training.modality),
        (cells.number(row, "days", _TABLE, _MOST), days_known(training)),
        *((cells.number(row, f"price_{one}", _TABLE, _MOST), prices.get(one)) for one in EMPLOYER_FAMILIES),
    ]
    starts = {one.start.first for one in training.sessions}
    days = {cells.day(row, key, _TABLE) for key in START_KEYS} - {None}
    return not days <= starts or any(
        answer not in {None, ""} and answer != known for answer, known in answered_known
    )
