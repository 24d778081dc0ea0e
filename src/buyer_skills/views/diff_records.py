"""The records that changed between two catalogues, group by group, trainings first."""

from buyer_skills.analyses.catalogue_differences import CatalogueDiff
from buyer_skills.analyses.record_changes import CHANGE_KINDS, GROUPS_IN_ORDER, RecordChange
from buyer_skills.messages.wording import wording
from buyer_skills.views.diff_names import BothNames
from buyer_skills.views.diff_values import key_text
from buyer_skills.views.report_view import Bullets, Cell, Column, Paragraph, Section, Table, Tone

_TONES: dict[str, Tone] = {"added": "good", "removed": "attention", "changed": "plain"}


def records_section(result: CatalogueDiff, names: BothNames) -> Section:
    """Return what changed, one part a group of records, each in a table."""
    words = wording(names.language)
    parts = tuple(
        _group_section(group, changes, result, names)
        for group in GROUPS_IN_ORDER
        if (changes := [change for change in result.changes if change.group == group])
    )
    front = tuple(key_text(change, names) for change in result.front)
    blocks = (Bullets(front),) if front else ()
    if not parts and not front:
        return Section(
            "fiches", words.text("diff.section-records"), (Paragraph(words.text("diff.no-change")),)
        )
    return Section("fiches", words.text("diff.section-records"), blocks, parts)


def counts_text(changes: list[RecordChange], language: str) -> str:
    """Return how many records were added, removed and changed, those of no record left out."""
    words = wording(language)
    return ", ".join(
        words.text(f"diff.count.{kind}", count=number)
        for kind in CHANGE_KINDS
        if (number := sum(change.change == kind for change in changes))
    )


def _group_section(
    group: str, changes: list[RecordChange], result: CatalogueDiff, names: BothNames
) -> Section:
    words = wording(names.language)
    title = words.text(
        "diff.group-title",
        group=words.text(f"diff.group.{group.replace('_', '-')}"),
        counts=counts_text(changes, names.language),
    )
    columns = (
        Column(words.text("diff.column-record"), heads_row=True),
        Column(words.text("diff.column-change")),
        Column(words.text("diff.column-detail")),
    )
    rows = tuple(_row(change, result, names) for change in changes)
    caption = words.text("diff.caption-records")
    return Section(f"fiches-{group.replace('_', '-')}", title, (Table(caption, columns, rows),))


def _row(change: RecordChange, result: CatalogueDiff, names: BothNames) -> tuple[Cell, ...]:
    words = wording(names.language)
    lines = [key_text(key, names) for key in change.keys]
    if change.group == "trainings" and change.id in result.no_longer_offered:
        lines.insert(0, words.text("diff.no-longer-offered"))
    if change.group == "trainings" and change.id in result.newly_offered:
        lines.insert(0, words.text("diff.newly-offered"))
    return (
        Cell(names.title(change.group, change.id), change.id),
        Cell(words.text(f"diff.change.{change.change}"), tone=_TONES[change.change]),
        Cell("\n".join(lines)),
    )
