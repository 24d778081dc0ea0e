"""What the columns of someone else's spreadsheet were taken for, to be corrected."""

from buyer_skills.catalog.intake.mapping import IGNORED, field_words
from buyer_skills.catalog.intake.mapping_guesses import GuessedColumn, GuessedColumns
from buyer_skills.issues import column_letters
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.report_view import Cell, Column, ReportView, Section, Table, Tone

_TONES: dict[str, Tone] = {"sure": "good", "likely": "plain", "unsure": "attention", "unknown": "muted"}


def mapping_report(guessed: GuessedColumns, mapping: str, language: str) -> ReportView:
    """Return what each column was taken for, how surely, and two of its values.

    Args:
        guessed: what was found.
        mapping: path of the mapping that was written, to be corrected.
        language: of the reader.
    """
    words = wording(language)
    counts = {name: sum(one.sureness == name for one in guessed.columns) for name in _TONES}
    lead = [
        words.text("mapping.lead-table", row=guessed.heading_row, sheet=guessed.sheet, count=guessed.rows)
        if guessed.sheet
        else words.text("mapping.lead-file", row=guessed.heading_row, count=guessed.rows),
        words.text("mapping.lead-counts", **counts),
        words.text("mapping.lead-next", path=mapping),
    ]
    if guessed.other_sheets:
        lead.insert(1, words.text("mapping.lead-others", sheets=guessed.other_sheets))
    columns = tuple(
        Column(words.text(f"mapping.column-{name}"), heads_row=name == "heading")
        for name in ("letter", "heading", "field", "sureness", "samples")
    )
    rows = tuple(_row(one, words) for one in guessed.columns)
    table = Table(words.text("mapping.caption"), columns, rows)
    return ReportView(
        title=words.text("mapping.title", file=guessed.file),
        subtitle=words.text("mapping.subtitle"),
        language=language,
        lead=tuple(lead),
        sections=(Section("colonnes", words.text("mapping.section"), (table,)),),
    )


def _row(column: GuessedColumn, words: Wording) -> tuple[Cell, ...]:
    tone: Tone = "muted" if column.field == IGNORED else "plain"
    return (
        Cell(column_letters(column.number)),
        Cell(column.heading),
        Cell(words.render(field_words(column.field)), tone=tone),
        Cell(
            words.text(f"mapping.sureness.{column.sureness}", reason=words.render(column.reason)),
            tone=_TONES[column.sureness],
        ),
        Cell("\n".join(column.samples)),
    )
