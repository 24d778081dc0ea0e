"""What a path leaves open, and the true reason of each step."""

from buyer_skills.analyses.paths.result import OpenStep, TrainingPath, UnmetRequirement
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import days_text, euros_text
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import held_text, required_text, step_text
from buyer_skills.views.report_view import Block, Cell, Column, Paragraph, Section, Table
from buyer_skills.views.training_words import training_title

NAMED_AT_MOST = 3
"""Trainings named in a reason; the others are counted."""


def open_section(result: TrainingPath, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the requirements left open, with the reason of each step; nothing when all are met."""
    if not result.unmet:
        return ()
    words = wording(language)
    columns = (
        Column(words.text("path.column-competency"), heads_row=True),
        Column(words.text("path.column-reached")),
        Column(words.text("path.column-why")),
    )
    rows = tuple(_row(one, graph, language) for one in result.unmet)
    blocks: tuple[Block, ...] = (
        Paragraph(words.text("path.open-intro")),
        Table(words.text("path.caption-open"), columns, rows),
    )
    return (Section("reste-ouvert", words.text("path.section-open"), blocks),)


def _row(unmet: UnmetRequirement, graph: SkillGraph, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    competency = graph.competency(unmet.competency)
    reasons = []
    for step in unmet.steps:
        name = step_text(competency, step.from_level, step.to_level, language)
        reasons.append(words.text("path.step-reason", step=name, reason=_reason(step, graph, words)))
    return (
        Cell(competency.title.in_language(language), words.text(f"terms.importance.{unmet.importance}")),
        Cell(
            held_text(competency, unmet.reached, language),
            words.text("path.for-required", level=required_text(competency, unmet.required, language)),
        ),
        Cell(" ".join(reasons)),
    )


def _reason(step: OpenStep, graph: SkillGraph, words: Wording) -> str:
    parts = [words.text(f"terms.reason.{step.reason}")]
    if step.filters:
        options = tuple(f"--{name}" for name in step.filters)
        parts.append(words.text(f"path.reason-{_lifting(step)}", options=options))
    if step.needs:
        needs = tuple(_need(need, graph, words) for need in step.needs)
        parts.append(words.text("path.reason-needs", needs=needs))
    if step.trainings:
        named = _named(step, graph, words)
        parts.append(words.text("path.reason-trainings", count=len(step.trainings), trainings=named))
    parts += _missing(step, words)
    return ", ".join(parts)


def _lifting(step: OpenStep) -> str:
    if len(step.filters) == 1:
        return "filter"
    return "filters-together" if step.filters_together else "filters-any"


def _named(step: OpenStep, graph: SkillGraph, words: Wording) -> str:
    titles = [
        words.text("path.quoted", title=training_title(graph, graph.training(one), words.language))
        for one in step.trainings[:NAMED_AT_MOST]
    ]
    others = len(step.trainings) - len(titles)
    if others:
        titles.append(words.text("path.and-others", count=others))
    return ", ".join(titles)


def _missing(step: OpenStep, words: Wording) -> list[str]:
    """Return how much more each limit would need; « no rise helps » when none does."""
    if step.reason != "over-budget":
        return []
    rises = []
    if step.missing_hours is not None:
        rises.append(words.text("path.more-hours", duration=days_text(step.missing_hours, words.language)))
    if step.missing_eur is not None:
        rises.append(
            words.text("path.more-euros", price=euros_text(round(step.missing_eur * 100), words.language))
        )
    if step.missing_count is not None:
        rises.append(words.text("path.more-trainings", count=step.missing_count))
    return rises or [words.text("path.no-rise-helps")]


def _need(need: str, graph: SkillGraph, words: Wording) -> str:
    kind, _, rest = need.partition(":")
    if kind == "degree_level":
        return words.text("path.need-degree", level=rest)
    if kind == "status":
        return words.text("path.need-status", status=words.text(f"terms.person-status.{rest}"))
    if kind == "training":
        return words.text(
            "path.need-training", title=training_title(graph, graph.training(rest), words.language)
        )
    identifier, _, level = rest.rpartition(":")
    competency = graph.competency(identifier)
    return words.text(
        "path.need-level",
        competency=competency.title.in_language(words.language),
        level=required_text(competency, int(level), words.language),
    )
