"""The review sheet of a body: its cells into answers."""

from collections.abc import Iterable, Mapping

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.forms.answers import AddedTraining, AnsweredTraining, ProviderAnswers
from buyer_skills.catalog.forms.cells import Cells
from buyer_skills.catalog.forms.layout import form_table
from buyer_skills.catalog.forms.reading import FormRow
from buyer_skills.catalog.forms.vocabulary import normal
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, Training, most_taught
from buyer_skills.issues import issue, nearest

_MOST_DAYS = 2_000
_MOST_EUROS = 1_000_000
_STARTS = ("start_1", "start_2", "start_3")
_ANSWERED = tuple(
    one.key for one in form_table("provider-review", "training").columns if one.kind not in {"id", "known"}
)


def provider_answers(cells: Cells, catalog: Catalog) -> ProviderAnswers | None:
    """Return the answers of a body; None when nothing can be made of the sheet.

    Args:
        cells: the cells of the form; what is wrong in them is noted there.
        catalog: the catalogue, with what was answered before.
    """
    row = cells.answer_row()
    if row is None:
        return None
    provider = row.text("provider")
    if provider not in catalog.providers:
        cells.unknown(row, "provider", provider, nearest(provider, catalog.providers))
        return None
    function, day = cells.function(row), cells.answer_day(row)
    known = {one.id: one for one in catalog.trainings.values() if one.provider == provider}
    answered = _Trainings(cells, known, catalog)
    answered.read()
    added = tuple(_added(cells))
    if not function:
        return None
    return ProviderAnswers(
        provider=provider, function=function, day=day, trainings=tuple(answered.found.values()), added=added
    )


class _Trainings:
    """Reads what is said of trainings, and of what they teach."""

    def __init__(self, cells: Cells, known: dict[str, Training], catalog: Catalog) -> None:
        self._cells = cells
        self._known = known
        self._catalog = catalog
        self._titles = _titles(cells, known)
        self._levels: dict[str, dict[str, int]] = {}
        self._entries: dict[str, dict[str, int]] = {}
        self._corrected: dict[str, FormRow] = {}
        self.found: dict[str, AnsweredTraining] = {}

    def read(self) -> None:
        for row in self._cells.form.rows.get("outcome", []):
            self._read_outcome(row)
        seen: set[str] = set()
        for row in self._cells.form.rows.get("training", []):
            training = row.text("training")
            if not training:
                if row.holds(_ANSWERED):
                    self._cells.unknown(row, "training", row.text("title"), "")
                continue
            if training not in self._known:
                self._cells.stranger(row, "training", training, nearest(training, self._known))
            elif training in seen:
                self._cells.twice(row, "offered", training)
            else:
                seen.add(training)
                self._read_training(row, training)
        for training, row in self._corrected.items():
            if training not in self.found:
                title = self._known[training].title.fr
                self._cells.issues.append(issue("Q201", row.place("level"), title=title))

    def _read_training(self, row: FormRow, training: str) -> None:
        cells, table = self._cells, "training"
        offered = cells.yes_no(row, "offered", table)
        days = [cells.day(row, key, table) for key in _STARTS]
        prices = {
            family: price
            for family in EMPLOYER_FAMILIES
            if (price := cells.number(row, f"price_{family}", table, _MOST_EUROS)) is not None
        }
        ended = cells.day(row, "ended", table)
        length = cells.number(row, "days", table, _MOST_DAYS)
        modality = cells.modality(row, "modality", table)
        if offered is None:
            return
        self.found[training] = AnsweredTraining(
            training=training,
            offered=offered,
            ended=ended,
            title=row.text("exact_title") or None,
            code=row.text("code") or None,
            days=length or None,
            place=row.text("place") or None,
            modality=modality,
            prices=prices,
            starts=tuple(sorted({one for one in days if one is not None})),
            channel=row.text("channel") or None,
            remark=row.lines("remark") or None,
            levels=self._levels.get(training, {}),
            entries=self._entries.get(training, {}),
        )

    def _read_outcome(self, row: FormRow) -> None:
        cells = self._cells
        if not row.text("level"):
            if row.text("entry"):
                cells.required(row, "level", "outcome")
            return
        titles = {**cells.words.trainings, **self._titles}
        training = self._named(row, "training", "title", titles, self._known)
        competencies = self._catalog.competencies
        competency = self._named(
            row, "competency", "competency_title", cells.words.competencies, competencies
        )
        if training is None or competency is None:
            return
        is_soft = competencies[competency].kind == "savoir-etre"
        level = cells.level(row, "level", "outcome", is_soft=is_soft)
        entry = cells.entry(row, "entry", "outcome", is_soft=is_soft)
        if level is None or not self._is_taught(row, self._known[training], competency, (entry, level)):
            return
        levels = self._levels.setdefault(training, {})
        if competency in levels:
            cells.twice(row, "level", competencies[competency].title.fr)
        levels[competency] = level
        if entry is not None and level:
            self._entries.setdefault(training, {})[competency] = entry
        if (level, entry if level else None) not in _believed(self._known[training], competency):
            # Levels that we know are filled in beforehand: they are no answer by themselves.
            self._corrected.setdefault(training, row)

    def _is_taught(
        self, row: FormRow, training: Training, competency: str, levels: tuple[int | None, int]
    ) -> bool:
        """Return whether a training can lead from a level to another; what it cannot is said."""
        cells, record = self._cells, self._catalog.competencies[competency]
        entry, level = levels
        if level and entry is not None and entry >= level:
            cells.issues.append(
                issue("Q114", row.place("entry"), entry=row.text("entry"), level=row.text("level"))
            )
            return False
        most = most_taught(training.kind)
        if level <= most or (level, None) in _believed(training, competency):
            return True
        words = cells.words.lists["level-soft" if record.kind == "savoir-etre" else "level-known"]
        cells.issues.append(
            issue(
                "Q113",
                row.place("level"),
                title=training.title.fr,
                competency=record.title.fr,
                found=row.text("level"),
                most=words[most],
            )
        )
        return False

    def _named(
        self, row: FormRow, key: str, title: str, by_title: Mapping[str, str], known: Iterable[str]
    ) -> str | None:
        """Return the id of a row, or the one of the title chosen in a row that was empty."""
        found = row.text(key)
        if found and found not in known:
            self._cells.stranger(row, title, found, nearest(found, known))
            return None
        if not found:
            found = by_title.get(normal(row.text(title)), "")
        if found not in known:
            shown = row.text(title)
            self._cells.unknown(row, title, shown, nearest(shown, known))
            return None
        return found


def _titles(cells: Cells, known: Iterable[str]) -> dict[str, str]:
    """Return ids by the titles that the form itself shows, and by those it corrects.

    A training may have been renamed since the form was made, by this very form.
    """
    found: dict[str, str] = {}
    rows = [row for row in cells.form.rows.get("training", []) if row.text("training") in known]
    for key in ("title", "exact_title"):
        shown: dict[str, set[str]] = {}
        for row in rows:
            if row.text(key):
                shown.setdefault(normal(row.text(key)), set()).add(row.text("training"))
        # A title that several have names none of them. What was shown to choose from goes before corrections.
        found = {**{title: min(ids) if len(ids) == 1 else "" for title, ids in shown.items()}, **found}
    return found


def _believed(training: Training, competency: str) -> set[tuple[int, int | None]]:
    """Return the answers that say what we believe: the level reached, and the one on entry or nothing."""
    lines = [one for one in training.taught if one.competency == competency]
    level = max((one.to_level for one in lines), default=0)
    return {(level, None), (level, min((one.from_level for one in lines), default=0))}


def _added(cells: Cells) -> Iterable[AddedTraining]:
    for row in cells.form.rows.get("added", []):
        kind = cells.kind(row, "kind", "added")
        days = cells.number(row, "days", "added", _MOST_DAYS)
        url = row.text("url")
        if url and not url.startswith(("http://", "https://")):
            url = f"https://{url}"
        if not row.text("title"):
            cells.required(row, "title", "added")
            continue
        yield AddedTraining(
            title=row.text("title"),
            kind=kind or "course",
            days=days or None,
            code=row.text("code") or None,
            aims=row.lines("aims") or None,
            url=url or None,
        )
