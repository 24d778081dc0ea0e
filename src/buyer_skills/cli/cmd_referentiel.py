"""`referentiel`: the competency framework as one document, to print and discuss."""

from buyer_skills.analyses.frameworks import FrameworkScope, gather_framework
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.planning import check_values
from buyer_skills.cli.worded import worded_command, worded_option
from buyer_skills.views.referentiel_view import referentiel_report


@worded_command("referentiel")
@worded_option("--role", metavar="ID")
@worded_option("--area", metavar="ID")
@report_options
def cmd_referentiel(settings: Settings, role: str | None, area: str | None) -> None:
    """Write the framework, or what of it serves a role or belongs to an area."""
    graph = settings.graph()
    check_values("--role", (role,) if role is not None else (), graph.catalog.roles)
    check_values("--area", (area,) if area is not None else (), graph.catalog.areas)
    result = gather_framework(graph, FrameworkScope(role=role, area=area))
    stem = "-".join(["referentiel", *(value for value in (role, area) if value)])
    deliver(settings, stem, result, lambda: referentiel_report(result, graph, settings.language))
