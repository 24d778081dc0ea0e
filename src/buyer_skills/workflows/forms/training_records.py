"""What was confirmed of a training, into the keys of its record: only those that the answer changes."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.fields import Entity
from buyer_skills.catalog.identifiers import free_identifier, slug
from buyer_skills.catalog.trainings import LONG_KINDS, Training
from buyer_skills.messages.formats import date_text
from buyer_skills.messages.wording import LANGUAGES, wording
from buyer_skills.workflows.forms.folder_records import FolderRecords, Plain
from buyer_skills.workflows.forms.provider_form import levels_taught

_PROGRAMME = "programme"
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_UNSURE = re.compile(r"confirm|vérifier|approché|check|approximate", re.IGNORECASE)
_ANSWERED = re.compile(
    r"intitulé|thème|existence|maintien|réouverture|offerte?|proposée?|title|theme|offered", re.IGNORECASE
)
"""What the answer of a body settles: what a training is called, and whether it is still offered."""
_LONGEST = 80
"""Characters of an id."""


class Confirming:
    """Writes in a folder what a body confirmed: the source it makes, then each training with its log."""

    def __init__(self, into: FolderRecords, catalog: Catalog, body: str, function: str, day: dt.date) -> None:
        """Take the folder, the catalogue, the id of the body, and who answered when."""
        self.into = into
        self.function = function
        self.day = day
        self.source = self._put_source(catalog, body)

    def confirm(self, training: Training, keys: Plain, removed: tuple[str, ...], remark: str | None) -> None:
        """Write that a training was confirmed, with the keys that the answer changes."""
        sources = list(dict.fromkeys([*training.sources, self.source]))
        self.into.change(
            "trainings",
            training.id,
            {**keys, **_note_keys(training), **self.confirmation(), "sources": sources},
            removed,
        )
        identifier = slug(f"confirme-{self.day}-{training.id}", _LONGEST)
        # The same answer, imported again, changes nothing more: what it changed the first time stays said.
        before = next((one for one in self.into.records["decisions"] if one.get("id") == identifier), {})
        decision = {
            "id": identifier,
            "subject": training.id,
            "decided": "confirmed",
            "day": self.day.isoformat(),
            "keys": sorted({*before.get("keys", ()), *keys}),
            "reason": remark or before.get("reason"),
            "function": self.function,
        }
        self.into.put("decisions", {key: value for key, value in decision.items() if value})

    def confirmation(self) -> Plain:
        """Return the keys that say that a training was confirmed."""
        day = self.day.isoformat()
        return {
            "evidence": "confirmed",
            "noted": day,
            "confirmed": {"day": day, "function": self.function},
        }

    def _put_source(self, catalog: Catalog, body: str) -> str:
        day = self.day.isoformat()
        title = catalog.providers[body].title if body in catalog.providers else None
        names = {one: title.in_language(one) if title else body for one in LANGUAGES}
        titles = {
            one: wording(one).text(
                "form.source-title",
                body=names[one],
                function=self.function,
                date=date_text(self.day, one),
            )
            for one in LANGUAGES
        }
        wanted = slug(f"reponse-{day}-{body}", _LONGEST)
        taken = {
            one["id"]
            for one in self.into.records["sources"]
            if one.get("id") == wanted and one.get("title") != titles
        }
        identifier = free_identifier(wanted, taken | set(catalog.sources) - self.into.identifiers("sources"))
        self.into.put(
            "sources",
            {"id": identifier, "title": titles, "publisher": names["fr"], "date": day, "seen": day},
        )
        return identifier


def _note_keys(training: Training) -> Plain:
    """Return our note without the sentences that ask to confirm what its provider now has; the rest stays."""
    if training.note is None:
        return {}
    kept = {
        language: " ".join(one for one in _SENTENCE.split(text) if not _asks_to_confirm(one))
        for language in LANGUAGES
        if (text := getattr(training.note, language))
    }
    if kept == {one: getattr(training.note, one) for one in kept}:
        return {}
    return {"note": kept if kept.get("fr") and all(kept.values()) else None}


def _asks_to_confirm(sentence: str) -> bool:
    return bool(_UNSURE.search(sentence) and _ANSWERED.search(sentence))


def plain_of(entity: Entity) -> Any:
    """Return an entity in plain values: what was written, and nothing else."""
    return entity.model_dump(mode="json", exclude_unset=True, by_alias=True)


def status_keys(training: Training, day: dt.date, *, offered: bool | None, ended: dt.date | None) -> Plain:
    """Return what changes in whether a training is offered; nothing when there is no answer."""
    if offered is None:
        return {}
    if offered:
        keys: Plain = {} if training.status == "current" else {"status": "current"}
        return {**keys, "ended": None} if training.is_over(day) else keys
    keys = {} if training.status in {"ended", "history"} else {"status": "ended"}
    if ended is None:
        # A last day that was to come is no longer true, and nobody said another one: none is made up.
        return keys if training.ended is None or training.is_over(day) else {**keys, "ended": None}
    if training.ended is None or training.ended.last != ended:
        keys["ended"] = ended.isoformat()
    return keys


def outcome_keys(
    training: Training,
    levels: Mapping[str, int],
    *,
    units: Mapping[str, str] | None = None,
    entries: Mapping[str, int] | None = None,
) -> tuple[Plain, tuple[str, ...]]:
    """Return what changes in what a training teaches, and the competencies it does not teach after all.

    Args:
        training: the training.
        levels: the level reached by competency, as answered; 0: not taught.
        units: the unit each is gained in.
        entries: the level held on entry, where it was answered.
    """
    units, entries = units or {}, entries or {}
    believed = levels_taught(training)
    kept: list[Plain] = []
    for competency in dict.fromkeys((*believed, *levels)):
        unit = {"unit": units[competency]} if competency in units else {}
        lines = _lines(competency, training, levels.get(competency), entries.get(competency))
        kept += [{**line, **unit} for line in lines]
    kept = _each_once(kept)
    keys: Plain = {}
    if kept != [plain_of(one) for one in training.taught]:
        keys["outcomes"] = kept
    # All of what we believed was answered, or nothing rests on the answer.
    if levels and set(believed) <= set(levels) and training.basis != _PROGRAMME:
        keys["basis"] = _PROGRAMME
    return keys, tuple(one for one in believed if levels.get(one) == 0)


def _lines(competency: str, training: Training, level: int | None, entry: int | None) -> list[Plain]:
    """Return the lines of what is taught of a competency, as it was answered."""
    before = [one for one in training.taught if one.competency == competency]
    lines: list[Plain] = [plain_of(one) for one in before]
    start = min((one.from_level for one in before), default=0)
    if level is None or (level == levels_taught(training).get(competency, 0) and entry in {None, start}):
        return lines
    if level == 0:
        return []
    line = lines[0] if lines else {"competency": competency}
    if training.kind in LONG_KINDS:
        is_whole = training.kind == "degree" or bool(before)
        first = entry if entry is not None else min(start, level - 1) if is_whole else level - 1
        return [{**line, "from": first, "to": level}]
    # A course teaches one step: what takes someone over several is said step by step, if it is said at all.
    first = level - 1 if entry is None else entry
    return [{**line, "from": one, "to": one + 1} for one in range(first, level)]


def _each_once(lines: list[Plain]) -> list[Plain]:
    kept: list[Plain] = []
    for line in lines:
        if line not in kept:
            kept.append(line)
    return kept
