"""`init`: the files of a first catalogue, or of an overlay, with their workbook."""

from pathlib import Path

import click

from buyer_skills.cli.delivering import write_and_say
from buyer_skills.cli.options import Settings, writing_options
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.cli.writing import OutputFile
from buyer_skills.messages.wording import wording
from buyer_skills.workflows.starting import starting_files


@worded_command("init")
@worded_argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@worded_option("--overlay", is_flag=True)
@writing_options
def cmd_init(settings: Settings, folder: Path, *, overlay: bool) -> None:
    """Write a documented catalogue that passes ``check``, and the same as a workbook."""
    files = starting_files(settings.report_day, settings.language, is_overlay=overlay)
    write_and_say(settings, [OutputFile(folder / name, content) for name, content in files.items()])
    click.echo(wording(settings.language).text("exchange.started", folder=str(folder)))
