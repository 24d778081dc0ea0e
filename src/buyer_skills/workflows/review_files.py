"""The file of `review --new-batch`: what waits, with what is suggested, to be decided in an editor."""

from buyer_skills.analyses.waiting_proposals import WaitingProposal, WaitingProposals
from buyer_skills.catalog.files import FORMAT_VERSION
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.sources.yaml_writing import yaml_record


def decisions_file(waiting: WaitingProposals, language: str) -> bytes:
    """Return a file of decisions in which everything is left for later, suggestions written in."""
    words = wording(language)
    lines = [f"# {words.text(f'review.file-{name}')}" for name in ("head", "then")]
    lines += [f"format_version: {FORMAT_VERSION}", "decisions:"]
    text = "\n".join(lines) + ("\n" if waiting.proposals else " []\n")
    return (text + "".join(_record(one, words) for one in waiting.proposals)).encode()


def _record(waiting: WaitingProposal, words: Wording) -> str:
    title = next((one.after for one in waiting.keys if one.key == "title"), None)
    shown = title.get("fr") if isinstance(title, dict) else None
    record: dict[str, object] = {"record": waiting.id, "decision": "later"}
    comments = [str(shown)] if shown else []
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
        comments.append(words.text("review.file-change", keys=tuple(one.key for one in waiting.keys)))
    return "".join(f"  # {one}\n" for one in comments) + yaml_record(record)
