"""Short facts under the sheet of a competency: AI, confusions, jobs, law, other frameworks."""

from collections.abc import Iterator

from buyer_skills.analyses.frameworks import FrameworkCompetency
from buyer_skills.catalog.competencies import Competency, Link
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import required_text
from buyer_skills.views.record_links import link_item
from buyer_skills.views.record_words import compact_profile_title, competency_title
from buyer_skills.views.report_view import Definitions
from buyer_skills.views.rules_table import reading_text


def competency_facts(one: FrameworkCompetency, graph: SkillGraph, language: str) -> Definitions:
    """Return what is said around a competency, each fact beside its name; only what is known."""
    words = wording(language)
    facts = {
        "ai": _ai(one.record, words),
        "confused-with": "\n".join(_confusions(one.record, graph, words)),
        "broader": competency_title(graph, one.record.broader, language) if one.record.broader else "",
        "finer": ", ".join(each.title.in_language(language) for each in graph.finer_than(one.id)),
        "asked-by": "\n".join(_jobs(one, graph, words)) or words.text("referentiel.not-asked"),
        "rules": words.text("report.list-separator").join(_rules(one.record, graph, words)),
        "links": words.text("report.list-separator").join(_links(one.record, words)),
    }
    return Definitions(
        tuple((words.text(f"referentiel.{name}"), said) for name, said in facts.items() if said), beside=True
    )


def _ai(record: Competency, words: Wording) -> str:
    if not record.ai:
        return ""
    effect = words.text(f"terms.ai-effect.{record.ai.effect}")
    reason = record.ai.reason.in_language(words.language)
    if not record.ai.use_case:
        return words.text("referentiel.ai-effect", effect=effect, reason=reason)
    use = words.text(f"terms.ai-use.{record.ai.use_case}")
    return words.text("referentiel.ai-effect-use", effect=effect, use=use, reason=reason)


def _confusions(record: Competency, graph: SkillGraph, words: Wording) -> Iterator[str]:
    for confusion in record.confused_with:
        yield words.text(
            "referentiel.confusion",
            competency=competency_title(graph, confusion.competency, words.language),
            difference=confusion.difference.in_language(words.language),
        )


def _jobs(one: FrameworkCompetency, graph: SkillGraph, words: Wording) -> Iterator[str]:
    """Yield the jobs that ask for a competency, one line a level, the highest first."""
    by_level: dict[str, list[str]] = {}
    for asked in one.asked_by:
        level = required_text(one.record, asked.level, words.language)
        by_level.setdefault(level, []).append(compact_profile_title(graph, asked.profile, words.language))
    for level, titles in by_level.items():
        profiles = words.text("report.list-separator").join(titles)
        yield words.text("referentiel.asked-at", level=level, profiles=profiles)


def _rules(record: Competency, graph: SkillGraph, words: Wording) -> Iterator[str]:
    for name in record.rules:
        rule = graph.catalog.rules[name]
        # What was never read at its source is not shown as a fact.
        if rule.is_shown:
            title = rule.title.in_language(words.language)
            yield words.text("referentiel.rule", title=title, reading=reading_text(rule, words), id=name)


def _links(record: Competency, words: Wording) -> list[str]:
    return [_link(link, words) for link in sorted(record.links, key=lambda link: link.framework.casefold())]


def _link(link: Link, words: Wording) -> str:
    item = link_item(link, words.language)
    if not link.relation:
        return item
    return words.text("referentiel.link", item=item, relation=words.text(f"show.relation.{link.relation}"))
