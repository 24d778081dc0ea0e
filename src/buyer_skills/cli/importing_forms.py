"""`import` of forms that came back: what they change is written, and said."""

from collections.abc import Sequence
from pathlib import Path

import click

from buyer_skills.catalog.bundled import as_folder
from buyer_skills.cli.delivering import write_and_say
from buyer_skills.cli.naming import naming
from buyer_skills.cli.options import Settings
from buyer_skills.cli.writing import OutputFile
from buyer_skills.errors import DataError, UsageError
from buyer_skills.messages.wording import wording
from buyer_skills.views.check_view import issue_lines
from buyer_skills.workflows.forms.answering import import_answers, read_forms

_GROUPS = ("trainings", "employer_answers", "job_profiles")
"""The records that answers make, the others being their log and their sources."""


def import_forms(settings: Settings, files: Sequence[Path], folder: Path) -> bool:
    """Write in ``folder`` what forms say; False when the one file is no form, and nothing is done.

    Raises:
        UsageError: several files, one of which is no form.
        DataError: a form, or the folder, has errors: nothing is written.
    """
    read = read_forms(files)
    if read.others:
        if len(files) > 1:
            raise UsageError("import-not-a-form", path=str(read.others[0]))
        return False
    answered = import_answers(
        read,
        as_folder(folder),
        settings.folder,
        settings.overlays,
        day=settings.report_day,
        language=settings.language,
    )
    if answered.has_errors:
        raise DataError(answered.issues)
    for line in issue_lines(answered.issues, settings.language):
        click.echo(line, err=True)
    write_and_say(settings, [OutputFile(folder / name, content) for name, content in answered.files.items()])
    words = wording(settings.language)
    changes = answered.changes
    click.echo(words.text("form.done", count=len(read.forms)))
    for group in _GROUPS:
        if names := changes.written.get(group):
            click.echo(naming(words, f"form.wrote.{group.replace('_', '-')}", names))
    if not answered.files:
        click.echo(words.text("exchange.nothing"))
    return True
