"""The three journeys on a catalogue: HR, a training body, a buyer; what each finds, and its files."""

from dataclasses import dataclass

from pydantic import BaseModel

from buyer_skills.analyses.bridges import build_bridges
from buyer_skills.analyses.gaps import analyse_gap
from buyer_skills.analyses.paths import find_path
from buyer_skills.analyses.paths.constraints import Constraints
from buyer_skills.analyses.profile_sheets import describe_profile
from buyer_skills.analyses.supply import MissingScope, find_missing
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages import Message
from buyer_skills.renderers.html import render_html
from buyer_skills.renderers.markdown import render_markdown
from buyer_skills.views.bridge_view import bridge_report
from buyer_skills.views.gap_view import gap_report
from buyer_skills.views.missing_view import missing_report
from buyer_skills.views.path_view import path_report
from buyer_skills.views.profile_view import profile_report
from buyer_skills.views.report_view import ReportView
from buyer_skills.workflows.buyer_file import buyer_file_text

PROFILE = "acheteur-public"
"""The job of the HR and buyer journeys."""

REGION = "hauts-de-france"
"""The region of the training body's journey: the APURE network's own."""


@dataclass(frozen=True, slots=True)
class DemoFile:
    """A file of the demo: its name and content."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Journey:
    """One journey: who it is for, what was found in a few lines, and the files it wrote."""

    title: Message
    found: tuple[str, ...]
    files: tuple[DemoFile, ...]


@dataclass(frozen=True, slots=True)
class _Report:
    stem: str
    result: BaseModel
    view: ReportView


def play_journeys(graph: SkillGraph, buyer: Buyer, language: str) -> tuple[Journey, ...]:
    """Play the three journeys and return what each found, with the files to write.

    Args:
        graph: the catalogue at the day of the demo.
        buyer: the invented person of the third journey.
        language: language of the reports.
    """
    return (
        _hr_journey(graph, language),
        _training_journey(graph, language),
        _buyer_journey(graph, buyer, language),
    )


def _hr_journey(graph: SkillGraph, language: str) -> Journey:
    sheet = describe_profile(graph, graph.profile(PROFILE))
    report = _Report(f"profile-{PROFILE}", sheet, profile_report(sheet, graph, language))
    template = buyer_file_text(graph, graph.profile(PROFILE), language)
    form = DemoFile(f"profile-buyer-file-{PROFILE}.yaml", template.encode())
    return Journey(Message("demo.hr"), report.view.lead, (*_files(report), form))


def _training_journey(graph: SkillGraph, language: str) -> Journey:
    missing = find_missing(graph, MissingScope())
    bridges = build_bridges(graph, None, graph.profile(PROFILE), REGION, Constraints(employer="territorial"))
    reports = (
        _Report("missing", missing, missing_report(missing, graph, language)),
        _Report(f"bridge-{PROFILE}-{REGION}", bridges, bridge_report(bridges, graph, language)),
    )
    files = tuple(file for report in reports for file in _files(report))
    return Journey(Message("demo.training"), reports[0].view.lead, files)


def _buyer_journey(graph: SkillGraph, buyer: Buyer, language: str) -> Journey:
    profile = graph.profile(PROFILE)
    gap = analyse_gap(graph, buyer, profile)
    path = find_path(graph, buyer, profile, Constraints(), explain=True)
    reports = (
        _Report(f"gap-{buyer.id}-{PROFILE}", gap, gap_report(gap, graph, language)),
        _Report(f"path-{buyer.id}-{PROFILE}", path, path_report(path, graph, buyer, language)),
    )
    files = tuple(file for report in reports for file in _files(report))
    return Journey(Message("demo.buyer"), reports[1].view.lead, files)


def _files(report: _Report) -> tuple[DemoFile, ...]:
    result = report.result.model_dump_json(indent=2, by_alias=True) + "\n"
    return (
        DemoFile(f"{report.stem}.html", render_html(report.view)),
        DemoFile(f"{report.stem}.md", render_markdown(report.view).encode()),
        DemoFile(f"{report.stem}.json", result.encode()),
    )
