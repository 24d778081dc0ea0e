"""`check`: every problem of a catalogue, with its place."""

from dataclasses import replace
from pathlib import Path

import click
from click.core import ParameterSource

from buyer_skills.analyses.health import catalogue_health
from buyer_skills.analyses.stale_records import StaleRecord, stale_records
from buyer_skills.catalog.bundled import DataFolder, as_folder, bundled_folder
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.types import CountType
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.errors import UsageError
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.issues import Issue, has_errors
from buyer_skills.views.check_view import check_records, check_report, check_summary, issue_lines
from buyer_skills.views.stale_view import stale_lines, stale_section


@worded_command("check")
@worded_argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@worded_option("--strict", is_flag=True)
@worded_option("--stale-after", type=CountType())
@report_options
def cmd_check(settings: Settings, folder: Path | None, *, strict: bool, stale_after: int | None) -> int:
    """Show every problem; exit 1 on errors, and on warnings too with ``--strict``; never for what is old."""
    if folder is not None:
        settings = replace(settings, folder=_only_folder(settings, folder))
    loaded = settings.read()
    issues = list(loaded.issues)
    if not has_errors(issues):
        graph = SkillGraph.of(loaded.catalog, settings.report_day)
        issues += catalogue_health(graph, loaded.places)
    if folder is not None:
        issues = _of_folder(issues, settings.folder)
    stale: tuple[StaleRecord, ...] = ()
    if stale_after is not None:
        day, language = settings.report_day, settings.language
        stale = stale_records(loaded.catalog, loaded.places, day, stale_after, language)
        if folder is not None:
            stale = tuple(one for one in stale if _is_of_folder(one.file, settings.folder))
    failing = {"error", "warning"} if strict else {"error"}
    if settings.formats or settings.output:
        report = check_records(issues, settings.language, stale)
        again = () if stale_after is None else (stale_section(stale, stale_after, settings.language),)
        deliver(
            settings,
            "check",
            report,
            lambda: check_report(issues, settings.language, settings.folder.label, again),
        )
    else:
        for line in issue_lines(issues, settings.language):
            click.echo(line)
        click.echo(check_summary(issues, settings.language))
        if stale_after is not None:
            for line in stale_lines(stale, stale_after, settings.language):
                click.echo(line)
    return 1 if any(issue.severity in failing for issue in issues) else 0


def _only_folder(settings: Settings, folder: Path) -> DataFolder:
    """Return ``folder``, or refuse it when ``--data`` names another."""
    asked = click.get_current_context().get_parameter_source("data") is ParameterSource.COMMANDLINE
    if asked and folder.resolve() != settings.folder.path.resolve():
        raise UsageError("check-two-folders", folder=str(folder), data=settings.folder.label)
    return as_folder(folder)


def _of_folder(issues: list[Issue], folder: DataFolder) -> list[Issue]:
    """Return the issues of ``folder``, and the errors of the bundled catalogue it may be laid over.

    The warnings and notes of the bundled catalogue are shown when that one is checked.
    """
    return [one for one in issues if one.severity == "error" or _is_of_folder(one.place.file, folder)]


def _is_of_folder(file: str, folder: DataFolder) -> bool:
    """Return whether a file is one of ``folder`` rather than of the bundled catalogue underneath."""
    below = bundled_folder()
    return folder.path.resolve() == below.path.resolve() or not file.startswith(below.name_of(""))
