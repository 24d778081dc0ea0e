"""What is around a record, as a report of its own."""

from buyer_skills.analyses.surroundings import SurroundingsOfRecord
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.network_figure import network_figure
from buyer_skills.views.node_titles import node_title
from buyer_skills.views.report_view import Paragraph, ReportView, Section


def around_report(result: SurroundingsOfRecord, graph: SkillGraph, language: str) -> ReportView:
    """Return the report of all that is within some links of a record."""
    words = wording(language)
    figure = network_figure(result, graph, language)
    centre = node_title(result.kind, result.id, graph, language)
    name = result.asked.short
    return ReportView(
        title=words.text("network.title", centre=centre),
        subtitle=words.text("network.subtitle", id=name),
        language=language,
        lead=(
            words.text("network.lead-count", count=result.depth, number=len(result.neighbours)),
            words.text("network.lead-file", id=name, depth=result.depth),
            words.text("network.lead-show", id=name),
        ),
        sections=(
            Section(
                "autour",
                words.text("network.section"),
                (figure or Paragraph(words.text("network.alone")),),
            ),
            Section("methode", words.text("report.method.title"), (Paragraph(words.text("network.method")),)),
        ),
    )
