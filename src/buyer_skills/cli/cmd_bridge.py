"""`bridge`: from a degree to a job, and the shortest complement."""

import click

from buyer_skills.analyses.bridges import build_bridges
from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.catalog.trainings import EmployerFamily
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.exporting_forms import form_format, write_form
from buyer_skills.cli.finding import profile_named, refuse_unknown
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.planning import check_values, employer_option, region_option, regions_of
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.errors import UsageError
from buyer_skills.views.bridge_view import bridge_report
from buyer_skills.workflows.forms.degree_form import degree_form


@worded_command("bridge")
@worded_argument("degree", metavar="[DEGREE]", required=False)
@worded_option("--profile", metavar="ID")
@worded_option("--as", "as_questionnaire", type=click.Choice(("questionnaire",)))
@region_option
@employer_option
@report_options
def cmd_bridge(
    settings: Settings,
    degree: str | None,
    profile: str | None,
    as_questionnaire: str | None,
    region: str | None,
    employer: EmployerFamily | None,
) -> None:
    """Show what degrees bring towards jobs."""
    graph = settings.graph()
    degrees = {training.id: training for training in graph.degrees()}
    if degree is not None and degree not in degrees:
        refuse_unknown("degree", degree, degrees)
    if as_questionnaire:
        if degree is None:
            raise UsageError("questionnaire-of-what")
        form = form_format(settings.output, None)
        workbook = degree_form(graph, degrees[degree], settings.language)
        write_form(settings, workbook, f"questionnaire-{degree}", form)
        return
    check_values("--region", (region,) if region else (), regions_of(graph))
    job = profile_named(graph, profile) if profile else None
    result = build_bridges(
        graph, degrees[degree] if degree else None, job, region, Constraints(employer=employer)
    )
    words = [value for value in (degree, profile, region) if value]
    deliver(
        settings,
        "-".join(["bridge", *words]),
        result,
        lambda: bridge_report(result, graph, settings.language),
    )
