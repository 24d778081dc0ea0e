"""Where a profile comes from: the profile it is based on, each change, and the repertories of jobs."""

from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.profiles import Change, JobProfile
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import required_text
from buyer_skills.views.report_view import Block, Cell, Column, Paragraph, Section, Table


def origin_section(profile: JobProfile, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return every change from the profile it is based on, with its reason; nothing when there is none."""
    if profile.based_on is None:
        return ()
    words = wording(language)
    reference = graph.profile(profile.based_on.profile)
    blocks: list[Block] = [
        Paragraph(words.text("profile.origin-intro", reference=reference.title.in_language(language)))
    ]
    if reference.note:
        blocks.append(Paragraph(reference.note.in_language(language), "muted"))
    changes = [one for one in profile.based_on.changes if _is_seen(one, graph.competency(one.competency))]
    if changes:
        columns = tuple(
            Column(words.text(f"profile.{name}"), heads_row=name == "column-competency")
            for name in ("column-competency", "column-change", "column-reason")
        )
        rows = tuple(_row(change, graph.competency(change.competency), words) for change in changes)
        caption = words.text("profile.caption-changes", count=len(rows))
        blocks.append(Table(caption, columns, rows))
    return (Section("origine", words.text("profile.section-origin"), tuple(blocks)),)


def repertories_table(profile: JobProfile, language: str) -> list[Block]:
    """Return the items of outside repertories the job is linked to; nothing when there is none."""
    if not profile.links:
        return []
    words = wording(language)
    columns = (
        Column(words.text("profile.column-repertory"), heads_row=True),
        Column(words.text("profile.column-item")),
        Column(words.text("profile.column-code")),
    )
    rows = tuple(
        (
            Cell(link.framework),
            Cell(link.label or "", words.text(f"profile.relation.{link.relation}") if link.relation else ""),
            Cell(link.code or words.text("profile.code-unknown"), link.uri or ""),
        )
        for link in profile.links
    )
    return [Table(words.text("profile.caption-repertories"), columns, rows)]


def _is_seen(change: Change, competency: Competency) -> bool:
    """Return whether a change shows: two levels that read the same are none."""
    if change.from_level is None or change.to_level is None:
        return True
    return competency.reads(change.from_level) != competency.reads(change.to_level)


def _row(change: Change, competency: Competency, words: Wording) -> tuple[Cell, ...]:
    return (
        Cell(competency.title.in_language(words.language)),
        Cell(_change(change, competency, words)),
        Cell(change.reason.in_language(words.language)),
    )


def _change(change: Change, competency: Competency, words: Wording) -> str:
    before = required_text(competency, change.from_level or 0, words.language)
    after = required_text(competency, change.to_level or 0, words.language)
    if change.from_level is None:
        return words.text("profile.change-added", level=after)
    if change.to_level is None:
        return words.text("profile.change-left-out", level=before)
    return words.text("profile.change-moved", before=before, after=after)
