"""`demo`: the three journeys on the bundled catalogue."""

import textwrap
from dataclasses import replace
from pathlib import Path

import click

from buyer_skills.catalog.bundled import bundled_example
from buyer_skills.cli.finding import buyer_from, profile_named
from buyer_skills.cli.options import Settings, catalogue_options, terminal
from buyer_skills.cli.worded import worded_command, worded_option
from buyer_skills.cli.writing import OutputFile, write_files
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.spacing import NO_BREAK, french_spaces
from buyer_skills.messages.wording import wording
from buyer_skills.workflows.demo import PROFILE, play_journeys

SHOWCASE = Path("outputs", "showcase")
"""Where the demo writes when no folder is named: its own folder, so it overwrites what is there."""


@worded_command("demo")
@worded_option("-o", "--output", default=str(SHOWCASE), metavar="DIR")
@catalogue_options
def cmd_demo(settings: Settings) -> None:
    """Play the three journeys, write their reports, and say what was found."""
    output = Path(settings.output or SHOWCASE)
    catalog = settings.catalog()
    # The showcase must not change with the calendar: it is dated as the catalogue is.
    settings = replace(settings, day=settings.day or catalog.date)
    graph = SkillGraph.of(catalog, settings.report_day)
    profile_named(graph, PROFILE)
    buyer = buyer_from(str(bundled_example("debutante.yaml")), catalog, settings.language)
    words = wording(settings.language)
    journeys = play_journeys(graph, buyer, settings.language)
    files = [OutputFile(output / file.name, file.content) for journey in journeys for file in journey.files]
    write_files(files, overwrite=True)
    for number, journey in enumerate(journeys, 1):
        click.secho(words.text("demo.journey", number=number, title=journey.title), bold=True)
        pages = [str(output / file.name) for file in journey.files if file.name.endswith(".html")]
        for line in (*journey.found, words.text("demo.read", pages=", ".join(pages))):
            click.echo("\n".join(_wrapped(line, settings.language)))
        click.echo("")
    click.echo(words.text("demo.written", count=len(files), folder=str(output)))


def _wrapped(line: str, language: str) -> list[str]:
    """Return a line of findings as an item that fits the terminal; a path, or a French sign, is never cut."""
    lines = textwrap.wrap(
        french_spaces(line) if language == "fr" else line,
        terminal()[0],
        initial_indent=" - ",
        subsequent_indent="   ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [each.replace(NO_BREAK, " ") for each in lines]
