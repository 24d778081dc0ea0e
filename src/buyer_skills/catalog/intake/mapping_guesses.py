"""What a spreadsheet of someone else holds, guessed from its headings and values, to be corrected."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.intake.mapping import (
    IGNORED,
    REPEATED,
    ColumnField,
    MappedSource,
    TableMapping,
    field_words,
)
from buyer_skills.catalog.intake.mapping_evidence import (
    Evidence,
    evidence_for,
    field_of_values,
    may_be_of_a_person,
    unit_of_durations,
    unknown_words,
)
from buyer_skills.catalog.intake.mapping_words import field_of_heading, is_of_members
from buyer_skills.catalog.intake.table_layout import (
    HeadedTable,
    headed_tables,
    read_tables,
    sample_cells,
)
from buyer_skills.catalog.intake.table_values import one_line, plain
from buyer_skills.catalog.intake.table_words import has_words
from buyer_skills.catalog.persons import seems_personal
from buyer_skills.issues import Issue, Place, has_errors, in_order, issue
from buyer_skills.messages import Message
from buyer_skills.sources.tables import CellValue

Sureness = Literal["sure", "likely", "unsure", "unknown"]
"""sure: heading and values agree; likely: one of them says it; unsure: to look at first; unknown: nothing
tells what it is."""

_RANKS: dict[Sureness, int] = {"sure": 0, "likely": 1, "unsure": 2, "unknown": 3}
_LOOKED_AT = 200
"""How many cells of a column are looked at."""

_SAMPLES = 2
_LONGEST_SAMPLE = 60
_MOST_WORDS = 20
_FALLBACK = "offre"
_YEAR = re.compile(r"20[0-9]{2}")
_LONGEST_SLUG = 60

MEMBERS_OF: dict[str, ColumnField] = {
    "cnfpt": "price_territorial",
    "anfh": "price_hospitalier",
    "igpde": "price_etat",
}
"""Whose price « tarif adhérent » is, by the body whose file it is."""


@dataclass(frozen=True, slots=True)
class GuessedColumn:
    """One column: what it is taken for, how surely and why."""

    number: int
    """Its number, counted from 1."""
    heading: str
    field: ColumnField
    sureness: Sureness
    reason: Message
    samples: tuple[str, ...] = ()
    """Its first two different values, cut when they are long."""
    unknown_words: tuple[str, ...] = ()
    """Values that should be closed words and are none of ours: `values` of the mapping may say them."""


@dataclass(frozen=True, slots=True)
class GuessedColumns:
    """What was found of a spreadsheet: where its table is, and every column that has a heading or a value."""

    file: str
    sheet: str = ""
    """Sheet read; empty when the file is one table."""
    heading_row: int = 0
    heading_lines: int = 1
    rows: int = 0
    """How many rows that hold something are under the headings."""
    columns: tuple[GuessedColumn, ...] = ()
    other_sheets: tuple[str, ...] = ()
    """Sheets that seem to hold such a table too, and are not read."""


def guess_mapping(
    path: Path, name: str, catalog: Catalog | None = None
) -> tuple[TableMapping | None, GuessedColumns, tuple[Issue, ...]]:
    """Guess what the columns of a training body's spreadsheet hold.

    Args:
        path: the file; XLSX, ODS, CSV or TSV.
        name: how readers know it.
        catalog: the catalogue whose providers the file may be of.

    Returns:
        The mapping to correct, None when no table is found; what was found; and every issue by place. A
        mapping may lack what only a person can say: `read_mapping` then asks for it.
    """
    tables, found = read_tables(path, name)
    issues = list(found)
    found_tables = headed_tables(tables)
    if not found_tables:
        if not has_errors(issues):
            issues.append(issue("I123", Place(name)))
        return None, GuessedColumns(name), in_order(issues)
    table, *others = found_tables
    issues += [issue("I228", one.table.place(), found=one.table.source.sheet) for one in others]
    above = _above(table)
    words = plain(f"{_stem(name)} {above[0] if above else ''}")
    provider = _provider(words, catalog)
    columns = _settled(
        table, [_column(table, one, provider) for one in sorted(table.headings.by_column)], issues
    )
    if not any(one.field == "title" for one in columns):
        issues.append(issue("I121", table.table.place(table.headings.row, min(table.headings.by_column))))
    guessed = GuessedColumns(
        name,
        table.table.source.sheet,
        table.headings.row,
        table.headings.lines,
        len(table.rows),
        tuple(columns),
        tuple(one.table.source.sheet for one in others),
    )
    # A line such as « suivi par Mme X » is no title of an offer.
    title = next((one for one in above if not seems_personal(one)), "")
    return _mapping(guessed, title, provider), guessed, in_order(issues)


def _column(table: HeadedTable, number: int, provider: str | None) -> GuessedColumn:
    heading = table.headings.by_column[number]
    cells = sample_cells(table, number, _LOOKED_AT)
    made = GuessedColumn(
        number, heading, IGNORED, "unknown", Message("mapping.reason.unknown"), _samples(cells)
    )
    field = field_of_heading(heading)
    if field is None and provider in MEMBERS_OF and is_of_members(heading):
        field = MEMBERS_OF[provider]
        return replace(
            made,
            field=field,
            sureness="likely",
            reason=Message("mapping.reason.members", {"provider": provider}),
        )
    if field == IGNORED:
        # Its values may be of people: none is shown.
        return replace(made, sureness="likely", reason=Message("mapping.reason.aside"), samples=())
    if field is None:
        return _by_values(_without_names(made, cells), cells)
    if field == "hours" and not re.search(r"\b(h|heures?|hours?|horaire)\b", plain(heading)):
        return _duration(made, cells)
    return _judged(made, field, cells)


def _by_values(made: GuessedColumn, cells: Sequence[CellValue]) -> GuessedColumn:
    """Judge a column whose heading is not understood, unless it was found to be of people."""
    field = field_of_values(cells) if made.sureness == "unknown" else None
    if field is None:
        return made
    return replace(made, field=field, sureness="unsure", reason=Message("mapping.reason.values"))


def _without_names(made: GuessedColumn, cells: Sequence[CellValue]) -> GuessedColumn:
    """Show nothing of a column that nobody understands when one of its values may be of a person.

    Where most of them are, the column is left aside, and said so.
    """
    personal = sum(map(may_be_of_a_person, cells))
    if not personal:
        return made
    if personal * 2 >= len(cells):
        reason = Message("mapping.reason.persons")
        return replace(made, field=IGNORED, sureness="likely", reason=reason, samples=(), unknown_words=())
    return replace(made, samples=())


def _duration(made: GuessedColumn, cells: Sequence[CellValue]) -> GuessedColumn:
    """Judge a column of lengths whose heading does not say the unit."""
    unit = unit_of_durations(cells)
    if unit is None:
        judged = _judged(made, "hours", cells)
        return (
            judged
            if judged.field == IGNORED
            else replace(judged, sureness="unsure", reason=Message("mapping.reason.unit-unknown"))
        )
    judged = _judged(made, unit, cells)
    if judged.field == IGNORED:
        return judged
    return replace(judged, sureness="likely", reason=Message(f"mapping.reason.unit-{unit}"))


def _judged(made: GuessedColumn, field: ColumnField, cells: Sequence[CellValue]) -> GuessedColumn:
    """Judge what the heading says by the values."""
    found = evidence_for(field, made.heading, cells)
    made = replace(made, unknown_words=unknown_words(field, cells, _MOST_WORDS))
    if not found.stated:
        return replace(made, field=field, sureness="likely", reason=Message("mapping.reason.no-value"))
    if not found.understood and not has_words(field):
        reason = Message("mapping.reason.unlike", {"field": field_words(field)})
        return _without_names(replace(made, reason=reason), cells)
    judged = replace(made, field=field, sureness=_sureness(found), reason=_reason(found))
    # Two capitalised words may well be a region.
    return judged if found.understood or field == "region" else _without_names(judged, cells)


def _sureness(found: Evidence) -> Sureness:
    return "sure" if found.share >= 0.9 else "likely" if found.share >= 0.5 else "unsure"


def _reason(found: Evidence) -> Message:
    if found.understood == found.stated:
        return Message("mapping.reason.agree")
    return Message("mapping.reason.some", {"understood": found.understood, "total": found.stated})


def _settled(table: HeadedTable, columns: list[GuessedColumn], issues: list[Issue]) -> list[GuessedColumn]:
    """Keep one column for each field that takes one, the surest; find a title when no heading says which."""
    columns = _with_a_title(table, columns)
    if any(one.field == "session_start" for one in columns):
        columns = [replace(one, field="session_place") if one.field == "place" else one for one in columns]
    kept: dict[ColumnField, GuessedColumn] = {}
    for one in sorted(columns, key=lambda one: (_RANKS[one.sureness], one.number)):
        if one.field not in REPEATED:
            kept.setdefault(one.field, one)
    settled: list[GuessedColumn] = []
    for one in columns:
        best = kept.get(one.field, one)
        if best is one:
            settled.append(one)
            continue
        place = table.table.place(table.headings.row, one.number)
        issues.append(
            issue("I227", place, found=one.heading, field=field_words(one.field), kept=best.heading)
        )
        reason = Message("mapping.reason.rival", {"field": field_words(one.field), "heading": best.heading})
        settled.append(replace(one, field=IGNORED, sureness="unsure", reason=reason))
    return settled


def _with_a_title(table: HeadedTable, columns: list[GuessedColumn]) -> list[GuessedColumn]:
    """Take the column of the longest different texts for the title when no heading says which is."""
    if any(one.field == "title" for one in columns):
        return columns
    best, length = None, 0.0
    for one in columns:
        cells = sample_cells(table, one.number, _LOOKED_AT)
        texts = [cell for cell in cells if isinstance(cell, str) and not cell.startswith("http")]
        if one.sureness == "unknown" and texts and len(set(texts)) >= len(cells) * 0.5:
            mean = sum(map(len, texts)) / len(texts)
            if length < mean <= 150 and mean >= 12:
                best, length = one, mean
    if best is None:
        return columns
    title = replace(best, field="title", sureness="unsure", reason=Message("mapping.reason.longest"))
    return [title if one is best else one for one in columns]


def _mapping(guessed: GuessedColumns, above: str, provider: str | None) -> TableMapping:
    words = re.findall(r"[a-z0-9]+", plain(_stem(guessed.file)))
    # What an offer is known by stays the same from one year to the next.
    stem = "-".join(one for one in words if not _YEAR.fullmatch(one))[:_LONGEST_SLUG].strip("-")
    return TableMapping(
        registry=stem or _FALLBACK,
        source=MappedSource(title=above or guessed.file),
        provider=provider,
        sheet=guessed.sheet or None,
        heading_row=guessed.heading_row,
        heading_lines=guessed.heading_lines,
        columns={one.heading: one.field for one in guessed.columns},
    )


def _provider(words: str, catalog: Catalog | None) -> str | None:
    """Return the provider that the file or its first lines name: by id, or by its title in the catalogue."""
    names = {one: one for one in MEMBERS_OF}
    if catalog is not None:
        names |= {id_: plain(one.title.fr) for id_, one in catalog.providers.items()}
    found = [id_ for id_, name in sorted(names.items()) if re.search(rf"\b{re.escape(name)}\b", words)]
    return found[0] if len(found) == 1 else None


def _above(table: HeadedTable) -> list[str]:
    """Return the texts above the headings: the first is the title of the file, as people see it."""
    return [
        one_line(cell)[:200].strip()
        for row in table.table.rows
        if row.number < table.headings.row
        for cell in row.cells.values()
        if isinstance(cell, str)
    ]


def _stem(name: str) -> str:
    return Path(name).stem


def _samples(cells: Sequence[CellValue]) -> tuple[str, ...]:
    return tuple(_shown_once(cells))[:_SAMPLES]


def _shown_once(cells: Sequence[CellValue]) -> Iterator[str]:
    for text in dict.fromkeys(one_line(one) for one in cells):
        yield text if len(text) <= _LONGEST_SAMPLE else f"{text[: _LONGEST_SAMPLE - 1].rstrip()}…"
