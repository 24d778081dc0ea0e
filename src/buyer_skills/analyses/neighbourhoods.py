"""A record with what is around it in the graph: what leads to it and what it opens."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from buyer_skills.analyses.any_neighbourhood import AnyNeighbourhood
from buyer_skills.analyses.costs import duration_of, is_stale, price_of, rests_on_provider
from buyer_skills.analyses.framing_neighbourhoods import (
    explore_named_gap,
    explore_rule,
    explore_set_up,
    explore_statut,
)
from buyer_skills.analyses.heading_neighbourhoods import explore_heading
from buyer_skills.analyses.listings import (
    PROFILE_KINDS,
    competencies_of,
    listed_trainings,
)
from buyer_skills.analyses.neighbourhood_results import (
    CompetencyNeighbourhood,
    EntryOf,
    FamilyAccess,
    LevelOnEntry,
    ProfileNeighbourhood,
    ProviderNeighbourhood,
    RecordReference,
    RequiredBy,
    RequirementSupply,
    TrainingNeighbourhood,
)
from buyer_skills.analyses.step_supply import TOP_LEVEL, step_supply
from buyer_skills.catalog.profiles import JobProfile, Requirement
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, Access, EmployerFamily, Training
from buyer_skills.graph.skill_graph import SkillGraph


def explore(graph: SkillGraph, references: Sequence[RecordReference]) -> AnyNeighbourhood:
    """Return the first of ``references`` with what is around it; the others are named in ``also``.

    Args:
        graph: The catalogue at the day of the report.
        references: What an id stands for, at least one; see ``record_names.records_named``.
    """
    first, *others = references
    match first.kind:
        case "area" | "phase" | "role" | "theme" as heading:
            found: AnyNeighbourhood = explore_heading(graph, heading, first.id)
        case kind:
            found = _EXPLORERS[kind](graph, first.id)
    return found.model_copy(update={"also": tuple(others)})


def explore_competency(graph: SkillGraph, identifier: str) -> CompetencyNeighbourhood:
    """Return a competency with the jobs that ask for it and what teaches it."""
    levels = range(1, TOP_LEVEL + 1)
    profiles = graph.profiles_requiring(identifier, kinds=PROFILE_KINDS)
    return CompetencyNeighbourhood(
        id=identifier,
        record=graph.competency(identifier),
        required_by=tuple(
            _required_by(profile, identifier)
            for profile in sorted(profiles, key=lambda one: (PROFILE_KINDS.index(one.kind), one.id))
        ),
        steps=tuple(step_supply(graph, identifier, level) for level in levels),
        finer=tuple(competency.id for competency in graph.finer_than(identifier)),
        confused_by=tuple(competency.id for competency in graph.confused_with(identifier)),
        named_gaps=tuple(gap.id for gap in graph.named_gaps_on(identifier)),
        opens=tuple(
            EntryOf(training=training.id, level=level)
            for level in levels
            for training in graph.trainings_asking(identifier, level)
        ),
    )


def explore_training(graph: SkillGraph, identifier: str) -> TrainingNeighbourhood:
    """Return a training, or a practice template, with what it asks, gives and opens."""
    training = graph.training_or_template(identifier)
    duration = duration_of(training)
    return TrainingNeighbourhood(
        id=identifier,
        record=training,
        offered=training.is_offered(graph.day) or identifier in graph.offered,
        hours=duration.hours,
        hours_estimated=duration.estimated,
        stale=is_stale(training, graph.day),
        access=tuple(_access(graph, training, family) for family in EMPLOYER_FAMILIES),
        covers=_covered(graph, training),
        entry=tuple(_entry(graph, training)),
        itineraries=()
        if training.is_template
        else tuple(each.id for each in graph.itineraries_with(identifier)),
        followed_by=() if training.is_template else tuple(sorted(_followed_by(graph, training))),
        serves=tuple(_served(graph, training)),
    )


def explore_profile(graph: SkillGraph, identifier: str) -> ProfileNeighbourhood:
    """Return a profile with what is offered for each requirement."""
    profile = graph.profile(identifier)
    return ProfileNeighbourhood(
        id=identifier,
        record=profile,
        requirements=tuple(
            _requirement(graph, requirement) for requirement in profile.requirements if requirement.level
        ),
        derived=tuple(one.id for one in graph.profiles_based_on(identifier)),
        set_ups=tuple(one.id for one in graph.set_ups_with(identifier)),
    )


def explore_provider(graph: SkillGraph, identifier: str) -> ProviderNeighbourhood:
    """Return a provider with its trainings, offered and past."""
    own = [training for training in listed_trainings(graph) if training.provider == identifier]
    offered = [training for training in own if training.is_offered(graph.day)]
    taught = {competency.id for training in offered for competency in competencies_of(graph, training)}
    return ProviderNeighbourhood(
        id=identifier,
        record=graph.catalog.providers[identifier],
        trainings=tuple(training.id for training in offered),
        past=tuple(training.id for training in own if training not in offered),
        competencies=tuple(name for name in graph.catalog.competencies if name in taught),
    )


_EXPLORERS: Mapping[str, Callable[[SkillGraph, str], AnyNeighbourhood]] = {
    "competency": explore_competency,
    "training": explore_training,
    "profile": explore_profile,
    "provider": explore_provider,
    "rule": explore_rule,
    "statut": explore_statut,
    "set-up": explore_set_up,
    "named-gap": explore_named_gap,
}
"""What explores each kind of record; headings are explored alike."""


def _access(graph: SkillGraph, training: Training, family: EmployerFamily) -> FamilyAccess:
    cents = price_of(graph.catalog, training, family)
    own = training.access.get(family, Access())
    provider = graph.catalog.providers.get(training.provider)
    default = provider.access.get(family, Access()) if provider else Access()
    return FamilyAccess(
        employer=family,
        price_eur=None if cents is None else cents / 100,
        general_rule=rests_on_provider(graph.catalog, training, family),
        paid_by=own.paid_by or default.paid_by,
        enrolled_by=own.enrolled_by or default.enrolled_by,
        channel=own.channel or default.channel,
        lead_time_days=own.lead_time_days if own.lead_time_days is not None else default.lead_time_days,
    )


def _covered(graph: SkillGraph, training: Training) -> tuple[str, ...]:
    return tuple(one.id for one in competencies_of(graph, training)) if training.is_template else ()


def _entry(graph: SkillGraph, training: Training) -> Iterator[LevelOnEntry]:
    for required in training.requires.levels:
        if not required.level:
            continue
        leading = graph.trainings_teaching(required.competency, required.level)
        yield LevelOnEntry(
            competency=required.competency,
            level=required.level,
            trainings=tuple(one.id for one in leading if one.kind != "practice"),
        )


def _followed_by(graph: SkillGraph, training: Training) -> tuple[str, ...]:
    if training.is_template:
        return ()
    following = {one.id for one in graph.followed_by(training.id)}
    for outcome in training.taught:
        for level in range(outcome.from_level + 1, outcome.to_level + 1):
            following |= {one.id for one in graph.trainings_asking(outcome.competency, level)}
    return tuple(sorted(following - {training.id}))


def _served(graph: SkillGraph, training: Training) -> Iterator[RequiredBy]:
    for outcome in training.taught:
        for profile in graph.profiles_requiring(outcome.competency, outcome.from_level + 1):
            yield _required_by(profile, outcome.competency)


def _required_by(profile: JobProfile, competency: str) -> RequiredBy:
    requirement = next(one for one in profile.requirements if one.competency == competency)
    return RequiredBy(
        profile=profile.id,
        kind=profile.kind,
        competency=competency,
        level=requirement.level,
        importance=requirement.importance,
    )


def _requirement(graph: SkillGraph, requirement: Requirement) -> RequirementSupply:
    levels = range(1, requirement.level + 1)
    steps = [step_supply(graph, requirement.competency, reached) for reached in levels]
    return RequirementSupply(
        competency=requirement.competency,
        level=requirement.level,
        importance=requirement.importance,
        trainings=len({training for step in steps for training in step.trainings}),
        not_found=tuple(step for step in steps if step.finding),
    )
