"""A training body's spreadsheet into offers, by its mapping: rows of one training are one offer."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake.mapping import PRICE_FAMILIES, TableMapping, field_words
from buyer_skills.catalog.intake.mapping_files import missing_headings
from buyer_skills.catalog.intake.offers import Offer, OfferFile, OfferSession
from buyer_skills.catalog.intake.table_cells import issues_of_cells
from buyer_skills.catalog.intake.table_layout import HeadedTable, located_table
from buyer_skills.catalog.intake.table_rows import TEXTS, RowReader, RowValues
from buyer_skills.catalog.intake.table_values import one_line, plain
from buyer_skills.catalog.persons import seems_personal
from buyer_skills.issues import Issue, has_errors, in_order, issue

_SAME = ("hours", "days", "price", *PRICE_FAMILIES, "modality", "kind")
"""What the rows of one training should say alike."""

_ONE_VALUE = ("code", "url", "certification", "certification_title", "degree_level", *TEXTS)
_MOST_EXAMPLES = 8
"""How many rows are shown by their first words."""

_LONGEST_WORDS = 30
_TOTAL = re.compile(r"(?:sous[- ])?totaux\b.*|(?:sous[- ])?total\b.*")


def read_table(
    path: Path, name: str, mapping: TableMapping, day: str, keeping: Keeping | None = None
) -> OfferFile:
    """Read the trainings of a spreadsheet.

    Args:
        path: the file; XLSX, ODS, CSV or TSV.
        name: how readers know it.
        mapping: which column holds what.
        day: the day it is read, as the catalogue writes dates.
        keeping: rules by which only some are kept; all are without them.

    Returns:
        The offers in the order of the file, how many trainings it has, and every issue by place: an error
        when nothing can be read of it, a warning for each value that is left unknown.
    """
    table, issues = located_table(path, name, mapping)
    groups: list[_Group] = []
    if table is not None:
        place = table.table.place(table.headings.row, min(table.headings.by_column))
        for heading, field_name in missing_headings(table, mapping):
            issues.append(
                issue("I128", place, found=heading, field=field_words(field_name), nearest="", others="")
            )
        if not has_errors(issues):
            groups = _Grouping(table, mapping, issues).groups()
            if not groups:
                issues.append(issue("I129", place))
            groups = _with_a_provider(groups, issues)
    offers = tuple(_offer(one, mapping) for one in groups)
    kept, kept_by = _kept(offers, keeping)
    is_read = not has_errors(issues)
    return OfferFile(
        mapping.registry,
        _source(mapping, day),
        day,
        kept if is_read else (),
        len(offers) if is_read else 0,
        kept_by if is_read else {},
        in_order(issues),
        answer=_answer(mapping),
    )


def _answer(mapping: TableMapping) -> dict[str, str] | None:
    answered = mapping.answered
    return {"day": str(answered.day), "function": answered.function} if answered else None


@dataclass(slots=True)
class _Group:
    """The rows of one training."""

    key: str
    provider: str
    first: RowValues
    values: dict[str, Any] = field(default_factory=dict)
    rows: list[RowValues] = field(default_factory=list)


class _Grouping:
    """Puts the rows of a table together by training."""

    def __init__(self, table: HeadedTable, mapping: TableMapping, issues: list[Issue]) -> None:
        self._table = table
        self._mapping = mapping
        self._issues = issues
        self._reader = RowReader(table, mapping)
        self._groups: dict[tuple[str, ...], _Group] = {}
        self._by_code: dict[str, _Group] = {}
        self._left: list[RowValues] = []

    def groups(self) -> list[_Group]:
        latest: _Group | None = None
        for row in self._table.rows:
            found = self._reader.read(row)
            latest = self._group_of(found, latest)
            if latest is None:
                self._left.append(found)
            else:
                self._add(latest, found)
        self._issues += self._reader.issues()
        titled = {
            row.row.number for one in self._groups.values() for row in one.rows if "title" in row.values
        }
        columns = [one[0] for one in self._reader.columns]
        self._issues += issues_of_cells(self._table, self._mapping, columns, titled)
        if self._left:
            numbers = [one.row.number for one in self._left]
            self._issues.append(
                issue(
                    "I221",
                    self._left[0].place,
                    count=len(numbers),
                    rows=_as_ranges(numbers),
                    examples=tuple(map(_first_words, self._left[:_MOST_EXAMPLES])),
                )
            )
        return list(self._groups.values())

    def _group_of(self, found: RowValues, latest: _Group | None) -> _Group | None:
        """Return the training a row is of, a new one when it is its first; None when it is of none."""
        title, code = found.text("title"), found.text("key") or found.text("code")
        if title:
            is_heading = plain(title) in {plain(one[2]) for one in self._reader.columns if one[1] == "title"}
            if self._table.is_section(found.row) or is_heading or _TOTAL.fullmatch(plain(title)):
                return None
            return self._titled(found, title, code)
        if code:
            return self._by_code.get(plain(code))
        return latest if found.sessions else None

    def _titled(self, found: RowValues, title: str, code: str) -> _Group:
        provider = found.text("provider") or self._mapping.provider or ""
        known = self._by_code.get(plain(code)) if code else None
        identity = (plain(code), _slug(title)) if code else ("", _slug(f"{provider} {title}"))
        group = self._groups.get(identity)
        if group is None:
            key = code or _slug(f"{provider} {title}")
            if known is not None:
                place = found.cells["title"]
                self._issues.append(
                    issue("I229", place, found=one_line(title), code=code, first=known.first.text("title"))
                )
                key = f"{code} {_slug(title)}"
            group = _Group(key, provider, found)
            self._groups[identity] = group
            if code:
                self._by_code.setdefault(plain(code), group)
        return group

    def _add(self, group: _Group, found: RowValues) -> None:
        for name, value in found.values.items():
            known = group.values.setdefault(name, value)
            if known == value:
                continue
            if name in _SAME:
                self._issues.append(
                    issue(
                        "I222",
                        found.cells[name],
                        expected=field_words(name),
                        title=group.first.text("title"),
                        kept=_shown(known),
                        found=_shown(value),
                    )
                )
            elif isinstance(value, tuple):
                group.values[name] = tuple(dict.fromkeys((*known, *value)))
        group.rows.append(found)


def _with_a_provider(groups: list[_Group], issues: list[Issue]) -> list[_Group]:
    """Return the trainings of a known body; the others cannot be brought in, which is said."""
    without = [one for one in groups if not one.provider]
    if without:
        rows = _as_ranges([one.first.row.number for one in without])
        issues.append(issue("I231", without[0].first.place, count=len(without), rows=rows))
    return [one for one in groups if one.provider]


def _offer(group: _Group, mapping: TableMapping) -> Offer:
    values = group.values
    location, region = _shared(group.rows, "place"), _shared(group.rows, "region")
    said = {name: values[name] for name in _ONE_VALUE if name in values}
    return Offer(
        key=group.key,
        title=one_line(values["title"]),
        provider=group.provider,
        place=group.first.cells["title"],
        kind=values.get("kind", mapping.kind),
        formacodes=values.get("formacodes", ()),
        rome=values.get("rome", ()),
        hours=values.get("hours"),
        days=values.get("days"),
        price_eur=values.get("price"),
        prices={family: values[name] for name, family in PRICE_FAMILIES.items() if name in values},
        region=region,
        location=location,
        modality=values.get("modality"),
        sessions=tuple(_sessions(group.rows, location, region)),
        evidence=mapping.evidence,
        **said,
    )


def _shared(rows: Iterable[RowValues], name: str) -> str:
    """Return what all rows that say it say alike; empty when they do not."""
    said = {one.text(name) for one in rows if name in one.values}
    return said.pop() if len(said) == 1 else ""


def _sessions(rows: Iterable[RowValues], location: str, region: str) -> list[OfferSession]:
    """Return the sessions of all rows, each with the place or region of its row where they are not shared."""
    found: list[OfferSession] = []
    for row in rows:
        own = row.text("place") if not location else ""
        own = own or (row.text("region_text") if not region else "")
        found += [replace(one, place=one.place or own) for one in row.sessions]
    return list(dict.fromkeys(found))


def _kept(offers: tuple[Offer, ...], keeping: Keeping | None) -> tuple[tuple[Offer, ...], dict[str, int]]:
    if keeping is None:
        return offers, {}
    kept: list[Offer] = []
    kept_by: dict[str, int] = {}
    for one in offers:
        title = f"{one.title} {one.certification_title}".strip()
        rule = keeping.rule_for(title, one.formacodes, one.rome, one.certification)
        if rule is not None:
            kept.append(one)
            kept_by[rule] = kept_by.get(rule, 0) + 1
    return tuple(kept), dict(sorted(kept_by.items()))


def _source(mapping: TableMapping, day: str) -> Mapping[str, Any]:
    said = mapping.source.model_dump(mode="json", exclude_none=True)
    return {"id": mapping.registry, **said, "seen": day}


def _first_words(row: RowValues) -> str:
    """Return the number of a row and its first words, unless they may be of a person."""
    texts = (one_line(one) for one in row.row.cells.values() if isinstance(one, str))
    text = next((one for one in texts if any(map(str.isalnum, one)) and not seems_personal(one)), "…")
    shown = text if len(text) <= _LONGEST_WORDS else f"{text[: _LONGEST_WORDS - 1].rstrip()}…"
    return f"{row.row.number} « {shown} »"


def _slug(text: str) -> str:
    """Return what two ways to write a title have in common; a text without any of our letters as it is."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-") or plain(text)


def _shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _as_ranges(numbers: Iterable[int]) -> str:
    """Return numbers of rows, those that follow each other as a range: « 4, 9-12 »."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(one) if one == last else f"{one}-{last}" for one, last in ranges)
