"""A mapping as the YAML file to correct: one line a column, and beside each what was seen."""

from collections.abc import Iterator
from typing import Any

from buyer_skills.catalog.intake.mapping import COLUMN_FIELDS, TableMapping
from buyer_skills.catalog.intake.mapping_guesses import GuessedColumn, GuessedColumns
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.sources.yaml_writing import yaml_value

_WIDTH = 96


def mapping_text(mapping: TableMapping, guessed: GuessedColumns | None = None, language: str = "fr") -> bytes:
    """Return the file of a mapping, with comments that say what to correct; it reads back as the same.

    Args:
        mapping: the mapping.
        guessed: what was found of the spreadsheet, whose samples and reasons stand beside the columns.
        language: language of the comments.
    """
    words = wording(language)
    columns = {one.heading: one for one in guessed.columns} if guessed else {}
    lines = [
        *_comment(words.text("mapping.opening")),
        *_keys(mapping, words),
        "",
        *_comment(words.text("mapping.columns")),
        *_comment(words.text("mapping.fields", fields=tuple(one for one in COLUMN_FIELDS))),
        "columns:",
        *(
            line
            for heading, field in mapping.columns.items()
            for line in _column(heading, field, columns.get(heading), words)
        ),
        *_values(mapping, columns, words),
    ]
    return ("\n".join(lines) + "\n").encode()


_EXAMPLES = {"answered": " {day: 2026-11-25, function: responsable de l'offre}"}
"""What a key that only a person can fill in looks like."""


def _keys(mapping: TableMapping, words: Wording) -> Iterator[str]:
    """Yield what stands above the columns; a key that only a person can fill in is a comment."""
    yield f"format_version: {mapping.format_version}"
    written: dict[str, Any] = mapping.model_dump(mode="json", exclude_none=True)
    for key in (
        "registry",
        "source",
        "provider",
        "evidence",
        "answered",
        "kind",
        "sheet",
        "heading_row",
        "heading_lines",
    ):
        if key == "sheet" and key not in written:
            continue
        yield from _comment(words.text(f"mapping.key.{key.replace('_', '-')}"))
        if key in written:
            yield from _entry(key, written[key], 0)
        else:
            yield f"# {key}:{_EXAMPLES.get(key, '')}"


def _column(heading: str, field: str, seen: GuessedColumn | None, words: Wording) -> Iterator[str]:
    if seen is not None:
        if seen.samples:
            samples = tuple(_quoted(one) for one in seen.samples)
            yield f"  # {words.text('mapping.samples', samples=samples)}"
        reason = words.render(seen.reason)
        yield f"  # {words.text(f'mapping.sureness.{seen.sureness}', reason=reason)}"
    yield from _entry(heading, field, 2)


def _values(mapping: TableMapping, columns: dict[str, GuessedColumn], words: Wording) -> Iterator[str]:
    """Yield the words of the file that are explained, and as comments those that should be."""
    written = mapping.values.model_dump(mode="json", exclude_defaults=True)
    unknown = {one.field: one.unknown_words for one in columns.values() if one.unknown_words}
    if not written and not unknown:
        return
    yield ""
    yield from _comment(words.text("mapping.values"))
    if written:
        yield from _entry("values", written, 0)
    if unknown:
        yield from _comment(words.text("mapping.unknown-words"))
        yield "# values:"
    for field, found in unknown.items():
        yield f"#   {field}:"
        for word in found:
            entry = "".join(_entry(word, "", 0)).removesuffix(' ""')
            yield f"#     {entry}"


def _entry(key: str, value: Any, indent: int) -> Iterator[str]:
    """Yield a key and its value, on one line or several."""
    text = yaml_value({key: value}, indent - 2).removeprefix("\n")
    yield from text.split("\n")


def _comment(text: str) -> Iterator[str]:
    # Loaded by those who write a mapping alone.
    import textwrap

    for line in text.split("\n"):
        yield from (f"# {one}" for one in textwrap.wrap(line, _WIDTH, break_on_hyphens=False))


def _quoted(sample: str) -> str:
    return f"« {sample} »"
