"""What every page says that touches law or statut: dated readings, never a right of a person."""

from collections.abc import Sequence

from buyer_skills.catalog.fields import PartialDate
from buyer_skills.catalog.rules import Rule
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import Callout
from buyer_skills.views.training_words import partial_date_text


def nothing_asserted(language: str) -> Callout:
    """Return the standing sentence: whom to ask, as nothing here is a person's right."""
    words = wording(language)
    return Callout(words.text("framing.to-check"), words.text("framing.nothing-asserted"))


def publishers(graph: SkillGraph, sources: Sequence[str], language: str) -> tuple[str, ...]:
    """Return who published ``sources``, each once, in their order; those not known are left out."""
    known = [graph.catalog.sources[name] for name in sources if name in graph.catalog.sources]
    return tuple(dict.fromkeys(source.publisher or source.title.in_language(language) for source in known))


def publishers_text(graph: SkillGraph, sources: Sequence[str], language: str) -> str:
    """Return who published ``sources`` in one line; nothing when none is known."""
    return ", ".join(publishers(graph, sources, language))


def date_said(date: PartialDate | None, language: str) -> str:
    """Return the date of a source, or that it has none."""
    if date is None:
        return wording(language).text("report.rules.undated")
    return partial_date_text(date, language)


def legal_text_said(text: str | None, language: str) -> str:
    """Return a legal text as cited, which stays in French, said to be so to who reads another language."""
    return wording(language).text("framing.legal-text-cited", text=text) if text else ""


def topic_text(rule: Rule, language: str) -> str:
    """Return the topic of a rule in words; its slug when it has none."""
    return rule.topic_title.in_language(language) if rule.topic_title else rule.topic
