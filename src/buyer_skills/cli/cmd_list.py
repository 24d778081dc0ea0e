"""`list`: the competencies, trainings, profiles or providers of the catalogue."""

from typing import get_args

import click

from buyer_skills.analyses.listing_results import FILTERS, LISTS, ListName, ListScope
from buyer_skills.analyses.listings import list_records
from buyer_skills.catalog.competencies import CompetencyKind
from buyer_skills.catalog.profiles import ProfileKind
from buyer_skills.catalog.trainings import EmployerFamily, Evidence, TrainingKind
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.planning import (
    check_values,
    employer_option,
    evidence_option,
    region_option,
    regions_of,
)
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.errors import UsageError
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.list_view import list_report

KINDS: dict[ListName, tuple[str, ...]] = {
    "competencies": get_args(CompetencyKind),
    "trainings": get_args(TrainingKind),
    "profiles": get_args(ProfileKind),
    "providers": (),
}
"""The kinds each list may be narrowed to."""


@worded_command("list")
@worded_argument("name", metavar="LIST", type=click.Choice(LISTS))
@worded_option("--area", metavar="ID")
@worded_option("--phase", metavar="ID")
@worded_option("--role", metavar="ID")
@worded_option("--theme", metavar="ID")
@worded_option("--kind", metavar="NATURE")
@worded_option("--provider", "from_provider", metavar="ID")
@evidence_option
@region_option
@employer_option
@worded_option("--all", "with_past", is_flag=True)
@report_options
def cmd_list(
    settings: Settings,
    name: ListName,
    *,
    area: str | None,
    phase: str | None,
    role: str | None,
    theme: str | None,
    kind: str | None,
    from_provider: str | None,
    evidence: Evidence | None,
    region: str | None,
    employer: EmployerFamily | None,
    with_past: bool,
) -> None:
    """List records of the catalogue."""
    graph = settings.graph()
    scope = ListScope(
        area=area,
        phase=phase,
        role=role,
        theme=theme,
        kind=kind,
        provider=from_provider,
        evidence=evidence,
        region=region,
        employer=employer,
        all=with_past,
    )
    _check(graph, name, scope)
    result = list_records(graph, name, scope)
    stem = "-".join(["list", name, *scope.named.values(), *(["all"] if with_past else [])])
    deliver(settings, stem, result, lambda: list_report(result, graph, settings.language))


def _check(graph: SkillGraph, name: ListName, scope: ListScope) -> None:
    for option in scope.named:
        if option not in FILTERS[name]:
            fitting = tuple(f"--{each}" for each in FILTERS[name])
            raise UsageError("option-not-for-list", option=f"--{option}", list=name, fitting=fitting)
    catalog = graph.catalog
    for option, value, known in (
        ("--area", scope.area, catalog.areas),
        ("--phase", scope.phase, catalog.phases),
        ("--role", scope.role, catalog.roles),
        ("--theme", scope.theme, catalog.themes),
        ("--kind", scope.kind, KINDS[name]),
        ("--provider", scope.provider, catalog.providers),
        ("--region", scope.region, regions_of(graph)),
    ):
        check_values(option, (value,) if value else (), known)
