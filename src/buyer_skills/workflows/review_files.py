"""The file of `review --new-batch`: what waits, with what is suggested, to be decided in an editor."""

from collections.abc import Iterator

from buyer_skills.analyses.waiting_proposals import WaitingProposal, WaitingProposals
from buyer_skills.catalog.files import FORMAT_VERSION
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.sources.yaml_writing import yaml_record
from buyer_skills.views.diff_names import BothNames
from buyer_skills.views.diff_values import key_text


def decisions_file(waiting: WaitingProposals, graph: SkillGraph, language: str) -> bytes:
    """Return a file of decisions in which everything is left for later, suggestions written in.

    The competencies that may be named stand at its end.
    """
    names = BothNames(graph, graph, language)
    words = wording(language)
    lines = [f"# {words.text(f'review.file-{name}')}" for name in ("head", "then")]
    lines += [f"format_version: {FORMAT_VERSION}", "decisions:"]
    text = "\n".join(lines) + ("\n" if waiting.proposals else " []\n")
    text += "".join(_record(one, names) for one in waiting.proposals)
    text += "".join(_competencies(graph, words))
    return text.encode()


def _competencies(graph: SkillGraph, words: Wording) -> Iterator[str]:
    yield f"# {words.text('review.file-competencies')}\n"
    for competency in graph.catalog.competencies.values():
        title = competency.title.in_language(words.language)
        yield f"#   {words.text('review.file-competency', id=competency.id, title=title)}\n"


def _record(waiting: WaitingProposal, names: BothNames) -> str:
    words = wording(names.language)
    title = next((one.after for one in waiting.keys if one.key == "title"), None)
    shown = title.get("fr") if isinstance(title, dict) else names.title(waiting.group, waiting.id)
    record: dict[str, object] = {"record": waiting.id, "decision": "later"}
    comments = [str(shown)]
    if waiting.suggestions is not None:
        if waiting.suggestions.is_known:
            record["outcomes"] = [
                {"competency": one.competency, "from": one.from_level, "to": one.to_level}
                for one in waiting.suggestions.outcomes
            ]
            found = sorted({word for one in waiting.suggestions.outcomes for word in one.words})
            comments.append(words.text("review.file-words", words=tuple(found)))
        else:
            comments.append(words.text("review.unknown"))
    if waiting.nearest:
        comments.append(words.text("review.file-nearest", id=waiting.nearest))
    if waiting.kind == "change":
        comments += [words.text("review.file-change", change=key_text(one, names)) for one in waiting.keys]
    return "".join(f"  # {one}\n" for one in comments) + yaml_record(record)
