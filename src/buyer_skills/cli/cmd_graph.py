"""`graph`: the graph of the catalogue, for other tools."""

from pathlib import Path

import click

from buyer_skills.cli.delivering import write_and_say
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.worded import worded_command
from buyer_skills.cli.writing import OutputFile
from buyer_skills.errors import UsageError
from buyer_skills.graph.export import graphml_bytes, node_link_text


@worded_command("graph")
@report_options
def cmd_graph(settings: Settings) -> None:
    """Write the graph as GraphML or node-link JSON, by the suffix of ``-o``."""
    output = settings.output or "-"
    path = Path(output)
    if path.suffix == ".graphml" and not settings.formats:
        write_and_say(settings, [OutputFile(path, graphml_bytes(settings.graph()))])
        return
    if settings.written_formats != ("json",):
        raise UsageError("graph-format", output=output)
    content = node_link_text(settings.graph()).encode()
    if output == "-":
        click.echo(content, nl=False)
        return
    if path.suffix != ".json":
        path /= "graph.json"
    write_and_say(settings, [OutputFile(path, content)])
