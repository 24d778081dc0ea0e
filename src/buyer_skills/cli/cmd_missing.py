"""`missing`: what is not found in the catalogue, and the need behind it."""

from pathlib import Path

import click

from buyer_skills.analyses.asking import needs_within
from buyer_skills.analyses.possible_groups import GROUP_SIZE
from buyer_skills.analyses.supply import MissingScope, find_missing
from buyer_skills.catalog.trainings import EmployerFamily
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.finding import needs_from, profile_named
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.planning import check_values, employer_option, region_option, regions_of
from buyer_skills.cli.types import CountType
from buyer_skills.cli.worded import worded_command, worded_option
from buyer_skills.errors import UsageError
from buyer_skills.views.missing_view import missing_report


@worded_command("missing")
@worded_option("--profile", metavar="ID")
@worded_option("--area", metavar="ID")
@worded_option("--theme", metavar="ID")
@worded_option("--role", metavar="ID")
@region_option
@employer_option
@worded_option("--needs", "needs_files", type=click.Path(path_type=Path), multiple=True, metavar="FILE")
@worded_option("--group-size", type=CountType())
@worded_option("--short", is_flag=True)
@report_options
def cmd_missing(
    settings: Settings,
    *,
    profile: str | None,
    area: str | None,
    theme: str | None,
    role: str | None,
    region: str | None,
    employer: EmployerFamily | None,
    needs_files: tuple[Path, ...],
    group_size: int | None,
    short: bool,
) -> None:
    """Show what is not found."""
    graph = settings.graph()
    if profile is not None:
        profile_named(graph, profile)
    for option, value, known in (
        ("--area", area, graph.catalog.areas),
        ("--theme", theme, graph.catalog.themes),
        ("--role", role, graph.catalog.roles),
        ("--region", region, regions_of(graph)),
    ):
        check_values(option, (value,) if value else (), known)
    scope = MissingScope(profile=profile, area=area, theme=theme, role=role, region=region, employer=employer)
    if group_size is not None and not needs_files:
        raise UsageError("group-size-without-needs")
    if group_size == 0:
        raise UsageError("group-size-of-none")
    needs = needs_from(needs_files, graph.catalog, settings.language) if needs_files else None
    if needs is not None and not needs_within(needs, scope):
        raise UsageError("no-need-within", profile=profile or "-", employer=employer or "-")
    result = find_missing(graph, scope, needs, group_size or GROUP_SIZE)
    words = [value for value in (profile, area, theme, role, region, employer) if value]
    deliver(
        settings,
        "-".join(["missing", *(("court",) if short else ()), *(("besoins",) if needs_files else ()), *words]),
        result,
        lambda: missing_report(result, graph, settings.language, short=short),
    )
