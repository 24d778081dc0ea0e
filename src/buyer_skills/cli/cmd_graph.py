"""`graph`: the graph of the catalogue for other tools, or a picture of what is around a record."""

from pathlib import Path

import click

from buyer_skills.analyses.record_names import names_known, records_named
from buyer_skills.analyses.surroundings import SurroundingsOfRecord, keys_around, look_around
from buyer_skills.cli.delivering import show_in_terminal, write_and_say
from buyer_skills.cli.finding import refuse_unknown
from buyer_skills.cli.options import GRAPH_FORMATS, Settings, graph_options
from buyer_skills.cli.worded import worded_command, worded_option
from buyer_skills.cli.writing import OutputFile, file_stem
from buyer_skills.errors import UsageError
from buyer_skills.graph.export import graphml_bytes, node_link_text
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.around_view import around_report
from buyer_skills.views.network_figure import network_chart


@worded_command("graph")
@worded_option("--around", metavar="ID")
@worded_option("--depth", type=click.Choice(("1", "2", "3")))
@graph_options
def cmd_graph(settings: Settings, around: str | None, depth: str | None) -> None:
    """Write the graph, or what is around a record, in the form said by ``--format`` or ``-o``."""
    if depth and not around:
        raise UsageError("depth-without-around")
    is_shown = around is not None and not settings.formats and settings.output in (None, "-")
    form = "" if is_shown else _form(settings)
    if form == "svg" and not around:
        raise UsageError("graph-format", output=settings.output or form)
    graph = settings.graph()
    found = _around(settings, graph, around, depth) if around else None
    if found and is_shown:
        show_in_terminal(around_report(found, graph, settings.language))
        return
    content = _content(settings, graph, found, form)
    if settings.output in (None, "-"):
        click.echo(content, nl=False)
        return
    write_and_say(settings, [OutputFile(_place(Path(settings.output or ""), around, form), content)])


def _place(path: Path, around: str | None, form: str) -> Path:
    """Return the file to write: the one named, or one in the folder named."""
    if path.suffix == f".{form}":
        return path
    stem = f"graph-{file_stem(around)}" if around else "graph"
    return path / f"{stem}.{form}"


def _form(settings: Settings) -> str:
    """Return the one form asked for, or refuse when there is none, or several."""
    suffix = Path(settings.output or "").suffix.removeprefix(".")
    asked = settings.formats or ((suffix,) if suffix in GRAPH_FORMATS else ())
    if not asked and settings.output in (None, "-"):
        raise UsageError("graph-form-unsaid")
    if len(asked) != 1:
        raise UsageError("graph-format", output=settings.output or ", ".join(asked))
    return asked[0]


def _around(
    settings: Settings, graph: SkillGraph, identifier: str, depth: str | None
) -> SurroundingsOfRecord:
    found = records_named(graph, identifier)
    if not found:
        refuse_unknown("record", identifier, names_known(graph))
    if found[1:]:
        commands = tuple(f"buyer-skills graph --around {other.text}" for other in found[1:])
        words = wording(settings.language)
        click.echo(words.text("show.also", id=identifier, commands=commands), err=True)
    return look_around(graph, found[0], int(depth or 1))


def _content(settings: Settings, graph: SkillGraph, found: SurroundingsOfRecord | None, form: str) -> bytes:
    if found and form == "svg":
        # Loaded by those who ask for it: pictures are slow to load.
        from buyer_skills.renderers.picture import render_picture

        return render_picture(network_chart(found, graph, settings.language), settings.language)
    keys = keys_around(graph, found) if found else None
    return graphml_bytes(graph, keys) if form == "graphml" else node_link_text(graph, keys).encode()
