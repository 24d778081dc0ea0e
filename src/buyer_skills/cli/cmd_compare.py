"""`compare`: two profiles side by side."""

from buyer_skills.analyses.comparisons import compare_profiles
from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.catalog.trainings import EmployerFamily
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.finding import profile_named
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.planning import employer_option
from buyer_skills.cli.worded import worded_argument, worded_command
from buyer_skills.views.compare_view import compare_report


@worded_command("compare")
@worded_argument("first", metavar="ID")
@worded_argument("second", metavar="ID")
@employer_option
@report_options
def cmd_compare(settings: Settings, first: str, second: str, employer: EmployerFamily | None) -> None:
    """Show what two profiles share and how far they stand from each other."""
    graph = settings.graph()
    one, other = profile_named(graph, first), profile_named(graph, second)
    result = compare_profiles(graph, one, other, Constraints(employer=employer))
    deliver(
        settings,
        f"compare-{one.id}-{other.id}",
        result,
        lambda: compare_report(result, graph, settings.language),
    )
