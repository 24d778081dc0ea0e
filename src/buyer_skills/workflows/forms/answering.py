"""`import` of forms: what others answered, into the records of a folder; nothing when there is an error."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from buyer_skills.catalog.bundled import DataFolder
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.data_files import Changes
from buyer_skills.catalog.forms.answering import answers_of
from buyer_skills.catalog.forms.answers import Answers, DegreeAnswers, EmployerAnswers, ProviderAnswers
from buyer_skills.catalog.forms.reading import ReadForm, read_form
from buyer_skills.catalog.loading import AnyFolder, Underneath
from buyer_skills.catalog.own_folder import own_folder
from buyer_skills.errors import UsageError
from buyer_skills.issues import Issue, has_errors, in_order, issue
from buyer_skills.messages.wording import LANGUAGES, wording
from buyer_skills.workflows.forms.degree_records import take_degree_answers
from buyer_skills.workflows.forms.employer_records import propose_profiles, take_employer_answer
from buyer_skills.workflows.forms.folder_records import FolderRecords
from buyer_skills.workflows.forms.form_words import vocabulary
from buyer_skills.workflows.forms.provider_left_out import rows_left_out
from buyer_skills.workflows.forms.provider_records import take_provider_answers


@dataclass
class ReadForms:
    """The files of one import, those that are forms and those that are not."""

    forms: list[ReadForm] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


@dataclass
class Answered:
    """What was found in forms, and the files they would make of a folder: none when there is an error."""

    issues: tuple[Issue, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)

    @property
    def has_errors(self) -> bool:
        """Whether nothing may be written."""
        return has_errors(self.issues)


def read_forms(files: Iterable[Path]) -> ReadForms:
    """Read the files that are forms; the others are named."""
    read = ReadForms()
    for path in files:
        form = read_form(path, path.as_posix(), read.issues)
        if form is None:
            read.others.append(path)
        else:
            read.forms.append(form)
    return read


def import_answers(
    read: ReadForms,
    into: DataFolder,
    under: DataFolder,
    overlays: Sequence[AnyFolder],
    *,
    day: dt.date,
    language: str,
) -> Answered:
    """Return the files that answers make of a folder.

    Args:
        read: the forms.
        into: the folder they go to; what is there already stays.
        under: the catalogue that the folder is laid over, when it is an overlay or new.
        overlays: folders laid over ``under`` before it.
        day: the day of the import.
        language: language of who imports; words of the other one are understood too.

    Raises:
        UsageError: answers of employers go to a folder that is no overlay.
    """
    titles = {one: wording(one).text("form.folder-title") for one in LANGUAGES}
    own = own_folder(into, titles, Underneath(under, overlays), day)
    loaded = own.checked()
    if loaded.has_errors:
        return Answered(loaded.issues)
    if not own.is_overlay and any(one.form == "employer-profile" for one in read.forms):
        # What employers propose waits over the catalogue: a folder that is the catalogue has nowhere for it.
        raise UsageError("answers-need-overlay", folder=into.label)
    issues = list(read.issues)
    found = _in_turn(read, loaded.catalog, language, day, issues)
    if has_errors(issues):
        return Answered(in_order(issues))
    answered = Answered(())
    folder = FolderRecords(own)
    catalog = loaded.catalog
    for number, answers in enumerate(found):
        if number and not isinstance(answers, EmployerAnswers):
            # What an answer says is compared with those before it.
            catalog = folder.checked().catalog
        _take(answers, catalog, folder)
    asked = [one.answer.profile for one in found if isinstance(one, EmployerAnswers)]
    if asked:
        propose_profiles(asked, folder.checked().catalog, folder)
    answered.files = own.files(answered.changes)
    after = own.checked(answered.files)
    if after.has_errors:
        return Answered(after.issues)
    answered.issues = in_order(issues)
    return answered


def _in_turn(
    read: ReadForms, catalog: Catalog, language: str, day: dt.date, issues: list[Issue]
) -> list[Answers]:
    """Return what the forms say, the oldest answer first; the order of the files says so among equals."""
    words = vocabulary(catalog, language)
    found: list[Answers] = []
    for form in read.forms:
        wrong: list[Issue] = []
        answers = answers_of(form, catalog, words, day, wrong)
        issues += wrong
        if isinstance(answers, ProviderAnswers):
            issues += rows_left_out(form, words, catalog)
        if answers is None or has_errors(wrong):
            continue
        if _says_something(answers):
            found.append(answers)
        else:
            issues.append(issue("Q204", form.place("")))
    return sorted(found, key=_day_of)


def _day_of(answers: Answers) -> dt.date:
    return answers.answer.day.last if isinstance(answers, EmployerAnswers) else answers.day


def _says_something(answers: Answers) -> bool:
    if isinstance(answers, ProviderAnswers):
        return bool(answers.trainings or answers.added)
    if isinstance(answers, EmployerAnswers):
        return bool(answers.answer.requirements or answers.answer.missing or answers.answer.remark)
    said = (answers.code, answers.calendar, answers.contact, answers.remark, answers.levels, answers.units)
    return answers.offered is not None or any(said)


def _take(answers: Answers, catalog: Catalog, folder: FolderRecords) -> None:
    if isinstance(answers, ProviderAnswers):
        take_provider_answers(answers, catalog, folder)
    elif isinstance(answers, DegreeAnswers):
        take_degree_answers(answers, catalog, folder)
    else:
        take_employer_answer(answers.answer, folder)
