"""`profile`: the sheet of a job, or a buyer file to fill in for it."""

from pathlib import Path

import click

from buyer_skills.analyses.profile_sheets import describe_profile
from buyer_skills.cli.delivering import deliver, write_and_say
from buyer_skills.cli.finding import profile_named, set_up_of
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.cli.writing import OutputFile
from buyer_skills.errors import UsageError
from buyer_skills.views.profile_view import profile_report
from buyer_skills.workflows.buyer_file import buyer_file_text

KINDS = ("fiche", "buyer-file")
"""What `--as` can write; the first is the default."""


@worded_command("profile")
@worded_argument("identifier", metavar="ID")
@worded_option("--as", "as_kind", type=click.Choice(KINDS), default=KINDS[0])
@worded_option("--set-up", "set_up_id", metavar="SET-UP")
@report_options
def cmd_profile(settings: Settings, identifier: str, as_kind: str, set_up_id: str | None) -> None:
    """Write the sheet of a job."""
    graph = settings.graph()
    profile = profile_named(graph, identifier)
    if as_kind == "fiche":
        set_up = set_up_of(graph, set_up_id, profile) if set_up_id is not None else None
        sheet = describe_profile(graph, profile, set_up)
        stem = f"profile-{profile.id}-{set_up.id}" if set_up else f"profile-{profile.id}"
        deliver(settings, stem, sheet, lambda: profile_report(sheet, graph, settings.language))
        return
    if set_up_id is not None:
        raise UsageError("set-up-with-buyer-file")
    content = buyer_file_text(graph, profile, settings.language).encode()
    if settings.output in (None, "-"):
        click.echo(content, nl=False)
        return
    path = Path(settings.output)
    if path.suffix not in (".yaml", ".yml"):
        path /= f"profile-buyer-file-{profile.id}.yaml"
    write_and_say(settings, [OutputFile(path, content)])
