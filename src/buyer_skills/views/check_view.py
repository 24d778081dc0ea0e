"""The problems of a catalogue: lines for a terminal, records for tools, a report for a meeting."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from buyer_skills.analyses.stale_records import StaleRecord
from buyer_skills.issues import Issue, Severity
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.report_view import Block, Cell, Column, Paragraph, ReportView, Section, Table, Tone

SHOWN_AT_MOST = 50
"""Problems shown in a terminal; the rest is counted."""

_BREAKS = re.compile(r"[\r\n\t]+")
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
_TONES: dict[Severity, Tone] = {"error": "attention", "warning": "plain", "note": "muted"}


class IssueRecord(BaseModel):
    """A problem as tools read it."""

    model_config = ConfigDict(frozen=True)

    code: str = Field(description="Code of the problem, explained in the messages page.")
    severity: Severity = Field(description="error, warning or note.")
    file: str = Field(description="File it is in.")
    line: int = Field(description="Line, from 1; 0 when the whole file is meant.")
    column: int = Field(description="Column, from 1; 0 when the whole file is meant.")
    sheet: str | None = Field(description="Sheet of a workbook; null in other files.")
    cell: str | None = Field(description="Cell of a workbook or table, such as F12; null in other files.")
    message: str = Field(description="What is wrong, in the language asked for.")
    hint: str | None = Field(description="How to mend it.")


class CheckReport(BaseModel):
    """Every problem of a catalogue."""

    model_config = ConfigDict(frozen=True)

    format_version: Literal[1] = Field(default=1, description="Version of this format.")
    issues: tuple[IssueRecord, ...] = Field(description="All problems, by file, line and column.")
    stale: tuple[StaleRecord, ...] = Field(
        default=(), description="With `--stale-after`: records to look at again, the oldest first."
    )


def check_records(issues: Sequence[Issue], language: str, stale: Sequence[StaleRecord] = ()) -> CheckReport:
    """Return every problem as a record, in words of ``language``, and the records to look at again."""
    words = wording(language)
    return CheckReport(
        issues=tuple(
            IssueRecord(
                code=issue.code,
                severity=issue.severity,
                file=issue.place.file,
                line=issue.place.line,
                column=issue.place.column,
                sheet=issue.place.sheet or None,
                cell=issue.place.cell or None,
                message=words.render(issue.message),
                hint=words.render(issue.hint) if issue.hint else None,
            )
            for issue in sorted(issues, key=lambda issue: issue.sort_key)
        ),
        stale=tuple(stale),
    )


def issue_lines(issues: Sequence[Issue], language: str, at_most: int = SHOWN_AT_MOST) -> list[str]:
    """Return one line a problem, ``file:line:column: error T103: ...``, then how many are not shown.

    Errors are never hidden behind warnings and notes: when not all can be shown, they come first.
    """
    words = wording(language)
    ordered = sorted(issues, key=lambda issue: issue.sort_key)
    if len(ordered) > at_most:
        kept = sorted(ordered, key=lambda issue: _SEVERITIES.index(issue.severity))[:at_most]
        shown = sorted(kept, key=lambda issue: issue.sort_key)
    else:
        shown = ordered
    lines = [_line(issue, words) for issue in shown]
    if len(ordered) > len(shown):
        lines.append(words.text("check.not-shown", count=len(ordered) - len(shown)))
    return lines


def check_summary(issues: Sequence[Issue], language: str) -> str:
    """Return the count of problems by severity, in words."""
    words = wording(language)
    counts = Counter(issue.severity for issue in issues)
    if not issues:
        return words.text("check.nothing")
    counted = [words.text(f"check.count.{name}", count=counts[name]) for name in _SEVERITIES if counts[name]]
    return words.text("check.summary", counts=tuple(counted))


def check_report(
    issues: Sequence[Issue], language: str, title: str, again: tuple[Section, ...] = ()
) -> ReportView:
    """Return the problems as a report, file by file, then ``again``: the records to look at again."""
    words = wording(language)
    report = check_records(issues, language)
    files = list(dict.fromkeys(record.file for record in report.issues))
    sections = tuple(
        Section(
            anchor=f"fichier-{number}",
            title=file,
            blocks=(_table([record for record in report.issues if record.file == file], file, words),),
        )
        for number, file in enumerate(files, 1)
    )
    nothing: tuple[Block, ...] = (Paragraph(words.text("check.nothing"), "good"),)
    return ReportView(
        title=words.text("check.title"),
        subtitle=title,
        language=language,
        lead=(check_summary(issues, language),),
        sections=(sections or (Section("resultat", words.text("check.result"), nothing),)) + again,
    )


def _line(issue: Issue, words: Wording) -> str:
    text = words.text(
        "check.line",
        place=issue.place.words,
        severity=words.text(f"check.severity.{issue.severity}"),
        code=issue.code,
        message=words.render(issue.message),
    )
    line = f"{text}. {words.render(issue.hint)}" if issue.hint else text
    # A title may hold a line break; a problem stays on its line.
    return _BREAKS.sub(" ", line)


def _table(records: Sequence[IssueRecord], file: str, words: Wording) -> Table:
    headings = ("place", "code", "message")
    columns = tuple(
        Column(words.text(f"check.column.{name}"), heads_row=name == "place") for name in headings
    )
    rows = tuple(
        (
            Cell(_where(record)),
            Cell(record.code, words.text(f"check.severity.{record.severity}"), _TONES[record.severity]),
            Cell(record.message, record.hint or ""),
        )
        for record in records
    )
    return Table(words.text("check.caption", file=file), columns, rows)


def _where(record: IssueRecord) -> str:
    """Return the place of a problem inside its file."""
    if record.sheet or record.cell:
        return " ".join(filter(None, (record.sheet, record.cell)))
    return f"{record.line}:{record.column}" if record.line else "-"
