"""The cells of a form into values: what is not understood is said with its cell, and what is expected."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import TypeVar

from buyer_skills.catalog.forms.reading import FormRow, ReadForm, day_of
from buyer_skills.catalog.forms.vocabulary import Vocabulary, normal
from buyer_skills.catalog.persons import seems_personal
from buyer_skills.catalog.trainings import EmployerFamily, Modality, TrainingKind
from buyer_skills.issues import Issue, issue
from buyer_skills.messages import Message

Value = TypeVar("Value")

_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_LEVEL = re.compile(r"([0-4])(?!\d)\W*(.*)")


class Cells:
    """Reads the cells of one form, and notes what is wrong in them."""

    def __init__(self, form: ReadForm, words: Vocabulary, today: dt.date, issues: list[Issue]) -> None:
        """Take the form, the words its cells may hold, the day it is read, and where issues go."""
        self.form = form
        self.words = words
        self.today = today
        self.issues = issues
        self._strangers: list[tuple[FormRow, str, str, Message | str]] = []

    def answer_row(self) -> FormRow | None:
        """Return the row that says who answers; None when the form has none, which is said."""
        rows = self.form.rows.get("answer", [])
        if not rows:
            self.issues.append(issue("Q108", self.form.place("answer"), sheet=_sheet(self.form, "answer")))
            return None
        return rows[0]

    def required(self, row: FormRow, key: str, table: str = "answer") -> str:
        """Return a text that must be there."""
        text = row.text(key)
        if not text:
            self.issues.append(issue("Q101", row.place(key), column=_column(self.form, table, key)))
        return text

    def function(self, row: FormRow, key: str = "function") -> str:
        """Return the function of who answers: never a name, never an address."""
        text = self.required(row, key) if key == "function" else row.text(key)
        if text and seems_personal(text):
            self.issues.append(issue("Q102", row.place(key), column=_column(self.form, "answer", key)))
        return text

    def answer_day(self, row: FormRow) -> dt.date:
        """Return the day of the answer, which may not be to come."""
        if not self.required(row, "day"):
            return self.today
        found = self.day(row, "day", "answer")
        if found is not None and found > self.today:
            self.issues.append(issue("Q106", row.place("day"), found=_said(found), day=_said(self.today)))
        return found or self.today

    def day(self, row: FormRow, key: str, table: str) -> dt.date | None:
        """Return the day of a cell, None when it is empty."""
        if key not in row.cells:
            return None
        found = day_of(row.cells[key])
        if found is None:
            self._refuse(row, key, table, Message("issues.Q104.date"))
        return found

    def number(self, row: FormRow, key: str, table: str, most: float) -> float | None:
        """Return the number of a cell, from 0 to ``most``; None when it is empty."""
        text = row.text(key).removesuffix("€").replace("\xa0", "").replace("\u202f", "").replace(" ", "")
        if not text:
            return None
        number = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else -1
        if not 0 <= number <= most:
            self._refuse(row, key, table, Message("issues.Q104.number", {"most": int(most)}))
            return None
        return int(number) if number == int(number) else number

    def yes_no(self, row: FormRow, key: str, table: str) -> bool | None:
        """Return yes or no, None when it is empty."""
        return self.word(row, key, table, self.words.answers, "yes-no")

    def importance(self, row: FormRow, key: str, table: str) -> int | None:
        """Return an importance, None when the cell is empty."""
        return self.word(row, key, table, self.words.importances, "importance")

    def family(self, row: FormRow, key: str, table: str) -> EmployerFamily | None:
        """Return an employer family, None when the cell is empty."""
        return self.word(row, key, table, self.words.families, "family")

    def kind(self, row: FormRow, key: str, table: str) -> TrainingKind | None:
        """Return a kind of training, None when the cell is empty."""
        return self.word(row, key, table, self.words.kinds, "kind")

    def modality(self, row: FormRow, key: str, table: str) -> Modality | None:
        """Return how a training is followed, None when the cell is empty."""
        return self.word(row, key, table, self.words.modalities, "modality")

    def word(
        self, row: FormRow, key: str, table: str, known: Mapping[str, Value], choices: str
    ) -> Value | None:
        """Return what a word of a list stands for, None when the cell is empty."""
        text = normal(row.text(key))
        if not text:
            return None
        if text not in known:
            self._refuse(row, key, table, self._expected(choices))
            return None
        return known[text]

    def level(self, row: FormRow, key: str, table: str, *, is_soft: bool) -> int | None:
        """Return a level: a number, a word, or both; None when the cell is empty."""
        text = normal(row.text(key))
        if not text:
            return None
        asked = "-asked" if self.form.form == "employer-profile" else ""
        if is_soft:
            found, choices = self.words.soft_levels.get(text), f"level-soft{asked}"
        else:
            found, choices = _level_of(text, self.words.levels), f"level-known{asked}"
        if found is None:
            self._refuse(row, key, table, self._expected(choices))
        return found

    def entry(self, row: FormRow, key: str, table: str, *, is_soft: bool) -> int | None:
        """Return the level held on entry, said as a level is; None when the cell is empty."""
        text = normal(row.text(key))
        if not text:
            return None
        if is_soft:
            found, choices = self.words.soft_entries.get(text), "entry-soft"
        else:
            found, choices = _level_of(text, self.words.entries), "entry-known"
        if found is None:
            self._refuse(row, key, table, self._expected(choices))
        return found

    def unknown(self, row: FormRow, key: str, found: str, close: Message | str) -> None:
        """Note an id that the catalogue does not have."""
        self.issues.append(issue("Q103", row.place(key), found=found, nearest=close))

    def stranger(self, row: FormRow, key: str, found: str, close: Message | str) -> None:
        """Note a hidden id that the catalogue does not have; several of them are said in one line.

        Nobody typed them: they are of the catalogue that the form was made from, which is another one.
        """
        self._strangers.append((row, key, found, close))

    def say_strangers(self) -> None:
        """Say the hidden ids that the catalogue does not have, once the form is read."""
        if len(self._strangers) == 1:
            self.unknown(*self._strangers[0])
        elif self._strangers:
            row, key, _, _ = self._strangers[0]
            names = tuple(dict.fromkeys(found for _, _, found, _ in self._strangers))
            rows = len(self._strangers)
            self.issues.append(issue("Q115", row.place(key), rows=rows, names=names))
        self._strangers.clear()

    def twice(self, row: FormRow, key: str, found: str) -> None:
        """Note a line that another one says already."""
        self.issues.append(issue("Q107", row.place(key), found=found))

    def _expected(self, choices: str) -> Message:
        # Some words hold a comma.
        return Message("issues.Q104.words", {"known": " ; ".join(self.words.lists[choices])})

    def _refuse(self, row: FormRow, key: str, table: str, expected: Message) -> None:
        column = _column(self.form, table, key)
        found = row.text(key)[:80]
        self.issues.append(issue("Q104", row.place(key), column=column, found=found, expected=expected))


def _said(day: dt.date) -> Message:
    """Return a day as readers write it: 02/12/2026 in French."""
    numbers = {"day": f"{day.day:02}", "month": f"{day.month:02}", "year": day.year}
    return Message("issues.day", numbers)


def _level_of(text: str, known: Mapping[str, int]) -> int | None:
    """Return a level said by a number of the list, by its word, or by both when they agree."""
    if text in known:
        return known[text]
    match = _LEVEL.fullmatch(text)
    if match is None or int(match[1]) not in known.values():
        return None
    level = int(match[1])
    return level if not match[2] or known.get(match[2]) == level else None


def _column(form: ReadForm, table: str, key: str) -> Message:
    return Message(f"form.{form.form}.{table}.{key.replace('_', '-')}")


def _sheet(form: ReadForm, table: str) -> Message:
    return Message(f"form.{form.form}.sheet.{table}")
