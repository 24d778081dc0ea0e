"""The closing part of each report that says how it was made: rules of its own, then those of all."""

from collections import Counter
from collections.abc import Sequence

from buyer_skills.catalog.trainings import EVIDENCE_ORDER
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import date_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import Bullets, Section


def method_section(graph: SkillGraph, language: str, rules: Sequence[str]) -> Section:
    """Return the section on method.

    Args:
        graph: The catalogue at the day of the report.
        language: Language of the reader.
        rules: What is particular to this report, already in words.
    """
    words = wording(language)
    items = (
        *rules,
        words.text("report.method.levels"),
        catalogue_text(graph, language),
        words.text("report.method.not-a-market-study"),
    )
    return Section("methode", words.text("report.method.title"), (Bullets(items),))


def catalogue_text(graph: SkillGraph, language: str) -> str:
    """Return how many trainings are offered at the day of the report, by how far they can be trusted."""
    words = wording(language)
    trainings = [training for training in graph.offered.values() if training.kind != "practice"]
    counts = Counter(training.evidence for training in trainings)
    shares = [
        words.text(
            "report.method.share", number=counts[evidence], evidence=words.text(f"terms.evidence.{evidence}")
        )
        for evidence in EVIDENCE_ORDER
        if counts[evidence]
    ]
    day = date_text(graph.day, language)
    if not shares:
        return words.text("report.method.empty-catalogue", day=day)
    return words.text(
        "report.method.catalogue",
        count=len(trainings),
        number=len(trainings),
        day=day,
        shares=", ".join(shares),
    )
