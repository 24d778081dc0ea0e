"""`import`: a workbook, CSV files or a JSON text into a folder of data files."""

from pathlib import Path

import click

from buyer_skills.catalog.bundled import as_folder
from buyer_skills.cli.delivering import write_and_say
from buyer_skills.cli.importing_forms import import_forms
from buyer_skills.cli.naming import naming
from buyer_skills.cli.options import Settings, exchange_options
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.cli.writing import OutputFile
from buyer_skills.errors import DataError, UsageError
from buyer_skills.issues import Issue
from buyer_skills.messages.wording import wording
from buyer_skills.views.check_view import issue_lines
from buyer_skills.workflows.importing import Imported, import_catalogue
from buyer_skills.workflows.offer_files import SOURCES


@worded_command("import")
@worded_argument("files", metavar="FILES", type=click.Path(path_type=Path), nargs=-1, required=True)
@worded_option("--source", type=click.Choice(SOURCES))
@worded_option("--map", "mapping", type=click.Path(path_type=Path), metavar="FILE")
@exchange_options
def cmd_import(settings: Settings, files: tuple[Path, ...], source: str | None, mapping: Path | None) -> None:
    """Write the records of a file, or what forms say, in a folder; nothing when there is an error."""
    if settings.output in (None, "-"):
        raise UsageError("import-where")
    if source is not None or mapping is not None:
        # What reads other people's files is loaded by those who bring some.
        from buyer_skills.cli.bringing import bring

        if len(files) > 1:
            raise UsageError("import-not-a-form", path=str(files[1]))
        bring(settings, files[0], source or "", mapping)
        return
    folder = Path(settings.output or "")
    if import_forms(settings, files, folder):
        return
    file = files[0]
    imported = import_catalogue(
        file, file.as_posix(), as_folder(folder), settings.folder, settings.report_day, settings.overlays
    )
    if imported is None:
        raise UsageError("import-format", path=str(file))
    if imported.has_errors:
        raise DataError(imported.issues)
    for line in issue_lines(_of_file(imported.issues, file.as_posix()), settings.language):
        click.echo(line, err=True)
    _write(settings, folder, imported)


def _of_file(issues: tuple[Issue, ...], name: str) -> list[Issue]:
    """Return the issues of the file: those of what it completes are shown where that is checked."""
    return [one for one in issues if one.place.file == name or one.place.file.startswith(f"{name}/")]


def _write(settings: Settings, folder: Path, imported: Imported) -> None:
    words = wording(settings.language)
    write_and_say(settings, [OutputFile(folder / name, content) for name, content in imported.files.items()])
    changes = imported.changes
    click.echo(
        words.text(
            "exchange.done",
            added=len(changes.added),
            changed=len(changes.changed),
            removed=len(changes.removed),
            kept=changes.kept,
        )
    )
    for name, found in (("changed", changes.changed), ("removed", changes.removed)):
        if found:
            click.echo(naming(words, f"exchange.{name}", found))
    if imported.untouched:
        titles = tuple(words.text(f"workbook.sheet.{name.replace('_', '-')}") for name in imported.untouched)
        click.echo(words.text("exchange.untouched", names=titles))
    if not imported.files:
        click.echo(words.text("exchange.nothing"))
