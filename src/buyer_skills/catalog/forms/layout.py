"""The forms: their tables, and the columns of each, by the keys they are read back by."""

from dataclasses import dataclass
from typing import Literal

FormName = Literal["provider-review", "degree-questionnaire", "employer-profile"]
"""What a body says of its trainings; what the head of a degree says of it; what an employer asks of a job."""

CellKind = Literal[
    "id",
    "known",
    "text",
    "date",
    "number",
    "yes-no",
    "level",
    "entry",
    "importance",
    "family",
    "kind",
    "modality",
]
"""What a cell holds. `id` is hidden and says what the row is of; `known` shows what we believe, and is not
read; words of the others are read in every language of the interface."""

ANSWER = "answer"
"""The table that says who answers, and when: one row."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form."""

    key: str
    kind: CellKind
    is_required: bool = False
    """Whether its cells are compulsory, in the rows that are answered."""
    is_late: bool = False
    """Whether forms were sent out before it was there: one that has it not is as good."""


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of a form: one sheet of its workbook."""

    form: FormName
    name: str
    columns: tuple[FormColumn, ...]
    extra_rows: int = 0
    """Empty rows for what we do not know of."""

    @property
    def key(self) -> str:
        """Its key, such as ``provider-review.answer``."""
        return f"{self.form}.{self.name}"

    def column(self, key: str) -> FormColumn | None:
        """Return the column of a key."""
        return next((one for one in self.columns if one.key == key), None)


_LATE = frozenset({"entry", "place", "modality"})


def _columns(kinds: dict[str, CellKind], required: frozenset[str] = frozenset()) -> tuple[FormColumn, ...]:
    return tuple(FormColumn(key, kind, key in required, key in _LATE) for key, kind in kinds.items())


_WHO = frozenset({"name", "family", "function", "day"})

FORMS: dict[FormName, tuple[FormTable, ...]] = {
    "provider-review": (
        FormTable(
            "provider-review",
            ANSWER,
            _columns({"provider": "id", "body": "known", "function": "text", "day": "date"}, _WHO),
        ),
        FormTable(
            "provider-review",
            "training",
            _columns(
                {
                    "training": "id",
                    "title": "known",
                    "teaches": "known",
                    "known": "known",
                    "offered": "yes-no",
                    "ended": "date",
                    "exact_title": "text",
                    "code": "text",
                    "days": "number",
                    "place": "text",
                    "modality": "modality",
                    "price_territorial": "number",
                    "price_hospitalier": "number",
                    "price_etat": "number",
                    "price_autre": "number",
                    "start_1": "date",
                    "start_2": "date",
                    "start_3": "date",
                    "channel": "text",
                    "remark": "text",
                },
                frozenset({"offered"}),
            ),
        ),
        FormTable(
            "provider-review",
            "outcome",
            _columns(
                {
                    "training": "id",
                    "competency": "id",
                    "title": "known",
                    "competency_title": "known",
                    "believed": "known",
                    "entry": "entry",
                    "level": "level",
                }
            ),
            extra_rows=30,
        ),
        FormTable(
            "provider-review",
            "added",
            _columns(
                {
                    "title": "text",
                    "kind": "kind",
                    "days": "number",
                    "code": "text",
                    "aims": "text",
                    "url": "text",
                }
            ),
            extra_rows=20,
        ),
    ),
    "degree-questionnaire": (
        FormTable(
            "degree-questionnaire",
            ANSWER,
            _columns(
                {
                    "degree": "id",
                    "title": "known",
                    "body": "known",
                    "function": "text",
                    "day": "date",
                    "offered": "yes-no",
                    "code": "text",
                    "calendar": "text",
                    "contact": "text",
                    "remark": "text",
                },
                _WHO,
            ),
        ),
        FormTable(
            "degree-questionnaire",
            "competency",
            _columns(
                {
                    "competency": "id",
                    "area": "known",
                    "competency_title": "known",
                    "believed": "known",
                    "level": "level",
                    "unit": "text",
                }
            ),
        ),
    ),
    "employer-profile": (
        FormTable(
            "employer-profile",
            ANSWER,
            _columns(
                {
                    "profile": "id",
                    "title": "known",
                    "name": "text",
                    "family": "family",
                    "function": "text",
                    "day": "date",
                    "remark": "text",
                },
                _WHO,
            ),
        ),
        FormTable(
            "employer-profile",
            "requirement",
            _columns(
                {
                    "competency": "id",
                    "area": "known",
                    "competency_title": "known",
                    "believed": "known",
                    "believed_importance": "known",
                    "asked": "yes-no",
                    "level": "level",
                    "importance": "importance",
                }
            ),
        ),
        FormTable(
            "employer-profile",
            "added",
            _columns({"title": "text", "reason": "text"}),
            extra_rows=10,
        ),
    ),
}
"""The tables of each form, in the order of its sheets."""


def form_table(form: FormName, name: str) -> FormTable:
    """Return a table of a form."""
    return next(one for one in FORMS[form] if one.name == name)
