"""`path`: the best training path from where a person stands to a job."""

from fractions import Fraction

from buyer_skills.analyses.paths import find_path
from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.finding import buyer_from, profile_named
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.planning import check_constraints, planning_options
from buyer_skills.cli.thresholds import check_threshold, fail_under_option
from buyer_skills.cli.types import AmountType
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.views.path_view import path_report


@worded_command("path")
@worded_argument("buyer", metavar="BUYER")
@worded_option("--profile", required=True, metavar="ID")
@planning_options
@worded_option("--explain", is_flag=True)
@worded_option("--time-limit", type=AmountType("seconds"))
@fail_under_option
@report_options
def cmd_path(
    settings: Settings,
    constraints: Constraints,
    buyer: str,
    profile: str,
    *,
    explain: bool,
    time_limit: float | None,
    fail_under: Fraction | None,
) -> None:
    """Show the best path."""
    graph = settings.graph()
    job = profile_named(graph, profile)
    check_constraints(constraints, graph)
    person = buyer_from(buyer, graph.catalog, settings.language)
    # What leaving out each training costs is always in a document, and on request elsewhere.
    documents = {"md", "html"} & set(settings.written_formats)
    result = find_path(
        graph, person, job, constraints, time_limit=time_limit, explain=explain or bool(documents)
    )
    deliver(
        settings,
        f"path-{person.id}-{job.id}",
        result,
        lambda: path_report(result, graph, person, settings.language),
    )
    check_threshold(result.coverage_after, fail_under)
