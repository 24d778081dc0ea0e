"""`export`: the catalogue as a workbook, CSV files or a JSON text, to be imported back."""

from pathlib import Path

import click

from buyer_skills.catalog.exchange import issues_of_cells, plain_catalogue, raw_catalogue
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.cli.delivering import write_and_say
from buyer_skills.cli.options import Settings, exchange_options
from buyer_skills.cli.worded import worded_command, worded_option
from buyer_skills.cli.writing import OutputFile
from buyer_skills.errors import DataError, UsageError
from buyer_skills.issues import in_order
from buyer_skills.workflows.exporting import EXPORT_FORMATS, WORKBOOKS, export_csv_files, export_file


@worded_command("export")
@worded_option("--to", "form", type=click.Choice(EXPORT_FORMATS))
@exchange_options
def cmd_export(settings: Settings, form: str | None) -> None:
    """Write the catalogue in the format of ``--to``, or of the suffix of ``-o``."""
    if settings.output is None:
        raise UsageError("export-where")
    form = form or _form_of(settings.output)
    load_catalog((settings.folder,), settings.overlays, day=settings.report_day)
    raw = raw_catalogue(settings.folder, settings.overlays)
    if form in WORKBOOKS and (found := tuple(issues_of_cells(raw))):
        raise DataError(in_order(found))
    catalogue = plain_catalogue(raw)
    if settings.output == "-":
        click.echo(export_file(catalogue, form, settings.language), nl=False)
        return
    path = Path(settings.output)
    if form == "csv" and path.suffix != ".zip":
        files = export_csv_files(catalogue, settings.language)
        write_and_say(settings, [OutputFile(path / name, content) for name, content in files.items()])
        return
    if path.is_dir() or not path.suffix:
        path /= f"catalogue.{form}"
    write_and_say(settings, [OutputFile(path, export_file(catalogue, form, settings.language))])


def _form_of(output: str) -> str:
    suffix = Path(output).suffix.removeprefix(".")
    form = "csv" if suffix == "zip" else suffix
    if form not in EXPORT_FORMATS:
        raise UsageError("export-format", output=output, known=EXPORT_FORMATS)
    return form
