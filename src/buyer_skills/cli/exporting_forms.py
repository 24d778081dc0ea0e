"""`export --provider`, `export --profile` and `bridge --as questionnaire`: forms to send out."""

from pathlib import Path

import click

from buyer_skills.cli.delivering import write_and_say
from buyer_skills.cli.options import Settings
from buyer_skills.cli.writing import OutputFile
from buyer_skills.errors import UsageError
from buyer_skills.sources.tables import WrittenWorkbook
from buyer_skills.workflows.forms.form_words import FORM_FORMATS, form_bytes


def form_format(output: str | None, form: str | None) -> str:
    """Return the format of a form: the one asked for, else the suffix of the file.

    Raises:
        UsageError: no file is named, or the format is not one of forms.
    """
    if output is None:
        raise UsageError("export-where")
    found = form or Path(output).suffix.removeprefix(".")
    if found not in FORM_FORMATS:
        raise UsageError("form-format", output=output, known=FORM_FORMATS)
    return found


def write_form(settings: Settings, workbook: WrittenWorkbook, stem: str, form: str) -> None:
    """Write a form where ``-o`` says: a file, a folder, or the standard output.

    Args:
        settings: what the shared options say.
        workbook: the form.
        stem: name of the file in a folder, without suffix.
        form: its format.
    """
    content = form_bytes(workbook, form)
    if settings.output == "-":
        click.echo(content, nl=False)
        return
    path = Path(settings.output or "")
    if path.is_dir() or not path.suffix:
        path /= f"{stem}.{form}"
    write_and_say(settings, [OutputFile(path, content)])
