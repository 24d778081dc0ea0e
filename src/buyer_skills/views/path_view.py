"""The best training path, as a report: what to follow, who acts, what stays open and why."""

from buyer_skills.analyses.paths.result import TrainingPath
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.fields import Record
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import days_text, euros_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import competency_step_text
from buyer_skills.views.method_section import method_section
from buyer_skills.views.path_levels import before_after_section, level_after
from buyer_skills.views.path_open import open_section
from buyer_skills.views.path_trainings import (
    baskets_section,
    confirm_section,
    loss_section,
    trainings_section,
)
from buyer_skills.views.report_view import Callout, ReportView, Section
from buyer_skills.views.sources_section import sources_section
from buyer_skills.views.training_words import duration_text, is_to_confirm, training_title


def path_report(result: TrainingPath, graph: SkillGraph, buyer: Buyer, language: str) -> ReportView:
    """Return the report of a path: where one stands, what to do first, what stays open, then the detail."""
    words = wording(language)
    profile = graph.profile(result.profile)
    sections = (
        *trainings_section(result, graph, language),
        *baskets_section(result, graph, language),
        before_after_section(result, graph, buyer, language),
        *confirm_section(result, graph, language),
        *loss_section(result, graph, language),
        *open_section(result, graph, language),
        _statut_section(language),
        method_section(graph, language, _rules(result, language)),
        sources_section(graph, _records(result, graph), language),
    )
    return ReportView(
        title=words.text("path.title", profile=profile.title.in_language(language)),
        subtitle=words.text("path.subtitle", buyer=buyer.id, employer=_employer(result, language)),
        language=language,
        lead=_lead(result, graph, buyer, language),
        sections=sections,
    )


def met_counts(result: TrainingPath, graph: SkillGraph, buyer: Buyer) -> tuple[int, int, int]:
    """Return how many requirements are met before the path, after it, and how many there are."""
    asked = [one for one in graph.profile(result.profile).requirements if one.level]
    before = sum(buyer.level_of(one.competency) >= one.level for one in asked)
    after = sum(level_after(result, buyer, one.competency) >= one.level for one in asked)
    return before, after, len(asked)


def _lead(result: TrainingPath, graph: SkillGraph, buyer: Buyer, language: str) -> tuple[str, ...]:
    words = wording(language)
    before, after, total = met_counts(result, graph, buyer)
    if result.status == "no-gap":
        return (words.text("path.lead-no-gap", count=total), words.text("path.lead-no-gap-next"))
    verdict = words.text("path.verdict-ready" if result.ready_after else "path.verdict-not-ready")
    if not result.trainings:
        return (
            words.text("path.lead-standing", count=before, total=total),
            words.text("path.lead-nothing"),
            _open_line(result, graph, language),
        )
    return (
        words.text("path.lead-change", count=before, after=after, total=total, verdict=verdict),
        _first_line(result, graph, language),
        _open_line(result, graph, language),
    )


def _first_line(result: TrainingPath, graph: SkillGraph, language: str) -> str:
    """Return what to do first, how much follows, and how much of that is estimated or to confirm."""
    words = wording(language)
    first = graph.training(result.trainings[0].id)
    title, duration = training_title(graph, first, language), duration_text(first, language)
    to_confirm = sum(is_to_confirm(graph.training(one.id), graph.day) for one in result.trainings)
    if len(result.trainings) == 1:
        return words.text(f"path.lead-only{'-confirm' * bool(to_confirm)}", title=title, duration=duration)
    estimated = sum(one.hours_estimated for one in result.trainings)
    return words.text(
        "path.lead-first",
        title=title,
        duration=duration,
        count=len(result.trainings) - 1,
        total=days_text(result.total_hours, language),
        estimated=words.text("path.estimated-count", count=estimated) if estimated else "",
        confirm=words.text("path.confirm-count", count=to_confirm) if to_confirm else "",
    )


def _open_line(result: TrainingPath, graph: SkillGraph, language: str) -> str:
    words = wording(language)
    if not result.unmet:
        return words.text("path.lead-all-closed")
    hardest = sorted(
        result.unmet, key=lambda one: (-one.importance, one.reached - one.required, one.competency)
    )
    named = words.text("path.and").join(
        competency_step_text(graph.competency(one.competency), one.reached, one.required, language)
        for one in hardest[:2]
    )
    key = "path.lead-open-first" if len(hardest) > 2 else "path.lead-open"
    return words.text(key, count=len(hardest), named=named)


def _employer(result: TrainingPath, language: str) -> str:
    words = wording(language)
    if result.employer is None:
        return words.text("path.employer-unknown")
    return words.text("path.employer", employer=words.text(f"terms.employer.{result.employer}"))


def _statut_section(language: str) -> Section:
    words = wording(language)
    callout = Callout(words.text("path.statut-heading"), words.text("path.statut"))
    return Section("statut", words.text("path.section-statut"), (callout,))


def _rules(result: TrainingPath, language: str) -> tuple[str, ...]:
    words = wording(language)
    proof = words.text("path.rule-proven" if result.bound is None else "path.rule-not-proven")
    rules = [
        proof,
        words.text("path.rule-ranks"),
        words.text("path.rule-practice"),
        words.text("path.rule-hours"),
    ]
    rules.append(words.text("path.rule-prices" if result.employer else "path.rule-no-employer"))
    if result.unknown_prices:
        known = euros_text(round(result.total_price_eur * 100), language)
        rules.append(words.text("path.rule-unknown-prices", known=known, count=result.unknown_prices))
    return tuple(rules)


def _records(result: TrainingPath, graph: SkillGraph) -> list[Record]:
    trainings: list[Record] = [graph.training(one.id) for one in result.trainings]
    return [graph.profile(result.profile), *trainings]
