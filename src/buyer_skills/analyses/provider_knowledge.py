"""How far the own offer of the main providers is known: read on their pages, told by others, or by theme."""

from collections import Counter

from pydantic import Field

from buyer_skills.analyses.results import Result
from buyer_skills.analyses.supply_trust import continuing
from buyer_skills.catalog.trainings import OWN_EVIDENCE
from buyer_skills.graph.skill_graph import SkillGraph

MOST_PRESENT = 2
"""Providers told for their number of trainings, beside those that an employer family has for free."""


class ProviderKnown(Result):
    """What is known of the offer of one provider."""

    provider: str = Field(description="Id of the provider.")
    trainings: int = Field(description="Its offered continuing trainings in this catalogue.")
    read: int = Field(description="Those read on its own page, or confirmed by it.")
    reported: int = Field(description="Those told by a third party.")
    indicative: int = Field(description="Those of which only the theme is known.")


def main_providers(graph: SkillGraph) -> tuple[ProviderKnown, ...]:
    """Return what is known of the providers that matter most; who relies on them must know how.

    They are those that an employer family has for free (the provider's ``access`` says so), whatever the
    number of their trainings, then the two with most continuing trainings; each by that number, then by id.
    """
    offered = Counter(training.provider for training in continuing(graph.offered.values()))
    by_presence = sorted(offered, key=lambda provider: (-offered[provider], provider))
    funding = [
        provider.id
        for provider in graph.catalog.providers.values()
        if any(access.price_eur == 0 for access in provider.access.values())
    ]
    first = sorted(funding, key=lambda provider: (-offered[provider], provider))
    named = dict.fromkeys([*first, *by_presence[:MOST_PRESENT]])
    return tuple(_known(graph, provider) for provider in named)


def _known(graph: SkillGraph, provider: str) -> ProviderKnown:
    evidence = Counter(training.evidence for training in continuing(graph.trainings_of(provider)))
    return ProviderKnown(
        provider=provider,
        trainings=evidence.total(),
        read=sum(evidence[grade] for grade in OWN_EVIDENCE),
        reported=evidence["reported"],
        indicative=evidence["indicative"],
    )
