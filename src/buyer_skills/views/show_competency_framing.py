"""What frames a competency: what AI changes, what it is not, dated rules, gaps that others named."""

from collections.abc import Iterator

from buyer_skills.analyses.neighbourhood_results import CompetencyNeighbourhood
from buyer_skills.catalog.competencies import Confusion
from buyer_skills.catalog.fields import Record
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import required_text
from buyer_skills.views.record_words import competency_title
from buyer_skills.views.report_view import Bullets, Definitions, Paragraph, Section
from buyer_skills.views.rules_table import rules_table
from buyer_skills.views.standing_words import date_said, nothing_asserted, publishers_text


def framing_sections(
    result: CompetencyNeighbourhood, graph: SkillGraph, language: str
) -> tuple[Section, ...]:
    """Return what is said around a competency; nothing is said where nothing is known."""
    words = wording(language)
    return (
        *_confusions(result, graph, words),
        *_ai(result, graph, words),
        *_law(result, graph, words),
        *_named_gaps(result, graph, words),
    )


def framing_records(result: CompetencyNeighbourhood, graph: SkillGraph) -> list[Record]:
    """Return the records whose sources stand behind these sections."""
    rules = [graph.catalog.rules[name] for name in result.record.rules]
    gaps = [graph.catalog.named_gaps[name] for name in result.named_gaps]
    return [*(rule for rule in rules if rule.is_shown), *gaps]


def _confusions(result: CompetencyNeighbourhood, graph: SkillGraph, words: Wording) -> tuple[Section, ...]:
    said = {one.competency: one for one in result.record.confused_with}
    for other in result.confused_by:
        # The other one's own sentence, when this record has none.
        said.setdefault(other, _confusion(graph, other, result.id))
    if not said:
        return ()
    pairs = tuple(
        (
            f"{competency_title(graph, other, words.language)} ({other})",
            one.difference.in_language(words.language),
        )
        for other, one in said.items()
    )
    return (Section("a-ne-pas-confondre", words.text("competency.section-confused"), (Definitions(pairs),)),)


def _confusion(graph: SkillGraph, competency: str, other: str) -> Confusion:
    return next(one for one in graph.competency(competency).confused_with if one.competency == other)


def _ai(result: CompetencyNeighbourhood, graph: SkillGraph, words: Wording) -> tuple[Section, ...]:
    change = result.record.ai
    if change is None:
        return ()
    pairs = [(words.text("competency.ai-effect"), words.text(f"terms.ai-effect.{change.effect}"))]
    if change.use_case:
        pairs.append((words.text("competency.ai-use"), words.text(f"terms.ai-use.{change.use_case}")))
    source = publishers_text(graph, change.sources, words.language) or words.text("framing.own-reading")
    pairs += [
        (words.text("competency.ai-reason"), change.reason.in_language(words.language)),
        (words.text("competency.ai-source"), source),
    ]
    return (Section("ia", words.text("competency.section-ai"), (Definitions(tuple(pairs)),)),)


def _law(result: CompetencyNeighbourhood, graph: SkillGraph, words: Wording) -> tuple[Section, ...]:
    rules = [graph.catalog.rules[name] for name in result.record.rules]
    table = rules_table(rules, graph, words.language)
    if table is None:
        return ()
    names = tuple(rule.id for rule in rules if rule.is_shown)
    blocks = (
        Paragraph(words.text("competency.law-intro")),
        table,
        Paragraph(words.text("framing.see-also", ids=names), "muted"),
        nothing_asserted(words.language),
    )
    return (Section("droit-date", words.text("competency.section-law"), blocks),)


def _named_gaps(result: CompetencyNeighbourhood, graph: SkillGraph, words: Wording) -> tuple[Section, ...]:
    if not result.named_gaps:
        return ()
    blocks = (
        Paragraph(words.text("competency.gaps-intro")),
        Bullets(tuple(_gap_lines(result, graph, words))),
    )
    return (Section("lacunes-nommees", words.text("competency.section-gaps"), blocks),)


def _gap_lines(result: CompetencyNeighbourhood, graph: SkillGraph, words: Wording) -> Iterator[str]:
    for name in result.named_gaps:
        gap = graph.catalog.named_gaps[name]
        up_to = next(step.up_to for step in gap.steps if step.competency == result.id)
        yield words.text(
            "competency.gap-line",
            title=gap.title.in_language(words.language),
            standing=words.text(f"framing.standing.{gap.standing}"),
            date=date_said(gap.date, words.language),
            level=required_text(result.record, up_to, words.language),
            id=name,
        )
