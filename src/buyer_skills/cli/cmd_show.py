"""`show`: anything of the catalogue by its id, with what it is linked to."""

from buyer_skills.analyses.neighbourhood_results import HeadingNeighbourhood
from buyer_skills.analyses.neighbourhoods import explore
from buyer_skills.analyses.record_names import names_known, records_named
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.finding import refuse_unknown
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.worded import worded_argument, worded_command
from buyer_skills.cli.writing import file_stem
from buyer_skills.views.show_view import show_report


@worded_command("show")
@worded_argument("identifier", metavar="ID")
@report_options
def cmd_show(settings: Settings, identifier: str) -> None:
    """Show a record and what is around it."""
    graph = settings.graph()
    found = records_named(graph, identifier)
    if not found:
        refuse_unknown("record", identifier, names_known(graph))
    result = explore(graph, found)
    name = file_stem(result.id)
    stem = f"show-{result.kind}-{name}" if isinstance(result, HeadingNeighbourhood) else f"show-{name}"
    deliver(settings, stem, result, lambda: show_report(result, graph, settings.language))
