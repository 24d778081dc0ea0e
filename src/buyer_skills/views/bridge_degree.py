"""What its establishment said of the one degree of a report: units, placements, whom to ask."""

from buyer_skills.analyses.bridges import BridgeReport
from buyer_skills.catalog.trainings import Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import held_text
from buyer_skills.views.report_view import Block, Cell, Column, Definitions, Section, Table
from buyer_skills.views.training_words import evidence_text


def degree_section(result: BridgeReport, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return what is known of the degree beyond its levels; nothing when there are several, or nothing is."""
    degrees = list(dict.fromkeys(bridge.degree for bridge in result.bridges))
    if len(degrees) != 1:
        return ()
    degree = graph.training(degrees[0])
    facts = _facts(degree, graph, language)
    blocks: list[Block] = [Definitions(facts)] if facts else []
    if any(outcome.unit for outcome in degree.taught):
        blocks.append(_units(degree, graph, language))
    if not blocks:
        return ()
    return (Section("diplome", wording(language).text("bridge.section-degree"), tuple(blocks)),)


def _facts(degree: Training, graph: SkillGraph, language: str) -> tuple[tuple[str, str], ...]:
    words = wording(language)
    found = []
    if degree.confirmed is not None:
        found.append((words.text("show.evidence"), evidence_text(degree, graph.day, language)))
    if degree.calendar:
        found.append((words.text("show.calendar"), degree.calendar.in_language(language)))
    if degree.contact:
        found.append((words.text("show.contact"), degree.contact))
    return tuple(found)


def _units(degree: Training, graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    columns = (
        Column(words.text("bridge.column-competency"), heads_row=True),
        Column(words.text("bridge.column-held")),
        Column(words.text("show.column-unit")),
    )
    rows = []
    for outcome in degree.taught:
        competency = graph.competency(outcome.competency)
        rows.append(
            (
                Cell(competency.title.in_language(language)),
                Cell(held_text(competency, outcome.to_level, language)),
                Cell(outcome.unit or words.text("list.to-check")),
            )
        )
    return Table(words.text("bridge.caption-units"), columns, tuple(rows))
