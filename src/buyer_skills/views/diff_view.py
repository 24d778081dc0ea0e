"""What changed between two catalogues, and what it does, as a report."""

from buyer_skills.analyses.catalogue_differences import CatalogueDiff, CatalogueSeen
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import date_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.diff_effects import part_of, profiles_section, steps_section
from buyer_skills.views.diff_names import BothNames
from buyer_skills.views.diff_records import counts_text, records_section
from buyer_skills.views.report_view import Bullets, ReportView, Section


def diff_report(result: CatalogueDiff, old: SkillGraph, new: SkillGraph, language: str) -> ReportView:
    """Return the report on what changed from ``old`` to ``new``: records, then findings, then jobs."""
    words = wording(language)
    names = BothNames(old, new, language)
    rules = tuple(words.text(f"diff.rule-{name}") for name in ("records", "steps", "profiles"))
    day = words.text("diff.rule-day", day=date_text(new.day, language))
    return ReportView(
        title=words.text("diff.title"),
        subtitle=words.text(
            "diff.subtitle", old=_seen_text(result.old, language), new=_seen_text(result.new, language)
        ),
        language=language,
        lead=(
            _records_line(result, language),
            _steps_line(result, language),
            _profiles_line(result, language),
        ),
        sections=(
            records_section(result, names),
            steps_section(result, names),
            profiles_section(result, names),
            Section("methode", words.text("report.method.title"), (Bullets((*rules, day)),)),
        ),
        contents_depth=2,
    )


def _seen_text(seen: CatalogueSeen, language: str) -> str:
    words = wording(language)
    return words.text("diff.catalogue", name=seen.name, count=seen.trainings)


def _records_line(result: CatalogueDiff, language: str) -> str:
    words = wording(language)
    if not result.changes and not result.front:
        return words.text("diff.lead-nothing")
    if not result.changes:
        return words.text("diff.lead-front")
    trainings = [change for change in result.changes if change.group == "trainings"]
    others = [change for change in result.changes if change.group != "trainings"]
    none = words.text("diff.unchanged")
    return words.text(
        "diff.lead-records",
        trainings=counts_text(trainings, language) or none,
        others=counts_text(others, language) or none,
        gained=len(result.newly_offered),
        lost=len(result.no_longer_offered),
    )


def _steps_line(result: CatalogueDiff, language: str) -> str:
    words = wording(language)
    if not result.steps:
        return words.text("diff.lead-no-step")
    parts = [part_of(move) for move in result.steps]
    return words.text(
        "diff.lead-steps",
        appeared=parts.count("appeared"),
        disappeared=parts.count("disappeared"),
        changed=parts.count("changed"),
    )


def _profiles_line(result: CatalogueDiff, language: str) -> str:
    words = wording(language)
    both = [(one.before, one.after) for one in result.profiles if one.before and one.after]
    weights = [
        (
            (before.coverage, before.coverage_without_practice),
            (after.coverage, after.coverage_without_practice),
        )
        for before, after in both
    ]
    better = sum(after > before for before, after in weights)
    worse = sum(after < before for before, after in weights)
    if not better and not worse:
        return words.text("diff.lead-no-profile")
    return words.text("diff.lead-profiles", better=better, worse=worse, same=len(weights) - better - worse)
