"""The words of forms: headings, instructions, drop-down lists; and what each word stands for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.competencies import TOP_SOFT_LEVEL
from buyer_skills.catalog.forms.layout import FORMS, FormColumn, FormName, FormTable
from buyer_skills.catalog.forms.vocabulary import Vocabulary, normal
from buyer_skills.catalog.trainings import (
    EMPLOYER_FAMILIES,
    MODALITIES,
    EmployerFamily,
    Modality,
    TrainingKind,
)
from buyer_skills.messages.wording import LANGUAGES, Wording, wording
from buyer_skills.sources.tables import CellValue, GuideLine, WrittenColumn, WrittenTable, WrittenWorkbook

FORM_FORMATS = ("xlsx", "ods")
"""The formats of forms."""

ADDED_KINDS: tuple[TrainingKind, ...] = (
    "course",
    "webinar",
    "workshop",
    "mooc",
    "e-learning",
    "cycle",
    "itinerary",
    "certification",
    "degree",
    "peer-session",
)
"""What a training that a body adds may be."""

Row = Mapping[str, CellValue | None]
"""The cells of a row by key; a key that is not there is an empty cell."""

Choices = Mapping[tuple[int, str], tuple[str, ...]]

_WIDTHS = {
    "id": 12,
    "known": 34,
    "text": 28,
    "date": 13,
    "number": 12,
    "yes-no": 16,
    "level": 24,
    "entry": 24,
    "importance": 15,
    "family": 24,
    "kind": 20,
    "modality": 20,
}
_OWN_WIDTHS = {
    "teaches": 44,
    "title": 40,
    "exact_title": 30,
    "code": 14,
    "aims": 60,
    "reason": 60,
    "calendar": 40,
    "believed": 24,
    "believed_importance": 16,
    "area": 36,
    "competency_title": 44,
}
_MOST_GUIDE_LINES = 20
_LAST_LEVEL = 4


def form_bytes(workbook: WrittenWorkbook, form: str) -> bytes:
    """Return a form in one of :data:`FORM_FORMATS`."""
    # Each writer is loaded by those who ask for it.
    if form == "ods":
        from buyer_skills.sources.ods_writing import ods_bytes

        return ods_bytes(workbook)
    from buyer_skills.sources.xlsx_writing import xlsx_bytes

    return xlsx_bytes(workbook)


def form_workbook(
    form: FormName,
    subject: str,
    rows: Mapping[str, Sequence[Row]],
    choices: Mapping[str, Choices],
    language: str,
) -> WrittenWorkbook:
    """Return a form ready to be written.

    Args:
        form: which form.
        subject: what it is about: the name of a body, the title of a degree or of a job.
        rows: the rows of each of its tables.
        choices: words to choose from in single cells, by table.
        language: language of its words.
    """
    words = wording(language)
    tables = tuple(
        _table(table, rows.get(table.name, ()), choices.get(table.name, {}), words) for table in FORMS[form]
    )
    return WrittenWorkbook(
        title=words.text(f"form.{form}.title", subject=subject),
        guide_title=words.text("form.guide"),
        guide=tuple(_guide(form, subject, tables, words)),
        tables=tables,
    )


def level_choices(words: Wording, *, is_soft: bool, is_asked: bool) -> tuple[str, ...]:
    """Return the levels that may be chosen: words alone for a way of being, else a number and its word.

    Args:
        words: the language.
        is_soft: whether the competency is a way of being.
        is_asked: whether the level is asked for, rather than held by those who were trained.
    """
    scale = "soft-level" if is_asked else "soft-held"
    if is_soft:
        levels = tuple(words.text(f"terms.{scale}.{level}") for level in range(1, TOP_SOFT_LEVEL + 1))
        return levels if is_asked else (words.text("form.soft-not-taught"), *levels)
    levels = tuple(f"{level} {words.text(f'terms.level.{level}')}" for level in range(1, _LAST_LEVEL + 1))
    return levels if is_asked else (f"0 {words.text('form.not-taught')}", *levels)


def entry_choices(words: Wording, *, is_soft: bool) -> tuple[str, ...]:
    """Return the levels that may be held on entry: as those held after, but for the first and the last."""
    held = level_choices(words, is_soft=is_soft, is_asked=False)
    nothing = words.text("form.entry-nothing")
    return (nothing if is_soft else f"0 {nothing}", *held[1:-1])


def level_word(level: int, words: Wording, *, is_soft: bool, is_asked: bool) -> str:
    """Return a level as a cell holds it."""
    found = level_choices(words, is_soft=is_soft, is_asked=is_asked)
    if is_soft:
        level = min(level, TOP_SOFT_LEVEL)
    return found[level - is_asked]


def vocabulary(catalog: Catalog, language: str) -> Vocabulary:
    """Return the words that cells may hold, those of ``language`` first."""
    languages = (language, *(one for one in LANGUAGES if one != language))
    answers: dict[str, bool] = {}
    levels: dict[str, int] = {}
    soft: dict[str, int] = {}
    entries: dict[str, int] = {}
    soft_entries: dict[str, int] = {}
    importances: dict[str, int] = {}
    families: dict[str, EmployerFamily] = {}
    kinds: dict[str, TrainingKind] = {}
    modalities: dict[str, Modality] = {}
    for words in map(wording, languages):
        answers |= {normal(words.text("form.yes")): True, normal(words.text("form.no")): False}
        for is_asked in (True, False):
            for level, word in enumerate(
                level_choices(words, is_soft=False, is_asked=is_asked), int(is_asked)
            ):
                _add_level(levels, word, level, alone=words.language == language)
            for level, word in enumerate(
                level_choices(words, is_soft=True, is_asked=is_asked), int(is_asked)
            ):
                soft.setdefault(normal(word), level)
        for level, word in enumerate(entry_choices(words, is_soft=False)):
            _add_level(entries, word, level, alone=words.language == language)
        for level, word in enumerate(entry_choices(words, is_soft=True)):
            soft_entries.setdefault(normal(word), level)
        importances |= {normal(words.text(f"terms.importance.{one}")): one for one in (1, 2, 3)}
        families |= {normal(words.text(f"form.family.{one}")): one for one in EMPLOYER_FAMILIES}
        kinds |= {normal(words.text(f"terms.training-kind.{one}")): one for one in ADDED_KINDS}
        modalities |= {normal(words.text(f"terms.modality.{one}")): one for one in MODALITIES}
    return Vocabulary(
        answers=answers,
        levels=levels,
        soft_levels=soft,
        entries=entries,
        soft_entries=soft_entries,
        importances=importances,
        families=families,
        kinds=kinds,
        modalities=modalities,
        competencies=_by_title(
            (normal(title), one.id)
            for one in catalog.competencies.values()
            for title in dict.fromkeys((one.title.fr, one.title.in_language("en")))
        ),
        trainings=_by_title(
            (normal(one.title.in_language(name)), one.id)
            for one in catalog.trainings.values()
            for name in dict.fromkeys(("fr", "en" if one.title.en else "fr"))
        ),
        lists=_lists(wording(language)),
    )


def _add_level(levels: dict[str, int], word: str, level: int, *, alone: bool) -> None:
    """Add the word of a level, with its number and, in the language of the reader, without it.

    The word of another language may be said in this one of another level: « expert » is no « expertise ».
    """
    levels.setdefault(normal(word), level)
    if alone:
        levels.setdefault(normal(word.partition(" ")[2]), level)


def _lists(words: Wording) -> dict[str, tuple[str, ...]]:
    """Return the words of each drop-down list."""
    lists = {
        f"level-{'soft' if is_soft else 'known'}{'-asked' if is_asked else ''}": level_choices(
            words, is_soft=is_soft, is_asked=is_asked
        )
        for is_soft in (False, True)
        for is_asked in (False, True)
    }
    for is_soft in (False, True):
        lists[f"entry-{'soft' if is_soft else 'known'}"] = entry_choices(words, is_soft=is_soft)
    kinds = ("yes-no", "importance", "family", "kind", "modality")
    return lists | {kind: word_choices(kind, words) for kind in kinds}


def _by_title(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return ids by title, without the titles that several records have."""
    found = list(pairs)
    counts = Counter(title for title, _ in found)
    return {title: identifier for title, identifier in found if counts[title] == 1}


def _table(table: FormTable, rows: Sequence[Row], choices: Choices, words: Wording) -> WrittenTable:
    return WrittenTable(
        key=table.key,
        title=words.text(f"form.{table.form}.sheet.{table.name}"),
        columns=tuple(_column(table, column, words) for column in table.columns),
        rows=tuple(tuple(row.get(column.key) for column in table.columns) for row in rows),
        frozen_columns=_frozen(table),
        extra_rows=table.extra_rows,
        choices=choices,
    )


def _frozen(table: FormTable) -> int:
    """Return how many columns stay when one moves right: up to what the row is of."""
    if table.name in {"answer", "added"}:
        return 0
    named = [index for index, one in enumerate(table.columns) if one.key in {"title", "competency_title"}]
    return named[-1] + 1 if named else 0


def _column(table: FormTable, column: FormColumn, words: Wording) -> WrittenColumn:
    return WrittenColumn(
        key=column.key,
        heading=words.text(f"form.{table.form}.{table.name}.{column.key.replace('_', '-')}"),
        width=_OWN_WIDTHS.get(column.key, _WIDTHS[column.kind]),
        is_required=column.is_required,
        is_text=column.kind not in {"number", "date"},
        is_date=column.kind == "date",
        is_known=column.kind == "known",
        is_hidden=column.kind == "id",
        choices=word_choices(column.kind, words),
    )


def word_choices(kind: str, words: Wording) -> tuple[str, ...]:
    """Return the words that every cell of a kind may hold; none when they depend on its row, or are free."""
    if kind == "yes-no":
        return (words.text("form.yes"), words.text("form.no"))
    if kind == "importance":
        return tuple(words.text(f"terms.importance.{one}") for one in (1, 2, 3))
    if kind == "family":
        return tuple(words.text(f"form.family.{one}") for one in EMPLOYER_FAMILIES)
    if kind == "kind":
        return tuple(words.text(f"terms.training-kind.{one}") for one in ADDED_KINDS)
    if kind == "modality":
        return tuple(words.text(f"terms.modality.{one}") for one in MODALITIES)
    return ()


def _guide(
    form: FormName, subject: str, tables: Sequence[WrittenTable], words: Wording
) -> Iterator[GuideLine]:
    yield GuideLine(words.text(f"form.{form}.title", subject=subject), "heading")
    yield GuideLine(words.text(f"form.{form}.purpose"))
    yield GuideLine("")
    yield GuideLine(words.text("form.guide.how"), "heading")
    for number in range(1, _MOST_GUIDE_LINES):
        key = f"form.{form}.how-{number}"
        if not words.has(key):
            break
        yield GuideLine(words.text(key))
    yield GuideLine("")
    yield GuideLine(words.text("form.guide.cells"), "heading")
    yield GuideLine(words.text("form.guide.required"), "required")
    yield GuideLine(words.text("form.guide.known"), "known")
    for name in ("empty", "lists", "dates"):
        yield GuideLine(words.text(f"form.guide.{name}"))
    yield GuideLine("")
    yield GuideLine(words.text("form.guide.after"), "heading")
    yield GuideLine(words.text(f"form.{form}.after"))
    yield GuideLine(words.text("form.guide.no-name"))
    yield GuideLine("")
    yield GuideLine(words.text("form.guide.sheets"), "heading")
    for table in tables:
        yield GuideLine(table.title, "link", table.title, words.text(f"form.{form}.about.{_name(table)}"))


def _name(table: WrittenTable) -> str:
    return table.key.partition(".")[2]
