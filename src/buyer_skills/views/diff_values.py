"""What a key of a record held and holds, in words for people rather than as the files write it."""

from collections.abc import Callable, Sequence
from typing import Any, get_args

from buyer_skills.analyses.record_changes import KeyChange
from buyer_skills.catalog.fields import PartialDate
from buyer_skills.catalog.rules import ReadStatus
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, Confirmation, Session
from buyer_skills.messages.formats import euros_text, number_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.diff_names import BothNames
from buyer_skills.views.level_words import competency_step_text, required_text
from buyer_skills.views.listing import listed
from buyer_skills.views.training_words import answered_text, partial_date_text, session_text

LONGEST_SHOWN = 90
"""Characters of a text shown as it was and as it is; a longer one is only said to be reworded."""

ITEMS_SHOWN = 4
"""Items added to a list, or taken away, that are shown; the rest is counted."""

_DATES = frozenset({"ended", "noted", "page_date", "as_of", "seen", "date"})


def key_text(change: KeyChange, names: BothNames) -> str:
    """Return a key that changed in one line: « prix : 0 € → 90 € »."""
    words = wording(names.language)
    name = words.text(f"diff.key.{change.key.replace('_', '-')}")
    return words.text("diff.key-changed", key=name, change=_change_text(change, names))


def _change_text(change: KeyChange, names: BothNames) -> str:
    words = wording(names.language)
    if change.key == "access":
        return _access_text(change.before or {}, change.after or {}, names)
    if isinstance(change.before, list) and isinstance(change.after, list):
        return _list_text(change.key, change.before, change.after, names)
    if isinstance(change.before, dict) and isinstance(change.after, dict):
        french = change.before.get("fr")
        if french and french == change.after.get("fr"):
            return words.text("diff.translated")
    return _before_after(change.key, change.before, change.after, names)


def _before_after(key: str, before: Any, after: Any, names: BothNames) -> str:
    """Return a value as it was and as it is; of a long text, whether it is new, gone or reworded."""
    words = wording(names.language)
    old, new = (value_text(key, value, names) for value in (before, after))
    if old != new and max(len(old), len(new)) <= LONGEST_SHOWN:
        return words.text("diff.before-after", before=old, after=new)
    if before is None or after is None:
        return words.text("diff.written" if before is None else "diff.erased")
    return words.text("diff.reworded")


def _access_text(before: Any, after: Any, names: BothNames) -> str:
    """Return what changed for each employer family: its price in euros, the rest as reworded."""
    words = wording(names.language)
    parts = []
    for family in EMPLOYER_FAMILIES:
        old, new = before.get(family) or {}, after.get(family) or {}
        if old == new:
            continue
        prices = _access_price(old, names), _access_price(new, names)
        said = words.text("diff.conditions")
        if prices[0] != prices[1]:
            said = words.text("diff.before-after", before=prices[0], after=prices[1])
        parts.append(words.text("diff.access", family=words.text(f"terms.employer.{family}"), access=said))
    return words.text("report.list-separator").join(parts)


def _access(value: Any, names: BothNames) -> str:
    """Return the price of each employer family."""
    words = wording(names.language)
    prices = (
        words.text(
            "diff.access",
            family=words.text(f"terms.employer.{family}"),
            access=_access_price(value[family] or {}, names),
        )
        for family in EMPLOYER_FAMILIES
        if family in value
    )
    return words.text("diff.items", items=tuple(prices))


def _access_price(access: dict[str, Any], names: BothNames) -> str:
    words = wording(names.language)
    if "price_eur" not in access:
        return words.text("diff.nothing")
    return _price(access["price_eur"], names) or words.text("terms.price-unknown")


def _list_text(key: str, before: Sequence[Any], after: Sequence[Any], names: BothNames) -> str:
    """Return what was added to a list and what was taken away; items are told apart by what they say."""
    words = wording(names.language)
    old = [value_text(key, item, names) for item in before]
    new = [value_text(key, item, names) for item in after]
    parts = [
        words.text(f"diff.{name}", items=_items(items, names.language))
        for name, items in (
            ("items-added", [item for item in new if item not in old]),
            ("items-removed", [item for item in old if item not in new]),
        )
        if items
    ]
    return words.text("report.list-separator").join(parts) if parts else words.text("diff.rearranged")


def _items(items: Sequence[str], language: str) -> str:
    return listed([_cut(item) for item in items], language, shown=ITEMS_SHOWN)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def value_text(key: str, value: Any, names: BothNames) -> str:
    """Return one value of a key, or one item of it, in words."""
    words = wording(names.language)
    if value is None or value in ("", [], {}):
        return words.text("diff.nothing")
    said = _MAKERS[key](value, names) if key in _MAKERS else ""
    if said:
        return said
    if isinstance(value, bool):
        said = words.text("diff.yes" if value else "diff.no")
    elif isinstance(value, int | float):
        said = number_text(value, names.language)
    elif isinstance(value, list):
        said = words.text("diff.items", items=tuple(value_text(key, item, names) for item in value))
    elif isinstance(value, dict):
        said = _mapping_text(value, names)
    return said or str(value)


def _mapping_text(value: dict[str, Any], names: BothNames) -> str:
    """Return a text in the language of the reader, else a mapping as « key: value » pairs."""
    if set(value) <= {"fr", "en"}:
        inner = (value.get("en") if names.language == "en" else None) or value.get("fr")
        return value_text("", inner, names)
    if set(value) == {"feminine", "masculine"}:
        both = (str(value["feminine"]), str(value["masculine"]))
        return both[0] if both[0] == both[1] else " / ".join(both)
    said = {key: item for key, item in value.items() if item not in (None, "", [], {}, 0)}
    pairs = tuple(f"{key} {value_text(key, item, names)}" for key, item in said.items())
    return wording(names.language).text("diff.items", items=pairs)


def _date(value: Any, names: BothNames) -> str:
    return partial_date_text(PartialDate.parse(value), names.language) if isinstance(value, str) else ""


def _price(value: Any, names: BothNames) -> str:
    return euros_text(round(value * 100), names.language) if isinstance(value, int | float) else ""


def _evidence(value: Any, names: BothNames) -> str:
    return wording(names.language).text(f"terms.evidence.{value}")


def _status(value: Any, names: BothNames) -> str:
    words = wording(names.language)
    # Rules and statuts have other words for theirs: how they were read.
    if value in get_args(ReadStatus):
        return words.text(f"diff.read.{value}")
    return words.text(f"terms.training-status.{value}")


def _modality(value: Any, names: BothNames) -> str:
    return wording(names.language).text(f"terms.modality.{value}")


def _basis(value: Any, names: BothNames) -> str:
    # That of a profile or a competency is a text, and goes by the general rule.
    words = wording(names.language)
    return words.text(f"terms.basis.{value}") if isinstance(value, str) else ""


def _outcome(value: Any, names: BothNames) -> str:
    """Return an outcome as « Négociation (notions → application) »; nothing for a template."""
    if not isinstance(value, dict) or "competency" not in value:
        return ""
    competency = names.competency(value["competency"])
    if competency is None:
        return str(value["competency"])
    return competency_step_text(competency, value["from"], value["to"], names.language)


def _requirement(value: Any, names: BothNames) -> str:
    words = wording(names.language)
    competency = names.competency(value["competency"])
    if competency is None:
        return str(value["competency"])
    return words.text(
        "diff.requirement",
        competency=competency.title.in_language(names.language),
        level=required_text(competency, value["level"], names.language),
        importance=words.text(f"terms.importance.{value['importance']}"),
    )


def _session(value: Any, names: BothNames) -> str:
    return session_text(Session.model_validate(value), names.language) if isinstance(value, dict) else ""


def _link(value: Any, names: BothNames) -> str:  # noqa: ARG001 - a code is the same in every language
    if not isinstance(value, dict):
        return ""
    return f"{value['framework']} {value.get('code') or value.get('label') or ''}".strip()


def _origin(value: Any, names: BothNames) -> str:
    words = wording(names.language)
    return words.text(
        "diff.origin", registry=value["registry"], key=value["key"], date=_date(value["read"], names)
    )


def _confirmed(value: Any, names: BothNames) -> str:
    return answered_text(Confirmation.model_validate(value), names.language)


_MAKERS: dict[str, Callable[[Any, BothNames], str]] = {
    **dict.fromkeys(_DATES, _date),
    "price_eur": _price,
    "evidence": _evidence,
    "status": _status,
    "modality": _modality,
    "basis": _basis,
    "outcomes": _outcome,
    "requirements": _requirement,
    "access": _access,
    "sessions": _session,
    "links": _link,
    "origin": _origin,
    "confirmed": _confirmed,
}
"""How the values of some keys are said; each gives nothing where the general rule does better."""
