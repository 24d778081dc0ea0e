"""The page of a dated rule: what a source said of it and when; nothing when it was never read there."""

from collections.abc import Sequence

from buyer_skills.analyses.framing_results import RuleNeighbourhood
from buyer_skills.catalog.fields import Record
from buyer_skills.catalog.rules import Rule
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.method_section import method_section
from buyer_skills.views.record_words import competency_title, employers_text
from buyer_skills.views.report_view import Block, Bullets, Definitions, Paragraph, ReportView, Section
from buyer_skills.views.rules_table import reading_text, rules_table
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.standing_words import nothing_asserted, publishers_text, topic_text


def rule_page(result: RuleNeighbourhood, graph: SkillGraph, language: str) -> ReportView:
    """Return the page of a dated rule."""
    words = wording(language)
    others = [graph.catalog.rules[name] for name in result.others]
    return ReportView(
        title=result.title.in_language(language),
        subtitle=_subtitle(graph.catalog.rules[result.id], words),
        language=language,
        lead=(*_lead(result.record, graph, words), words.text("framing.nothing-asserted")),
        sections=(
            _essentials(result.record, graph, words),
            _competencies(result, graph, words),
            _topic(result, others, graph, words),
            method_section(graph, language, (words.text("framing.method-rules"),)),
            sources_section(graph, _records(result, others), language),
        ),
    )


def _subtitle(rule: Rule, words: Wording) -> str:
    """Return what the page is headed with: a rule never read at its source is not said to be read."""
    topic = topic_text(rule, words.language)
    return words.text(f"framing.subtitle-rule.{rule.status}", topic=topic, id=rule.id)


def _lead(rule: Rule | None, graph: SkillGraph, words: Wording) -> tuple[str, str]:
    if rule is None:
        return words.text("framing.rule-unread"), words.text("framing.rule-to-read")
    return rule.text.in_language(words.language), _read(rule, graph, words)


def _read(rule: Rule, graph: SkillGraph, words: Wording) -> str:
    reading = reading_text(rule, words)
    publishers = publishers_text(graph, rule.sources, words.language)
    if not publishers:
        return words.text("framing.read-nowhere", reading=reading)
    return words.text("framing.read-there", publishers=publishers, reading=reading)


def _essentials(rule: Rule | None, graph: SkillGraph, words: Wording) -> Section:
    blocks: list[Block] = [Paragraph(words.text("framing.rule-unread"), "attention")]
    if rule:
        unknown = words.text("list.to-check")
        pairs = [(words.text("framing.says"), rule.text.in_language(words.language))]
        if rule.value:
            pairs.append((words.text("framing.value"), rule.value))
        pairs += [
            (words.text("framing.legal-text"), rule.legal_text or unknown),
            (words.text("framing.employers"), employers_text(rule.employers, words.language)),
            (words.text("framing.reading"), _read(rule, graph, words)),
        ]
        if rule.note:
            pairs.append((words.text("show.note"), rule.note.in_language(words.language)))
        blocks = [Definitions(tuple(pairs))]
    blocks.append(nothing_asserted(words.language))
    return Section("fiche", words.text("show.section-essentials"), tuple(blocks))


def _competencies(result: RuleNeighbourhood, graph: SkillGraph, words: Wording) -> Section:
    title = words.text("framing.section-behind")
    if not result.competencies:
        return Section("competences", title, (Paragraph(words.text("framing.behind-none")),))
    names = tuple(f"{competency_title(graph, name, words.language)} ({name})" for name in result.competencies)
    return Section("competences", title, (Bullets(names),))


def _topic(result: RuleNeighbourhood, others: Sequence[Rule], graph: SkillGraph, words: Wording) -> Section:
    table = rules_table(others, graph, words.language)
    blocks: list[Block] = [table] if table else [Paragraph(words.text("framing.topic-none"))]
    if others:
        names = tuple(rule.id for rule in others)
        blocks.append(Paragraph(words.text("framing.see-also", ids=names), "muted"))
    if result.unread:
        blocks.append(Paragraph(words.text("framing.topic-unread", count=result.unread), "muted"))
    return Section("meme-theme", words.text("framing.section-topic"), tuple(blocks))


def _records(result: RuleNeighbourhood, others: Sequence[Rule]) -> list[Record]:
    return [result.record, *others] if result.record else [*others]
