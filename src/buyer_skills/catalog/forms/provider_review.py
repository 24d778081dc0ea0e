"""The review sheet of a body: its cells into answers."""

from collections.abc import Iterable

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.forms.answers import AddedTraining, AnsweredTraining, ProviderAnswers
from buyer_skills.catalog.forms.cells import Cells
from buyer_skills.catalog.forms.layout import form_table
from buyer_skills.catalog.forms.reading import FormRow
from buyer_skills.catalog.forms.vocabulary import normal
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, Training
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
        self._levels: dict[str, dict[str, int]] = {}
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
                self._cells.unknown(row, "training", training, nearest(training, self._known))
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
        if offered is None:
            if row.holds(("ended", "exact_title", "remark")):
                title = self._known[training].title.fr
                cells.issues.append(issue("Q201", row.place("offered"), title=title))
            return
        self.found[training] = AnsweredTraining(
            training=training,
            offered=offered,
            ended=ended,
            title=row.text("exact_title") or None,
            code=row.text("code") or None,
            days=length or None,
            prices=prices,
            starts=tuple(sorted({one for one in days if one is not None})),
            channel=row.text("channel") or None,
            remark=row.lines("remark") or None,
            levels=self._levels.get(training, {}),
        )

    def _read_outcome(self, row: FormRow) -> None:
        cells = self._cells
        if not row.text("level"):
            return
        training = self._named(row, "training", "title", cells.words.trainings, self._known)
        competencies = self._catalog.competencies
        competency = self._named(
            row, "competency", "competency_title", cells.words.competencies, competencies
        )
        if training is None or competency is None:
            return
        is_soft = competencies[competency].kind == "savoir-etre"
        level = cells.level(row, "level", "outcome", is_soft=is_soft)
        if level is None:
            return
        levels = self._levels.setdefault(training, {})
        if competency in levels:
            cells.twice(row, "level", competencies[competency].title.fr)
        levels[competency] = level
        known = [one.to_level for one in self._known[training].taught if one.competency == competency]
        if level != max(known, default=0):
            # Levels that we know are filled in beforehand: they are no answer by themselves.
            self._corrected.setdefault(training, row)

    def _named(
        self, row: FormRow, key: str, title: str, by_title: object, known: Iterable[str]
    ) -> str | None:
        """Return the id of a row, or the one of the title chosen in a row that was empty."""
        found = row.text(key)
        if not found and isinstance(by_title, dict):
            found = by_title.get(normal(row.text(title)), "")
        if found not in known:
            shown = row.text(key) or row.text(title)
            self._cells.unknown(row, title, shown, nearest(shown, known))
            return None
        return found


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
