"""What a job does in a typical organisation, and with whom."""

from typing import get_args

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.set_ups import Allocation, Part, SetUp
from buyer_skills.graph.skill_graph import SkillGraph

PARTS: tuple[Part, ...] = get_args(Part)
"""The parts an actor can take, the most engaged first."""


class ActorPart(Result):
    """An actor and its part in an activity."""

    actor: str = Field(description="Actor of the set-up.")
    part: Part = Field(description="fait, contribue, valide or informe.")


class ActivityPart(Result):
    """An activity in which the job has a part."""

    activity: str = Field(description="Activity.")
    part: Part = Field(description="What the job does there: fait, contribue, valide or informe.")
    others: tuple[ActorPart, ...] = Field(description="The other actors of the activity.")


class Partner(Result):
    """An actor the job works with."""

    actor: str = Field(description="Actor of the set-up.")
    activities: tuple[str, ...] = Field(description="Activities both take part in.")


class SetUpPlace(Result):
    """The place of a job in a set-up."""

    set_up: str = Field(description="Set-up.")
    actors: tuple[str, ...] = Field(description="Actors that someone in this job can be there.")
    activities: tuple[ActivityPart, ...] = Field(description="Activities it has a part in, in their order.")
    partners: tuple[Partner, ...] = Field(description="Those it works with, the most activities first.")


def place_in_set_up(graph: SkillGraph, profile: JobProfile, set_up: SetUp) -> SetUpPlace | None:
    """Return the place of ``profile`` in ``set_up``; None when it has none there.

    Where the job can be two actors, the more engaged part counts.
    """
    own = tuple(actor.id for actor in set_up.actors_holding(profile.id))
    if not own:
        return None
    order = list(graph.catalog.activities)
    allocations = sorted(set_up.allocations, key=lambda one: order.index(one.activity))
    activities = tuple(
        ActivityPart(
            activity=allocation.activity,
            part=min(
                (allocation.parts[actor] for actor in own if actor in allocation.parts), key=PARTS.index
            ),
            others=tuple(one for one in parts_taken(set_up, allocation) if one.actor not in own),
        )
        for allocation in allocations
        if any(actor in allocation.parts for actor in own)
    )
    return SetUpPlace(
        set_up=set_up.id, actors=own, activities=activities, partners=_partners(set_up, activities)
    )


def parts_taken(set_up: SetUp, allocation: Allocation) -> tuple[ActorPart, ...]:
    """Return who takes part in an activity of ``set_up``, in the order of its actors."""
    return tuple(
        ActorPart(actor=actor.id, part=allocation.parts[actor.id])
        for actor in set_up.actors
        if actor.id in allocation.parts
    )


def _partners(set_up: SetUp, activities: tuple[ActivityPart, ...]) -> tuple[Partner, ...]:
    shared = {
        actor.id: tuple(
            one.activity for one in activities if actor.id in {other.actor for other in one.others}
        )
        for actor in set_up.actors
    }
    partners = [Partner(actor=actor, activities=names) for actor, names in shared.items() if names]
    return tuple(sorted(partners, key=lambda one: -len(one.activities)))
