"""Records to look at again, the oldest first: lines for a terminal, a section of the report of `check`."""

from collections.abc import Sequence

from buyer_skills.analyses.stale_records import StaleRecord
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import Block, Cell, Column, Paragraph, Section, Table

STALE_SHOWN = 50
"""Records shown in a terminal; the rest is counted."""


def stale_lines(stale: Sequence[StaleRecord], months: int, language: str) -> list[str]:
    """Return how many records are older than ``months``, then one line a record with the link to open."""
    words = wording(language)
    lines = [_summary(stale, months, language)]
    lines += [
        words.text(
            "stale.line",
            place=f"{one.file}:{one.line}:{one.column}",
            count=one.months,
            kind=words.text(f"stale.kind.{one.group}"),
            id=one.id,
            date=_date_text(one, language),
            url=one.url or words.text("stale.no-address"),
        )
        for one in stale[:STALE_SHOWN]
    ]
    if len(stale) > STALE_SHOWN:
        lines.append(words.text("check.not-shown", count=len(stale) - STALE_SHOWN))
    return lines


def stale_section(stale: Sequence[StaleRecord], months: int, language: str) -> Section:
    """Return the section of records older than ``months``, in a table when there are any."""
    words = wording(language)
    blocks: list[Block] = [Paragraph(_summary(stale, months, language))]
    if stale:
        names = ("record", "kind", "age", "address", "place")
        columns = tuple(
            Column(words.text(f"stale.column.{name}"), heads_row=name == "record") for name in names
        )
        rows = tuple(
            (
                Cell(one.title, one.id),
                Cell(words.text(f"stale.kind.{one.group}")),
                Cell(
                    words.text("stale.age", count=one.months),
                    _date_text(one, language),
                ),
                Cell(one.url or words.text("stale.no-address")),
                Cell(f"{one.file}:{one.line}"),
            )
            for one in stale
        )
        blocks.append(Table(words.text("stale.caption"), columns, rows))
    return Section("a-revoir", words.text("stale.section"), tuple(blocks))


def _summary(stale: Sequence[StaleRecord], months: int, language: str) -> str:
    words = wording(language)
    age = words.text("stale.age", count=months)
    if not stale:
        return words.text("stale.nothing", age=age)
    return words.text("stale.summary", count=len(stale), age=age)


def _date_text(record: StaleRecord, language: str) -> str:
    return wording(language).text(f"stale.date.{record.key.replace('_', '-')}", date=record.date)
