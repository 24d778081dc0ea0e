"""Records of every group, made up by Hypothesis from the entities: any key, any length, any text."""

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from buyer_skills.catalog.fields import Bilingual, Doublet, JobTitle, PartialDate
from buyer_skills.catalog.groups import ALL_GROUPS
from buyer_skills.catalog.sheets.columns import (
    FieldType,
    is_entity,
    is_pair,
    is_slug,
    item_of,
    keys_of,
    opened,
)

NASTY = (
    "=1+1",
    "+33",
    "-",
    "@SOMME(A1)",
    "'quoted",
    "'",
    "''=",
    "(inconnu)",
    "'(inconnu)",
    "(aucun)",
    "''(aucun)",
    "no",
    "010",
    "1e5",
    "12:30",
    "2026-11-24",
    "24/11/2026",
    "TRUE",
    "null",
    "a;b, c",
    "deux\nlignes",
    "trois\n\n  lignes",
    "des  blancs   au milieu",
    "une\ttabulation",
    "_x000D_ et _x0041_",
    '"guillemets" \\ barre',
    "# dièse: deux-points - tiret",
    "<b>&amp;</b> ]]>",
    "🧑‍💼 ligature œ, espace\u202ffine\xa0!",
    "{a: 1}",
    "[x]",
    "x" * 3_000,
)
"""Texts that a spreadsheet, a CSV or a YAML file would gladly take for something else."""

_LETTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Cn", "Co"),
    exclude_characters="\u200b\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
)
TEXTS = st.sampled_from(NASTY) | st.text(_LETTERS, max_size=30).map(str.strip).filter(bool)
SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
DATES = st.one_of(
    st.dates().map(str),
    st.sampled_from(["2026-11", "2024", "2019/2021", "2024-02/2025-03-01", "1900-01-01", "1899-12-31"]),
)
_ALONE = ("level", "activity")
"""Keys that tell the lines of a list apart when other sheets refer to them."""


@st.composite
def catalogues(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Return raw records of every group, a few of each."""
    records: dict[str, list[dict[str, Any]]] = {}
    for name, group in ALL_GROUPS.items():
        ids = draw(st.lists(SLUGS, max_size=2, unique=True))
        records[name] = [{**draw(entities(group.model)), "id": one} for one in ids]
    return records


def entities(model: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy of the written form of an entity: its compulsory keys, and some of the others."""
    required: dict[str, Any] = {}
    optional: dict[str, Any] = {}
    for key, found, types in keys_of(model):
        (required if found.is_required() else optional)[key] = st.one_of([_values(one) for one in types])
    return st.fixed_dictionaries(required, optional=optional)


def _values(found: FieldType) -> st.SearchStrategy[Any]:
    made = _present(found)
    return made | st.none() if found.is_nullable else made


def _present(found: FieldType) -> st.SearchStrategy[Any]:
    core = found.core
    if core in {Bilingual, JobTitle, Doublet}:
        return entities(core) | TEXTS if core is not JobTitle else entities(core) | TEXTS | entities(Doublet)
    if is_entity(core):
        return entities(core)
    if get_origin(core) is tuple:
        return _lists(found)
    if get_origin(core) is dict:
        keys, values = (opened(one)[0] for one in get_args(core))
        return st.dictionaries(_present(keys), _present(values), max_size=2)
    return _scalars(found)


def _lists(found: FieldType) -> st.SearchStrategy[Any]:
    core = found.core
    if is_pair(core):
        return st.tuples(*(_present(opened(one)[0]) for one in get_args(core))).map(list)
    item = item_of(core)
    least = max((getattr(one, "min_length", None) or 0 for one in found.constraints), default=0)
    alone = next((key for key in _ALONE if is_entity(item.core) and _names_lines(item.core, key)), None)
    if alone is None:
        return st.lists(_present(item), min_size=least, max_size=max(least, 3))
    return st.lists(_present(item), min_size=least, max_size=3, unique_by=lambda one: one[alone])


def _names_lines(model: Any, key: str) -> bool:
    return key in model.model_fields and (
        "descriptors" in model.model_fields or "parts" in model.model_fields
    )


def _scalars(found: FieldType) -> st.SearchStrategy[Any]:
    core, constraints = found.core, found.constraints
    if get_args(core):
        return st.sampled_from(get_args(core))
    if core is PartialDate:
        return DATES
    if core is bool:
        return st.booleans()
    if core is str:
        patterns = [one.pattern for one in constraints if getattr(one, "pattern", None)]
        if is_slug(found):
            return SLUGS
        return st.from_regex(patterns[0].replace(r"\S", "[a-z0-9/.]"), fullmatch=True) if patterns else TEXTS
    low = max((getattr(one, "ge", None) or 0 for one in constraints), default=0)
    low = max([low, *(one.gt + 1 for one in constraints if getattr(one, "gt", None) is not None)])
    high = min((one.le for one in constraints if getattr(one, "le", None) is not None), default=10_000)
    if core is int:
        return st.integers(int(low), int(high))
    return st.integers(int(low), int(high)) | st.sampled_from([low + 0.5, float(high), low + 0.123456789])


def validated(records: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """Return raw records as entities."""
    return {
        name: [ALL_GROUPS[name].model.model_validate(record) for record in found]
        for name, found in records.items()
    }
