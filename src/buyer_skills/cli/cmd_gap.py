"""`gap`: where a person stands against a job."""

from fractions import Fraction

from buyer_skills.analyses.gaps import analyse_gap
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.finding import buyer_from, profile_named
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.thresholds import check_threshold, fail_under_option, ready_threshold_option
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.views.gap_view import gap_report


@worded_command("gap")
@worded_argument("buyer", metavar="BUYER")
@worded_option("--profile", required=True, metavar="ID")
@ready_threshold_option
@fail_under_option
@report_options
def cmd_gap(
    settings: Settings, buyer: str, profile: str, ready_threshold: Fraction, fail_under: Fraction | None
) -> None:
    """Show gaps and coverage."""
    graph = settings.graph()
    job = profile_named(graph, profile)
    person = buyer_from(buyer, graph.catalog, settings.language)
    result = analyse_gap(graph, person, job, ready_threshold.as_integer_ratio())
    deliver(
        settings,
        f"gap-{person.id}-{job.id}",
        result,
        lambda: gap_report(result, graph, settings.language),
    )
    check_threshold(result.coverage, fail_under)
