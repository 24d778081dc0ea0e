"""What the catalogue holds, list by list, by the filters of a reader.

Filters combine: a record is listed when it meets them all. Those on competencies (area, phase, role) must be
met by one and the same competency; so a training that teaches the law in one phase and negotiation in another
is not listed for both at once by accident.
"""

from collections.abc import Callable, Iterable, Iterator

from buyer_skills.analyses.costs import duration_of, is_stale, price_of
from buyer_skills.analyses.listing_results import (
    LevelTaught,
    ListedCompetency,
    ListedItem,
    ListedProfile,
    ListedProvider,
    ListedTraining,
    Listing,
    ListName,
    ListScope,
)
from buyer_skills.catalog.competencies import Competency
from buyer_skills.catalog.profiles import JobProfile, ProfileKind
from buyer_skills.catalog.providers import Provider
from buyer_skills.catalog.trainings import EVIDENCE_ORDER, Evidence, Modality, PracticeTemplate, Training
from buyer_skills.graph.skill_graph import SkillGraph

REMOTE: tuple[Modality, ...] = ("distanciel", "en-ligne")
"""How a training is followed when the region does not matter."""

INDISPENSABLE = 3
"""The importance without which a profile is not held."""

PROFILE_KINDS: tuple[ProfileKind, ...] = ("standard", "local", "volet", "reference")
"""The order profiles are listed in: jobs first, comparisons last."""


def list_records(graph: SkillGraph, name: ListName, scope: ListScope) -> Listing:
    """Return the records of the list ``name`` that meet every filter of ``scope``, sorted for reading.

    Competencies keep the order of areas; trainings go by kind, then title; the others by title.
    """
    if name == "trainings":
        return _list_trainings(graph, scope)
    listers: dict[str, Callable[[SkillGraph, ListScope], Iterator[ListedItem]]] = {
        "competencies": _listed_competencies,
        "profiles": _listed_profiles,
        "providers": _listed_providers,
    }
    return Listing(list=name, scope=scope, items=tuple(listers[name](graph, scope)), left_out=0)


def listed_trainings(graph: SkillGraph) -> Iterator[Training]:
    """Yield every training as it is written: a practice template stands once, for all it covers."""
    yield from sorted(graph.catalog.trainings.values(), key=lambda training: training.id)


def _list_trainings(graph: SkillGraph, scope: ListScope) -> Listing:
    meeting = [training for training in listed_trainings(graph) if _training_meets(graph, training, scope)]
    kept = [training for training in meeting if scope.all or training.is_offered(graph.day)]
    items = tuple(_listed_training(graph, training, scope) for training in sorted(kept, key=_by_title))
    return Listing(list="trainings", scope=scope, items=items, left_out=len(meeting) - len(kept))


def _listed_training(graph: SkillGraph, training: Training, scope: ListScope) -> ListedTraining:
    duration = duration_of(training)
    cents = price_of(graph.catalog, training, scope.employer)
    return ListedTraining(
        id=training.id,
        title=training.title.fr,
        title_en=training.title.en,
        kind=training.kind,
        provider=training.provider,
        status=training.status,
        offered=training.is_offered(graph.day),
        ended=str(training.ended) if training.ended else None,
        hours=duration.hours,
        hours_estimated=duration.estimated,
        price_eur=None if cents is None else cents / 100,
        evidence=training.evidence,
        noted=str(training.noted) if training.noted else None,
        page_date=str(training.page_date) if training.page_date else None,
        stale=is_stale(training, graph.day),
        region=training.region,
        modality=training.modality,
        themes=training.themes,
        teaches=tuple(
            LevelTaught(
                competency=outcome.competency, from_level=outcome.from_level, to_level=outcome.to_level
            )
            for outcome in training.taught
        ),
    )


def _listed_competencies(graph: SkillGraph, scope: ListScope) -> Iterator[ListedCompetency]:
    about_trainings = ListScope(provider=scope.provider, evidence=scope.evidence)
    areas = list(graph.catalog.areas)
    kept = [one for one in graph.catalog.competencies.values() if _competency_meets(one, scope)]
    for competency in sorted(kept, key=lambda one: (areas.index(one.area), one.title.fr.casefold(), one.id)):
        if scope.theme and scope.theme not in competency.themes:
            continue
        if scope.kind and scope.kind != competency.kind:
            continue
        trainings = [
            training
            for training in graph.trainings_raising(competency.id)
            if training.kind != "practice" and _training_meets(graph, training, about_trainings)
        ]
        if about_trainings.named and not trainings:
            continue
        yield ListedCompetency(
            id=competency.id,
            title=competency.title.fr,
            title_en=competency.title.en,
            kind=competency.kind,
            area=competency.area,
            phase=competency.phase,
            roles=competency.roles,
            themes=competency.themes,
            broader=competency.broader,
            profiles=len(graph.profiles_requiring(competency.id)),
            trainings=len(trainings),
        )


def _listed_profiles(graph: SkillGraph, scope: ListScope) -> Iterator[ListedProfile]:
    kept = [one for one in graph.catalog.profiles.values() if _profile_meets(graph, one, scope)]
    for profile in sorted(kept, key=_by_kind):
        asked = [requirement for requirement in profile.requirements if requirement.level]
        yield ListedProfile(
            id=profile.id,
            title=str(profile.title.fr),
            title_en=str(profile.title.en) if profile.title.en else None,
            kind=profile.kind,
            employers=profile.employers,
            requirements=len(asked),
            indispensable=sum(requirement.importance == INDISPENSABLE for requirement in asked),
            based_on=profile.based_on.profile if profile.based_on else None,
        )


def _listed_providers(graph: SkillGraph, scope: ListScope) -> Iterator[ListedProvider]:
    by_provider: dict[str, list[Training]] = {}
    for training in listed_trainings(graph):
        if training.is_offered(graph.day) and _training_meets(graph, training, scope):
            by_provider.setdefault(training.provider, []).append(training)
    for provider in sorted(graph.catalog.providers.values(), key=_by_name):
        trainings = by_provider.get(provider.id, [])
        if scope.named and not trainings:
            continue
        degrees = sum(training.kind == "degree" for training in trainings)
        yield ListedProvider(
            id=provider.id,
            title=provider.title.fr,
            title_en=provider.title.en,
            region=provider.region,
            trainings=len(trainings) - degrees,
            degrees=degrees,
        )


def _training_meets(graph: SkillGraph, training: Training, scope: ListScope) -> bool:
    taught = list(competencies_of(graph, training))
    return (
        (not scope.provider or training.provider == scope.provider)
        and (not scope.kind or training.kind == scope.kind)
        and (not scope.evidence or _is_at_least(training.evidence, scope.evidence))
        and (not scope.region or _is_within_reach(training, scope.region))
        and _one_meets(taught, scope)
        and _is_on_theme(training.themes, taught, scope.theme)
    )


def competencies_of(graph: SkillGraph, training: Training) -> Iterator[Competency]:
    """Yield what a training teaches; for a practice template, every competency it covers."""
    if isinstance(training.outcomes, PracticeTemplate):
        within = training.outcomes.applies_to
        for competency in graph.catalog.competencies.values():
            if within.kinds and competency.kind not in within.kinds:
                continue
            if not within.areas or competency.area in within.areas:
                yield competency
    for outcome in training.taught:
        yield graph.competency(outcome.competency)


def _profile_meets(graph: SkillGraph, profile: JobProfile, scope: ListScope) -> bool:
    asked = [graph.competency(one.competency) for one in profile.requirements if one.level]
    return (
        (not scope.kind or profile.kind == scope.kind)
        # A profile that does not say where it exists may exist there.
        and (not scope.employer or not profile.employers or scope.employer in profile.employers)
        and _one_meets(asked, scope)
        and _is_on_theme(profile.themes, asked, scope.theme)
    )


def _one_meets(competencies: Iterable[Competency], scope: ListScope) -> bool:
    if not (scope.area or scope.phase or scope.role):
        return True
    return any(_competency_meets(competency, scope) for competency in competencies)


def _competency_meets(competency: Competency, scope: ListScope) -> bool:
    return (
        (not scope.area or competency.area == scope.area)
        and (not scope.phase or competency.phase == scope.phase)
        and (not scope.role or scope.role in competency.roles)
    )


def _is_on_theme(themes: Iterable[str], competencies: Iterable[Competency], theme: str | None) -> bool:
    return not theme or theme in themes or any(theme in competency.themes for competency in competencies)


def _is_at_least(evidence: Evidence, least: Evidence) -> bool:
    if evidence not in EVIDENCE_ORDER or least not in EVIDENCE_ORDER:
        return True
    return EVIDENCE_ORDER.index(evidence) <= EVIDENCE_ORDER.index(least)


def _is_within_reach(training: Training, region: str) -> bool:
    if training.modality in REMOTE or training.kind == "practice":
        return True
    # An unknown region is kept, and shown as unknown.
    return training.region is None or training.region in {region, "national"}


def _by_title(training: Training) -> tuple[bool, str, str]:
    return training.kind == "practice", training.title.fr.casefold(), training.id


def _by_name(provider: Provider) -> tuple[str, str]:
    return provider.title.fr.casefold(), provider.id


def _by_kind(profile: JobProfile) -> tuple[int, str, str]:
    return PROFILE_KINDS.index(profile.kind), str(profile.title.fr).casefold(), profile.id
