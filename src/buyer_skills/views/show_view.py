"""Any record as a page: the right page for its kind, and which other records share its id."""

from dataclasses import replace

from buyer_skills.analyses.any_neighbourhood import AnyNeighbourhood
from buyer_skills.analyses.framing_results import (
    NamedGapNeighbourhood,
    RuleNeighbourhood,
    SetUpNeighbourhood,
    StatutNeighbourhood,
)
from buyer_skills.analyses.neighbourhood_results import (
    CompetencyNeighbourhood,
    HeadingNeighbourhood,
    ProfileNeighbourhood,
    ProviderNeighbourhood,
    TrainingNeighbourhood,
)
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import ReportView
from buyer_skills.views.show_competency import competency_page
from buyer_skills.views.show_heading import heading_page
from buyer_skills.views.show_named_gap import named_gap_page
from buyer_skills.views.show_profile import profile_page
from buyer_skills.views.show_provider import provider_page
from buyer_skills.views.show_rule import rule_page
from buyer_skills.views.show_set_up import set_up_page
from buyer_skills.views.show_statut import statut_page
from buyer_skills.views.show_training import training_page


def show_report(result: AnyNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    """Return the page of a record; when its id names others too, the page says how to see them."""
    page = _page(result, graph, language)
    if not result.also:
        return page
    commands = tuple(f"buyer-skills show {other.text}" for other in result.also)
    also = wording(language).text("show.also", id=result.id, commands=commands)
    return replace(page, footer=(*page.footer, also), subtitle=f"{page.subtitle}\n{also}")


def _page(result: AnyNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    match result:
        case CompetencyNeighbourhood():
            return competency_page(result, graph, language)
        case TrainingNeighbourhood():
            return training_page(result, graph, language)
        case ProfileNeighbourhood():
            return profile_page(result, graph, language)
        case ProviderNeighbourhood():
            return provider_page(result, graph, language)
        case HeadingNeighbourhood():
            return heading_page(result, graph, language)
        case _:
            return _framing_page(result, graph, language)


def _framing_page(
    result: RuleNeighbourhood | StatutNeighbourhood | SetUpNeighbourhood | NamedGapNeighbourhood,
    graph: SkillGraph,
    language: str,
) -> ReportView:
    match result:
        case RuleNeighbourhood():
            return rule_page(result, graph, language)
        case StatutNeighbourhood():
            return statut_page(result, graph, language)
        case SetUpNeighbourhood():
            return set_up_page(result, graph, language)
        case NamedGapNeighbourhood():
            return named_gap_page(result, graph, language)
