"""`profile`: the sheet of a job, or a buyer file to fill in for it."""

from pathlib import Path

import click

from buyer_skills.analyses.profile_sheets import describe_profile
from buyer_skills.cli.delivering import deliver, write_and_say
from buyer_skills.cli.finding import profile_named
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.cli.writing import OutputFile
from buyer_skills.views.profile_view import profile_report
from buyer_skills.workflows.buyer_file import buyer_file_text

KINDS = ("fiche", "buyer-file")
"""What `--as` can write; the first is the default."""


@worded_command("profile")
@worded_argument("identifier", metavar="ID")
@worded_option("--as", "as_kind", type=click.Choice(KINDS), default=KINDS[0])
@report_options
def cmd_profile(settings: Settings, identifier: str, as_kind: str) -> None:
    """Write the sheet of a job."""
    graph = settings.graph()
    profile = profile_named(graph, identifier)
    if as_kind == "fiche":
        sheet = describe_profile(graph, profile)
        deliver(
            settings, f"profile-{profile.id}", sheet, lambda: profile_report(sheet, graph, settings.language)
        )
        return
    content = buyer_file_text(graph, profile, settings.language).encode()
    if settings.output in (None, "-"):
        click.echo(content, nl=False)
        return
    path = Path(settings.output)
    if path.suffix not in (".yaml", ".yml"):
        path /= f"profile-buyer-file-{profile.id}.yaml"
    write_and_say(settings, [OutputFile(path, content)])
