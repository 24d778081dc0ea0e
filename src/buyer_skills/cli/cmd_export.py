"""`export`: the catalogue as a workbook, CSV files or a JSON text, to be imported back."""

from pathlib import Path

import click

from buyer_skills.catalog.exchange import issues_of_cells, plain_catalogue, raw_catalogue
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.cli.delivering import write_and_say
from buyer_skills.cli.exporting_forms import form_format, write_form
from buyer_skills.cli.finding import profile_named, refuse_unknown
from buyer_skills.cli.options import Settings, exchange_options
from buyer_skills.cli.worded import worded_command, worded_option
from buyer_skills.cli.writing import OutputFile
from buyer_skills.errors import DataError, UsageError
from buyer_skills.issues import in_order
from buyer_skills.workflows.exporting import EXPORT_FORMATS, WORKBOOKS, export_csv_files, export_file
from buyer_skills.workflows.forms.employer_form import employer_form
from buyer_skills.workflows.forms.provider_form import provider_form


@worded_command("export")
@worded_option("--to", "form", type=click.Choice(EXPORT_FORMATS))
@worded_option("--provider", "for_provider", metavar="ID")
@worded_option("--profile", "for_profile", metavar="ID")
@exchange_options
def cmd_export(
    settings: Settings, form: str | None, for_provider: str | None, for_profile: str | None
) -> None:
    """Write the catalogue, or a form to send out, in the format of ``--to`` or of the suffix of ``-o``."""
    if for_provider and for_profile:
        raise UsageError("one-form")
    if for_provider or for_profile:
        _export_form(settings, form, for_provider, for_profile)
        return
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


def _export_form(settings: Settings, form: str | None, provider: str | None, profile: str | None) -> None:
    """Write the form for a body, or the one for the employers of a job."""
    form = form_format(settings.output, form)
    graph = settings.graph()
    if provider is not None and provider not in graph.catalog.providers:
        refuse_unknown("provider", provider, graph.catalog.providers)
    if provider is not None:
        workbook = provider_form(graph, provider, settings.language)
        write_form(settings, workbook, f"relecture-{provider}", form)
    elif profile is not None:
        workbook = employer_form(graph, profile_named(graph, profile), settings.language)
        write_form(settings, workbook, f"employeurs-{profile}", form)


def _form_of(output: str) -> str:
    suffix = Path(output).suffix.removeprefix(".")
    form = "csv" if suffix == "zip" else suffix
    if form not in EXPORT_FORMATS:
        raise UsageError("export-format", output=output, known=EXPORT_FORMATS)
    return form
