"""`bridge`: from a degree to a job, and the shortest complement."""

from buyer_skills.analyses.bridges import build_bridges
from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.catalog.trainings import EmployerFamily
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.finding import profile_named, refuse_unknown
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.planning import check_values, employer_option, region_option, regions_of
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.views.bridge_view import bridge_report


@worded_command("bridge")
@worded_argument("degree", metavar="[DEGREE]", required=False)
@worded_option("--profile", metavar="ID")
@region_option
@employer_option
@report_options
def cmd_bridge(
    settings: Settings,
    degree: str | None,
    profile: str | None,
    region: str | None,
    employer: EmployerFamily | None,
) -> None:
    """Show what degrees bring towards jobs."""
    graph = settings.graph()
    degrees = {training.id: training for training in graph.degrees()}
    if degree is not None and degree not in degrees:
        refuse_unknown("degree", degree, degrees)
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
