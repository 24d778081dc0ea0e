"""The options that limit a path, gathered into ``Constraints``; shared by every command that plans."""

import functools
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, get_args

import click

from buyer_skills.analyses.paths.constraints import DEFAULT_ORDER, Constraints
from buyer_skills.catalog.regions import REGIONS
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, EVIDENCE_ORDER, Modality
from buyer_skills.cli.thresholds import ready_threshold_option
from buyer_skills.cli.types import AmountType, CountType, ListType, RegionType
from buyer_skills.cli.worded import worded_option
from buyer_skills.errors import UsageError
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages import Message

employer_option = worded_option("--employer", type=click.Choice(EMPLOYER_FAMILIES))
region_option = worded_option("--region", type=RegionType(), metavar="REGION")
evidence_option = worded_option("--evidence", type=click.Choice(EVIDENCE_ORDER))


def planning_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add every option that limits a path; the function takes ``constraints``."""

    @functools.wraps(function)
    def gathering(**values: Any) -> Any:
        constraints = Constraints(
            employer=values.pop("employer"),
            max_hours=values.pop("max_hours"),
            max_price=values.pop("max_price"),
            max_trainings=values.pop("max_trainings"),
            region=values.pop("region"),
            modalities=values.pop("modality") or (),
            providers=values.pop("provider") or (),
            exclude=values.pop("exclude") or (),
            evidence=values.pop("evidence"),
            practice=values.pop("practice"),
            with_degrees=values.pop("with_degrees"),
            repeat=values.pop("repeat"),
            unknown=values.pop("unknown"),
            order=values.pop("order") or (),
            ready_threshold=float(values.pop("ready_threshold")),
        )
        return function(constraints=constraints, **values)

    decorated: Callable[..., Any] = gathering
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def check_constraints(constraints: Constraints, graph: SkillGraph) -> None:
    """Refuse a provider, training or region that the catalogue does not know.

    Raises:
        UsageError: naming the option and the nearest value that exists.
    """
    check_values("--provider", constraints.providers, graph.catalog.providers)
    check_values("--exclude", constraints.exclude, graph.trainings)
    if constraints.region is not None:
        check_values("--region", (constraints.region,), regions_of(graph))


VALUES_NAMED = 15
"""Values of an option named by a refusal: all the themes, not all the training bodies."""


def regions_of(graph: SkillGraph) -> tuple[str, ...]:
    """Return the regions of France and those that the catalogue names besides, sorted."""
    named = {training.region for training in graph.trainings.values() if training.region}
    named |= {provider.region for provider in graph.catalog.providers.values() if provider.region}
    return tuple(sorted((named | REGIONS) - {"national"}))


def check_values(option: str, found: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a value of ``option`` that is not ``known``.

    Raises:
        UsageError: naming the nearest value, with all of them when they are few, or the first ones known.
    """
    values = sorted(known)
    for value in found:
        if value in values:
            continue
        nearest = get_close_matches(value, values, 1, 0.5)
        if nearest and len(values) <= VALUES_NAMED:
            raise UsageError(
                "unknown-option-value-near-known",
                option=option,
                found=value,
                nearest=nearest[0],
                known=tuple(values),
            )
        if nearest:
            raise UsageError("unknown-option-value-near", option=option, found=value, nearest=nearest[0])
        some = tuple(values[:VALUES_NAMED]) or Message("cli.none-known")
        raise UsageError("unknown-option-value", option=option, found=value, known=some)


_OPTIONS = (
    worded_option("--max-hours", type=AmountType("hours")),
    worded_option("--max-price", type=AmountType("euros")),
    worded_option("--max-trainings", type=CountType()),
    region_option,
    worded_option("--modality", type=ListType(get_args(Modality))),
    worded_option("--provider", type=ListType(name="ID,ID")),
    worded_option("--exclude", type=ListType(name="ID,ID")),
    employer_option,
    evidence_option,
    worded_option("--no-practice", "practice", is_flag=True, flag_value=False, default=True),
    worded_option("--with-degrees", is_flag=True),
    worded_option("--order", type=ListType(DEFAULT_ORDER)),
    worded_option("--unknown", type=click.Choice(("keep", "drop"))),
    worded_option("--repeat", is_flag=True),
    ready_threshold_option,
)
