"""The questionnaire on a degree, back into its record: what its head confirmed or corrected."""

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.forms.answers import DegreeAnswers
from buyer_skills.workflows.forms.folder_records import FolderRecords
from buyer_skills.workflows.forms.training_records import Confirming, outcome_keys, status_keys


def take_degree_answers(answers: DegreeAnswers, catalog: Catalog, into: FolderRecords) -> None:
    """Write in a folder what the head of a degree answered.

    Args:
        answers: the answers.
        catalog: the catalogue they are compared with: what is the same is confirmed and not written again.
        into: the records of the folder.
    """
    degree = catalog.trainings[answers.degree]
    keys = status_keys(degree, answers.day, offered=answers.offered, ended=None)
    if answers.code and answers.code != degree.code:
        keys["code"] = answers.code
    if answers.calendar and (degree.calendar is None or answers.calendar != degree.calendar.fr):
        keys["calendar"] = {"fr": answers.calendar}
    if answers.contact and answers.contact != degree.contact:
        keys["contact"] = answers.contact
    taught, removed = outcome_keys(degree, answers.levels, units=answers.units)
    confirming = Confirming(into, catalog, degree.provider, answers.function, answers.day)
    confirming.confirm(degree, {**keys, **taught}, removed, answers.remark)
