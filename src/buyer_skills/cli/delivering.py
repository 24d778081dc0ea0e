"""A report to where it was asked for: the terminal, the standard output, a file or a folder."""

from collections.abc import Callable
from pathlib import Path

import click
from pydantic import BaseModel

from buyer_skills.cli.options import Settings, terminal
from buyer_skills.cli.writing import OutputFile, write_files
from buyer_skills.errors import UsageError
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import ReportView

DEFAULT_FOLDER = Path("outputs")
"""Where several formats land when no folder is named."""


def deliver(settings: Settings, stem: str, result: BaseModel, view: Callable[[], ReportView]) -> None:
    """Show or write a report in each format asked for.

    Without a format and without ``-o``, it is shown in the terminal. With one format and no ``-o``, it
    goes to the standard output. A file's own suffix says its format when none is asked for.

    Args:
        settings: what the shared options say.
        stem: name of the files, without suffix: ``gap-b1-acheteur-public``.
        result: what the analysis found; its JSON is the result itself.
        view: makes the report; called only for a format that needs it.
    """
    formats = settings.written_formats
    if not formats:
        if settings.output not in (None, "-"):
            raise UsageError("format-needed", output=settings.output)
        show_in_terminal(view())
        return
    if settings.output == "-" and len(formats) > 1:
        raise UsageError("one-format-for-stdout", formats=formats)
    contents = {name: report_bytes(name, result, view) for name in formats}
    if len(formats) == 1 and settings.output in (None, "-"):
        click.echo(contents[formats[0]], nl=False)
        return
    write_and_say(settings, _destinations(settings.output, stem, contents))


def report_bytes(format_name: str, result: BaseModel, view: Callable[[], ReportView]) -> bytes:
    """Return a report in one format: ``json``, ``md`` or ``html``."""
    # Each renderer is loaded by those who ask for it: templates and charts are slow to load.
    if format_name == "json":
        return json_bytes(result)
    if format_name == "md":
        from buyer_skills.renderers.markdown import render_markdown

        return render_markdown(view()).encode()
    from buyer_skills.renderers.html import render_html

    return render_html(view())


def json_bytes(result: BaseModel) -> bytes:
    """Return a result as its own JSON: the public contract."""
    return (result.model_dump_json(indent=2, by_alias=True) + "\n").encode()


def write_and_say(settings: Settings, files: list[OutputFile]) -> None:
    """Write files by the rule of ``--force`` and say where each one is."""
    write_files(files, overwrite=settings.force)
    words = wording(settings.language)
    for file in files:
        click.echo(words.text("cli.written", path=str(file.path)), err=True)


def show_in_terminal(view: ReportView) -> None:
    """Print a report, laid out for the terminal or, when it goes elsewhere, for plain lines."""
    from buyer_skills.renderers.text import render_text

    width, colour = terminal()
    click.echo(render_text(view, width, colour=colour), nl=False, color=colour)


def _destinations(output: str | None, stem: str, contents: dict[str, bytes]) -> list[OutputFile]:
    folder = Path(output) if output else DEFAULT_FOLDER
    if len(contents) == 1 and output:
        (name,) = contents
        if folder.suffix == f".{name}":
            return [OutputFile(folder, contents[name])]
    return [OutputFile(folder / f"{stem}.{name}", content) for name, content in contents.items()]
