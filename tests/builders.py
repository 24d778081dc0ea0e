"""Small catalogues and buyers from short Python values, with everything that does not matter filled in.

>>> small = catalog(
...     trainings=[{"id": "negocier", "outcomes": [("negociation", 0, 2)]}],
...     profiles=[{"id": "acheteur", "requirements": {"negociation": 2}}],
... )
>>> sorted(small.competencies), sorted(small.providers)
(['negociation'], ['organisme'])
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.competencies import Competency, Heading
from buyer_skills.catalog.glossary import GlossaryEntry
from buyer_skills.catalog.named_gaps import NamedGap
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.providers import Provider, Source
from buyer_skills.catalog.rules import Rule, Statut
from buyer_skills.catalog.set_ups import Activity, SetUp
from buyer_skills.catalog.trainings import Training

Short = str | Mapping[str, Any]
"""A record in short: its id alone, or its keys as in the data files, defaults left out."""

DAY = date(2026, 11, 24)
"""The day tests are run at, whatever the calendar says."""


def catalog(
    competencies: Iterable[Short] = (),
    trainings: Iterable[Short] = (),
    profiles: Iterable[Short] = (),
    *,
    areas: Iterable[Short] = (),
    phases: Iterable[Short] = (),
    roles: Iterable[Short] = (),
    themes: Iterable[Short] = (),
    providers: Iterable[Short] = (),
    sources: Iterable[Short] = (),
    rules: Iterable[Short] = (),
    statuts: Iterable[Short] = (),
    named_gaps: Iterable[Short] = (),
    activities: Iterable[Short] = (),
    set_ups: Iterable[Short] = (),
    glossary: Iterable[Short] = (),
    day: date | None = DAY,
) -> Catalog:
    """Return a catalogue of the records given in short, and of what they refer to.

    A competency, area, phase, role, theme, provider or source that is only referred to is made up.
    """
    made_trainings = [training(short) for short in trainings]
    made_profiles = [profile(short) for short in profiles]
    made_competencies = _completed(
        [competency(short) for short in competencies],
        _competencies_named(made_trainings, made_profiles),
        competency,
    )
    records = [*made_competencies, *made_trainings, *made_profiles]
    return Catalog(
        areas=_by_id(_completed(map(heading, areas), (one.area for one in made_competencies), heading)),
        phases=_by_id(
            _completed(map(heading, phases), (one.phase for one in made_competencies if one.phase), heading)
        ),
        roles=_by_id(
            _completed(
                map(heading, roles), (role for one in made_competencies for role in one.roles), heading
            )
        ),
        themes=_by_id(
            _completed(map(heading, themes), (theme for one in records for theme in one.themes), heading)
        ),
        competencies=_sorted_by_id(made_competencies),
        trainings=_sorted_by_id(made_trainings),
        profiles=_sorted_by_id(made_profiles),
        providers=_sorted_by_id(
            _completed(map(provider, providers), (one.provider for one in made_trainings), provider)
        ),
        sources=_sorted_by_id(
            _completed(map(source, sources), (each for one in records for each in one.sources), source)
        ),
        rules=_sorted_by_id(map(rule, rules)),
        statuts=_sorted_by_id(map(statut, statuts)),
        named_gaps=_sorted_by_id(map(named_gap, named_gaps)),
        activities=_by_id(map(activity, activities)),
        set_ups=_by_id(map(set_up, set_ups)),
        glossary=_by_id(GlossaryEntry.model_validate(_with_title(short)) for short in glossary),
        date=day,
    )


def heading(short: Short) -> Heading:
    """Return an area, phase, role or theme; its title is its id."""
    return Heading.model_validate(_with_title(short))


def competency(short: Short) -> Competency:
    """Return a competency: a savoir-faire of the area `domaine` unless told otherwise."""
    return Competency.model_validate({"area": "domaine", "kind": "savoir-faire", **_with_title(short)})


def training(short: Short) -> Training:
    """Return a training: a verified course of `organisme`, 14 hours, unless told otherwise.

    Outcomes may be tuples `(competency, from, to)` and required levels a mapping `{competency: level}`.
    """
    keys: dict[str, Any] = {
        "provider": "organisme",
        "kind": "course",
        "evidence": "verified",
        "hours": 14,
        **_with_title(short),
    }
    if not isinstance(keys.get("outcomes", ()), Mapping):
        keys["outcomes"] = [_outcome(one) for one in keys.get("outcomes", ())]
    requires = dict(keys.get("requires", {}))
    for condition in (requires, *requires.get("any_of", ())):
        if isinstance(condition.get("levels"), Mapping):
            condition["levels"] = [
                {"competency": name, "level": level} for name, level in condition["levels"].items()
            ]
    keys["requires"] = requires
    return Training.model_validate(keys)


def profile(short: Short) -> JobProfile:
    """Return a standard profile.

    Requirements may be a mapping `{competency: level}` or `{competency: (level, importance)}`, or a list of
    tuples `(competency, level, importance)`.
    """
    keys: dict[str, Any] = {"requirements": [], **_with_title(short)}
    asked = keys["requirements"]
    if isinstance(asked, Mapping):
        asked = [
            (name, *level) if isinstance(level, tuple) else (name, level) for name, level in asked.items()
        ]
    keys["requirements"] = [_requirement(one) for one in asked]
    return JobProfile.model_validate(keys)


def provider(short: Short) -> Provider:
    """Return a provider; its title is its id."""
    return Provider.model_validate(_with_title(short))


def source(short: Short) -> Source:
    """Return a source seen in 2026, with an address."""
    return Source.model_validate({"url": "https://example.org/", "seen": "2026-11", **_with_title(short)})


def rule(short: Short) -> Rule:
    """Return a rule of topic `sujet`, read in a source of 2025; its text is its id."""
    keys = _with_title(short)
    return Rule.model_validate(
        {"topic": "sujet", "text": keys["id"], "status": "seen", "as_of": "2025-01", **keys}
    )


def statut(short: Short) -> Statut:
    """Return a territorial cadre d'emplois of category B."""
    fixed = {"employer": "territorial", "category": "B", "kind": "cadre-emplois", "status": "seen"}
    return Statut.model_validate({**fixed, **_with_title(short)})


def named_gap(short: Short) -> NamedGap:
    """Return a gap named by someone; its text is its id, its steps may be `{competency: up_to}`."""
    keys = _with_title(short)
    steps = keys.get("steps", ())
    if isinstance(steps, Mapping):
        keys["steps"] = [{"competency": name, "up_to": level} for name, level in steps.items()]
    return NamedGap.model_validate({"text": keys["id"], "standing": "named", **keys})


def activity(short: Short) -> Activity:
    """Return an activity of the phase `passation`."""
    return Activity.model_validate({"phase": "passation", **_with_title(short)})


def set_up(short: Short) -> SetUp:
    """Return a set-up.

    Its actors may be `{actor: [profiles]}` and its allocations `{activity: {actor: part}}`.
    """
    keys = _with_title(short)
    actors, allocations = keys.get("actors", ()), keys.get("allocations", ())
    if isinstance(actors, Mapping):
        keys["actors"] = [{"id": name, "title": name, "profiles": held} for name, held in actors.items()]
    if isinstance(allocations, Mapping):
        keys["allocations"] = [{"activity": name, "parts": parts} for name, parts in allocations.items()]
    return SetUp.model_validate(keys)


def buyer(levels: Mapping[str, int] | None = None, **keys: Any) -> Buyer:
    """Return a buyer `b1` who holds `levels`; the other keys are those of a buyer file."""
    return Buyer.model_validate({"id": "b1", "levels": dict(levels or {}), **keys})


def _with_title(short: Short) -> dict[str, Any]:
    keys = {"id": short} if isinstance(short, str) else dict(short)
    keys.setdefault("title", keys["id"])
    return keys


def _outcome(short: Any) -> Any:
    if isinstance(short, tuple):
        name, from_level, to_level = short
        return {"competency": name, "from": from_level, "to": to_level}
    return short


def _requirement(short: Any) -> Any:
    if isinstance(short, tuple):
        return dict(zip(("competency", "level", "importance"), short, strict=False))
    return short


def _competencies_named(trainings: Sequence[Training], profiles: Sequence[JobProfile]) -> Iterable[str]:
    for one in trainings:
        yield from (outcome.competency for outcome in one.taught)
        for condition in (one.requires, *one.requires.any_of):
            yield from (required.competency for required in condition.levels)
    for each in profiles:
        yield from (requirement.competency for requirement in each.requirements)


def _completed(given: Iterable[Any], named: Iterable[str], make: Any) -> list[Any]:
    records = list(given)
    known = {record.id for record in records}
    return records + [make(name) for name in sorted(set(named) - known)]


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {record.id: record for record in records}


def _sorted_by_id(records: Iterable[Any]) -> dict[str, Any]:
    return _by_id(sorted(records, key=lambda record: record.id))
