"""Dated rules of law as a table: what was read, where and when; never a right of a person."""

from collections.abc import Iterable

from buyer_skills.catalog.rules import Rule
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.report_view import Cell, Column, Table
from buyer_skills.views.standing_words import legal_text_said, publishers_text
from buyer_skills.views.training_words import partial_date_text


def rules_table(rules: Iterable[Rule], graph: SkillGraph, language: str) -> Table | None:
    """Return the table of ``rules`` that were read at a source; None when there is none."""
    words = wording(language)
    rows = tuple(_row(rule, graph, words) for rule in rules if rule.is_shown)
    if not rows:
        return None
    names = ("rule", "says", "read")
    columns = tuple(
        Column(words.text(f"report.rules.column-{name}"), heads_row=name == "rule") for name in names
    )
    return Table(words.text("report.rules.caption"), columns, rows)


def reading_text(rule: Rule, words: Wording) -> str:
    """Return when and how a rule was read: an old reading shows its year.

    The words never say that the rule still stands: they say when its source did.
    """
    if rule.as_of is None:
        return words.text("report.rules.undated")
    day = partial_date_text(rule.as_of, words.language)
    if rule.status == "seen-old":
        return words.text("report.rules.old", day=day)
    return words.text("report.rules.read", day=day)


def _row(rule: Rule, graph: SkillGraph, words: Wording) -> tuple[Cell, ...]:
    return (
        Cell(rule.title.in_language(words.language), legal_text_said(rule.legal_text, words.language)),
        Cell(rule.text.in_language(words.language)),
        Cell(reading_text(rule, words), publishers_text(graph, rule.sources, words.language)),
    )
